"""Unclear points of the policy that give a clock a sooner day than the reading taken, or leave it undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from cimscore.assessment.decision.value import DecidedClock, Decision, ReadOtherwise
from cimscore.assessment.page.days import first_moment, late_when_received
from cimscore.calendars import NO_END, Due

_DONE = frozenset({"met", "met late"})


@attrs.frozen
class UnclearPoint:
    """Unclear point of the policy on which a clock hangs.

    Attributes:
        address: Its address.
        asks: Its question.
        taken: The reading in use, in words.
        day: The day that it gives the first act; empty where it gives none, or the act is done.
        ways: Each other reading that matters, in words, with what it makes of which act.
    """

    address: str
    asks: str
    taken: str
    day: str
    ways: tuple[tuple[str, str], ...]

    def says(self, most: int) -> str:
        """Return the question, the reading taken, and what the first of the others make of a clock.

        Args:
            most: How many of the others.
        """
        ways = " ".join(f"If {answer.removesuffix('.')!r}: {then}." for answer, then in self.ways[:most])
        day = f" ({self.day})" if self.day else ""
        return f"The policy is unclear: {self.asks} Read here as {self.taken.removesuffix('.')!r}{day}. {ways}"


def doubts_of(decision: Decision) -> tuple[UnclearPoint, ...]:
    """Return the unclear points that may hurt whoever goes by the reading taken: those with the soonest day first.

    Args:
        decision: The decision.
    """
    found: dict[str, list[tuple[DecidedClock, ReadOtherwise]]] = {}
    matter = ((clock, read) for clock in decision.clocks for read in clock.stands.otherwise if is_worse(read, clock))
    for clock, read in sorted(matter, key=_soonest_first):
        found.setdefault(read.reading, []).append((clock, read))
    return tuple(
        UnclearPoint(address, same[0][1].asks, same[0][1].taken, _own_day(*same[0]), tuple(dict.fromkeys(_ways(same))))
        for address, same in found.items()
    )


def _own_day(clock: DecidedClock, read: ReadOtherwise) -> str:
    if not isinstance(clock.due, Due) or read.due is None:
        return ""
    told = f"{first_moment(clock.due)}{' or later' if clock.due.opens and not clock.due.exact else ''}"
    return ", ".join(filter(None, (told, clock.due.expected)))


def is_worse(read: ReadOtherwise, clock: DecidedClock) -> bool:
    """Return True if another reading makes a clock due sooner than it may be by its own, or leaves it undone.

    Args:
        read: The other reading.
        clock: The clock.
    """
    if isinstance(clock.due, Due) and read.due is not None:
        return read.due.earliest < clock.due.earliest
    return clock.stands.word in _DONE and read.word not in _DONE


def _soonest_first(told: tuple[DecidedClock, ReadOtherwise]) -> dt.datetime:
    clock, read = told
    return read.due.earliest if read.due else clock.due.earliest if isinstance(clock.due, Due) else NO_END


def _ways(same: list[tuple[DecidedClock, ReadOtherwise]]) -> Iterator[tuple[str, str]]:
    for clock, read in same:
        late = "" if clock.late else late_when_received(read)
        act = clock.what.partition(", ")[0]
        then = f"{act} by {first_moment(read.due)}" if read.due else f"the duty to {act} is {read.word}"
        yield read.answer, f"{then}{f' ({late})' if late else ''}"
