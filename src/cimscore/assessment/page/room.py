"""Room on a page: how much of each kind is told, so that a page stays one screen."""

from __future__ import annotations

import sys
from typing import Final

import attrs


@attrs.frozen(kw_only=True)
class Room:
    """Amounts that a page has room for. Anything overdue, urgent or wrong is always shown.

    Attributes:
        every: Whether everything is told, with clauses and what to write.
        concerns: How many concerns, as they were typed in.
        questions: How many questions.
        reasons: Whether it is told why an answer is worked with.
        with_changes: With how many questions at most it is told what other answers change.
        answers: How many other answers of a question.
        changes: How many changes that another answer brings, and how many that it takes.
        records: How many records.
        people: How many people of a record.
        unplaced: How many people who have no part in any record.
        clocks: How many clocks.
        duties: How many duties.
        later: How many duties at least beside those that are urgent.
        soonest: Whether the duties that are due soonest are told whatever their place in the work.
        overdue: How many duties that are overdue are told whatever their place in the work.
        actors: Whether it is told how many of the duties that are left each actor has.
        left: Whether it is told which records and clocks are left out, and who decides the questions that are.
        done: How many things that are done; where none, they are counted beside what is to be done.
        unproven: How many laws that hold by the working answers alone.
        cited: Whether warnings name the clauses by which they are given, clocks why a day is not exact, concerns who is
            said to be responsible.
        plain: Whether provisional lines leave out the numbers of their questions.
        scope: How many sentences on what is in scope.
        apart: Whether the duties of one actor stand in lines of their own, and each hint at a command does.
    """

    every: bool = False
    concerns: int = 3
    questions: int = 4
    reasons: bool = True
    with_changes: int = 2
    answers: int = 2
    changes: int = 3
    records: int = 6
    people: int = 8
    unplaced: int = 3
    clocks: int = 6
    duties: int = 10
    later: int = 2
    soonest: bool = True
    overdue: int = 2
    actors: bool = True
    left: bool = True
    done: int = 4
    unproven: int = 2
    cited: bool = True
    plain: bool = False
    scope: int = 4
    apart: bool = True


_ALL: Final = sys.maxsize
ONE_RECORD: Final = Room(
    questions=_ALL,
    concerns=_ALL,
    with_changes=_ALL,
    answers=_ALL,
    changes=_ALL,
    records=_ALL,
    people=_ALL,
    unplaced=_ALL,
    clocks=_ALL,
    duties=_ALL,
    overdue=_ALL,
    done=_ALL,
    unproven=_ALL,
    scope=_ALL,
)
EVERYTHING: Final = attrs.evolve(ONE_RECORD, every=True)
_AMPLE: Final = Room()
_FEW_STEPS: Final = attrs.evolve(_AMPLE, duties=6)
_FEWER_STEPS: Final = attrs.evolve(_AMPLE, duties=4)
_BRIEF: Final = attrs.evolve(_FEWER_STEPS, answers=1, changes=1, soonest=False, done=2)
_BRIEFER: Final = attrs.evolve(_BRIEF, with_changes=0, questions=3, unproven=1)
_BRIEFEST: Final = attrs.evolve(
    _BRIEFER,
    concerns=2,
    questions=3,
    reasons=False,
    records=4,
    people=5,
    unplaced=2,
    clocks=4,
    later=1,
    done=1,
    left=False,
)
_TIGHT: Final = attrs.evolve(_BRIEFEST, concerns=1, clocks=3, later=0, scope=2, apart=False)
_TIGHTER: Final = attrs.evolve(_TIGHT, plain=True)
_TIGHTEST: Final = attrs.evolve(_TIGHTER, done=0, scope=1)
_TWO_CLOCKS: Final = attrs.evolve(_TIGHTEST, questions=1, clocks=2, duties=3)
_FIRST_OF_EACH: Final = attrs.evolve(_TWO_CLOCKS, records=2, people=3, clocks=1, duties=2, actors=False)
_UNCITED: Final = attrs.evolve(_FIRST_OF_EACH, cited=False, overdue=1)
ROOMS: Final = (
    _AMPLE,
    _FEW_STEPS,
    _FEWER_STEPS,
    _BRIEF,
    _BRIEFER,
    _BRIEFEST,
    _TIGHT,
    _TIGHTER,
    _TIGHTEST,
    _TWO_CLOCKS,
    _FIRST_OF_EACH,
    _UNCITED,
)
"""From ample to brief: a page has the first with which it is one screen, else the last."""
