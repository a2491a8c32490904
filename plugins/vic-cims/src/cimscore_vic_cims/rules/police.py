"""Clocks of an investigation, including the time while Victoria Police have the incident.

Add a line here when a policy says when the days of an investigation start, or what pauses them.
"""

from __future__ import annotations

from typing import Final

from cimscore.case import Moment
from cimscore.clocks import Counting
from cimscore.policy import Modal
from cimscore.rules import Clocks, Conclusion, Defined, Make, Question, Topic, Value, some
from cimscore_vic_cims.readings.acting import POLICE_HOLD, PoliceHold
from cimscore_vic_cims.readings.counting import END_OF_LAST_DAY, CalendarRoll, EndOfPeriodOfDays, FirstDay
from cimscore_vic_cims.rules.counting import KEEPS, calendar, counting_of, end_reading, period, place, way
from cimscore_vic_cims.rules.investigation import (
    CLEARED_BY_POLICE,
    ORGANISATION,
    PERIOD,
    REPORTED_TO_POLICE,
    is_investigated,
    is_with_the_police,
)
from cimscore_vic_cims.rules.moments import not_later, sooner
from cimscore_vic_cims.rules.moves import inquiry_has_taken, inquiry_took, was_first_endorsed
from cimscore_vic_cims.rules.vocabulary import incident, moment
from cimscore_vic_cims.words import CLEAR

clearing: Final = Value("clearing", Moment)
endorsing: Final = Value("endorsing", Moment)

CLEARED_AT: Final = Question(
    id="cleared-at",
    things=(incident,),
    text="When did Victoria Police clear the investigation of {incident} to begin?",
    answers=Moment,
    member=moment,
    working=was_first_endorsed(incident, moment),
    why="the moment of the endorsement, before which no day runs",
    cites=("vic-news-2025/investigation/police-first",),
)

waits_for_the_clearing: Final = Defined(
    (incident,),
    "the days of the investigation of {incident} [wait|do not wait] for Victoria Police",
    is_investigated(incident) & POLICE_HOLD.is_(PoliceHold.FROM_THE_CLEARING) & REPORTED_TO_POLICE(incident),
)
was_cleared: Final = Defined(
    (incident, moment),
    "Victoria Police [cleared|did not clear] the investigation of {incident}, which waits for it, at {moment}",
    waits_for_the_clearing(incident)
    & (
        inquiry_took(incident, CLEAR, moment)
        | (
            CLEARED_BY_POLICE(incident)
            & ~inquiry_has_taken(incident, CLEAR)
            & is_investigated(incident)
            & CLEARED_AT.is_(incident, moment)
        )
    ),
)
was_endorsed_and_cleared: Final = Defined(
    (incident, moment),
    "the endorsement of the report on {incident}, with the clearing, [was] complete at {moment}",
    (
        was_first_endorsed(incident, moment)
        & some(clearing, was_cleared(incident, clearing) & not_later(clearing, moment))
    )
    | (
        was_cleared(incident, moment)
        & some(endorsing, was_first_endorsed(incident, endorsing) & sooner(endorsing, moment))
    ),
)


def counting_after_an_act(end: EndOfPeriodOfDays) -> Counting:
    """Return the way of counting business days after an endorsement or a clearing, whose own day is left out."""
    return counting_of(end, FirstDay.LEFT_OUT, CalendarRoll.STAYS)


WAY_AFTER_AN_ACT: Final = Conclusion(
    "counted-after-an-act",
    (way,),
    "days after an endorsement, else a clearing, [are] counted so: {way of counting}",
    topic=Topic.STARTS,
    leading=True,
)
WAY_AFTER_AN_ACT.row(
    "by-the-readings",
    Make(counting_after_an_act, (end_reading,)),
    when=END_OF_LAST_DAY.is_(end_reading),
    cites=[
        "vic-public-holidays-act/s-6/public-holidays",
        "vic-public-holidays-act/s-6/anzac-day",
        "vic-public-holidays-act/s-7/further-holidays",
        "vic-public-holidays-act/s-8/council-holidays",
    ],
)
counted_after_an_act: Final = WAY_AFTER_AN_ACT(way) & KEEPS(incident, place, calendar)
"""The day of the act is left out, whatever the reading of the day of disclosure."""

CLOCKS: Final = Clocks((incident,))
INVESTIGATE: Final = CLOCKS.clock(
    "investigate",
    "send the report of the investigation",
    owed=is_investigated(incident) & ~waits_for_the_clearing(incident),
    starts=was_first_endorsed(incident, moment),
    within=period,
    also=PERIOD(incident, period) & counted_after_an_act,
    place=place,
    calendar=calendar,
    ends=way,
    stops=inquiry_took(incident, "report", moment),
    done=moment,
    bars=is_with_the_police(incident),
    who=ORGANISATION,
    modal=Modal.IS_TO,
    says_from="the endorsement of the report",
    cites=["vic-news-2025/investigation/28-business-days"],
)
INVESTIGATE_ONCE_CLEARED: Final = CLOCKS.clock(
    "investigate-once-cleared",
    "send the report of the investigation",
    owed=waits_for_the_clearing(incident),
    starts=was_endorsed_and_cleared(incident, moment),
    within=period,
    also=PERIOD(incident, period) & counted_after_an_act,
    place=place,
    calendar=calendar,
    ends=way,
    stops=inquiry_took(incident, "report", moment),
    done=moment,
    bars=is_with_the_police(incident),
    who=ORGANISATION,
    modal=Modal.IS_TO,
    says_from="the endorsement of the report and the clearing by Victoria Police",
    cites=["vic-news-2025/investigation/28-business-days", "vic-news-2025/investigation/police-first"],
)
