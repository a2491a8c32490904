"""Whom the concerns are about, household by household."""

from __future__ import annotations

from cimscore.rules import Facts, PersonAt, Ruleset, Subject, Topic, all_of, any_of, not_
from cimscore_qld_child_safety.conditions.concerns import counts
from cimscore_qld_child_safety.conditions.harm import (
    is_at_home_here,
    is_self_placed,
    is_unprotected_visitor_of_this_home,
)
from cimscore_qld_child_safety.conditions.parts import (
    chose_to_stay_somewhere,
    is_about_them,
    is_named_by_a_concern,
    is_unprotected,
    it_happened_here,
    lives_here,
    parts_in_every_concern,
    stays_here_by_choice,
    was_there,
    was_there_in_a_concern,
)
from cimscore_qld_child_safety.conditions.responsible import is_blamed_here_and_was_recorded
from cimscore_qld_child_safety.households import HOUSEHOLDS
from cimscore_qld_child_safety.questions import RELATE
from cimscore_qld_child_safety.readings.people import VISITOR_IN_HOST_RECORD, VisitorSubject
from cimscore_qld_child_safety.things import Part
from cimscore_qld_child_safety.words import HARM_HOUSEHOLD

SUBJECTS: Ruleset[Subject] = Ruleset(Topic.SUBJECTS)


def is_child(facts: Facts, who: PersonAt) -> bool:
    """the person is a child or an unborn child"""
    return facts.home.is_child(who.person)


def of_a_harm_household(facts: Facts, who: PersonAt) -> bool:
    """the household is a harm household"""
    return facts.found(HOUSEHOLDS, who.household, HARM_HOUSEHOLD) is not None


def it_counts(facts: Facts, part: Part) -> bool:
    """it is new, identified, and answered by a notification or a child concern report"""
    return facts.holds(counts, part.concern)


is_harmed_at_home = all_of(it_happened_here, lives_here, it_counts)


def affected_at_home(facts: Facts, part: Part) -> bool:
    """the concern is about the person, happened in this household, and they live here"""
    return facts.home.is_about(part.concern, part.person) and facts.holds(is_harmed_at_home, part)


def is_subject_of_the_own_home_too(facts: Facts, part: Part) -> bool:
    """the own home is a harm household for the same concern, and the child is a subject there alone"""
    if facts.reading(VISITOR_IN_HOST_RECORD) is VisitorSubject.BOTH:
        return False
    homes = (Part(part.person, part.concern, home) for home in facts.households())
    return facts.some(homes, is_unprotected_visitor_of_this_home)


is_harmed_on_a_visit = all_of(
    it_happened_here,
    not_(lives_here),
    not_(stays_here_by_choice),
    it_counts,
    is_unprotected,
    not_(is_subject_of_the_own_home_too),
)


def affected_on_a_visit(facts: Facts, part: Part) -> bool:
    """the concern is about the person, happened in this household, and they neither live here nor chose to stay"""
    return facts.home.is_about(part.concern, part.person) and facts.holds(is_harmed_on_a_visit, part)


affected_where_parents_live = all_of(is_self_placed, it_counts)
affected_as_a_visitor = all_of(is_unprotected_visitor_of_this_home, it_counts)
affected_outside = all_of(is_at_home_here, it_counts)
saw_it_on_a_visit = all_of(
    it_happened_here,
    not_(is_about_them),
    was_there,
    not_(lives_here),
    not_(stays_here_by_choice),
    it_counts,
    is_unprotected,
)


def the_concerns_are_about_them_at_home(facts: Facts, who: PersonAt) -> bool:
    """a concern that happened here is about the person, who lives here"""
    if not facts.holds(is_named_by_a_concern, who.person):
        return False
    return facts.some(parts_in_every_concern(facts, who), affected_at_home)


def the_concerns_are_about_them_on_a_visit(facts: Facts, who: PersonAt) -> bool:
    """a concern that happened here is about the person, who does not live here and has no parent who protects"""
    if not facts.holds(is_named_by_a_concern, who.person):
        return False
    return facts.some(parts_in_every_concern(facts, who), affected_on_a_visit)


