"""The entries of a case, sorted and looked up by what they are about."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping
from typing import Final

from cimscore.case import (
    ADULT,
    PARENTS,
    TWINS_APART,
    YOUNGEST_PARENT,
    Births,
    Case,
    ConcernEntry,
    Exists,
    Finish,
    Home,
    PartialDay,
    PersonEntry,
    RecordEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    Unknown,
    actor_of,
    births_of,
    first_and_last,
    twins_of,
)
from cimscore.household_graph.ages import Ages, possible_ages
from cimscore.household_graph.days import Days
from cimscore.household_graph.lineage import Pair
from cimscore.household_graph.ties.doubles import goes_by_name_of, named_alike
from cimscore.ids import split_record_address

MOST_STRANGERS: Final = 3
"""Up to so many people known by name alone are asked about one by one; more of them in one question."""

_GRANDPARENTS: Final = frozenset({RelationshipKind.GRANDPARENT})
_SIBLINGS: Final = frozenset(
    {
        RelationshipKind.SIBLING,
        RelationshipKind.TWIN,
        RelationshipKind.HALF_SIBLING,
        RelationshipKind.STEP_SIBLING,
    }
)


class Entered:
    """A case as it is read: each list sorted, so that the order of its entries cannot matter.

    Attributes:
        case: The case.
        days: The days on which the information can have been received.
        people: Everybody, sorted by id.
        ids: Their ids.
        homes: The ids of the households, sorted.
        places: The ids of the places that are no household, sorted.
        concerns: The concerns that go on, sorted by id.
        files: The records on file that there are or may be, and that nothing took the place of, sorted by id.
        made: The moves of records to be made, sorted by id.
        stays: The residences of each person who has any, and was born.
        kin: The relationships.
    """

    def __init__(self, case: Case, days: Days) -> None:
        self.case = case
        self.days = days
        self.people = sorted(case.people, key=lambda person: person.id)
        self.ids = [person.id for person in self.people]
        self.homes = sorted(home.id for home in case.households)
        self.places = sorted(place.id for place in case.places)
        self.concerns = sorted((entry for entry in case.concerns if entry.as_ is None), key=lambda entry: entry.id)
        records = sorted(case.records, key=lambda record: record.id)
        self.made = [record for record in records if split_record_address(record.id) is not None]
        self.files = [record for record in records if split_record_address(record.id) is None and _is_there(record)]
        self.stays: dict[str, list[ResidenceEntry]] = {}
        # Who was unborn stayed where the mother did; a stay of their own came after the birth.
        unborn = {person.id for person in case.people if person.unborn is not None}
        for stay in sorted(case.residences, key=_stay_order):
            if stay.person not in unborn:
                self.stays.setdefault(stay.person, []).append(stay)
        self.kin = sorted(case.relationships, key=_kin_order)

    @functools.cached_property
    def parents(self) -> Mapping[str, tuple[str, ...]]:
        """Return the parents that relationships state, by child. Twins have the same parents."""
        found: dict[str, tuple[str, ...]] = {}
        for row in self.kin:
            for child in (row.to, *sorted(self.twins.get(row.to, ()))) if row.kind in PARENTS else ():
                if row.from_ not in found.get(child, ()):
                    found[child] = (*found.get(child, ()), row.from_)
        return found

    @functools.cached_property
    def twins(self) -> Mapping[str, frozenset[str]]:
        """Return the people born together with each person who has a twin."""
        return twins_of(self.case.relationships)

    @functools.cached_property
    def descent(self) -> tuple[Pair, ...]:
        """Return each parent with a child, including the mothers of unborn children."""
        stated = [(parent, child) for child, parents in self.parents.items() for parent in parents]
        return (*stated, *((mother, child) for child, mother in self.mothers.items()))

    @functools.cached_property
    def lines(self) -> Mapping[Pair, int]:
        """Return each ancestor with a descendant, and the fewest years between them."""
        # Between a grandparent and a grandchild there are two generations.
        above = {(row.from_, row.to): 2 * YOUNGEST_PARENT for row in self.kin if row.kind in _GRANDPARENTS}
        return {**above, **dict.fromkeys(self.descent, YOUNGEST_PARENT)}

    @functools.cached_property
    def births(self) -> Mapping[str, Births]:
        """Return the possible days of birth of each person, from facts about them and their twins."""
        own = {person.id: births_of(person, self.days.first, self.days.last) for person in self.people}
        for id, twins in self.twins.items():
            for twin in sorted(twins):
                # Twins may be born on both sides of midnight, or days apart.
                narrowed = own[id].within(own[twin].around(TWINS_APART))
                # Contradictions are refused elsewhere. Here an impossible range would only hide the person.
                own[id] = narrowed if narrowed.is_possible else own[id]
        return own

    @functools.cached_property
    def mothers(self) -> Mapping[str, str]:
        """Return the known mothers of unborn children, by child."""
        return {
            person.id: person.unborn.mother
            for person in self.people
            if person.unborn is not None and not isinstance(person.unborn.mother, Unknown)
        }

    def known_parents(self, child: str) -> set[str]:
        """Return the parents who are entered for a child, and the mother of one who is unborn."""
        return {*self.parents.get(child, ()), self.mothers.get(child, "")} - {""}

    @functools.cached_property
    def carried(self) -> Mapping[str, tuple[str, ...]]:
        """Return the unborn children who stay where their mother stays, by mother."""
        found: dict[str, tuple[str, ...]] = {}
        for child, mother in self.mothers.items():
            found[mother] = (*found.get(mother, ()), child)
        return found

    @functools.cached_property
    def ages(self) -> Mapping[str, Ages]:
        """Return the possible ages of each person."""
        return possible_ages(self.case, self.days, self.births, self.lines)

    @functools.cached_property
    def children_by_entry(self) -> frozenset[str]:
        """Return the people whom a concern is about, and those whom kin name as children and nobody as a parent."""
        alleged = [who for concern in self.concerns if not isinstance(who := concern.alleged_of, Unknown)]
        kin = {child for _, child in self.descent}
        kin |= {person for row in self.kin if row.kind in _SIBLINGS for person in (row.from_, row.to)}
        kin -= {parent for parent, _ in self.descent}
        return frozenset(kin.union(*alleged))

    @functools.cached_property
    def acting(self) -> frozenset[str]:
        """Return the people who act for a body: by their entry, or named for what they did alone."""
        said = {person.id for person in self.people if not person.is_of_family}
        steps = [move.by for record in self.case.records for move in record.moves]
        steps += [done.by for done in self.case.done]
        return self._by_name_alone.intersection(actor_of(by, self.ids).person for by in steps) | said

    @functools.cached_property
    def strangers(self) -> frozenset[str]:
        """Return the people of whom the case states nothing but a name."""
        return self._by_name_alone - self.acting

    @functools.cached_property
    def _by_name_alone(self) -> frozenset[str]:
        known = {person.id for person in self.people if person.unborn or _is_told_of(person)}
        known |= {*self.stays, *self.mothers.values()}
        known |= {person.id for person in self.people if isinstance(person.home, Home)}
        known |= {person for row in self.kin for person in (row.from_, row.to)}
        known |= {person for concern in self.case.concerns for person in _named(concern)}
        known |= {person for record in self.case.records for person in record.people}
        return frozenset(self.ids) - known

    @functools.cached_property
    def grouped_strangers(self) -> tuple[str, ...]:
        """Return the people known by name alone if they are so many that one question covers all; else nobody."""
        return tuple(sorted(self.strangers)) if len(self.strangers) > MOST_STRANGERS else ()

    @functools.cached_property
    def doubles(self) -> tuple[Pair, ...]:
        """Return the pairs of people who may be one person, where no entry says what they are to one another."""
        homes = {id: frozenset(stay.household for stay in stays) for id, stays in self.stays.items()}
        pairs = {*goes_by_name_of(self.people), *named_alike(self.people, self.births, homes)}
        entered = {frozenset((row.from_, row.to)) for row in self.kin if not isinstance(row.kind, Unknown)}
        return tuple(sorted(pair for pair in pairs if frozenset(pair) not in entered))

    def is_awaited(self, id: str) -> bool:
        """Return True if a person is unborn."""
        return id in self._awaited

    @functools.cached_property
    def _awaited(self) -> frozenset[str]:
        return frozenset(person.id for person in self.people if person.is_awaited)

    def has_died_before(self, id: str) -> bool:
        """Return True if a person was surely dead when the information was received."""
        died = self._died.get(id, False)
        if isinstance(died, bool | Unknown):
            # "True" gives no day, but a death that is reported has happened by then.
            return died is True
        return self.days.first is not None and first_and_last(died)[1] < self.days.first

    def is_late_parent(self, id: str) -> bool:
        """Return True if a parent was surely dead at the receipt, and no concern is, or may be, about them.

        Nobody asks whether they were under 18, whose child they were, or where they live.
        """
        about = [concern.about for concern in self.concerns]
        is_about = any(isinstance(who, Unknown) or id in who for who in about)
        is_parent = any(parent == id for parent, _ in self.descent)
        return is_parent and not is_about and self.has_died_before(id)

    @functools.cached_property
    def _died(self) -> Mapping[str, dt.date | PartialDay | bool | Unknown]:
        return {person.id: person.died for person in self.people}

    def is_likely_child(self, id: str) -> bool:
        """Return True if a person is a child by age, or, until the age is known, by what names them."""
        ages = self.ages[id]
        # Known to be under 18, or possibly so and named as a child. Nobody
        # becomes a child merely because no age is given.
        return ages.high < ADULT or (ages.low < ADULT and id in self.children_by_entry)

    def homes_lived_in(self, id: str) -> tuple[str, ...]:
        """Return the households in which a person is entered as living, full-time or part-time."""
        return tuple(dict.fromkeys(row.household for row in self.stays_lived_in(id)))

    def stays_lived_in(self, id: str) -> list[ResidenceEntry]:
        """Return the entries by which a person lives in a household, full-time or part-time."""
        kinds = ("full-time", "part-time")
        return [row for row in self.stays.get(id, ()) if isinstance(row.kind, Unknown) or row.kind in kinds]


def _is_told_of(person: PersonEntry) -> bool:
    """Return True if the entry of a person says how old they are, that they died, or that they act for a body."""
    aged = any(not isinstance(said, Unknown) for said in (person.born, person.age, person.adult))
    return aged or person.died is not False or not person.is_of_family


def _named(concern: ConcernEntry) -> Iterator[str]:
    for who in (concern.about, concern.present, concern.responsible):
        if not isinstance(who, Unknown):
            yield from who


def _is_there(record: RecordEntry) -> bool:
    return record.exists is not Exists.NO and record.as_ not in (Finish.WITHDRAWN, Finish.SUPERSEDED)


def _stay_order(row: ResidenceEntry) -> tuple[str, ...]:
    return row.person, row.household, str(row.kind), str(row.from_), str(row.until)


def _kin_order(row: RelationshipEntry) -> tuple[str, ...]:
    return row.to, row.from_, str(row.kind)
