"""Counting of days: the start, the kind of days, the place, and the end.

Add a line here when a policy changes how long something takes. Times from before December 2024: earlier.py.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from cimscore.calendars import BusinessDays, CalendarDays, EndOfPeriod, Hours, Period, named_state
from cimscore.case import Moment, PlaceKind, State, place_key
from cimscore.clocks import Counting
from cimscore.ids import ELSEWHERE
from cimscore.rules import Comparison, Conclusion, Defined, Make, Place, Question, Row, Table, Topic, Value, some
from cimscore.rules.vocabulary import (
    happened_at,
    is_concern,
    is_place_of_kind,
    local_days_of,
    place_in_area,
    place_in_state,
)
from cimscore_vic_cims.calendars import lies_in_victoria
from cimscore_vic_cims.readings.counting import (
    ACCUSED_KNOWS,
    CALENDAR_ROLL,
    CLOCK_RESTARTS,
    DISCLOSED_MEANS,
    END_OF_LAST_DAY,
    FIRST_DAY,
    WHOSE_HOLIDAYS,
    CalendarRoll,
    ClockRestarts,
    DisclosedIfAccusedKnows,
    DisclosedMeans,
    EndOfPeriodOfDays,
    FirstDay,
    ThreeDays,
    WhoseHolidays,
)
from cimscore_vic_cims.rules.editions import DISCLOSED, learnt
from cimscore_vic_cims.rules.moments import sooner
from cimscore_vic_cims.rules.moves import report_took
from cimscore_vic_cims.rules.vocabulary import incident, moment, other_moment
from cimscore_vic_cims.words import ESCALATE

CLOSE_OF_BUSINESS: Final = dt.time(17)
CALENDAR: Final = "victoria"

reading: Final = Value("reading", str)
end_reading: Final = Value("end of the last day", EndOfPeriodOfDays)
first_reading: Final = Value("day of disclosure", FirstDay)
roll_reading: Final = Value("last calendar day", CalendarRoll)
period: Final = Value("period", object)
place: Final = Value("place", str)
other_place: Final = Value("other place", str, other_than=place)
site: Final = Place("site")
state: Final = Value("state", State)
calendar: Final = Value("calendar", str)
way: Final = Value("way of counting", Counting)

_ELSEWHERE: Final = (
    " Its local holidays count; 'elsewhere' is a place without changes of its own, which keeps Melbourne Cup Day as "
    "the state calendar has it."
)

AWARE: Final = Question(
    id="aware",
    things=(incident,),
    text="When did the provider become aware of {incident}, through those who act for it?",
    answers=Moment,
    member=moment,
    working=learnt(incident, moment),
    why="nobody knows of an incident before it happens, and mostly by its telling: the first of that time",
    cites=("vic-news-2020/reporting/major-three-business-days",),
    no_sooner_than=(DISCLOSED,),
)
ONLY_THE_ACCUSED_KNEW: Final = Question(
    id="only-the-accused-knew",
    things=(incident,),
    text="Did nobody but whoever is accused of {incident} know of it at first?",
    answers=bool,
    working=False,
    why="somebody else mostly saw it or was told; where only the accused knew, that is said",
    granted=True,
    cites=("vic/reporting/three-days",),
)
KNOWN_TO_OTHERS: Final = Question(
    id="known-to-others",
    things=(incident,),
    text="When did a worker of the provider who is not accused of {incident} first know of it?",
    answers=Moment,
    member=moment,
    working=learnt(incident, moment),
    why="nobody knows of an incident before it happens, and mostly by its telling: the first of that time",
    cites=("vic/reporting/three-days",),
    no_sooner_than=(DISCLOSED,),
)
SITE: Final = Question(
    id="site",
    things=(),
    text=f"At which place is the service site?{_ELSEWHERE}",
    answers=str,
    cites=("vic-public-holidays-act/s-8/council-holidays",),
)
HEAD_OFFICE: Final = Question(
    id="head-office",
    things=(),
    text=f"At which place is the provider's head office?{_ELSEWHERE}",
    answers=str,
    cites=("vic-public-holidays-act/s-8/council-holidays",),
)
DEPARTMENT_OFFICE: Final = Question(
    id="department-office",
    things=(),
    text=f"At which place is the department's office that takes the report?{_ELSEWHERE}",
    answers=str,
    cites=("vic-public-holidays-act/s-8/council-holidays",),
)
STATE_OF_THE_PLACE: Final = Question(
    id="state-of-the-place",
    things=(),
    text="In which state does the place lie whose local holidays count? No list of Victoria's places has it.",
    answers=State,
    working=State.VICTORIA,
    why="the department funds services in Victoria",
    cites=("vic-public-holidays-act/s-6/public-holidays",),
)

# From which moment.
was_escalated: Final = Defined(
    (incident, moment),
    "the report on {incident} [was] last escalated at {moment}",
    report_took(incident, ESCALATE, moment)
    & ~some(other_moment, report_took(incident, ESCALATE, other_moment) & sooner(moment, other_moment)),
)
starts_anew: Final = Defined(
    (incident, moment),
    "the time for the report on {incident} [starts] anew at {moment}",
    CLOCK_RESTARTS.is_(ClockRestarts.ON_ESCALATION) & was_escalated(incident, moment),
)
waits_for_others: Final = Defined(
    (incident,),
    "{incident} [is] disclosed only when somebody who is not accused of it knows",
    is_concern(incident) & ACCUSED_KNOWS.is_(DisclosedIfAccusedKnows.NOT_DISCLOSED) & ONLY_THE_ACCUSED_KNEW(incident),
)
any_worker_knew: Final = Defined(
    (incident, moment),
    "a worker whose knowledge counts [knew|did not know] of {incident} at {moment}",
    is_concern(incident)
    & (
        (DISCLOSED.is_(incident, moment) & ~waits_for_others(incident))
        | (waits_for_others(incident) & KNOWN_TO_OTHERS.is_(incident, moment))
    ),
)
became_known: Final = Defined(
    (incident, moment),
    "{incident} [became|did not become] known to those whose knowledge counts, at {moment}",
    is_concern(incident)
    & (
        (DISCLOSED_MEANS.is_(DisclosedMeans.ANY_WORKER) & any_worker_knew(incident, moment))
        | (DISCLOSED_MEANS.is_(DisclosedMeans.PROVIDER) & AWARE.is_(incident, moment))
    ),
)
counts_from: Final = Defined(
    (incident, moment),
    "the time for the report on {incident} [counts] from {moment}",
    starts_anew(incident, moment)
    | (became_known(incident, moment) & ~some(other_moment, starts_anew(incident, other_moment))),
)

# One value holds the kind of days, the place and the end. Every clock in days reads it.
PERIODS: Final = Table[ThreeDays, Period](
    "three-days",
    "What the three days are",
    (
        Row(ThreeDays.BUSINESS_DAYS, BusinessDays(3), "vic/reporting/three-days"),
        Row(ThreeDays.CALENDAR_DAYS, CalendarDays(3), "vic/reporting/three-days"),
        Row(ThreeDays.HOURS_72, Hours(72), "vic/reporting/three-days"),
    ),
)
happened_at_the_site: Final = Defined(
    (incident, site),
    "{incident} [happened|did not happen] at the service site {site}",
    happened_at(incident, site) & is_place_of_kind(site, PlaceKind.SERVICE_SITE),
)
site_lies_in: Final = Defined(
    (incident, place),
    "the service site at which {incident} happened [lies] in {place}",
    some(site, happened_at_the_site(incident, site) & place_in_area(site, place)),
)
state_of_the_site: Final = Defined(
    (incident, state),
    "the service site at which {incident} happened [lies] in the state of {state}",
    some(site, happened_at_the_site(incident, site) & place_in_state(site, state)),
)
at_the_site: Final = Defined(
    (incident, place),
    "the service site of {incident} [is] at {place}",
    site_lies_in(incident, place)
    | (is_concern(incident) & SITE.is_(place) & ~some(other_place, site_lies_in(incident, other_place))),
)
counts_at: Final = Defined(
    (incident, place),
    "the holidays of {place} [count|do not count] for {incident}",
    (WHOSE_HOLIDAYS.is_(WhoseHolidays.SITE) & at_the_site(incident, place))
    | (is_concern(incident) & WHOSE_HOLIDAYS.is_(WhoseHolidays.HEAD_OFFICE) & HEAD_OFFICE.is_(place))
    | (is_concern(incident) & WHOSE_HOLIDAYS.is_(WhoseHolidays.DEPARTMENT) & DEPARTMENT_OFFICE.is_(place)),
)


def counting_of(end: EndOfPeriodOfDays, first: FirstDay, roll: CalendarRoll) -> Counting:
    """Return the way of counting that three readings define together.

    Args:
        end: Reading of the time of the last day at which a period ends.
        first: Reading of the first day.
        roll: Reading of a last calendar day that is not a business day.
    """
    ends: Mapping[EndOfPeriodOfDays, EndOfPeriod | dt.time] = {
        EndOfPeriodOfDays.END_OF_DAY: EndOfPeriod.END_OF_DAY,
        EndOfPeriodOfDays.SAME_CLOCK: EndOfPeriod.SAME_CLOCK_TIME,
        EndOfPeriodOfDays.CLOSE_OF_BUSINESS: CLOSE_OF_BUSINESS,
    }
    return Counting(ends=ends[end], first_day_counts=first == FirstDay.COUNTED, rolls_on=roll == CalendarRoll.ROLLS_ON)


WAY: Final = Conclusion(
    "counted-at",
    (way,),
    "days [are] counted so: {way of counting}",
    topic=Topic.STARTS,
    leading=True,
)
WAY.row(
    "by-the-readings",
    Make(counting_of, (end_reading, first_reading, roll_reading)),
    when=END_OF_LAST_DAY.is_(end_reading) & FIRST_DAY.is_(first_reading) & CALENDAR_ROLL.is_(roll_reading),
    cites=[
        "vic-public-holidays-act/s-6/public-holidays",
        "vic-public-holidays-act/s-6/anzac-day",
        "vic-public-holidays-act/s-7/further-holidays",
        "vic-public-holidays-act/s-8/council-holidays",
        "vic-interpretation-act/s-44/last-day-rolls-on",
    ],
)


def names_a_state(place: object) -> bool:
    """Return True if the name of a place says its state or territory behind it."""
    return named_state(place) is not None


def may_lie_anywhere(place: object) -> bool:
    """Return True if neither the name of a place nor a list of Victoria's places tells its state."""
    return isinstance(place, str) and place != ELSEWHERE and named_state(place) is None and not lies_in_victoria(place)


