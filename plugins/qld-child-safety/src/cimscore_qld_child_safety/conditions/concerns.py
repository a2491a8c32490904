"""What a concern is: new, identified, and which response it gets."""

from __future__ import annotations

from cimscore.rules import Concern, ConcernAt, Facts, Household, TheCase, all_of, any_of
from cimscore_qld_child_safety.questions import ATTEMPTS_FAILED, DUPLICATE_OF, IDENTIFIABLE, RESPONSE
from cimscore_qld_child_safety.readings.records import NOTHING_TO_LINK_BY, Joined
from cimscore_qld_child_safety.words import NO_DUPLICATE, Response


def is_new(facts: Facts, concern: Concern) -> bool:
    """the concern is new, not a duplicate of what is on record"""
    return facts.ask(DUPLICATE_OF, concern) == NO_DUPLICATE


def is_duplicate(facts: Facts, concern: Concern) -> bool:
    """the concern is a duplicate of what is on record of the same incident"""
    return facts.ask(DUPLICATE_OF, concern) != NO_DUPLICATE


def is_notified(facts: Facts, concern: Concern) -> bool:
    """the concern is answered by a notification"""
    return facts.ask(RESPONSE, concern) is Response.NOTIFICATION


def is_reported(facts: Facts, concern: Concern) -> bool:
    """the concern is answered by a child concern report"""
    return facts.ask(RESPONSE, concern) is Response.CHILD_CONCERN_REPORT


def is_an_enquiry(facts: Facts, concern: Concern) -> bool:
    """the concern is answered by an intake enquiry"""
    return facts.ask(RESPONSE, concern) is Response.INTAKE_ENQUIRY


def is_limited(facts: Facts, concern: Concern) -> bool:
    """the concern gets a limited intake response"""
    return facts.ask(RESPONSE, concern) is Response.LIMITED_INTAKE


is_weighed = any_of(is_notified, is_reported)


def nothing_links_it(facts: Facts, case: TheCase) -> bool:
    """nothing is known by which the concerns could be linked to the child and family"""
    return not facts.ask(IDENTIFIABLE, case)


def attempts_failed(facts: Facts, case: TheCase) -> bool:
    """the attempts to learn who the child and family are have failed"""
    return facts.ask(ATTEMPTS_FAILED, case)


def is_unidentified(facts: Facts, case: TheCase) -> bool:
    """the child and family are not identified, so that nothing is recorded in ICMS"""
    if not facts.holds(nothing_links_it, case):
        return False
    return facts.reading(NOTHING_TO_LINK_BY) is Joined.EITHER or facts.holds(attempts_failed, case)


def is_identified(facts: Facts, concern: Concern) -> bool:
    """the child and family are identified well enough to record the concern in ICMS"""
    return not facts.holds(is_unidentified, TheCase())


counts = all_of(is_new, is_identified, is_weighed)
"""A concern that makes an event: new, identified, and answered by a notification or a child concern report."""


def happened_here(facts: Facts, what: ConcernAt) -> bool:
    """it happened in this household"""
    return facts.home.happened_in(what.concern, what.household)


def seen_from(facts: Facts, home: Household) -> tuple[ConcernAt, ...]:
    """Every concern of the case, as seen from a household."""
    return tuple(ConcernAt(concern, home) for concern in facts.concerns())
