"""By when an investigation and assessment starts, also when concerns are added to it, and by when it is finished."""

from __future__ import annotations

from cimscore.calendars import BusinessDays, CalendarDays
from cimscore.case import Moment
from cimscore.policy import Modal
from cimscore.rules import Deadline, EarlierRecord, Facts, Record, Ruleset, Topic
from cimscore_qld_child_safety.conditions.record_kinds import is_additional, is_notification
from cimscore_qld_child_safety.priorities import (
    concerns_in,
    decided_priorities,
    first_decision,
    has_another_priority,
    has_not_commenced,
    shortest_priority,
    starts_the_clock,
)
from cimscore_qld_child_safety.questions import INVESTIGATION_DECIDED, PRIORITY_OF_RECORD
from cimscore_qld_child_safety.readings.clocks import HUNDRED_DAYS, SHORTER_TIMEFRAME, HundredDays, Shorter
from cimscore_qld_child_safety.tables import COMMENCEMENT
from cimscore_qld_child_safety.things import made_of
from cimscore_qld_child_safety.timeframes.counting import due_by, first_due
from cimscore_qld_child_safety.words import Priority

RULES: Ruleset[Deadline] = Ruleset(Topic.TIMEFRAMES)


@RULES.rule("commence", cites=["qld-commencement/commencement/clock-starts"], when=[is_notification])
def commence(facts: Facts, record: Record) -> Deadline:
    """An investigation starts within its response priority, counted from the decision that the threshold is met."""
    decided = decided_priorities(facts, record)
    due_at, start = first_due(facts, [(facts.look_up(COMMENCEMENT, priority), moment) for priority, moment in decided])
    return Deadline(act="commence", due=due_at, counted_from=start)


def has_a_notified_concern(facts: Facts, record: Record) -> bool:
    """a concern that it carries is answered by a notification"""
    return facts.some(concerns_in(facts, record), starts_the_clock)


def decided_first(facts: Facts, record: Record) -> Moment:
    """When it was decided to record the notification to whose investigation concerns are added."""
    on_file = made_of(record, EarlierRecord)
    return facts.moved(on_file, "decide") or facts.ask(INVESTIGATION_DECIDED, on_file)


@RULES.rule(
    "commence-within-the-shorter",
    cites=["qld/additional-concerns/shorter-timeframe", "qld-commencement/commencement/clock-starts"],
    when=[is_additional, has_a_notified_concern, has_not_commenced, has_another_priority],
)
def commence_shorter(facts: Facts, record: Record) -> Deadline:
    """Where the new priority differs from the first, an investigation not started yet starts within the shorter."""
    old = facts.ask(PRIORITY_OF_RECORD, made_of(record, EarlierRecord))
    new = shortest_priority(facts, concerns_in(facts, record))
    before, after = decided_first(facts, record), first_decision(facts, record)
    candidates = [(old, before), (new, after)]
    shorter = min(old, new, key=list(Priority).index)
    match facts.reading(SHORTER_TIMEFRAME):
        case Shorter.FROM_OLD_START:
            candidates = [(shorter, before)]
        case Shorter.FROM_NEW_START:
            candidates = [(shorter, after)]
    due_at, start = first_due(facts, [(facts.look_up(COMMENCEMENT, priority), start) for priority, start in candidates])
    return Deadline(act="commence", due=due_at, counted_from=start, modal=Modal.IS_TO)


def _hundred_days(facts: Facts, decided: Moment, commenced: Moment | None) -> Deadline:
    reading = facts.reading(HUNDRED_DAYS)
    start = commenced if reading is HundredDays.CALENDAR_FROM_COMMENCEMENT and commenced else decided
    period = BusinessDays(100) if reading is HundredDays.BUSINESS_FROM_DECISION else CalendarDays(100)
    due = due_by(facts, period, start)
    return Deadline(act="finish", due=due, counted_from=start, modal=Modal.EVERY_EFFORT)


@RULES.rule("hundred-days", cites=["qld/no-identifying-information/100-days"], when=[is_notification])
def hundred_days(facts: Facts, record: Record) -> Deadline:
    """Everything is tried to finish the investigation within its hundred days."""
    return _hundred_days(facts, first_decision(facts, record), facts.moved(record, "commence"))


@RULES.rule("hundred-days-of-the-first", cites=["qld/no-identifying-information/100-days"], when=[is_additional])
def hundred_days_of_the_first(facts: Facts, record: Record) -> Deadline:
    """Concerns added later do not start the hundred days anew."""
    commenced = facts.moved(made_of(record, EarlierRecord), "commence")
    return _hundred_days(facts, decided_first(facts, record), commenced)
