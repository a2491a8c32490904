"""How periods are counted: on Queensland's days, at the approver's office, to the end that the reading gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from cimscore.calendars import Due, EndOfPeriod, Hours, Period
from cimscore.case import Moment
from cimscore.rules import Facts
from cimscore_qld_child_safety.questions import OFFICE
from cimscore_qld_child_safety.readings.clocks import END_OF_LAST_DAY, EndOfLastDay

CLOSE_OF_BUSINESS = dt.time(17)


def due_by(facts: Facts, period: Period, start: Moment) -> Due:
    """When a period from a moment is over, on Queensland's days."""
    ends = EndOfPeriod.END_OF_DAY if isinstance(period, Hours) else end_of_period(facts)
    return facts.days.due(facts, period, start, "queensland", OFFICE, ends)


def first_due(facts: Facts, candidates: Sequence[tuple[Period, Moment]]) -> tuple[Due, Moment]:
    """The earliest of several deadlines, and the moment that it counts from."""
    return facts.days.first_due(facts, candidates, "queensland", OFFICE, end_of_period(facts))


def end_of_period(facts: Facts) -> EndOfPeriod | dt.time:
    """How a period of days ends on its last day."""
    match facts.reading(END_OF_LAST_DAY):
        case EndOfLastDay.SAME_CLOCK:
            return EndOfPeriod.SAME_CLOCK_TIME
        case EndOfLastDay.CLOSE_OF_BUSINESS:
            return CLOSE_OF_BUSINESS
        case _:
            return EndOfPeriod.END_OF_DAY
