"""Reports about a child whose investigation closed recently: ask the centre that led it before the approval.

Add a line here when a policy says what a recently closed investigation means for a new report.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from cimscore.case import Moment, Unknown
from cimscore.clocks import Span, When
from cimscore.policy import Modal
from cimscore.rules import Comparison, Defined, Duties, Question, Value, some
from cimscore.rules.vocabulary import days_since, file_kind, has_moved, moved, received
from cimscore_qld_child_safety.readings.clocks import THIRTY_DAYS, ThirtyDays
from cimscore_qld_child_safety.readings.records import CLOSED_AND_NO_INTERVENTION, Joined
from cimscore_qld_child_safety.rules.events import carries
from cimscore_qld_child_safety.rules.files import in_intervention
from cimscore_qld_child_safety.rules.report import (
    INTAKE_CREATED,
    created_at,
    is_combined_report,
    is_created,
    is_of_new_concerns,
)
from cimscore_qld_child_safety.rules.roles import ROLES
from cimscore_qld_child_safety.rules.vocabulary import (
    RESPONSE,
    child,
    concern,
    file,
    is_closed,
    is_subject_on_file,
    moment,
    record,
)
from cimscore_qld_child_safety.words import (
    BRISBANE,
    CENTRE_TEAM_LEADER,
    THE_INTAKE_TEAM_LEADER,
    EventRole,
    KindOfRecord,
    Step,
)

NOTIFICATION_ADVISED: Final = Question(
    id="notification-advised",
    things=(record,),
    text="Does the service centre's senior team leader advise a notification in place of {record}?",
    answers=bool,
    working=False,
    why="the response stands as it was decided until the centre advises otherwise",
    decided_by=CENTRE_TEAM_LEADER,
    weigh=(
        "the new concerns",
        "what they know of the child and family from lately",
        "the finished assessment and its outcome",
        "cumulative harm",
    ),
    cites=("qld/child-concern-report/advice-of-the-centre",),
)

THIRTY: Final = 30
closing: Final = Value("closing", Moment)


def fewer_than_thirty(closed: When, measured: When | Unknown) -> int:
    """Return how certain it is, from 0 to 3, that less than thirty days lie between a closing and a later moment."""
    if isinstance(measured, Unknown):
        return 1
    closings, measurings = _days(closed), _days(measured)
    least = (measurings[0] - closings[1]).days
    most = (measurings[1] - closings[0]).days
    if most < 0 or least >= THIRTY:
        return 0
    if least >= 0 and most < THIRTY:
        return 3
    return 2 if 0 <= (measurings[2] - closings[2]).days < THIRTY else 1


def _days(when: When) -> tuple[dt.date, dt.date, dt.date]:
    """Return the first and last possible day of a moment, and its working day."""
    if isinstance(when, Span):
        first = dt.date.min if when.first is None else when.first.day(BRISBANE)
        last = dt.date.max if when.last is None else when.last.day(BRISBANE)
        return first, last, when.working.day(BRISBANE)
    return (when.day(BRISBANE),) * 3


def has_a_day(when: When) -> bool:
    """Return True if the day of a moment is known."""
    return not isinstance(when, Span)


less_than_thirty_days: Final = Comparison("fewer than thirty days [lie] between {0} and {1}", fewer_than_thirty)
is_told: Final = Comparison("the day of {0} [is] told", has_a_day)

INVESTIGATED_LATELY: Final = Question(
    id="recently-investigated",
    things=(child,),
    text="Has an investigation about {child}, which is not told here, been closed for less than thirty days?",
    answers=bool,
    working=False,
    why="nobody has found one on file",
    granted=True,
    cites=("qld/child-concern-report/recently-investigated",),
)
waits_for_advice: Final = Defined(
    (record,),
    "{record} [holds] reported concerns that are new",
    is_of_new_concerns(record) | is_combined_report(record),
)
measured_at: Final = Defined(
    (record, moment),
    "the thirty days before {record} [are] measured at {moment}",
    waits_for_advice(record)
    & (
        (THIRTY_DAYS.is_(ThirtyDays.AT_RECEIPT) & received(moment))
        | (THIRTY_DAYS.is_(ThirtyDays.AT_RECORDING) & created_at(record, moment))
        | (
            THIRTY_DAYS.is_(ThirtyDays.AT_RECORDING)
            & is_of_new_concerns(record)
            & ~is_created(record)
            & INTAKE_CREATED.is_(moment)
        )
        | (
            THIRTY_DAYS.is_(ThirtyDays.AT_RECORDING)
            & is_combined_report(record)
            & some(concern, carries(record, concern) & RESPONSE.decided_at(concern, moment))
        )
    ),
)
measured_at_all: Final = Defined(
    (record,),
    "the thirty days before {record} [are] to be measured",
    some(moment, measured_at(record, moment)),
)
is_closed_about: Final = Defined(
    (child, file),
    "the investigation {file} about {child} [is] closed",
    file_kind(file, KindOfRecord.INVESTIGATION) & is_subject_on_file(child, file) & is_closed(file),
)
is_less_than_thirty_days_old: Final = Defined(
    (file, closing, moment),
    "the closing {closing} of {file} [lies] less than thirty days before {moment}",
    (is_told(closing) & less_than_thirty_days(closing, moment)) | (~is_told(closing) & ~days_since(file, "close", 30)),
)
closed_lately: Final = Defined(
    (child, record),
    "an investigation about {child} [is] closed for less than thirty days before {record}",
    some(file, is_closed_about(child, file) & measured_at_all(record) & ~has_moved(file, "close"))
    | some(
        (file, closing, moment),
        is_closed_about(child, file)
        & measured_at(record, moment)
        & moved(file, "close", closing)
        & is_less_than_thirty_days_old(file, closing, moment),
    ),
)
was_investigated_lately: Final = Defined(
    (child, record),
    "{child}, a subject child of {record}, [was] investigated lately",
    waits_for_advice(record)
    & ROLES(child, record, EventRole.SUBJECT_CHILD)
    & (closed_lately(child, record) | INVESTIGATED_LATELY(child)),
)
has_no_intervention: Final = Defined(
    (child, record),
    "no ongoing intervention [is] open for {child}, a subject child of {record}",
    waits_for_advice(record) & ROLES(child, record, EventRole.SUBJECT_CHILD) & ~in_intervention(child),
)
has_such_a_child: Final = Defined(
    (record,),
    "{record} [is] about a child investigated lately",
    some(child, was_investigated_lately(child, record) & has_no_intervention(child, record))
    | (
        CLOSED_AND_NO_INTERVENTION.is_(Joined.EITHER)
        & some(child, was_investigated_lately(child, record) | has_no_intervention(child, record))
    ),
)

ADVICE: Final = Duties("investigated-lately", (record,), step=Step.ADVICE)
ADVICE.duty(
    "tell-the-investigating-centre",
    "tell of the report before it is approved",
    by=THE_INTAKE_TEAM_LEADER,
    to="the service centre's senior team leader who approves that investigation or, if unavailable, the one now in "
    "charge of investigations there",
    modal=Modal.WILL,
    when=has_such_a_child(record),
    cites=[
        "qld/child-concern-report/tell-the-investigating-centre",
        "qld/child-concern-report/recently-investigated",
    ],
)
for _id, _word, _advised in (
    ("advice-for-a-notification", "a notification", NOTIFICATION_ADVISED(record)),
    ("advice-against-one", "no notification", ~NOTIFICATION_ADVISED(record)),
):
    ADVICE.duty(
        "consider-the-advice",
        "decide on the response with the service centre's advice, which is {}",
        by=THE_INTAKE_TEAM_LEADER,
        modal=Modal.WILL,
        after="tell-the-investigating-centre",
        id=_id,
        detail=_word,
        when=has_such_a_child(record) & _advised,
        cites=["qld/child-concern-report/advice-of-the-centre"],
    )
