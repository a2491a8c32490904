"""Results of each answer to one question of a case, open or already answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from cimscore.assessment.decision.words import Words
from cimscore.assessment.questions.comparing import Difference, difference
from cimscore.case import UNKNOWN
from cimscore.clocks import Span
from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.points.points import Point
from cimscore.reasoning.questions import point_at, question_at
from cimscore.reasoning.run import Run
from cimscore.rules.rows.conclusions import RECORD


@attrs.frozen(kw_only=True)
class Possibility:
    """Possible answer to a question.

    Attributes:
        answer: The answer, in words.
        working: True if the decision uses it now: the stated or the working answer.
        changes: Its changes to the decision.
    """

    answer: str
    working: bool
    changes: Difference


@attrs.frozen(kw_only=True)
class Possible:
    """A question with what each of its answers leads to.

    Attributes:
        address: The question's address.
        asks: The question, for people.
        decided_by: The role of the person who decides; empty for a fact.
        stated: Whether the case answers it, so that every other answer is a supposition only.
        answers: Its answers; none where they are too many to list.
    """

    address: str
    asks: str
    decided_by: str
    stated: bool
    answers: tuple[Possibility, ...]


def possible_of(decided: Decided, address: str, words: Words) -> Possible:
    """Return what each answer to a question leads to.

    Args:
        decided: What was decided.
        address: The question: that of an open point, of a question about some things, or of a fact of the case, as in
            ``concerns-relate@bo@south`` or ``born@ari``. The program need not be named.
        words: The words of the program for the things of the case.

    Raises:
        UnknownNameError: Neither the case nor the program has such a question.
    """
    run = decided.run
    point = _point(decided, address)
    if point is None:
        known = sorted({*decided.points, *run.situation.points})
        raise UnknownNameError("question of the case", address, known, did_you_mean(address, known))
    return Possible(
        address=point.address,
        asks=words.asked(point, run.context.things_at(point.address)),
        decided_by=point.decided_by,
        stated=point.known,
        answers=tuple(_answers(run, point, words)),
    )


def _answers(run: Run, point: Point, words: Words) -> Iterator[Possibility]:
    now = _stated(run, point) if point.known else point.working
    listed = [value for value in point.values if value is not UNKNOWN and not isinstance(value, Span)]
    if point.known and now not in listed:
        yield Possibility(answer=words.answer(point, now), working=True, changes=Difference())
    for value in listed:
        yield Possibility(
            answer=words.answer(point, value),
            working=value == now,
            changes=difference(run, run.answered(point.address, value), words),
        )


def _stated(run: Run, point: Point) -> object:
    """Return the answer that the case gives, or the working value of a fact."""
    name = point.address.partition("@")[0].rpartition("/")[2]
    given = run.given.get(name, {}).get(run.context.things_at(point.address)) if "/" in point.address else None
    return point.working if given is None else given.answer


def _point(decided: Decided, address: str) -> Point | None:
    """Return the point that an address names; None where it names none."""
    for name in _names(address, decided.run):
        if name in decided.points:
            return decided.points[name]
        for find in (_asked_at, _stated_at):
            point = find(decided.run, name)
            if point is not None:
                return point
    return None


def _names(address: str, run: Run) -> Iterable[str]:
    """Return the addresses that may be meant: as it is written, and with each program that the run reads from."""
    whole = address if "@" in address else f"{address}@case"
    owners = reversed(run.compiled.program.owners)
    return (address, *(f"{owner}/{name}" for owner in owners for name in dict.fromkeys((address, whole))))


def _asked_at(run: Run, address: str) -> Point | None:
    """Return the point of a question, a reading or an open fact, if it can be about those things."""
    program, question = address.partition("@")[0].rpartition("/")[0], question_at(run, address)
    if program and question is not None:
        things = run.context.things_at(address)
        if len(things) != len(question.columns) - 1 or not set(map(str, things)) <= _things_in(run):
            return None
    elif not program and address not in run.situation.points and not address.startswith("edition@"):
        return None
    try:
        return point_at(run, address)
    except (KeyError, StopIteration):
        return None


def _stated_at(run: Run, address: str) -> Point | None:
    """Return the point of a fact that the case states."""
    try:
        return run.situation.known(address)
    except (KeyError, ValueError):
        return None


def _things_in(run: Run) -> set[str]:
    """Return the names of everything that the case tells of, and of every record that may be made."""
    relations = (relation.rows for relation in run.situation.base.values())
    made = run.use(RECORD).rows if RECORD in run.compiled.program.predicates else {}
    return {str(thing) for rows in (*relations, made) for row in rows for thing in row}
