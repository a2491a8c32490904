"""Queensland's procedure for recording an intake outcome, as a cimscore program."""

from zoneinfo import ZoneInfo

from cimscore.calendars import Calendar
from cimscore.plugins import hookimpl
from cimscore.policy import Policy, load_policy
from cimscore.rulebook import Asked, Identity, Workflow
from cimscore.rules import Rows, Topic, readings_in, tables_in
from cimscore_qld_child_safety import calendars, readings, rules, workflows


@hookimpl
def cimscore_program() -> Identity:
    """The program."""
    return Identity(
        id="qld-child-safety",
        title="Queensland: recording the outcome of an intake",
        zone=ZoneInfo("Australia/Brisbane"),
    )


@hookimpl
def cimscore_policy_sources() -> Policy:
    """Its documents, their editions and clauses."""
    return load_policy("cimscore_qld_child_safety.policy")


@hookimpl
def cimscore_questions() -> tuple[Asked, ...]:
    """The unclear points of its sources, those too that no rule reads."""
    return readings_in(readings)


@hookimpl
def cimscore_editions() -> tuple[Rows, ...]:
    """Which edition of each source governs."""
    return tables_in(rules, Topic.EDITIONS)


@hookimpl
def cimscore_scope() -> tuple[Rows, ...]:
    """Who is within the program."""
    return tables_in(rules, Topic.SCOPE)


@hookimpl
def cimscore_households() -> tuple[Rows, ...]:
    """What a household is."""
    return tables_in(rules, Topic.HOUSEHOLDS)


@hookimpl
def cimscore_subjects() -> tuple[Rows, ...]:
    """Whom the concerns are about."""
    return tables_in(rules, Topic.SUBJECTS)


@hookimpl
def cimscore_starts() -> tuple[Rows, ...]:
    """What is done with each part, and when its clocks start."""
    return tables_in(rules, Topic.STARTS)


@hookimpl
def cimscore_records() -> tuple[Rows, ...]:
    """Which records are made, and what each carries."""
    return tables_in(rules, Topic.RECORDS)


@hookimpl
def cimscore_roles() -> tuple[Rows, ...]:
    """What somebody is called in a record."""
    return tables_in(rules, Topic.ROLES)


@hookimpl
def cimscore_duties() -> tuple[Rows, ...]:
    """Who does what."""
    return tables_in(rules, Topic.DUTIES)


@hookimpl
def cimscore_timeframes() -> tuple[Rows, ...]:
    """By when."""
    return tables_in(rules, Topic.TIMEFRAMES)


@hookimpl
def cimscore_laws() -> tuple[Rows, ...]:
    """What a whole decision owes."""
    return tables_in(rules, Topic.LAWS)


@hookimpl
def cimscore_calendars() -> tuple[Calendar, ...]:
    """Queensland's business days."""
    return (calendars.queensland(),)


@hookimpl
def cimscore_workflows() -> tuple[Workflow, ...]:
    """How a notification and a child concern report go from state to state."""
    return (workflows.NOTIFICATION, workflows.CHILD_CONCERN_REPORT)


@hookimpl
def cimscore_worked_examples() -> tuple[str, ...]:
    """Cases that show the clauses at work."""
    return ("cimscore_qld_child_safety.examples",)
