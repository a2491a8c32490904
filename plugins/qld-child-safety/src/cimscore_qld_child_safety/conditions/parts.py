"""A person's part in a concern: whom it is about, who visited, who chose to stay, who is protected."""

from __future__ import annotations

from cimscore.rules import Concern, Facts, Household, Person, PersonAt, any_of, not_
from cimscore_qld_child_safety.questions import PROTECTIVE, RELATE
from cimscore_qld_child_safety.things import Part


def is_a_child(facts: Facts, part: Part) -> bool:
    """the person is a child or an unborn child"""
    return facts.home.is_child(part.person)


def is_about_them(facts: Facts, part: Part) -> bool:
    """the concern is about the person"""
    return facts.home.is_about(part.concern, part.person)


def lives_here(facts: Facts, part: Part) -> bool:
    """the person lives in the household, full-time or part-time"""
    return facts.home.lives_in(part.who)


def stays_here_by_choice(facts: Facts, part: Part) -> bool:
    """the person stays in the household by their own choice"""
    return facts.home.stays_by_choice(part.who)


def it_happened_here(facts: Facts, part: Part) -> bool:
    """it happened in this household"""
    return facts.home.happened_in(part.concern, part.household)


def it_happened_outside(facts: Facts, part: Part) -> bool:
    """it happened in none of the households of the case"""
    return facts.home.happened_elsewhere(part.concern)


def was_there(facts: Facts, part: Part) -> bool:
    """the person was there when it happened"""
    return facts.home.was_present(part.concern, part.person)


def has_a_protective_parent(facts: Facts, part: Part) -> bool:
    """a parent of the person is able and willing to keep them safe from now on"""
    return facts.ask(PROTECTIVE, part.person)


is_unprotected = not_(has_a_protective_parent)


def where_it_happened(facts: Facts, concern: Concern) -> tuple[Household, ...]:
    """The household in which it happened; none when that was elsewhere."""
    return tuple(home for home in facts.households() if facts.home.happened_in(concern, home))


def visited_where_it_happened(facts: Facts, part: Part) -> bool:
    """the person was harmed in another household, where they neither live nor chose to stay"""
    places = [PersonAt(part.person, home) for home in where_it_happened(facts, part.concern)]
    return any(not facts.home.lives_in(who) and not facts.home.stays_by_choice(who) for who in places)


def chose_to_stay_where_it_happened(facts: Facts, part: Part) -> bool:
    """the person chose to stay in the household in which it happened"""
    places = where_it_happened(facts, part.concern)
    return any(facts.home.stays_by_choice(PersonAt(part.person, home)) for home in places)


def is_decided_to_concern_them(facts: Facts, part: Part) -> bool:
    """it is decided that the concerns relate to the person where they chose to stay"""
    places = where_it_happened(facts, part.concern)
    return any(facts.ask(RELATE, PersonAt(part.person, home)) for home in places)


concerns_them = any_of(is_about_them, is_decided_to_concern_them)


def parts_of_everyone(facts: Facts, concern: Concern, home: Household) -> tuple[Part, ...]:
    """Everyone's part in a concern, as seen from a household."""
    return tuple(Part(person, concern, home) for person in facts.people())


def parts_in_every_concern(facts: Facts, who: PersonAt) -> tuple[Part, ...]:
    """One person's part in every concern, as seen from a household."""
    return tuple(Part(who.person, concern, who.household) for concern in facts.concerns())


# Asked of a person before their part in each concern: most people have none, and this is remembered.


def is_named_by_a_concern(facts: Facts, person: Person) -> bool:
    """a concern is about the person"""

    def names_them(facts: Facts, concern: Concern) -> bool:
        """the concern is about the person"""
        return facts.home.is_about(concern, person)

    return facts.some(facts.concerns(), names_them)


def was_there_in_a_concern(facts: Facts, person: Person) -> bool:
    """the person was there when something happened"""

    def saw_it(facts: Facts, concern: Concern) -> bool:
        """the person was there when it happened"""
        return facts.home.was_present(concern, person)

    return facts.some(facts.concerns(), saw_it)


def chose_to_stay_somewhere(facts: Facts, person: Person) -> bool:
    """the person stays in some household by their own choice"""

    def by_choice(facts: Facts, home: Household) -> bool:
        """the person stays in the household by their own choice"""
        return facts.home.stays_by_choice(PersonAt(person, home))

    return facts.some(facts.households(), by_choice)
