"""Check that a program whose clocks count business days has a calendar. Without one it would never give a day."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.calendars import BusinessDays
from cimscore.errors import Problem
from cimscore.rules import Program, Table
from cimscore.rules.clocks import Clock
from cimscore.rules.predicates import asked_by
from cimscore.rules.uses import reached


def problems_of_calendars(program: Program) -> Iterator[Problem]:
    """Yield the clocks that count business days in a program without any calendar.

    Args:
        program: The program, with its own calendars and those of every other plugin.
    """
    for clock in () if program.calendars else program.clocks:
        if _counts_business_days(clock):
            yield Problem(
                where=f"{program.id}, clock {clock.id}",
                found="business days, and no calendar",
                expected="a calendar: give the days of the place by the hook cimscore_calendars",
            )


def _counts_business_days(clock: Clock) -> bool:
    tables = [predicate for predicate in reached(asked_by(clock.counting)) if isinstance(predicate, Table)]
    periods = [clock.within, *(row.value for table in tables for row in table.rows)]
    return any(isinstance(period, BusinessDays) for period in periods)
