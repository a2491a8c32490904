"""What starts the clocks, and how business days are counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from cimscore.calendars import BusinessDays, Due, EndOfPeriod, Hours
from cimscore.case import Moment
from cimscore.rules import Concern, Facts, TheCase
from cimscore_ndis_incidents.calendars import ZONE
from cimscore_ndis_incidents.questions import AWARE, FIFTH_BUSINESS_DAY, KEY_PERSONNEL_AWARE, PLACE, STATE
from cimscore_ndis_incidents.readings import END_OF_LAST_DAY, WHOSE_KNOWLEDGE, EndOfLastDay, WhoseKnowledge
from cimscore_ndis_incidents.tables import BUSINESS_DAYS, Counted
from cimscore_ndis_incidents.words import State

CALENDAR: Final = "victoria"
_ENDS: Final[Mapping[EndOfLastDay, EndOfPeriod | dt.time]] = {
    EndOfLastDay.END_OF_DAY: EndOfPeriod.END_OF_DAY,
    EndOfLastDay.SAME_CLOCK: EndOfPeriod.SAME_CLOCK_TIME,
    EndOfLastDay.CLOSE_OF_BUSINESS: dt.time(17),
}


def aware(facts: Facts, concern: Concern) -> Moment:
    """When those became aware whose knowledge counts."""
    of_key_personnel = facts.reading(WHOSE_KNOWLEDGE) is WhoseKnowledge.KEY_PERSONNEL
    return facts.ask(KEY_PERSONNEL_AWARE if of_key_personnel else AWARE, concern)


def hours_after(facts: Facts, n: int, start: Moment) -> Due:
    """The end of a number of elapsed hours."""
    return facts.days.due(Hours(n), start, CALENDAR, PLACE)


def five_business_days_after(facts: Facts, start: Moment, concern: Concern) -> Due:
    """The end of five business days at the place; outside Victoria somebody there has to say when that is."""
    for what in Counted:
        facts.look_up(BUSINESS_DAYS, what)
    if facts.ask(STATE, TheCase()) is State.VICTORIA:
        ends = _ENDS[facts.reading(END_OF_LAST_DAY)]
        return facts.days.due(BusinessDays(5), start, CALENDAR, PLACE, ends)
    first, last = facts.ask(FIFTH_BUSINESS_DAY, concern).span(ZONE)
    return Due(earliest=last, latest=last, zone=ZONE, end_of_day=first != last)
