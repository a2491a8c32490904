"""Concerns below the threshold: noted during ongoing intervention, or combined with a report not approved yet."""

from __future__ import annotations

from cimscore.rules import Concern, ConcernAt, EarlierRecord, Facts, Person, all_of, any_of, not_
from cimscore_qld_child_safety.conditions.additions import is_not_added
from cimscore_qld_child_safety.conditions.concerns import counts, is_reported
from cimscore_qld_child_safety.conditions.harm import reaches
from cimscore_qld_child_safety.conditions.responsible import is_a_subject_child_of
from cimscore_qld_child_safety.questions import COMBINE_REPORTS
from cimscore_qld_child_safety.readings.records import PENDING_REPORT, PendingReport
from cimscore_qld_child_safety.things import Addition
from cimscore_qld_child_safety.words import Kind, Together


def has_open_intervention(facts: Facts, person: Person) -> bool:
    """an ongoing intervention is open for the person, who is recorded in it as subject child"""
    theirs = [it for it in facts.earlier_records(Kind.INTERVENTION) if is_a_subject_child_of(facts, person, it)]
    return any(not facts.has_moved(it, "close") for it in theirs)


def is_about_a_child_in_intervention(facts: Facts, concern: Concern) -> bool:
    """the concern is about a child for whom an ongoing intervention is open"""
    return any(facts.home.is_about(concern, it) and facts.holds(has_open_intervention, it) for it in facts.people())


def is_about_a_child_without_intervention(facts: Facts, concern: Concern) -> bool:
    """the concern is about a child, too, for whom no ongoing intervention is open"""
    children = [it for it in facts.people() if facts.home.is_about(concern, it) and facts.home.is_child(it)]
    return any(not facts.holds(has_open_intervention, it) for it in children)


is_noted = all_of(is_reported, counts, is_about_a_child_in_intervention, is_not_added)
"""A concern below the threshold during ongoing intervention goes into a case note."""
is_left_to_report = any_of(not_(is_noted), is_about_a_child_without_intervention)


def is_pending(facts: Facts, record: EarlierRecord) -> bool:
    """a child concern report is recorded and not approved yet"""
    if facts.kind_of(record) != Kind.REPORT:
        return False
    return not facts.has_moved(record, "approve") and not facts.has_moved(record, "close")


def it_is_pending(facts: Facts, addition: Addition) -> bool:
    """the child concern report on file is not approved yet"""
    return facts.holds(is_pending, addition.record)


def it_is_reported(facts: Facts, addition: Addition) -> bool:
    """the new concern is answered by a child concern report of its own"""
    return facts.all_hold((is_reported, counts, is_not_added, is_left_to_report), addition.concern)


def is_about_the_same_child(facts: Facts, addition: Addition) -> bool:
    """a child whom the new concern is about is recorded in it"""
    recorded = [it for it in facts.people() if facts.recorded_as(it, addition.record)]
    return any(facts.home.is_about(addition.concern, it) for it in recorded)


def is_about_the_same_household(facts: Facts, addition: Addition) -> bool:
    """it is about a household that the new concern makes a harm household"""
    if facts.reading(PENDING_REPORT) is PendingReport.CHILD:
        return False
    return facts.holds(reaches, ConcernAt(addition.concern, facts.household_of(addition.record)))


def is_decided_to_combine(facts: Facts, addition: Addition) -> bool:
    """it is agreed to combine the two"""
    return facts.ask(COMBINE_REPORTS, addition.record, propose=Together.SEPARATE) is Together.COMBINE


meets_a_pending_report = all_of(
    it_is_pending, any_of(is_about_the_same_child, is_about_the_same_household), it_is_reported
)
combines_with = all_of(meets_a_pending_report, is_decided_to_combine)


def is_combined(facts: Facts, concern: Concern) -> bool:
    """the concern is combined with a report not approved yet"""
    pending = (Addition(concern, record) for record in facts.earlier_records(Kind.REPORT))
    return facts.some(pending, combines_with)


goes_to_a_report = all_of(is_reported, is_not_added, is_left_to_report, not_(is_combined))
"""A concern gets a child concern report of its own."""
