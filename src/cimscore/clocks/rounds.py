"""Acts that come round again, and acts that may not be done too soon: which time is due, and what is counted so far."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterator, Mapping
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Ahead, Due, Period, start_of_day
from cimscore.case import Unknown
from cimscore.clocks.counting import Uncounted
from cimscore.clocks.spans import CERTAIN, PROVISIONAL, When, after, not_before, range_of
from cimscore.clocks.starting import Start

Counted = Due | Uncounted
Origin = Start | Uncounted | Unknown
"""What an act counts from: a moment, a day that could not be counted, or a moment not known."""
Count = Callable[[Period, Origin], Counted]


class Repeats(enum.StrEnum):
    """Ways in which an act comes round again. A source means one of them: their days differ after the first time."""

    FROM_THE_START = "counted from the start each time"
    FROM_THE_LAST_TIME = "counted from when it was last done"


@attrs.frozen
class Round:
    """One time of an act.

    Attributes:
        number: Its number, from 1.
        start: Where it counts from: the start of all, the last time it was done, or the due time before.
    """

    number: int
    start: Origin


@attrs.frozen(kw_only=True)
class Course:
    """Course of an act from one start: its period, its soonest time, and whether it comes round again.

    Attributes:
        within: Period of the first time.
        then: Period of each later time.
        not_before: Period that has to pass before it may be done; None if it may be done at once.
        repeats: How it comes round again; None if it is done once.
        origin: The start.
        count: Counts a period from a start.
        zone: Time zone in which a day begins.
    """

    within: Period
    then: Period
    not_before: Period | None
    repeats: Repeats | None
    origin: Origin
    count: Count
    zone: ZoneInfo

    def due(self, this: Round) -> Counted:
        """Return when one time of the act is due."""
        if self.repeats is Repeats.FROM_THE_START:
            return self.count(times(self.within, this.number), self.origin)
        return self.count(self.within if this.number == 1 else self.then, this.start)

    def opens(self, this: Round) -> Counted | None:
        """Return the soonest moment at which one time of the act may be done; None if it may be done at once."""
        if self.not_before is None:
            return None
        opens = self.count(self.not_before, this.start)
        # "Not before the tenth day" allows all of that day.
        return _all_day(opens) if isinstance(opens, Due) and opens.end_of_day else opens

    def rounds(self, done: Mapping[When, int]) -> dict[Round, int]:
        """Return the grade of each time of the act being the one that is due now.

        Args:
            done: Every moment at which it may have been done, with its grade.
        """
        return self._followed(done)[0]

    def too_soon(self, done: Mapping[When, int]) -> tuple[When, ...]:
        """Return the moments at which it was certainly done before it was allowed. They count for nothing.

        Args:
            done: Every moment at which it may have been done, with its grade.
        """
        return self._followed(done)[1]

    def _followed(self, done: Mapping[When, int]) -> tuple[dict[Round, int], tuple[When, ...]]:
        rounds, too_soon = {Round(1, self.origin): CERTAIN}, list[When]()
        # In the order of time, so that each act is held against what came before it.
        for when in sorted(done, key=lambda moment: (range_of(moment, self.zone, done=True).working, str(moment))):
            if not any(self._is_soon_enough(this, when) for this in rounds):
                too_soon.append(when)
            if self.repeats is not None:
                rounds = self._with(rounds, when, done[when])
        return rounds, tuple(too_soon)

    def counts(self, this: Round, when: When) -> int:
        """Return the grade with which an act at a moment counts as one time of it."""
        soon_enough = self._is_soon_enough(this, when)
        if self.repeats is None:
            return soon_enough
        if isinstance(this.start, Uncounted | Unknown):
            return PROVISIONAL
        follows = not_before if this.number == 1 else after
        return min(soon_enough, follows(when, this.start, self.zone))

    def _is_soon_enough(self, this: Round, when: When) -> int:
        opens = self.opens(this)
        if isinstance(opens, Uncounted):
            return PROVISIONAL
        return CERTAIN if opens is None else not_before(when, opens, self.zone)

    def later(self, this: Round, due: Due) -> Iterator[Due]:
        """Yield the times after one, as if each were done on its last day; nothing if it is done once."""
        while self.repeats is not None:
            this = Round(this.number + 1, due)
            following = self.due(this)
            if not isinstance(following, Due):
                return
            yield following
            due = following

    def _with(self, rounds: Mapping[Round, int], when: When, grade: int) -> dict[Round, int]:
        """Return the grades of the times after one more act."""
        found: dict[Round, int] = {}
        for this, so_far in rounds.items():
            counts = min(grade, self.counts(this, when))
            for following, held in ((self._after(this, when), counts), (this, CERTAIN - counts)):
                found[following] = max(found.get(following, 0), min(so_far, held))
        return {this: held for this, held in found.items() if held}

    def _after(self, this: Round, when: When) -> Round:
        if self.repeats is Repeats.FROM_THE_LAST_TIME:
            return Round(this.number + 1, when)
        due = self.due(this)
        return Round(this.number + 1, due if isinstance(due, Due) else when)


def times(period: Period, number: int) -> Period:
    """Return a period that is a number of times as long."""
    # Three months from 30 November is 28 February, and three from there 28 May. Six from 30 November are 30 May.
    return attrs.evolve(period, n=period.n * number) if isinstance(period, Ahead) else period


def _all_day(due: Due) -> Due:
    """Return a day as a moment from its first instant on."""
    earliest = _first_instant(due.earliest, due.zone) if due.opens else due.earliest
    latest = _first_instant(due.latest, due.zone) if due.closes else due.latest
    working = min(max(_first_instant(due.working, due.zone), earliest), latest)
    return attrs.evolve(due, earliest=earliest, latest=latest, working=working, end_of_day=False)


def _first_instant(midnight: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """Return the first instant of the day that a midnight ends."""
    return start_of_day((midnight - dt.timedelta(microseconds=1)).astimezone(zone).date(), zone)
