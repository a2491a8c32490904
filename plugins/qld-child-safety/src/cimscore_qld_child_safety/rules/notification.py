"""Notifications: their category and contents, their approval, and its clock.

Add a line here when a policy tells somebody to do something about a notification. Transfer: transfer.py. Clocks of the
investigation: investigation.py. A period that changes with an edition: a dated row in tables.py.
"""

from __future__ import annotations

from typing import Final

from cimscore.policy import Modal
from cimscore.rules import Clocks, Conclusion, Defined, Duties, Topic, same, some
from cimscore.rules.vocabulary import is_unborn, record_took
from cimscore_qld_child_safety.rules.counting import (
    CONVENTIONS,
    at_the_office,
    ends,
    office,
)
from cimscore_qld_child_safety.rules.events import GOES, RECORDS, carries
from cimscore_qld_child_safety.rules.parts import is_notified_here, is_part
from cimscore_qld_child_safety.rules.priorities import PRIORITY, own_priority
from cimscore_qld_child_safety.rules.roles import ROLES
from cimscore_qld_child_safety.rules.vocabulary import (
    NOTIFICATION,
    RESPONSE,
    any_concern,
    anyone,
    child,
    concern,
    moment,
    priority,
    record,
    word,
)
from cimscore_qld_child_safety.tables import APPROVAL
from cimscore_qld_child_safety.words import THE_CENTRE, THE_OFFICER, THE_TEAM_LEADER, EventRole, Step

is_notification: Final = Defined((record,), "{record} [is] a notification", RECORDS(record) & NOTIFICATION(record))
has_unborn_subject: Final = Defined(
    (record,),
    "{record} [is] about an unborn child",
    some(child, ROLES(child, record, EventRole.SUBJECT_CHILD) & is_unborn(child)),
)
has_born_subject: Final = Defined(
    (record,),
    "{record} [is] about a child who is born",
    some(anyone, ROLES(anyone, record, EventRole.SUBJECT_CHILD) & ~is_unborn(anyone)),
)

CATEGORY: Final = Conclusion(
    "category", (record, word), "{record} [has] the notification category {word}", topic=Topic.ROLES, marks=True
)
CATEGORY.row(
    "unborn",
    record,
    "unborn",
    when=is_notification(record) & has_unborn_subject(record) & has_born_subject(record),
    cites=["qld/record-notification/category-unborn"],
)

NOTIFICATIONS: Final = Duties("notification", (record,), step=Step.FILL_IN)
NOTIFICATIONS.duty(
    "event",
    "create an intake event, and find or make a record of every person who matters",
    by=THE_OFFICER,
    step=Step.CREATE,
    in_any_case=True,
    when=is_notification(record),
    cites=["qld/record-notification/event"],
)
NOTIFICATIONS.duty(
    "form",
    "complete the intake form with the screening criteria and the response priority assessment",
    by=THE_OFFICER,
    after="event",
    when=is_notification(record),
    cites=["qld/record-notification/form"],
)
NOTIFICATIONS.duty(
    "notification-section",
    "complete the notification section and the notification category",
    by=THE_OFFICER,
    after="event",
    when=is_notification(record),
    cites=["qld/record-notification/category-unborn"],
)
NOTIFICATIONS.duty(
    "category",
    "record the notification category 'unborn'",
    by=THE_OFFICER,
    when=is_notification(record) & has_unborn_subject(record) & has_born_subject(record),
    cites=["qld/record-notification/category-unborn"],
)
NOTIFICATIONS.duty(
    "unborn-priority",
    "give the unborn child a 5-day priority if birth is likely within five business days of the decision, else a "
    "10-day one",
    by=THE_OFFICER,
    when=is_notification(record) & has_unborn_subject(record),
    cites=["qld-commencement/commencement/unborn"],
)
NOTIFICATIONS.duty(
    "pre-notification-check",
    "complete the pre-notification check, if relevant",
    by=THE_OFFICER,
    when=is_notification(record),
    cites=["qld/record-notification/pre-notification-check"],
)
NOTIFICATIONS.duty(
    "forward",
    "finalise it and forward everything that belongs to it for approval",
    by=THE_OFFICER,
    step=Step.FORWARD,
    to=THE_TEAM_LEADER,
    after="form",
    when=is_notification(record),
    cites=["qld/record-notification/to-the-approver"],
)
NOTIFICATIONS.duty(
    "approve",
    "approve the notification in ICMS",
    by=THE_TEAM_LEADER,
    step=Step.APPROVE,
    modal=Modal.WILL,
    after="forward",
    when=is_notification(record),
    cites=["qld/approve/who-approves", "qld/record-notification/to-the-approver"],
)
NOTIFICATIONS.duty(
    "no-delay",
    "let the approval delay the start of the investigation and assessment",
    by=THE_TEAM_LEADER,
    step=Step.APPROVE,
    modal=Modal.WILL_NOT,
    when=is_notification(record),
    cites=["qld/approve/does-not-delay"],
)
NOTIFICATIONS.duty(
    "feedback",
    "give feedback, if applicable",
    by=THE_OFFICER,
    step=Step.FORWARD,
    to="the notifier",
    after="forward",
    when=is_notification(record),
    cites=["qld/record-notification/feedback"],
)
NOTIFICATIONS.duty(
    "commence",
    "start the investigation and assessment",
    by=THE_CENTRE,
    step=Step.INVESTIGATE,
    modal=Modal.IS_TO,
    when=is_notification(record),
    cites=["qld-commencement/commencement/clock-starts"],
)
NOTIFICATIONS.duty(
    "finish",
    "finish the investigation and assessment",
    by=THE_CENTRE,
    step=Step.INVESTIGATE,
    modal=Modal.EVERY_EFFORT,
    after="commence",
    when=is_notification(record),
    cites=["qld/no-identifying-information/100-days"],
)

