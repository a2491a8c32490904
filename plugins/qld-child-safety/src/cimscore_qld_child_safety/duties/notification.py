"""What a notification asks for, up to its approval."""

from __future__ import annotations

from cimscore.policy import Modal
from cimscore.rules import Duty, Facts, PersonIn, Record, Ruleset, Topic, all_of
from cimscore_qld_child_safety.conditions.record_kinds import is_notification
from cimscore_qld_child_safety.roles import ROLES
from cimscore_qld_child_safety.words import THE_CENTRE, THE_OFFICER, THE_TEAM_LEADER, EventRole

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


def is_subject_child(facts: Facts, who: PersonIn) -> bool:
    """the person is a subject child of the record"""
    return facts.found(ROLES, who) is EventRole.SUBJECT_CHILD


def is_unborn(facts: Facts, who: PersonIn) -> bool:
    """the person is not born yet"""
    return facts.home.is_unborn(who.person)


def is_born(facts: Facts, who: PersonIn) -> bool:
    """the person is born"""
    return not facts.home.is_unborn(who.person)


unborn_subject = all_of(is_unborn, is_subject_child)
born_subject = all_of(is_born, is_subject_child)


def has_an_unborn_subject(facts: Facts, record: Record) -> bool:
    """an unborn child is a subject child of it"""
    return facts.some((PersonIn(it, record) for it in facts.people()), unborn_subject)


def has_a_born_and_an_unborn_subject(facts: Facts, record: Record) -> bool:
    """a born and an unborn child are subject children of it"""
    if not facts.holds(has_an_unborn_subject, record):
        return False
    return facts.some((PersonIn(it, record) for it in facts.people()), born_subject)


@RULES.rule("notification-event", cites=["qld/record-notification/event"], when=[is_notification])
def event(facts: Facts, record: Record) -> Duty:
    """There is an intake event with everyone who matters."""
    return Duty(
        act="event",
        who=THE_OFFICER,
        what="create an intake event, and find or make a record of every person who matters",
    )


@RULES.rule("notification-form", cites=["qld/record-notification/form"], when=[is_notification])
def form(facts: Facts, record: Record) -> Duty:
    """The intake form has the screening criteria and the response priority."""
    return Duty(
        act="form",
        who=THE_OFFICER,
        what=("complete the intake form with the screening criteria and the response priority assessment"),
        after="event",
    )


@RULES.rule("notification-section", cites=["qld/record-notification/category-unborn"], when=[is_notification])
def section(facts: Facts, record: Record) -> Duty:
    """The form has the notification section and category."""
    return Duty(
        act="notification-section",
        who=THE_OFFICER,
        what="complete the notification section and the notification category",
        after="event",
    )


@RULES.rule(
    "category-unborn",
    cites=["qld/record-notification/category-unborn"],
    when=[is_notification, has_a_born_and_an_unborn_subject],
)
def unborn(facts: Facts, record: Record) -> Duty:
    """With a born and an unborn subject child, the category is unborn."""
    return Duty(act="category", who=THE_OFFICER, what="record the notification category 'unborn'")


@RULES.rule(
    "unborn-priority",
    cites=["qld-commencement/commencement/unborn"],
    when=[is_notification, has_an_unborn_subject],
)
def unborn_priority(facts: Facts, record: Record) -> Duty:
    """For an unborn child the response is five or ten days, by when the birth is likely."""
    return Duty(
        act="unborn-priority",
        who=THE_OFFICER,
        what=(
            "give concerns about the unborn child a 5-day response if the birth is likely in the "
            "five business days after the decision, else a 10-day one"
        ),
    )


@RULES.rule(
    "notification-pre-notification-check",
    cites=["qld/record-notification/pre-notification-check"],
    when=[is_notification],
)
def check(facts: Facts, record: Record) -> Duty:
    """The pre-notification check is filled in where it applies."""
    return Duty(act="pre-notification-check", who=THE_OFFICER, what="complete the pre-notification check, if relevant")


@RULES.rule("notification-to-the-approver", cites=["qld/record-notification/to-the-approver"], when=[is_notification])
def finalise(facts: Facts, record: Record) -> Duty:
    """Everything that belongs to it goes to the senior team leader."""
    return Duty(
        act="forward",
        who=THE_OFFICER,
        what="finalise it and forward everything that belongs to it for approval",
        to=THE_TEAM_LEADER,
        after="form",
    )


@RULES.rule("approve", cites=["qld/record-notification/to-the-approver"], when=[is_notification])
def approve(facts: Facts, record: Record) -> Duty:
    """A notification is approved by the senior team leader."""
    return Duty(
        act="approve",
        who=THE_TEAM_LEADER,
        what="approve the notification in ICMS",
        modal=Modal.WILL,
        after="forward",
    )


@RULES.rule("approval-does-not-delay", cites=["qld/approve/does-not-delay"], when=[is_notification])
def no_delay(facts: Facts, record: Record) -> Duty:
    """The start does not wait for the approval."""
    return Duty(
        act="no-delay",
        who=THE_TEAM_LEADER,
        what="let the approval delay the start of the investigation and assessment",
        modal=Modal.WILL_NOT,
    )


@RULES.rule("notification-feedback", cites=["qld/record-notification/feedback"], when=[is_notification])
def feedback(facts: Facts, record: Record) -> Duty:
    """After that the notifier hears back where it applies."""
    return Duty(
        act="feedback",
        who=THE_OFFICER,
        what="give feedback, if applicable",
        to="the notifier",
        after="forward",
    )


@RULES.rule("commencement", cites=["qld-commencement/commencement/clock-starts"], when=[is_notification])
def commence(facts: Facts, record: Record) -> Duty:
    """The investigation starts within its response priority, from the decision and not from the approval."""
    return Duty(act="commence", who=THE_CENTRE, what="start the investigation and assessment")


@RULES.rule("hundred-days", cites=["qld/no-identifying-information/100-days"], when=[is_notification])
def finish(facts: Facts, record: Record) -> Duty:
    """Everything is tried to finish within its hundred days."""
    return Duty(
        act="finish",
        who=THE_CENTRE,
        what="finish the investigation and assessment",
        modal=Modal.EVERY_EFFORT,
        after="commence",
    )
