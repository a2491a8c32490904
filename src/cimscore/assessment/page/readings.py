"""Unclear points of the policy by which a clock has another day, or stands otherwise, than by the reading taken."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from typing import Final

import attrs

from cimscore.assessment.decision.value import DecidedClock, Decision, ReadOtherwise
from cimscore.assessment.decision.words import in_few_words
from cimscore.assessment.page.days import late_when_received, moment_or_later
from cimscore.assessment.timing.in_a_run import DONE_IN_WORDS, NOT_OWED, PERHAPS_MET_LATE, PERHAPS_OVERDUE
from cimscore.calendars import NO_END, Due
from cimscore.clocks import ClockState

_UNDONE: Final = "not done"
"""What stands for each other state of a clock of which the act is not done."""
_WORST: Final = (ClockState.OVERDUE.in_words, PERHAPS_OVERDUE, _UNDONE, ClockState.MET_LATE.in_words, PERHAPS_MET_LATE)
"""States of a clock by another reading, the worst first."""
_BEYOND: Final = ("", ClockState.RUNNING, ClockState.WAITING, NOT_OWED)
"""States of a clock of which the day tells enough, or that ask nothing of anybody."""


@attrs.frozen
class UnclearPoint:
    """Unclear point of the policy on which a clock hangs.

    Attributes:
        address: Its address.
        asks: Its question.
        ask: Who can say what is meant.
        taken: The reading in use, in words.
        day: The day that it gives the first act; empty where it gives none, or the act is done.
        acts: The acts that it moves.
        hurts: Whether a reading gives one a sooner day, or leaves it undone; others only put it off.
        spares: Whether nobody has to do one of them by a reading.
        ways: Each other reading that matters, in words, with what it makes of which act.
    """

    address: str
    asks: str
    ask: str
    taken: str
    day: str
    acts: tuple[str, ...]
    hurts: bool
    spares: bool
    ways: tuple[tuple[str, str], ...]

    def says(self, most: int, asked: int = 0) -> str:
        """Return the question, the reading taken, and what the first of the others make of a clock.

        Args:
            most: How many of the others.
            asked: The number of a question that says whom to ask already.
        """
        day = f" ({self.day})" if self.day else ""
        ways = [f"If {answer.removesuffix('.')!r}: {then}." for answer, then in self.ways[:most]]
        whom = f" Ask as in {asked}." if asked else f" Ask the {self.ask}." if self.ask else ""
        read = f"Read here as {self.taken.removesuffix('.')!r}{day}."
        return " ".join((f"The policy is unclear: {self.asks}{whom}", read, *ways))


def unclear_points_of(decision: Decision) -> tuple[UnclearPoint, ...]:
    """Return the unclear points by which a clock is otherwise: those first that may hurt, the soonest day first.

    Args:
        decision: The decision.
    """
    found: dict[str, list[tuple[DecidedClock, ReadOtherwise]]] = {}
    matter = ((clock, read) for clock in decision.clocks for read in clock.stands.otherwise if _matters(read, clock))
    for clock, read in sorted(matter, key=_worst_first):
        found.setdefault(read.reading, []).append((clock, read))
    return tuple(_point(address, same) for address, same in found.items())


def shown_unclear(unclear: Sequence[UnclearPoint], hurt: int, put_off: int) -> tuple[UnclearPoint, ...]:
    """Return the unclear points that a page has room for.

    Args:
        unclear: The unclear points.
        hurt: How many of those that may hurt.
        put_off: How many of those that only put something off.
    """
    kinds = (
        [point for point in unclear if point.hurts][:hurt],
        [point for point in unclear if not point.hurts][:put_off],
    )
    return tuple(itertools.chain(*kinds))


def _point(address: str, same: list[tuple[DecidedClock, ReadOtherwise]]) -> UnclearPoint:
    clock, read = same[0]
    return UnclearPoint(
        address=address,
        asks=read.asks,
        ask=read.ask,
        taken=read.taken,
        day=_own_day(clock, read),
        acts=tuple(dict.fromkeys(in_few_words(clock.what) for clock, _ in same)),
        hurts=is_worse(read, clock),
        spares=any(read.word == NOT_OWED for _, read in same),
        ways=tuple(dict.fromkeys((read.answer, _then(clock, read)) for clock, read in same)),
    )


def is_worse(read: ReadOtherwise, clock: DecidedClock) -> bool:
    """Return True if another reading makes a clock due sooner than it may be by its own, or leaves it late or undone.

    Args:
        read: The other reading.
        clock: The clock.
    """
    if clock.stands.word in DONE_IN_WORDS:
        no_worse = DONE_IN_WORDS[: DONE_IN_WORDS.index(clock.stands.word) + 1]
        return read.word not in (*no_worse, *_BEYOND)
    if isinstance(clock.due, Due) and read.due is not None:
        return read.due.earliest < clock.due.earliest
    return read.word == ClockState.OVERDUE != clock.stands.word


def _matters(read: ReadOtherwise, clock: DecidedClock) -> bool:
    moved = read.due is not None or read.word == NOT_OWED
    return is_worse(read, clock) or (moved and clock.stands.word not in DONE_IN_WORDS)


def _worst_first(told: tuple[DecidedClock, ReadOtherwise]) -> tuple[bool, tuple[int, dt.datetime]]:
    clock, read = told
    number, day = how_bad(read, clock)
    # Of an act that is to be done the day counts; of one that is done, whether it is undone or late by the reading.
    return not is_worse(read, clock), (number if clock.stands.word in DONE_IN_WORDS else 0, day)


def how_bad(read: ReadOtherwise, clock: DecidedClock) -> tuple[int, dt.datetime]:
    """Return a number and a day by which the worst of several readings of a clock is the least.

    Args:
        read: The other reading.
        clock: The clock.
    """
    day = read.due or clock.due
    return _WORST.index(read.word if read.word in _WORST else _UNDONE), day.earliest if isinstance(day, Due) else NO_END


def _own_day(clock: DecidedClock, read: ReadOtherwise) -> str:
    tells_of_a_day = read.due is not None or read.word == NOT_OWED
    if not isinstance(clock.due, Due) or not tells_of_a_day or clock.stands.word in DONE_IN_WORDS:
        return ""
    return ", ".join(filter(None, (moment_or_later(clock.due), clock.due.expected)))


def _then(clock: DecidedClock, read: ReadOtherwise) -> str:
    """Return what another reading makes of an act: by when it is due, and how it stands."""
    if read.word == NOT_OWED:
        return f"nobody has to {in_few_words(clock.what)}"
    late = "" if clock.late else late_when_received(read)
    due = read.due or clock.due
    by = f" by {moment_or_later(due)}" if isinstance(due, Due) else ""
    stands = f" and {stands_by(read)}" if read.word not in _BEYOND else ""
    was = "is" if read.word == PERHAPS_OVERDUE else "was"
    then = (
        f"the duty to {in_few_words(clock.what)} {was} due{by}{stands}" if stands else f"{in_few_words(clock.what)}{by}"
    )
    return f"{then}{f' ({late})' if late else ''}"


def stands_by(read: ReadOtherwise) -> str:
    """Return how a clock stands by another reading, after its name.

    Args:
        read: The other reading.
    """
    return {PERHAPS_OVERDUE: "may be overdue", PERHAPS_MET_LATE: "was perhaps met late"}.get(
        read.word, f"is {read.word}"
    )