def is_one_place(place: object, other: object) -> bool:
    """Return True if two names are spellings of one place."""
    return isinstance(place, str) and isinstance(other, str) and place_key(place) == place_key(other)


def state_of(place: object) -> str:
    """Return the id of the calendar of the state in a place's name, for example ``new-south-wales``."""
    return str(named_state(place) or CALENDAR)


def calendar_of(state: object) -> str:
    """Return the id of the calendar of a state."""
    return str(state)


has_a_states_name: Final = Comparison("{0} [has] the name of a state behind it", names_a_state)
is_the_same_place: Final = Comparison("{0} [is] another spelling of {1}", is_one_place)
is_in_no_list: Final = Comparison("{0} [is] a place that no list of Victoria has", may_lie_anywhere)
has_a_stated_site: Final = Defined(
    (incident,),
    "the days of a service site of a known state [count|do not count] for {incident}",
    WHOSE_HOLIDAYS.is_(WhoseHolidays.SITE) & some(state, state_of_the_site(incident, state)),
)
has_days_of_victoria: Final = Defined(
    (incident, place),
    "the holidays of {place}, which count for {incident}, [are] told in the case as of a place in Victoria",
    counts_at(incident, place)
    & some(other_place, local_days_of(other_place, State.VICTORIA) & is_the_same_place(place, other_place)),
)
may_lie_elsewhere: Final = Defined(
    (incident, place),
    "{place}, whose holidays count for {incident}, [lies] in a state that only somebody can tell",
    counts_at(incident, place) & is_in_no_list(place) & ~has_days_of_victoria(incident, place),
)
KEEPS: Final = Conclusion(
    "keeps",
    (incident, place, calendar),
    "{place} [keeps] the days of {calendar} for {incident}",
    topic=Topic.STARTS,
    leading=True,
)
KEEPS.row(
    "victoria",
    incident,
    place,
    CALENDAR,
    when=counts_at(incident, place),
    unless=has_a_states_name(place) | may_lie_elsewhere(incident, place) | has_a_stated_site(incident),
    cites=["vic-public-holidays-act/s-6/public-holidays"],
)
KEEPS.row(
    "state-in-its-name",
    incident,
    place,
    Make(state_of, (place,)),
    when=counts_at(incident, place) & has_a_states_name(place),
    unless=has_a_stated_site(incident),
    cites=["vic-public-holidays-act/s-6/public-holidays"],
)
KEEPS.row(
    "state-of-a-place-in-no-list",
    incident,
    place,
    Make(calendar_of, (state,)),
    when=may_lie_elsewhere(incident, place) & STATE_OF_THE_PLACE.is_(state),
    unless=has_a_stated_site(incident),
    cites=["vic-public-holidays-act/s-6/public-holidays"],
)
KEEPS.row(
    "state-of-the-site",
    incident,
    place,
    Make(calendar_of, (state,)),
    when=counts_at(incident, place) & WHOSE_HOLIDAYS.is_(WhoseHolidays.SITE) & state_of_the_site(incident, state),
    cites=["vic-public-holidays-act/s-6/public-holidays"],
)
counted: Final = WAY(way) & KEEPS(incident, place, calendar)
"""Readings decide how the days after a disclosure are counted, at which place, and by which calendar."""
