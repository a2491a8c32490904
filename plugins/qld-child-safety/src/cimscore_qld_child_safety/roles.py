"""What each person is in a record, and which concerns it carries."""

from __future__ import annotations

from cimscore_qld_child_safety.conditions import happened_here, is_child, is_notified
from cimscore_qld_child_safety.questions import PROTECTIVE, RELATE
from cimscore_qld_child_safety.records import is_subject_here, shares_the_record
from cimscore_qld_child_safety.words import ChildRole

from cimscore.rules import (
    Carried,
    ConcernAt,
    ConcernIn,
    Facts,
    HouseholdIn,
    Person,
    PersonAt,
    PersonIn,
    Ruleset,
    Topic,
)

RULES: Ruleset[ChildRole] = Ruleset(Topic.ROLES)
CARRIED: Ruleset[Carried] = Ruleset(Topic.ROLES)


def is_subject_in_it(facts: Facts, who: PersonIn) -> bool:
    """the person is a subject of the concerns in a household of this record"""

    def subject_of(facts: Facts, what: HouseholdIn) -> bool:
        """the household shares the record and the person is a subject there"""
        return facts.holds(is_subject_here, PersonAt(who.person, what.household)) and facts.holds(shares_the_record, what)

    return facts.some((HouseholdIn(home, who.record) for home in facts.households()), subject_of)


def lives_in_it(facts: Facts, who: PersonIn) -> bool:
    """the person lives in a household of this record"""

    def home_of(facts: Facts, what: HouseholdIn) -> bool:
        """the person lives in the household and it shares the record"""
        return facts.home.lives_in(PersonAt(who.person, what.household)) and facts.holds(shares_the_record, what)

    return facts.some((HouseholdIn(home, who.record) for home in facts.households()), home_of)


def decided_not_to_relate(facts: Facts, who: PersonIn) -> bool:
    """it is decided that the concerns do not relate to the person in any household of the record where they live"""

    def unrelated(facts: Facts, what: HouseholdIn) -> bool:
        """the person does not live there, it does not share the record, or the concerns do not relate to them"""
        here = PersonAt(who.person, what.household)
        if not facts.home.lives_in(here) or not facts.holds(shares_the_record, what):
            return True
        return not facts.ask(RELATE, here)

    return facts.every((HouseholdIn(home, who.record) for home in facts.households()), unrelated)


def was_there_when_harm_occurred(facts: Facts, who: PersonIn) -> bool:
    """was there when harm occurred"""

    def saw(facts: Facts, what: ConcernIn) -> bool:
        """the record carries the concern and the person was present"""
        return facts.home.was_present(what.concern, who.person) and facts.holds(is_carried, what)

    return facts.some((ConcernIn(concern, who.record) for concern in facts.concerns()), saw)


def has_protective_parent(facts: Facts, who: PersonIn) -> bool:
    """has a parent able and willing to protect them"""
    return facts.ask(PROTECTIVE, who.person)


def is_parent_of_a_subject(facts: Facts, who: PersonIn) -> bool:
    """is a parent of a subject child of the record"""

    def child_of_theirs(facts: Facts, child: PersonIn) -> bool:
        """the person is their parent and they are a subject of the concerns"""
        return facts.home.is_parent(who.person, child.person) and facts.holds(is_subject_in_it, child)

    return facts.some((PersonIn(other, who.record) for other in _others(facts, who)), child_of_theirs)


def is_carried(facts: Facts, what: ConcernIn) -> bool:
    """the concern is answered by a notification and belongs to a household of this record"""

    def of_this(facts: Facts, it: HouseholdIn) -> bool:
        """it happened in the household, which shares the record"""
        return facts.holds(happened_here, ConcernAt(what.concern, it.household)) and facts.holds(shares_the_record, it)

    if not facts.some((HouseholdIn(home, what.record) for home in facts.households()), of_this):
        return False
    return facts.holds(is_notified, what.concern)


def _others(facts: Facts, who: PersonIn) -> tuple[Person, ...]:
    return tuple(person for person in facts.people() if person != who.person)


@RULES.rule("subject-child", cites=["qld/subject-or-other/subject-of-concerns"], when=[is_child, is_subject_in_it])
def subject_child(facts: Facts, who: PersonIn) -> ChildRole:
    """A child whom the concerns are about is recorded as subject child."""
    return ChildRole.SUBJECT_CHILD


@RULES.rule(
    "other-child-of-the-household",
    cites=["qld/subject-or-other/lives-there-not-concerned"],
    when=[is_child, lives_in_it, decided_not_to_relate],
    unless=[is_subject_in_it],
)
def other_child(facts: Facts, who: PersonIn) -> ChildRole:
    """A child of the harm household to whom the concerns are decided not to relate is recorded as other child."""
    return ChildRole.OTHER_CHILD


@RULES.rule(
    "visitor-with-a-protective-parent",
    cites=["qld/subject-or-other/present-not-resident"],
    when=[is_child, was_there_when_harm_occurred, has_protective_parent],
    unless=[lives_in_it, is_subject_in_it],
)
def visitor(facts: Facts, who: PersonIn) -> ChildRole:
    """Was there, does not live there, and has a parent able and willing to protect."""
    return ChildRole.OTHER_CHILD


@RULES.rule(
    "parent", cites=["qld/record-notification/event"], when=[is_parent_of_a_subject], unless=[is_subject_in_it]
)
def parent(facts: Facts, who: PersonIn) -> ChildRole:
    """A parent of a subject child is recorded as parent, wherever they live."""
    return ChildRole.PARENT


@CARRIED.rule("carried-for-its-household", cites=["qld/record-notification/one-notification"], when=[is_carried])
def carried(facts: Facts, what: ConcernIn) -> Carried:
    """A notification carries the concerns of its harm household that are answered by a notification."""
    return Carried()
