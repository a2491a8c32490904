"""What an intake enquiry asks for."""

from __future__ import annotations

from cimscore.rules import Duty, Facts, Record, Ruleset, Topic
from cimscore_qld_child_safety.conditions.record_kinds import is_enquiry
from cimscore_qld_child_safety.words import THE_OFFICER, THE_TEAM_LEADER

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


@RULES.rule("enquiry-event", cites=["qld/intake-enquiry/event"], when=[is_enquiry])
def event(facts: Facts, record: Record) -> Duty:
    """There is an intake event with everyone who matters."""
    return Duty(act="event", who=THE_OFFICER, what="create an intake event with a record of every person who matters")


@RULES.rule("enquiry-form", cites=["qld/intake-enquiry/form"], when=[is_enquiry])
def form(facts: Facts, record: Record) -> Duty:
    """The intake form has the outcome intake enquiry."""
    return Duty(
        act="form",
        who=THE_OFFICER,
        what="complete the intake form with the outcome intake enquiry",
        after="event",
    )


@RULES.rule("enquiry-police", cites=["qld/intake-enquiry/police"], when=[is_enquiry])
def police(facts: Facts, record: Record) -> Duty:
    """Where it matters, the police get what is relevant."""
    return Duty(
        act="police",
        who=THE_OFFICER,
        what="forward everything relevant by the Police referral, if relevant",
        to="the Queensland Police Service",
    )


@RULES.rule("enquiry-approval", cites=["qld/intake-enquiry/approval"], when=[is_enquiry])
def approve(facts: Facts, record: Record) -> Duty:
    """The form goes to the senior team leader, who approves it."""
    return Duty(act="approve", who=THE_TEAM_LEADER, what="approve the intake enquiry", after="form")
