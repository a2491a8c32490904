"""Subject child, other child, parent, household member: what each person is in each record."""

from __future__ import annotations

from cimscore.rules import Facts, PersonIn, Ruleset, Topic, not_
from cimscore_qld_child_safety.conditions import record_people as people
from cimscore_qld_child_safety.words import EventRole

ROLES: Ruleset[EventRole] = Ruleset(Topic.ROLES)


@ROLES.rule(
    "subject-child",
    cites=["qld/subject-or-other/subject-of-concerns", "qld/record-intake/a-role-for-each-child"],
    when=[people.has_roles, people.is_subject_child],
    unless=[people.has_a_focus],
)
def subject_child(facts: Facts, who: PersonIn) -> EventRole:
    """A child whom the concerns are about, or to whom they relate, is recorded as subject child."""
    return EventRole.SUBJECT_CHILD


@ROLES.rule(
    "infant-in-the-own-event",
    cites=["qld/subject-or-other/infant-event"],
    when=[people.has_a_focus, people.is_subject_child, people.is_the_infant_here],
)
def infant_in_own_event(facts: Facts, who: PersonIn) -> EventRole:
    """In the event about the infant, the infant is the subject child."""
    return EventRole.SUBJECT_CHILD


@ROLES.rule(
    "responsible-in-the-own-event",
    cites=["qld/subject-or-other/responsible-for-sibling-roles"],
    when=[people.has_a_focus, people.is_subject_child],
    unless=[people.is_the_infant_here],
)
def responsible_in_own_event(facts: Facts, who: PersonIn) -> EventRole:
    """A child said to be responsible for harm is the subject child of the event about their own needs."""
    return EventRole.SUBJECT_CHILD


@ROLES.rule(
    "adolescent-as-parent",
    cites=["qld/subject-or-other/infant-event"],
    when=[people.is_the_adolescent],
)
def adolescent_as_parent(facts: Facts, who: PersonIn) -> EventRole:
    """In the event of the infant the adolescent stands as parent."""
    return EventRole.PARENT


@ROLES.rule(
    "other-child-beside-a-child-of-own-event",
    cites=["qld/record-intake/a-role-for-each-child", "qld/subject-or-other/lives-there-not-concerned"],
    when=[people.has_a_focus, people.is_child, people.lives_in_it],
    unless=[people.is_subject_child, people.is_the_adolescent],
)
def beside_the_focus(facts: Facts, who: PersonIn) -> EventRole:
    """In an event about one child's own needs, the other children of the household are other children."""
    return EventRole.OTHER_CHILD


@ROLES.rule(
    "infant-in-the-event-of-the-adolescent",
    cites=["qld/subject-or-other/adolescent-event"],
    when=[people.has_roles, people.is_a_subject_of_its_household, people.is_the_infant_here],
    unless=[people.has_a_focus, people.is_subject_child],
)
def infant(facts: Facts, who: PersonIn) -> EventRole:
    """In the event about the adolescent the infant is an other child."""
    return EventRole.OTHER_CHILD


@ROLES.rule(
    "responsible-in-the-event-of-the-sibling",
    cites=["qld/subject-or-other/responsible-for-sibling-roles"],
    when=[people.has_roles, people.is_a_subject_of_its_household, people.is_the_responsible_here],
    unless=[people.has_a_focus, people.is_subject_child],
)
def responsible(facts: Facts, who: PersonIn) -> EventRole:
    """In the event about the sibling, a child of ten or more said to be responsible is an other child."""
    return EventRole.OTHER_CHILD


@ROLES.rule(
    "recorded-before-and-now-responsible",
    cites=["qld/subject-or-other/responsible-new-event"],
    when=[people.has_roles, people.is_child, people.is_now_responsible_in_it],
    unless=[people.has_a_focus, people.is_subject_child],
)
def recorded_before(facts: Facts, who: PersonIn) -> EventRole:
    """A child on file as subject child, now said to be responsible for harm to another, is an other child there."""
    return EventRole.OTHER_CHILD


@ROLES.rule(
    "subject-of-another-record",
    cites=["qld/record-intake/a-role-for-each-child"],
    when=[people.has_roles, people.is_a_subject_of_its_household],
    unless=[people.has_a_focus, people.is_subject_child],
)
def of_another_record(facts: Facts, who: PersonIn) -> EventRole:
    """A subject child whose concerns another record carries is an other child of this one."""
    return EventRole.OTHER_CHILD


@ROLES.rule(
    "other-child-of-the-household",
    cites=["qld/subject-or-other/lives-there-not-concerned"],
    when=[people.has_roles, people.is_child, people.lives_in_it, people.is_decided_not_to_relate],
    unless=[people.has_a_focus, people.is_subject_child],
)
def other_child(facts: Facts, who: PersonIn) -> EventRole:
    """A child of the harm household to whom the concerns are decided not to relate is recorded as other child."""
    return EventRole.OTHER_CHILD


@ROLES.rule(
    "other-family",
    cites=["qld/subject-or-other/two-families"],
    when=[
        people.has_roles,
        people.is_child,
        people.lives_in_it,
        people.is_decided_not_to_relate,
        people.is_of_another_family,
    ],
    unless=[people.has_a_focus, people.is_subject_child],
)
def other_family(facts: Facts, who: PersonIn) -> EventRole:
    """Where only the children of one family are of concern, those of the other in the household are other children."""
    return EventRole.OTHER_CHILD


@ROLES.rule(
    "visitor-with-a-protective-parent",
    cites=["qld/subject-or-other/present-not-resident"],
    when=[people.has_roles, people.is_child, people.was_there, not_(people.lives_in_it), people.is_protected],
    unless=[people.stayed_by_choice, people.is_subject_child, people.has_a_focus, people.is_a_subject_of_its_household],
)
def visitor(facts: Facts, who: PersonIn) -> EventRole:
    """Was there when harm occurred, lives elsewhere, and a parent is able and willing to protect."""
    return EventRole.OTHER_CHILD


@ROLES.rule(
    "parent",
    cites=["qld/record-intake/person-profiles", "qld/record-notification/event"],
    when=[people.has_roles, people.is_a_parent_of_a_subject],
    unless=[people.is_a_child_of_the_event],
)
def parent(facts: Facts, who: PersonIn) -> EventRole:
    """A parent of a subject child is recorded as parent, wherever they live."""
    return EventRole.PARENT


@ROLES.rule(
    "household-member",
    cites=["qld/record-intake/person-profiles"],
    when=[people.has_roles, people.lives_in_it],
    unless=[people.is_child, people.is_a_parent_of_a_subject],
)
def household_member(facts: Facts, who: PersonIn) -> EventRole:
    """Every other adult who lives in a household of the record has a profile in it."""
    return EventRole.HOUSEHOLD_MEMBER
