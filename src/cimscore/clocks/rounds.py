"""Acts that come round again, and acts that may not be done too soon: which time is due, and what is counted so far."""

from __future__ import annotations

import datetime as dt
import enum
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Ahead, Due, Period, start_of_day
from cimscore.case import Unknown
from cimscore.clocks.counting import Uncounted
from cimscore.clocks.spans import When, after, before, not_before, range_of
from cimscore.clocks.starting import Start
from cimscore.grades import CERTAIN, POSSIBLE, PROVISIONAL

_MOST_ORDERS: Final = 120
"""So many orders of acts at overlapping moments are followed: every order of five of them."""

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

    def due(self, turn: Round) -> Counted:
        """Return when one time of the act is due."""
        if self.repeats is Repeats.FROM_THE_START:
            return self.count(times(self.within, turn.number), self.origin)
        return self.count(self.within if turn.number == 1 else self.then, turn.start)

    def opens(self, turn: Round) -> Counted | None:
        """Return the soonest moment at which one time of the act may be done; None if it may be done at once."""
        if self.not_before is None:
            return None
        opens = self.count(self.not_before, turn.start)
        # "Not before the tenth day" allows all of that day.
        return _all_day(opens) if isinstance(opens, Due) and opens.end_of_day else opens

    def rounds(self, done: Mapping[When, int]) -> dict[Round, int]:
        """Return the grade of each time of the act being the one that is due now.

        Args:
            done: Every moment at which it may have been done, with its grade.
        """
        orders = [self._followed(order, done)[0] for order in self._orders(done)]
        if len(orders) == 1:
            return orders[0]
        # Which of the orders it was is not known, so that one alone makes nothing certain.
        found = dict.fromkeys((turn for order in orders for turn in order), POSSIBLE)
        for turn in found:
            grades = [order.get(turn, 0) for order in orders]
            found[turn] = min(grades) if min(grades) == CERTAIN else min(max(grades), PROVISIONAL)
        return found

    def too_soon(self, done: Mapping[When, int]) -> tuple[When, ...]:
        """Return the moments at which it was certainly done before it was allowed. They count for nothing.

        Args:
            done: Every moment at which it may have been done, with its grade.
        """
        told = [self._followed(order, done)[1] for order in self._orders(done)]
        return tuple(when for when in told[0] if all(when in too_soon for too_soon in told))

    def _orders(self, done: Mapping[When, int]) -> list[tuple[When, ...]]:
        """Return each order in which acts may have been done: several where their moments are known within bounds."""
        likely = sorted(done, key=lambda moment: (range_of(moment, self.zone, done=True).working, str(moment)))
        return [*itertools.islice(self._continued((), likely), _MOST_ORDERS)]

    def _continued(self, order: tuple[When, ...], left: Sequence[When]) -> Iterator[tuple[When, ...]]:
        """Yield each way to go on with an order, the likely one first."""
        if not left:
            yield order
        for when in left:
            rest = [act for act in left if act != when]
            if not any(before(act, when, self.zone) == CERTAIN for act in rest):
                yield from self._continued((*order, when), rest)

    def _followed(self, order: Sequence[When], done: Mapping[When, int]) -> tuple[dict[Round, int], tuple[When, ...]]:
        """Return the grades of the times after some acts in an order, and the acts that came too soon."""
        rounds, too_soon = {Round(1, self.origin): CERTAIN}, list[When]()
        for when in order:
            if not any(self._is_soon_enough(turn, when) for turn in rounds):
                too_soon.append(when)
            if self.repeats is not None:
                rounds = self._with(rounds, when, done[when])
        return rounds, tuple(too_soon)

    def counts(self, turn: Round, when: When) -> int:
        """Return the grade with which an act at a moment counts as one time of it."""
        soon_enough = self._is_soon_enough(turn, when)
        if self.repeats is None:
            return soon_enough
        if isinstance(turn.start, Uncounted | Unknown):
            return PROVISIONAL
        follows = not_before if turn.number == 1 else after
        return min(soon_enough, follows(when, turn.start, self.zone))

    def _is_soon_enough(self, turn: Round, when: When) -> int:
        opens = self.opens(turn)
        if isinstance(opens, Uncounted):
            return PROVISIONAL
        return CERTAIN if opens is None else not_before(when, opens, self.zone)

    def later(self, turn: Round, due: Due) -> Iterator[Due]:
        """Yield the times after one, as if each were done on its last day; nothing if it is done once."""
        while self.repeats is not None:
            turn = Round(turn.number + 1, due)
            following = self.due(turn)
            if not isinstance(following, Due):
                return
            yield following
            due = following

    def _with(self, rounds: Mapping[Round, int], when: When, grade: int) -> dict[Round, int]:
        """Return the grades of the times after one more act."""
        found: dict[Round, int] = {}
        for turn, so_far in rounds.items():
            counts = min(grade, self.counts(turn, when))
            for following, held in ((self._after(turn, when), counts), (turn, CERTAIN - counts)):
                found[following] = max(found.get(following, 0), min(so_far, held))
        return {turn: held for turn, held in found.items() if held}

    def _after(self, turn: Round, when: When) -> Round:
        if self.repeats is Repeats.FROM_THE_LAST_TIME:
            return Round(turn.number + 1, when)
        due = self.due(turn)
        return Round(turn.number + 1, due if isinstance(due, Due) else when)


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
