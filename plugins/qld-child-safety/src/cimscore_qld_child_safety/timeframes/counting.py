"""How periods are counted: on Queensland's days, at the approver's office, to the end that the reading gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from cimscore.calendars import BusinessDays, Due, EndOfPeriod, Hours, Period
from cimscore.case import Moment
from cimscore.rules import Facts
from cimscore_qld_child_safety.questions import OFFICE
from cimscore_qld_child_safety.readings.clocks import END_OF_LAST_DAY, EndOfLastDay
from cimscore_qld_child_safety.tables import CONVENTIONS

CLOSE_OF_BUSINESS = dt.time(17)


def due_by(facts: Facts, period: Period, start: Moment) -> Due:
    """When a period from a moment is over, on Queensland's days."""
    ends = EndOfPeriod.END_OF_DAY if isinstance(period, Hours) else end_of_period(facts)
    due = facts.days.due(period, start, "queensland", OFFICE, ends)
    cite_conventions(facts, period, due)
    return due


def first_due(facts: Facts, candidates: Sequence[tuple[Period, Moment]]) -> tuple[Due, Moment]:
    """The earliest of several deadlines, and the moment that it counts from."""
    if len(candidates) == 1:
        return due_by(facts, *candidates[0]), candidates[0][1]
    due, start = facts.days.first_due(candidates, "queensland", OFFICE, end_of_period(facts))
    for period, _ in candidates:
        cite_conventions(facts, period, due)
    return due, start


def cite_conventions(facts: Facts, period: Period, due: Due) -> None:
    """Write down the conventions that a count rests on, since the page names none."""
    if isinstance(period, Hours):
        return
    facts.look_up(CONVENTIONS, "first-day")
    if isinstance(period, BusinessDays):
        for convention in ("last-day", "business-day", "holidays", "bank"):
            facts.look_up(CONVENTIONS, convention)
    if any("show" in skipped.why.lower() for skipped in due.skipped):
        facts.look_up(CONVENTIONS, "show-day")
    if due.part_days:
        facts.look_up(CONVENTIONS, "part-day")


def end_of_period(facts: Facts) -> EndOfPeriod | dt.time:
    """How a period of days ends on its last day."""
    match facts.reading(END_OF_LAST_DAY):
        case EndOfLastDay.SAME_CLOCK:
            return EndOfPeriod.SAME_CLOCK_TIME
        case EndOfLastDay.CLOSE_OF_BUSINESS:
            return CLOSE_OF_BUSINESS
        case _:
            return EndOfPeriod.END_OF_DAY
