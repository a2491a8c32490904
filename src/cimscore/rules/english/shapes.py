"""The shapes of conditions that the English tells apart."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from cimscore.rules.conditions.aggregates import Aggregate
from cimscore.rules.conditions.asked import Holds
from cimscore.rules.conditions.conditions import And, Compared, Condition, Not, Or, Same, Some
from cimscore.rules.conditions.things import Variable


def is_positive(condition: Condition) -> bool:
    """Return True if a condition states a single thing."""
    if isinstance(condition, Holds):
        return not isinstance(condition.predicate, Aggregate)
    return isinstance(condition, Compared | Same)


def is_single(condition: Condition) -> bool:
    """Return True if a condition states or denies a single thing."""
    return is_positive(condition.part if isinstance(condition, Not) else condition)


@attrs.frozen
class Junction:
    """Several parts, and how many of them have to hold.

    Attributes:
        header: The words above their list.
        parts: The parts.
        every: Whether all of them have to hold, as far as `denied` goes.
        denied: Whether it is denied as a whole.
    """

    header: str
    parts: tuple[Condition, ...]
    every: bool
    denied: bool


def junction_of(condition: Condition) -> Junction | None:
    """Return the parts of a condition that joins several, denied or not; None for any other."""
    match condition:
        case And(parts=parts):
            return Junction("all of these are true:", parts, every=True, denied=False)
        case Or(parts=parts):
            return Junction("at least one of these is true:", parts, every=False, denied=False)
        case Not(part=And(parts=parts)):
            return Junction("not all of these are true:", parts, every=True, denied=True)
        case Not(part=Or(parts=parts)):
            return Junction("none of these is true:", parts, every=False, denied=True)
        case _:
            return None


@attrs.frozen
class Bound:
    """Condition about things that it introduces.

    Attributes:
        things: The variables.
        part: Condition about them, without parts which only say that they differ.
        differing: Those that the text says differ from the variable they are `other_than`.
    """

    things: tuple[Variable, ...]
    part: Condition
    differing: tuple[Variable, ...] = ()


def bound_of(things: Iterable[Variable], part: Condition) -> Bound:
    """Return what holds of some things; "another" says in one word that one differs, so that part is left out."""
    things = tuple(things)
    if not isinstance(part, And):
        return Bound(things, part)
    differences = {_difference(thing): thing for thing in things if thing.other_than is not None}
    kept = tuple(piece for piece in part.parts if piece.text not in differences)
    differing = tuple(differences[piece.text] for piece in part.parts if piece.text in differences)
    if not kept:
        return Bound(things, part)
    return Bound(things, kept[0] if len(kept) == 1 else And(kept), differing)


def bound_by(condition: Some) -> Bound:
    """Return what holds of the things of a `some`."""
    return bound_of(condition.things, condition.part)


def _difference(thing: Variable) -> str:
    assert thing.other_than is not None  # noqa: S101 - asked only of those that have one
    return Not(Same(thing, thing.other_than)).text
