"""Clocks for the start and end of an investigation, new or already open.

An open investigation has its own start, and new concerns with another priority can bring it forward. Add a line here
when a policy says how much time an investigation has.
"""

from __future__ import annotations

from typing import Final

from cimscore.case import Moment
from cimscore.clocks import When, not_after
from cimscore.policy import Modal
from cimscore.rules import Clocks, Comparison, Conclusion, Defined, Question, Topic, Value, some
from cimscore.rules.vocabulary import has_moved, is_concern, is_file, moved, record_took
from cimscore_qld_child_safety.readings.clocks import HUNDRED_DAYS, SHORTER_TIMEFRAME, HundredDays, Shorter
from cimscore_qld_child_safety.rules.concerns import is_notified
from cimscore_qld_child_safety.rules.counting import (
    CONVENTIONS,
    FIRST_DAY,
    ends,
    period,
    where_it_is_done,
    within_a_hundred_days,
)
from cimscore_qld_child_safety.rules.files import is_added_to, is_open
from cimscore_qld_child_safety.rules.notification import is_decided_on, is_notified_in, is_notified_part, stands_with
from cimscore_qld_child_safety.rules.parts import is_part
from cimscore_qld_child_safety.rules.priorities import PRIORITY, shorter
from cimscore_qld_child_safety.rules.vocabulary import (
    PRIORITY_OF_RECORD,
    RESPONSE,
    any_concern,
    area,
    child,
    concern,
    file,
    has_started,
    moment,
    priority,
    record,
)
from cimscore_qld_child_safety.tables import COMMENCEMENT
from cimscore_qld_child_safety.words import BRISBANE, THE_CENTRE, Priority

INVESTIGATION_DECIDED: Final = Question(
    id="investigation-decided",
    things=(file,),
    text="When was it decided to record the notification that {file} belongs to?",
    answers=Moment,
    member=moment,
    working=is_file(file) & some(concern, is_concern(concern) & RESPONSE.decided_at(concern, moment)),
    at_the_latest=True,
    why="an investigation to which concerns are added was decided on by the time at which those were",
    cites=("qld/additional-concerns/shorter-timeframe",),
)

due: Final = Value("due", object)
first_priority: Final = Value("first priority", Priority)

start: Final = Value("start", Moment)


def is_not_after(one: When, other: When) -> int:
    """Return how certain it is, from 0 to 3, that one moment is not after another."""
    return not_after(one, other, BRISBANE)


no_later_than: Final = Comparison("{0} [is] no later than {1}", is_not_after)
is_added_part: Final = Defined(
    (concern, child, file),
    "what {concern} says of {child} [is] added to {file}",
    is_part(concern, child) & is_added_to(concern, file),
)
was_under_way: Final = Defined(
    (file, moment),
    "the work of {file} [had] begun by {moment}",
    moved(file, "commence", moment) | moved(file, "complete", moment),
)
started_before: Final = Defined(
    (concern, child, file),
    "{file}, to which what {concern} says of {child} is added, [was] started before",
    is_added_part(concern, child, file)
    & has_started(file)
    & some(
        (moment, start),
        was_under_way(file, start) & RESPONSE.decided_at(concern, moment) & no_later_than(start, moment),
    ),
)
waits_for_its_start: Final = Defined(
    (concern, child, file),
    "{file}, to which what {concern} says of {child} is added, [waits] for its start",
    is_added_part(concern, child, file) & ~started_before(concern, child, file),
)
file_decided_at: Final = Defined(
    (file, moment),
    "the notification of {file} [was] decided at {moment}",
    is_open(file)
    & (moved(file, "decide", moment) | (~has_moved(file, "decide") & INVESTIGATION_DECIDED.is_(file, moment))),
)

