"""Contents of every intake record, and how it is written.

Add a line here when a policy says what an intake event contains, whatever its response.
"""

from __future__ import annotations

import enum
from typing import Final

from cimscore.policy import Modal
from cimscore.rules import Defined, Duties, Person, Value, some
from cimscore.rules.families import is_child
from cimscore.rules.vocabulary import (
    has_died,
    has_surname,
    is_on_record,
    is_parent_of,
    is_person,
    is_pregnant_with,
    is_unborn,
    lives_elsewhere,
    no_other_parent_known,
)
from cimscore_qld_child_safety.rules.events import RECORDS, carries
from cimscore_qld_child_safety.rules.harm import HARM, is_theirs_by_choice
from cimscore_qld_child_safety.rules.people import gives_roles, is_enquiry, is_event, visited_with_a_record_elsewhere
from cimscore_qld_child_safety.rules.roles import PROFILES, ROLES
from cimscore_qld_child_safety.rules.subjects import blamed_for_another, was_recorded
from cimscore_qld_child_safety.rules.vocabulary import (
    LIMITED,
    PROTECTIVE,
    UNIDENTIFIED,
    concern,
    home,
    parent,
    person,
    record,
)
from cimscore_qld_child_safety.words import THE_OFFICER, THE_TEAM_LEADER, EventRole, Step

surname: Final = Value("surname", str)
second_parent: Final = Person("second parent", other_than=parent)
any_role: Final = Value[enum.StrEnum]("role", EventRole)

is_in_icms: Final = Defined(
    (record,), "{record} [is] made in ICMS", RECORDS(record) & ~LIMITED(record) & ~UNIDENTIFIED(record)
)

has_a_role: Final = Defined(
    (person, record),
    "{person} [has] a role in the intake event {record}",
    is_event(record) & some(any_role, ROLES(person, record, any_role)),
)
is_known_in_full: Final = Defined(
    (person,),
    "all that is asked about {person} [is] on record",
    is_on_record(person, "indigenous status")
    & is_on_record(person, "cultural status")
    & is_on_record(person, "health")
    & is_on_record(person, "disability")
    & is_on_record(person, "mental health"),
)
all_are_known_in_full: Final = Defined(
    (record,),
    "what is to be on record of each person with a role in {record} [is] on record",
    some(person, has_a_role(person, record) & is_known_in_full(person))
    & ~some(person, has_a_role(person, record) & ~is_known_in_full(person)),
)

