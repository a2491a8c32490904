"""Children to whom harm is put down: to a sibling from ten years on, or to anyone once on record themselves."""

from __future__ import annotations

from cimscore.household_graph import SiblingKind
from cimscore.rules import EarlierRecord, Facts, Person, PersonAt, all_of
from cimscore_qld_child_safety.conditions.harm import reaches
from cimscore_qld_child_safety.conditions.parts import parts_in_every_concern
from cimscore_qld_child_safety.readings.people import (
    FOSTER_SIBLINGS,
    RESPONSIBLE_CHILD,
    FosterSiblings,
    ResponsibleChild,
)
from cimscore_qld_child_safety.things import Part
from cimscore_qld_child_safety.words import ORIGINALS, EventRole


def originals(facts: Facts) -> tuple[EarlierRecord, ...]:
    """Every notification and investigation on file."""
    return tuple(record for kind in ORIGINALS for record in facts.earlier_records(kind))


def is_a_subject_child_of(facts: Facts, person: Person, record: EarlierRecord) -> bool:
    """Whether the person stands in a record on file as subject child."""
    return facts.recorded_as(person, record) == EventRole.SUBJECT_CHILD


def is_blamed(facts: Facts, part: Part) -> bool:
    """the person is said to be responsible"""
    return part.person in facts.home.responsible(part.concern)


def it_reaches_here(facts: Facts, part: Part) -> bool:
    """the concern makes this household a harm household"""
    return facts.holds(reaches, part.what)


def others_it_is_about(facts: Facts, part: Part) -> tuple[Person, ...]:
    """Everyone else whom the concern is about."""
    return tuple(it for it in facts.people() if it != part.person and facts.home.is_about(part.concern, it))


def harms_another_child(facts: Facts, part: Part) -> bool:
    """the concern is about another child"""
    return any(facts.home.is_child(other) for other in others_it_is_about(facts, part))


def harms_a_sibling(facts: Facts, part: Part) -> bool:
    """the concern is about a sibling of the person"""
    return any(_is_sibling(facts, part.person, other) for other in others_it_is_about(facts, part))


def _is_sibling(facts: Facts, one: Person, other: Person) -> bool:
    if not facts.home.are_siblings(one, other):
        return False
    included = facts.reading(FOSTER_SIBLINGS) is FosterSiblings.INCLUDED
    return included or facts.home.sibling_kind(one, other) is not SiblingKind.FOSTER


blamed_for_a_sibling = all_of(is_blamed, it_reaches_here, harms_a_sibling)
blamed_for_another_child = all_of(is_blamed, it_reaches_here, harms_another_child)


def is_ten_or_older(facts: Facts, who: PersonAt) -> bool:
    """the person is ten years old or older"""
    age = facts.home.age(who.person)
    return age is not None and age >= 10


def is_blamed_here_for_a_sibling(facts: Facts, who: PersonAt) -> bool:
    """the person is said to have harmed a sibling here"""
    return facts.some(parts_in_every_concern(facts, who), blamed_for_a_sibling)


def is_blamed_here_for_another_child(facts: Facts, who: PersonAt) -> bool:
    """the person is said to be responsible for harm to another child here"""
    return facts.some(parts_in_every_concern(facts, who), blamed_for_another_child)


def was_recorded_as_subject_child(facts: Facts, who: PersonAt) -> bool:
    """the person is on file as subject child of an earlier notification or investigation"""
    return any(is_a_subject_child_of(facts, who.person, record) for record in originals(facts))


def earlier_record_counts_at_any_age(facts: Facts, who: PersonAt) -> bool:
    """an earlier notification counts at any age of the child"""
    return facts.reading(RESPONSIBLE_CHILD) is ResponsibleChild.ANY_AGE_ONCE_RECORDED


is_responsible_at_ten = all_of(is_blamed_here_for_a_sibling, is_ten_or_older)
is_blamed_here_and_was_recorded = all_of(was_recorded_as_subject_child, is_blamed_here_for_another_child)
is_responsible_and_recorded = all_of(is_blamed_here_and_was_recorded, earlier_record_counts_at_any_age)
