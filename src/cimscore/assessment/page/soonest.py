"""Clock of a page that ends next, and what is overdue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from cimscore.assessment.decision.value import Decision
from cimscore.assessment.page.clocks import Act, acts_of
from cimscore.assessment.page.days import late_when_received
from cimscore.assessment.page.marks import LineMarks, marks_of
from cimscore.calendars import NO_END, Due


def next_clock(decision: Decision, marks: LineMarks) -> Iterator[str]:
    """Yield what is overdue, and which clock ends next.

    Args:
        decision: The decision.
        marks: The marks of its page.
    """
    acts = acts_of(decision, marks)
    overdue = [act for act in acts if act.is_overdue]
    for head, found in (
        ("Overdue", [act for act in overdue if not act.is_untold]),
        ("Perhaps overdue", [act for act in overdue if act.is_untold]),
    ):
        if found:
            yield f"{head}: {found[0].says}{f'; and {len(found) - 1} more below' if len(found) > 1 else ''}"
    ahead = [act for act in acts if not (act.is_overdue or act.is_met)]
    timed = next((act for act in ahead if isinstance(act.first.due, Due)), None)
    if timed is not None:
        yield f"Next clock: {timed.late}{next(_read_sooner(timed, ahead), '')}{timed.says}"
    elif ahead:
        yield f"Next clock: {ahead[0].says}"
    elif not overdue:
        rest = "; what is still to do has no day" if decision.duties else ""
        none = f"none: {_met(acts)}{rest}." if acts else "none."
        yield f"Next clock: {next(_may_start(decision, marks), none)}"


def _met(acts: Sequence[Act]) -> str:
    """Return that every clock is met, and how far that is sure."""
    if any(act.is_untold for act in acts):
        return "every clock is met, as far as it can be told"
    if any(act.is_read_as_unmet for act in acts):
        return "every clock is met by the readings taken, and by another one is not: see the clocks"
    return "every clock is met"


def _read_sooner(first: Act, acts: Sequence[Act]) -> Iterator[str]:
    """Yield the soonest day that another reading gives, where it comes before that of the first act."""
    dated = [(read.due.latest, read, act) for act in acts for read in act.first.stands.otherwise if read.due]
    if not dated or not isinstance(first.first.due, Due):
        return
    latest, read, act = min(dated, key=itemgetter(0))
    if read.due is not None and latest < first.first.due.latest:
        late = "" if first.late else late_when_received(read)
        told = f"{read.due.when}{f' ({late})' if late else ''}, by another reading"
        yield f"{told}{'' if act is first else f': {act.what}'}; else "


def soonest_first(decisions: Iterable[Decision]) -> list[Decision]:
    """Return decisions in order of the first clock of each that is not met; those without one last.

    Args:
        decisions: The decisions.
    """
    return sorted(decisions, key=_soonest)


def _soonest(decision: Decision) -> dt.datetime:
    acts = acts_of(decision, marks_of(decision))
    ends = (act.first.due.latest for act in acts if isinstance(act.first.due, Due) and not act.is_met)
    return min(ends, default=NO_END)


def _may_start(decision: Decision, marks: LineMarks) -> Iterator[str]:
    """Yield that no clock is known yet, which questions may bring one, and the first of them with the soonest day."""
    points = [point for point in decision.points if point.starts]
    if points:
        acts = [start for point in points for start in point.starts]
        dated = min(((due.earliest, f"{act}, {due}") for act, due in acts if due), default=("", acts[0][0]))
        told = any(point.asks in text for point in points for text in decision.amiss)
        named = marks.named(point.address for point in points)
        yield f"none is known yet.{'' if told else f' Another answer to {named} may bring one: {dated[1]}.'}"