INTAKE: Final = Duties("intake", (record,), step=Step.FILL_IN, in_any_case=True)
INTAKE.duty(
    "record-in-icms",
    "record everything about the intake",
    by=THE_OFFICER,
    step=Step.CREATE,
    to="ICMS",
    when=is_in_icms(record),
    cites=["qld/record-intake/in-icms", "qld/no-identifying-information/no-address"],
)
INTAKE.duty(
    "person-profiles",
    "make a profile for each subject child, the parents, everyone else in the household, and anyone elsewhere who "
    "matters",
    by=THE_OFFICER,
    step=Step.PEOPLE,
    when=gives_roles(record) & is_event(record),
    cites=["qld/record-intake/person-profiles"],
)
INTAKE.duty(
    "person-profiles-of-an-enquiry",
    "make a profile for each child asked about, the parents, everyone else in the household, and anyone elsewhere who "
    "matters",
    by=THE_OFFICER,
    step=Step.PEOPLE,
    when=is_enquiry(record),
    cites=["qld/record-intake/person-profiles"],
)
INTAKE.duty(
    "roles",
    "record each child and unborn child as subject child or other child",
    by=THE_OFFICER,
    step=Step.PEOPLE,
    after="person-profiles",
    when=gives_roles(record) & is_event(record),
    cites=["qld/record-intake/a-role-for-each-child"],
)
INTAKE.duty(
    "relationships",
    "record how all the people in the event are related",
    by=THE_OFFICER,
    step=Step.PEOPLE,
    after="event",
    when=is_event(record),
    cites=["qld/record-intake/relationships"],
)
INTAKE.duty(
    "about-each-person",
    "record Indigenous status, cultural status and relevant health, disability or mental-health information, person by "
    "person",
    by=THE_OFFICER,
    step=Step.PEOPLE,
    when=is_event(record),
    unless=all_are_known_in_full(record),
    cites=["qld/record-intake/about-each-person"],
)
INTAKE.duty(
    "notifier-field",
    "record who the notifier is",
    by=THE_OFFICER,
    to="the notifier field of the intake form",
    when=is_event(record),
    cites=["qld/record-intake/notifier-field"],
)
INTAKE.duty(
    "notifier-nowhere-else",
    "identify the notifier anywhere but in the notifier field",
    by=THE_OFFICER,
    modal=Modal.MUST_NOT,
    when=is_in_icms(record),
    cites=["qld/record-intake/notifier-nowhere-else"],
)
INTAKE.duty(
    "write-without-identifying",
    "word the record so that nobody can work out who the notifier is",
    by=THE_OFFICER,
    when=is_in_icms(record),
    cites=["qld/record-intake/write-without-identifying"],
)
INTAKE.duty(
    "what-the-notifier-said",
    "record what was said of the harm or risk; of the child, family, community, culture and supports; of strengths and "
    "protection; and of the context",
    by=THE_OFFICER,
    when=is_event(record),
    cites=["qld/record-intake/what-the-notifier-said"],
)
INTAKE.duty(
    "direct-information",
    "include any direct information about the alleged harm or risk to the child or unborn child",
    by=THE_OFFICER,
    when=is_event(record),
    cites=["qld/record-intake/direct-information"],
)
INTAKE.duty(
    "history",
    "set out what the child-protection history shows",
    by=THE_OFFICER,
    when=is_event(record),
    cites=["qld/record-intake/history"],
)
INTAKE.duty(
    "clear-account",
    "make the family composition, the context and the way to the decision clear to a reader",
    by=THE_OFFICER,
    when=is_event(record),
    cites=["qld/record-intake/clear-account"],
)
INTAKE.duty(
    "other-actions",
    "record other steps taken: a report to the police, if relevant; feedback to the notifier or SCAN representative; "
    "information on Victim Assist, if relevant",
    by=THE_OFFICER,
    when=is_event(record),
    cites=["qld/record-intake/other-actions"],
)
INTAKE.duty(
    "paper-file",
    "keep paper, handwritten notes among it",
    by=THE_OFFICER,
    step=Step.ATTACH,
    to="each subject child's paper file",
    when=gives_roles(record) & is_event(record),
    cites=["qld/record-intake/paper-file"],
)
INTAKE.duty(
    "paper-file-of-an-enquiry",
    "keep paper, handwritten notes among it",
    by=THE_OFFICER,
    step=Step.ATTACH,
    to="the paper file of each child asked about",
    when=is_enquiry(record),
    cites=["qld/record-intake/paper-file"],
)
INTAKE.duty(
    "attach-documents",
    "attach the documents that matter",
    by=THE_OFFICER,
    step=Step.ATTACH,
    to="the intake event",
    when=is_event(record),
    cites=["qld/record-intake/attachments"],
)

# Duties about one person in a record.
is_unborn_there: Final = Defined(
    (person, record),
    "the unborn {person} [has] a profile in {record}",
    is_event(record) & PROFILES(person, record) & is_unborn(person),
)
mothers_surname: Final = Defined(
    (person, surname),
    "{surname} [is] the surname of the mother of {person}",
    some(parent, is_pregnant_with(parent, person) & has_surname(parent, surname)),
)
has_a_parent: Final = Defined(
    (person,), "a parent of {person} [is] entered", some(parent, is_parent_of(parent, person))
)
has_one_parent_alone: Final = Defined(
    (person,),
    "one parent alone of {person} [is] entered, though there may be another",
    has_a_parent(person)
    & ~some((parent, second_parent), is_parent_of(parent, person) & is_parent_of(second_parent, person))
    & ~no_other_parent_known(person),
)
is_without_parents: Final = Defined(
    (person,),
    "no parent of {person} [is] entered, though there may be one",
    is_person(person) & ~has_a_parent(person) & ~no_other_parent_known(person),
)
is_now_blamed: Final = Defined(
    (person,),
    "{person}, on file already, [is] now said to be responsible for harm to another child",
    is_person(person)
    & was_recorded(person)
    & some((concern, home), HARM(home) & blamed_for_another(concern, person, home)),
)

