"""What additional notified concerns ask for: the form, its approval, and who hears of them."""

from __future__ import annotations

from cimscore.policy import Modal
from cimscore.rules import (
    ConcernIn,
    Duty,
    EarlierRecord,
    Facts,
    Record,
    Ruleset,
    Topic,
    all_of,
    not_,
)
from cimscore_qld_child_safety.conditions import additions
from cimscore_qld_child_safety.conditions.additions import is_an_open_investigation
from cimscore_qld_child_safety.conditions.concerns import is_notified, is_reported
from cimscore_qld_child_safety.conditions.record_kinds import is_additional
from cimscore_qld_child_safety.priorities import has_another_priority, has_not_commenced
from cimscore_qld_child_safety.questions import FAMILY_MOVED
from cimscore_qld_child_safety.roles import CARRIED
from cimscore_qld_child_safety.things import Addition
from cimscore_qld_child_safety.words import THE_CENTRE, THE_OFFICER, THE_TEAM_LEADER

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


def is_carried_and_notified(facts: Facts, what: ConcernIn) -> bool:
    """the record carries the concern, which is answered by a notification"""
    return facts.found(CARRIED, what) is not None and facts.holds(is_notified, what.concern)


def is_carried_and_reported(facts: Facts, what: ConcernIn) -> bool:
    """the record carries the concern, which is answered by a child concern report"""
    return facts.found(CARRIED, what) is not None and facts.holds(is_reported, what.concern)


def has_a_notification_response(facts: Facts, record: Record) -> bool:
    """a concern that it carries has a notification response"""
    return facts.some((ConcernIn(it, record) for it in facts.concerns()), is_carried_and_notified)


def has_a_report_response(facts: Facts, record: Record) -> bool:
    """a concern that it carries has a child concern report response"""
    return facts.some((ConcernIn(it, record) for it in facts.concerns()), is_carried_and_reported)


could_be_added = all_of(
    additions.it_is_open,
    additions.is_about_its_subject,
    additions.the_addition_counts,
    not_(additions.blames_its_subject),
)
could_be_second = all_of(could_be_added, additions.it_is_notified, additions.a_second_is_a_choice)


def might_take_a_concern(facts: Facts, record: EarlierRecord) -> bool:
    """it is an open investigation, and a new concern is about a subject child of it"""
    if not facts.holds(is_an_open_investigation, record):
        return False
    return facts.some((Addition(it, record) for it in facts.concerns()), could_be_added)


def might_need_a_second(facts: Facts, record: EarlierRecord) -> bool:
    """a new concern about a subject child is of another household, or the family moved before its write-up"""
    if not facts.holds(is_an_open_investigation, record):
        return False
    return facts.some((Addition(it, record) for it in facts.concerns()), could_be_second)


def its_family_moved(facts: Facts, record: EarlierRecord) -> bool:
    """the family has moved for good to another area"""
    return facts.ask(FAMILY_MOVED, record)


@RULES.rule("new-persons", cites=["qld/additional-concerns/new-persons"], when=[is_additional])
def persons(facts: Facts, record: Record) -> Duty:
    """Persons new to the matter are added."""
    return Duty(act="new-persons", who=THE_OFFICER, what="add any persons who are new to the matter", to="the event")


@RULES.rule(
    "additional-form",
    cites=["qld/additional-concerns/form", "qld/additional-concerns/form-content"],
    when=[is_additional],
)
def form(facts: Facts, record: Record) -> Duty:
    """The form says what is new and has the screening criteria."""
    return Duty(
        act="form",
        who=THE_OFFICER,
        what=("complete the additional notified concerns form: the new concerns and the screening criteria"),
    )


@RULES.rule(
    "additional-priority",
    cites=["qld/additional-concerns/form", "qld/additional-concerns/form-content"],
    when=[is_additional, has_a_notification_response],
)
def priority(facts: Facts, record: Record) -> Duty:
    """With a notification response the form has the response priority."""
    return Duty(act="form-priority", who=THE_OFFICER, what="record the response priority in the form")


@RULES.rule(
    "additional-rationale",
    cites=["qld/additional-concerns/form-content"],
    when=[is_additional, has_a_report_response],
)
def rationale(facts: Facts, record: Record) -> Duty:
    """With a child concern report response the form has the reasons."""
    return Duty(
        act="form-rationale",
        who=THE_OFFICER,
        what="complete the rationale field of the form, for a child concern report response",
    )


