"""Victoria's client incident management, as a cimscore program."""

from zoneinfo import ZoneInfo

from cimscore.calendars import Calendar
from cimscore.plugins import hookimpl
from cimscore.policy import Policy, load_policy
from cimscore.rulebook import Asked, Identity, Relation, Workflow
from cimscore.rules import Rows, Topic, readings_in, tables_in
from cimscore_vic_cims import calendars, dual_reporting, readings, rules, workflows


@hookimpl
def cimscore_program() -> Identity:
    """The program."""
    return Identity(
        id="vic-cims",
        title="Victoria: managing client incidents",
        zone=ZoneInfo("Australia/Melbourne"),
    )


@hookimpl
def cimscore_policy_sources() -> Policy:
    """Its documents, their editions and clauses."""
    return load_policy("cimscore_vic_cims.policy")


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
    """Cases that show the clauses at work."""
    return ("cimscore_vic_cims.examples",)
