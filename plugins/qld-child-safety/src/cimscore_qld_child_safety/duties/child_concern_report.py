"""What a child concern report asks for, up to its approval."""

from __future__ import annotations

from cimscore.policy import Modal
from cimscore.rules import Duty, EarlierRecord, Facts, Record, Ruleset, Topic
from cimscore_qld_child_safety.conditions import reports
from cimscore_qld_child_safety.conditions.record_kinds import is_combined_report, is_of_new_concerns, is_report
from cimscore_qld_child_safety.questions import CONSULT_SENIOR_PRACTITIONER
from cimscore_qld_child_safety.things import Addition
from cimscore_qld_child_safety.words import THE_INTAKE_TEAM_LEADER, THE_OFFICER

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


def is_to_be_consulted_on(facts: Facts, record: Record) -> bool:
    """a senior practitioner or manager is to be consulted on it"""
    return facts.ask(CONSULT_SENIOR_PRACTITIONER, record)


def meets_a_pending_report(facts: Facts, record: EarlierRecord) -> bool:
    """it is a report not approved yet, on a child or family to which new concerns below the threshold relate"""
    additions = (Addition(concern, record) for concern in facts.concerns())
    return facts.some(additions, reports.meets_a_pending_report)


@RULES.rule("report-event", cites=["qld/child-concern-report/event"], when=[is_report])
def event(facts: Facts, record: Record) -> Duty:
    """There is an intake event with everyone who matters."""
    return Duty(act="event", who=THE_OFFICER, what="create an intake event with a record of every person who matters")


@RULES.rule("report-form", cites=["qld/child-concern-report/form"], when=[is_report, is_of_new_concerns])
def form(facts: Facts, record: Record) -> Duty:
    """The intake form has the screening criteria."""
    return Duty(act="form", who=THE_OFFICER, what="complete the intake form with the screening criteria", after="event")


@RULES.rule(
    "report-pre-notification-check",
    cites=["qld/child-concern-report/pre-notification-check"],
    when=[is_report, is_of_new_concerns],
)
def check(facts: Facts, record: Record) -> Duty:
    """The pre-notification check is filled in where it applies."""
    return Duty(act="pre-notification-check", who=THE_OFFICER, what="complete the pre-notification check, if relevant")


@RULES.rule("report-police", cites=["qld/child-concern-report/police"], when=[is_report])
def police(facts: Facts, record: Record) -> Duty:
    """Where it applies, the police get what is relevant at once."""
    return Duty(
        act="police",
        who=THE_OFFICER,
        what=("provide everything relevant immediately, where applicable, and attach the Police referral"),
        to="the Queensland Police Service",
    )


@RULES.rule("report-attachments", cites=["qld/child-concern-report/attachments"], when=[is_report])
def attach(facts: Facts, record: Record) -> Duty:
    """E-mails and referrals are attached."""
    return Duty(
        act="attach-correspondence",
        who=THE_OFFICER,
        what="attach e-mails and any referral to Family and Child Connect",
        to="the intake event",
    )


@RULES.rule("report-to-the-approver", cites=["qld/child-concern-report/to-the-approver"], when=[is_report])
def finalise(facts: Facts, record: Record) -> Duty:
    """The finished report goes to the senior team leader."""
    return Duty(
        act="forward",
        who=THE_OFFICER,
        what="finalise the report and forward it for approval",
        to=THE_INTAKE_TEAM_LEADER,
        after="event",
    )


@RULES.rule("report-feedback", cites=["qld/child-concern-report/feedback"], when=[is_report])
def feedback(facts: Facts, record: Record) -> Duty:
    """The notifier hears back where that applies."""
    return Duty(act="feedback", who=THE_OFFICER, what="see that feedback is given, if applicable", to="the notifier")


@RULES.rule(
    "report-approval",
    cites=["qld/child-concern-report/approves", "qld/child-concern-report/to-the-approver"],
    when=[is_report],
)
def approve(facts: Facts, record: Record) -> Duty:
    """The senior team leader of the intake service approves the response."""
    return Duty(
        act="approve",
        who=THE_INTAKE_TEAM_LEADER,
        what="approve the child concern report",
        modal=Modal.IS_TO,
        after="forward",
    )


@RULES.rule(
    "senior-practitioner",
    cites=["qld/child-concern-report/consultation"],
    when=[is_report, is_to_be_consulted_on],
)
def consult(facts: Facts, record: Record) -> Duty:
    """A senior practitioner or manager is consulted where that is decided."""
    return Duty(
        act="consult",
        who=THE_INTAKE_TEAM_LEADER,
        what="consult a senior practitioner or manager on the response",
        modal=Modal.MAY,
    )


@RULES.rule(
    "combine-or-separate",
    cites=["qld/child-concern-report/combine-or-separate"],
    when=[meets_a_pending_report],
)
def liaise(facts: Facts, record: EarlierRecord) -> Duty:
    """About a report not approved yet it is agreed whether to combine the two."""
    return Duty(
        act="liaise",
        who=THE_OFFICER,
        what="agree whether the new information is combined with this report or recorded by itself",
        to="the intake service that recorded it",
    )


@RULES.rule(
    "combined-report",
    cites=["qld/child-concern-report/combine-or-separate"],
    when=[is_combined_report],
)
def combine(facts: Facts, record: Record) -> Duty:
    """Where it was agreed to combine the two, the new information goes into the report on file."""
    return Duty(act="combine", who=THE_OFFICER, what="add the new information", to=f"the report on file, {record.of}")


@RULES.rule(
    "combined-report-approval",
    cites=["qld/child-concern-report/approves"],
    when=[is_combined_report],
)
def approve_combined(facts: Facts, record: Record) -> Duty:
    """The combined report is approved as any other."""
    return Duty(
        act="approve",
        who=THE_INTAKE_TEAM_LEADER,
        what="approve the combined child concern report",
        modal=Modal.IS_TO,
        after="combine",
    )
