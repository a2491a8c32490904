"""Harbour Care's own limits, added to Victoria's client incident management."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from cimscore.calendars import Before, BusinessDays, Hours
from cimscore.case import Moment
from cimscore.plugins import hookimpl
from cimscore.policy import Policy, load_policy
from cimscore.rulebook import Identity
from cimscore.rules import Clocks, Duties, Rows, Value
from cimscore_vic_cims.names import RECORDS, REPORT, REPORT_IT, incident, record

moment: Final = Value("moment", Moment)

CLOCKS: Final = Clocks((incident,))
CLOCKS.clock(
    "report-sooner",
    "report the incident",
    owed=REPORT_IT.part("owed")(incident),
    starts=REPORT_IT.starts,
    moment=REPORT_IT.moment,
    within=Hours(24),
    limits=REPORT_IT,
    who="the manager",
    cites=["harbour/reports/24-hours"],
)
CLOCKS.clock(
    "read-the-draft",
    "read the draft",
    owed=REPORT_IT.part("owed")(incident),
    starts=REPORT_IT.part("due")(incident, moment),
    within=Before(BusinessDays(1)),
    who="the quality lead",
    cites=["harbour/reports/draft"],
)

DUTIES: Final = Duties("harbour", (record,))
DUTIES.duty(
    "tell-the-lead",
    "tell the quality lead",
    by="the manager",
    when=RECORDS(record) & REPORT(record),
    cites=["harbour/reports/tell-the-lead"],
)


@hookimpl
def cimscore_program() -> Identity:
    """The program, and what it adds to."""
    return Identity(
        id="harbour-care",
        title="Harbour Care (invented)",
        zone=ZoneInfo("Australia/Melbourne"),
        extends="vic-cims",
    )


@hookimpl
def cimscore_policy_sources() -> Policy:
    """Its own clauses."""
    return load_policy("harbour_care.policy")


@hookimpl
def cimscore_duties() -> tuple[Rows, ...]:
    """Who does what besides."""
    return (DUTIES,)


@hookimpl
def cimscore_timeframes() -> tuple[Rows, ...]:
    """By when besides."""
    return (CLOCKS,)


@hookimpl
def cimscore_worked_examples() -> tuple[str, ...]:
    """Its example."""
    return ("harbour_care.examples",)
