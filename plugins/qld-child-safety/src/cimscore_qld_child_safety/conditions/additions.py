"""New concerns and what is on file: which of them are added to an open investigation."""

from __future__ import annotations

from cimscore.rules import Concern, ConcernAt, EarlierRecord, Facts, Person, PersonAt, all_of, not_
from cimscore_qld_child_safety.conditions.concerns import counts, is_notified
from cimscore_qld_child_safety.conditions.harm import reaches
from cimscore_qld_child_safety.conditions.responsible import is_a_subject_child_of, originals
from cimscore_qld_child_safety.questions import FAMILY_MOVED, SECOND_NOTIFICATION
from cimscore_qld_child_safety.readings.records import (
    PREVIOUS_HOUSEHOLD,
    SECOND_NOTIFICATION_SITUATIONS,
    Joined,
    PreviousHousehold,
)
from cimscore_qld_child_safety.things import Addition
from cimscore_qld_child_safety.words import ORIGINALS


def is_an_open_investigation(facts: Facts, record: EarlierRecord) -> bool:
    """an investigation and assessment is open"""
    return facts.kind_of(record) in ORIGINALS and not facts.has_moved(record, "close")


def it_is_open(facts: Facts, addition: Addition) -> bool:
    """the investigation and assessment is open"""
    return facts.holds(is_an_open_investigation, addition.record)


def its_subjects(facts: Facts, addition: Addition) -> tuple[Person, ...]:
    """The subject children of a record on file."""
    return tuple(it for it in facts.people() if is_a_subject_child_of(facts, it, addition.record))


def is_about_its_subject(facts: Facts, addition: Addition) -> bool:
    """the new concern is about a subject child of the investigation"""
    return any(facts.home.is_about(addition.concern, it) for it in its_subjects(facts, addition))


def blames_its_subject(facts: Facts, addition: Addition) -> bool:
    """a subject child of the investigation is now said to be responsible for harm to another child"""
    blamed = [it for it in its_subjects(facts, addition) if it in facts.home.responsible(addition.concern)]
    return any(_is_about_another_child(facts, addition.concern, it) for it in blamed)


def _is_about_another_child(facts: Facts, concern: Concern, person: Person) -> bool:
    others = (other for other in facts.people() if other != person)
    return any(facts.home.is_about(concern, other) and facts.home.is_child(other) for other in others)


def the_addition_counts(facts: Facts, addition: Addition) -> bool:
    """the new concern is identified, no duplicate, and answered by a notification or a child concern report"""
    return facts.holds(counts, addition.concern)


def it_is_notified(facts: Facts, addition: Addition) -> bool:
    """the new concern is answered by a notification"""
    return facts.holds(is_notified, addition.concern)


def is_of_a_previous_household(facts: Facts, addition: Addition) -> bool:
    """the investigation is about a previous household, with another parent or carer"""
    home = facts.household_of(addition.record)
    if facts.holds(reaches, ConcernAt(addition.concern, home)):
        return False
    if facts.reading(PREVIOUS_HOUSEHOLD) is PreviousHousehold.ANY_OTHER:
        return True
    concerned = [it for it in its_subjects(facts, addition) if facts.home.is_about(addition.concern, it)]
    return any(not facts.home.lives_in(PersonAt(it, home)) for it in concerned)


def is_complete(facts: Facts, addition: Addition) -> bool:
    """the investigation is complete and awaits write-up or approval"""
    return facts.has_moved(addition.record, "complete")


def has_moved_away(facts: Facts, addition: Addition) -> bool:
    """the family has moved for good to another area"""
    return facts.ask(FAMILY_MOVED, addition.record)


is_complete_and_moved = all_of(is_complete, has_moved_away)


def a_second_is_a_choice(facts: Facts, addition: Addition) -> bool:
    """the page lists the situation as one in which a second notification is a choice"""
    situations = (is_of_a_previous_household, is_complete_and_moved)
    if facts.reading(SECOND_NOTIFICATION_SITUATIONS) is Joined.EITHER:
        return facts.any_holds(situations, addition)
    return facts.all_hold(situations, addition)


def a_second_is_decided(facts: Facts, addition: Addition) -> bool:
    """a second notification is decided on in place of additional concerns"""
    return facts.ask(SECOND_NOTIFICATION, addition.record)


second_instead = all_of(it_is_notified, a_second_is_a_choice, a_second_is_decided)
adds_to = all_of(it_is_open, is_about_its_subject, the_addition_counts, not_(blames_its_subject), not_(second_instead))
"""A new concern is added to an open investigation."""


def is_added(facts: Facts, concern: Concern) -> bool:
    """the concern is added to an open investigation"""
    return facts.some((Addition(concern, record) for record in originals(facts)), adds_to)


is_not_added = not_(is_added)
