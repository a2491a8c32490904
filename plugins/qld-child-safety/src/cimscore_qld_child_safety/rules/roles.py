"""Roles of people in a record.

Add a line here when a policy gives somebody a role. Subjects of the concerns: subjects.py. Records: events.py. People
of a record: people.py.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, RoleTable, Topic, some
from cimscore.rules.families import is_child
from cimscore.rules.vocabulary import (
    asks_about,
    cares_for,
    happened_in,
    is_about,
    is_parent_of,
    lives_in,
    of_family,
    responsible_for,
    was_present,
)
from cimscore_qld_child_safety.rules.deaths import is_dead
from cimscore_qld_child_safety.rules.events import RECORDS, carries
from cimscore_qld_child_safety.rules.people import (
    chose_to_stay,
    gives_roles,
    is_a_call,
    is_adolescent_parent,
    is_an_elder_blamed,
    is_an_infant,
    is_asked_about,
    is_blamed_for_its_sibling,
    is_blamed_in_it,
    is_in_an_event,
    is_infant_of_its_subject,
    is_now_responsible,
    is_of_its_household,
    is_parent_of_a_subject,
    is_recorded_beside,
    is_somebodys_own,
    is_subject_child,
    is_subject_of_its_home,
    is_subject_of_their_own,
    is_unrelated,
    lists_people,
    lives_there,
    shares_the_family,
    sleeps_beside,
    was_there,
)
from cimscore_qld_child_safety.rules.vocabulary import (
    ADDITIONAL,
    CASE_NOTE,
    COMBINED,
    NOTIFICATION,
    REPORT,
    child,
    concern,
    home,
    person,
    record,
    role,
    word,
)
from cimscore_qld_child_safety.words import EventRole

ROLES: Final = RoleTable(
    (person, record),
    EventRole,
    needs=((EventRole.SUBJECT_CHILD, (NOTIFICATION, REPORT, ADDITIONAL, COMBINED, CASE_NOTE)),),
)
ROLES.who(
    "subject-child",
    EventRole.SUBJECT_CHILD,
    when=gives_roles(record) & is_subject_child(person, record),
    unless=is_somebodys_own(record),
    cites=["qld/subject-or-other/subject-of-concerns", "qld/record-intake/a-role-for-each-child"],
)
ROLES.who(
    "infant-in-the-own-event",
    EventRole.SUBJECT_CHILD,
    when=is_subject_of_their_own(person, record) & is_an_infant(person),
    cites=["qld/subject-or-other/infant-event"],
)
ROLES.who(
    "responsible-in-the-own-event",
    EventRole.SUBJECT_CHILD,
    when=is_subject_of_their_own(person, record),
    unless=is_an_infant(person),
    cites=["qld/subject-or-other/responsible-for-sibling-roles"],
)
ROLES.who(
    "adolescent-as-parent",
    EventRole.PARENT,
    when=is_adolescent_parent(person, record),
    cites=["qld/subject-or-other/infant-event"],
)
ROLES.who(
    "other-child-beside-a-child-of-own-event",
    EventRole.OTHER_CHILD,
    when=is_somebodys_own(record) & is_child(person) & is_of_its_household(person, record) & ~is_dead(person),
    unless=is_subject_child(person, record) | is_adolescent_parent(person, record),
    cites=["qld/record-intake/a-role-for-each-child", "qld/subject-or-other/lives-there-not-concerned"],
)
for _id, _when, _cites in (
    (
        "infant-in-the-event-of-the-adolescent",
        is_recorded_beside(person, record) & is_an_infant(person),
        ["qld/subject-or-other/adolescent-event"],
    ),
    (
        "responsible-in-the-event-of-the-sibling",
        is_recorded_beside(person, record) & is_an_elder_blamed(person),
        ["qld/subject-or-other/responsible-for-sibling-roles"],
    ),
    (
        "recorded-before-and-now-responsible",
        is_now_responsible(person, record),
        ["qld/subject-or-other/responsible-new-event"],
    ),
    (
        "subject-of-another-record",
        is_recorded_beside(person, record),
        ["qld/record-intake/a-role-for-each-child"],
    ),
    (
        "other-child-of-the-household",
        is_unrelated(person, record),
        ["qld/subject-or-other/lives-there-not-concerned"],
    ),
    (
        "other-family",
        is_unrelated(person, record) & some(word, of_family(person, word)) & ~shares_the_family(person, record),
        ["qld/subject-or-other/two-families"],
    ),
):
    ROLES.who(
        _id,
        EventRole.OTHER_CHILD,
        when=gives_roles(record) & _when,
        unless=is_somebodys_own(record) | is_subject_child(person, record),
        cites=_cites,
    )
for _id, _when, _cites in (
    (
        "infant-of-an-adolescent-subject",
        is_infant_of_its_subject(person, record),
        ["qld/subject-or-other/adolescent-event"],
    ),
    (
        "responsible-in-the-record-of-the-sibling",
        is_blamed_for_its_sibling(person, record),
        ["qld/subject-or-other/responsible-for-sibling-roles"],
    ),
):
    ROLES.who(
        _id,
        EventRole.OTHER_CHILD,
        when=is_in_an_event(record) & _when,
        unless=is_subject_child(person, record),
        cites=_cites,
    )
ROLES.who(
    "sleeps-beside-a-subject",
    EventRole.OTHER_CHILD,
    when=gives_roles(record) & sleeps_beside(person, record),
    unless=is_subject_child(person, record),
    cites=["qld/record-intake/a-role-for-each-child", "qld/subject-or-other/lives-there-not-concerned"],
)
ROLES.who(
    "visitor-who-is-no-subject",
    EventRole.OTHER_CHILD,
    when=gives_roles(record) & is_child(person) & was_there(person, record),
    unless=is_of_its_household(person, record)
    | chose_to_stay(person)
    | is_subject_child(person, record)
    | is_somebodys_own(record)
    | is_subject_of_its_home(person, record),
    cites=["qld/subject-or-other/present-not-resident"],
)
ROLES.who(
    "responsible-and-no-subject-anywhere",
    EventRole.OTHER_CHILD,
    when=gives_roles(record) & is_blamed_in_it(person, record),
    unless=is_subject_child(person, record)
    | is_adolescent_parent(person, record)
    | is_parent_of_a_subject(person, record),
    cites=["qld/record-intake/a-role-for-each-child", "qld/subject-or-other/responsible-for-sibling-roles"],
)
ROLES.who(
    "parent",
    EventRole.PARENT,
    when=gives_roles(record) & is_parent_of_a_subject(person, record),
    unless=is_subject_child(person, record),
    cites=["qld/record-intake/person-profiles", "qld/record-notification/event"],
)
ROLES.who(
    "household-member",
    EventRole.HOUSEHOLD_MEMBER,
    when=gives_roles(record) & lives_there(person, record),
    unless=is_child(person) | is_parent_of_a_subject(person, record) | is_dead(person),
    cites=["qld/record-intake/person-profiles"],
)

# Everybody named in the concerns has a profile, whatever their role.
names: Final = Defined(
    (concern, person),
    "{concern} [names] {person}",
    is_about(concern, person)
    | asks_about(concern, person)
    | was_present(concern, person)
    | responsible_for(concern, person),
)
is_named_by: Final = Defined(
    (person, record),
    "what {record} carries [names] {person}",
    lists_people(record) & some(concern, carries(record, concern) & names(concern, person)),
)
PROFILES: Final = Conclusion("profile", (person, record), "{person} [has] a profile in {record}", topic=Topic.ROLES)
PROFILES.row(
    "with-a-role",
    person,
    record,
    when=some(role, ROLES(person, record, role)),
    cites=["qld/record-intake/person-profiles"],
)
PROFILES.row(
    "brings-up-a-subject",
    person,
    record,
    when=gives_roles(record) & some(child, cares_for(person, child) & is_subject_child(child, record)),
    cites=["qld/record-intake/person-profiles"],
)
PROFILES.row(
    "has-a-record-of-their-own",
    person,
    record,
    when=RECORDS(record) & CASE_NOTE(record) & is_subject_of_its_home(person, record),
    cites=["qld/record-intake/person-profiles"],
)
for _id, _when in (
    ("parent-of-one-asked-about", some(child, is_asked_about(child, record) & is_parent_of(person, child))),
    ("brings-up-one-asked-about", some(child, is_asked_about(child, record) & cares_for(person, child))),
    (
        "lives-with-one-asked-about",
        some((child, home), is_asked_about(child, record) & lives_in(child, home) & lives_in(person, home)),
    ),
):
    PROFILES.row(_id, person, record, when=_when, cites=["qld/record-intake/person-profiles"])
PROFILES.row(
    "lives-where-it-happened",
    person,
    record,
    when=lists_people(record)
    & some((concern, home), carries(record, concern) & happened_in(concern, home) & lives_in(person, home)),
    unless=is_a_call(record) | is_dead(person),
    cites=["qld/record-intake/person-profiles"],
)
PROFILES.row(
    "elsewhere-and-named",
    person,
    record,
    when=is_named_by(person, record),
    cites=["qld/record-intake/person-profiles"],
)
