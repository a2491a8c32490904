"""Aggregates: conditions about a whole group, used like any other condition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.listing import unlisted
from cimscore.rules.conditions.things import Value, Variable
from cimscore.rules.refusals import AuthorError


@attrs.frozen(eq=False)
class Aggregate(Predicate):
    """Condition about all members of a group together.

    Attributes:
        member: Variable for a member of the group.
        condition: Condition that lists the members of each group. Its other variables name the group.
    """

    member: Variable
    condition: Condition

    def __attrs_post_init__(self) -> None:
        missing = [variable.name for variable in unlisted(self.condition)]
        absent = [variable.name for variable in self.members if variable not in self.condition.free]
        if missing or absent:
            raise AuthorError(
                what=f"{type(self).__name__.lower()} over {self.condition.text}",
                found=f"{', '.join(missing or absent)} is listed by nothing positive",
                expected="a condition that lists the members of each group",
            )

    @property
    def members(self) -> tuple[Variable, ...]:
        """Return the variables that tell one member of a group from another."""
        return (self.member,)

    @property
    def group(self) -> tuple[Variable, ...]:
        """Return the variables that name a group."""
        return tuple(sorted(self.condition.free - {*self.members}, key=lambda variable: variable.name))

    @property
    def key(self) -> str:
        """Return its key, the text that identifies it."""
        return f"{type(self).__name__.lower()}:{self.member.name}:{self.condition.text}"


@attrs.frozen(eq=False)
class AtLeast(Aggregate):
    """Count of at least so many members. The grade is that of the n-th best member."""

    number: int

    def __attrs_post_init__(self) -> None:
        if self.number < 1:
            raise AuthorError(what=f"at least {self.number} of {self.member}", found="no number", expected="1 or more")
        super().__attrs_post_init__()

    @property
    def key(self) -> str:
        """Return its key, the text that identifies it."""
        return f"atleast:{self.number}:{self.member.name}:{self.condition.text}"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """Return the variables of the group."""
        return self.group


@attrs.frozen(eq=False)
class AddsUp(AtLeast):
    """Sum of the points of all members, of at least a number.

    What is certain alone may reach it. Where a member may have several points, those that are held as surely count.

    Attributes:
        points: Variable for the points of a member, a whole number from 0.
    """

    points: Value[int]

    @property
    def members(self) -> tuple[Variable, ...]:
        """Return the variables of a member and its points."""
        return (self.member, self.points)

    @property
    def key(self) -> str:
        """Return its key, the text that identifies it."""
        return f"addsup:{self.number}:{self.member.name}:{self.points.name}:{self.condition.text}"


@attrs.frozen(eq=False)
class Earliest(Aggregate):
    """The member is the earliest of its group; ranges are compared by each end."""

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """Return the variables of the group, then the member."""
        return (*self.group, self.member)


@attrs.frozen(eq=False)
class NoLater(Earliest):
    """The member is the latest that the earliest of its group can be, whichever of them holds."""


@attrs.frozen(eq=False)
class NotOutranked(Earliest):
    """The member holds and no stronger one does, in the order of `ranks`."""

    ranks: tuple[Any, ...]

    @property
    def key(self) -> str:
        """Return its key, the text that identifies it."""
        return f"notoutranked:{self.ranks!r}:{self.member.name}:{self.condition.text}"


def at_least(number: int, member: Variable, condition: Condition) -> Condition:
    """Return the condition that at least so many different members meet a condition."""
    aggregate = AtLeast(member, condition, number)
    return aggregate.holds(*aggregate.group)


def adds_up_to(number: int, points: Value[int], member: Variable, condition: Condition) -> Condition:
    """Return the condition that the points of all members of a group come to at least a number.

    Args:
        number: The number, from 1.
        points: Variable for the points of a member.
        member: Variable for a member.
        condition: Condition that lists each member with its points. Its other variables name the group.
    """
    aggregate = AddsUp(member, condition, number, points)
    return aggregate.holds(*aggregate.group)


def earliest(member: Value[Any], condition: Condition) -> Condition:
    """Return the condition that a due date is the earliest of those that meet a condition."""
    aggregate = Earliest(member, condition)
    return aggregate.holds(*aggregate.group, member)


def no_later(member: Value[Any], condition: Condition) -> Condition:
    """Return the condition that a due date is one that the earliest cannot be later than."""
    aggregate = NoLater(member, condition)
    return aggregate.holds(*aggregate.group, member)


def not_outranked(member: Value[Any], condition: Condition, ranks: Sequence[Any]) -> Condition:
    """Return the condition that a member fulfils a condition and no member before it in `ranks` does."""
    aggregate = NotOutranked(member, condition, tuple(ranks))
    return aggregate.holds(*aggregate.group, member)
