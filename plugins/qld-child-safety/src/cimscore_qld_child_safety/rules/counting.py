"""Counting of days: the place, the end of the last day, and the priority.

Add a line here when a policy says where days are counted, or how the last one ends. Length of periods: tables.py.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from cimscore.calendars import BusinessDays, CalendarDays, EndOfPeriod, Period, named_state
from cimscore.case import UNKNOWN, State
from cimscore.rules import Comparison, Conclusion, Defined, Question, Row, Table, Topic, Value, some
from cimscore.rules.vocabulary import area_known, in_area, in_state
from cimscore_qld_child_safety.readings.clocks import (
    END_OF_LAST_DAY,
    HUNDRED_DAYS,
    EndOfBusinessDays,
    HundredDays,
)
from cimscore_qld_child_safety.rules.harm import part_reaches
from cimscore_qld_child_safety.rules.parts import is_part
from cimscore_qld_child_safety.rules.vocabulary import area, child, concern, home

OFFICE: Final = Question(
    id="office",
    things=(),
    text="At which place is the approver's office? Its local holidays count; 'elsewhere' has none.",
    answers=str,
    cites=("qld-interpretation-act/s-36/business-day", "qld-holidays-act/districts/show-day"),
)

ends: Final = Value("closing time", object)
how_it_ends: Final = Value("way of ending", str)
which_hundred: Final = Value("way of counting", str)
period: Final = Value("period", object)
office: Final = Value("office", str)
state: Final = Value("state", State)

FIRST_DAY: Final = "qld-interpretation-act/s-38/first-day-left-out"
"""The day of the start does not count."""
CONVENTIONS: Final = (
    FIRST_DAY,
    "qld-interpretation-act/s-38/last-day-rolls-on",
    "qld-interpretation-act/s-36/business-day",
    "qld-holidays-act/holidays/public-holidays",
    "qld-holidays-act/districts/special-and-bank-holidays",
    "qld-holidays-act/districts/show-day",
    "qld-holidays-act/part-day/christmas-eve",
)
"""Clauses for counting days where the page gives no rule."""
CLOSE_OF_BUSINESS: Final = dt.time(17)


ENDS: Final = Table[EndOfBusinessDays, EndOfPeriod | dt.time](
    "ends",
    "When the last day of a period ends",
    (
        Row(EndOfBusinessDays.END_OF_DAY, EndOfPeriod.END_OF_DAY, FIRST_DAY),
        Row(EndOfBusinessDays.SAME_CLOCK, EndOfPeriod.SAME_CLOCK_TIME, FIRST_DAY),
        Row(EndOfBusinessDays.CLOSE_OF_BUSINESS, CLOSE_OF_BUSINESS, FIRST_DAY),
    ),
)
HUNDRED: Final = Table[HundredDays, Period](
    "hundred",
    "The hundred days of an investigation",
    (
        Row(HundredDays.CALENDAR_FROM_DECISION, CalendarDays(100), "qld/no-identifying-information/100-days"),
        Row(HundredDays.BUSINESS_FROM_DECISION, BusinessDays(100), "qld/no-identifying-information/100-days"),
        Row(HundredDays.CALENDAR_FROM_COMMENCEMENT, CalendarDays(100), "qld/no-identifying-information/100-days"),
    ),
)

last_day: Final = END_OF_LAST_DAY.is_(how_it_ends) & ENDS(how_it_ends, ends)
"""The reading decides when a period ends on its last day."""
at_the_office: Final = OFFICE.is_(office) & last_day
"""Days for an approval are counted at the approver's office."""


def names_another_state(area: object) -> bool:
    """Return True if the name of an area says another state or territory behind it."""
    return named_state(area) not in (None, State.QUEENSLAND)


def is_another_state(state: object) -> bool:
    """Return True for every state or territory but this one."""
    return state != State.QUEENSLAND


has_another_states_name: Final = Comparison("{0} [has] the name of another state in it", names_another_state)
is_of_another_state: Final = Comparison("{0} [is] another state", is_another_state)
lies_in_another_state: Final = Defined(
    (home,),
    "{home} [lies] in another state",
    some(state, in_state(home, state) & is_of_another_state(state))
    | (some(area, in_area(home, area) & has_another_states_name(area)) & ~in_state(home, State.QUEENSLAND)),
)
area_of_a_centre: Final = Defined(
    (home, area),
    "{home} [lies] in {area}, which has a service centre of this state",
    in_area(home, area) & ~lies_in_another_state(home),
)

COUNTED_AT: Final = Conclusion(
    "counted-at",
    (concern, child, area),
    "the days of the investigation for {child} in {concern} [are] those of {area}",
    topic=Topic.STARTS,
    leading=True,
)
COUNTED_AT.row(
    "where-it-is-done",
    concern,
    child,
    area,
    when=some(home, part_reaches(concern, child, home) & area_of_a_centre(home, area)),
    cites=["qld-interpretation-act/s-36/business-day"],
)
COUNTED_AT.row(
    "in-an-area-not-known",
    concern,
    child,
    UNKNOWN,
    when=some(home, part_reaches(concern, child, home) & ~area_known(home)),
    cites=["qld-interpretation-act/s-36/business-day"],
)
COUNTED_AT.row(
    "where-a-centre-is-still-to-be-asked",
    concern,
    child,
    UNKNOWN,
    when=some(home, part_reaches(concern, child, home) & area_known(home) & lies_in_another_state(home)),
    cites=["qld-interpretation-act/s-36/business-day"],
)
COUNTED_AT.row(
    "in-no-household-of-the-case",
    concern,
    child,
    UNKNOWN,
    when=is_part(concern, child),
    unless=some(home, part_reaches(concern, child, home)),
    cites=["qld-interpretation-act/s-36/business-day"],
)
where_it_is_done: Final = COUNTED_AT(concern, child, area) & last_day
"""Days of an investigation are counted at the place where it is done."""

ANYWHERE: Final = "elsewhere"
"""Calendar days are the same at every place."""
HUNDRED_AT: Final = Conclusion(
    "hundred-at",
    (concern, child, area),
    "the hundred days for {child} in {concern} [are] those of {area}",
    topic=Topic.STARTS,
    leading=True,
)
HUNDRED_AT.row(
    "calendar-days",
    concern,
    child,
    ANYWHERE,
    when=is_part(concern, child),
    unless=HUNDRED_DAYS.is_(HundredDays.BUSINESS_FROM_DECISION),
    cites=["qld/no-identifying-information/100-days"],
)
HUNDRED_AT.row(
    "business-days",
    concern,
    child,
    area,
    when=COUNTED_AT(concern, child, area) & HUNDRED_DAYS.is_(HundredDays.BUSINESS_FROM_DECISION),
    cites=["qld/no-identifying-information/100-days"],
)
within_a_hundred_days: Final = (
    HUNDRED_DAYS.is_(which_hundred) & HUNDRED(which_hundred, period) & HUNDRED_AT(concern, child, area) & last_day
)
"""The reading decides how the hundred days of an investigation are counted."""
