"""Conditions that several topics share. Each sentence completes "applies when …"."""

from __future__ import annotations

from cimscore_qld_child_safety.questions import RELATE, RESPONSE
from cimscore_qld_child_safety.words import Response

from cimscore.rules import Concern, ConcernAt, Facts, Household, PersonAt, PersonIn


def happened_here(facts: Facts, what: ConcernAt) -> bool:
    """it happened in this household"""
    return facts.home.happened_in(what.concern, what.household)


def is_child(facts: Facts, who: PersonAt | PersonIn) -> bool:
    """the person is a child or an unborn child"""
    return facts.home.is_child(who.person)


def lives_here(facts: Facts, who: PersonAt) -> bool:
    """the person lives in the household, full-time or part-time"""
    return facts.home.lives_in(who)


def is_notified(facts: Facts, concern: Concern) -> bool:
    """the concern is answered by a notification"""
    return facts.ask(RESPONSE, concern) is Response.NOTIFICATION


def are_decided_to_relate(facts: Facts, who: PersonAt) -> bool:
    """it is decided that the concerns relate to the person too"""
    return facts.ask(RELATE, who)


def seen_from(facts: Facts, home: Household) -> tuple[ConcernAt, ...]:
    """Every concern of the case, as seen from a household."""
    return tuple(ConcernAt(concern, home) for concern in facts.concerns())