starts_as_before: Final = Defined(
    (concern, child, priority, moment),
    "the start of the file for what {concern} says of {child} [runs] from its own decision at {moment}, by {priority}",
    some(
        file,
        waits_for_its_start(concern, child, file)
        & PRIORITY_OF_RECORD.is_(file, priority)
        & file_decided_at(file, moment),
    ),
)
starts_anew: Final = Defined(
    (concern, child, priority, moment),
    "the start for what {concern} says of {child} [runs] from its own decision at {moment}, by {priority}",
    some(file, waits_for_its_start(concern, child, file))
    & is_notified(concern)
    & PRIORITY.is_(concern, priority)
    & RESPONSE.decided_at(concern, moment),
)
takes_the_new: Final = Defined(
    (concern, child, file, priority),
    "the priority {priority} of {concern} for {child} [is] sooner than the one of {file}",
    some(
        first_priority,
        waits_for_its_start(concern, child, file)
        & is_notified(concern)
        & PRIORITY.is_(concern, priority)
        & PRIORITY_OF_RECORD.is_(file, first_priority)
        & shorter(priority, first_priority),
    ),
)
keeps_the_old: Final = Defined(
    (concern, child, file, priority),
    "the priority {priority} of {file} [is] sooner than the one of {concern} for {child}",
    some(
        first_priority,
        waits_for_its_start(concern, child, file)
        & is_notified(concern)
        & PRIORITY.is_(concern, first_priority)
        & PRIORITY_OF_RECORD.is_(file, priority)
        & shorter(priority, first_priority),
    ),
)
has_another: Final = Defined(
    (concern, child),
    "the priority of {concern} for {child} [differs] from the one of the file",
    some(
        (file, priority), takes_the_new(concern, child, file, priority) | keeps_the_old(concern, child, file, priority)
    ),
)
within_the_shorter: Final = Defined(
    (concern, child, priority, moment),
    "the shorter time for what {concern} says of {child}, {priority}, [runs] from {moment}",
    some(
        file,
        (takes_the_new(concern, child, file, priority) | keeps_the_old(concern, child, file, priority))
        & (
            (SHORTER_TIMEFRAME.is_(Shorter.FROM_NEW_START) & RESPONSE.decided_at(concern, moment))
            | (SHORTER_TIMEFRAME.is_(Shorter.FROM_OLD_START) & file_decided_at(file, moment))
        ),
    ),
)
starts_by_either: Final = Defined(
    (concern, child, priority, moment),
    "one of two starts for what {concern} says of {child} [runs] from {moment}, by {priority}",
    starts_as_before(concern, child, priority, moment) | starts_anew(concern, child, priority, moment),
)
added_starts_by: Final = Defined(
    (concern, child, priority, moment),
    "the investigation [starts] for what {concern} says of {child} within {priority} from {moment}",
    (SHORTER_TIMEFRAME.is_(Shorter.EARLIER_DEADLINE) & starts_by_either(concern, child, priority, moment))
    | (starts_as_before(concern, child, priority, moment) & ~has_another(concern, child))
    | within_the_shorter(concern, child, priority, moment),
)

starts_by: Final = Defined(
    (concern, child, priority, moment),
    "the start for what {concern} says of {child} [counts] from {moment}, by {priority}",
    is_decided_on(concern, child, priority, moment) | added_starts_by(concern, child, priority, moment),
)
commenced_at: Final = Defined(
    (concern, child, moment),
    "the investigation of what {concern} says of {child} [was] started at {moment}",
    some(record, is_notified_in(concern, child, record) & record_took(record, "commence", moment))
    | some(file, is_added_part(concern, child, file) & moved(file, "commence", moment)),
)
completed_at: Final = Defined(
    (concern, child, moment),
    "the investigation of what {concern} says of {child} [was] complete at {moment}",
    some(record, is_notified_in(concern, child, record) & record_took(record, "complete", moment))
    | some(file, is_added_part(concern, child, file) & moved(file, "complete", moment)),
)
decided_first: Final = Defined(
    (concern, child, moment),
    "the notification for what {concern} says of {child} [was] decided at {moment}",
    some(any_concern, stands_with(concern, child, any_concern) & RESPONSE.decided_at(any_concern, moment))
    | some(file, is_added_part(concern, child, file) & file_decided_at(file, moment)),
)
is_investigated: Final = Defined(
    (concern, child),
    "what {concern} says of {child} [is] investigated",
    is_notified_part(concern, child) | some(file, is_added_part(concern, child, file)),
)

CLOCKS: Final = Clocks((concern, child))
COMMENCE: Final = CLOCKS.clock(
    "commence",
    "start the investigation and assessment",
    owed=is_notified_part(concern, child) | some(file, waits_for_its_start(concern, child, file)),
    starts=starts_by(concern, child, priority, moment),
    moment=moment,
    within=COMMENCEMENT,
    by=priority,
    also=where_it_is_done,
    place=area,
    ends=ends,
    stops=commenced_at(concern, child, moment),
    done=moment,
    who=THE_CENTRE,
    modal=Modal.IS_TO,
    says_from="the decision on the response",
    cites=["qld-commencement/commencement/clock-starts", "qld/additional-concerns/shorter-timeframe", *CONVENTIONS],
)
FINISH: Final = CLOCKS.clock(
    "finish",
    "finish the investigation and assessment",
    owed=is_investigated(concern, child),
    starts=(
        (decided_first(concern, child, moment) & ~HUNDRED_DAYS.is_(HundredDays.CALENDAR_FROM_COMMENCEMENT))
        | (commenced_at(concern, child, moment) & HUNDRED_DAYS.is_(HundredDays.CALENDAR_FROM_COMMENCEMENT))
    ),
    moment=moment,
    within=period,
    also=within_a_hundred_days,
    place=area,
    ends=ends,
    stops=completed_at(concern, child, moment),
    done=moment,
    who=THE_CENTRE,
    modal=Modal.EVERY_EFFORT,
    says_from="the first decision on the response",
    cites=["qld/no-identifying-information/100-days", FIRST_DAY],
)

# The start, or the reason why there is none. A concern that goes another way is not a reason.
HAS_ITS_START: Final = Conclusion(
    "has-its-start",
    (concern, child),
    "the investigation of what {concern} says of {child} [has] its start",
    topic=Topic.LAWS,
    owes=is_investigated(concern, child),
)
HAS_ITS_START.row(
    "by-a-day",
    concern,
    child,
    when=some(due, COMMENCE.part("due")(concern, child, due)),
    cites=["qld-commencement/commencement/clock-starts"],
)
HAS_ITS_START.row(
    "started-already",
    concern,
    child,
    when=some(file, started_before(concern, child, file)),
    cites=["qld/additional-concerns/shorter-timeframe"],
)
