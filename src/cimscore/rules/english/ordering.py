"""Order of the parts of a condition in a text: known things first, denials last, then by text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cimscore.rules.conditions.asked import Holds
from cimscore.rules.conditions.conditions import Condition, Not
from cimscore.rules.conditions.things import Variable
from cimscore.rules.english.shapes import is_single

Rank = tuple[bool, int, int, int, str]

_BEING_THERE: Final = frozenset({"relation:is-person", "relation:is-home", "relation:is-concern", "relation:is-file"})


def in_order(parts: Iterable[Condition], new: Iterable[Variable] = ()) -> tuple[Condition, ...]:
    """Return parts in the order of the text. It does not depend on the order in which they were written.

    Args:
        parts: The parts.
        new: Variables that the text has not mentioned yet.
    """
    waiting, unspoken, told = list(parts), set(new), list[Condition]()
    while waiting:
        part = min(waiting, key=lambda condition: _rank(condition, unspoken))
        waiting.remove(part)
        unspoken -= part.free
        told.append(part)
    return tuple(told)


def _rank(part: Condition, unspoken: set[Variable]) -> Rank:
    new = part.free & unspoken
    early = sum(thing.other_than in unspoken for thing in new)
    return isinstance(part, Not), len(new), early, _kind(part), part.text


def _kind(part: Condition) -> int:
    """Return 0 for a part that only says that a thing is there, 1 for one that says a single thing, 2 for any other."""
    if isinstance(part, Holds) and part.predicate.key in _BEING_THERE:
        return 0
    return 1 if is_single(part) else 2
