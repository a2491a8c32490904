"""Entries of a case, looked up in the graph. Every other question starts here."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from cimscore import ids
from cimscore.case import (
    UNKNOWN,
    Between,
    Case,
    ConcernEntry,
    ConcernKind,
    HouseholdEntry,
    Moment,
    PartialDay,
    PersonEntry,
    Unborn,
    Unknown,
)
from cimscore.errors import UnknownNameError
from cimscore.household_graph import network
from cimscore.household_graph.answers import Answer, CoreFact, MissingFact, Read, known, text_of, unknown
from cimscore.household_graph.network import EdgeKind

if TYPE_CHECKING:
    import networkx as nx

T = TypeVar("T")


def entered(question: CoreFact, about: str, value: T | Unknown) -> Answer[T]:
    """Return the answer of a single entry: its value, or the missing fact itself."""
    if isinstance(value, Unknown):
        return unknown(MissingFact(question, about))
    return known(value, Read(f"{question}@{about}", text_of(value)))


class EntryLookup:
    """A case as a graph, and its single facts. Ids in every answer are sorted.

    Every question about an id that the case does not have raises `UnknownNameError`.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self._remembered: dict[tuple[object, ...], Any] = {}

    @functools.cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """Return the frozen graph. Nodes have ``kind`` and ``entry``; edges have ``link`` and ``entry``."""
        return network.build(self.case)

    @functools.cached_property
    def people(self) -> tuple[str, ...]:
        """Return the ids of everyone in the case, born or unborn."""
        return tuple(sorted(person.id for person in self.case.people))

    @functools.cached_property
    def households(self) -> tuple[str, ...]:
        """Return the ids of the households."""
        return tuple(sorted(household.id for household in self.case.households))

    @functools.cached_property
    def concerns(self) -> tuple[str, ...]:
        """Return the ids of the concerns."""
        return tuple(sorted(concern.id for concern in self.case.concerns))

    def received(self) -> Answer[Moment | Between]:
        """Return the time when the information was received."""
        return entered(CoreFact.RECEIVED, ids.CASE, self.case.dates.received)

    def born(self, person: str) -> Answer[dt.date | None]:
        """Return the day of birth; None for an unborn child. A month or a year alone is not a known day."""
        entry = self._person(person)
        if entry.is_awaited:
            return known(None, Read(f"unborn@{person}", "true"))
        return entered(CoreFact.BORN, person, UNKNOWN if isinstance(entry.born, PartialDay) else entry.born)

    def family(self, person: str) -> Answer[str]:
        """Return the family that a person is said to belong to. It is never inferred from a surname."""
        return entered(CoreFact.FAMILY, person, self._person(person).family)

    def area(self, household: str) -> Answer[str]:
        """Return the geographical area of a household."""
        return entered(CoreFact.AREA, household, self._household(household).area)

    def is_unborn(self, person: str) -> Answer[bool]:
        """Return yes if a person is an unborn child. The case always says."""
        unborn = self._person(person).is_awaited
        return known(unborn, Read(f"unborn@{person}", text_of(unborn)))

    def mother_of_unborn(self, person: str) -> Answer[str | None]:
        """Return the person who is pregnant with an unborn child; None for a person who is born."""
        unborn: Unborn | None = self._person(person).unborn
        if unborn is None:
            return known(None, Read(f"unborn@{person}", "false"))
        return entered(CoreFact.MOTHER, person, unborn.mother)

    def about(self, concern: str) -> Answer[tuple[str, ...]]:
        """Return the people that a concern is about."""
        return self._people_of(concern, CoreFact.ABOUT, self._concern(concern).alleged_of)

    def present(self, concern: str) -> Answer[tuple[str, ...]]:
        """Return the other people who were there."""
        return self._people_of(concern, CoreFact.PRESENT, self._concern(concern).present)

    def responsible(self, concern: str) -> Answer[tuple[str, ...]]:
        """Return the people said to be responsible."""
        return self._people_of(concern, CoreFact.RESPONSIBLE, self._concern(concern).responsible)

    def place(self, concern: str) -> Answer[str]:
        """Return the household where it happened, or ``elsewhere``."""
        return entered(CoreFact.PLACE, concern, self._concern(concern).place)

    def kind(self, concern: str) -> Answer[ConcernKind]:
        """Return the kind of allegation."""
        return entered(CoreFact.KIND, concern, self._concern(concern).kind)

    def occurred(self, concern: str) -> Answer[Moment | Between]:
        """Return the time when it happened."""
        return entered(CoreFact.OCCURRED, concern, self._concern(concern).occurred)

    def _people_of(self, concern: str, question: CoreFact, who: Iterable[str] | Unknown) -> Answer[tuple[str, ...]]:
        return entered(question, concern, who if isinstance(who, Unknown) else tuple(sorted(set(who))))

    def _linked(self, node: str, link: EdgeKind, *, arriving: bool = False) -> tuple[Any, ...]:
        """Return the entries behind the edges of one kind that leave a node, or arrive at it."""

        def entries() -> tuple[Any, ...]:
            edges = (self.graph.in_edges if arriving else self.graph.out_edges)(node, data=True)
            return tuple(edge[2]["entry"] for edge in edges if edge[2]["link"] is link)

        return self._remember((node, link, arriving), entries)

    def _remember(self, key: tuple[object, ...], answer: Callable[[], T]) -> T:
        """Return the value of `answer`, computed once. A case never changes, and the same question comes up often."""
        if key not in self._remembered:
            self._remembered[key] = answer()
        found: T = self._remembered[key]
        return found

    def _person(self, id: str) -> PersonEntry:
        entry: PersonEntry = self._entry(id, "person", self.people)
        return entry

    def _household(self, id: str) -> HouseholdEntry:
        entry: HouseholdEntry = self._entry(id, "household", self.households)
        return entry

    def _concern(self, id: str) -> ConcernEntry:
        entry: ConcernEntry = self._entry(id, "concern", self.concerns)
        return entry

    def _entry(self, id: str, noun: str, listed: tuple[str, ...]) -> Any:
        if id not in listed:
            raise UnknownNameError(noun, id, listed, ids.did_you_mean(id, listed))
        return self.graph.nodes[id]["entry"]
