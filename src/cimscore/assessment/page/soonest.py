"""Moment of a page by which to act first, and what is overdue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import attrs

from cimscore.assessment.decision.standing import Standing
from cimscore.assessment.decision.value import Decision
from cimscore.assessment.decision.words import begun, day_to
from cimscore.assessment.page.acts import Act, acts_of
from cimscore.assessment.page.days import (
    first_moment,
    holidays_of,
    last_moment,
    moment_or_later,
    strictest_end,
    working_day_before,
)
from cimscore.assessment.page.marks import LineMarks, marks_of
from cimscore.assessment.page.readings import how_bad, is_worse, stands_by
from cimscore.calendars import NO_END, Due
from cimscore.calendars.words import zone_in_words


@attrs.frozen
class Soonest:
    """The soonest moment by which an act may have to be done, whichever way the policy is read.

    Attributes:
        act: The act.
        due: The time that begins with this moment: its own, or that of another reading or answer.
        asked: Addresses of the questions and readings by which it is so soon; none for its own day.
        late: How certain it is that this had passed when the information was received; None if it had not.
    """

    act: Act
    due: Due
    asked: tuple[str, ...] = ()
    late: Standing | None = None

    @property
    def at(self) -> dt.datetime:
        """Return the moment."""
        return self.due.earliest

    @property
    def moment(self) -> str:
        """Return the moment in words; of what is done, that it may have been due later."""
        return moment_or_later(self.due) if self.act.is_met else first_moment(self.due)

    @property
    def is_sure(self) -> bool:
        """Return True if it is the one day of the act, and was ahead when the information was received."""
        return self.due.exact and self.late is None and not self.asked and not self.act.is_met


def soonest_of(act: Act) -> Soonest | None:
    """Return the soonest moment by which an act may have to be done; None where it has no day.

    Args:
        act: The act.
    """
    return min(_every(act), key=lambda soonest: soonest.at, default=None)


def _every(act: Act) -> Iterator[Soonest]:
    """Yield the soonest moment of an act by the reading taken, by another answer, and by each worse reading."""
    clock = act.first
    if isinstance(clock.due, Due):
        yield Soonest(act, clock.due, late=clock.late)
        if act.is_met:
            return  # another day goes with another state, and is told with it
        if clock.soonest is not None:
            asked = dict.fromkeys(address for answers in clock.rests_on for address, _ in answers)
            yield Soonest(act, clock.soonest, tuple(asked) or tuple(sorted(clock.perhaps_on)))
        worse = (read for read in clock.stands.otherwise if is_worse(read, clock))
        yield from (Soonest(act, read.due, (read.reading,), read.late) for read in worse if read.due)


def first_of(acts: Iterable[Act]) -> Soonest | None:
    """Return the first moment of a page by which something may have to be done, of what is not overdue.

    Args:
        acts: What is due.
    """
    dated = [soonest for act in _ahead(acts) if (soonest := soonest_of(act)) is not None]
    return min(dated, key=lambda soonest: soonest.at, default=None)


def _ahead(acts: Iterable[Act]) -> list[Act]:
    return [act for act in acts if not act.is_overdue and (not act.is_met or act.is_read_as_unmet)]


def next_clock(decision: Decision, marks: LineMarks, acts: Sequence[Act]) -> Iterator[str]:
    """Yield what is overdue, and the one moment by which to act first: the soonest that any reading or answer gives.

    Args:
        decision: The decision.
        marks: The marks of its page.
        acts: What is due, by `acts_of`.
    """
    yield from _at_once(decision)
    overdue = [act for act in acts if act.is_overdue]
    for head, found in (
        ("Overdue", [act for act in overdue if not act.is_untold]),
        ("Perhaps overdue", [act for act in overdue if act.is_untold]),
    ):
        if found:
            yield f"{head}: {found[0].says}{f'; and {len(found) - 1} more below' if len(found) > 1 else ''}"
    head = f"{'First' if decision.at is None else 'Next'} clock"
    ahead = _ahead(acts)
    if (first := first_of(acts)) is not None:
        to_do = first_of(act for act in acts if not act.is_met) if first.act.is_met else None
        # What is met by the reading taken alone must not stand where the next thing to do does.
        others = _may_start(decision, marks) if first.act.is_met and to_do is None else ()
        yield " ".join((f"{head}: {_told_first(to_do or first, decision, marks, ahead)}", *others))
        if to_do is not None:
            yield f"Met, but not by every reading: {_told_first(first, decision, marks, ahead)}"
    elif ahead:
        yield f"{head}: {ahead[0].says}"
    elif not overdue:
        sure = ", as far as it can be told" if any(act.is_untold for act in acts) else ""
        may_start = [f"none is known yet. {told}".rstrip() for told in _may_start(decision, marks)]
        yield f"{head}: {''.join(may_start) or (f'none: every clock is met{sure}.' if acts else 'none.')}"


def _told_first(first: Soonest, decision: Decision, marks: LineMarks, ahead: Sequence[Act]) -> str:
    return told_safely(attrs.evolve(first, act=_numbered(first.act)), decision, marks, also=ahead)


def _at_once(decision: Decision) -> Iterator[str]:
    """Yield how many things are to be done at once, and since when: a day that may have passed as any other may."""
    # What is owed to several people is one thing, but where it hangs on another question for each.
    told = {(duty.form, duty.standing, duty.rests_on, duty.perhaps_on) for duty in decision.duties if duty.at_once}
    number = len(told)
    if number:
        since = f" since {decision.received.moment}" if decision.received.moment else ""
        what = "the first thing under What to do" if number == 1 else f"the {number} things first under What to do"
        yield f"At once{since}, and overdue unless done: {what}"


def _numbered(act: Act) -> Act:
    """Return an act with the numbers of the questions on which it rests, where the head of the page has them."""
    return attrs.evolve(act, marks=attrs.evolve(act.marks, plain=False)) if act.marks.led else act


def has_passed(due: Due, decision: Decision) -> bool:
    """Return True if the soonest that something may be due had passed at the moment for which it was decided.

    Args:
        due: When it may be due.
        decision: The decision.
    """
    return decision.at is not None and due.earliest < decision.at.span(due.zone)[0]


def told_safely(
    first: Soonest, decision: Decision, marks: LineMarks, *, also: Sequence[Act] = (), named: bool = True
) -> str:
    """Return the one moment to act by, what has to be done by then, and why it is so soon.

    Args:
        first: The moment.
        decision: The decision.
        marks: The marks of its page.
        also: Whatever is due; what is due at the same moment is told with it at the head of a page.
        named: Whether it is said for what it is due.
    """
    late = not first.act.is_met and (first.late is not None or has_passed(first.due, decision))
    passed = " (not compared with today: it may have passed)" if decision.at is None and also else ""
    zone = f", {zone_in_words(first.due.zone)}" if also else ""
    when = "at once" if late else f"{first.moment}{zone}{passed}{holidays_of(first.due)}"
    others = [] if late else [act.what for act in also if act.first is not first.act.first and _is_then(act, first.at)]
    by_then = f"; by then too: {'; '.join(others)}" if others else ""
    reasons = _reasons(first, decision, marks, late=late)
    told = first.act.told_beside(named=named, own=first.act.is_met or not first.asked)
    return f"{when}: {told}{by_then}{f'. {reasons}.' if reasons else ''}"


def _is_then(act: Act, moment: dt.datetime) -> bool:
    """Return True if an act that is not done is certainly due at a moment, by the reading taken."""
    due = act.first.due
    return isinstance(due, Due) and due.exact and due.latest == moment and not act.is_met


def _reasons(first: Soonest, decision: Decision, marks: LineMarks, *, late: bool) -> str:
    """Return why an act may be due so soon, and what that asks for; empty for a sure working day."""
    act = first.act
    # What moves the day by another reading or answer is not what makes it so soon, where that gives one moment.
    asked = first.asked if first.asked and first.due.exact else (*first.asked, *deciding(act, decision))
    on = f" ({marks.named(asked)})" if asked else ""
    if act.is_met:
        worse = [read for read in act.first.stands.otherwise if is_worse(read, act.first)]
        worst = min(worse, key=lambda read: how_bad(read, act.first))
        due = f" was due {moment_or_later(worst.due)}, and" if worst.due else ""
        return f"By another reading it{due} {stands_by(worst)} ({marks.named(read.reading for read in worse)})"
    if late:
        sure = "was" if first.late is Standing.CERTAIN and not first.asked else "may have been"
        since = f", due {first_moment(first.due)}, {zone_in_words(first.due.zone)}" if first.due.opens else ""
        received = " when it was received" if decision.at is None else ""
        return "; ".join((f"It {sure} late already{received}{since}{on}", *_not_later(first, decision)))
    soonest = () if first.is_sure else (f"that is the soonest that it may be{on}",)
    before = working_day_before(first.due)
    return begun("; ".join((*soonest, *([f"no working day: {before}"] if before else ()))))


def _not_later(first: Soonest, decision: Decision) -> Iterator[str]:
    """Yield by when an act that may be late is due at the latest by the strictest reading, if that is still to come."""
    clock = first.act.first
    worse = [read.due for read in clock.stands.otherwise if read.due and is_worse(read, clock)]
    ends = [strictest_end(due) for due in (clock.due, *worse) if isinstance(due, Due)]
    known = [end for end in ends if end is not None]
    least = min(known, key=lambda end: end.latest, default=None)
    if least is not None and len(known) == len(ends) and least.latest > first.at:
        last = attrs.evolve(least, earliest=least.latest)
        if not has_passed(last, decision):
            yield f"not later than {last_moment(least)}"


def deciding(act: Act, decision: Decision) -> Iterator[str]:
    """Yield the addresses of the questions whose answer would give an act its day.

    Args:
        act: The act.
        decision: The decision.
    """
    for point in decision.points:
        if day_to(act.first.what) in point.moves or act.first.what in point.bounded:
            yield point.address


def leading(decision: Decision, acts: Sequence[Act]) -> frozenset[str]:
    """Return the addresses of the questions on which the first clock rests.

    Args:
        decision: The decision.
        acts: What is due, by `acts_of`.
    """
    first = first_of(acts)
    if first is None:
        return frozenset()
    rests = {address for answers in first.act.first.rests_on for address, _ in answers}
    asked = {*first.asked, *deciding(first.act, decision), *rests}
    return frozenset(asked.intersection(point.address for point in decision.points))


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
    """Yield which questions may bring a clock that is not known yet, and the first of them with its soonest day."""
    points = [point for point in decision.points if point.starts]
    if points:
        acts = [start for point in points for start in point.starts]
        dated = min(((due.earliest, _by(act, due)) for act, due in acts if due), default=("", acts[0][0]))
        asked = {address for reservation in decision.amiss for address, _ in reservation.asks}
        told = any(point.address in asked for point in points)
        named = marks.named(point.address for point in points)
        yield "" if told else f"Another answer to {named} may bring one: {dated[1]}."


def _by(act: str, due: Due) -> str:
    return f"{act} by {moment_or_later(due)}, {zone_in_words(due.zone)}"