@RULES.rule(
    "additional-pre-notification-check",
    cites=["qld/additional-concerns/pre-notification-check"],
    when=[is_additional],
)
def check(facts: Facts, record: Record) -> Duty:
    """The pre-notification check is filled in where it applies."""
    return Duty(
        act="pre-notification-check",
        who=THE_OFFICER,
        what="complete the pre-notification check of the intake form, if relevant",
    )


@RULES.rule("additional-to-the-approver", cites=["qld/additional-concerns/to-the-approver"], when=[is_additional])
def submit(facts: Facts, record: Record) -> Duty:
    """The form goes to the senior team leader."""
    return Duty(act="submit", who=THE_OFFICER, what="submit the form for approval", to=THE_TEAM_LEADER, after="form")


@RULES.rule("additional-approval", cites=["qld/additional-concerns/approves"], when=[is_additional])
def approve(facts: Facts, record: Record) -> Duty:
    """The senior team leader approves the form."""
    return Duty(
        act="approve",
        who=THE_TEAM_LEADER,
        what="approve the additional notified concerns form",
        modal=Modal.WILL,
        after="submit",
    )


@RULES.rule("reassign", cites=["qld/additional-concerns/reassign"], when=[is_additional])
def reassign(facts: Facts, record: Record) -> Duty:
    """Then the investigation goes back into the pending tray."""
    return Duty(
        act="reassign",
        who=THE_TEAM_LEADER,
        what="assign the investigation anew",
        to="the pending tray of the relevant service centre",
        modal=Modal.WILL,
        after="approve",
    )


@RULES.rule("tell-by-e-mail", cites=["qld/additional-concerns/tell-by-e-mail"], when=[is_additional])
def email(facts: Facts, record: Record) -> Duty:
    """The owner of the event and the senior team leader hear by e-mail."""
    return Duty(
        act="tell-by-e-mail",
        who=THE_OFFICER,
        what="e-mail the new concerns",
        to="the owner of the ICMS event and the relevant senior team leader",
    )


@RULES.rule("tell-the-centre", cites=["qld/additional-concerns/tell-the-centre"], when=[is_additional])
def tell(facts: Facts, record: Record) -> Duty:
    """The service centre hears what is new and how soon to start."""
    return Duty(
        act="tell-the-centre",
        who=THE_OFFICER,
        what=("tell of the new concerns and, where applicable, the time that the response priority leaves"),
        to="the relevant service centre",
    )


@RULES.rule(
    "additional-commencement",
    cites=["qld/additional-concerns/shorter-timeframe"],
    when=[is_additional, has_a_notification_response, has_not_commenced, has_another_priority],
)
def commence(facts: Facts, record: Record) -> Duty:
    """Where the priorities differ, an investigation not started yet starts within the shorter timeframe."""
    return Duty(act="commence", who=THE_CENTRE, what="start the investigation and assessment", modal=Modal.IS_TO)


@RULES.rule("additional-hundred-days", cites=["qld/no-identifying-information/100-days"], when=[is_additional])
def finish(facts: Facts, record: Record) -> Duty:
    """However often concerns are added, everything is tried to finish within the hundred days."""
    return Duty(act="finish", who=THE_CENTRE, what="finish the investigation and assessment", modal=Modal.EVERY_EFFORT)


@RULES.rule(
    "moved-talk-first",
    cites=["qld/additional-concerns/moved-talk-first"],
    when=[might_take_a_concern, its_family_moved],
)
def talk(facts: Facts, record: EarlierRecord) -> Duty:
    """About a family that moved area, the centre there is spoken to first."""
    return Duty(
        act="talk-first",
        who=THE_OFFICER,
        what="talk about the circumstances before deciding on additional notified concerns",
        to="the relevant service centre's senior team leader",
    )


@RULES.rule(
    "moved-consider-second",
    cites=["qld/additional-concerns/moved-consider-second"],
    when=[might_take_a_concern, its_family_moved],
)
def consider(facts: Facts, record: EarlierRecord) -> Duty:
    """For a family that moved area, a second notification is weighed."""
    return Duty(
        act="consider-second",
        who=THE_OFFICER,
        what="consider whether a second notification is more appropriate",
        after="talk-first",
    )


@RULES.rule(
    "second-notification",
    cites=["qld/additional-concerns/previous-household", "qld/additional-concerns/moved-awaiting-write-up"],
    when=[might_need_a_second],
)
def decide(facts: Facts, record: EarlierRecord) -> Duty:
    """In the situations listed, the senior team leader decides on a second notification."""
    return Duty(
        act="decide-on-a-second",
        who=THE_TEAM_LEADER,
        what=("decide whether a second notification is recorded in place of additional notified concerns"),
        modal=Modal.WILL,
    )
