"""Parts of a concern: what it says about each person, and if that is notified or reported.

Add a line here when a policy says what is recorded for each person. Record for each part: events.py.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, Place, Topic, some
from cimscore.rules.families import are_siblings, is_child
from cimscore.rules.vocabulary import is_about, is_concern, is_parent_of, responsible_for, sleeps_at
from cimscore_qld_child_safety.rules.concerns import (
    counts,
    is_notified,
    is_reported,
    names_nobody,
)
from cimscore_qld_child_safety.rules.deaths import is_dead
from cimscore_qld_child_safety.rules.files import (
    in_intervention,
    is_added,
    is_combined,
    is_noted_part,
    is_of_one_matter,
    is_reported_part,
)
from cimscore_qld_child_safety.rules.harm import is_kept_there, part_reaches, reaches, reaches_parents_home
from cimscore_qld_child_safety.rules.subjects import SUBJECT, answers_for_harm, has_own_event, is_infant, relates_to
from cimscore_qld_child_safety.rules.vocabulary import (
    CONCERNS_TOO,
    anyone,
    child,
    concern,
    home,
    other,
    other_concern,
    person,
    place,
)

# Concerns of each subject: those about them. A subject to whom the concerns relate has the others of the home too, but
# those that blame them when they have concerns about them as well.
# Others reach the parents' home only through a child who chose to stay where the harm happened.
is_only_related: Final = Defined(
    (child, home),
    "{child} [is] a subject in {home} only because the concerns relate to them",
    SUBJECT(child, home) & ~some(concern, is_about(concern, child) & reaches(concern, home)),
)
is_infant_of: Final = Defined(
    (child, other, home),
    "{child} [is] an infant in {home} of the subject {other child}",
    is_parent_of(other, child) & is_infant(child, home) & SUBJECT(other, home),
)
is_of_one_parted: Final = Defined(
    (concern, child, home),
    "{concern} [is] about one whom the own event of an infant in {home} parts from {child}",
    some(other, is_about(concern, other) & (is_infant_of(other, child, home) | is_infant_of(child, other, home))),
)
relates_besides: Final = Defined(
    (concern, child, home),
    "{concern}, told of others in {home}, [relates] to {child} besides what is told of {child}",
    relates_to(child, home)
    & ~responsible_for(concern, child)
    & ~is_of_one_parted(concern, child, home)
    & ~some(other_concern, is_about(other_concern, child) & is_of_one_matter(concern, other_concern)),
)
is_theirs: Final = Defined(
    (concern, child, home),
    "{concern} [concerns] the subject {child} in {home}",
    SUBJECT(child, home)
    & reaches(concern, home)
    & (
        is_about(concern, child)
        | is_only_related(child, home)
        | reaches_parents_home(concern, child, home)
        | relates_besides(concern, child, home)
    ),
)
is_own_part: Final = Defined(
    (concern, child, home),
    "{concern} [belongs] to the own event of {child} in {home}",
    is_theirs(concern, child, home) & has_own_event(child, home),
)
a_subject_in_common_has_it: Final = Defined(
    (concern, home),
    "{concern} [concerns] a subject in {home} without an event of their own",
    some(child, is_theirs(concern, child, home) & ~has_own_event(child, home)),
)
is_left_to_own_events: Final = Defined(
    (concern, home),
    "{concern} [is] left to the own events of those who are said to be responsible in {home}",
    some(child, is_theirs(concern, child, home) & answers_for_harm(child, home))
    & ~a_subject_in_common_has_it(concern, home),
)
belongs_there: Final = Defined(
    (concern, child, home),
    "what {concern} says of {child} [belongs] to {home}",
    part_reaches(concern, child, home)
    | (is_about(concern, child) & reaches(concern, home) & ~some(place, part_reaches(concern, child, place))),
)
nobody_in_common_is_named: Final = Defined(
    (concern, home),
    "{concern} [is] about nobody who belongs to the common event of {home}",
    reaches(concern, home)
    & ~some(
        child,
        is_about(concern, child)
        & belongs_there(concern, child, home)
        & ~has_own_event(child, home)
        & ~is_noted_part(concern, child),
    ),
)
is_a_part_of_its_own: Final = Defined(
    (concern, child, home),
    "{concern}, which only [relates] to {child} in {home}, is in no event of theirs through anybody else",
    is_theirs(concern, child, home)
    & ~is_about(concern, child)
    & (has_own_event(child, home) | nobody_in_common_is_named(concern, home)),
)
is_common_part: Final = Defined(
    (concern, child, home),
    "what {concern} says of {child} [belongs] to the common event of {home}",
    (belongs_there(concern, child, home) | is_a_part_of_its_own(concern, child, home))
    & ~has_own_event(child, home)
    & (SUBJECT(child, home) | ~is_left_to_own_events(concern, home)),
)
is_noted_besides: Final = Defined(
    (concern, child),
    "{concern}, which relates to {child} too, [is] noted beside the ongoing intervention of {child}",
    some(home, is_theirs(concern, child, home))
    & ~is_about(concern, child)
    & is_reported(concern)
    & ~is_added(concern)
    & in_intervention(child),
)
goes_along: Final = Defined(
    (concern, person, child, home),
    "what {concern} says of {person} [goes] along with the own event of {child} in {home}",
    belongs_there(concern, person, home)
    & ~SUBJECT(person, home)
    & is_own_part(concern, child, home)
    & answers_for_harm(child, home)
    & is_left_to_own_events(concern, home),
)

# Children who live in no household, and sleep where a child does whom a concern is about. On a ward or in custody that
# ties nobody together but siblings.
where: Final = Place("where")
is_told_beside: Final = Defined(
    (concern, child),
    "{child}, no stranger there, [sleeps] in no household, in one place with a child whom {concern} is about",
    is_child(child)
    & ~is_dead(child)
    & some(
        (other, where),
        is_about(concern, other)
        & sleeps_at(other, where)
        & sleeps_at(child, where)
        & (~is_kept_there(child) | are_siblings(child, other)),
    )
    & ~is_about(concern, child),
)
relates_beside: Final = Defined(
    (concern, child),
    "{concern} [relates] to {child}, who sleeps where its subject does",
    is_told_beside(concern, child) & ~responsible_for(concern, child) & CONCERNS_TOO(concern, child),
)

# Parts to be recorded.
NOBODY: Final = "nobody"
"""The part of a concern that names nobody. It still ends in a record."""

is_part: Final = Conclusion(
    "part",
    (concern, child),
    "what {concern} says of {child} [is] a part to be recorded",
    topic=Topic.STARTS,
    leading=True,
)
is_part.row("of-a-person", concern, child, when=is_about(concern, child), cites=["qld/duplicates/record-everything"])
is_part.row(
    "of-one-to-whom-it-relates",
    concern,
    child,
    when=some(home, is_a_part_of_its_own(concern, child, home)) | is_noted_besides(concern, child),
    cites=["qld/subject-or-other/also-a-subject"],
)
is_part.row("of-nobody", concern, NOBODY, when=names_nobody(concern), cites=["qld/duplicates/record-everything"])

reaches_no_home: Final = Defined(
    (concern,),
    "{concern} [makes] no household of the case a harm household",
    is_concern(concern) & ~some(home, reaches(concern, home)),
)
is_notified_here: Final = Defined(
    (concern,),
    "{concern} [is] notified in an event of its own household",
    is_notified(concern) & counts(concern) & ~is_added(concern),
)
goes_to_a_report: Final = Defined(
    (concern, child),
    "what {concern} says of {child} [goes] into a report of its own",
    is_reported_part(concern, child) & ~is_combined(concern, child),
)
is_reported_of_all: Final = Defined(
    (concern, child, home),
    "{concern}, which relates to {child} in {home}, [goes] into a report",
    is_a_part_of_its_own(concern, child, home)
    & is_reported(concern)
    & ~is_noted_besides(concern, child)
    & ~is_added(concern)
    & some(anyone, goes_to_a_report(concern, anyone) | is_noted_part(concern, anyone)),
)
has_notified_common: Final = Defined(
    (home,),
    "the common event of {home} [carries] a notified concern",
    some((concern, child), is_common_part(concern, child, home) & is_notified_here(concern)),
)
has_notified_own: Final = Defined(
    (child, home),
    "the own event of {child} in {home} [carries] a notified concern",
    some(concern, is_own_part(concern, child, home) & is_notified_here(concern)),
)
