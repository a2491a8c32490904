"""By when."""

from __future__ import annotations

from cimscore.case import Moment
from cimscore.rules import Concern, Deadline, Facts, Record, Ruleset, Topic
from cimscore_ndis_incidents import incidents
from cimscore_ndis_incidents.clocks import aware, five_business_days_after, hours_after
from cimscore_ndis_incidents.duties import is_five_day_form, is_notification
from cimscore_ndis_incidents.questions import AWARE_OF_HARM
from cimscore_ndis_incidents.readings import HARM_FOUND_LATER, HarmFoundLater

RULES: Ruleset[Deadline] = Ruleset(Topic.TIMEFRAMES)


def is_about_a_practice(facts: Facts, record: Record) -> bool:
    """it is about a restrictive practice"""
    return facts.holds(incidents.is_a_restrictive_practice, incident_of(record))


def is_about_a_practice_without_harm(facts: Facts, record: Record) -> bool:
    """it is about a restrictive practice that did no harm"""
    return facts.holds(is_about_a_practice, record) and not facts.holds(incidents.practice_harmed, incident_of(record))


def incident_of(record: Record) -> Concern:
    """The incident that a record is on.

    Raises:
        TypeError: The record is on something else; records of this program never are.
    """
    if not isinstance(record.of, Concern):
        raise TypeError(f"{record} is not a record on an incident")
    return record.of


def within_24_hours(facts: Facts, start: Moment) -> Deadline:
    """A notification 24 elapsed hours after its start."""
    return Deadline(act="notify", due=hours_after(facts, 24, start), counted_from=start)


def within_five_days(facts: Facts, record: Record) -> Deadline:
    """A form five business days after the provider became aware."""
    start = aware(facts, incident_of(record))
    due = five_business_days_after(facts, start, incident_of(record))
    return Deadline(act="send-the-form", due=due, counted_from=start)


@RULES.rule(
    "24-hours",
    cites=["ndis/s-20/24-hours", "ndis-commission/times/24-hours", "ndis-commission/times/becoming-aware"],
    when=[is_notification],
    unless=[is_about_a_practice],
)
def hours_24(facts: Facts, record: Record) -> Deadline:
    """Within 24 hours of becoming aware."""
    return within_24_hours(facts, aware(facts, incident_of(record)))


@RULES.rule(
    "24-hours-for-a-practice",
    cites=["ndis-commission/times/restrictive-practice-with-harm", "ndis-commission/times/becoming-aware"],
    when=[is_notification, is_about_a_practice],
)
def hours_24_for_a_practice(facts: Facts, record: Record) -> Deadline:
    """A restrictive practice that harmed is notified within 24 hours, too."""
    if facts.reading(HARM_FOUND_LATER) is HarmFoundLater.FROM_THE_HARM:
        return within_24_hours(facts, facts.ask(AWARE_OF_HARM, incident_of(record)))
    return within_24_hours(facts, aware(facts, incident_of(record)))


@RULES.rule(
    "five-day-form",
    cites=["ndis-commission/times/five-day-form", "ndis-commission/times/becoming-aware"],
    when=[is_five_day_form],
    unless=[is_about_a_practice_without_harm],
)
def five_day_form(facts: Facts, record: Record) -> Deadline:
    """The form that follows a notification is due five business days after becoming aware."""
    return within_five_days(facts, record)


@RULES.rule(
    "five-day-form-alone",
    cites=[
        "ndis/s-21/5-business-days",
        "ndis-commission/times/restrictive-practice-5-business-days",
        "ndis-commission/times/becoming-aware",
    ],
    when=[is_five_day_form, is_about_a_practice_without_harm],
)
def five_day_form_alone(facts: Facts, record: Record) -> Deadline:
    """A practice that did no harm is notified by the form within five business days."""
    return within_five_days(facts, record)
