"""Placement households: where a client in out-of-home care lives."""

from __future__ import annotations

from itertools import combinations

from cimscore.rules import Concern, Facts, Household, HouseholdRole, Person, PersonAt, Ruleset, TheCase, Topic
from cimscore_vic_cims.questions.households import IS_PLACEMENT
from cimscore_vic_cims.questions.provider import SERVICE
from cimscore_vic_cims.words import PLACEMENT, Service

RULES: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)


def is_a_service_with_placements(facts: Facts, home: Household) -> bool:
    """the service is out-of-home care or child protection"""
    return places_clients(facts)


def places_clients(facts: Facts) -> bool:
    """Whether clients of the service live in placements."""
    return facts.ask(SERVICE, TheCase()) in (Service.OUT_OF_HOME_CARE, Service.CHILD_PROTECTION)


def is_home_of_a_client(facts: Facts, home: Household) -> bool:
    """a client whom an incident affected lives there"""

    def lives_here_and_is_affected(facts: Facts, person: Person) -> bool:
        """the person lives there, and an incident affected them"""
        return facts.holds(is_affected, person) and facts.home.lives_in(PersonAt(person, home))

    return facts.some(facts.people(), lives_here_and_is_affected)


def is_affected(facts: Facts, person: Person) -> bool:
    """an incident is about the person"""

    def is_about_the_person(facts: Facts, concern: Concern) -> bool:
        """it is about the person"""
        return facts.home.is_about(concern, person)

    return facts.some(facts.concerns(), is_about_the_person)


def is_approved(facts: Facts, home: Household) -> bool:
    """it is a placement that Child Protection approved"""
    return facts.ask(IS_PLACEMENT, home)


def is_placement(facts: Facts, home: Household) -> bool:
    """it is a placement household"""
    return facts.found(RULES, home, PLACEMENT) is not None


def lives_in_two_placements(facts: Facts, person: Person) -> bool:
    """the client lives in two placements"""

    def shares_both(facts: Facts, pair: tuple[Household, Household]) -> bool:
        """both households are placements in which the client lives"""
        return all(facts.home.lives_in(PersonAt(person, home)) for home in pair) and all(
            facts.holds(is_placement, home) for home in pair
        )

    return facts.some(combinations(facts.households(), 2), shares_both)


@RULES.rule(
    "placement",
    cites=["vic/scope/out-of-home-care", "vic-child-protection-manual/definitions/child-protection-scope"],
    when=[is_a_service_with_placements, is_home_of_a_client, is_approved],
)
def placement(facts: Facts, home: Household) -> HouseholdRole:
    """The household in which a client in care lives, approved as a placement."""
    return HouseholdRole(PLACEMENT)