# Clocks belong to a part and the decision that starts them. The records that carry the part show them.
is_notified_part: Final = Defined(
    (concern, child),
    "what {concern} says of {child} [is] to be notified",
    is_part(concern, child) & is_notified_here(concern),
)
is_notified_in: Final = Defined(
    (concern, child, record),
    "what {concern} says of {child} [goes] into {record}, a notification",
    GOES(concern, child, record) & NOTIFICATION(record),
)
approved_at: Final = Defined(
    (concern, child, moment),
    "the notification of what {concern} says of {child} [was] approved at {moment}",
    some(record, is_notified_in(concern, child, record) & record_took(record, "approve", moment)),
)
stands_with: Final = Defined(
    (concern, child, any_concern),
    "what {concern} says of {child} [stands] in one notification with {any concern}",
    is_notified_part(concern, child)
    & is_notified_here(any_concern)
    & (
        same(concern, any_concern) | some(record, is_notified_in(concern, child, record) & carries(record, any_concern))
    ),
)
holds_one_of: Final = Defined(
    (concern, child, priority),
    "the notification of what {concern} says of {child} [has] a concern with {priority}",
    some(any_concern, stands_with(concern, child, any_concern) & PRIORITY.is_(any_concern, priority)),
)
is_decided_on: Final = Defined(
    (concern, child, priority, moment),
    "the notification of what {concern} says of {child} [has] a concern decided on at {moment}, with {priority}",
    some(
        any_concern,
        stands_with(concern, child, any_concern)
        & PRIORITY.is_(any_concern, priority)
        & RESPONSE.decided_at(any_concern, moment),
    ),
)
"""One notification is approved, handed over and investigated once: the concern that makes it soonest counts."""

CLOCKS: Final = Clocks((concern, child))
APPROVE: Final = CLOCKS.clock(
    "approve",
    "approve the notification",
    owed=is_notified_part(concern, child) & some(own_priority, PRIORITY.is_(concern, own_priority)),
    starts=is_decided_on(concern, child, priority, moment),
    moment=moment,
    within=APPROVAL,
    by=priority,
    also=at_the_office,
    place=office,
    ends=ends,
    stops=approved_at(concern, child, moment),
    done=moment,
    who=THE_TEAM_LEADER,
    modal=Modal.WILL,
    says_from="the decision on the response",
    cites=["qld/approve/who-approves", "qld/record-notification/to-the-approver", *CONVENTIONS],
)
