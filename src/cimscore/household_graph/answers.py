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
    """Answer of a case to a question.

    Attributes:
        value: The answer. None may mean *none* as well as unknown, so check `known` first.
        known: False if the case does not say.
        rests_on: Facts read, in the order of reading.
        missing: Facts that would settle it; empty if it is known.
    """

    value: T | None
    known: bool = True
    rests_on: tuple[Read, ...] = ()
    missing: tuple[MissingFact, ...] = ()

    def map(self, change: Callable[[T], S]) -> Answer[S]:
        """Return the same answer in another form. An unknown answer stays unknown."""
        value: Any = self.value
        changed = change(value) if self.known else None
        return Answer(value=changed, known=self.known, rests_on=self.rests_on, missing=self.missing)

    def after(self, *rests_on: Read) -> Answer[T]:
        """Return the same answer, with these facts read first."""
        return attrs.evolve(self, rests_on=_once((*rests_on, *self.rests_on)))


@attrs.frozen(kw_only=True)
class PossibleValues(Generic[T]):
    """Every value that the case leaves possible, with what was read and what is missing to narrow them."""

    values: frozenset[T]
    rests_on: tuple[Read, ...] = ()
    missing: tuple[MissingFact, ...] = ()

    def when(self, test: Callable[[T], bool]) -> Answer[bool]:
        """Return the answer to `test`. It is known as soon as every possible value gives the same result."""
        return PossibleValues(
            values=frozenset(map(test, self.values)), rests_on=self.rests_on, missing=self.missing
        ).answer()

    def answer(self) -> Answer[T]:
        """Return the single possible value, or an unknown answer."""
        # One value left is known, however much else is open: nothing open can change it.
        if len(self.values) == 1:
            return Answer(value=next(iter(self.values)), rests_on=self.rests_on)
        return unknown(*self.missing, rests_on=self.rests_on)


def known(value: T, *rests_on: Read) -> Answer[T]:
    """Return an answer that the case gives."""
    return Answer(value=value, rests_on=rests_on)


def unknown(*missing: MissingFact, rests_on: Iterable[Read] = ()) -> Answer[Any]:
    """Return an answer that the case does not give, with the facts that would."""
    return Answer(value=None, known=False, rests_on=_once(rests_on), missing=_once(missing))


def any_of(answers: Iterable[Answer[bool]]) -> Answer[bool]:
    """Return yes if any answer is yes, even if others are unknown; no only if every answer is no."""
    return _until(True, answers)


def all_of(answers: Iterable[Answer[bool]]) -> Answer[bool]:
    """Return no if any answer is no, even if others are unknown; yes only if every answer is yes."""
    return _until(False, answers)


def those(candidates: Iterable[str], test: Callable[[str], Answer[bool]]) -> Answer[tuple[str, ...]]:
    """Return the candidates that pass `test`, sorted. The answer is known only if it is known for each of them."""
    answers = {candidate: test(candidate) for candidate in sorted(candidates)}
    found = tuple(candidate for candidate, answer in answers.items() if answer.value)
    return gathered(found, answers.values())


def gathered(value: T, answers: Iterable[Answer[Any]]) -> Answer[T]:
    """Return `value` if all these answers are known; otherwise an unknown answer with everything they miss."""
    every = tuple(answers)
    rests_on = _once(read for answer in every for read in answer.rests_on)
    if all(answer.known for answer in every):
        return Answer(value=value, rests_on=rests_on)
    return unknown(*(fact for answer in every for fact in answer.missing), rests_on=rests_on)


def text_of(value: object) -> str:
    """Return a value as a trace shows it: ``[north, south]``, ``true``, ``2014-05-02``, ``none``."""
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
