"""Queensland's procedure for recording an intake outcome, as a cimscore program."""

from zoneinfo import ZoneInfo

from cimscore.calendars import Calendar
from cimscore.plugins import hookimpl
from cimscore.policy import Policy, load_policy
from cimscore.rulebook import Asked, Identity, ReportForm, Workflow
from cimscore.rules import Rows, Topic, readings_in, tables_in
from cimscore_qld_child_safety import calendars, forms, readings, rules, workflows


@hookimpl
def cimscore_program() -> Identity:
    """Return the program's name, title and time zone."""
    return Identity(
        id="qld-child-safety",
        title="Queensland: recording the outcome of an intake",
        start="somebody has told Child Safety that a child may have been harmed, and it has to be recorded",
        zone=ZoneInfo("Australia/Brisbane"),
    )


@hookimpl
def cimscore_policy_sources() -> Policy:
    """Return the program's documents, with their editions and clauses."""
    return load_policy("cimscore_qld_child_safety.policy")


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
    """Return Queensland's business days."""
    return (calendars.queensland(),)


@hookimpl
def cimscore_workflows() -> tuple[Workflow, ...]:
    """Return the workflows of a notification, its investigation and a child concern report."""
    return (
        workflows.NOTIFICATION,
        workflows.INVESTIGATION,
        workflows.CHILD_CONCERN_REPORT,
        workflows.ONGOING_INTERVENTION,
    )


@hookimpl
def cimscore_forms() -> tuple[ReportForm, ...]:
    """Return the intake form."""
    return (forms.INTAKE_FORM,)


@hookimpl
def cimscore_worked_examples() -> tuple[str, ...]:
    """Return the package of worked examples."""
    return ("cimscore_qld_child_safety.examples",)
