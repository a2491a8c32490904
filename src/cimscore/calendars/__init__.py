"""Periods that cannot be mixed up: elapsed hours, business days of a place, calendar days, weeks and months.

The day of the event is not counted, the last day is, and the period ends when that day ends.

For a row
    A `Period` is `Hours`, `BusinessDays`, `CalendarDays`, `CalendarWeeks`, `CalendarMonths` or `OfficeHours`, which may
    end otherwise (`EndOfPeriod`). `Before` counts one back, `ByOfficeHours` has one for each side of the door, `Ahead`
    is any but those two, and `periods_within` gives the plain ones.
For the days of a place
    `Calendar`, with a `PartHoliday`, and `LocalDays` of places in it. `Listed` holds the lists of a plugin, read by
    `listed_places` and `named_places`; `NO_LOCAL_HOLIDAY` and `OWN_HOLIDAY` say what a place keeps. `named_state`,
    `state_in` and `without_state` know the state in the name of a place.
What a count comes to
    `due_after` counts any period, as `due_hours`, `due_business_days`, `due_calendar_days`, `due_calendar_months`,
    `due_office_hours` and `due_on` do one kind. It gives a `Due`, with `Timeliness`, `Skipped` days, and `Unless` a
    `PossibleDay` moves it; `NO_BEGINNING` and `NO_END` stand for an end that nobody knows.
Days and instants
    `calendar_days` and `calendar_months` give a day or a `Count`. `age_on`, `days_between` and `falls_on` tell of days,
    `start_of_day`, `end_of_day`, `at_clock`, `hours`, `office_hours` and `office_end` of instants. `ClockChangeError`
    is a time that the clocks show twice, or never.
"""

from cimscore.calendars.anywhere import NO_LOCAL_HOLIDAY, OWN_HOLIDAY
from cimscore.calendars.calendar import Calendar
from cimscore.calendars.days import Count, PartHoliday, Skipped, age_on, calendar_days, calendar_months, days_between
from cimscore.calendars.due import NO_BEGINNING, NO_END, Due, Timeliness, Unless
from cimscore.calendars.instants import ClockChangeError, at_clock, end_of_day, hours, start_of_day
from cimscore.calendars.listed import Listed, listed_places, named_places
from cimscore.calendars.local import LocalDays, PossibleDay
from cimscore.calendars.office import office_end, office_hours
from cimscore.calendars.periods import (
    Ahead,
    Before,
    BusinessDays,
    ByOfficeHours,
    CalendarDays,
    CalendarMonths,
    CalendarWeeks,
    EndOfPeriod,
    Hours,
    OfficeHours,
    Period,
    due_after,
    due_business_days,
    due_calendar_days,
    due_calendar_months,
    due_hours,
    due_office_hours,
    due_on,
    falls_on,
    periods_within,
)
from cimscore.calendars.states import named_state, state_in, without_state

__all__ = [
    "NO_BEGINNING",
    "NO_END",
    "NO_LOCAL_HOLIDAY",
    "OWN_HOLIDAY",
    "Ahead",
    "Before",
    "BusinessDays",
    "ByOfficeHours",
    "Calendar",
    "CalendarDays",
    "CalendarMonths",
    "CalendarWeeks",
    "ClockChangeError",
    "Count",
    "Due",
    "EndOfPeriod",
    "Hours",
    "Listed",
    "LocalDays",
    "OfficeHours",
    "PartHoliday",
    "Period",
    "PossibleDay",
    "Skipped",
    "Timeliness",
    "Unless",
    "age_on",
    "at_clock",
    "calendar_days",
    "calendar_months",
    "days_between",
    "due_after",
    "due_business_days",
    "due_calendar_days",
    "due_calendar_months",
    "due_hours",
    "due_office_hours",
    "due_on",
    "end_of_day",
    "falls_on",
    "hours",
    "listed_places",
    "named_places",
    "named_state",
    "office_end",
    "office_hours",
    "periods_within",
    "start_of_day",
    "state_in",
    "without_state",
]
