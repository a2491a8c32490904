"""Who is what in a record: its subject children, their parents, those who live in its households."""

from __future__ import annotations

from cimscore.rules import (
    Concern,
    ConcernAt,
    ConcernIn,
    Facts,
    Household,
    HouseholdIn,
    Person,
    PersonAt,
    PersonIn,
    all_of,
    any_of,
    not_,
)
from cimscore_qld_child_safety.conditions.carriage import is_carried, shares_the_notification
from cimscore_qld_child_safety.conditions.concerns import happened_here
from cimscore_qld_child_safety.conditions.events import (
    has_own_event,
    is_subject,
    is_the_infant,
    is_the_responsible,
    is_theirs,
)
from cimscore_qld_child_safety.conditions.harm import reaches
from cimscore_qld_child_safety.conditions.parts import is_named_by_a_concern, was_there_in_a_concern
from cimscore_qld_child_safety.conditions.responsible import blamed_for_another_child, is_blamed_here_and_was_recorded
from cimscore_qld_child_safety.questions import PROTECTIVE, RELATE
from cimscore_qld_child_safety.things import Event, EventIn, Parentage, Part
from cimscore_qld_child_safety.words import Kind

INTAKE_EVENTS = frozenset({Kind.NOTIFICATION, Kind.REPORT, Kind.ENQUIRY})
EVENTS_WITH_ROLES = INTAKE_EVENTS | {Kind.ADDITIONAL, Kind.COMBINED, Kind.CASE_NOTE}


def is_child(facts: Facts, who: PersonIn) -> bool:
    """the person is a child or an unborn child"""
    return facts.home.is_child(who.person)


def has_roles(facts: Facts, who: PersonIn) -> bool:
    """the record gives people roles"""
    return who.record.kind in EVENTS_WITH_ROLES


def has_a_focus(facts: Facts, who: PersonIn) -> bool:
    """the event is one child's own"""
    return who.record.focus is not None


def is_carried_here(facts: Facts, what: HouseholdIn) -> bool:
    """a concern that the record carries makes it a harm household"""

    def carried_and_reaching(facts: Facts, concern: Concern) -> bool:
        """the record carries the concern, which makes the household a harm household"""
        if not facts.holds(reaches, ConcernAt(concern, what.household)):
            return False
        return facts.holds(is_carried, ConcernIn(concern, what.record))

    return facts.some(facts.concerns(), carried_and_reaching)


def is_of_the_record(facts: Facts, what: HouseholdIn) -> bool:
    """it is a household of the record"""
    home, record = what.household, what.record
    if isinstance(record.of, Concern):
        return False
    if record.kind == Kind.NOTIFICATION:
        return facts.holds(shares_the_notification, EventIn(Event(home, record.focus), record))
    if record.kind == Kind.REPORT:
        return record.of == home
    return facts.holds(is_carried_here, what)


def has_a_carried_concern(facts: Facts, who: PersonIn, home: Household) -> bool:
    """Whether the record carries a concern that is the person's, as seen from a household."""

    def carried(facts: Facts, concern: Concern) -> bool:
        """the concern is the person's and the record carries it"""
        if not facts.holds(is_theirs, Part(who.person, concern, home)):
            return False
        return facts.holds(is_carried, ConcernIn(concern, who.record))

    return facts.some(facts.concerns(), carried)


def is_subject_in_a_household(facts: Facts, who: PersonIn) -> bool:
    """the person is a subject of the concerns that the record carries, in a household of it"""
    record = who.record

    def here(facts: Facts, home: Household) -> bool:
        """the person is a subject in the household, and the record carries their concerns"""
        at_home = PersonAt(who.person, home)
        if record.focus is not None and record.focus != who.person:
            return False
        if not facts.holds(is_subject, at_home) or not facts.holds(is_of_the_record, HouseholdIn(home, record)):
            return False
        if record.focus is None and record.kind in INTAKE_EVENTS and facts.holds(has_own_event, at_home):
            return False
        return has_a_carried_concern(facts, who, home)

    return facts.some(facts.households(), here)


