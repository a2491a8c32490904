"""Events: what is assessed together in a harm household, and which children are assessed apart."""

from __future__ import annotations

from cimscore.rules import ConcernAt, Facts, PersonAt, all_of, any_of, not_
from cimscore_qld_child_safety.conditions.harm import reaches
from cimscore_qld_child_safety.conditions.parts import is_about_them, parts_in_every_concern, parts_of_everyone
from cimscore_qld_child_safety.conditions.responsible import (
    is_responsible_and_recorded,
    is_responsible_at_ten,
    it_reaches_here,
)
from cimscore_qld_child_safety.subjects import SUBJECTS
from cimscore_qld_child_safety.things import ConcernOf, Kin, Part

YOUNGEST_PARENT = 10


def is_subject(facts: Facts, who: PersonAt) -> bool:
    """the person is a subject of the concerns in this household"""
    return facts.found(SUBJECTS, who) is not None


def is_born(facts: Facts, who: PersonAt) -> bool:
    """the person is born"""
    return not facts.home.is_unborn(who.person)


# An adolescent and their infant. The page names no ages: a person under 18 who is a parent is taken as the
# adolescent. Nobody becomes a parent before ten; without that, parents not known would hold up every record
# about two children.


def parent_is_a_child(facts: Facts, kin: Kin) -> bool:
    """the parent is a child too"""
    return facts.home.is_child(kin.person) and not facts.home.is_unborn(kin.person)


def is_old_enough(facts: Facts, kin: Kin) -> bool:
    """the one is ten years older than the other, or more"""
    older, younger = facts.home.age(kin.person), facts.home.age(kin.child)
    return older is not None and older - (younger or 0) >= YOUNGEST_PARENT


def is_the_parent(facts: Facts, kin: Kin) -> bool:
    """the one is a parent of the other"""
    return facts.home.is_parent(kin.person, kin.child)


def parent_is_a_subject(facts: Facts, kin: Kin) -> bool:
    """the parent is a subject of the concerns in this household"""
    return facts.holds(is_subject, PersonAt(kin.person, kin.household))


is_the_adolescent_parent = all_of(parent_is_a_child, is_old_enough, is_the_parent, parent_is_a_subject)


def has_an_adolescent_parent_here(facts: Facts, who: PersonAt) -> bool:
    """the person is the child of an adolescent who is a subject of the concerns here too"""
    others = (Kin(other, who.person, who.household) for other in facts.people() if other != who.person)
    return facts.some(others, is_the_adolescent_parent)


is_the_infant = all_of(is_subject, is_born, has_an_adolescent_parent_here)
is_the_responsible = all_of(is_subject, is_responsible_at_ten)
is_the_recorded = all_of(is_subject, is_responsible_and_recorded)
is_born_to_an_adolescent = all_of(is_born, has_an_adolescent_parent_here)
has_own_event = all_of(is_subject, any_of(is_responsible_at_ten, is_responsible_and_recorded, is_born_to_an_adolescent))
"""A subject child whose needs are assessed in an event of their own."""


# Which concerns belong to whom: those about them, or all of the household for one to whom they relate.


names_and_reaches = all_of(is_about_them, it_reaches_here)


def is_only_related(facts: Facts, part: Part) -> bool:
    """no concern here is about the person; they are a subject because the concerns relate to them"""
    return not facts.some(parts_in_every_concern(facts, part.who), names_and_reaches)


is_theirs = any_of(is_about_them, is_only_related)


def is_a_subject_here(facts: Facts, part: Part) -> bool:
    """the person is a subject of the concerns in this household"""
    return facts.holds(is_subject, part.who)


def has_their_own_event(facts: Facts, part: Part) -> bool:
    """the person has an event of their own"""
    return facts.holds(has_own_event, part.who)


is_a_subjects_own = all_of(is_a_subject_here, is_theirs)
is_a_subjects_in_common = all_of(is_a_subject_here, is_theirs, not_(has_their_own_event))
is_of_the_focus = all_of(has_their_own_event, is_theirs)


def a_subject_in_common_has_it(facts: Facts, what: ConcernAt) -> bool:
    """it belongs to a subject child without an event of their own"""
    return facts.some(parts_of_everyone(facts, what.concern, what.household), is_a_subjects_in_common)


def a_subject_has_it(facts: Facts, what: ConcernAt) -> bool:
    """it belongs to a subject child"""
    return facts.some(parts_of_everyone(facts, what.concern, what.household), is_a_subjects_own)


is_of_the_household = any_of(a_subject_in_common_has_it, not_(a_subject_has_it))


def reaches_its_household(facts: Facts, what: ConcernOf) -> bool:
    """it makes the event's household a harm household"""
    return facts.holds(reaches, ConcernAt(what.concern, what.event.household))


def is_of_its_event(facts: Facts, what: ConcernOf) -> bool:
    """it belongs to the children whose event this is"""
    home, focus = what.event.household, what.event.focus
    if focus is None:
        return facts.holds(is_of_the_household, ConcernAt(what.concern, home))
    return facts.holds(is_of_the_focus, Part(focus, what.concern, home))


belongs = all_of(reaches_its_household, is_of_its_event)
"""A concern belongs to an event."""
