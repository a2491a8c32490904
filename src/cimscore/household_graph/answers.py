"""Answers in three values: what is known, what it rests on, and what is missing to tell."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

import attrs

T = TypeVar("T")
S = TypeVar("S")


class CoreFact(enum.StrEnum):
    """The facts that a case states itself, by the names under which they are read or found missing."""

    RECEIVED = "received"
    BORN = "born"
    HOMES = "homes"
    STAY = "stay"
    FROM = "from"
    UNTIL = "until"
    PARENTS = "parents"
    RELATIONSHIP = "relationship"
    MOTHER = "mother"
    CONFIRMED = "confirmed"
    EXPECTED = "expected"
    FAMILY = "family"
    ABOUT = "about"
    PLACE = "place"
    PRESENT = "present"
    RESPONSIBLE = "responsible"
    KIND = "kind"
    OCCURRED = "occurred"
    AREA = "area"


@attrs.frozen(order=True)
class Read:
    """A fact that was read, for example ``Read("stay@ari@north", "part-time")``."""

    fact: str
    value: str


@attrs.frozen(order=True)
class MissingFact:
    """A fact that would settle a question, for example ``MissingFact("stay", "ari@north")``.

    Attributes:
        question: Which of the core facts.
        about: Whose: an id, ``person@household`` for a stay and its limits, ``a->b`` for a relationship.
    """

    question: str
    about: str


@attrs.frozen(kw_only=True)
class Answer(Generic[T]):
    """What the case says to a question.

    Attributes:
        value: The answer; None also where the answer is *none*, so look at `known` first.
        known: False when the case does not tell.
        rests_on: The facts read, in the order they were read.
        missing: The facts that would settle it; empty when it is known.
    """

    value: T | None
    known: bool = True
    rests_on: tuple[Read, ...] = ()
    missing: tuple[MissingFact, ...] = ()

    def map(self, change: Callable[[T], S]) -> Answer[S]:
        """The same answer seen another way; not known stays not known."""
        value: Any = self.value
        changed = change(value) if self.known else None
        return Answer(value=changed, known=self.known, rests_on=self.rests_on, missing=self.missing)

    def after(self, *rests_on: Read) -> Answer[T]:
        """The same answer, reached only by way of these facts."""
        return attrs.evolve(self, rests_on=_once((*rests_on, *self.rests_on)))


@attrs.frozen(kw_only=True)
class Possible(Generic[T]):
    """Every value that the case leaves possible, with what was read and what is missing to narrow them."""

    values: frozenset[T]
    rests_on: tuple[Read, ...] = ()
    missing: tuple[MissingFact, ...] = ()

    def when(self, test: Callable[[T], bool]) -> Answer[bool]:
        """Whether `test` holds: known as soon as it is the same for every value still possible."""
        return Possible(values=frozenset(map(test, self.values)), rests_on=self.rests_on, missing=self.missing).answer()

    def answer(self) -> Answer[T]:
        """The one value that is possible, or not known."""
        if len(self.values) == 1:
            return Answer(value=next(iter(self.values)), rests_on=self.rests_on)
        return unknown(*self.missing, rests_on=self.rests_on)


def known(value: T, *rests_on: Read) -> Answer[T]:
    """An answer that the case gives."""
    return Answer(value=value, rests_on=rests_on)


def unknown(*missing: MissingFact, rests_on: Iterable[Read] = ()) -> Answer[Any]:
    """An answer that the case does not give, and what would."""
    return Answer(value=None, known=False, rests_on=_once(rests_on), missing=_once(missing))


def any_of(answers: Iterable[Answer[bool]]) -> Answer[bool]:
    """Yes with the first yes, however much else is unknown; no only when every answer is no."""
    return _until(True, answers)


def all_of(answers: Iterable[Answer[bool]]) -> Answer[bool]:
    """No with the first no, however much else is unknown; yes only when every answer is yes."""
    return _until(False, answers)


def those(candidates: Iterable[str], test: Callable[[str], Answer[bool]]) -> Answer[tuple[str, ...]]:
    """The candidates for whom `test` holds, sorted; known only when it is known for each of them."""
    answers = {candidate: test(candidate) for candidate in sorted(candidates)}
    found = tuple(candidate for candidate, answer in answers.items() if answer.value)
    return gathered(found, answers.values())


def gathered(value: T, answers: Iterable[Answer[Any]]) -> Answer[T]:
    """`value`, as far as all these answers are known: otherwise what any of them misses."""
    every = tuple(answers)
    rests_on = _once(read for answer in every for read in answer.rests_on)
    if all(answer.known for answer in every):
        return Answer(value=value, rests_on=rests_on)
    return unknown(*(fact for answer in every for fact in answer.missing), rests_on=rests_on)


def text_of(value: object) -> str:
    """A value as a trace shows it: ``[north, south]``, ``true``, ``2014-05-02``, ``none``."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(text_of, value))}]"
    if value is None or isinstance(value, bool):
        return str(value).lower()
    return str(value)


def _until(decisive: bool, answers: Iterable[Answer[bool]]) -> Answer[bool]:
    seen: list[Answer[bool]] = []
    for answer in answers:
        if answer.known and answer.value is decisive:
            return answer
        seen.append(answer)
    return gathered(not decisive, seen)


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
