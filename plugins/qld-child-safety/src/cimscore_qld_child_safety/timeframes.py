"""By when."""

from __future__ import annotations

import datetime as dt

from cimscore_qld_child_safety import roles
from cimscore_qld_child_safety.duties import is_notification
from cimscore_qld_child_safety.questions import OFFICE, PRIORITY, RESPONSE
from cimscore_qld_child_safety.readings import END_OF_LAST_DAY, EndOfLastDay
from cimscore_qld_child_safety.tables import APPROVAL
from cimscore_qld_child_safety.words import Priority

from cimscore.calendars import EndOfPeriod
from cimscore.case import Moment
from cimscore.policy import Modal
from cimscore.rules import ConcernIn, Deadline, Facts, Record, Ruleset, Topic

RULES: Ruleset[Deadline] = Ruleset(Topic.TIMEFRAMES)

_ENDS = {
    EndOfLastDay.END_OF_DAY: EndOfPeriod.END_OF_DAY,
    EndOfLastDay.SAME_CLOCK: EndOfPeriod.SAME_CLOCK_TIME,
    EndOfLastDay.CLOSE_OF_BUSINESS: dt.time(17),
}


def is_carried_within_24_hours(facts: Facts, what: ConcernIn) -> bool:
    """the record carries the concern, which has a 24-hour response"""
    return _is_carried(facts, what) and facts.ask(PRIORITY, what.concern) is Priority.HOURS_24


def is_carried_within_5_days(facts: Facts, what: ConcernIn) -> bool:
    """the record carries the concern, which has a 5-day response"""
    return _is_carried(facts, what) and facts.ask(PRIORITY, what.concern) is Priority.DAYS_5


def _is_carried(facts: Facts, what: ConcernIn) -> bool:
    return facts.found(roles.CARRIED, what) is not None


def shortest_priority(facts: Facts, record: Record) -> Priority:
    """The shortest response priority of the concerns a record carries; one 24-hour response ends the search."""
    concerns = [ConcernIn(concern, record) for concern in facts.concerns()]
    if facts.some(concerns, is_carried_within_24_hours):
        return Priority.HOURS_24
    return Priority.DAYS_5 if facts.some(concerns, is_carried_within_5_days) else Priority.DAYS_10


def first_decision(facts: Facts, record: Record) -> Moment:
    """When the first concern that a record carries was decided to be notified: there its clock starts."""
    carried = [concern for concern in facts.concerns() if _is_carried(facts, ConcernIn(concern, record))]
    moments = [facts.decided_at(RESPONSE, concern) for concern in carried]
    return min(moments, key=lambda moment: str(moment))


@RULES.rule("approve", cites=["qld-interpretation-act/s-38/first-day-left-out"], when=[is_notification])
def approve(facts: Facts, record: Record) -> Deadline:
    """A notification is approved within a time set by its response, from the decision to record it."""
    period = facts.look_up(APPROVAL, shortest_priority(facts, record))
    start = first_decision(facts, record)
    ends = _ENDS[facts.reading(END_OF_LAST_DAY)]
    due = facts.days.due(facts, period, start, "queensland", OFFICE, ends)
    return Deadline(act="approve", due=due, counted_from=start, modal=Modal.WILL)
