"""By when notifications and reports are approved, and by when an investigation is transferred."""

from __future__ import annotations

from cimscore.calendars import BusinessDays
from cimscore.case import Moment
from cimscore.policy import Modal
from cimscore.rules import ConcernIn, Deadline, EarlierRecord, Facts, Record, Ruleset, TheCase, Topic
from cimscore_qld_child_safety.conditions.record_kinds import is_combined_report, is_notification, is_report
from cimscore_qld_child_safety.priorities import decided_priorities
from cimscore_qld_child_safety.questions import INTAKE_CREATED, RESPONSE
from cimscore_qld_child_safety.readings.clocks import (
    REPORT_APPROVAL_START,
    TRANSFER_CLOCK,
    ReportStart,
    TransferClock,
)
from cimscore_qld_child_safety.roles import CARRIED
from cimscore_qld_child_safety.tables import APPROVAL
from cimscore_qld_child_safety.things import made_of
from cimscore_qld_child_safety.timeframes.counting import due_by, first_due

RULES: Ruleset[Deadline] = Ruleset(Topic.TIMEFRAMES)


@RULES.rule("approve", cites=["qld/record-notification/to-the-approver"], when=[is_notification])
def approve(facts: Facts, record: Record) -> Deadline:
    """A notification is approved within a time set by its response, from the decision to record it."""
    decided = decided_priorities(facts, record)
    due_at, start = first_due(facts, [(facts.look_up(APPROVAL, priority), moment) for priority, moment in decided])
    return Deadline(act="approve", due=due_at, counted_from=start, modal=Modal.WILL)


def has_its_start(facts: Facts, record: Record) -> bool:
    """the time for the transfer has started: with the decision or, by the other reading, with the approval"""
    if facts.reading(TRANSFER_CLOCK) is TransferClock.SAME_DEADLINE:
        return True
    return facts.has_moved(record, "approve")


@RULES.rule("transfer", cites=["qld/transfer/same-timeframes"], when=[is_notification, has_its_start])
def transfer(facts: Facts, record: Record) -> Deadline:
    """An open investigation is transferred within the same timeframes as its notification is approved."""
    from_approval = facts.reading(TRANSFER_CLOCK) is TransferClock.FROM_APPROVAL
    approved = facts.moved(record, "approve") if from_approval else None
    decided = decided_priorities(facts, record)
    candidates = [(facts.look_up(APPROVAL, priority), approved or moment) for priority, moment in decided]
    due_at, start = first_due(facts, candidates)
    return Deadline(act="transfer", due=due_at, counted_from=start)


def start_of_report(facts: Facts, record: Record) -> Moment:
    """Where the five business days of a report start; until its creation is known, with the receipt."""
    match facts.reading(REPORT_APPROVAL_START):
        case ReportStart.RECEIPT:
            return facts.received()
        case ReportStart.DECISION:
            carried = [it for it in facts.concerns() if facts.found(CARRIED, ConcernIn(it, record)) is not None]
            return facts.days.first_of(tuple(facts.decided_at(RESPONSE, it) for it in carried))
        case _:
            created = facts.moved(record, "create")
            return created or facts.ask(INTAKE_CREATED, TheCase(), propose=facts.received())


@RULES.rule(
    "approve-report",
    cites=["qld/child-concern-report/5-business-days"],
    when=[is_report],
)
def approve_report(facts: Facts, record: Record) -> Deadline:
    """An event with a child concern report is approved within five business days."""
    start = start_of_report(facts, record)
    return Deadline(act="approve", due=due_by(facts, BusinessDays(5), start), counted_from=start, modal=Modal.IS_TO)


@RULES.rule("approve-combined-report", cites=["qld/child-concern-report/5-business-days"], when=[is_combined_report])
def approve_combined(facts: Facts, record: Record) -> Deadline:
    """A report with which new information is combined keeps its own five business days."""
    on_file = made_of(record, EarlierRecord)
    created = facts.moved(on_file, "create") or facts.moved(on_file, "record")
    start = created or facts.ask(INTAKE_CREATED, TheCase(), propose=facts.received())
    return Deadline(act="approve", due=due_by(facts, BusinessDays(5), start), counted_from=start, modal=Modal.IS_TO)
