"""A case with one thing left out, and every way in which it could be completed again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs

from cimscore.case import Case, Moment
from cimscore.errors import CaseError


@attrs.frozen(kw_only=True)
class Completion:
    """A case in which one fact has one value.

    Attributes:
        value: The value, as the case holds it; a tuple of ids where it names several things.
        case: The case with it.
    """

    value: Any
    case: Case


@attrs.frozen(kw_only=True)
class Omission:
    """A case with one fact unknown.

    Attributes:
        fact: Which fact, as a path in the document.
        asks: Addresses of the questions by which it may be asked for, the plainest first.
        case: The case without it.
        completions: The case with each value it could have, as far as those are few; the original among them.
    """

    fact: str
    asks: tuple[str, ...]
    case: Case
    completions: tuple[Completion, ...]

    @property
    def question(self) -> str:
        """The question that asks for the fact, without whom it is about: ``case/stay`` or ``program/question``."""
        return self.asks[0].partition("@")[0]

    @property
    def is_when(self) -> bool:
        """Whether the fact is a day or a moment."""
        return any(isinstance(it.value, dt.date | Moment) for it in self.completions)


def completed(put: Callable[[Any], Case], values: Iterable[Any]) -> Iterator[Completion]:
    """The case with each value in turn, but for the values with which it cannot be."""
    for value in values:
        try:
            case = put(value)
        except CaseError:
            continue
        yield Completion(value=value, case=case)


def around(moment: Moment) -> tuple[Moment, ...]:
    """A moment, and some on other days, near and far."""
    steps = (dt.timedelta(days=days) for days in (0, -1, 1, -400, 3))
    return tuple(Moment(moment.value + step) for step in steps)


def replaced(case: Case, section: str, index: int, entry: object) -> Case:
    """The case with one entry of a list in the place of another."""
    entries = list(getattr(case, section))
    entries[index] = entry
    return evolved(case, section, tuple(entries))


def evolved(case: Case, section: str, value: object) -> Case:
    """The case with one of its sections otherwise."""
    changes: dict[str, Any] = {section: value}
    return attrs.evolve(case, **changes)
