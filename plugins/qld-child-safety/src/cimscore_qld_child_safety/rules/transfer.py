"""Transfer of a notification to a service centre, and the open investigation that results.

Add a line here when a policy says which service centre receives something, or how it is handed over.
"""

from __future__ import annotations

from typing import Final

from cimscore.policy import Modal
from cimscore.rules import Clocks, Defined, Duties, Question, Record, same, some
from cimscore.rules.families import in_shared_care
from cimscore.rules.vocabulary import happened_in, lives_in, record_took
from cimscore_qld_child_safety.readings.clocks import TRANSFER_CLOCK, TransferClock
from cimscore_qld_child_safety.readings.records import RELEVANT_CENTRE, RelevantCentre
from cimscore_qld_child_safety.rules.concerns import is_notified
from cimscore_qld_child_safety.rules.counting import CONVENTIONS, area_of_a_centre, at_the_office, ends, office
from cimscore_qld_child_safety.rules.events import GOES, RECORDS, carries, is_of_home
from cimscore_qld_child_safety.rules.notification import (
    approved_at,
    holds_one_of,
    is_decided_on,
    is_notification,
    is_notified_part,
)
from cimscore_qld_child_safety.rules.priorities import PRIORITY, own_priority
from cimscore_qld_child_safety.rules.roles import ROLES
from cimscore_qld_child_safety.rules.vocabulary import (
    NOTIFICATION,
    area,
    child,
    concern,
    home,
    moment,
    other_area,
    place,
    priority,
    record,
)
from cimscore_qld_child_safety.tables import APPROVAL
from cimscore_qld_child_safety.words import TEAM_LEADER, THE_CENTRE, THE_INTAKE_SERVICE, EventRole, Priority, Step

CENTRE: Final = Question(
    id="service-centre",
    things=(record,),
    text="Which area's service centre is the relevant one for {record}? The facts name none, or several.",
    answers=str,
    decided_by=TEAM_LEADER,
    weigh=("where the subject children live", "where the harm occurred"),
    cites=("qld/transfer/where-the-child-lives", "qld/transfer/where-the-harm-was"),
)

other_record: Final = Record("other record", other_than=record)

is_subject_child_in: Final = Defined(
    (child, record),
    "{child} [is] recorded as subject child in {record}",
    RECORDS(record) & ROLES(child, record, EventRole.SUBJECT_CHILD),
)
area_of_the_harm: Final = Defined(
    (record, area),
    "the harm household of {record} [lies] in {area}",
    is_notification(record) & some(home, is_of_home(record, home) & area_of_a_centre(home, area)),
)
area_of_the_child: Final = Defined(
    (record, area),
    "a subject child of {record} [lives] in {area} alone",
    some(
        (child, home),
        is_subject_child_in(child, record)
        & ~in_shared_care(child)
        & lives_in(child, home)
        & area_of_a_centre(home, area),
    ),
)
was_harmed_in: Final = Defined(
    (child, record, home),
    "what {record} carries [happened|did not happen] to {child}, who has two homes, in {home}",
    is_subject_child_in(child, record)
    & in_shared_care(child)
    & some(concern, carries(record, concern) & happened_in(concern, home)),
)
area_of_one_of_two_homes: Final = Defined(
    (record, area),
    "a subject child of {record} with two homes [comes] to harm in {area}",
    some((child, home), was_harmed_in(child, record, home) & area_of_a_centre(home, area)),
)
area_of_both_homes: Final = Defined(
    (record, area),
    "a subject child of {record} with two homes, harmed in no household, [has] a home in {area}",
    some(
        (child, home),
        is_subject_child_in(child, record)
        & in_shared_care(child)
        & ~some(place, was_harmed_in(child, record, place))
        & lives_in(child, home)
        & area_of_a_centre(home, area),
    ),
)
area_by_the_children: Final = Defined(
    (record, area),
    "the subject children of {record} [point|do not point] to {area}",
    area_of_the_child(record, area) | area_of_one_of_two_homes(record, area) | area_of_both_homes(record, area),
)
sole_area_by_the_children: Final = Defined(
    (record, area),
    "the subject children of {record} [point|do not point] to {area} alone",
    area_by_the_children(record, area) & ~some(other_area, area_by_the_children(record, other_area)),
)
area_by_the_page: Final = Defined(
    (record, area),
    "by the facts the relevant service centre for {record} [is] that of {area}",
    (RELEVANT_CENTRE.is_(RelevantCentre.HARM_HOUSEHOLD) & area_of_the_harm(record, area))
    | (
        RELEVANT_CENTRE.is_(RelevantCentre.WHERE_THE_CHILD_LIVES)
        & is_notification(record)
        & sole_area_by_the_children(record, area)
    ),
)
area_by_decision: Final = Defined(
    (record, area),
    "by decision the relevant service centre for {record} [is] that of {area}",
    is_notification(record) & CENTRE.answered(record) & CENTRE.is_(record, area),
)
relevant_area: Final = Defined(
    (record, area),
    "the relevant service centre for {record} [is] that of {area}",
    area_by_the_page(record, area)
    | (area_by_decision(record, area) & ~some(other_area, area_by_the_page(record, other_area))),
)
area_to_send_to: Final = Defined(
    (record, area),
    "{record} [is] to be sent to {area}",
    area_of_the_harm(record, area)
    | (area_by_decision(record, area) & ~some(other_area, area_of_the_harm(record, other_area))),
)
has_an_area: Final = Defined(
    (record,),
    "it [is] known where {record} goes",
    some(area, relevant_area(record, area)) & some(area, area_to_send_to(record, area)),
)
is_urgent: Final = Defined(
    (record,),
    "{record} [carries] concerns with a 24-hour response",
    is_notification(record)
    & some(concern, carries(record, concern) & is_notified(concern) & PRIORITY.is_(concern, Priority.HOURS_24)),
)
works_beside: Final = Defined(
    (record, other_area),
    "another notification of the matter of {record} [goes] to {other area}",
    some(
        (area, other_record),
        area_of_the_harm(record, area) & area_of_the_harm(other_record, other_area) & ~same(area, other_area),
    ),
)

