"""Why a conclusion of a decision holds, or does not: each condition once, with the clauses and the open questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from cimscore.assessment.decision.addresses import meant_by
from cimscore.assessment.decision.standing import Standing, address_of
from cimscore.assessment.decision.words import Words
from cimscore.calendars import Due
from cimscore.grades import PROVISIONAL
from cimscore.reasoning.claims.told import Decided, WorkingClaim
from cimscore.reasoning.claims.trying import Claim
from cimscore.reasoning.graded import Tuple, by_text
from cimscore.reasoning.points.points import Point
from cimscore.reasoning.questions import point_at
from cimscore.reasoning.reasons.explaining import Explanations, Reason
from cimscore.reasoning.run import Run
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.things import RecordName
from cimscore.rules.rows.clocks import ClockPart
from cimscore.rules.rows.conclusions import Conclusion, Topic

_MAIN_TOPICS: Final = (Topic.SCOPE, Topic.HOUSEHOLDS, Topic.SUBJECTS)
_MAIN_IDS: Final = ("record", "role")
"""What the first page tells, beside what warns."""


@attrs.frozen(kw_only=True)
class Doubt:
    """Question that something rests on.

    Attributes:
        address: Address of the question.
        asks: Question for people.
        working: Working answer, in words.
        why: Reason for the working answer.
        loses: Answer under which it would not hold, in words.
    """

    address: str
    asks: str
    working: str
    why: str
    loses: str


@attrs.frozen(kw_only=True)
class Explanation:
    """Why something holds, or does not.

    Attributes:
        address: Its address: the id and the things.
        says: What holds, or does not, in words.
        standing: ``certain`` or ``provisional``; ``no`` for what does not hold.
        reason: What it rests on, level by level.
        whichever: The question whose every answer gives it, in words; empty where it needs no such question.
        ways: For each answer to that question: the answer in words, and what it rests on then.
        rests_on: The smallest sets of answers with which it would not hold.
        notes: For a clock: when it is due, from what it is counted, and what was not counted.
    """

    address: str
    says: str
    standing: str
    reason: Reason
    whichever: str = ""
    ways: tuple[tuple[str, Reason], ...] = ()
    rests_on: tuple[tuple[Doubt, ...], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def clauses(self) -> tuple[str, ...]:
        """Return the clauses that it rests on, or that do not give it."""
        return self.reason.clauses


def address_of_claim(claim: Claim) -> str:
    """Return the address of a conclusion, or of the clock that it is part of."""
    key, things = claim
    kind, _, id = key.partition(":")
    return address_of(id.partition(".")[0] if kind == "clock" else id, things)


def explanations_of(
    decided: Decided, words: Words, address: str = "", *, through: bool = False
) -> tuple[Explanation, ...]:
    """Return why what an address names holds, or does not; without an address, why the main conclusions hold.

    Args:
        decided: What was decided.
        words: The words of the program for the things of the case.
        address: The id of a conclusion or clock with its things, as in ``role@ari@notification:north``. Things may be
            left out from the end; then everything is explained that fits.
        through: Whether reasons are followed through other conclusions, and not only named there.

    Raises:
        UnknownNameError: There is no such conclusion, or one of the things is not in the case.
    """
    explaining = _Explaining(decided, words, through=through)
    if not address:
        return tuple(explaining.of(predicate, things) for predicate, things in explaining.main())
    predicate, found = meant_by(decided, address)
    return tuple(explaining.of(predicate, things) for things in found)


def explanations_at(decided: Decided, words: Words, claims: Iterable[tuple[Predicate, Tuple]]) -> Iterator[Explanation]:
    """Yield why things hold, each by its predicate and its things.

    Args:
        decided: What was decided.
        words: The words of the program for the things of the case.
        claims: What is to be explained.
    """
    explaining = _Explaining(decided, words, through=False)
    yield from (explaining.of(predicate, things) for predicate, things in claims)


class _Explaining:
    def __init__(self, decided: Decided, words: Words, *, through: bool) -> None:
        self._decided, self._words = decided, words
        self._names = _named_records(decided.run, words)
        self._through = through
        self._explanations = Explanations(decided.run, self._names, through=through)

    def main(self) -> Iterator[tuple[Predicate, Tuple]]:
        """Yield what people ask about first: scope, homes, subjects, records, roles, warnings and clocks."""
        for conclusion in self._run.compiled.program.conclusions:
            main = conclusion.topic in _MAIN_TOPICS or conclusion.id in _MAIN_IDS or conclusion.warns
            if main and not conclusion.leading:
                yield from ((conclusion, things) for things in self._told(conclusion))
        for clock in self._run.compiled.program.clocks:
            yield from ((clock.part("owed"), things) for things in self._told(clock.part("owed")))

    def of(self, predicate: Predicate, things: Tuple) -> Explanation:
        """Return why something holds of some things, or why it does not."""
        told = self._decided.told.get((predicate.key, things))
        holds = told is not None
        self._names.update({str(thing): self._words.name(thing) for thing in things if isinstance(thing, RecordName)})
        reason = self._explanations.of(predicate, things, holds=holds)
        return Explanation(
            address=address_of_claim((predicate.key, things)),
            says=self._says(predicate, things, reason, holds=holds),
            standing="no" if told is None else Standing.of(certain=told.certain).value,
            reason=reason,
            whichever=self._asked(told.whichever) if told is not None and told.whichever else "",
            ways=tuple(self._ways(predicate, things, told)),
            rests_on=tuple(self._doubts(told)),
            notes=tuple(self._notes(predicate, things)) if holds else (),
        )

    @property
    def _run(self) -> Run:
        return self._decided.run

    def _told(self, predicate: Predicate) -> list[Tuple]:
        return sorted(self._decided.of(predicate.key), key=by_text)

    def _says(self, predicate: Predicate, things: Tuple, reason: Reason, *, holds: bool) -> str:
        if holds and isinstance(predicate, Conclusion) and predicate.topic is Topic.DUTIES:
            return self._words.claim((predicate.key, things), duties=True)
        if isinstance(predicate, ClockPart):
            about = ", ".join(self._words.name(thing) for thing in things)
            what = f"{predicate.clock.what}{f' ({about})' if about else ''}"
            return what if holds else f"no time to {what}"
        return reason.says

    def _ways(self, predicate: Predicate, things: Tuple, told: WorkingClaim | None) -> Iterator[tuple[str, Reason]]:
        """Yield why something holds with each answer to the question that it is certain whichever way."""
        if told is None or not told.whichever:
            return
        point = self._point(told.whichever)
        for value in point.values:
            run = self._run.answered(point.address, value)
            explanations = Explanations(run, self._names, through=self._through)
            yield self._words.answer(point, value), explanations.of(predicate, things)

    def _doubts(self, told: WorkingClaim | None) -> Iterator[tuple[Doubt, ...]]:
        for answers in () if told is None else told.rests_on:
            yield tuple(self._doubt(self._point(address), value) for address, value in answers)

    def _doubt(self, point: Point, value: object) -> Doubt:
        return Doubt(
            address=point.address,
            asks=self._named(point),
            working="" if point.working is None else self._words.answer(point, point.working),
            why=point.why,
            loses=self._words.answer(point, value),
        )

    def _point(self, address: str) -> Point:
        return self._decided.points.get(address) or point_at(self._run, address)

    def _asked(self, address: str) -> str:
        return self._named(self._point(address))

    def _named(self, point: Point) -> str:
        return self._words.asked(point, self._run.context.things_at(point.address))

    def _notes(self, predicate: Predicate, things: Tuple) -> Iterator[str]:
        """Yield when a clock is due, from what it is counted, and which days were left out."""
        if not isinstance(predicate, ClockPart):
            return
        dues = self._run.value(predicate.clock.part("due")).behind(things).items()
        for due in (due for due, grade in dues if grade >= PROVISIONAL):
            yield f"Due: {due}."
            yield from due.notes() if isinstance(due, Due) else ()
        if predicate.clock.says_from:
            yield f"Counted from {predicate.clock.says_from}."


def _named_records(run: Run, words: Words) -> dict[str, str]:
    """Return what to call each thing of the case, and each record that may be made."""
    relations = [
        *run.situation.base.values(),
        *(run.value(conclusion) for conclusion in run.compiled.program.conclusions),
    ]
    things = {thing for relation in relations for things in relation.rows for thing in things}
    return {**words.names, **{str(thing): words.name(thing) for thing in things if isinstance(thing, RecordName)}}
