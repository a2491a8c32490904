"""Victoria's client incident management, as a cimscore program."""

from typing import Any
from zoneinfo import ZoneInfo

from cimscore.calendars import Calendar
from cimscore.plugins import Declared, hookimpl
from cimscore.policy import Policy
from cimscore.rulebook import Program, Relation, Workflow
from cimscore.rules import Ruleset
from cimscore_vic_cims import (
    calendars,
    dual_reporting,
    duties,
    editions,
    households,
    questions,
    readings,
    records,
    roles,
    rows,
    scope,
    sources,
    tables,
    timeframes,
    workflows,
)


@hookimpl
def cimscore_program() -> Program:
    """The program."""
    return Program(id="vic-cims", title="Victoria: managing client incidents", zone=ZoneInfo("Australia/Melbourne"))


@hookimpl
def cimscore_policy_sources() -> Policy:
    """The department's page, and the sources beside it."""
    return sources.POLICY


@hookimpl
def cimscore_questions() -> tuple[Declared, ...]:
    """Everything the rules may ask, read or look up."""
    return (*questions.EVERY, *readings.EVERY, *tables.EVERY)


@hookimpl
def cimscore_editions() -> tuple[Ruleset[Any], ...]:
    """Which edition of each source holds."""
    return (editions.RULES,)


@hookimpl
def cimscore_scope() -> tuple[Ruleset[Any], ...]:
    """Who is in scope."""
    return (scope.RULES,)


@hookimpl
def cimscore_households() -> tuple[Ruleset[Any], ...]:
    """Placement households."""
    return (households.RULES,)


@hookimpl
def cimscore_records() -> tuple[Ruleset[Any], ...]:
    """Incident reports and investigations."""
    return (records.RULES,)


@hookimpl
def cimscore_roles() -> tuple[Ruleset[Any], ...]:
    """Roles in an incident report."""
    return (roles.RULES,)


@hookimpl
def cimscore_duties() -> tuple[Ruleset[Any], ...]:
    """Duties."""
    return duties.RULES


@hookimpl
def cimscore_timeframes() -> tuple[Ruleset[Any], ...]:
    """Deadlines."""
    return timeframes.RULES


@hookimpl
def cimscore_rows() -> tuple[str, ...]:
    """The modules of its rows."""
    return rows.MODULES


@hookimpl
def cimscore_calendars() -> tuple[Calendar, ...]:
    """Victoria's business days."""
    return (calendars.victoria(),)


@hookimpl
def cimscore_workflows() -> tuple[Workflow, ...]:
    """How incident reports and investigations move."""
    return (workflows.INCIDENT_REPORT, workflows.INVESTIGATION)


@hookimpl
def cimscore_relations() -> tuple[Relation, ...]:
    """How the program stands to the NDIS."""
    return (dual_reporting.RELATION,)


@hookimpl
def cimscore_worked_examples() -> tuple[str, ...]:
    """The worked examples."""
    return ("cimscore_vic_cims.examples",)