chose_to_be_at_risk: Final = Defined(
    (person, record),
    "{person}, a minor with a role in {record}, [stays] by choice at the place of risk",
    has_a_role(person, record)
    & is_child(person)
    & some(concern, carries(record, concern) & is_theirs_by_choice(person, concern)),
)

OF_PEOPLE: Final = Duties("intake-person", (person, record), step=Step.FILL_IN)
OF_PEOPLE.duty(
    "unborn-profile",
    "make a profile for the unborn child",
    by=THE_OFFICER,
    step=Step.PEOPLE,
    when=is_unborn_there(person, record),
    cites=["qld/record-intake/unborn-profile"],
)
OF_PEOPLE.duty(
    "unborn-name",
    "record the first name 'Unborn' and the surname {}, however far the pregnancy is, confirmed or not",
    by=THE_OFFICER,
    step=Step.PEOPLE,
    detail=surname,
    when=is_unborn_there(person, record) & mothers_surname(person, surname),
    cites=["qld/record-intake/unborn-name"],
)
OF_PEOPLE.duty(
    "unborn-name-to-learn",
    "learn the mother's surname, and record the first name 'Unborn' with it",
    by=THE_OFFICER,
    step=Step.PEOPLE,
    when=is_unborn_there(person, record),
    unless=some(surname, mothers_surname(person, surname)),
    cites=["qld/record-intake/unborn-name"],
)
_OF_KIN: Final = ("the family, or birth and court records", "Whoever it is needs a profile, and may be a parent there.")
_OF_A_HOME: Final = ("the family, or somebody who knows that home", "Whoever matters there needs a profile.")
for _id, _who, _when, (_ask, _then) in (
    ("parents-to-learn", "who the parents of {} are, or that there is none", is_without_parents(person), _OF_KIN),
    (
        "other-parent-to-learn",
        "who the other parent of {} is, or that there is none",
        has_one_parent_alone(person),
        _OF_KIN,
    ),
    ("other-home-to-learn", "who lives in the home of {} that is not entered", lives_elsewhere(person), _OF_A_HOME),
):
    OF_PEOPLE.duty(
        _id,
        f"learn {_who}, and make a profile of whoever is known",
        by=THE_OFFICER,
        step=Step.PEOPLE,
        detail=person,
        learns=_who,
        ask=_ask,
        then=_then,
        when=ROLES(person, record, EventRole.SUBJECT_CHILD) & _when,
        cites=["qld/record-intake/person-profiles"],
    )
OF_PEOPLE.duty(
    "subject-who-died",
    "ask how a subject child who has died is recorded, for the page does not say",
    by=THE_OFFICER,
    step=Step.ADVICE,
    to=THE_TEAM_LEADER,
    when=is_event(record) & ROLES(person, record, EventRole.SUBJECT_CHILD) & has_died(person),
    cites=["qld/record-intake/a-role-for-each-child"],
)
OF_PEOPLE.duty(
    "part-of-a-visitor",
    "ask which part {}, a visitor with a record of their own home, has in this one, for the page does not say",
    by=THE_OFFICER,
    step=Step.ADVICE,
    to=THE_TEAM_LEADER,
    detail=person,
    when=visited_with_a_record_elsewhere(person, record),
    unless=some(any_role, ROLES(person, record, any_role)),
    cites=["qld/record-intake/a-role-for-each-child", "qld/record-notification/visiting-child"],
)
OF_PEOPLE.duty(
    "no-additional-concerns",
    "record additional notified concerns for this child about the harm they are said to be responsible for",
    by=THE_OFFICER,
    step=Step.CREATE,
    modal=Modal.MUST_NOT,
    when=has_a_role(person, record) & is_now_blamed(person),
    cites=["qld/subject-or-other/no-additional-concerns"],
)
for _id, _word, _so_far in (
    ("parents-able-and-willing", "able and willing", PROTECTIVE(person)),
    ("parents-not-shown-to-be", "not shown to be able and willing", ~PROTECTIVE(person)),
):
    OF_PEOPLE.duty(
        "assess-the-parents",
        "assess how able and willing the parents are to protect this young person; so far they are {}",
        by=THE_OFFICER,
        step=Step.PEOPLE,
        id=_id,
        detail=_word,
        when=chose_to_be_at_risk(person, record) & _so_far,
        cites=["qld/subject-or-other/self-placed-protection"],
    )
