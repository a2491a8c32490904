"""Making the decision of a program about a case."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from cimscore.assessment.by_then import as_it_stood
from cimscore.assessment.checks.at_odds import with_nothing_withdrawn
from cimscore.assessment.checks.laws import laws_of
from cimscore.assessment.checks.reservations import Reservations
from cimscore.assessment.checks.unplaced import unplaced_of
from cimscore.assessment.checks.unused import unused_answers
from cimscore.assessment.concluding import conclusions_of
from cimscore.assessment.decision.carrying import carrying
from cimscore.assessment.decision.receipt import receipt_of
from cimscore.assessment.decision.typed import typed_concerns, typed_people, typed_receipt
from cimscore.assessment.decision.undecided import Law, OpenPoint
from cimscore.assessment.decision.value import DecidedClock, Decision, DecisionState
from cimscore.assessment.decision.words import Words, words_for
from cimscore.assessment.denying import denied_of
from cimscore.assessment.governing import governed_by, none_in_force
from cimscore.assessment.owed.duties import duties_of
from cimscore.assessment.owed.finished import Finished
from cimscore.assessment.questions.asking import open_points
from cimscore.assessment.questions.perhaps import perhaps_of
from cimscore.assessment.timing.beginnings import with_beginnings
from cimscore.assessment.timing.clocks import clocks_of
from cimscore.assessment.timing.endings import with_endings
from cimscore.case import Case, Moment
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.deciding import decide
from cimscore.reasoning.questions import question_at


def decide_case(
    case: Case,
    compiled: Compiled,
    *,
    at: Moment | None = None,
    readings: Mapping[str, Any] | None = None,
    editions: Mapping[str, str] | None = None,
) -> Decision:
    """Return the decision of a program on a case.

    Args:
        case: The case.
        compiled: The program, ready to run.
        at: Moment of the decision. Clocks are running or overdue only if it is given. What was done or decided later
            counts for nothing then, and is told.
        readings: Readings to use instead of the program's own, by id.
        editions: Editions to use instead of those that the program chooses, by document.
    """
    return decided_case(case, compiled, at=at, readings=readings, editions=editions)[0]


def decided_case(
    case: Case,
    compiled: Compiled,
    *,
    at: Moment | None = None,
    readings: Mapping[str, Any] | None = None,
    editions: Mapping[str, str] | None = None,
) -> tuple[Decision, Decided]:
    """Return what a program says of a case, with what was worked out for it; as for `decide_case`."""
    stood = as_it_stood(case, at, compiled.program.zone)
    decided = decide(run_of(stood, compiled, at=at, readings=readings, editions=editions))
    kept = with_nothing_withdrawn(stood)
    clocks = () if kept is stood else decide_case(kept, compiled, at=at, readings=readings, editions=editions).clocks
    return _told(case, stood, decided, clocks), decided


def _told(entered: Case, case: Case, decided: Decided, kept: tuple[DecidedClock, ...]) -> Decision:
    """Return a decision in words, part by part; each part is made in a room of its own.

    Args:
        entered: The case, with what it tells of a time after the assessment.
        case: The case as it stood.
        decided: What was decided.
        kept: The clocks of the case with nothing withdrawn.
    """
    run, program = decided.run, decided.run.compiled.program
    words = words_for(case, program)
    finished = Finished(case, decided, words)
    conclusions = conclusions_of(decided, words)
    clocks = tuple(clock for clock in clocks_of(decided, words) if not finished.has_none_left(clock.records))
    points = _points(decided, clocks, words)
    laws = () if none_in_force(run) else laws_of(decided, words, {point.address for point in points})
    governed = tuple(governed_by(decided))
    duties = duties_of(decided, words, (claim for claim in decided.told if not finished.is_over(claim)), clocks)
    reservations = Reservations(
        case=entered, decided=decided, words=words, kept=kept, conclusions=conclusions, clocks=clocks, points=points,
        governed=governed, duties=duties,
    )  # fmt: skip
    because = tuple(reservations.every(laws))
    return Decision(
        case=case.id,
        program=program.id,
        title=program.title,
        at=run.context.at,
        state=_state(decided, laws, because),
        because=because,
        conclusions=conclusions,
        duties=duties,
        done=tuple(finished.lines()),
        clocks=clocks,
        points=points,
        laws=laws,
        denied=denied_of(decided, words, conclusions),
        unplaced=unplaced_of(decided, words),
        perhaps=tuple(perhaps_of(decided, words)),
        governed_by=governed,
        receipt=receipt_of(entered, run),
        typed_in=typed_concerns(case, run, words),
        received=typed_receipt(case, run, words),
        carrying=carrying(case, run, words),
        people=typed_people(case, run, words),
        amiss=tuple(reservations.told_nowhere_else()),
        unused=tuple(unused_answers(case, decided, words)),
    )


def _points(decided: Decided, clocks: tuple[DecidedClock, ...], words: Words) -> tuple[OpenPoint, ...]:
    """Return what is open: the open points, and the moments at which a clock starts or ends that nobody has told."""
    points = with_beginnings(tuple(open_points(decided, words)), clocks, decided, words)
    points = with_endings(points, clocks, decided, words)
    return tuple(sorted(points, key=lambda point: _place_of(point, decided)))


def _place_of(point: OpenPoint, decided: Decided) -> int:
    """Return the place of a question that its program asks before all others; the others keep their order."""
    question = question_at(decided.run, point.address)
    return question.first if question is not None and question.first else sys.maxsize


def _state(decided: Decided, laws: tuple[Law, ...], because: tuple[str, ...]) -> DecisionState:
    if none_in_force(decided.run) or any(not law.holds_provisionally for law in laws):
        return DecisionState.INCOMPLETE
    return DecisionState.PROVISIONAL if because else DecisionState.FINAL
