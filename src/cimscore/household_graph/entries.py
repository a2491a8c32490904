"""What was entered about each thing, looked up in the graph: where every other question begins."""

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
from cimscore.household_graph.network import Link

if TYPE_CHECKING:
    import networkx as nx

T = TypeVar("T")


def entered(question: CoreFact, about: str, value: T | Unknown) -> Answer[T]:
    """The answer that an entry gives by itself: its value, or that this very fact is missing."""
    if isinstance(value, Unknown):
        return unknown(MissingFact(question, about))
    return known(value, Read(f"{question}@{about}", text_of(value)))


class Entries:
    """A case as a graph, and its single facts. Ids in every answer are sorted.

    Every question about an id that the case does not have raises `UnknownNameError`.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self._remembered: dict[tuple[object, ...], Any] = {}

    @functools.cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The graph itself, frozen: node attributes ``kind`` and ``entry``, edge attributes ``link`` and ``entry``."""
        return network.build(self.case)

    @functools.cached_property
    def people(self) -> tuple[str, ...]:
        """Ids of everyone in the case, born or unborn."""
        return tuple(sorted(person.id for person in self.case.people))

    @functools.cached_property
    def households(self) -> tuple[str, ...]:
        """Ids of the households."""
        return tuple(sorted(household.id for household in self.case.households))

    @functools.cached_property
    def concerns(self) -> tuple[str, ...]:
        """Ids of the concerns."""
        return tuple(sorted(concern.id for concern in self.case.concerns))

    def received(self) -> Answer[Moment | Between]:
        """When the information was received."""
        return entered(CoreFact.RECEIVED, ids.CASE, self.case.dates.received)

    def born(self, person: str) -> Answer[dt.date | None]:
        """The day of birth; none for an unborn child. A month or a year is not known as a day."""
        entry = self._person(person)
        if entry.is_awaited:
            return known(None, Read(f"unborn@{person}", "true"))
        return entered(CoreFact.BORN, person, UNKNOWN if isinstance(entry.born, PartialDay) else entry.born)

    def family(self, person: str) -> Answer[str]:
        """The family a person is said to belong to; never inferred from a surname."""
        return entered(CoreFact.FAMILY, person, self._person(person).family)

    def area(self, household: str) -> Answer[str]:
        """The geographical area a household lies in."""
        return entered(CoreFact.AREA, household, self._household(household).area)

    def is_unborn(self, person: str) -> Answer[bool]:
        """Whether a person is an unborn child; the case always says."""
        unborn = self._person(person).is_awaited
        return known(unborn, Read(f"unborn@{person}", text_of(unborn)))

    def mother_of_unborn(self, person: str) -> Answer[str | None]:
        """Who is pregnant with an unborn child; none for a person who is born."""
        unborn: Unborn | None = self._person(person).unborn
        if unborn is None:
            return known(None, Read(f"unborn@{person}", "false"))
        return entered(CoreFact.MOTHER, person, unborn.mother)

    def about(self, concern: str) -> Answer[tuple[str, ...]]:
        """Whom a concern is about."""
        return self._people_of(concern, CoreFact.ABOUT, self._concern(concern).alleged_of)

    def present(self, concern: str) -> Answer[tuple[str, ...]]:
        """Who was there, beside those a concern is about."""
        return self._people_of(concern, CoreFact.PRESENT, self._concern(concern).present)

    def responsible(self, concern: str) -> Answer[tuple[str, ...]]:
        """Who is said to be responsible."""
        return self._people_of(concern, CoreFact.RESPONSIBLE, self._concern(concern).responsible)

    def place(self, concern: str) -> Answer[str]:
        """The household where it happened, or ``elsewhere``."""
        return entered(CoreFact.PLACE, concern, self._concern(concern).place)

    def kind(self, concern: str) -> Answer[ConcernKind]:
        """What is alleged."""
        return entered(CoreFact.KIND, concern, self._concern(concern).kind)

    def occurred(self, concern: str) -> Answer[Moment | Between]:
        """When it happened."""
        return entered(CoreFact.OCCURRED, concern, self._concern(concern).occurred)

    def _people_of(self, concern: str, question: CoreFact, who: Iterable[str] | Unknown) -> Answer[tuple[str, ...]]:
        return entered(question, concern, who if isinstance(who, Unknown) else tuple(sorted(set(who))))

    def _linked(self, node: str, link: Link, *, arriving: bool = False) -> tuple[Any, ...]:
        """The entries behind the edges of one sort that leave a node, or arrive at it."""

        def entries() -> tuple[Any, ...]:
            edges = (self.graph.in_edges if arriving else self.graph.out_edges)(node, data=True)
            return tuple(edge[2]["entry"] for edge in edges if edge[2]["link"] is link)

        return self._remember((node, link, arriving), entries)

    def _remember(self, key: tuple[object, ...], answer: Callable[[], T]) -> T:
        """What `answer` gives, worked out once: a case never changes, and the same is asked many times."""
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
