"""How days are counted: at which place, to which end, for which priority.

Add a line here when a policy changes how long something takes: a period that changes with an edition is a dated row.
"""

from __future__ import annotations

from typing import Final

from cimscore.author import Conclusion, Defined, Reading, Row, Table, Topic, Value, some
from cimscore.author.vocabulary import in_area, is_about, is_concern
from cimscore.calendars import BusinessDays, CalendarDays, EndOfPeriod
from cimscore.case import UNKNOWN
from cimscore_qld_child_safety import tables
from cimscore_qld_child_safety.readings import clocks
from cimscore_qld_child_safety.readings.clocks import EndOfLastDay, HundredDays
from cimscore_qld_child_safety.rows.harm import part_reaches
from cimscore_qld_child_safety.rows.words import OFFICE, child, concern, home, word
from cimscore_qld_child_safety.timeframes.counting import CLOSE_OF_BUSINESS

ends: Final = Value("end of the day", object)
reading: Final = Value("reading", str)
period: Final = Value("period", object)
office: Final = Value("office", str)
area: Final = Value("area", str)

APPROVAL: Final = Table("approval", tables.APPROVAL.title, tables.APPROVAL.rows)
COMMENCEMENT: Final = Table("commencement", tables.COMMENCEMENT.title, tables.COMMENCEMENT.rows)
CONVENTIONS: Final = Table("counting", tables.CONVENTIONS.title, tables.CONVENTIONS.rows)

END_OF_LAST_DAY: Final = Reading.of(clocks.END_OF_LAST_DAY)
TRANSFER_CLOCK: Final = Reading.of(clocks.TRANSFER_CLOCK)
REPORT_APPROVAL_START: Final = Reading.of(clocks.REPORT_APPROVAL_START)
THIRTY_DAYS: Final = Reading.of(clocks.THIRTY_DAYS)
SHORTER_TIMEFRAME: Final = Reading.of(clocks.SHORTER_TIMEFRAME)
HUNDRED_DAYS: Final = Reading.of(clocks.HUNDRED_DAYS)

ENDS: Final = Table(
    "ends",
    "When the last day of a period ends",
    (
        Row(EndOfLastDay.END_OF_DAY, EndOfPeriod.END_OF_DAY, "qld/approve/5-day"),
        Row(EndOfLastDay.SAME_CLOCK, EndOfPeriod.SAME_CLOCK_TIME, "qld/approve/5-day"),
        Row(EndOfLastDay.CLOSE_OF_BUSINESS, CLOSE_OF_BUSINESS, "qld/approve/5-day"),
    ),
)
HUNDRED: Final = Table(
    "hundred",
    "The hundred days of an investigation",
    (
        Row(HundredDays.CALENDAR_FROM_DECISION, CalendarDays(100), "qld/no-identifying-information/100-days"),
        Row(HundredDays.BUSINESS_FROM_DECISION, BusinessDays(100), "qld/no-identifying-information/100-days"),
        Row(HundredDays.CALENDAR_FROM_COMMENCEMENT, CalendarDays(100), "qld/no-identifying-information/100-days"),
    ),
)

last_day: Final = END_OF_LAST_DAY.is_(reading) & ENDS(reading, ends)
"""A period of days ends on its last day as the reading says."""
at_the_office: Final = OFFICE.is_(office) & last_day
"""Days are counted at the approver's office, where approving is done."""

has_an_area: Final = Defined(
    (concern, child),
    "the area of a home that {concern} reaches for {child} [is] known",
    some((home, area), part_reaches(concern, child, home) & in_area(home, area)),
)
COUNTED_AT: Final = Conclusion(
    "counted-at",
    (concern, child, word),
    "the days of the investigation for {child} in {concern} [are] those of {word}",
    topic=Topic.STARTS,
)
COUNTED_AT.row(
    "where-it-is-done",
    concern,
    child,
    area,
    when=some(home, part_reaches(concern, child, home) & in_area(home, area)),
    cites=["qld-interpretation-act/s-36/business-day"],
)
COUNTED_AT.row(
    "not-known",
    concern,
    child,
    UNKNOWN,
    when=is_concern(concern) & is_about(concern, child),
    unless=has_an_area(concern, child),
    cites=["qld-interpretation-act/s-36/business-day"],
)
where_it_is_done: Final = COUNTED_AT(concern, child, area)
"""Days of the investigation are counted where it is done."""
