"""Which households are harm households, and on which ground."""

from __future__ import annotations

from cimscore.rules import Facts, Household, HouseholdRole, Ruleset, Topic
from cimscore_qld_child_safety.conditions.concerns import seen_from
from cimscore_qld_child_safety.conditions.harm import by_home, by_parents, by_place, by_visitor
from cimscore_qld_child_safety.words import HARM_HOUSEHOLD

HOUSEHOLDS: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)


def a_concern_happened_here(facts: Facts, home: Household) -> bool:
    """harm or risk of harm happened in this household to someone who did not just choose to stay here"""
    return facts.some(seen_from(facts, home), by_place)


def a_self_placed_young_person_has_parents_here(facts: Facts, home: Household) -> bool:
    """a young person stays by choice where they are at risk, and the protection by their parents here is in question"""
    return facts.some(seen_from(facts, home), by_parents)


def an_unprotected_visitor_lives_here(facts: Facts, home: Household) -> bool:
    """a child of this household came to significant harm on a visit, and neither set of parents protects"""
    return facts.some(seen_from(facts, home), by_visitor)


def a_child_harmed_outside_lives_here(facts: Facts, home: Household) -> bool:
    """a child of this household was harmed outside any household, and protection is in question here"""
    return facts.some(seen_from(facts, home), by_home)


@HOUSEHOLDS.rule(
    "where-it-happened",
    cites=["qld/subject-or-other/lives-there-not-concerned", "qld/subject-or-other/present-not-resident"],
    when=[a_concern_happened_here],
)
def where_it_happened(facts: Facts, home: Household) -> HouseholdRole:
    """A household in which the harm or the risk of it happened is a harm household."""
    return HouseholdRole(HARM_HOUSEHOLD)


@HOUSEHOLDS.rule(
    "parents-of-a-self-placed-young-person",
    cites=["qld/subject-or-other/self-placed", "qld/subject-or-other/self-placed-harm-household"],
    when=[a_self_placed_young_person_has_parents_here],
)
def parents_of_self_placed(facts: Facts, home: Household) -> HouseholdRole:
    """For a young person who chooses to stay where they are at risk, the parents' home is the harm household."""
    return HouseholdRole(HARM_HOUSEHOLD)


@HOUSEHOLDS.rule(
    "visitors-own-home",
    cites=["qld/record-notification/visiting-child"],
    when=[an_unprotected_visitor_lives_here],
)
def visitors_own_home(facts: Facts, home: Household) -> HouseholdRole:
    """The own home of a child significantly harmed on a visit, where neither set of parents protects."""
    return HouseholdRole(HARM_HOUSEHOLD)


@HOUSEHOLDS.rule(
    "home-of-a-child-harmed-outside",
    cites=["qld/subject-or-other/subject-of-concerns", "qld/record-notification/one-notification"],
    when=[a_child_harmed_outside_lives_here],
)
def home_of_child(facts: Facts, home: Household) -> HouseholdRole:
    """The home of a child who was harmed outside any household of the case, where their protection is in question."""
    return HouseholdRole(HARM_HOUSEHOLD)
