"""Due times, as values: an instant, the end of a day, or a range."""

from __future__ import annotations

import datetime as dt
import enum
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars.days import ONE_DAY, WEEKEND, PartHoliday, Skipped
from cimscore.calendars.instants import earliest_and_latest, in_utc
from cimscore.calendars.words import (
    day_in_words,
    end_in_words,
    instant_in_words,
    part_holiday_in_words,
    skipped_in_words,
    zone_in_words,
)
from cimscore.case import Moment


class Timeliness(enum.StrEnum):
    """Timeliness of an act, as far as the known facts decide it."""

    IN_TIME = "in time"
    LATE = "late"
    UNDECIDED = "undecided"


@attrs.frozen
class Unless:
    """A local holiday that would move a due date.

    Attributes:
        holiday: The day; None where it may be any that was counted.
        then: When it would be due then, as `latest` tells it.
    """

    holiday: dt.date | None
    then: dt.datetime


# A few days inside what Python can hold, so that any zone can show them.
NO_BEGINNING: Final = dt.datetime(1, 1, 3, tzinfo=dt.UTC)
NO_END: Final = dt.datetime(9999, 12, 28, tzinfo=dt.UTC)
"""The ends of a range that nothing known bounds."""


def _aware(_: object, __: object, instant: dt.datetime) -> None:
    in_utc(instant)


@attrs.frozen(kw_only=True)
class Due:
    """Time at which something is due. Two are equal if they are the same time, whatever days were skipped on the way.

    Attributes:
        earliest: Earliest instant at which it can be due, as local clocks show it.
        latest: Latest instant; the same one if it is exact.
        zone: Time zone of those clocks.
        end_of_day: True if it is due by the end of a day. `latest` is then the midnight that ends the day, which has
            the date of the next day: show `days`, or `when`.
        skipped: Days skipped in the count.
        part_days: Counted days that are a holiday for part of the day.
        falls_on: Reason why the last calendar day is not a business day. Such a day does not move.
        working: Working instant until more is known. Defaults to `earliest`, to be safe.
        unsettled: Sentences that explain the range, if the start alone does not.
        unless: Local holidays that would move it past its earliest instant, if the place is still open.
        closed: Days that are no business days, up to the first on which it can be due. None where that is a business
            day, and where no whole business day of the period comes before.
    """

    earliest: dt.datetime = attrs.field(validator=_aware)
    latest: dt.datetime = attrs.field(validator=_aware)
    zone: ZoneInfo
    end_of_day: bool = False
    skipped: tuple[Skipped, ...] = attrs.field(default=(), eq=False)
    part_days: tuple[PartHoliday, ...] = attrs.field(default=(), eq=False)
    falls_on: str = attrs.field(default="", eq=False)
    working: dt.datetime = attrs.field()

    unsettled: tuple[str, ...] = ()
    unless: tuple[Unless, ...] = ()
    closed: tuple[Skipped, ...] = attrs.field(default=(), eq=False)

    @working.default
    def _earliest_instant(self) -> dt.datetime:
        return self.earliest

    @property
    def opens(self) -> bool:
        """Return True if something known bounds it below."""
        return self.earliest > NO_BEGINNING

    @property
    def closes(self) -> bool:
        """Return True if something known bounds it above."""
        return self.latest < NO_END

    @property
    def exact(self) -> bool:
        """Return True if it is a single instant, not a range."""
        return self.earliest == self.latest

    @property
    def days(self) -> tuple[dt.date | None, dt.date | None]:
        """Return the first and the last day on which it can be due, each None where nothing bounds it.

        The midnight that ends a period belongs to the day before it, as in words.
        """
        # The midnight that ends a day has the date of the next one.
        tick = dt.timedelta(microseconds=1)
        first = self.earliest - tick if self.opens and self.end_of_day else self.earliest
        last = first if self.exact else self.latest - tick
        return first.date() if self.opens else None, last.date() if self.closes else None

    @property
    def predicted(self) -> bool:
        """Return True if it depends on a holiday whose date is expected and not yet fixed."""
        return any(day.predicted for day in self.skipped)

    @property
    def expected(self) -> str:
        """Return a phrase for the skipped days whose date is expected and not yet fixed; empty if there are none."""
        days = [f"{day_in_words(day.day)} ({day.why})" for day in self.skipped if day.predicted]
        return f"if {' and '.join(days)} is kept as expected, which is not fixed yet" if days else ""

    @property
    def holidays(self) -> tuple[Skipped, ...]:
        """Return the holidays that moved it: skipped days that would have counted, had they not been one."""
        return tuple(day for day in self.skipped if day.day.weekday() not in WEEKEND)

    @property
    def business_day_before(self) -> dt.date | None:
        """Return the last business day before it, where it may be due on a day that is none; else None."""
        return self.closed[0].day - ONE_DAY if self.closed else None

    def timeliness(self, done: Moment) -> Timeliness:
        """Return the timeliness of something done at `done`.

        An act at the very instant it is due is in time. The midnight that ends a day is no longer part of that day.
        """
        first, last = earliest_and_latest(done, self.zone)
        open_ended = done.instant is None  # the latest of a day is the midnight just after it
        if last < self.earliest or (last == self.earliest and (open_ended or not self.end_of_day)):
            return Timeliness.IN_TIME
        if first > self.latest or (first == self.latest and self.end_of_day):
            return Timeliness.LATE
        return Timeliness.UNDECIDED

    def describe(self) -> str:
        """Return the due time in plain words: ``Thursday 6 March 2025, end of day, Brisbane time``."""
        zone = f", {zone_in_words(self.zone)}" if self.opens or self.closes else ""
        return f"{self.when}{zone}"

    @cached_property
    def when(self) -> str:
        """Return the due time in plain words, without its zone: ``Thursday 6 March 2025, end of day``."""
        in_words = end_in_words if self.end_of_day else instant_in_words
        if self.exact:
            return in_words(self.latest)
        if self.opens and self.closes:
            day, _, time = in_words(self.earliest).partition(", ")
            last, _, until = end_in_words(self.latest).partition(", ")
            if day == last:
                return f"{day}, between {time} and {until}"
            return f"between {in_words(self.earliest)} and {end_in_words(self.latest)}"
        if self.opens:
            return f"{in_words(self.earliest)} or later"
        if not self.closes:
            return "on a day that is not known yet"
        last = end_in_words(self.latest)
        worked_with = in_words(self.working)
        return f"{worked_with} or earlier, perhaps as late as {last}" if self._holds_back else f"{last} or earlier"

    @property
    def _holds_back(self) -> bool:
        """Return True if it is worked with sooner than its latest instant, though nothing bounds it below."""
        return NO_BEGINNING < self.working < self.latest

    def notes(self) -> tuple[str, ...]:
        """Return sentences that a reader of the count should know."""
        passed_over = ", ".join(map(skipped_in_words, self.skipped))
        return (
            *([f"Not counted: {passed_over}."] if passed_over else ()),
            *map(part_holiday_in_words, self.part_days),
            *([f"The last day is not moved, although it is {self.falls_on}."] if self.falls_on else ()),
            *self.unsettled,
        )

    def unless_in_words(self) -> str:
        """Return the local holidays that would move it, with the later due time; empty if there are none."""
        in_words = end_in_words if self.end_of_day else instant_in_words
        told = ", ".join(
            f"unless {day_in_words(unless.holiday) if unless.holiday else 'another day counted'} is a holiday there: "
            f"then {in_words(unless.then)}"
            for unless in self.unless
        )
        return f"{in_words(self.earliest)}, {told}" if told else ""

    def __str__(self) -> str:
        return self.describe()
