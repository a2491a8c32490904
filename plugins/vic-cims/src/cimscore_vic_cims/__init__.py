"""Victoria's client incident management, as a cimscore program."""

from zoneinfo import ZoneInfo

from cimscore.calendars import Calendar
from cimscore.plugins import hookimpl
from cimscore.policy import Policy, load_policy
from cimscore.rulebook import Asked, Identity, ProgramRelation, ReportForm, Workflow
from cimscore.rules import Rows, Topic, readings_in, tables_in
from cimscore_vic_cims import calendars, dual_reporting, forms, readings, rules, workflows


@hookimpl
def cimscore_program() -> Identity:
    """Return the program's name, title and time zone."""
    return Identity(
        id="vic-cims",
        title="Victoria: managing client incidents",
        start="something has happened to a client of a service that Victoria funds or runs",
        zone=ZoneInfo("Australia/Melbourne"),
    )


@hookimpl
def cimscore_policy_sources() -> Policy:
    """Return the program's documents, with their editions and clauses."""
    return load_policy("cimscore_vic_cims.policy")


@hookimpl
def cimscore_questions() -> tuple[Asked, ...]:
    """Return the unclear points of the sources, including those that no rule reads."""
    return readings_in(readings)


@hookimpl
def cimscore_editions() -> tuple[Rows, ...]:
    """Return the rules that choose the edition of each source."""
    return tables_in(rules, Topic.EDITIONS)


@hookimpl
def cimscore_scope() -> tuple[Rows, ...]:
    """Return the rules that say who the program covers."""
    return tables_in(rules, Topic.SCOPE)


@hookimpl
def cimscore_households() -> tuple[Rows, ...]:
    """Return the rules that define the program's households."""
    return tables_in(rules, Topic.HOUSEHOLDS)


@hookimpl
def cimscore_subjects() -> tuple[Rows, ...]:
    """Return the rules that say who the concerns are about."""
    return tables_in(rules, Topic.SUBJECTS)


@hookimpl
def cimscore_starts() -> tuple[Rows, ...]:
    """Return the rules that say what is done with each part of a concern, and when its clocks start."""
    return tables_in(rules, Topic.STARTS)


@hookimpl
def cimscore_records() -> tuple[Rows, ...]:
    """Return the rules that say which records are made, and what each contains."""
    return tables_in(rules, Topic.RECORDS)


@hookimpl
def cimscore_roles() -> tuple[Rows, ...]:
    """Return the rules that give people their roles in a record."""
    return tables_in(rules, Topic.ROLES)


@hookimpl
def cimscore_duties() -> tuple[Rows, ...]:
    """Return the rules that say who does what."""
    return tables_in(rules, Topic.DUTIES)


@hookimpl
def cimscore_timeframes() -> tuple[Rows, ...]:
    """Return the clocks that say when each duty is due."""
    return tables_in(rules, Topic.TIMEFRAMES)


@hookimpl
def cimscore_laws() -> tuple[Rows, ...]:
    """Return the laws that every decision must satisfy."""
    return tables_in(rules, Topic.LAWS)


@hookimpl
def cimscore_calendars() -> tuple[Calendar, ...]:
    """Return Victoria's business days."""
    return (calendars.victoria(),)


@hookimpl
def cimscore_workflows() -> tuple[Workflow, ...]:
    """Return the workflows of an incident report and an investigation."""
    return (workflows.INCIDENT_REPORT, workflows.INVESTIGATION)


@hookimpl
def cimscore_forms() -> tuple[ReportForm, ...]:
    """Return the incident report webform."""
    return (forms.WEBFORM,)


@hookimpl
def cimscore_relations() -> tuple[ProgramRelation, ...]:
    """Return the relation of this program to the NDIS."""
    return (dual_reporting.RELATION,)


@hookimpl
def cimscore_worked_examples() -> tuple[str, ...]:
    """Return the package of worked examples."""
    return ("cimscore_vic_cims.examples",)
