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
        """When the information was received."""


class Entries(Protocol):
    """Everything that a case holds, whether or not it holds together: a `Case` is one."""

    @property
    def dates(self) -> HasReceived:
        """The moments of the case as a whole."""

    @property
    def people(self) -> tuple[PersonEntry, ...]:
        """Everybody whom it names."""

    @property
    def households(self) -> tuple[HouseholdEntry, ...]:
        """The homes."""

    @property
    def places(self) -> tuple[PlaceEntry, ...]:
        """Places that are no household."""

    @property
    def residences(self) -> tuple[ResidenceEntry, ...]:
        """Who stays where, and how."""

    @property
    def relationships(self) -> tuple[RelationshipEntry, ...]:
        """Who is whose."""

    @property
    def concerns(self) -> tuple[ConcernEntry, ...]:
        """What is alleged."""

    @property
    def records(self) -> tuple[RecordEntry, ...]:
        """What is on file, and the moves of records to be made."""

    @property
    def on_file(self) -> tuple[OnFileEntry, ...]:
        """What is known of whether there are others on file."""

    @property
    def done(self) -> tuple[DoneEntry, ...]:
        """What has been done."""

    @property
    def decisions(self) -> tuple[DecisionEntry, ...]:
        """What people have decided."""

    @property
    def facts(self) -> tuple[FactEntry, ...]:
        """What else is known."""

    @property
    def local_days(self) -> tuple[LocalDaysEntry, ...]:
        """The holidays of single places."""


@attrs.frozen(kw_only=True)
class Given:
    """An id that a document gives to something."""

    id: str
    section: str
    where: str


@attrs.frozen(kw_only=True, slots=False)
class Names:
    """Every id given in a document.

    Attributes:
        given: In the order of the document.
        unsure: Sections in which some id cannot be read, so that little can be called missing from them.
    """

    given: tuple[Given, ...]
    unsure: frozenset[str] = frozenset()

    def in_sections(self, sections: Iterable[str]) -> frozenset[str]:
        """The ids given in any of `sections`."""
        found = [self._by_section[section] for section in sections]
        return found[0] if len(found) == 1 else frozenset[str]().union(*found)

    def noun_of(self, id: str) -> str:
        """What `id` names first, in a word; empty where it names nothing."""
        return self._nouns.get(id, "")

    @cached_property
    def _by_section(self) -> Mapping[str, frozenset[str]]:
        found = defaultdict[str, set[str]](set)
        for given in self.given:
            found[given.section].add(given.id)
        return {section: frozenset(found[section]) for section in NOUNS}

    @cached_property
    def _nouns(self) -> Mapping[str, str]:
        return {given.id: NOUNS[given.section] for given in reversed(self.given)}


@attrs.frozen(kw_only=True, slots=False)
class Material:
    """What the cross checks have to go by: the entries that can be used, by their path.

    Attributes:
        received: The moment at which the information was received.
        names: The ids that are given, in usable entries or not.
        forms: The form of the answers to every question; None where the programs are not known.
        declared: What else the programs declare; None where they are not known.
        hints: What is left for naming what was probably meant.
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
    hints: Hints = attrs.field(factory=Hints)

    @cached_property
    def people_by_id(self) -> Mapping[str, tuple[str, PersonEntry]]:
        """Each person with the path of the entry, by id."""
        return {person.id: (path, person) for path, person in self.people.items()}

    @cached_property
    def concerns_by_id(self) -> Mapping[str, tuple[str, ConcernEntry]]:
        """Each concern with the path of the entry, by id."""
        return {concern.id: (path, concern) for path, concern in self.concerns.items()}


def material_of(
    entries: Entries,
    forms: Mapping[str, Form] | None = None,
    without: Collection[str] = frozenset(),
    declared: Declared | None = None,
) -> Material:
    """The entries of a case with the paths that its document would give them.

    Args:
        entries: A case, or whatever holds the same entries.
        forms: The form of the answers to every question, where the programs are known.
        without: Paths of entries, or ``dates``, that are of no use.
        declared: What else the programs declare, where they are known.
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
        Given(id=entry.id, section=path.partition("[")[0], where=f"{path}.id")
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
    """The facts by the path in a document; by their place in the tuple where that path is taken."""
    found: dict[str, FactEntry] = {}
    for place, fact in located.items():
        path = path_of_fact(fact)
        found[place if path in found else path] = fact
    return found


def path_of_fact(fact: FactEntry) -> str:
    """The path that a document would give the fact."""
    about = "" if fact.about == CASE else f".{fact.about}"
    return f"facts.{fact.question.replace('/', '.', 1)}{about}"
