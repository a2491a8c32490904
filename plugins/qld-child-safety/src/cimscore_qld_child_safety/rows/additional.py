"""Additional notified concerns: the form, its approval, who hears of them, and when the investigation starts.

Add a line here when a policy says what new concerns ask of an investigation that is open.
"""

from __future__ import annotations

from typing import Final

from cimscore.author import Clocks, Comparison, Defined, Duties, Value, some
from cimscore.author.vocabulary import has_moved, moved
from cimscore.calendars import EndOfPeriod
from cimscore.policy import Modal
from cimscore_qld_child_safety.readings.clocks import HundredDays, Shorter
from cimscore_qld_child_safety.rows.concerns import is_notified, is_reported
from cimscore_qld_child_safety.rows.counting import (
    COMMENCEMENT,
    HUNDRED_DAYS,
    SHORTER_TIMEFRAME,
    area,
    ends,
    last_day,
    period,
    where_it_is_done,
    within_a_hundred_days,
)
from cimscore_qld_child_safety.rows.events import GOES, RECORDS, carries, is_part
from cimscore_qld_child_safety.rows.files import (
    blames_a_subject_of_it,
    is_a_choice,
    is_added_to,
    is_open,
    touches,
)
from cimscore_qld_child_safety.rows.words import (
    ADDITIONAL,
    FAMILY_MOVED,
    INVESTIGATION_DECIDED,
    PRIORITY,
    PRIORITY_OF_RECORD,
    RESPONSE,
    child,
    concern,
    file,
    moment,
    priority,
    record,
)
from cimscore_qld_child_safety.words import THE_CENTRE, THE_OFFICER, THE_TEAM_LEADER, Priority

first_priority: Final = Value("first priority", Priority)

is_additional: Final = Defined(
    (record,), "{record} [holds] additional notified concerns", RECORDS(record) & ADDITIONAL(record)
)
takes_a_notified_concern: Final = Defined(
    (record,),
    "{record} [carries] a concern with a notification response",
    is_additional(record) & some(concern, carries(record, concern) & is_notified(concern)),
)
takes_a_reported_concern: Final = Defined(
    (record,),
    "{record} [carries] a concern with a child concern report response",
    is_additional(record) & some(concern, carries(record, concern) & is_reported(concern)),
)
could_take_a_concern: Final = Defined(
    (file,),
    "a new concern [is] about a subject child of the open investigation {file}",
    some((concern, child), touches(concern, child, file) & ~blames_a_subject_of_it(concern, file)),
)
could_need_a_second: Final = Defined(
    (file,),
    "a second notification in place of {file} [is] a choice",
    some(
        (concern, child),
        is_a_choice(concern, child, file) & is_notified(concern) & ~blames_a_subject_of_it(concern, file),
    ),
)

