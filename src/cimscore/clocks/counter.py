"""Counting on the calendars of a program, each count made once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Calendar, Due, EndOfPeriod, Period
from cimscore.clocks.counting import Uncounted, count
from cimscore.clocks.starting import Start
from cimscore.clocks.ways import Counting, Place

Ends = EndOfPeriod | dt.time | Counting


@attrs.frozen(eq=False)
class Counter:
    """Counts periods on the calendars of a program.

    Attributes:
        calendars: The calendars, by id.
        zone: Whose clocks, where no calendar counts.
        first: The id of the calendar that counts unless a clock names another.
    """

    calendars: Mapping[str, Calendar]
    zone: ZoneInfo
    first: str = ""
    _known: dict[object, Due | Uncounted] = attrs.field(factory=dict, init=False, repr=False)

    def count(
        self,
        period: Period | str,
        start: Start,
        *,
        place: Place = None,
        calendar: str = "",
        ends: Ends = EndOfPeriod.END_OF_DAY,
    ) -> Due | Uncounted:
        """Return when a period is over, as a range where the start or the place leaves one.

        Args:
            period: Hours, days or months; or the source's own words where they name no day.
            start: Where the count starts; its own day is not counted.
            place: Whose business days count; None for those of the calendar alone.
            calendar: The id of the calendar; empty for the first.
            ends: How a period of days ends on its last day; or the whole way of counting, with a place of its own
                unless `place` is given.
        """
        return self._once(period, start, place, calendar or self.first, ends)

    def _once(self, period: Period | str, start: Start, place: Place, calendar: str, ends: Ends) -> Due | Uncounted:
        # The calendars never change while a program is loaded, so equal arguments give an equal count. A decision tries
        # many answers and asks for the same count each time.
        key = (period, start, place, calendar, ends)
        found = self._known.get(key)
        if found is None:
            days = self.calendars.get(calendar)
            found = self._known[key] = count(period, start, days, self.zone, _way(place, ends))
        return found


def _way(place: Place, ends: Ends) -> Counting:
    if not isinstance(ends, Counting):
        return Counting(place=place, ends=ends)
    # A rule may give the whole way of counting as one value. The clock's own place is closer to the clause: it wins.
    return ends if place is None else attrs.evolve(ends, place=place)
