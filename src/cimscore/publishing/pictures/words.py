"""Words of a picture and its table for people, households and concerns. Colour never carries information."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import attrs

from cimscore import ids
from cimscore.calendars import age_on
from cimscore.case import (
    ADULT,
    Case,
    ConcernEntry,
    Home,
    HouseholdEntry,
    PartialDay,
    PersonEntry,
    PlaceEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
    Rota,
    Unknown,
    first_of,
    labels_of,
)
from cimscore.errors import UnknownNameError
from cimscore.household_graph import Entered, days_of_receipt
from cimscore.ids import spelled

_STAYS = {
    ResidenceKind.FULL_TIME: "lives here full-time",
    ResidenceKind.PART_TIME: "lives here part-time",
    ResidenceKind.VISITS: "visits",
    ResidenceKind.BY_CHOICE: "stays by own choice",
}
NOT_KNOWN, NO_HOME, ELSEWHERE = "", "!none", "!elsewhere"
OUTSIDE = {
    NO_HOME: "lives in no home",
    ELSEWHERE: "lives in a home that is not in the case",
    NOT_KNOWN: "home not known (?)",
}
"""What is written over those who stay in no household of the case; none of these can be an id."""
_OUTSIDE = {Home.NONE: NO_HOME, Home.ELSEWHERE: ELSEWHERE}
_UPWARD = frozenset(RelationshipKind) - {
    RelationshipKind.PARTNER, RelationshipKind.SIBLING, RelationshipKind.HALF_SIBLING,
    RelationshipKind.STEP_SIBLING, RelationshipKind.RELATIVE, RelationshipKind.TWIN, RelationshipKind.COUSIN,
    RelationshipKind.FORMER_PARTNER, RelationshipKind.SAME_PERSON, RelationshipKind.NO_RELATION,
}  # fmt: skip


@attrs.frozen(kw_only=True)
class PictureMarks:
    """Words from a decision to show with a household or a person, such as *harm household*.

    Attributes:
        households: The words for each household, by id.
        people: The words for each person, by id.
    """

    households: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    people: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)


class PictureWords:
    """A case in words, as far as it is known; what is not known is said to be unknown, with a question mark."""

    def __init__(self, case: Case, marks: PictureMarks) -> None:
        self.case = case
        self.marks = marks
        self.entered = Entered(case, days_of_receipt(case, None))
        self.people = {person.id: person for person in case.people}
        self._labels = labels_of(case.people)
        self.households = {household.id: household for household in case.households}
        self.places = {place.id: place for place in case.places}
        _refuse_strangers("person", marks.people, self.people)
        _refuse_strangers("household", marks.households, self.households)

    @property
    def day(self) -> dt.date | None:
        """Return the day on which ages are shown: when the information was received."""
        received = self.case.dates.received
        if isinstance(received, Unknown):
            return None
        moment = first_of(received)
        return moment.instant.date() if moment.instant else moment.value

    def household(self, id: str) -> str:
        """Return the name of a household, or of a place that is not one."""
        entry: HouseholdEntry | PlaceEntry = self.places[id] if id in self.places else self.households[id]
        return entry.label or id

    def title(self, id: str) -> str:
        """Return the heading of a household, a place, or of those who stay in neither: its name and where it lies."""
        if id in OUTSIDE:
            return OUTSIDE[id]
        entry: HouseholdEntry | PlaceEntry = self.places[id] if id in self.places else self.households[id]
        kind = []
        if isinstance(entry, PlaceEntry):
            kind = ["place ?" if isinstance(entry.kind, Unknown) else f"no household: {spelled(entry.kind)}"]
        area = ["area ?" if isinstance(entry.area, Unknown) else entry.area]
        state = [] if entry.state is None else [spelled(_or_question_mark(entry.state))]
        return f"{entry.label or id} ({', '.join([*kind, *area, *state])})"

    def room(self, person: str) -> str:
        """Return the place of a person who stays in no household: where they sleep, or what is said instead."""
        entry = self.people[person]
        if entry.sleeps in self.places:
            return entry.sleeps
        return _OUTSIDE[entry.home] if isinstance(entry.home, Home) else NOT_KNOWN

    def other_home(self, person: str) -> str:
        """Return the words about a person's home apart from their stays; empty if there are none."""
        entry = self.people[person]
        if entry.home is Home.NONE and entry.sleeps:
            return f"{OUTSIDE[NO_HOME]}, sleeps: {self._name_of(entry.sleeps)}"
        if isinstance(entry.home, Home):
            return OUTSIDE[_OUTSIDE[entry.home]]
        return OUTSIDE[NOT_KNOWN] if entry.home is not None or not self.stays(person) else ""

    def _name_of(self, place: str) -> str:
        return self.household(place) if place in self.places else place

    def age(self, person: PersonEntry) -> str:
        """Return the age on the day the information was received, else the birthday."""
        if person.is_awaited:
            return "unborn"
        if not isinstance(person.born, dt.date):
            return self._age_in_part(person)
        if self.day is None or self.day < person.born:
            return f"born {person.born}"
        return f"age {age_on(person.born, self.day)}"

    def _age_in_part(self, person: PersonEntry) -> str:
        """Return what is known of an age without a birthday."""
        if not isinstance(person.age, Unknown):
            return str(person.age)
        if isinstance(person.born, PartialDay):
            return f"born {person.born}"
        if isinstance(person.adult, Unknown):
            return "age ?"
        return "an adult" if person.adult else "under 18"

    def birth(self, person: PersonEntry) -> str:
        """Return the birthday and the age; for an unborn child, what is known of the pregnancy."""
        if person.unborn and person.is_awaited:
            expected = person.unborn.expected
            return f"unborn, expected {'?' if isinstance(expected, Unknown) else expected}"
        age = self.age(person)
        said = f"{age}, born {person.born}" if age.startswith("age ") and "?" not in age else age
        return "; ".join([said, *self.death(person)])

    def death(self, person: PersonEntry) -> tuple[str, ...]:
        """Return when a person died, as far as it is known; nothing for the living."""
        if isinstance(person.died, Unknown):
            return ("died ?",)
        return () if person.died is False else ("dead",) if person.died is True else (f"died {person.died}",)

    def stays(self, person: str) -> tuple[ResidenceEntry, ...]:
        """Return the entries that say where someone stays, for an unborn child those of the mother; none if unknown."""
        stays = self.entered.stays
        return tuple(stays[person] if person in stays else stays.get(self.entered.mothers.get(person, ""), ()))

    def stay(self, row: ResidenceEntry, person: str) -> str:
        """Return the kind of stay, and since or until when. An unborn child stays as its mother does."""
        kind = "how they stay: ?" if isinstance(row.kind, Unknown) else _STAYS[row.kind]
        limits = [("from", row.from_), ("until", row.until)]
        as_mother = [] if row.person == person else ["as the mother:"]
        turns = [] if row.rota is None else [_turns(row.rota)]
        return " ".join(
            [*as_mother, kind, *turns, *(f"{word} {_or_question_mark(day)}" for word, day in limits if day is not None)]
        )

    def homes(self, person: str) -> str:
        """Return every household someone stays in, and how."""
        if not self.people[person].is_of_family:
            return "not of the family"
        stays = [f"{self.marked(row.household)}: {self.stay(row, person)}" for row in self.stays(person)]
        return "; ".join(filter(None, [*stays, self.other_home(person)]))

    def marked(self, household: str) -> str:
        """Return a household with what a decision says of it."""
        marks = self.marks.households.get(household, ())
        return f"{self.household(household)} ({', '.join(marks)})" if marks else self.household(household)

    def kin(self, person: str) -> str:
        """Return the relationships of a person, as entered."""
        said = [f"{_or_question_mark(row.kind)} {self.label(row.from_)}{_ended(row)}" for row in self.case.relationships
                if row.to == person]  # fmt: skip
        acts = self.people[person].is_
        if not self.people[person].is_of_family:
            return f"{spelled(acts)}, not of the family"
        unborn = self.people[person].unborn
        if unborn:
            mother = "?" if isinstance(unborn.mother, Unknown) else self.label(unborn.mother)
            said.insert(0, f"mother {mother}")
        return "; ".join([*said, *self.unknown_parents(person)]) or "none entered"

    def unknown_parents(self, person: str) -> tuple[str, ...]:
        """Return a note for someone whose parents matter and are not known: anyone but a carer or partner of others."""
        cares = any(row.from_ == person and row.kind in _UPWARD for row in self.case.relationships)
        partner = any(
            person in (row.from_, row.to) and row.kind is RelationshipKind.PARTNER for row in self.case.relationships
        )
        mother = any(child.unborn and child.unborn.mother == person for child in self.case.people)
        known = person in self.entered.parents or cares or partner or mother
        return () if known else ("parents ?",)

    def is_young(self, person: str) -> bool:
        """Return True if a person is surely unborn or under 18."""
        return self.entered.ages[person].high < ADULT

    def label(self, person: str) -> str:
        """Return the name of a person for texts."""
        return self._labels[person]

    def concern(self, concern: ConcernEntry) -> str:
        """Return a concern in one sentence."""
        return (
            f"{concern.id}: {_or_question_mark(concern.kind)}, about {self._names(concern.about)}; "
            f"where: {self._place(concern.place)}; present: {self._names(concern.present)}; "
            f"said to be responsible: {self._names(concern.responsible)}"
        )

    def _place(self, place: str | Unknown) -> str:
        if isinstance(place, Unknown):
            return "? (not known)"
        return place if place == ids.ELSEWHERE else self.household(place)

    def _names(self, who: tuple[str, ...] | Unknown) -> str:
        if isinstance(who, Unknown):
            return "? (not known)"
        return ", ".join(map(self.label, who)) or "no one entered"


def _refuse_strangers(noun: str, marked: Iterable[str], listed: Iterable[str]) -> None:
    for id in sorted(set(marked) - set(listed)):
        raise UnknownNameError(noun, id, listed, ids.did_you_mean(id, listed))


def _turns(rota: Rota) -> str:
    since = "whose turn it is: ?" if isinstance(rota.from_, Unknown) else f"from {rota.from_}"
    return f"by turns ({rota.here} days here, {rota.away} away, {since})"


def _ended(row: RelationshipEntry) -> str:
    """Return a note that a relationship has ended, and when."""
    if row.ended is False:
        return ""
    if isinstance(row.ended, Unknown):
        return " (ended ?)"
    return " (ended)" if row.ended is True else f" (ended {row.ended})"


def _or_question_mark(value: object) -> str:
    return "?" if isinstance(value, Unknown) else str(value)