FORMS: Final = Duties("additional", (record,))
FORMS.duty(
    "new-persons",
    "add any persons who are new to the matter",
    by=THE_OFFICER,
    to="the event",
    when=is_additional(record),
    cites=["qld/additional-concerns/new-persons"],
)
FORMS.duty(
    "form",
    "complete the additional notified concerns form: the new concerns and the screening criteria",
    by=THE_OFFICER,
    when=is_additional(record),
    cites=["qld/additional-concerns/form", "qld/additional-concerns/form-content"],
)
FORMS.duty(
    "form-priority",
    "record the response priority in the form",
    by=THE_OFFICER,
    when=takes_a_notified_concern(record),
    cites=["qld/additional-concerns/form", "qld/additional-concerns/form-content"],
)
FORMS.duty(
    "form-rationale",
    "complete the rationale field of the form, for a child concern report response",
    by=THE_OFFICER,
    when=takes_a_reported_concern(record),
    cites=["qld/additional-concerns/form-content"],
)
FORMS.duty(
    "pre-notification-check",
    "complete the pre-notification check of the intake form, if relevant",
    by=THE_OFFICER,
    when=is_additional(record),
    cites=["qld/additional-concerns/pre-notification-check"],
)
FORMS.duty(
    "submit",
    "submit the form for approval",
    by=THE_OFFICER,
    to=THE_TEAM_LEADER,
    after="form",
    when=is_additional(record),
    cites=["qld/additional-concerns/to-the-approver"],
)
FORMS.duty(
    "approve",
    "approve the additional notified concerns form",
    by=THE_TEAM_LEADER,
    modal=Modal.WILL,
    after="submit",
    when=is_additional(record),
    cites=["qld/additional-concerns/approves"],
)
FORMS.duty(
    "reassign",
    "assign the investigation anew",
    by=THE_TEAM_LEADER,
    to="the pending tray of the relevant service centre",
    modal=Modal.WILL,
    after="approve",
    when=is_additional(record),
    cites=["qld/additional-concerns/reassign"],
)
FORMS.duty(
    "tell-by-e-mail",
    "e-mail the new concerns",
    by=THE_OFFICER,
    to="the owner of the ICMS event and the relevant senior team leader",
    when=is_additional(record),
    cites=["qld/additional-concerns/tell-by-e-mail"],
)
FORMS.duty(
    "tell-the-centre",
    "tell of the new concerns and, where applicable, the time that the response priority leaves",
    by=THE_OFFICER,
    to="the relevant service centre",
    when=is_additional(record),
    cites=["qld/additional-concerns/tell-the-centre"],
)
FORMS.duty(
    "finish",
    "finish the investigation and assessment",
    by=THE_CENTRE,
    modal=Modal.EVERY_EFFORT,
    when=is_additional(record),
    cites=["qld/no-identifying-information/100-days"],
)

MOVED: Final = Duties("open-investigation", (file,))
MOVED.duty(
    "talk-first",
    "talk about the circumstances before deciding on additional notified concerns",
    by=THE_OFFICER,
    to="the relevant service centre's senior team leader",
    when=could_take_a_concern(file) & FAMILY_MOVED(file),
    cites=["qld/additional-concerns/moved-talk-first"],
)
MOVED.duty(
    "consider-second",
    "consider whether a second notification is more appropriate",
    by=THE_OFFICER,
    after="talk-first",
    when=could_take_a_concern(file) & FAMILY_MOVED(file),
    cites=["qld/additional-concerns/moved-consider-second"],
)
MOVED.duty(
    "decide-on-a-second",
    "decide whether a second notification is recorded in place of additional notified concerns",
    by=THE_TEAM_LEADER,
    modal=Modal.WILL,
    when=could_need_a_second(file),
    cites=["qld/additional-concerns/previous-household", "qld/additional-concerns/moved-awaiting-write-up"],
)

# By when: the investigation starts by the sooner of two days, unless it has started.
is_added_and_notified: Final = Defined(
    (concern, child, file),
    "what {concern} says of {child} [is] added to {file}",
    is_part(concern, child) & is_added_to(concern, file) & is_notified(concern),
)
has_not_started: Final = Defined(
    (concern, child, file),
    "the investigation {file}, to which what {concern} says of {child} is added, [has|has not] yet to start",
    is_added_and_notified(concern, child, file) & ~has_moved(file, "commence"),
)
file_decided_at: Final = Defined(
    (file, moment),
    "the notification of {file} [was] decided at {moment}",
    is_open(file)
    & (moved(file, "decide", moment) | (~has_moved(file, "decide") & INVESTIGATION_DECIDED.is_(file, moment))),
)


def is_sooner_of(one: Priority, other: Priority) -> bool:
    """Return True if one priority is as soon as another, or sooner."""
    order = list(Priority)
    return order.index(one) <= order.index(other)


