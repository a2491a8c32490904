"""The household graph as rules see it: names in, names out, every read written down, unknown never no."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from cimscore.case import ConcernKind, ResidenceKind, Unknown
from cimscore.household_graph import Answer, SiblingKind
from cimscore.ids import ELSEWHERE
from cimscore.rules.missing import missing_entry
from cimscore.rules.openness import Open
from cimscore.rules.recorder import Recorder
from cimscore.rules.things import Concern, Household, Person, PersonAt
from cimscore.rules.world import World

if TYPE_CHECKING:
    from cimscore.household_graph import HouseholdGraph

T = TypeVar("T")


class HouseholdQuestions:
    """Who lives where, who is whose, how old, and what a concern says, on the day of receipt.

    Every question raises `Open` where the case does not settle it.
    """

    __slots__ = ("__graph", "__on", "__recorder", "__world")

    def __init__(self, world: World, recorder: Recorder) -> None:
        received = world.case.dates.received
        self.__graph: HouseholdGraph = world.graph
        self.__on: dt.date | None = None if isinstance(received, Unknown) else received.day(world.zone)
        self.__recorder = recorder
        self.__world = world

    # Stays.

    def lives_in(self, who: PersonAt) -> bool:
        """Whether the person lives in the household, full-time or part-time."""
        return self.__take(self.__graph.lives_in, who.person.id, who.household.id, self.__on)

    def visits(self, who: PersonAt) -> bool:
        """Whether the person is in the habit of visiting the household."""
        return self.__take(self.__graph.visits, who.person.id, who.household.id, self.__on)

    def stays_by_choice(self, who: PersonAt) -> bool:
        """Whether the person chooses to stay in the household, where they do not live."""
        return self.__take(self.__graph.stays_by_choice, who.person.id, who.household.id, self.__on)

    def stay(self, who: PersonAt) -> ResidenceKind | None:
        """How the person stays in the household; None when they do not."""
        return self.__take(self.__graph.stay, who.person.id, who.household.id, self.__on)

    def homes(self, person: Person) -> tuple[Household, ...]:
        """The households in which the person lives."""
        return tuple(Household(id) for id in self.__take(self.__graph.homes, person.id, self.__on))

    def former_homes(self, person: Person) -> tuple[Household, ...]:
        """The households in which the person has lived and lives no longer."""
        return tuple(Household(id) for id in self.__take(self.__graph.former_homes, person.id, self.__on))

    def shared_care(self, person: Person) -> tuple[Household, ...]:
        """The households between which the person lives, when there are two or more; else none."""
        return tuple(Household(id) for id in self.__take(self.__graph.shared_care, person.id, self.__on))

    def area(self, household: Household) -> str:
        """The area the household lies in."""
        return self.__take(self.__graph.area, household.id)

    # Kin.

    def parents(self, child: Person) -> tuple[Person, ...]:
        """The child's parents, adoptive parents included."""
        return _people(self.__take(self.__graph.parents, child.id))

    def is_parent(self, person: Person, child: Person) -> bool:
        """Whether a person is a parent of the child."""
        return self.__take(self.__graph.is_parent, person.id, child.id)

    def carers(self, child: Person) -> tuple[Person, ...]:
        """The child's step-parents, foster parents, guardians and carers."""
        return _people(self.__take(self.__graph.carers, child.id))

    def has_parent_in(self, who: PersonAt) -> bool:
        """Whether a parent of the person lives in the household."""
        return self.__take(self.__graph.has_parent_in, who.person.id, who.household.id, self.__on)

    def sibling_kind(self, one: Person, other: Person) -> SiblingKind | None:
        """How two people are siblings; None when they are not."""
        return self.__take(self.__graph.sibling_kind, one.id, other.id)

    def are_siblings(self, one: Person, other: Person) -> bool:
        """Whether two people are siblings of any kind."""
        return self.__take(self.__graph.are_siblings, one.id, other.id)

    def family(self, person: Person) -> str:
        """The family the person is said to belong to; never inferred from a name."""
        return self.__take(self.__graph.family, person.id)

    # Age and birth.

    def is_child(self, person: Person) -> bool:
        """Whether the person is unborn, or under 18 on the day of receipt."""
        return self.__take(self.__graph.is_child, person.id, self.__on)

    def is_unborn(self, person: Person) -> bool:
        """Whether the person is an unborn child."""
        return self.__take(self.__graph.is_unborn, person.id)

    def mother_of_unborn(self, person: Person) -> Person | None:
        """Who is pregnant with the unborn child; None for a person who is born."""
        mother = self.__take(self.__graph.mother_of_unborn, person.id)
        return Person(mother) if mother else None

    def age(self, person: Person) -> int | None:
        """The age in completed years on the day of receipt; None for an unborn child."""
        return self.__take(self.__graph.age_on, person.id, self.__on)

    # Concerns.

    def is_about(self, concern: Concern, person: Person) -> bool:
        """Whether a concern is about the person."""
        return self.__take(self.__graph.is_about, concern.id, person.id)

    def was_present(self, concern: Concern, person: Person) -> bool:
        """Whether the person was there: the concern is about them, or names them as present."""
        return self.__take(self.__graph.was_present, concern.id, person.id)

    def responsible(self, concern: Concern) -> tuple[Person, ...]:
        """Who is said to be responsible."""
        return _people(self.__take(self.__graph.responsible, concern.id))

    def kind(self, concern: Concern) -> ConcernKind:
        """What the concern alleges."""
        return self.__take(self.__graph.kind, concern.id)

    def happened_in(self, concern: Concern, household: Household) -> bool:
        """Whether the concern happened in the household."""
        return self.__take(self.__graph.is_placed_in, concern.id, household.id)

    def happened_elsewhere(self, concern: Concern) -> bool:
        """Whether it happened in none of the case's households."""
        return self.__take(self.__graph.place, concern.id) == ELSEWHERE

    def __take(self, question: Callable[..., Answer[T]], *about: Any) -> T:
        """The graph's answer, its reads written down; worked out once for each case.

        Raises:
            Open: The case does not settle it.
        """
        key = (question.__name__, *about)
        answer: Answer[T] | None = self.__world.remembered.get(key)
        if answer is None:
            answer = self.__world.remembered[key] = question(*about)
        self.__recorder.page.read(*answer.rests_on)
        if not answer.known:
            first = answer.missing[0]
            raise Open(missing_entry(self.__world.case, first.question, first.about))
        return answer.value  # type: ignore[return-value]  # known, so of type T, which may itself be optional


def _people(ids: tuple[str, ...]) -> tuple[Person, ...]:
    return tuple(Person(id) for id in ids)
