"""The order in which the parts of a condition are told: known things first, what is denied last, then text."""

from __future__ import annotations

from collections.abc import Iterable

from cimscore.author.conditions import Condition, Not
from cimscore.author.english.shapes import is_single
from cimscore.author.things import Variable

Rank = tuple[bool, int, int, bool, str]


def in_order(parts: Iterable[Condition], new: Iterable[Variable] = ()) -> tuple[Condition, ...]:
    """Return parts in the order in which they are told; it never depends on the order in which they were written.

    Args:
        parts: The parts.
        new: The variables that no part has spoken of yet.
    """
    waiting, unspoken, told = list(parts), set(new), list[Condition]()
    while waiting:
        part = min(waiting, key=lambda each: _rank(each, unspoken))
        waiting.remove(part)
        unspoken -= part.free
        told.append(part)
    return tuple(told)


def _rank(part: Condition, unspoken: set[Variable]) -> Rank:
    new = part.free & unspoken
    early = sum(thing.other_than in unspoken for thing in new)
    return isinstance(part, Not), len(new), early, not is_single(part), part.text
