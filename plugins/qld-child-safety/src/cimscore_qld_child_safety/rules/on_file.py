"""Clocks of an open investigation to which no new concern is added: it goes on by itself, whatever the new concern is.

Add a line here when a policy says what is still owed of a record on file. Reports on file: report.py.
"""

from __future__ import annotations

from typing import Final

from cimscore.case import UNKNOWN
from cimscore.policy import Modal
from cimscore.rules import Clocks, Conclusion, Defined, Topic, some
from cimscore.rules.vocabulary import file_home, has_moved, moved
from cimscore_qld_child_safety.readings.clocks import HUNDRED_DAYS, HundredDays
from cimscore_qld_child_safety.rules.counting import (
    ANYWHERE,
    CONVENTIONS,
    FIRST_DAY,
    HUNDRED,
    area_of_a_centre,
    ends,
    last_day,
    period,
    which_hundred,
)
from cimscore_qld_child_safety.rules.files import is_open
from cimscore_qld_child_safety.rules.investigation import file_decided_at, is_added_part
from cimscore_qld_child_safety.rules.vocabulary import (
    PRIORITY_OF_RECORD,
    area,
    child,
    concern,
    file,
    has_started,
    home,
    moment,
    priority,
    tells_of_somebody_here,
)
from cimscore_qld_child_safety.tables import COMMENCEMENT
from cimscore_qld_child_safety.words import THE_CENTRE

goes_on_by_itself: Final = Defined(
    (file,),
    "{file}, an open investigation, [goes] on by itself, with no new concern added to it",
    is_open(file) & tells_of_somebody_here(file) & ~some((concern, child), is_added_part(concern, child, file)),
)
is_still_to_start: Final = Defined(
    (file,), "{file}, which goes on by itself, [waits] for its start", goes_on_by_itself(file) & ~has_started(file)
)
is_still_to_finish: Final = Defined(
    (file,),
    "{file}, which goes on by itself, [is] still to be finished",
    goes_on_by_itself(file) & ~has_moved(file, "complete"),
)
FILE_COUNTED_AT: Final = Conclusion(
    "file-counted-at", (file, area), "the days of {file} [are] those of {area}", topic=Topic.STARTS, leading=True
)
FILE_COUNTED_AT.row(
    "where-its-household-is",
    file,
    area,
    when=is_open(file) & some(home, file_home(file, home) & area_of_a_centre(home, area)),
    cites=["qld-interpretation-act/s-36/business-day"],
)
FILE_COUNTED_AT.row(
    "in-an-area-not-known",
    file,
    UNKNOWN,
    when=is_open(file),
    unless=some((home, area), file_home(file, home) & area_of_a_centre(home, area)),
    cites=["qld-interpretation-act/s-36/business-day"],
)
FILE_HUNDRED_AT: Final = Conclusion(
    "file-hundred-at",
    (file, area),
    "the hundred days of {file} [are] those of {area}",
    topic=Topic.STARTS,
    leading=True,
)
FILE_HUNDRED_AT.row(
    "calendar-days",
    file,
    ANYWHERE,
    when=is_open(file),
    unless=HUNDRED_DAYS.is_(HundredDays.BUSINESS_FROM_DECISION),
    cites=["qld/no-identifying-information/100-days"],
)
FILE_HUNDRED_AT.row(
    "business-days",
    file,
    area,
    when=FILE_COUNTED_AT(file, area) & HUNDRED_DAYS.is_(HundredDays.BUSINESS_FROM_DECISION),
    cites=["qld/no-identifying-information/100-days"],
)

CLOCKS: Final = Clocks((file,))
START: Final = CLOCKS.clock(
    "commence-on-file",
    "start the investigation on file, which goes on by itself",
    owed=is_still_to_start(file),
    starts=is_still_to_start(file) & PRIORITY_OF_RECORD.is_(file, priority) & file_decided_at(file, moment),
    moment=moment,
    within=COMMENCEMENT,
    by=priority,
    also=FILE_COUNTED_AT(file, area) & last_day,
    place=area,
    ends=ends,
    who=THE_CENTRE,
    modal=Modal.IS_TO,
    says_from="the decision on the response",
    cites=["qld-commencement/commencement/clock-starts", *CONVENTIONS],
)
FINISH: Final = CLOCKS.clock(
    "finish-on-file",
    "finish the investigation on file, which goes on by itself",
    owed=is_still_to_finish(file),
    starts=is_still_to_finish(file)
    & (
        (file_decided_at(file, moment) & ~HUNDRED_DAYS.is_(HundredDays.CALENDAR_FROM_COMMENCEMENT))
        | (moved(file, "commence", moment) & HUNDRED_DAYS.is_(HundredDays.CALENDAR_FROM_COMMENCEMENT))
    ),
    moment=moment,
    within=period,
    also=HUNDRED_DAYS.is_(which_hundred) & HUNDRED(which_hundred, period) & FILE_HUNDRED_AT(file, area) & last_day,
    place=area,
    ends=ends,
    who=THE_CENTRE,
    modal=Modal.EVERY_EFFORT,
    says_from="the first decision on the response",
    cites=["qld/no-identifying-information/100-days", FIRST_DAY],
)
