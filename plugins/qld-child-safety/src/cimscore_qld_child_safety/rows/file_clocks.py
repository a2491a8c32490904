"""The clocks of an investigation that is open, when concerns are added to it: by when it starts, by when it ends.

A file has a start of its own, and new concerns of another priority can bring it forward. Add a line here when a policy
says how much time they leave.
"""

from __future__ import annotations

from typing import Final

from cimscore.author import Clocks, Comparison, Conclusion, Defined, Topic, Value, some
from cimscore.author.vocabulary import has_moved, moved
from cimscore.policy import Modal
from cimscore_qld_child_safety.readings.clocks import HundredDays, Shorter
from cimscore_qld_child_safety.rows.concerns import is_notified
from cimscore_qld_child_safety.rows.counting import (
    COMMENCEMENT,
    CONVENTIONS,
    FIRST_DAY,
    HUNDRED_DAYS,
    SHORTER_TIMEFRAME,
    area,
    ends,
    period,
    where_it_is_done,
    within_a_hundred_days,
)
from cimscore_qld_child_safety.rows.events import is_part
from cimscore_qld_child_safety.rows.files import is_added_to, is_open
from cimscore_qld_child_safety.rows.words import (
    INVESTIGATION_DECIDED,
    PRIORITY,
    PRIORITY_OF_RECORD,
    RESPONSE,
    child,
    concern,
    file,
    moment,
    priority,
)
from cimscore_qld_child_safety.words import THE_CENTRE, Priority

due: Final = Value("due", object)
first_priority: Final = Value("first priority", Priority)

is_added_part: Final = Defined(
    (concern, child, file),
    "what {concern} says of {child} [is] added to {file}",
    is_part(concern, child) & is_added_to(concern, file),
)
waits_for_its_start: Final = Defined(
    (concern, child, file),
    "{file}, to which what {concern} says of {child} is added, [waits] for its start",
    is_added_part(concern, child, file) & ~has_moved(file, "commence"),
)
file_decided_at: Final = Defined(
    (file, moment),
    "the notification of {file} [was] decided at {moment}",
    is_open(file)
    & (moved(file, "decide", moment) | (~has_moved(file, "decide") & INVESTIGATION_DECIDED.is_(file, moment))),
)


def is_shorter(one: Priority, other: Priority) -> bool:
    """Return True if one priority is sooner than another."""
    order = list(Priority)
    return order.index(one) < order.index(other)


shorter: Final = Comparison("{0} [is] sooner than {1}", is_shorter)
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
starts_by: Final = Defined(
    (concern, child, priority, moment),
    "the investigation [starts] for what {concern} says of {child} within {priority} from {moment}",
    (SHORTER_TIMEFRAME.is_(Shorter.EARLIER_DEADLINE) & starts_by_either(concern, child, priority, moment))
    | (starts_as_before(concern, child, priority, moment) & ~has_another(concern, child))
    | within_the_shorter(concern, child, priority, moment),
)

CLOCKS: Final = Clocks((concern, child))
COMMENCE: Final = CLOCKS.clock(
    "commence-added",
    "start the investigation and assessment",
    owed=some(file, waits_for_its_start(concern, child, file)),
    starts=starts_by(concern, child, priority, moment),
    moment=moment,
    within=COMMENCEMENT,
    by=priority,
    also=where_it_is_done,
    place=area,
    ends=ends,
    who=THE_CENTRE,
    modal=Modal.IS_TO,
    says_from="the decision on the response",
    cites=["qld/additional-concerns/shorter-timeframe", "qld-commencement/commencement/clock-starts", *CONVENTIONS],
)
finish_counts_from: Final = Defined(
    (concern, child, moment),
    "the time for the end of what {concern} says of {child} [runs] from {moment}",
    some(
        file,
        is_added_part(concern, child, file)
        & (
            (file_decided_at(file, moment) & ~HUNDRED_DAYS.is_(HundredDays.CALENDAR_FROM_COMMENCEMENT))
            | (moved(file, "commence", moment) & HUNDRED_DAYS.is_(HundredDays.CALENDAR_FROM_COMMENCEMENT))
        ),
    ),
)
completed_at: Final = Defined(
    (concern, child, moment),
    "the investigation to which what {concern} says of {child} is added [was] complete at {moment}",
    some(file, is_added_part(concern, child, file) & moved(file, "complete", moment)),
)
FINISH: Final = CLOCKS.clock(
    "finish-added",
    "finish the investigation and assessment",
    owed=some(file, is_added_part(concern, child, file)),
    starts=finish_counts_from(concern, child, moment),
    within=period,
    also=within_a_hundred_days,
    place=area,
    ends=ends,
    stops=completed_at(concern, child, moment),
    done=moment,
    who=THE_CENTRE,
    modal=Modal.EVERY_EFFORT,
    says_from="the first decision",
    cites=["qld/no-identifying-information/100-days", FIRST_DAY],
)

# The start, or the reason why there is none: never the mere fact that a concern goes another way.
HAS_ITS_START: Final = Conclusion(
    "has-its-start",
    (concern, child),
    "the investigation to which what {concern} says of {child} is added [has] its start",
    topic=Topic.LAWS,
    owes=some(file, is_added_part(concern, child, file)),
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
    when=some(file, is_added_part(concern, child, file) & has_moved(file, "commence")),
    cites=["qld/additional-concerns/shorter-timeframe"],
)
