"""The entries of a case, each with its place: what the cross checks work on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Final, Protocol, TypeVar

import attrs

from cimscore.case.concerns import ConcernEntry
from cimscore.case.decisions import DecisionEntry, FactEntry
from cimscore.case.finished import DoneEntry
from cimscore.case.forms import Declared, Form
from cimscore.case.households import HouseholdEntry, ResidenceEntry
from cimscore.case.kin import RelationshipEntry
from cimscore.case.local_days import LocalDaysEntry
from cimscore.case.moments import Between, Moment
from cimscore.case.people import PersonEntry
from cimscore.case.places import PlaceEntry
from cimscore.case.records import OnFileEntry, RecordEntry
from cimscore.case.unknown import UNKNOWN, Unknown
from cimscore.ids import CASE, Hints

T = TypeVar("T")
NOUNS: Final = {
    "people": "person",
    "households": "household",
    "places": "place",
    "concerns": "concern",
    "records": "record",
}


class HasReceived(Protocol):
    """The moments of a case as a whole."""

    @property
    def received(self) -> Moment | Between | Unknown:
        """Return the time when the information was received."""


class Entries(Protocol):
    """Everything that a case holds, whether or not it holds together: a `Case` is one."""

    @property
    def dates(self) -> HasReceived:
        """Return the moments of the case as a whole."""

    @property
    def people(self) -> tuple[PersonEntry, ...]:
        """Return everybody whom it names."""

    @property
    def households(self) -> tuple[HouseholdEntry, ...]:
        """Return the homes."""

    @property
    def places(self) -> tuple[PlaceEntry, ...]:
        """Return the places that are not households."""

    @property
    def residences(self) -> tuple[ResidenceEntry, ...]:
        """Return the stays of people in households."""

    @property
    def relationships(self) -> tuple[RelationshipEntry, ...]:
        """Return the relationships between people."""

    @property
    def concerns(self) -> tuple[ConcernEntry, ...]:
        """Return the concerns."""

    @property
    def records(self) -> tuple[RecordEntry, ...]:
        """Return the records on file, and the moves of new records."""

    @property
    def on_file(self) -> tuple[OnFileEntry, ...]:
        """Return the statements about other records on file."""

    @property
    def done(self) -> tuple[DoneEntry, ...]:
        """Return the acts that have been done."""

    @property
    def decisions(self) -> tuple[DecisionEntry, ...]:
        """Return the decisions of people."""

    @property
    def facts(self) -> tuple[FactEntry, ...]:
        """Return the other facts."""

    @property
    def local_days(self) -> tuple[LocalDaysEntry, ...]:
        """Return the holidays of single places."""


@attrs.frozen(kw_only=True)
class GivenId:
    """An id that a document gives to something."""

    id: str
    section: str
    where: str


@attrs.frozen(kw_only=True, slots=False)
class Names:
    """Ids given in a document.

    Attributes:
        given: Ids, in the order of the document.
        unsure: Sections with an id that cannot be read. Little can be called missing from these.
    """

    given: tuple[GivenId, ...]
    unsure: frozenset[str] = frozenset()

    def in_sections(self, sections: Iterable[str]) -> frozenset[str]:
        """Return the ids given in any of `sections`."""
        found = [self._by_section[section] for section in sections]
        return found[0] if len(found) == 1 else frozenset[str]().union(*found)

    def noun_of(self, id: str) -> str:
        """Return the word for the first thing that `id` names; empty if it names nothing."""
        return self._nouns.get(id, "")

    @cached_property
    def _by_section(self) -> Mapping[str, frozenset[str]]:
        found = defaultdict[str, set[str]](set)
        for given in self.given:
            found[given.section].add(given.id)
        return {section: frozenset(found[section]) for section in NOUNS}

    @cached_property
    def _nouns(self) -> Mapping[str, str]:
        # Reversed, so that the first thing with an id wins.
        return {given.id: NOUNS[given.section] for given in reversed(self.given)}


@attrs.frozen(kw_only=True, slots=False)
class Material:
    """Usable entries of a case for the cross checks, by path.

    Attributes:
        received: Time when the information was received.
        names: Ids that are given, in usable entries or not.
        forms: Form of the answers to every question; None if the programs are not known.
        declared: Other declarations of the programs; None if they are not known.
        elsewhere: Programs that the case names and that are not here, so that nobody knows their questions.
        hints: Remaining allowance for suggesting names.
    """

    received: Moment | Between | Unknown = UNKNOWN
    people: Mapping[str, PersonEntry] = attrs.field(factory=dict)
    households: Mapping[str, HouseholdEntry] = attrs.field(factory=dict)
    residences: Mapping[str, ResidenceEntry] = attrs.field(factory=dict)
    relationships: Mapping[str, RelationshipEntry] = attrs.field(factory=dict)
    concerns: Mapping[str, ConcernEntry] = attrs.field(factory=dict)
    records: Mapping[str, RecordEntry] = attrs.field(factory=dict)
    on_file: Mapping[str, OnFileEntry] = attrs.field(factory=dict)
    done: Mapping[str, DoneEntry] = attrs.field(factory=dict)
    decisions: Mapping[str, DecisionEntry] = attrs.field(factory=dict)
    facts: Mapping[str, FactEntry] = attrs.field(factory=dict)
    local_days: Mapping[str, LocalDaysEntry] = attrs.field(factory=dict)
    names: Names
    forms: Mapping[str, Form] | None = None
    declared: Declared | None = None
    elsewhere: frozenset[str] = frozenset()
    hints: Hints = attrs.field(factory=Hints, eq=False, repr=False)

    @cached_property
    def people_by_id(self) -> Mapping[str, tuple[str, PersonEntry]]:
        """Return each person with the path of the entry, by id."""
        return {person.id: (path, person) for path, person in self.people.items()}

    @cached_property
    def concerns_by_id(self) -> Mapping[str, tuple[str, ConcernEntry]]:
        """Return each concern with the path of the entry, by id."""
        return {concern.id: (path, concern) for path, concern in self.concerns.items()}


def material_of(
    entries: Entries,
    forms: Mapping[str, Form] | None = None,
    without: Collection[str] = frozenset(),
    declared: Declared | None = None,
) -> Material:
    """Return the entries of a case with the paths that its document would give them.

    Args:
        entries: A case, or any object with the same entries.
        forms: Form of the answers to every question, if the programs are known.
        without: Paths of entries, or ``dates``, that cannot be used.
        declared: Other declarations of the programs, if they are known.
    """

    def located(section: str, found: tuple[T, ...]) -> dict[str, T]:
        paths = {f"{section}[{index}]": entry for index, entry in enumerate(found)}
        return {path: entry for path, entry in paths.items() if path not in without} if without else paths

    people, households = located("people", entries.people), located("households", entries.households)
    places = located("places", entries.places)
    concerns, records = located("concerns", entries.concerns), located("records", entries.records)
    named: tuple[Mapping[str, PersonEntry | HouseholdEntry | PlaceEntry | ConcernEntry | RecordEntry], ...]
    named = (people, households, places, concerns, records)
    given = (
        GivenId(id=entry.id, section=path.partition("[")[0], where=f"{path}.id")
        for section in named
        for path, entry in section.items()
    )
    return Material(
        received=UNKNOWN if "dates" in without else entries.dates.received,
        people=people,
        households=households,
        residences=located("residences", entries.residences),
        relationships=located("relationships", entries.relationships),
        concerns=concerns,
        records=records,
        on_file=located("on_file", entries.on_file),
        done=located("done", entries.done),
        decisions=located("decisions", entries.decisions),
        facts=_facts(located("facts", entries.facts)),
        local_days=located("local_days", entries.local_days),
        names=Names(given=tuple(given), unsure=frozenset(path.partition("[")[0] for path in without)),
        forms=forms,
        declared=declared,
    )


def _facts(located: Mapping[str, FactEntry]) -> dict[str, FactEntry]:
    """Return the facts by their path in a document, or by their place in the tuple if that path is taken."""
    found: dict[str, FactEntry] = {}
    for place, fact in located.items():
        path = path_of_fact(fact)
        # A repeated answer needs a path of its own, so that the check for repeats can see it.
        found[place if path in found else path] = fact
    return found


def path_of_fact(fact: FactEntry) -> str:
    """Return the path that a document would give the fact."""
    about = "" if fact.about == CASE else f".{fact.about}"
    return f"facts.{fact.question.replace('/', '.', 1)}{about}"
