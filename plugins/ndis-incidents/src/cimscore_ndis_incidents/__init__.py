"""Reportable incidents under the NDIS, as a cimscore program."""

from cimscore.calendars import Calendar
from cimscore.plugins import hookimpl
from cimscore.policy import Policy, load_policy
from cimscore.rulebook import Asked, Identity
from cimscore.rules import Rows, Topic, readings_in, tables_in
from cimscore_ndis_incidents import calendars, readings, rules


@hookimpl
def cimscore_program() -> Identity:
    """The program."""
    return Identity(id="ndis-incidents", title="NDIS: reportable incidents", zone=calendars.ZONE)


@hookimpl
def cimscore_policy_sources() -> Policy:
    """Its documents, their editions and clauses."""
    return load_policy("cimscore_ndis_incidents.policy")


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
    """The general business days of each state, until a program that knows a state's own places has them."""
    return calendars.state_calendars()


@hookimpl
def cimscore_worked_examples() -> tuple[str, ...]:
    """Cases that show the clauses at work."""
    return ("cimscore_ndis_incidents.examples",)
