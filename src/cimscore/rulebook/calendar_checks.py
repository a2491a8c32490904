"""Checks of calendars: their days are those of the years they claim, and every clock has the one it counts on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final
from zoneinfo import ZoneInfo

from cimscore.calendars import BusinessDays, ByOfficeHours, Calendar, OfficeHours, periods_within
from cimscore.errors import Problem
from cimscore.ids import did_you_mean
from cimscore.rulebook.declarations import Declarations
from cimscore.rules import Table
from cimscore.rules.conditions.predicates import asked_by
from cimscore.rules.program import Program
from cimscore.rules.rows.clocks import Clock
from cimscore.rules.uses import reached

_LAST: Final = 9999
_DAYS_OF_A_WEEK: Final = 7
_SHOWN: Final = 12


def problems_of_days(program: str, calendar: Calendar) -> Iterator[Problem]:
    """Yield what a calendar claims and its days do not bear out.

    Args:
        program: Id of the program that gives it.
        calendar: The calendar.
    """
    where = f"{program}, calendar {calendar.id}"
    zone: object = calendar.zone
    if not isinstance(zone, ZoneInfo):
        yield Problem(where=where, found=f"zone={zone!r}", expected=f"ZoneInfo({str(zone)!r})")
    first, last = calendar.first_year, calendar.last_year
    if not (type(first) is type(last) is int and first > 1 and last < _LAST):
        yield Problem(
            where=where, found=f"first_year={first!r} and last_year={last!r}",
            expected="two years as numbers, as in first_year=2025, last_year=2026",
        )  # fmt: skip
        return
    odd = sorted(map(repr, calendar.weekend - set(range(_DAYS_OF_A_WEEK))))
    if odd:
        yield Problem(
            where=where, found=f"the weekend {', '.join(odd)}",
            expected="numbers of days of the week, Monday 0: frozenset({5, 6})",
        )  # fmt: skip
    if first > last:
        yield Problem(where=where, found=f"first_year={first} and last_year={last}", expected="the first year first")
        return
    yield from _problems_of_hours(where, calendar.opens, calendar.closes)
    covered = set(range(first, last + 1))
    bare = sorted(covered - {day.year for day in calendar.holidays})
    if bare:
        yield Problem(
            where=where, found=f"no holiday in {_listed(bare)}",
            expected=f"the holidays of each year from {first} to {last}",
            hint="Add them, or leave the year out: every weekday of it would count as a business day.",
        )  # fmt: skip
    local = (day for differences in calendar.local.values() for day in differences.added)
    for day in sorted({day for day in (*calendar.holidays, *local) if day.year not in covered}):
        yield Problem(
            where=where, found=f"the holiday {day}", expected=f"a day in its years, {first} to {last}",
            hint="Cover its year too, or leave it out: it would never be looked at.",
        )  # fmt: skip


def warnings_of_zones(declared: Declarations) -> Iterator[Problem]:
    """Yield that no calendar of a program is of its own time zone: its days would begin elsewhere.

    Args:
        declared: What the plugin declares.
    """
    own = str(declared.identity.zone)
    zones = sorted({str(calendar.zone) for calendar in declared.calendars})
    if zones and own not in zones:
        yield Problem(
            where=f"{declared.identity.id}, calendar {', '.join(calendar.id for calendar in declared.calendars)}",
            found=f"the zone {', '.join(zones)}", expected=f"{own}, as of the program",
            hint="Correct the one that is wrong: a day ends at midnight of its zone.",
        )  # fmt: skip


def _listed(years: Sequence[int]) -> str:
    shown = [*map(str, years[:_SHOWN]), *([f"and {len(years) - _SHOWN} more"] if len(years) > _SHOWN else [])]
    return ", ".join(shown)


def _problems_of_hours(where: str, opens: object, closes: object) -> Iterator[Problem]:
    """Yield office hours of which one end is missing, or no time of day, or in the wrong order."""
    if opens is None and closes is None:
        return
    if not (isinstance(opens, dt.time) and isinstance(closes, dt.time)):
        yield Problem(
            where=where, found=f"opens={opens!r} and closes={closes!r}",
            expected="both, as times of day: opens=dt.time(9), closes=dt.time(17)",
        )  # fmt: skip
    elif opens.tzinfo or closes.tzinfo:
        yield Problem(where=where, found="office hours with a zone", expected="times by the clocks of zone=… alone")
    elif opens >= closes:
        yield Problem(
            where=where, found=f"an office that opens at {opens:%H:%M} and closes at {closes:%H:%M}",
            expected="opens=… before closes=…, on one day",
        )  # fmt: skip


def problems_of_calendars(program: Program, own: Sequence[Calendar]) -> Iterator[Problem]:
    """Yield the clocks without the calendar that they count on, and those that do not say which.

    Args:
        program: The program, with its own calendars and those of every other plugin.
        own: The calendars of its own.
    """
    known = [calendar.id for calendar in program.calendars]
    offices = [calendar.id for calendar in program.calendars if calendar.opens]
    for clock in program.clocks:
        where = f"{program.id}, clock {clock.id}"
        periods = periods_of(clock)
        plain = [ahead for period in periods for ahead in periods_within(period)]
        if not known and any(isinstance(ahead, BusinessDays) for ahead in plain):
            yield Problem(
                where=where,
                found="business days, and no calendar",
                expected="a calendar: give the days of the place by the hook cimscore_calendars",
            )
        elif known and isinstance(clock.calendar, str) and clock.calendar not in ("", *known):
            hint = did_you_mean(clock.calendar, known)
            yield Problem(where=where, found=f"calendar={clock.calendar!r}", expected="a calendar's id", hint=hint)
        elif len(own) > 1 and clock.calendar == "" and counts_on_a_calendar(clock):
            yield Problem(
                where=where, found=f"no calendar=…, where there are {' and '.join(calendar.id for calendar in own)}",
                expected="the id of the one that is counted on",
            )  # fmt: skip
        named = clock.calendar if isinstance(clock.calendar, str) and clock.calendar in known else ""
        office = named in offices if named else offices
        if not office and any(isinstance(period, ByOfficeHours | OfficeHours) for period in (*periods, *plain)):
            which = f"the calendar {named} does not say" if named else "no calendar says"
            yield Problem(
                where=where,
                found=f"a period by office hours, and {which} when its office is open",
                expected="a calendar with opens=… and closes=…",
            )


def periods_of(clock: Clock) -> list[object]:
    """Return the period of a clock, and those of every table that it is looked up in."""
    tables = [predicate for predicate in reached(asked_by(clock.counting)) if isinstance(predicate, Table)]
    return [clock.within, *(row.value for table in tables for row in table.rows)]


def counts_on_a_calendar(clock: Clock) -> bool:
    """Return True if a clock counts business days or office hours."""
    plain = (ahead for period in periods_of(clock) for ahead in periods_within(period))
    return any(isinstance(ahead, BusinessDays | OfficeHours) for ahead in plain)