def a_carried_concern_is_about_them(facts: Facts, who: PersonIn) -> bool:
    """a concern that the record carries is about the person"""

    def carried(facts: Facts, concern: Concern) -> bool:
        """the concern is about the person and the record carries it"""
        return facts.home.is_about(concern, who.person) and facts.holds(is_carried, ConcernIn(concern, who.record))

    return facts.holds(is_named_by_a_concern, who.person) and facts.some(facts.concerns(), carried)


def is_of_one_concern(facts: Facts, who: PersonIn) -> bool:
    """the record is of one concern alone"""
    return isinstance(who.record.of, Concern)


def is_a_subject_anywhere(facts: Facts, who: PersonIn) -> bool:
    """the person is a subject of the concerns in some household"""
    return facts.some((PersonAt(who.person, home) for home in facts.households()), is_subject)


def is_protected(facts: Facts, who: PersonIn) -> bool:
    """the person has a parent able and willing to keep them safe from now on"""
    return facts.ask(PROTECTIVE, who.person)


def visited_where_it_happened(facts: Facts, who: PersonIn) -> bool:
    """a concern of the record happened to the person in a household where they neither live nor chose to stay"""

    def on_a_visit(facts: Facts, what: ConcernAt) -> bool:
        """the concern is about the person and happened in a household where they neither live nor chose to stay"""
        here = PersonAt(who.person, what.household)
        if not facts.home.is_about(what.concern, who.person) or not facts.holds(happened_here, what):
            return False
        return not facts.home.lives_in(here) and not facts.home.stays_by_choice(here)

    return facts.some((ConcernAt(it, home) for it in facts.concerns() for home in facts.households()), on_a_visit)


is_a_protected_visitor = all_of(visited_where_it_happened, is_protected)
is_named_without_a_household = all_of(
    is_child,
    not_(has_a_focus),
    a_carried_concern_is_about_them,
    any_of(is_of_one_concern, all_of(not_(is_a_subject_anywhere), not_(is_a_protected_visitor))),
)
is_subject_child = any_of(is_subject_in_a_household, is_named_without_a_household)


def lives_in_it(facts: Facts, who: PersonIn) -> bool:
    """the person lives in a household of this record"""

    def home_of(facts: Facts, what: HouseholdIn) -> bool:
        """the person lives in the household, and it is one of the record's"""
        return facts.home.lives_in(PersonAt(who.person, what.household)) and facts.holds(is_of_the_record, what)

    return facts.some((HouseholdIn(home, who.record) for home in facts.households()), home_of)


def is_decided_not_to_relate(facts: Facts, who: PersonIn) -> bool:
    """the concerns are decided not to relate to the person in any household of the record where they live"""

    def unrelated(facts: Facts, what: HouseholdIn) -> bool:
        """the person does not live there, it is not of the record, or the concerns do not relate to them"""
        here = PersonAt(who.person, what.household)
        if not facts.home.lives_in(here) or not facts.holds(is_of_the_record, what):
            return True
        return not facts.holds(is_subject, here) and not facts.ask(RELATE, here)

    return facts.every((HouseholdIn(home, who.record) for home in facts.households()), unrelated)


def was_there(facts: Facts, who: PersonIn) -> bool:
    """the person was in a household of the record when harm occurred there"""

    def in_the_record(facts: Facts, what: ConcernAt) -> bool:
        """it happened in the household, which is one of the record's"""
        return facts.holds(happened_here, what) and facts.holds(
            is_of_the_record, HouseholdIn(what.household, who.record)
        )

    def saw(facts: Facts, concern: Concern) -> bool:
        """the person was present, the record carries the concern, and it happened in a household of the record"""
        if not facts.home.was_present(concern, who.person):
            return False
        places = (ConcernAt(concern, home) for home in facts.households())
        return facts.holds(is_carried, ConcernIn(concern, who.record)) and facts.some(places, in_the_record)

    return facts.holds(was_there_in_a_concern, who.person) and facts.some(facts.concerns(), saw)


def stayed_by_choice(facts: Facts, who: PersonIn) -> bool:
    """the person chooses to stay in the household where they are at risk"""
    here = (PersonAt(who.person, home) for home in facts.households())
    return any(facts.home.stays_by_choice(at) for at in here)


