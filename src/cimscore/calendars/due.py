"""When something is due, as a value: an instant, the end of a day, or a range."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars.days import PartHoliday, Skipped
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
    """Whether something was done in time, as far as what is known decides it."""

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


NO_BEGINNING: Final = dt.datetime(1, 1, 3, tzinfo=dt.UTC)
NO_END: Final = dt.datetime(9999, 12, 28, tzinfo=dt.UTC)
"""The ends of a range that nothing known bounds."""


def _aware(_: object, __: object, instant: dt.datetime) -> None:
    in_utc(instant)


@attrs.frozen(kw_only=True)
class Due:
    """When something is due.

    Attributes:
        earliest: The earliest instant it can be due, as local clocks show it.
        latest: The latest; the same instant when it is exact.
        zone: Whose clocks.
        end_of_day: It is due by the end of a day; `latest` is the midnight that ends it.
        skipped: Days passed over in the count.
        part_days: Days counted that are a holiday for a part.
        falls_on: Why the last day is no business day, where calendar days end on one. They are not moved.
        working: The instant worked with until more is known; `earliest`, to be safe, unless given.
        unsettled: Why it is a range, in sentences, where its start alone does not say so.
        unless: The local holidays that would make it later than its earliest, where the place leaves that open.
    """

    earliest: dt.datetime = attrs.field(validator=_aware)
    latest: dt.datetime = attrs.field(validator=_aware)
    zone: ZoneInfo
    end_of_day: bool = False
    skipped: tuple[Skipped, ...] = ()
    part_days: tuple[PartHoliday, ...] = ()
    falls_on: str = ""
    working: dt.datetime = attrs.field()

    unsettled: tuple[str, ...] = ()
    unless: tuple[Unless, ...] = ()

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
        """Whether it is one instant, not a range."""
        return self.earliest == self.latest

    @property
    def predicted(self) -> bool:
        """Whether it depends on a holiday whose date is expected and not yet fixed."""
        return any(day.predicted for day in self.skipped)

    @property
    def expected(self) -> str:
        """The days passed over that are expected and not yet fixed, in words; empty where there is none."""
        days = [f"{day_in_words(day.day)} ({day.why})" for day in self.skipped if day.predicted]
        return f"if {' and '.join(days)} is kept as expected, which is not fixed yet" if days else ""

    def timeliness(self, done: Moment) -> Timeliness:
        """Whether something done at `done` was in time.

        Done at the very instant it was due is in time; the midnight that ends a day is no longer in it.
        """
        first, last = earliest_and_latest(done, self.zone)
        open_ended = done.instant is None  # the latest of a day is the midnight just after it
        if last < self.earliest or (last == self.earliest and (open_ended or not self.end_of_day)):
            return Timeliness.IN_TIME
        if first > self.latest or (first == self.latest and self.end_of_day):
            return Timeliness.LATE
        return Timeliness.UNDECIDED

    def describe(self) -> str:
        """When, in plain words: ``Thursday 6 March 2025, end of day, Brisbane time``."""
        return f"{self._when()}, {zone_in_words(self.zone)}"

    def _when(self) -> str:
        in_words = end_in_words if self.end_of_day else instant_in_words
        if self.exact:
            return in_words(self.latest)
        if self.opens and self.closes:
            return f"between {in_words(self.earliest)} and {end_in_words(self.latest)}"
        if self.opens:
            return f"{in_words(self.earliest)} or later"
        return f"{end_in_words(self.latest)} or earlier" if self.closes else "any day"

    def notes(self) -> tuple[str, ...]:
        """What a reader should know about the count, in sentences; empty when there is nothing to say."""
        passed_over = ", ".join(map(skipped_in_words, self.skipped))
        return (
            *([f"Not counted: {passed_over}."] if passed_over else ()),
            *map(part_holiday_in_words, self.part_days),
            *([f"The last day is not moved, although it is {self.falls_on}."] if self.falls_on else ()),
            *self.unsettled,
        )

    def unless_in_words(self) -> str:
        """Which local holiday would make it later, and until when; empty where none would."""
        in_words = end_in_words if self.end_of_day else instant_in_words
        told = ", ".join(
            f"unless {day_in_words(each.holiday) if each.holiday else 'another day counted'} is a holiday there: "
            f"then {in_words(each.then)}"
            for each in self.unless
        )
        return f"{in_words(self.earliest)}, {told}" if told else ""

    def __str__(self) -> str:
        return self.describe()
