"""How soon an investigation has to start, by the concerns that a record carries, and when that was decided."""

from __future__ import annotations

from cimscore.case import Moment
from cimscore.rules import ConcernIn, EarlierRecord, Facts, Record, all_of
from cimscore_qld_child_safety.conditions.concerns import is_notified
from cimscore_qld_child_safety.questions import PRIORITY, PRIORITY_OF_RECORD, RESPONSE
from cimscore_qld_child_safety.roles import CARRIED
from cimscore_qld_child_safety.things import made_of
from cimscore_qld_child_safety.words import Priority


def is_carried(facts: Facts, what: ConcernIn) -> bool:
    """the record carries the concern"""
    return facts.found(CARRIED, what) is not None


def it_is_notified(facts: Facts, what: ConcernIn) -> bool:
    """the concern is answered by a notification"""
    return facts.holds(is_notified, what.concern)


def has_a_24_hour_response(facts: Facts, what: ConcernIn) -> bool:
    """the concern has a 24-hour response"""
    return facts.ask(PRIORITY, what.concern) is Priority.HOURS_24


def has_a_5_day_response(facts: Facts, what: ConcernIn) -> bool:
    """the concern has a 5-day response"""
    return facts.ask(PRIORITY, what.concern) is Priority.DAYS_5


starts_the_clock = all_of(is_carried, it_is_notified)
within_24_hours = all_of(is_carried, it_is_notified, has_a_24_hour_response)
within_5_days = all_of(is_carried, it_is_notified, has_a_5_day_response)


def concerns_in(facts: Facts, record: Record) -> tuple[ConcernIn, ...]:
    """Every concern of the case, as seen from a record."""
    return tuple(ConcernIn(concern, record) for concern in facts.concerns())


def is_to_start_within_24_hours(facts: Facts, record: Record) -> bool:
    """a concern that it carries has a 24-hour response"""
    return facts.some(concerns_in(facts, record), within_24_hours)


def shortest_priority(facts: Facts, concerns: tuple[ConcernIn, ...]) -> Priority:
    """The shortest response priority of several concerns; one 24-hour response ends the search."""
    if facts.some(concerns, within_24_hours):
        return Priority.HOURS_24
    return Priority.DAYS_5 if facts.some(concerns, within_5_days) else Priority.DAYS_10


def has_not_commenced(facts: Facts, record: Record) -> bool:
    """the investigation to which the concerns are added has not started yet"""
    return not facts.has_moved(made_of(record, EarlierRecord), "commence")


def has_another_priority(facts: Facts, record: Record) -> bool:
    """the new response priority differs from that of the investigation"""
    first = facts.ask(PRIORITY_OF_RECORD, made_of(record, EarlierRecord))
    return shortest_priority(facts, concerns_in(facts, record)) is not first


def decided_priorities(facts: Facts, record: Record) -> tuple[tuple[Priority, Moment], ...]:
    """The shortest priority of the notified concerns that a record carries, for each moment of decision."""
    counted = [what for what in concerns_in(facts, record) if facts.holds(starts_the_clock, what)]
    decided: dict[Moment, list[ConcernIn]] = {}
    for what in counted:
        decided.setdefault(facts.decided_at(RESPONSE, what.concern), []).append(what)
    return tuple((shortest_priority(facts, tuple(those)), moment) for moment, those in decided.items())


def first_decision(facts: Facts, record: Record) -> Moment:
    """When the first notified concern that a record carries was decided on."""
    counted = [what for what in concerns_in(facts, record) if facts.holds(starts_the_clock, what)]
    return facts.days.first_of(tuple(facts.decided_at(RESPONSE, what.concern) for what in counted))
