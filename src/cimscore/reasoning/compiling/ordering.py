"""Order in which the parts of a condition run: look-ups first, then binding parts, then loops."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

import attrs

from cimscore.rules.conditions.asked import Holds
from cimscore.rules.conditions.conditions import And, Compared, Condition, Not, Or, Same, Some
from cimscore.rules.conditions.listing import listed
from cimscore.rules.conditions.substitution import substituted
from cimscore.rules.conditions.things import Term, Variable
from cimscore.rules.refusals import AuthorError


def unbound_side(part: Same, bound: Container[Variable]) -> tuple[Variable, Term]:
    """Return the variable that an equality binds, and the term that it is bound to."""
    if isinstance(part.one, Variable) and part.one not in bound:
        return part.one, part.other
    if isinstance(part.other, Variable):
        return part.other, part.one
    raise AuthorError(what=part.text, found="nothing that it could bind", expected="a variable on one side")


def as_listing(branch: Condition) -> Condition:
    """Return a branch in the form that lists: a denied "or" as denials, a denied "and" as alternatives."""
    if isinstance(branch, Not) and isinstance(branch.part, Or):
        # De Morgan's law. Sorted, so that the code made from it is the same in every process.
        return And(tuple(sorted((~part for part in branch.part.parts), key=lambda part: part.text)))
    if isinstance(branch, Not) and isinstance(branch.part, And):
        return Or(tuple(sorted((~part for part in branch.part.parts), key=lambda part: part.text)))
    return branch


def flattened(part: Condition, known: AbstractSet[Variable], numbers: Iterator[int]) -> Iterator[Condition]:
    """Yield the parts of an `and`, those of a `some` that has to list included.

    Args:
        part: The condition.
        known: The variables that are listed already.
        numbers: Numbers that tell apart the things of one `some` and another.
    """
    part = part if part.free <= known else as_listing(part)
    match part:
        case And(parts=parts):
            for inner in parts:
                yield from flattened(inner, known, numbers)
        case Some(things=things, part=inner) if not part.free <= known:
            yield from flattened(_renamed_apart(things, inner, next(numbers)), known, numbers)
        case _:
            yield part


def _renamed_apart(things: Sequence[Variable], part: Condition, number: int) -> Condition:
    """Return the part of a `some` with its things under names that nothing around it uses."""
    return substituted(part, {thing: attrs.evolve(thing, name=f"{thing.name}#{number}") for thing in things})


_WEIGHTS: Final[Mapping[type[Condition], int]] = {Holds: 0, Same: 0, Compared: 1, Not: 2, And: 3, Or: 3, Some: 9}


def weight(part: Condition) -> int:
    """Return how much a look-up costs; of two that cost the same, the text decides."""
    inner = part.part if isinstance(part, Not) else part
    return _WEIGHTS[type(inner)]


def cost(part: Condition, known: frozenset[Variable]) -> tuple[int, int]:
    """Return how much a part costs next: look-ups first, then what binds by equality, then loops by what is bound."""
    if part.free <= known:
        return 0, weight(part)
    reached = listed(part, known)
    if not part.free <= reached:
        return 9, 0
    if isinstance(part, Same):
        return 1, 0
    new = len(part.free - known)
    anchored = bool(part.free & known) or any(not isinstance(term, Variable) for term in getattr(part, "terms", ()))
    return (2 if anchored else 4) + (not isinstance(part, Holds)), new
