"""Subjects of the concerns, home by home, and children whose needs are assessed in an event of their own.

Add a line here when a policy says who is a subject. Roles in a record: roles.py.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, Topic, some
from cimscore.rules.families import are_siblings, is_child, is_minor_and_parent_of
from cimscore.rules.vocabulary import (
    file_kind,
    happened_in,
    is_about,
    is_foster_parent_of,
    is_parent_of,
    is_unborn,
    lives_in,
    responsible_for,
    stays_by_choice,
    was_present,
)
from cimscore_qld_child_safety.readings.people import (
    FOSTER_SIBLINGS,
    RESPONSIBLE_CHILD,
    VISITOR_IN_HOST_RECORD,
    FosterSiblings,
    ResponsibleChild,
    VisitorSubject,
)
from cimscore_qld_child_safety.rules.ages import is_old_enough
from cimscore_qld_child_safety.rules.concerns import counts
from cimscore_qld_child_safety.rules.deaths import is_dead
from cimscore_qld_child_safety.rules.harm import (
    HARM,
    counts_as_resident,
    happens_to_somebody,
    is_at_home_there,
    is_said_of_home,
    reaches,
    reaches_home_of_child,
    reaches_home_to_go_to,
    reaches_parents_home,
    reaches_visitors_home,
)
from cimscore_qld_child_safety.rules.vocabulary import (
    PROTECTIVE,
    RELATE,
    child,
    concern,
    file,
    home,
    is_subject_on_file,
    other,
    other_home,
    parent,
    place,
    sibling,
)
from cimscore_qld_child_safety.words import KindOfRecord

is_original: Final = Defined(
    (file,),
    "{file} [is] a notification on file",
    file_kind(file, KindOfRecord.INVESTIGATION) | file_kind(file, KindOfRecord.NOTIFICATION),
)
was_recorded: Final = Defined(
    (child,),
    "{child} [is] on file as a subject child",
    some(file, is_original(file) & is_subject_on_file(child, file)),
)
is_foster_sibling: Final = Defined(
    (child, sibling),
    "{child} [is] a foster sibling of {sibling}",
    some(
        parent,
        (is_foster_parent_of(parent, child) & (is_parent_of(parent, sibling) | is_foster_parent_of(parent, sibling)))
        | (is_parent_of(parent, child) & is_foster_parent_of(parent, sibling)),
    ),
)
is_sibling: Final = Defined(
    (child, sibling),
    "{child} [counts] as a sibling of {sibling}",
    are_siblings(child, sibling) & (FOSTER_SIBLINGS.is_(FosterSiblings.INCLUDED) | ~is_foster_sibling(child, sibling)),
)
blames_for: Final = Defined(
    (concern, child, sibling),
    "{child} [is] said to have harmed the sibling {sibling} in {concern}",
    responsible_for(concern, child) & is_about(concern, sibling) & is_sibling(child, sibling),
)
blames_for_a_sibling: Final = Defined(
    (concern, child),
    "{child} [is] said to have harmed a sibling in {concern}",
    some(sibling, blames_for(concern, child, sibling)),
)
blamed_for_another: Final = Defined(
    (concern, child, home),
    "{child} [is] said to be responsible in {concern} for harm to another child in {home}",
    responsible_for(concern, child) & reaches(concern, home) & some(other, is_about(concern, other) & is_child(other)),
)
is_blamed_once_recorded: Final = Defined(
    (child, home),
    "{child}, on file already, [is] said to be responsible for harm to another child in {home}",
    was_recorded(child) & some(concern, blamed_for_another(concern, child, home)),
)

own_home_instead: Final = Defined(
    (concern, child),
    "the own home of {child} [is] a harm household for {concern} instead",
    is_about(concern, child)
    & ~VISITOR_IN_HOST_RECORD.is_(VisitorSubject.BOTH)
    & some(place, reaches_visitors_home(concern, child, place)),
)
is_harmed_at_home: Final = Defined(
    (child, home),
    "{child} [comes] to harm at home in {home}",
    some(concern, counts(concern) & is_about(concern, child) & counts_as_resident(concern, child, home)),
)
is_harmed_on_a_visit: Final = Defined(
    (child, home),
    "{child} [comes] to harm on a visit in {home} without a protective parent",
    some(
        concern,
        happens_to_somebody(concern, child, home)
        & ~own_home_instead(concern, child)
        & ~counts_as_resident(concern, child, home),
    )
    & ~PROTECTIVE(child),
)
saw_it_unprotected: Final = Defined(
    (child, home),
    "{child} [sees] it happen on a visit in {home} without a protective parent",
    some(
        concern,
        counts(concern) & happened_in(concern, home) & was_present(concern, child) & ~responsible_for(concern, child),
    )
    & ~is_at_home_there(child, home)
    & ~stays_by_choice(child, home)
    & ~PROTECTIVE(child),
)
is_named_there: Final = Defined(
    (child, home),
    "the concerns in {home} [are] about {child} themselves",
    is_harmed_at_home(child, home)
    | is_harmed_on_a_visit(child, home)
    | some(concern, reaches_parents_home(concern, child, home))
    | some(concern, reaches_visitors_home(concern, child, home))
    | some(concern, reaches_home_of_child(concern, child, home))
    | some(concern, reaches_home_to_go_to(concern, child, home))
    | some(concern, is_said_of_home(concern, child, home)),
)
relates_to: Final = Defined(
    (child, home),
    "the concerns in {home} [relate] to {child}",
    HARM(home)
    & (is_at_home_there(child, home) | saw_it_unprotected(child, home))
    & is_child(child)
    & RELATE(child, home)
    & ~is_blamed_once_recorded(child, home)
    & ~is_dead(child),
)

SUBJECT: Final = Conclusion(
    "subject", (child, home), "{child} [is] a subject of the concerns in {home}", topic=Topic.SUBJECTS
)
SUBJECT.row(
    "the-concerns-are-about-them",
    child,
    home,
    when=HARM(home) & is_harmed_at_home(child, home) & is_child(child),
    cites=["qld/subject-or-other/subject-of-concerns"],
)
SUBJECT.row(
    "unprotected-on-a-visit",
    child,
    home,
    when=HARM(home) & is_harmed_on_a_visit(child, home) & is_child(child),
    cites=["qld/subject-or-other/subject-of-concerns", "qld/subject-or-other/present-not-resident"],
)
SUBJECT.row(
    "self-placed",
    child,
    home,
    when=HARM(home) & some(concern, reaches_parents_home(concern, child, home)),
    cites=["qld/subject-or-other/subject-of-concerns", "qld/subject-or-other/self-placed-harm-household"],
)
SUBJECT.row(
    "visitor-at-home",
    child,
    home,
    when=HARM(home) & some(concern, reaches_visitors_home(concern, child, home)),
    cites=["qld/subject-or-other/subject-of-concerns", "qld/record-notification/visiting-child"],
)
SUBJECT.row(
    "harmed-outside",
    child,
    home,
    when=HARM(home)
    & some(concern, reaches_home_of_child(concern, child, home) | reaches_home_to_go_to(concern, child, home)),
    cites=["qld/subject-or-other/subject-of-concerns"],
)
SUBJECT.row(
    "said-of-the-household",
    child,
    home,
    when=HARM(home) & some(concern, is_said_of_home(concern, child, home)) & is_child(child),
    cites=["qld/subject-or-other/subject-of-concerns"],
)
SUBJECT.row(
    "concerns-decided-to-relate",
    child,
    home,
    when=relates_to(child, home),
    unless=is_named_there(child, home),
    cites=["qld/subject-or-other/also-a-subject"],
)

has_two_harm_homes: Final = Defined(
    (child, home),
    "the subject {child} [lives] in {home} as well as in another harm household",
    SUBJECT(child, home) & lives_in(child, home) & some(other_home, HARM(other_home) & lives_in(child, other_home)),
)

# Children whose needs are assessed in an event of their own.
is_born: Final = Defined(
    (child, home), "{child} [is] a born subject in {home}", SUBJECT(child, home) & ~is_unborn(child)
)
has_adolescent_parent: Final = Defined(
    (child, home),
    "{child} [has] an adolescent parent who is a subject in {home} too",
    some(parent, is_minor_and_parent_of(parent, child) & SUBJECT(parent, home)),
)
is_infant: Final = Defined(
    (child, home),
    "{child} [is] the infant of an adolescent subject child in {home}",
    is_born(child, home) & has_adolescent_parent(child, home),
)
is_responsible_at_ten: Final = Defined(
    (child, home),
    "{child}, a subject of ten or more in {home}, [is] said to have harmed a sibling there",
    SUBJECT(child, home)
    & some(concern, blames_for_a_sibling(concern, child) & reaches(concern, home) & is_old_enough(concern, child)),
)
is_responsible_once_recorded: Final = Defined(
    (child, home),
    "{child}, a subject in {home} on file already, [is] now said to be responsible there",
    SUBJECT(child, home)
    & is_blamed_once_recorded(child, home)
    & RESPONSIBLE_CHILD.is_(ResponsibleChild.ANY_AGE_ONCE_RECORDED),
)
answers_for_harm: Final = Defined(
    (child, home),
    "{child} [has] an event of their own in {home} as one who is said to be responsible",
    is_responsible_at_ten(child, home) | is_responsible_once_recorded(child, home),
)
has_own_event: Final = Defined(
    (child, home),
    "{child} [has] an event of their own in {home}",
    is_infant(child, home) | answers_for_harm(child, home),
)