as_soon_as: Final = Comparison("{0} [is] as soon as {1}", is_sooner_of)
new_from_its_own: Final = Defined(
    (concern, child, priority, moment),
    "the start for what {concern} says of {child} [runs] from its own decision at {moment}, by {priority}",
    some(file, has_not_started(concern, child, file))
    & PRIORITY.is_(concern, priority)
    & RESPONSE.decided_at(concern, moment)
    & SHORTER_TIMEFRAME.is_(Shorter.EARLIER_DEADLINE),
)
old_from_its_own: Final = Defined(
    (concern, child, priority, moment),
    "the start of the file for what {concern} says of {child} [runs] from its decision at {moment}, by {priority}",
    some(
        file,
        has_not_started(concern, child, file) & PRIORITY_OF_RECORD.is_(file, priority) & file_decided_at(file, moment),
    )
    & SHORTER_TIMEFRAME.is_(Shorter.EARLIER_DEADLINE),
)
shorter_of_both: Final = Defined(
    (concern, child, priority),
    "the shorter priority for what {concern} says of {child} [is] {priority}",
    some(
        (file, first_priority),
        has_not_started(concern, child, file)
        & PRIORITY_OF_RECORD.is_(file, priority)
        & PRIORITY.is_(concern, first_priority)
        & as_soon_as(priority, first_priority),
    )
    | some(
        (file, first_priority),
        has_not_started(concern, child, file)
        & PRIORITY.is_(concern, priority)
        & PRIORITY_OF_RECORD.is_(file, first_priority)
        & as_soon_as(priority, first_priority),
    ),
)
shorter_from_a_decision: Final = Defined(
    (concern, child, priority, moment),
    "the shorter time for what {concern} says of {child}, {priority}, [runs] from {moment}",
    shorter_of_both(concern, child, priority)
    & (
        (SHORTER_TIMEFRAME.is_(Shorter.FROM_NEW_START) & RESPONSE.decided_at(concern, moment))
        | (
            SHORTER_TIMEFRAME.is_(Shorter.FROM_OLD_START)
            & some(file, has_not_started(concern, child, file) & file_decided_at(file, moment))
        )
    ),
)
starts_by: Final = Defined(
    (concern, child, priority, moment),
    "the investigation [starts] for what {concern} says of {child} within {priority} from {moment}",
    new_from_its_own(concern, child, priority, moment)
    | old_from_its_own(concern, child, priority, moment)
    | shorter_from_a_decision(concern, child, priority, moment),
)

CLOCKS: Final = Clocks((concern, child))
COMMENCE: Final = CLOCKS.clock(
    "commence-added",
    "start the investigation and assessment",
    owed=some(file, has_not_started(concern, child, file)),
    starts=starts_by(concern, child, priority, moment),
    moment=moment,
    within=COMMENCEMENT,
    by=priority,
    also=last_day & where_it_is_done,
    place=area,
    ends=ends,
    who=THE_CENTRE,
    modal=Modal.IS_TO,
    says_from="the decision on the response",
    cites=["qld/additional-concerns/shorter-timeframe", "qld-commencement/commencement/clock-starts"],
)
FINISH: Final = CLOCKS.clock(
    "finish-added",
    "finish the investigation and assessment",
    owed=some((record, file), GOES(concern, child, record) & ADDITIONAL(record) & is_added_to(concern, file)),
    starts=some(
        file,
        is_added_to(concern, file)
        & (
            (file_decided_at(file, moment) & ~HUNDRED_DAYS.is_(HundredDays.CALENDAR_FROM_COMMENCEMENT))
            | (moved(file, "commence", moment) & HUNDRED_DAYS.is_(HundredDays.CALENDAR_FROM_COMMENCEMENT))
        ),
    ),
    moment=moment,
    within=period,
    also=within_a_hundred_days,
    ends=EndOfPeriod.END_OF_DAY,
    who=THE_CENTRE,
    modal=Modal.EVERY_EFFORT,
    says_from="the first decision",
    cites=["qld/no-identifying-information/100-days"],
)
