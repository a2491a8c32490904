"""Who notifies."""

from __future__ import annotations

from cimscore.rules import Concern, Duty, Facts, Record, Ruleset, Topic
from cimscore_ndis_incidents.incidents import concerns_the_commission, is_connected, is_reportable
from cimscore_ndis_incidents.words import COMMISSION, FIVE_DAY_FORM, NOTIFICATION

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


def is_notification(facts: Facts, record: Record) -> bool:
    """it is an immediate notification"""
    return record.kind == NOTIFICATION


def is_five_day_form(facts: Facts, record: Record) -> bool:
    """it is a five-day form"""
    return record.kind == FIVE_DAY_FORM


@RULES.rule("notify", cites=["ndis/s-18/key-personnel"], when=[is_notification])
def notify(facts: Facts, record: Record) -> Duty:
    """Key personnel see to it that the incident is notified."""
    return Duty(act="notify", who="the provider's key personnel", what="notify the incident", to=COMMISSION)


@RULES.rule("send-the-form", cites=["ndis/s-18/key-personnel"], when=[is_five_day_form])
def send_the_form(facts: Facts, record: Record) -> Duty:
    """Key personnel see to it that the form is sent."""
    return Duty(act="send-the-form", who="the provider's key personnel", what="send the five-day form", to=COMMISSION)


@RULES.rule(
    "tell-the-provider",
    cites=["ndis/s-19/workers-tell-the-provider"],
    when=[is_reportable, is_connected, concerns_the_commission],
)
def tell_the_provider(facts: Facts, concern: Concern) -> Duty:
    """Workers tell the provider of a reportable incident."""
    return Duty(act="tell-the-provider", who="any worker who learns of it", what="tell the provider")
