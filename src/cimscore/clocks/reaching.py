"""The days that a count can arrive at, in every place where it may be made."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Sequence

import attrs

from cimscore.calendars import (
    BusinessDays,
    Calendar,
    CalendarDays,
    CalendarMonths,
    CalendarWeeks,
    Count,
    PossibleDay,
    falls_on,
    named_state,
)
from cimscore.calendars.days import DAYS_OF_A_WEEK, ONE_DAY, months_from
from cimscore.calendars.words import day_in_words
from cimscore.case import Unknown
from cimscore.clocks.ways import Counting, Place
from cimscore.errors import CalendarError
from cimscore.ids import ELSEWHERE

DayPeriod = BusinessDays | CalendarDays | CalendarWeeks | CalendarMonths

_ITS_OWN = "its own holidays go under local_days in the case."


@attrs.frozen
class Reached:
    """The days that a count arrives at.

    Attributes:
        counts: Each different day with what was passed over on the way, earliest first.
        falls_on: Why the earliest is no business day, where calendar days end on one and are not moved.
        unsettled: Why there are several, in sentences.
    """

    counts: tuple[Count, ...]
    falls_on: str = ""
    unsettled: tuple[str, ...] = ()


def reach(period: DayPeriod, day: dt.date, calendar: Calendar | None, way: Counting, *, back: bool = False) -> Reached:
    """Return the days that a period can end on.

    Args:
        period: Business days, calendar days or calendar months.
        day: Day of the event, which does not count.
        calendar: Calendar of the business days. Calendar days and months need none.
        way: Where days are counted, and what happens to a last day that is not a business day.
        back: True to count back from `day`.

    Raises:
        CalendarError: There is no calendar and business days are counted, or it does not cover the year.
    """
    if isinstance(period, BusinessDays):
        return _business_days(period.n, day, installed(calendar), way.place, back=back)
    last = _plainly(period, -period.n if back else period.n, day)
    if way.rolls_on:
        # The first business day after the day before: the last day itself if it is one, and otherwise the next.
        return _business_days(1, last - ONE_DAY, installed(calendar), way.place)
    place = way.place if isinstance(way.place, str) and way.place != ELSEWHERE else None
    return Reached((Count(day=last),), falls_on=falls_on(calendar, last, place) if calendar else "")


def installed(calendar: Calendar | None) -> Calendar:
    """Return a calendar that is there.

    Raises:
        CalendarError: There is none.
    """
    if calendar is None:
        raise CalendarError("no calendar of that place is installed")
    return calendar


def _plainly(period: CalendarDays | CalendarWeeks | CalendarMonths, n: int, day: dt.date) -> dt.date:
    match period:
        case CalendarMonths():
            return months_from(day, n)
        case CalendarWeeks():
            return day + n * DAYS_OF_A_WEEK * ONE_DAY
        case _:
            return day + n * ONE_DAY


def _business_days(n: int, day: dt.date, calendar: Calendar, place: Place, *, back: bool = False) -> Reached:
    count = calendar.business_days_before if back else calendar.business_days
    everywhere = count(n, day)
    if place is None or place == ELSEWHERE:
        return Reached((everywhere,))
    places = place if isinstance(place, tuple) else (place,)
    found: dict[dt.date, Count] = {}
    reasons: list[str] = []
    # A place may be listed twice. Its reason must not be.
    for name in dict.fromkeys(places):
        answers = _at(name, n, day, calendar, back=back)
        if len(answers) > 1:
            reasons.append(_in_words(name, calendar, answers))
        found |= {answer.count.day: answer.count for answer in answers if answer.count.day not in found}
    # If every place gives the same day, the unknown place makes no difference and needs no mention.
    settled = len(found) == 1
    return Reached(tuple(found[last] for last in sorted(found)), unsettled=() if settled else tuple(reasons))


def _at(name: str | Unknown, n: int, day: dt.date, calendar: Calendar, *, back: bool) -> tuple[PossibleDay, ...]:
    """Return each day that a count at a place can arrive at: several where what is kept there is not known."""
    place = "" if isinstance(name, Unknown) else name
    if place:
        count = calendar.business_days_before if back else calendar.business_days
        with contextlib.suppress(CalendarError):  # its holidays are not known, or not for that year
            return (PossibleDay(count=count(n, day, None if place == ELSEWHERE else place), places=(place,)),)
    return calendar.business_days_anywhere(n, day, place=place, backwards=back)


def _in_words(name: str | Unknown, calendar: Calendar, answers: Sequence[PossibleDay]) -> str:
    days = "; ".join(f"{day_in_words(answer.count.day)} {_where(answer.places)}" for answer in answers)
    if isinstance(name, Unknown):
        return f"{calendar.title}: the place whose business days count is not known: {days}."
    known = calendar.place_called(name) is not None
    unknown = (
        f"{calendar.title}: the local holidays of {name} are not known{' for that time' if known else ''}: {days}."
    )
    meant = "" if known else calendar.did_you_mean(name)
    elsewhere = f"Where it is not in {calendar.title}, say its state where that is asked, or after its name; {_ITS_OWN}"
    way_on = _ITS_OWN.capitalize() if calendar.has_place(name) or named_state(name) else elsewhere
    return " ".join(sentence for sentence in (unknown, meant, way_on) if sentence)


def _where(places: Sequence[str]) -> str:
    """Return the description of the places where a day applies: the first description, or the places themselves."""
    described = [place for place in places if place.startswith("where ")]
    return described[0] if described else f"in {', '.join(places)}"