def is_a_subject_of_its_household(facts: Facts, who: PersonIn) -> bool:
    """the person is a subject of the concerns in a household of the record"""

    def here(facts: Facts, what: HouseholdIn) -> bool:
        """the person is a subject in the household, and it is one of the record's"""
        return facts.holds(is_subject, PersonAt(who.person, what.household)) and facts.holds(is_of_the_record, what)

    return facts.some((HouseholdIn(home, who.record) for home in facts.households()), here)


def is_the_infant_here(facts: Facts, who: PersonIn) -> bool:
    """the person has an event of their own as the infant of an adolescent subject child"""
    return facts.some((PersonAt(who.person, home) for home in facts.households()), is_the_infant)


def is_the_responsible_here(facts: Facts, who: PersonIn) -> bool:
    """the person, aged ten or more, has an event of their own and is said to have harmed a sibling"""
    return facts.some((PersonAt(who.person, home) for home in facts.households()), is_the_responsible)


def is_their_child(facts: Facts, tie: Parentage) -> bool:
    """the one is a parent of the other, who is a child"""
    return facts.home.is_child(tie.child) and facts.home.is_parent(tie.person, tie.child)


def child_is_a_subject(facts: Facts, tie: Parentage) -> bool:
    """the other is a subject child of the record"""
    return facts.holds(is_subject_child, PersonIn(tie.child, tie.record))


is_a_subject_of_theirs = all_of(is_their_child, child_is_a_subject)


def has_a_child(facts: Facts, person: Person) -> bool:
    """the person is a parent of a child of the case"""

    def is_theirs(facts: Facts, child: Person) -> bool:
        """the person is a parent of the child"""
        return facts.home.is_child(child) and facts.home.is_parent(person, child)

    return facts.some((child for child in facts.people() if child != person), is_theirs)


def is_a_parent(facts: Facts, who: PersonIn) -> bool:
    """the person is a parent of a child of the case"""
    return facts.holds(has_a_child, who.person)


def has_a_subject_child(facts: Facts, who: PersonIn) -> bool:
    """a child of the person is a subject child of the record"""
    others = (child for child in facts.people() if child != who.person)
    return facts.some((Parentage(who.person, child, who.record) for child in others), is_a_subject_of_theirs)


is_a_parent_of_a_subject = all_of(is_a_parent, has_a_subject_child)


def is_the_parent_of_the_focus(facts: Facts, who: PersonIn) -> bool:
    """the person is a parent of the infant whose event this is"""
    return who.record.focus is not None and facts.home.is_parent(who.person, who.record.focus)


is_the_adolescent = all_of(has_a_focus, is_the_parent_of_the_focus, is_child)


def is_of_another_family(facts: Facts, who: PersonIn) -> bool:
    """the person is of another family than the children whom the concerns are about"""

    def is_named_and_of_the_same(facts: Facts, other: PersonIn) -> bool:
        """a concern of the record is about the other, who is of the same family"""
        if not facts.holds(a_carried_concern_is_about_them, other):
            return False
        return facts.home.family(other.person) == facts.home.family(who.person)

    others = (PersonIn(it, who.record) for it in facts.people() if it != who.person)
    return not facts.some(others, is_named_and_of_the_same)


def is_blamed_and_was_recorded(facts: Facts, who: PersonIn) -> bool:
    """the person is on file as subject child and is now said to be responsible for harm to another child"""
    here = (PersonAt(who.person, home) for home in facts.households())
    return facts.some(here, is_blamed_here_and_was_recorded)


def a_carried_concern_blames_them(facts: Facts, who: PersonIn) -> bool:
    """a concern that the record carries, about another child, says that the person is responsible"""

    def carried(facts: Facts, concern: Concern) -> bool:
        """the person is said to be responsible for harm to another child, and the record carries the concern"""
        parts = (Part(who.person, concern, home) for home in facts.households())
        return facts.some(parts, blamed_for_another_child) and facts.holds(is_carried, ConcernIn(concern, who.record))

    return facts.some(facts.concerns(), carried)


is_now_responsible_in_it = all_of(is_blamed_and_was_recorded, any_of(lives_in_it, a_carried_concern_blames_them))
is_a_child_of_the_event = all_of(is_child, any_of(lives_in_it, was_there, is_subject_child, is_now_responsible_in_it))
