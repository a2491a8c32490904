"""Room on a page: how much of each kind is told, so that a page stays one screen."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs


@attrs.frozen(kw_only=True)
class Room:
    """Amounts that a page has room for. Anything overdue, urgent or wrong is always shown.

    Attributes:
        every: Whether everything is told, with clauses and what to write.
        concerns: How many concerns, as they were typed in.
        questions: How many questions.
        led: How many at least of the questions on which the head of the page rests.
        unclear: How many unclear points of the policy by which something is due sooner, or not done.
        put_off: How many unclear points by which something is due later; the clocks tell the day of those that are not
            asked.
        reasons: Whether it is told why an answer is worked with.
        with_changes: With how many questions it is told what other answers change.
        answers: How many other answers of a question.
        changes: How many changes that another answer brings, and how many that it takes.
        records: How many records.
        people: How many people of a record.
        unplaced: How many people who have no part in any record.
        clocks: How many clocks.
        duties: How many duties.
        later: How many duties at least beside those that are urgent.
        dated: Whether a duty with a day that no clock on the page tells is told whatever its place in the work.
        clocked: Whether the duty that the head of the page asks for is told whatever its place in the work.
        overdue: How many duties that are overdue are told whatever their place in the work.
        actors: Whether it is told how many of the duties that are left each actor has.
        left: Whether it is told which records and clocks are left out, and who decides the questions that are.
        done: How many things that are done; where none, they are counted beside what is to be done.
        twice: Whether the clocks have a section of their own where the summary tells all of them.
        as_read: Whether the day by the readings taken stands beside a sooner one of another.
        spared: Whether it is told by which other reading nobody has to do what a clock counts.
        unproven: How many laws that hold by the working answers alone.
        blamed: Whether concerns name who is said to be responsible.
        carrying: Whether it is told what was decided and when, and how old those are whom it is about.
        bounds: Whether clocks say why a day is not exact.
        plain: Whether provisional lines leave out the numbers of their questions.
        scope: How many sentences on what is in scope.
        fails: How many of the things for which something expected does not hold.
        apart: Whether the duties of one actor stand in lines of their own.
        hints: Whether it is told how answers are tried, and what is overdue today, each by its command.
    """

    every: bool = False
    concerns: int = 3
    questions: int = 6
    led: int = 2
    unclear: int = 4
    put_off: int = 0
    reasons: bool = True
    with_changes: int = 6
    answers: int = 2
    changes: int = 3
    records: int = 6
    people: int = 8
    unplaced: int = 3
    clocks: int = 6
    duties: int = 10
    later: int = 2
    dated: bool = True
    clocked: bool = True
    overdue: int = 2
    actors: bool = True
    left: bool = True
    done: int = 4
    twice: bool = True
    as_read: bool = True
    spared: bool = True
    unproven: int = 2
    blamed: bool = True
    carrying: bool = True
    bounds: bool = True
    plain: bool = False
    scope: int = 4
    fails: int = 3
    apart: bool = True
    hints: bool = True


_ALL: Final = sys.maxsize
UNBOUNDED: Final = Room(
    questions=_ALL,
    unclear=_ALL,
    put_off=_ALL,
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
    fails=_ALL,
)
EVERYTHING: Final = attrs.evolve(UNBOUNDED, every=True)
PLAIN: Final = attrs.evolve(UNBOUNDED, plain=True)
_LEFT_OUT: Final[tuple[Mapping[str, Any], ...]] = (
    {"duties": 6, "as_read": False},
    {"duties": 4},
    {"answers": 1, "changes": 1, "dated": False, "done": 2},
    {"with_changes": 2, "unproven": 1},
    {
        "concerns": 2,
        "questions": 4,
        "with_changes": 1,
        "reasons": False,
        "records": 4,
        "people": 5,
        "unplaced": 2,
        "clocks": 4,
        "later": 1,
        "done": 1,
        "left": False,
    },
    {
        "unproven": 0,
        "unclear": 2,
        "twice": False,
        "concerns": 1,
        "questions": 3,
        "clocks": 3,
        "later": 0,
        "spared": False,
        "scope": 2,
        "apart": False,
        "hints": False,
    },
    {"unclear": 1, "with_changes": 0, "done": 0, "scope": 1, "bounds": False, "actors": False},
    {
        "questions": 1,
        "led": 0,
        "records": 2,
        "people": 3,
        "clocks": 1,
        "duties": 2,
        "blamed": False,
        "overdue": 1,
        "carrying": False,
        "clocked": False,
    },
    {"unclear": 0},
    {"plain": True},
)
"""What a page leaves out until it is one screen, step by step: amounts that are less than in the steps before."""
_ROOMS: Final = (*itertools.accumulate(_LEFT_OUT, lambda room, less: attrs.evolve(room, **less), initial=Room()),)
LEAST: Final = _ROOMS[-1]
_MOST_MORE: Final = 50
_FEW_QUESTIONS: Final = 4
_BY_WEIGHT: Final = (
    "bounds",
    "spared",
    "carrying",
    "clocked",
    "as_read",
    "unclear",
    "scope",
    "with_changes",
    "hints",
    "clocks",
    "records",
    "people",
    "left",
    "questions",
    "dated",
    "later",
    "blamed",
    "apart",
    "duties",
    "actors",
    "put_off",
    "reasons",
    "answers",
    "changes",
    "unplaced",
    "concerns",
    "unproven",
    "fails",
    "done",
    "twice",
)
"""Amounts that a page with lines to spare gets back, the one that matters most to its reader first."""


def room_for(fits: Callable[[Room], bool]) -> Room:
    """Return the room in which a page tells most and is one screen still; the least where none is enough.

    Args:
        fits: Return True if the page is one screen in a room.
    """
    room = next(filter(fits, _ROOMS), None)
    if room is None:
        return attrs.evolve(LEAST, led=UNBOUNDED.led)  # it is more than a screen anyway
    # A few questions come before everything else; if there are many, the rest of the page does.
    few = max(room.questions, _FEW_QUESTIONS)
    room = _with_more(_with_more(room, "led", fits, UNBOUNDED.led), "questions", fits, few)
    for kind in _BY_WEIGHT:
        room = _with_more(room, kind, fits, getattr(UNBOUNDED, kind))
    return room


def _with_more(room: Room, kind: str, fits: Callable[[Room], bool], most: int) -> Room:
    """Return a room with as much of one kind as the page has lines for, up to the most."""
    told: Any = getattr(room, kind)
    amount: Any = most
    whole = attrs.evolve(room, **{kind: amount})
    if whole == room or fits(whole):
        return whole
    if isinstance(told, bool):
        return room
    larger = (attrs.evolve(room, **{kind: told + more}) for more in range(1, min(most - told, _MOST_MORE)))
    return [room, *itertools.takewhile(fits, larger)][-1]
