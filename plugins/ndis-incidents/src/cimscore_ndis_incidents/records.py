"""What is sent to the Commission: a notification at once, and a form within five business days."""

from __future__ import annotations

from cimscore.rules import Concern, Facts, Record, Ruleset, Topic
from cimscore_ndis_incidents.incidents import (
    concerns_the_commission,
    is_connected,
    is_of_a_listed_kind,
    is_only_alleged,
    is_reportable_at_once,
    is_reportable_practice,
    practice_harmed,
)
from cimscore_ndis_incidents.words import FIVE_DAY_FORM, NOTIFICATION

RULES: Ruleset[Record] = Ruleset(Topic.RECORDS)


def notification_of(concern: Concern) -> Record:
    """The immediate notification of an incident."""
    return Record(kind=NOTIFICATION, of=concern)


def form_for(concern: Concern) -> Record:
    """The five-day form for an incident."""
    return Record(kind=FIVE_DAY_FORM, of=concern)


@RULES.rule(
    "notification",
    cites=["ndis/s-16/reportable", "ndis/s-20/24-hours", "ndis-commission/kinds/connection"],
    when=[is_of_a_listed_kind, is_connected, concerns_the_commission],
)
def notification(facts: Facts, concern: Concern) -> Record:
    """Every kind but a restrictive practice is notified at once."""
    return notification_of(concern)


@RULES.rule(
    "alleged",
    cites=["ndis/s-17/alleged"],
    when=[is_reportable_at_once, is_connected, concerns_the_commission, is_only_alleged],
)
def alleged(facts: Facts, concern: Concern) -> Record:
    """An incident that is only alleged is notified too."""
    return notification_of(concern)


@RULES.rule(
    "practice-with-harm",
    cites=[
        "ndis/s-16/reportable",
        "ndis-commission/times/restrictive-practice-with-harm",
        "ndis-commission/kinds/connection",
    ],
    when=[is_reportable_practice, practice_harmed, is_connected, concerns_the_commission],
)
def practice_with_harm(facts: Facts, concern: Concern) -> Record:
    """A restrictive practice used without authority or outside the plan is notified at once if it harmed."""
    return notification_of(concern)


@RULES.rule(
    "form",
    cites=["ndis-commission/times/five-day-form", "ndis-commission/kinds/connection"],
    when=[is_reportable_at_once, is_connected, concerns_the_commission],
)
def form(facts: Facts, concern: Concern) -> Record:
    """What is notified at once needs a form as well."""
    return form_for(concern)


@RULES.rule(
    "form-alone",
    cites=[
        "ndis/s-21/5-business-days",
        "ndis-commission/times/five-day-form-alone",
        "ndis-commission/kinds/connection",
    ],
    when=[is_reportable_practice, is_connected, concerns_the_commission],
    unless=[practice_harmed],
)
def form_alone(facts: Facts, concern: Concern) -> Record:
    """For such a practice without harm the form is all."""
    return form_for(concern)
