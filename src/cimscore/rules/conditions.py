"""Putting conditions together. Each part is tested apart, in three values, so that unknown never counts as no."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from cimscore.rules.trace import sentence_of

if TYPE_CHECKING:
    from cimscore.rules.facts import Facts

A = TypeVar("A")
Condition = Callable[["Facts", A], bool]


def all_of(*conditions: Condition[A]) -> Condition[A]:
    """A condition that holds when all of `conditions` hold."""
    return _named(lambda facts, about: facts.all_hold(conditions, about), conditions, " and ")


def any_of(*conditions: Condition[A]) -> Condition[A]:
    """A condition that holds when at least one of `conditions` holds."""
    return _named(lambda facts, about: facts.any_holds(conditions, about), conditions, " or ")


def not_(condition: Condition[A]) -> Condition[A]:
    """A condition that holds when `condition` definitely does not."""

    def denied(facts: Facts, about: A) -> bool:
        return not facts.holds(condition, about)

    denied.__doc__ = f"it is not so that: {sentence_of(condition)}"
    return _with_parts(denied, (condition,))


def _named(combined: Condition[A], parts: tuple[Condition[A], ...], word: str) -> Condition[A]:
    sentences = [sentence_of(part) for part in parts]
    combined.__doc__ = word.join(sentences) if all(sentences) else ""
    return _with_parts(combined, parts)


def _with_parts(combined: Condition[A], parts: tuple[Condition[A], ...]) -> Condition[A]:
    combined.parts = parts  # type: ignore[attr-defined]
    return combined
