"""People of a record: its subjects, the people who live or were there, and their parents.

Add a line here when a role needs a new link between a person and a record. Roles: roles.py.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Defined, same, some
from cimscore.rules.families import is_child, is_minor_and_parent_of
from cimscore.rules.vocabulary import (
    asks_about,
    happened_in,
    is_about,
    is_parent_of,
    is_unborn,
    lives_in,
    of_family,
    responsible_for,
    stays_by_choice,
    was_present,
)
from cimscore_qld_child_safety.rules.ages import is_old_enough
from cimscore_qld_child_safety.rules.deaths import is_dead
from cimscore_qld_child_safety.rules.events import GOES, RECORDS, carries, covers_home, is_of_one_concern
from cimscore_qld_child_safety.rules.files import in_intervention
from cimscore_qld_child_safety.rules.harm import counts_as_resident, is_at_home_there, visited_the_place
from cimscore_qld_child_safety.rules.parts import is_noted_besides, is_theirs, is_told_beside, relates_beside
from cimscore_qld_child_safety.rules.subjects import (
    SUBJECT,
    blamed_for_another,
    blames_for,
    has_own_event,
    is_blamed_once_recorded,
    is_infant,
    is_responsible_at_ten,
    was_recorded,
)
from cimscore_qld_child_safety.rules.vocabulary import (
    ADDITIONAL,
    CASE_NOTE,
    COMBINED,
    ENQUIRY,
    NOTIFICATION,
    PROTECTIVE,
    RELATE,
    REPORT,
    anyone,
    child,
    concern,
    home,
    other,
    parent,
    person,
    record,
    sibling,
    word,
)

# The record.
is_event: Final = Defined(
    (record,),
    "{record} [is] an intake event",
    RECORDS(record) & (NOTIFICATION(record) | REPORT(record) | ENQUIRY(record)),
)
is_enquiry: Final = Defined((record,), "{record} [is] an intake enquiry", RECORDS(record) & ENQUIRY(record))
gives_roles: Final = Defined(
    (record,),
    "{record} [gives] people roles",
    (is_event(record) & ~is_enquiry(record))
    | (RECORDS(record) & (ADDITIONAL(record) | COMBINED(record) | CASE_NOTE(record))),
)
"""An enquiry makes no allegation, so it has no subject. It has profiles only."""
is_in_an_event: Final = Defined(
    (record,),
    "{record} [is] part of an intake event that gives people roles",
    gives_roles(record) & ~CASE_NOTE(record),
)
"""A case note is kept with an intervention, and no child is other than its subjects because of a record elsewhere."""
lists_people: Final = Defined(
    (record,), "{record} [has] a profile of everybody who matters", gives_roles(record) | is_enquiry(record)
)
is_own: Final = Defined(
    (record, child), "{record} [is] the own record of {child}", RECORDS(record) & same(record.child, child)
)
is_somebodys_own: Final = Defined((record,), "{record} [is] one child's own", some(anyone, is_own(record, anyone)))

# The child.
is_apart_from: Final = Defined(
    (record, concern, child),
    "{concern}, which relates to {child} too, [is] recorded of {child} elsewhere than in {record}",
    (CASE_NOTE(record) & ~in_intervention(child))
    | ((REPORT(record) | COMBINED(record)) & is_noted_besides(concern, child)),
)
takes_them_in: Final = Defined(
    (record, concern, child),
    "{record} [carries] {concern}, told of others, for {child} too",
    carries(record, concern) & ~is_about(concern, child) & ~is_apart_from(record, concern, child),
)
has_a_concern_in: Final = Defined(
    (child, home, record),
    "{record} [carries] a concern of the subject {child} in {home}",
    covers_home(record, home)
    & some(
        concern,
        is_theirs(concern, child, home) & (GOES(concern, child, record) | takes_them_in(record, concern, child)),
    ),
)
is_subject_in_common: Final = Defined(
    (child, record),
    "{child} [is] a subject of the common record {record}",
    some(home, has_a_concern_in(child, home, record) & ~(is_event(record) & has_own_event(child, home)))
    & ~is_somebodys_own(record),
)
is_subject_of_their_own: Final = Defined(
    (child, record),
    "{child} [is] the subject of their own record {record}",
    is_own(record, child) & some(home, has_a_concern_in(child, home, record)),
)
is_a_subject: Final = Defined(
    (child,), "{child} [is] a subject of the concerns somewhere", some(home, SUBJECT(child, home))
)
is_protected_visitor: Final = Defined(
    (child,),
    "{child}, who has a protective parent, [was] on a visit",
    some(concern, visited_the_place(child, concern)) & PROTECTIVE(child),
)
is_named_in: Final = Defined(
    (child, record),
    "{record} [carries] what a concern says of {child}",
    some(concern, GOES(concern, child, record) & is_about(concern, child)),
)
is_named_alone: Final = Defined(
    (child, record),
    "{child}, who is a subject of no household, [is] named by what {record} carries",
    is_named_in(child, record)
    & is_child(child)
    & ~is_somebodys_own(record)
    & (some(concern, is_of_one_concern(record, concern)) | ~(is_a_subject(child) | is_protected_visitor(child))),
)
is_a_call: Final = Defined(
    (record,),
    "{record} [is] the enquiry of a call that alleges nothing",
    is_enquiry(record) & some((concern, anyone), carries(record, concern) & asks_about(concern, anyone)),
)
is_asked_about: Final = Defined(
    (child, record),
    "{child} [is] a child named in the enquiry {record}",
    is_enquiry(record)
    & is_child(child)
    & some(
        concern,
        (GOES(concern, child, record) & is_about(concern, child))
        | (is_of_one_concern(record, concern) & asks_about(concern, child)),
    ),
)
is_related_alone: Final = Defined(
    (child, record),
    "what {record} carries alone [relates] to {child}, who is of its household, too",
    is_child(child)
    & ~is_dead(child)
    & some(
        (concern, home),
        is_of_one_concern(record, concern)
        & covers_home(record, home)
        & (lives_in(child, home) | counts_as_resident(concern, child, home))
        & RELATE(child, home)
        & ~is_about(concern, child)
        & ~is_blamed_once_recorded(child, home),
    ),
)
sleeps_beside: Final = Defined(
    (child, record),
    "{child} [sleeps] in no household, in one place with a child whom {record} alone is about",
    some(concern, is_of_one_concern(record, concern) & is_told_beside(concern, child)),
)
is_related_beside: Final = Defined(
    (child, record),
    "what {record} carries alone [relates] to {child}, who sleeps where its subject does",
    some(concern, is_of_one_concern(record, concern) & relates_beside(concern, child)),
)
is_subject_child: Final = Defined(
    (child, record),
    "{record} [is] about {child}",
    is_subject_in_common(child, record)
    | is_subject_of_their_own(child, record)
    | is_named_alone(child, record)
    | is_related_alone(child, record)
    | is_related_beside(child, record),
)
lives_there: Final = Defined(
    (person, record),
    "{person} [lives] in a household of {record}",
    some(home, covers_home(record, home) & lives_in(person, home)),
)
is_of_its_household: Final = Defined(
    (child, record),
    "now or when a concern happened there, {child} [is] at home in a household of {record}",
    some(home, covers_home(record, home) & is_at_home_there(child, home)),
)
is_unrelated: Final = Defined(
    (child, record),
    "the concerns of {record} [relate|do not relate] to others than {child}",
    is_of_its_household(child, record)
    & is_child(child)
    & ~is_dead(child)
    & ~some(
        home,
        covers_home(record, home) & is_at_home_there(child, home) & (SUBJECT(child, home) | RELATE(child, home)),
    ),
)
was_there_for_it: Final = Defined(
    (concern, child),
    "{child} [is] on a visit where {concern} happens",
    was_present(concern, child) | (visited_the_place(child, concern) & PROTECTIVE(child)),
)
was_there: Final = Defined(
    (child, record),
    "{child} [was] in a household of {record} when what it carries happened",
    some(
        (concern, home),
        carries(record, concern)
        & was_there_for_it(concern, child)
        & happened_in(concern, home)
        & covers_home(record, home),
    ),
)
visited_with_a_record_elsewhere: Final = Defined(
    (child, record),
    "{child}, a subject of another household, [was] on a visit where what {record} carries happened",
    is_in_an_event(record)
    & is_child(child)
    & is_a_subject(child)
    & some(
        (concern, home),
        carries(record, concern)
        & visited_the_place(child, concern)
        & happened_in(concern, home)
        & covers_home(record, home),
    )
    & ~lives_there(child, record),
)
chose_to_stay: Final = Defined(
    (child,), "{child} [stays] somewhere by their own choice", some(home, stays_by_choice(child, home))
)
is_subject_of_its_home: Final = Defined(
    (child, record),
    "{child} [is] a subject of the concerns in a household of {record}",
    some(home, covers_home(record, home) & SUBJECT(child, home)),
)
is_recorded_beside: Final = Defined(
    (child, record),
    "{child}, a subject in a household of {record}, [has] a part in its intake event too",
    is_in_an_event(record) & is_subject_of_its_home(child, record),
)
is_an_infant: Final = Defined(
    (child,), "{child} [has] an event of their own as an infant", some(home, is_infant(child, home))
)
is_an_elder_blamed: Final = Defined(
    (child,),
    "{child}, aged ten or more, [has] an event of their own for harm to a sibling",
    some(home, is_responsible_at_ten(child, home)),
)
is_now_responsible: Final = Defined(
    (child, record),
    "{child}, on file already, [is] now said to be responsible in {record}",
    is_child(child)
    & was_recorded(child)
    & RECORDS(record)
    & (
        (lives_there(child, record) & some((concern, home), blamed_for_another(concern, child, home)))
        | some((concern, home), carries(record, concern) & blamed_for_another(concern, child, home))
    ),
)

# Parents, and others who live there.
is_parent_of_a_subject: Final = Defined(
    (parent, record),
    "{parent} [is] a parent of a child whom {record} is about",
    some(child, is_parent_of(parent, child) & is_child(child) & is_subject_child(child, record)),
)
is_adolescent_parent: Final = Defined(
    (parent, record),
    "{parent}, a minor, [is] a parent of the child whose own record {record} is",
    some(child, is_own(record, child) & is_minor_and_parent_of(parent, child)),
)
is_infant_of_its_subject: Final = Defined(
    (child, record),
    "{child}, a subject themselves, [is] the infant of a child whom {record} is about",
    is_a_subject(child)
    & ~is_unborn(child)
    & some(parent, is_minor_and_parent_of(parent, child) & is_subject_child(parent, record)),
)
is_blamed_for_its_sibling: Final = Defined(
    (child, record),
    "{child}, a subject of ten or more, [is] said to have harmed a sibling in what {record} carries",
    is_a_subject(child)
    & is_child(child)
    & some(
        (concern, sibling),
        GOES(concern, sibling, record) & blames_for(concern, child, sibling) & is_old_enough(concern, child),
    ),
)
is_blamed_in_it: Final = Defined(
    (child, record),
    "{child}, a minor, [is] said to be responsible in {record} for harm to another child",
    is_child(child)
    & some(
        (concern, other),
        GOES(concern, other, record) & is_about(concern, other) & is_child(other) & responsible_for(concern, child),
    ),
)
shares_the_family: Final = Defined(
    (child, record),
    "{child} [belongs] to the family of a child whom {record} is about",
    some((anyone, word), is_named_in(anyone, record) & of_family(anyone, word) & of_family(child, word)),
)
