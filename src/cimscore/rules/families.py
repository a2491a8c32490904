"""Definitions that every program may use: children, siblings, parents' homes, shared care."""

from __future__ import annotations

from typing import Final

from cimscore.rules.conditions.conditions import some
from cimscore.rules.conditions.predicates import Defined
from cimscore.rules.conditions.things import Concern, Household, Person
from cimscore.rules.vocabulary import (
    age_at_least,
    cares_for,
    happened_in,
    has_died,
    is_entered_as_sibling,
    is_foster_parent_of,
    is_parent_of,
    is_partner_of,
    is_person,
    is_step_parent_of,
    is_unborn,
    lives_elsewhere,
    lives_in,
    may_have_a_minor_for_parent,
    moved_in_since,
    moved_in_until_decided,
    moved_out_since,
    moved_out_until_decided,
    stays_by_choice,
    visits,
)

concern: Final = Concern("concern")
person: Final = Person("person")
child: Final = Person("child")
parent: Final = Person("parent")
sibling: Final = Person("sibling", other_than=child)
other_parent: Final = Person("other parent", other_than=parent)
home: Final = Household("home")
other_home: Final = Household("other home", other_than=home)

is_child: Final = Defined(
    (person,), "{person} [is] a minor", is_person(person) & (is_unborn(person) | ~age_at_least(person, 18))
)
# The last condition follows from the others. It tells, of a child of eight, that whoever is the parent is grown up.
is_minor_and_parent_of: Final = Defined(
    (parent, child),
    "{parent}, a minor, [is] a parent of {child}",
    is_parent_of(parent, child) & is_child(parent) & ~is_unborn(parent) & may_have_a_minor_for_parent(child),
)
has_parent_in: Final = Defined(
    (child, home),
    "a parent of {child} [lives] in {home}",
    some(parent, is_parent_of(parent, child) & lives_in(parent, home) & ~has_died(parent)),
)
shares_a_parent: Final = Defined(
    (child, sibling),
    "{child} and {sibling} [have] a parent in common",
    some(parent, is_parent_of(parent, child) & is_parent_of(parent, sibling)),
)
by_a_new_family: Final = Defined(
    (child, sibling),
    "{child} and {sibling} [are] siblings by a new family",
    some(
        parent,
        is_parent_of(parent, child) & (is_step_parent_of(parent, sibling) | is_foster_parent_of(parent, sibling)),
    )
    | some(
        parent, is_parent_of(parent, sibling) & (is_step_parent_of(parent, child) | is_foster_parent_of(parent, child))
    )
    | some(parent, is_foster_parent_of(parent, child) & is_foster_parent_of(parent, sibling))
    | some(
        (parent, other_parent),
        is_parent_of(parent, child)
        & is_parent_of(other_parent, sibling)
        & (is_partner_of(parent, other_parent) | is_partner_of(other_parent, parent)),
    ),
)
are_siblings: Final = Defined(
    (child, sibling),
    "{child} and {sibling} [are] siblings",
    (
        shares_a_parent(child, sibling)
        | is_entered_as_sibling(child, sibling)
        | is_entered_as_sibling(sibling, child)
        | by_a_new_family(child, sibling)
    )
    & ~is_parent_of(child, sibling)
    & ~is_parent_of(sibling, child),
)
stays_in: Final = Defined(
    (person, home),
    "{person} [stays] in {home} in some way",
    lives_in(person, home) | visits(person, home) | stays_by_choice(person, home),
)
lived_there_then: Final = Defined(
    (concern, person, home),
    "{person} [lived|did not live] in {home} when {concern} happened there",
    happened_in(concern, home)
    & ((lives_in(person, home) & ~moved_in_since(concern, person, home)) | moved_out_since(concern, person, home)),
)
lives_there_when_decided: Final = Defined(
    (concern, person, home),
    "{person} [lives|does not live] in {home}, where {concern} happened, when that is decided",
    happened_in(concern, home)
    & (
        (lives_in(person, home) & ~moved_out_until_decided(concern, person, home))
        | moved_in_until_decided(concern, person, home)
    ),
)
in_shared_care: Final = Defined(
    (child,),
    "{child} [lives] in several homes",
    is_child(child)
    & (
        some((home, other_home), lives_in(child, home) & lives_in(child, other_home))
        | (lives_elsewhere(child) & some(home, lives_in(child, home)))
    ),
)
is_parent_or_carer_of: Final = Defined(
    (parent, child),
    "{parent} [brings|does not bring] up {child}",
    is_parent_of(parent, child) | cares_for(parent, child),
)
