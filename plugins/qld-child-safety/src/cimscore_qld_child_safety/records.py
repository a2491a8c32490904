"""Which records are to be made, and which harm households share one."""

from __future__ import annotations

from cimscore_qld_child_safety import households, subjects
from cimscore_qld_child_safety.conditions import happened_here, is_notified, seen_from
from cimscore_qld_child_safety.questions import MORE_THAN_ONE
from cimscore_qld_child_safety.words import HARM_HOUSEHOLD, NOTIFICATION

from cimscore.rules import (
    ConcernAt,
    Facts,
    Grouping,
    Household,
    HouseholdIn,
    PersonAt,
    Record,
    Ruleset,
    TheCase,
    Topic,
    any_of,
)

RULES: Ruleset[Record] = Ruleset(Topic.RECORDS)


def is_harm_household(facts: Facts, home: Household) -> bool:
    """the household is a harm household"""
    return facts.found(households.RULES, home, HARM_HOUSEHOLD) is not None


def is_the_only_harm_household(facts: Facts, home: Household) -> bool:
    """it is the only harm household"""
    others = tuple(other for other in facts.households() if other != home)
    return not facts.some(others, is_harm_household)


def leads_its_group(facts: Facts, home: Household) -> bool:
    """it has a notification of its own, or leads those it shares one with"""
    return leader_by_grouping(facts, home) == home


def leader_by_grouping(facts: Facts, home: Household) -> Household:
    """The household that leads the group in which the senior team leader puts `home`."""
    homes = facts.households()
    each_its_own = Grouping(tuple((it,) for it in homes))
    all_in_one = Grouping((homes,))
    return facts.ask(MORE_THAN_ONE, TheCase(), among=(each_its_own, all_in_one), propose=each_its_own).leader_of(home)


leads = any_of(is_the_only_harm_household, leads_its_group)


def is_notified_here(facts: Facts, home: Household) -> bool:
    """a concern that makes it a harm household is answered by a notification"""

    def notified_here(facts: Facts, what: ConcernAt) -> bool:
        """it happened here and is answered by a notification"""
        return facts.holds(happened_here, what) and facts.holds(is_notified, what.concern)

    return facts.some(seen_from(facts, home), notified_here)


def has_a_subject(facts: Facts, home: Household) -> bool:
    """a child of the household is a subject of the concerns"""
    return facts.some((PersonAt(person, home) for person in facts.people()), is_subject_here)


def is_subject_here(facts: Facts, who: PersonAt) -> bool:
    """the person is a subject of the concerns in this household"""
    return facts.found(subjects.RULES, who) is not None


def shares_the_record(facts: Facts, what: HouseholdIn) -> bool:
    """the household is a harm household whose concerns go into this record"""
    if not facts.holds(is_harm_household, what.household):
        return False
    if what.household == what.record.of and facts.holds(leads, what.household):
        return True
    return leader_by_grouping(facts, what.household) == what.record.of


@RULES.rule(
    "one-notification",
    cites=["qld/record-notification/one-notification", "qld/record-notification/two-homes"],
    when=[is_harm_household, is_notified_here, has_a_subject, leads],
)
def one_notification(facts: Facts, home: Household) -> Record:
    """One notification for a harm household of subject children, or for those the senior team leader puts together."""
    return Record(kind=NOTIFICATION, of=home)
