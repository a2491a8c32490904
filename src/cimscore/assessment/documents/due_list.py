"""Due list of several decisions, in order of time: of one case or many, by one program or several."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs

from cimscore.assessment.decision.value import DecidedClock, Decision
from cimscore.assessment.decision.words import begun
from cimscore.assessment.documents.document import clock_document, failure_document
from cimscore.assessment.page.acts import acts_of
from cimscore.assessment.page.marks import marks_of
from cimscore.assessment.page.room import PLAIN
from cimscore.calendars import Due
from cimscore.errors import RuleFailure

FORMAT: Final = "due-list/1"


@attrs.frozen(kw_only=True)
class Owed:
    """An act that is due, or will be.

    Attributes:
        case: Id of its case.
        program: Id of the program that asks for it.
        clock: Its clock.
        says: When, who has to do what, for what and how it stands, with the day by which another program asks
            for the same act.
        overdue: True if it is overdue, or may be.
    """

    case: str
    program: str
    clock: DecidedClock
    says: str
    overdue: bool

    @property
    def dated(self) -> bool:
        """Return True if a day is known for it."""
        return isinstance(self.clock.due, Due)


@attrs.frozen(kw_only=True)
class MayStart:
    """An act that nothing makes due yet, and another answer would.

    Attributes:
        case: Id of its case.
        program: Id of the program that asks.
        asks: The question.
        act: The act.
        soonest: The soonest day that such an answer makes it due; None if that is not known.
    """

    case: str
    program: str
    asks: str
    act: str
    soonest: Due | None

    @property
    def says(self) -> str:
        """Return the act, from when on, and the question."""
        return f"{begun(self.act)}{f', from {self.soonest} on' if self.soonest else ''}: {self.asks}"


def due_list(decisions: Iterable[Decision]) -> tuple[Owed, ...]:
    """Return all that is due and not done, in order of time; what has no day yet comes last.

    Args:
        decisions: Decisions of any number of cases. Those of one case are told beside each other.
    """
    of_case: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        of_case[decision.case].append(decision)
    found = (owed for beside in of_case.values() for decision in beside for owed in _owed(decision, beside))
    return tuple(sorted(found, key=_by_time))


def _owed(decision: Decision, beside: list[Decision]) -> Iterator[Owed]:
    marks = marks_of(decision, PLAIN, beside=beside)
    for act in acts_of(decision, marks, singly=True):
        if not act.is_met:
            yield Owed(
                case=decision.case, program=decision.program, clock=act.first, says=act.says, overdue=act.is_overdue
            )


def _by_time(owed: Owed) -> tuple[Any, ...]:
    due, last = owed.clock.due, dt.datetime.max.replace(tzinfo=dt.UTC)
    times = (due.working, due.latest) if isinstance(due, Due) else (last, last)
    return (not owed.dated, *times, owed.case, owed.program, owed.clock.address)


def may_start(decisions: Iterable[Decision]) -> tuple[MayStart, ...]:
    """Return each act that an answer to an open question may make due, where nothing does yet.

    Args:
        decisions: Decisions of any number of cases.
    """
    found = [
        MayStart(case=decision.case, program=decision.program, asks=point.asks, act=act, soonest=soonest)
        for decision in decisions
        for point in decision.points
        for act, soonest in point.starts
    ]
    return tuple(sorted(found, key=lambda start: (start.case, start.program)))


def due_document(
    owed: Iterable[Owed], starts: Iterable[MayStart] = (), failures: Iterable[tuple[str, RuleFailure]] = ()
) -> dict[str, Any]:
    """Return a due list as plain values: each clock as a decision's document has it, with its case and program.

    Args:
        owed: What is due.
        starts: What other answers may make due.
        failures: What went wrong in a plugin, each with its case.
    """
    return {
        "format": FORMAT,
        "due": [
            {
                "case": act.case,
                "program": act.program,
                "what": act.clock.what,
                "who": act.clock.who,
                **clock_document(act.clock, {}),
            }
            for act in owed
        ],
        "may_start": [
            {
                "case": start.case,
                "program": start.program,
                "asks": start.asks,
                "act": start.act,
                **({"soonest": start.soonest.earliest.isoformat()} if start.soonest else {}),
            }
            for start in starts
        ],
        "failures": [{"case": case, **failure_document(failure)} for case, failure in failures],
    }
