"""Notifications: one for a harm household, more where a child has two homes, and events of a child's own."""

from __future__ import annotations

from cimscore.rules import Concern, ConcernAt, Facts, Household, PersonAt, Record, Ruleset, Topic, all_of
from cimscore_qld_child_safety.conditions.carriage import has_a_notified_concern, is_notified_alone, leads
from cimscore_qld_child_safety.conditions.concerns import is_duplicate
from cimscore_qld_child_safety.conditions.events import is_subject, is_the_infant, is_the_recorded, is_the_responsible
from cimscore_qld_child_safety.conditions.harm import reaches_a_visitors_home
from cimscore_qld_child_safety.conditions.parts import where_it_happened
from cimscore_qld_child_safety.households import HOUSEHOLDS
from cimscore_qld_child_safety.things import Event
from cimscore_qld_child_safety.words import HARM_HOUSEHOLD, Kind

RULES: Ruleset[Record] = Ruleset(Topic.RECORDS)


def is_harm_household(facts: Facts, home: Household) -> bool:
    """the household is a harm household"""
    return facts.found(HOUSEHOLDS, home, HARM_HOUSEHOLD) is not None


def is_notified_here(facts: Facts, home: Household) -> bool:
    """a concern that belongs to its children in common is answered by a notification"""
    return facts.holds(has_a_notified_concern, Event(home))


def leads_its_notification(facts: Facts, home: Household) -> bool:
    """it is the only household to be notified, or leads those it shares a notification with"""
    return facts.holds(leads, Event(home))


def lives_in_another_harm_household_too(facts: Facts, who: PersonAt) -> bool:
    """the person lives here and in another harm household"""
    homes = facts.home.shared_care(who.person)
    others = [home for home in homes if home != who.household]
    return who.household in homes and facts.some(others, is_harm_household)


is_subject_in_two_homes = all_of(is_subject, lives_in_another_harm_household_too)


def has_a_subject_with_two_homes(facts: Facts, home: Household) -> bool:
    """a subject child lives here and in another harm household"""
    return facts.some((PersonAt(person, home) for person in facts.people()), is_subject_in_two_homes)


def there_are_duplicates(facts: Facts, home: Household) -> bool:
    """another concern received with it is a duplicate"""
    return facts.some(facts.concerns(), is_duplicate)


def is_on_either_side_of_a_visit(facts: Facts, home: Household) -> bool:
    """significant harm came to a visiting child of or in this household, and neither set of parents protects"""

    def is_such_a_visit(facts: Facts, what: ConcernAt) -> bool:
        """it reached the home of a visiting child, and this household is that home or where it happened"""
        if not facts.holds(reaches_a_visitors_home, what):
            return False
        return home == what.household or home in where_it_happened(facts, what.concern)

    return facts.some((ConcernAt(it, at) for it in facts.concerns() for at in facts.households()), is_such_a_visit)


@RULES.rule(
    "one-notification",
    cites=["qld/record-notification/one-notification"],
    when=[is_harm_household, is_notified_here, leads_its_notification],
)
def one_notification(facts: Facts, home: Household) -> Record:
    """One notification for a harm household, or for those that the senior team leader puts together."""
    return Record(kind=Kind.NOTIFICATION, of=home)


@RULES.rule(
    "two-homes",
    cites=["qld/record-notification/two-homes"],
    when=[is_harm_household, has_a_subject_with_two_homes, is_notified_here, leads_its_notification],
)
def two_homes(facts: Facts, home: Household) -> Record:
    """A child with two homes and harm, or its risk, in both has a notification for each."""
    return Record(kind=Kind.NOTIFICATION, of=home)


@RULES.rule(
    "visiting-child",
    cites=["qld/record-notification/visiting-child"],
    when=[is_harm_household, is_on_either_side_of_a_visit, is_notified_here, leads_its_notification],
)
def visiting_child(facts: Facts, home: Household) -> Record:
    """Where a visiting child came to significant harm and no parent protects, both homes have a notification."""
    return Record(kind=Kind.NOTIFICATION, of=home)


@RULES.rule(
    "beside-duplicates",
    cites=["qld/duplicates/new-and-duplicate"],
    when=[is_harm_household, there_are_duplicates, is_notified_here, leads_its_notification],
)
def beside_duplicates(facts: Facts, home: Household) -> Record:
    """New concerns that come along with duplicates are notified as any others."""
    return Record(kind=Kind.NOTIFICATION, of=home)


def is_notified_apart(facts: Facts, who: PersonAt) -> bool:
    """a concern that belongs to their own event is answered by a notification"""
    return facts.holds(has_a_notified_concern, Event(who.household, who.person))


def leads_their_notification(facts: Facts, who: PersonAt) -> bool:
    """the household is the only one to be notified of them, or leads those it shares a notification with"""
    return facts.holds(leads, Event(who.household, who.person))


@RULES.rule(
    "own-notification-of-the-infant",
    cites=["qld/subject-or-other/adolescent-and-infant"],
    when=[is_the_infant, is_notified_apart, leads_their_notification],
)
def of_the_infant(facts: Facts, who: PersonAt) -> Record:
    """The infant of an adolescent subject child has a notification of their own."""
    return Record(kind=Kind.NOTIFICATION, of=who.household, focus=who.person)


@RULES.rule(
    "own-notification-of-the-responsible-child",
    cites=[
        "qld/subject-or-other/responsible-for-sibling",
        "age-by-statute/s-37a/start-of-birthday",
        "age-by-case/age/born-29-february",
    ],
    when=[is_the_responsible, is_notified_apart, leads_their_notification],
)
def of_the_responsible_child(facts: Facts, who: PersonAt) -> Record:
    """A subject child of ten or more, said to have harmed a sibling, has a notification of their own."""
    return Record(kind=Kind.NOTIFICATION, of=who.household, focus=who.person)


@RULES.rule(
    "own-notification-of-a-recorded-child",
    cites=["qld/subject-or-other/responsible-new-event"],
    when=[is_the_recorded, is_notified_apart, leads_their_notification],
)
def of_a_recorded_child(facts: Facts, who: PersonAt) -> Record:
    """A subject child on file as one, now said to be responsible for harm, has a notification of their own."""
    return Record(kind=Kind.NOTIFICATION, of=who.household, focus=who.person)


@RULES.rule(
    "notification-without-a-household",
    cites=["qld/no-identifying-information/no-address", "qld/duplicates/record-everything"],
    when=[is_notified_alone],
)
def without_a_household(facts: Facts, concern: Concern) -> Record:
    """A notified concern that leads to no household of the case still gets its notification."""
    return Record(kind=Kind.NOTIFICATION, of=concern)
