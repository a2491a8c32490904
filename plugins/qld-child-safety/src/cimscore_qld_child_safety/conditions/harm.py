"""On which grounds a concern makes a household a harm household: not merely that it happened there."""

from __future__ import annotations

from cimscore.case import ConcernKind
from cimscore.rules import ConcernAt, Facts, Household, Person, PersonAt, all_of, any_of, not_
from cimscore_qld_child_safety.conditions.concerns import counts, happened_here
from cimscore_qld_child_safety.conditions.parts import (
    chose_to_stay_somewhere,
    chose_to_stay_where_it_happened,
    concerns_them,
    is_a_child,
    is_about_them,
    is_unprotected,
    it_happened_here,
    it_happened_outside,
    lives_here,
    parts_of_everyone,
    stays_here_by_choice,
    visited_where_it_happened,
    where_it_happened,
)
from cimscore_qld_child_safety.questions import WHOSE_PROTECTION
from cimscore_qld_child_safety.readings.people import VISITORS_OWN_HOME, VisitorsHome
from cimscore_qld_child_safety.things import Part

is_about_someone_not_there_by_choice = all_of(is_about_them, not_(stays_here_by_choice))


def touches_more_than_the_self_placed(facts: Facts, what: ConcernAt) -> bool:
    """it is about someone who did not just choose to stay in this household"""
    return facts.some(parts_of_everyone(facts, what.concern, what.household), is_about_someone_not_there_by_choice)


def has_a_parent_here(facts: Facts, part: Part) -> bool:
    """a parent of the person lives in the household"""
    return facts.home.has_parent_in(part.who)


def parents_homes(facts: Facts, child: Person) -> tuple[Household, ...]:
    """The households in which a parent of the child lives."""
    return tuple(home for home in facts.households() if facts.home.has_parent_in(PersonAt(child, home)))


def parents_here_are_in_question(facts: Facts, part: Part) -> bool:
    """it is the parents of this household whose protection is in question"""
    return _is_in_question(facts, part, parents_homes(facts, part.person))


def this_home_is_in_question(facts: Facts, part: Part) -> bool:
    """it is in this home of theirs that protection is in question"""
    homes = tuple(home for home in facts.households() if facts.home.lives_in(PersonAt(part.person, home)))
    return _is_in_question(facts, part, homes)


def _is_in_question(facts: Facts, part: Part, homes: tuple[Household, ...]) -> bool:
    """Whether it is this one of several households; where there is only one, nothing is asked."""
    if homes == (part.household,):
        return True
    return facts.ask(WHOSE_PROTECTION, part.person, among=homes) == part.household


def is_significant(facts: Facts, part: Part) -> bool:
    """the harm is significant"""
    return facts.home.kind(part.concern) is ConcernKind.SIGNIFICANT_HARM


def its_concern_counts(facts: Facts, part: Part) -> bool:
    """the concern is new, identified, and answered by a notification or a child concern report"""
    return facts.holds(counts, part.concern)


is_significantly_harmed_at_home = all_of(it_happened_here, is_about_them, is_a_child, lives_here, is_significant)
is_unprotected_resident = all_of(is_significantly_harmed_at_home, its_concern_counts, is_unprotected)


def hosts_do_not_protect(facts: Facts, part: Part) -> bool:
    """a child who lives where it happened came to significant harm there too, and has no parent who protects"""
    hosted = [
        other
        for home in where_it_happened(facts, part.concern)
        for concern in facts.concerns()
        for other in parts_of_everyone(facts, concern, home)
        if other.person != part.person
    ]
    return facts.some(hosted, is_unprotected_resident)


def is_as_in_the_example(facts: Facts, part: Part) -> bool:
    """the harm is significant and neither set of parents protects"""
    if facts.reading(VISITORS_OWN_HOME) is VisitorsHome.WHENEVER_UNPROTECTED:
        return True
    return facts.all_hold((is_significant, hosts_do_not_protect), part)


# Three ways in which a concern reaches the home of a person it is about, though it did not happen there.

is_at_risk_by_choice = all_of(
    chose_to_stay_where_it_happened, is_a_child, concerns_them, has_a_parent_here, parents_here_are_in_question
)


def is_self_placed(facts: Facts, part: Part) -> bool:
    """the person chose to stay where they are at risk, and the protection by their parents here is in question"""
    return facts.holds(chose_to_stay_somewhere, part.person) and facts.holds(is_at_risk_by_choice, part)


is_harmed_as_a_visitor = all_of(lives_here, is_a_child, visited_where_it_happened, is_as_in_the_example, is_unprotected)
is_harmed_outside = all_of(it_happened_outside, lives_here, is_a_child, this_home_is_in_question)


def is_unprotected_visitor_of_this_home(facts: Facts, part: Part) -> bool:
    """the person lives here, came to significant harm on a visit, and neither set of parents protects"""
    return facts.home.is_about(part.concern, part.person) and facts.holds(is_harmed_as_a_visitor, part)


def is_at_home_here(facts: Facts, part: Part) -> bool:
    """the person lives here, was harmed outside any household, and protection is in question here"""
    return facts.home.is_about(part.concern, part.person) and facts.holds(is_harmed_outside, part)


def reaches_parents_of_the_self_placed(facts: Facts, what: ConcernAt) -> bool:
    """a young person stays by choice where they are at risk, and the protection by their parents here is in question"""
    return facts.some(parts_of_everyone(facts, what.concern, what.household), is_self_placed)


def reaches_a_visitors_home(facts: Facts, what: ConcernAt) -> bool:
    """a child of this household came to significant harm on a visit, and neither set of parents protects"""
    return facts.some(parts_of_everyone(facts, what.concern, what.household), is_unprotected_visitor_of_this_home)


def reaches_a_childs_home(facts: Facts, what: ConcernAt) -> bool:
    """a child of this household was harmed outside any household, and protection is in question here"""
    return facts.some(parts_of_everyone(facts, what.concern, what.household), is_at_home_here)


happened_to_someone_here = all_of(happened_here, touches_more_than_the_self_placed)


def it_counts(facts: Facts, what: ConcernAt) -> bool:
    """it is new, identified, and answered by a notification or a child concern report"""
    return facts.holds(counts, what.concern)


by_place = all_of(happened_to_someone_here, it_counts)
by_parents = all_of(reaches_parents_of_the_self_placed, it_counts)
by_visitor = all_of(reaches_a_visitors_home, it_counts)
by_home = all_of(reaches_a_childs_home, it_counts)

reaches = any_of(by_place, by_parents, by_visitor, by_home)
"""A concern makes a household a harm household, on any ground."""