TRANSFERS: Final = Duties("transfer", (record,), step=Step.HAND_OVER)
TRANSFERS.duty(
    "send",
    "send the notification",
    by=THE_INTAKE_SERVICE,
    to="the service centre for {}",
    modal=Modal.WILL,
    after="approve",
    detail=area,
    when=area_to_send_to(record, area),
    cites=["qld/record-notification/to-the-centre"],
)
TRANSFERS.duty(
    "send",
    "send the notification",
    by=THE_INTAKE_SERVICE,
    to="the service centre for {}",
    modal=Modal.WILL,
    after="approve",
    id="send-once-it-is-known-where",
    detail="an area still to be asked",
    when=is_notification(record) & ~some(area, area_to_send_to(record, area)),
    cites=["qld/record-notification/to-the-centre"],
)
TRANSFERS.duty(
    "ask-which-centre",
    "ask which service centre is the relevant one",
    by=THE_INTAKE_SERVICE,
    modal=Modal.WILL,
    after="approve",
    when=is_notification(record),
    unless=has_an_area(record),
    cites=["qld/record-notification/to-the-centre"],
)
TRANSFERS.duty(
    "work-together",
    "carry out the investigations together with the other centre, that for {}, and keep the burden on both households "
    "small",
    by=THE_CENTRE,
    step=Step.INVESTIGATE,
    modal=Modal.WILL,
    detail=other_area,
    when=works_beside(record, other_area),
    cites=["qld/record-notification/centres-work-together"],
)
_TRAY = "the pending tray of the service centre for {}"
TRANSFERS.duty(
    "transfer",
    "hand over the open investigation",
    by=THE_INTAKE_SERVICE,
    to=_TRAY,
    after="approve",
    detail=area,
    when=relevant_area(record, area),
    cites=["qld/transfer/same-timeframes"],
)
TRANSFERS.duty(
    "transfer",
    "hand over the open investigation",
    by=THE_INTAKE_SERVICE,
    to=_TRAY,
    after="approve",
    detail="an area still to be asked",
    id="transfer-once-it-is-known-where",
    when=is_notification(record) & ~some(area, relevant_area(record, area)),
    cites=["qld/transfer/same-timeframes"],
)
TRANSFERS.duty(
    "transfer",
    "hand over the open investigation",
    by=THE_INTAKE_SERVICE,
    to=_TRAY,
    after="approve",
    detail=area,
    id="transfer-where-the-child-lives",
    when=relevant_area(record, area) & area_of_the_child(record, area),
    cites=["qld/transfer/where-the-child-lives", "qld/transfer/same-timeframes"],
)
TRANSFERS.duty(
    "transfer",
    "hand over the open investigation",
    by=THE_INTAKE_SERVICE,
    to=_TRAY,
    after="approve",
    detail=area,
    id="transfer-where-the-harm-was",
    when=relevant_area(record, area) & area_of_one_of_two_homes(record, area),
    cites=["qld/transfer/where-the-harm-was", "qld/transfer/same-timeframes"],
)
for _id, _area, _where in (
    ("telephone", area, relevant_area(record, area)),
    ("telephone-once-it-is-known-whom", "an area still to be asked", ~some(area, relevant_area(record, area))),
):
    TRANSFERS.duty(
        "telephone",
        "telephone about the response required",
        by=THE_INTAKE_SERVICE,
        to="the senior team leader of the service centre for {}",
        modal=Modal.WILL,
        id=_id,
        detail=_area,
        when=is_urgent(record) & _where,
        cites=["qld/transfer/telephone"],
    )
TRANSFERS.duty(
    "watch-the-tray",
    "watch the pending allocation tray in ICMS",
    by="the service centre's senior team leader and management team",
    modal=Modal.WILL,
    when=is_notification(record),
    cites=["qld/record-intake/watch-pending-tray"],
)

transferred_at: Final = Defined(
    (concern, child, moment),
    "the investigation of what {concern} says of {child} [was] handed over at {moment}",
    some(record, GOES(concern, child, record) & NOTIFICATION(record) & record_took(record, "transfer", moment)),
)

CLOCKS: Final = Clocks((concern, child))
TRANSFER: Final = CLOCKS.clock(
    "transfer",
    "hand over the open investigation",
    owed=is_notified_part(concern, child) & some(own_priority, PRIORITY.is_(concern, own_priority)),
    starts=(
        (TRANSFER_CLOCK.is_(TransferClock.SAME_DEADLINE) & is_decided_on(concern, child, priority, moment))
        | (
            TRANSFER_CLOCK.is_(TransferClock.FROM_APPROVAL)
            & approved_at(concern, child, moment)
            & holds_one_of(concern, child, priority)
        )
    ),
    moment=moment,
    within=APPROVAL,
    by=priority,
    also=at_the_office,
    place=office,
    ends=ends,
    stops=transferred_at(concern, child, moment),
    done=moment,
    who=THE_INTAKE_SERVICE,
    says_from="the decision on the response",
    cites=["qld/transfer/same-timeframes", *CONVENTIONS],
)
