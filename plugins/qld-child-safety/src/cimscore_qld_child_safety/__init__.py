"""Queensland's procedure for recording an intake outcome, as a cimscore program."""

from typing import Any
from zoneinfo import ZoneInfo

from cimscore.calendars import Calendar
from cimscore.plugins import Declared, hookimpl
from cimscore.policy import Policy
from cimscore.rulebook import Program
from cimscore.rules import Ruleset
from cimscore_qld_child_safety import (
    calendars,
    duties,
    editions,
    households,
    questions,
    readings,
    records,
    roles,
    rows,
    subjects,
    tables,
    timeframes,
)


@hookimpl
def cimscore_program() -> Program:
    """The program."""
    title = "Queensland: recording the outcome of an intake"
    return Program(id="qld-child-safety", title=title, zone=ZoneInfo("Australia/Brisbane"))


@hookimpl
def cimscore_policy_sources() -> Policy:
    """The practice manual's page, and the sources beside it."""
    return editions.POLICY


@hookimpl
def cimscore_questions() -> tuple[Declared, ...]:
    """Everything the rules may ask, read or look up."""
    return (*questions.QUESTIONS, *readings.INTERPRETATIONS, tables.APPROVAL, tables.COMMENCEMENT, tables.CONVENTIONS)


@hookimpl
def cimscore_editions() -> tuple[Ruleset[Any], ...]:
    """Which edition holds."""
    return (editions.RULES,)


@hookimpl
def cimscore_households() -> tuple[Ruleset[Any], ...]:
    """Harm households."""
    return (households.HOUSEHOLDS,)


@hookimpl
def cimscore_subjects() -> tuple[Ruleset[Any], ...]:
    """Subjects of the concerns."""
    return (subjects.SUBJECTS,)


@hookimpl
def cimscore_records() -> tuple[Ruleset[Any], ...]:
    """Records."""
    return records.RULESETS


@hookimpl
def cimscore_roles() -> tuple[Ruleset[Any], ...]:
    """Roles in a record, and the concerns it carries."""
    return (roles.ROLES, roles.CARRIED)


@hookimpl
def cimscore_duties() -> tuple[Ruleset[Any], ...]:
    """Duties."""
    return duties.RULESETS


@hookimpl
def cimscore_timeframes() -> tuple[Ruleset[Any], ...]:
    """Deadlines."""
    return timeframes.RULESETS


@hookimpl
def cimscore_rows() -> tuple[str, ...]:
    """The modules of its rows."""
    return rows.MODULES


@hookimpl
def cimscore_calendars() -> tuple[Calendar, ...]:
    """Queensland's business days."""
    return (calendars.queensland(),)


@hookimpl
def cimscore_worked_examples() -> tuple[str, ...]:
    """Cases that show the clauses at work."""
    return ("cimscore_qld_child_safety.examples",)
