"""Every condition that differs from another in a single step: negated, dropped, "and" for "or", at every depth."""

from __future__ import annotations

import contextlib
import functools
import operator
from collections.abc import Iterator

from cimscore.rules.conditions.conditions import And, Condition, Not, Or, Some
from cimscore.rules.refusals import AuthorError


def mutants(condition: Condition) -> dict[str, Condition]:
    """Return every mutant of a condition, by its text."""
    found = {mutant.text: mutant for mutant in _mutants(condition)}
    found.pop(condition.text, None)
    return found


def _mutants(condition: Condition) -> Iterator[Condition]:
    yield ~condition
    match condition:
        case And(parts=parts) | Or(parts=parts):
            yield from _changed(condition, parts)
        case Not(part=part):
            yield from (~mutant for mutant in _mutants(part))
        case Some(things=things, part=part):
            kept = (mutant for mutant in _mutants(part) if set(things) <= mutant.free)
            yield from (Some(things, mutant) for mutant in kept)


def _changed(condition: And | Or, parts: tuple[Condition, ...]) -> Iterator[Condition]:
    join, other = (operator.and_, operator.or_) if isinstance(condition, And) else (operator.or_, operator.and_)
    yield from _joined(other, parts)
    for place, part in enumerate(parts):
        rest = parts[:place] + parts[place + 1 :]
        yield from _joined(join, rest)
        for mutant in _mutants(part):
            yield from _joined(join, (*rest, mutant))


def _joined(join: object, parts: tuple[Condition, ...]) -> Iterator[Condition]:
    with contextlib.suppress(AuthorError):  # A part and its opposite: such a mutant cannot be written.
        yield functools.reduce(join, parts)
