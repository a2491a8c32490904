"""Whom the concerns are about, household by household."""

from __future__ import annotations

from cimscore_qld_child_safety import households
from cimscore_qld_child_safety.conditions import are_decided_to_relate, happened_here, is_child, lives_here, seen_from
from cimscore_qld_child_safety.words import HARM_HOUSEHOLD

from cimscore.rules import ConcernAt, Facts, PersonAt, Ruleset, Subject, Topic

RULES: Ruleset[Subject] = Ruleset(Topic.SUBJECTS)


def of_a_harm_household(facts: Facts, who: PersonAt) -> bool:
    """the household is a harm household"""
    return facts.found(households.RULES, who.household, HARM_HOUSEHOLD) is not None


def is_one_whom_it_is_about(facts: Facts, who: PersonAt) -> bool:
    """a concern that makes the household a harm household is about the person"""

    def about_them_here(facts: Facts, what: ConcernAt) -> bool:
        """it happened here and is about the person"""
        return facts.holds(happened_here, what) and facts.home.is_about(what.concern, who.person)

    return facts.some(seen_from(facts, who.household), about_them_here)


@RULES.rule(
    "the-concerns-are-about-them",
    cites=["qld/subject-or-other/subject-of-concerns"],
    when=[is_child, lives_here, of_a_harm_household, is_one_whom_it_is_about],
)
def concerns_about(facts: Facts, who: PersonAt) -> Subject:
    """A child of the harm household whom the concerns are about is a subject of them."""
    return Subject()


@RULES.rule(
    "concerns-decided-to-relate",
    cites=["qld/subject-or-other/also-a-subject"],
    when=[is_child, lives_here, of_a_harm_household, are_decided_to_relate],
    unless=[is_one_whom_it_is_about],
)
def decided_to_relate(facts: Facts, who: PersonAt) -> Subject:
    """A child who lives in the harm household and to whom the concerns are decided to relate is a subject too."""
    return Subject()
