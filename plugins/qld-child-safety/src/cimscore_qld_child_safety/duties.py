"""Who has to do what with a notification."""

from __future__ import annotations

from cimscore_qld_child_safety.words import NOTIFICATION

from cimscore.policy import Modal
from cimscore.rules import Duty, Facts, Household, Record, Ruleset, Topic

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


def is_notification(facts: Facts, record: Record) -> bool:
    """it is a notification"""
    return record.kind == NOTIFICATION


@RULES.rule("approve", cites=["qld/record-notification/to-the-approver"], when=[is_notification])
def approve(facts: Facts, record: Record) -> Duty:
    """A notification is approved by the senior team leader."""
    return Duty(act="approve", who="the senior team leader", what="approve the notification in ICMS", modal=Modal.WILL)


@RULES.rule("send-to-the-centre", cites=["qld/record-notification/to-the-centre"], when=[is_notification])
def send(facts: Facts, record: Record) -> Duty:
    """A notification goes to the service centre of the area of its harm household."""
    assert isinstance(record.of, Household)
    centre = f"the service centre for {facts.home.area(record.of)}"
    return Duty(act="send", who="the intake service", what="send the notification", to=centre, modal=Modal.WILL, after="approve")
