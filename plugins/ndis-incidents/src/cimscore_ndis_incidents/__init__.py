"""Reportable incidents under the NDIS, as a cimscore program."""

from typing import Any

from cimscore.calendars import Calendar
from cimscore.plugins import Declared, hookimpl
from cimscore.policy import Policy, load_policy
from cimscore.rulebook import Program
from cimscore.rules import Question, Ruleset
from cimscore_ndis_incidents import calendars, duties, questions, readings, records, rows, scope, tables, timeframes


@hookimpl
def cimscore_program() -> Program:
    """The program."""
    return Program(id="ndis-incidents", title="NDIS: reportable incidents", zone=calendars.ZONE)


@hookimpl
def cimscore_policy_sources() -> Policy:
    """The Rules, the Commission's pages, and the law on counting."""
    return load_policy("cimscore_ndis_incidents.policy")


@hookimpl
def cimscore_questions() -> tuple[Declared, ...]:
    """Everything the rules may ask, read or look up."""
    asked = tuple(it for it in vars(questions).values() if isinstance(it, Question))
    return (*asked, *readings.EVERY, *tables.EVERY)


@hookimpl
def cimscore_scope() -> tuple[Ruleset[Any], ...]:
    """Who has to notify."""
    return (scope.RULES,)


@hookimpl
def cimscore_records() -> tuple[Ruleset[Any], ...]:
    """Notifications and forms."""
    return (records.RULES,)


@hookimpl
def cimscore_duties() -> tuple[Ruleset[Any], ...]:
    """Duties."""
    return (duties.RULES,)


@hookimpl
def cimscore_timeframes() -> tuple[Ruleset[Any], ...]:
    """Deadlines."""
    return (timeframes.RULES,)


@hookimpl
def cimscore_rows() -> tuple[str, ...]:
    """The modules of its rows."""
    return rows.MODULES


@hookimpl
def cimscore_calendars() -> tuple[Calendar, ...]:
    """Victoria's business days."""
    return (calendars.victoria(),)


@hookimpl
def cimscore_worked_examples() -> tuple[str, ...]:
    """The worked examples."""
    return ("cimscore_ndis_incidents.examples",)
