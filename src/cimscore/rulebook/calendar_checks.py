"""Checks of the calendars of a program. Without what its clocks count by, it would never give a day."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.calendars import BusinessDays, ByOfficeHours, periods_within
from cimscore.errors import Problem
from cimscore.rules import Table
from cimscore.rules.clocks import Clock
from cimscore.rules.predicates import asked_by
from cimscore.rules.program import Program
from cimscore.rules.uses import reached


def problems_of_calendars(program: Program) -> Iterator[Problem]:
    """Yield the clocks that count business days or office hours in a program of which no calendar has them.

    Args:
        program: The program, with its own calendars and those of every other plugin.
    """
    office = any(calendar.opens and calendar.closes for calendar in program.calendars)
    for clock in program.clocks:
        periods = _periods_of(clock)
        plain = [ahead for period in periods for ahead in periods_within(period)]
        if not program.calendars and any(isinstance(ahead, BusinessDays) for ahead in plain):
            yield Problem(
                where=f"{program.id}, clock {clock.id}",
                found="business days, and no calendar",
                expected="a calendar: give the days of the place by the hook cimscore_calendars",
            )
        if not office and any(isinstance(period, ByOfficeHours) for period in periods):
            yield Problem(
                where=f"{program.id}, clock {clock.id}",
                found="a period by office hours, and no calendar that says when its office is open",
                expected="a calendar with opens=… and closes=…",
            )


def _periods_of(clock: Clock) -> list[object]:
    tables = [predicate for predicate in reached(asked_by(clock.counting)) if isinstance(predicate, Table)]
    return [clock.within, *(row.value for table in tables for row in table.rows)]