def is_at_risk_where_they_chose_to_stay(facts: Facts, who: PersonAt) -> bool:
    """the person stays by choice where they are at risk, and the protection by their parents here is in question"""
    if not facts.holds(chose_to_stay_somewhere, who.person):
        return False
    return facts.some(parts_in_every_concern(facts, who), affected_where_parents_live)


def came_to_harm_as_a_visitor(facts: Facts, who: PersonAt) -> bool:
    """the person lives here, came to significant harm on a visit, and neither set of parents protects"""
    if not facts.holds(is_named_by_a_concern, who.person):
        return False
    return facts.some(parts_in_every_concern(facts, who), affected_as_a_visitor)


def came_to_harm_outside(facts: Facts, who: PersonAt) -> bool:
    """the person lives here, was harmed outside any household, and protection is in question here"""
    if not facts.holds(is_named_by_a_concern, who.person):
        return False
    return facts.some(parts_in_every_concern(facts, who), affected_outside)


is_named = any_of(
    the_concerns_are_about_them_at_home,
    the_concerns_are_about_them_on_a_visit,
    is_at_risk_where_they_chose_to_stay,
    came_to_harm_as_a_visitor,
    came_to_harm_outside,
)


def is_resident(facts: Facts, who: PersonAt) -> bool:
    """the person lives in the household, full-time or part-time"""
    return facts.home.lives_in(who)


def was_there_unprotected(facts: Facts, who: PersonAt) -> bool:
    """the person was there on a visit when it happened and has no parent who protects"""
    if not facts.holds(was_there_in_a_concern, who.person):
        return False
    return facts.some(parts_in_every_concern(facts, who), saw_it_on_a_visit)


def is_decided_to_relate(facts: Facts, who: PersonAt) -> bool:
    """it is decided that the concerns relate to the person too"""
    return facts.ask(RELATE, who)


@SUBJECTS.rule(
    "the-concerns-are-about-them",
    cites=["qld/subject-or-other/subject-of-concerns"],
    when=[of_a_harm_household, the_concerns_are_about_them_at_home, is_child],
)
def concerns_about(facts: Facts, who: PersonAt) -> Subject:
    """A child of the harm household whom the concerns are about is a subject of them."""
    return Subject()


@SUBJECTS.rule(
    "unprotected-on-a-visit",
    cites=["qld/subject-or-other/subject-of-concerns", "qld/subject-or-other/present-not-resident"],
    when=[of_a_harm_household, the_concerns_are_about_them_on_a_visit, is_child],
)
def unprotected_on_a_visit(facts: Facts, who: PersonAt) -> Subject:
    """A child harmed where they do not live, with no parent who protects, is a subject of the concerns there."""
    return Subject()


@SUBJECTS.rule(
    "self-placed",
    cites=["qld/subject-or-other/subject-of-concerns", "qld/subject-or-other/self-placed-harm-household"],
    when=[of_a_harm_household, is_at_risk_where_they_chose_to_stay, is_child],
)
def self_placed(facts: Facts, who: PersonAt) -> Subject:
    """A young person at risk where they chose to stay is a subject of the concerns in the parents' household."""
    return Subject()


@SUBJECTS.rule(
    "visitor-at-home",
    cites=["qld/subject-or-other/subject-of-concerns", "qld/record-notification/visiting-child"],
    when=[of_a_harm_household, came_to_harm_as_a_visitor, is_child],
)
def visitor_at_home(facts: Facts, who: PersonAt) -> Subject:
    """A visiting child whose own home is a harm household because of them is a subject of the concerns there."""
    return Subject()


@SUBJECTS.rule(
    "harmed-outside",
    cites=["qld/subject-or-other/subject-of-concerns"],
    when=[of_a_harm_household, came_to_harm_outside, is_child],
)
def harmed_outside(facts: Facts, who: PersonAt) -> Subject:
    """A child harmed outside any household is a subject of the concerns in their own home."""
    return Subject()


@SUBJECTS.rule(
    "concerns-decided-to-relate",
    cites=["qld/subject-or-other/also-a-subject"],
    when=[of_a_harm_household, any_of(is_resident, was_there_unprotected), is_child, is_decided_to_relate],
    unless=[is_named, is_blamed_here_and_was_recorded],
)
def decided_to_relate(facts: Facts, who: PersonAt) -> Subject:
    """A child who lives in the harm household and to whom the concerns are decided to relate is a subject too."""
    return Subject()
