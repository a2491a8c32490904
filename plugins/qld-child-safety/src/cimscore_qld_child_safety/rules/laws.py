"""Laws of every decision: no information is lost, nobody is left out, and everything owed has its clock.

Add a line here when something must never be missing. A decision that breaks a law is not final.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, Topic, some
from cimscore.rules.families import is_child
from cimscore.rules.vocabulary import is_about, is_concern
from cimscore_qld_child_safety.rules.concerns import is_new, is_notified
from cimscore_qld_child_safety.rules.deaths import is_dead
from cimscore_qld_child_safety.rules.events import GOES, carries
from cimscore_qld_child_safety.rules.intake import is_without_parents
from cimscore_qld_child_safety.rules.investigation import FINISH, is_investigated
from cimscore_qld_child_safety.rules.notification import APPROVE, is_notification, is_notified_part
from cimscore_qld_child_safety.rules.parts import is_part
from cimscore_qld_child_safety.rules.people import is_of_its_household
from cimscore_qld_child_safety.rules.priorities import PRIORITY, is_about_unborn_children_alone
from cimscore_qld_child_safety.rules.report import APPROVE as APPROVE_REPORT
from cimscore_qld_child_safety.rules.report import is_report, is_reported_somewhere
from cimscore_qld_child_safety.rules.roles import PROFILES, ROLES, is_named_by
from cimscore_qld_child_safety.rules.subjects import SUBJECT
from cimscore_qld_child_safety.rules.transfer import TRANSFER
from cimscore_qld_child_safety.rules.vocabulary import RESPONSE, child, concern, home, person, record, role
from cimscore_qld_child_safety.words import EventRole, Priority

ENDS_SOMEWHERE: Final = Conclusion(
    "ends-somewhere",
    (concern, child),
    "what {concern} says of {child} [ends] in a record",
    topic=Topic.LAWS,
    owes=is_part(concern, child),
)
ENDS_SOMEWHERE.row(
    "in-a-record",
    concern,
    child,
    when=some(record, GOES(concern, child, record)),
    cites=["qld/duplicates/record-everything"],
)

HAS_A_RESPONSE: Final = Conclusion(
    "has-a-response",
    (concern,),
    "{concern} [has] its response",
    topic=Topic.LAWS,
    owes=is_new(concern),
)
HAS_A_RESPONSE.row("decided", concern, when=RESPONSE.answered(concern), cites=["qld/record-notification/form"])

FITS_ITS_PRIORITY: Final = Conclusion(
    "fits-its-priority",
    (concern,),
    "{concern}, which has a response priority, [is] answered by a notification",
    topic=Topic.LAWS,
    owes=is_new(concern) & RESPONSE.answered(concern) & PRIORITY.answered(concern),
    holds_back=True,
    unmet=(
        "Only a notification has a response priority, so one of the two answers is not what was decided.",
        "Ask who decided, and correct the response, or leave the priority out.",
    ),
)
FITS_ITS_PRIORITY.row(
    "notified",
    concern,
    when=is_new(concern) & is_notified(concern),
    cites=["qld/record-notification/form", "qld/additional-concerns/form"],
)

was_given_24_hours: Final = Defined(
    (concern,),
    "{concern} [was] given a 24-hour response",
    is_new(concern) & is_notified(concern) & PRIORITY.answered(concern) & PRIORITY.is_(concern, Priority.HOURS_24),
)
FITS_THE_UNBORN: Final = Conclusion(
    "fits-the-unborn",
    (concern,),
    "{concern}, which was given a 24-hour response, [concerns] somebody who is born",
    topic=Topic.LAWS,
    owes=was_given_24_hours(concern),
    unmet=(
        "For an unborn child a response is due in 5 days if the birth is likely within them, and else in 10.",
        "Ask who decided. If a child who is born is at risk too, name that child in the concern.",
    ),
)
FITS_THE_UNBORN.row(
    "not-about-unborn-children-alone",
    concern,
    when=is_concern(concern),
    unless=is_about_unborn_children_alone(concern) & PRIORITY.is_(concern, Priority.HOURS_24),
    cites=["qld-commencement/commencement/unborn"],
)

is_about_nobody: Final = Defined(
    (record,),
    "{record} [carries] concerns that name nobody",
    some(concern, carries(record, concern))
    & ~some((concern, person), carries(record, concern) & is_about(concern, person)),
)
NAMES_A_CHILD: Final = Conclusion(
    "names-a-child",
    (record,),
    "{record} [has] the name of its child, which every effort is to be made to learn",
    topic=Topic.LAWS,
    owes=(is_notification(record) | is_report(record)) & is_about_nobody(record),
    unmet=(
        "Nobody is named in its concerns.",
        (
            "Ask the notifier, the family, friends or a school for a name, and for an address or another way to find "
            "the child. Until the attempts have failed it keeps its record and its clocks."
        ),
    ),
)
NAMES_A_CHILD.row(
    "somebody",
    record,
    when=(is_notification(record) | is_report(record)) & some(concern, carries(record, concern)),
    unless=is_about_nobody(record),
    cites=["qld/no-identifying-information/every-effort"],
)
HAS_A_SUBJECT: Final = Conclusion(
    "has-a-subject-child",
    (record,),
    "{record} [has] a subject child",
    topic=Topic.LAWS,
    unmet=(
        (
            "Nobody whom it is about counts as a subject child: only a child does, unborn or under 18 when the "
            "information was received, and no child who only visits and has a parent who protects them."
        ),
        (
            "Ask whether an age is wrong, or whether another child is meant. Ask where the child lives, and whether a "
            "parent protects them. If all that is right, decide on another response; the police, or a service for "
            "adults, may have to be told."
        ),
    ),
    owes=(is_notification(record) | is_report(record)) & ~is_about_nobody(record),
    holds_back=True,
)
HAS_A_SUBJECT.row(
    "somebody",
    record,
    when=(is_notification(record) | is_report(record)) & some(child, ROLES(child, record, EventRole.SUBJECT_CHILD)),
    cites=["qld/subject-or-other/subject-of-concerns"],
)

IS_RECORDED: Final = Conclusion(
    "is-recorded",
    (child, home),
    "{child}, a subject of the concerns in {home}, [is] subject child of a record",
    topic=Topic.LAWS,
    owes=SUBJECT(child, home),
)
IS_RECORDED.row(
    "in-some-record",
    child,
    home,
    when=SUBJECT(child, home) & some(record, ROLES(child, record, EventRole.SUBJECT_CHILD)),
    cites=["qld/subject-or-other/subject-of-concerns"],
)

APPEARS: Final = Conclusion(
    "appears",
    (person, record),
    "{person}, whom the concerns name, [appears] in {record}",
    topic=Topic.LAWS,
    owes=is_named_by(person, record),
)
APPEARS.row(
    "with-a-profile", person, record, when=PROFILES(person, record), cites=["qld/record-intake/person-profiles"]
)

is_a_child_there: Final = Defined(
    (child, record),
    "now or when a concern happened there, {child}, a minor, [is] at home in a household of {record}",
    (is_notification(record) | is_report(record))
    & is_child(child)
    & ~is_dead(child)
    & is_of_its_household(child, record),
)
HAS_A_ROLE: Final = Conclusion(
    "has-a-role",
    (child, record),
    "{child}, a child of the household, [has] a role in {record}",
    topic=Topic.LAWS,
    owes=is_a_child_there(child, record),
)
HAS_A_ROLE.row(
    "some-role",
    child,
    record,
    when=is_a_child_there(child, record) & some(role, ROLES(child, record, role)),
    cites=["qld/record-intake/a-role-for-each-child"],
)

is_called_a_subject: Final = Defined(
    (child, record),
    "{child} [is] recorded as subject child of {record}",
    ROLES(child, record, EventRole.SUBJECT_CHILD),
)
HAS_ONE_PART_IN_IT: Final = Conclusion(
    "has-one-part-in-it",
    (child, record),
    "{child}, a subject child of {record}, [has] no second part in it as other child",
    topic=Topic.LAWS,
    owes=is_called_a_subject(child, record),
)
HAS_ONE_PART_IN_IT.row(
    "subject-alone",
    child,
    record,
    when=is_called_a_subject(child, record) & ~ROLES(child, record, EventRole.OTHER_CHILD),
    cites=["qld/record-intake/a-role-for-each-child"],
)

KNOWS_THE_PARENTS: Final = Conclusion(
    "knows-the-parents",
    (child, record),
    "{record} [has] a parent of its subject child {child}, as far as anybody knows",
    topic=Topic.LAWS,
    owes=is_called_a_subject(child, record),
    unmet=(
        "A record has the parents in it, and none of them is entered.",
        "Learn who they are and enter each, even without a name; no_other_parent: true is for a child with none.",
    ),
)
KNOWS_THE_PARENTS.row(
    "entered-or-not-known",
    child,
    record,
    when=is_called_a_subject(child, record),
    unless=is_without_parents(child),
    cites=["qld/record-intake/person-profiles"],
)

HAS_ITS_CLOCK: Final = Conclusion(
    "has-its-clock",
    (concern, child),
    "the notification of what {concern} says of {child} [has] its time of approval",
    topic=Topic.LAWS,
    owes=is_notified_part(concern, child),
)
HAS_ITS_CLOCK.row(
    "approval",
    concern,
    child,
    when=APPROVE.part("owed")(concern, child),
    cites=["qld/record-notification/to-the-approver"],
)

HAS_ITS_REPORT_CLOCK: Final = Conclusion(
    "has-its-report-clock",
    (concern, child),
    "the report of what {concern} says of {child} [has] its time of approval",
    topic=Topic.LAWS,
    owes=is_reported_somewhere(concern, child),
)
HAS_ITS_REPORT_CLOCK.row(
    "approval",
    concern,
    child,
    when=APPROVE_REPORT.part("owed")(concern, child),
    cites=["qld/child-concern-report/5-business-days"],
)

IS_HANDED_OVER: Final = Conclusion(
    "is-handed-over",
    (concern, child),
    "the investigation of what {concern} says of {child} [has] its time of handing over",
    topic=Topic.LAWS,
    owes=is_notified_part(concern, child),
)
IS_HANDED_OVER.row(
    "by-a-day",
    concern,
    child,
    when=TRANSFER.part("owed")(concern, child),
    cites=["qld/transfer/same-timeframes"],
)

HAS_ITS_END: Final = Conclusion(
    "has-its-end",
    (concern, child),
    "the investigation of what {concern} says of {child} [has] its hundred days",
    topic=Topic.LAWS,
    owes=is_investigated(concern, child),
)
HAS_ITS_END.row(
    "by-a-day",
    concern,
    child,
    when=FINISH.part("owed")(concern, child),
    cites=["qld/no-identifying-information/100-days"],
)
