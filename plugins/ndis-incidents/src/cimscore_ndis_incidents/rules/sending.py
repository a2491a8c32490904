"""Notifications and forms to the Commission: who sends them, and when they are due.

Add a line here when a source changes what is sent, or how long it may take.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from cimscore.calendars import BusinessDays, CalendarDays, EndOfPeriod, Hours
from cimscore.case import Moment
from cimscore.rules import (
    Clocks,
    Conclusion,
    Defined,
    Duties,
    Make,
    Question,
    Row,
    Table,
    Topic,
    Value,
    same,
    some,
)
from cimscore.rules.vocabulary import is_concern, record_took
from cimscore_ndis_incidents.readings import END_OF_LAST_DAY, HARM_FOUND_LATER, EndOfFifthBusinessDay, HarmFoundLater
from cimscore_ndis_incidents.rules.awareness import AWARE, AWARE_THERE
from cimscore_ndis_incidents.rules.kinds import (
    KIND_IS_ONE,
    NOT_REPORTABLE,
    ONLY_ALLEGED,
    PRACTICE,
    PRACTICE_HARMED,
    is_a_practice,
    is_of_a_listed_kind,
    is_owed,
    is_reportable_at_once,
)
from cimscore_ndis_incidents.rules.moments import eve_of
from cimscore_ndis_incidents.rules.scope import IN_SCOPE
from cimscore_ndis_incidents.rules.vocabulary import (
    COUNTED_IN,
    FORM,
    IMMEDIATE,
    PLACE,
    StateOrTerritory,
    delivered_in,
    incident,
    moment,
    place,
    reason,
    record,
    state,
)
from cimscore_ndis_incidents.words import COMMISSION

KEY_PERSONNEL: Final = "the provider's key personnel"
CLOSE_OF_BUSINESS: Final = dt.time(17)
SEND: Final = "send"

reading: Final = Value("reading", EndOfFifthBusinessDay)
ends: Final = Value("end of the day", object)
calendar: Final = Value("calendar", str)

AWARE_OF_HARM: Final = Question(
    id="aware-of-harm",
    things=(incident,),
    text="When did the registered provider become aware that the restrictive practice of {incident} did harm?",
    answers=Moment,
    member=moment,
    working=AWARE_THERE(incident, moment),
    why="the harm is taken to have been plain from the first",
    cites=("ndis-commission/times/restrictive-practice-with-harm",),
    no_sooner_than=(AWARE,),
)
FIFTH_BUSINESS_DAY: Final = Question(
    id="fifth-business-day",
    things=(incident,),
    text="By when do the five business days for {incident} end there? The days of that place are not known here.",
    answers=Moment,
    cites=("cth-interpretation-act/s-36/holiday-of-the-place",),
)

# Notifications and forms.
GOES: Final = Conclusion("goes", (incident, record), "{incident} [goes] into {record}", topic=Topic.RECORDS)
GOES.row(
    "notification",
    incident,
    IMMEDIATE.of(incident),
    when=is_owed(incident) & is_of_a_listed_kind(incident),
    cites=["ndis/s-20/24-hours", "ndis/s-16/reportable", "ndis-commission/kinds/connection"],
)
GOES.row(
    "alleged",
    incident,
    IMMEDIATE.of(incident),
    when=is_owed(incident) & is_reportable_at_once(incident) & ONLY_ALLEGED(incident),
    cites=["ndis/s-17/alleged"],
)
GOES.row(
    "practice-with-harm",
    incident,
    IMMEDIATE.of(incident),
    when=is_owed(incident) & PRACTICE(incident) & PRACTICE_HARMED(incident),
    cites=[
        "ndis-commission/times/restrictive-practice-with-harm",
        "ndis/s-16/reportable",
        "ndis-commission/kinds/connection",
    ],
)
GOES.row(
    "form",
    incident,
    FORM.of(incident),
    when=is_owed(incident) & is_reportable_at_once(incident),
    cites=["ndis-commission/times/five-day-form", "ndis-commission/kinds/connection"],
)
GOES.row(
    "form-alone",
    incident,
    FORM.of(incident),
    when=is_owed(incident) & PRACTICE(incident),
    unless=PRACTICE_HARMED(incident),
    cites=[
        "ndis/s-21/5-business-days",
        "ndis-commission/times/five-day-form-alone",
        "ndis-commission/kinds/connection",
    ],
)
GOES.row(
    "form-of-whichever-kind",
    incident,
    FORM.of(incident),
    when=is_owed(incident) & KIND_IS_ONE(incident),
    cites=[
        "ndis-commission/times/five-day-form",
        "ndis-commission/times/five-day-form-alone",
        "ndis-commission/kinds/connection",
    ],
)
RECORDS: Final = Conclusion("record", (record,), "{record} [is] to be made", topic=Topic.RECORDS)
RECORDS.row("of-an-incident", record, when=some(incident, GOES(incident, record)), cites=["ndis/s-16/reportable"])
is_notification: Final = Defined(
    (record,), "{record} [is] an immediate notification", RECORDS(record) & IMMEDIATE(record)
)
is_form: Final = Defined((record,), "{record} [is] a five-day form", RECORDS(record) & FORM(record))
is_notified: Final = Defined(
    (incident,),
    "{incident} [is] to be notified at once",
    some(record, GOES(incident, record) & IMMEDIATE(record)),
)
needs_the_form: Final = Defined(
    (incident,), "{incident} [needs] the five-day form", some(record, GOES(incident, record) & FORM(record))
)

# A notification may depend on harm; a report never replaces another.
HANGS_ON_HARM: Final = Conclusion(
    "hangs-on-harm",
    (incident,),
    "whether {incident} is notified within 24 hours [hangs] on whether the practice did harm",
    topic=Topic.RECORDS,
)
HANGS_ON_HARM.row(
    "practice",
    incident,
    when=is_owed(incident) & is_a_practice(incident),
    cites=["ndis-commission/times/restrictive-practice-with-harm", "ndis-commission/times/five-day-form-alone"],
)
NO_DISCHARGE: Final = Conclusion(
    "no-discharge",
    (incident,),
    "what is sent to the Commission on {incident} [stands] in for no report owed to anybody else",
    topic=Topic.SCOPE,
)
NO_DISCHARGE.row(
    "each-its-own",
    incident,
    when=IN_SCOPE(incident),
    unless=some(reason, NOT_REPORTABLE(incident, reason)),
    cites=["ndis/s-16/reportable"],
)

AS_ALLEGED: Final = Conclusion(
    "as-alleged",
    (incident,),
    "{incident} [is] to be notified although it is only alleged",
    topic=Topic.RECORDS,
)
AS_ALLEGED.row("alleged", incident, when=is_owed(incident) & ONLY_ALLEGED(incident), cites=["ndis/s-17/alleged"])

# Duties.
SENT: Final = Duties("sent", (record,), step=1)
SENT.duty(
    "notify",
    "notify the incident",
    by=KEY_PERSONNEL,
    to=COMMISSION,
    when=is_notification(record),
    cites=["ndis/s-18/key-personnel"],
)
SENT.duty(
    "send-the-form",
    "send the five-day form",
    by=KEY_PERSONNEL,
    to=COMMISSION,
    when=is_form(record),
    cites=["ndis/s-18/key-personnel"],
)
TOLD: Final = Duties("told", (incident,))
TOLD.duty(
    "tell-the-provider",
    "tell the provider",
    by="any worker who learns of it",
    when=is_owed(incident),
    cites=["ndis/s-19/workers-tell-the-provider"],
)

# Clocks, by the days of the place.
ENDS: Final = Table[EndOfFifthBusinessDay, EndOfPeriod | dt.time](
    "ends",
    "When the last day of a period ends",
    (
        Row(EndOfFifthBusinessDay.END_OF_DAY, EndOfPeriod.END_OF_DAY, "ndis/s-21/5-business-days"),
        Row(EndOfFifthBusinessDay.SAME_CLOCK, EndOfPeriod.SAME_CLOCK_TIME, "ndis/s-21/5-business-days"),
        Row(EndOfFifthBusinessDay.CLOSE_OF_BUSINESS, CLOSE_OF_BUSINESS, "ndis/s-21/5-business-days"),
    ),
)
STATES: Final = Table(
    "calendars",
    "Whose calendar counts",
    tuple(Row(region, str(region), "cth-interpretation-act/s-36/holiday-of-the-place") for region in StateOrTerritory),
)
found_later: Final = Defined(
    (incident,),
    "{incident} [counts] from the harm of a practice",
    is_a_practice(incident) & HARM_FOUND_LATER.is_(HarmFoundLater.FROM_THE_HARM),
)
notified_from: Final = Defined(
    (incident, moment),
    "the 24 hours for {incident} [run|do not run] from {moment}",
    (found_later(incident) & AWARE_OF_HARM.is_(incident, moment))
    | (AWARE_THERE(incident, moment) & ~found_later(incident)),
)
is_said: Final = Defined(
    (incident,),
    "the end of the five business days for {incident} [is] said by somebody there",
    FIFTH_BUSINESS_DAY.answered(incident) & COUNTED_IN(incident, StateOrTerritory.ANOTHER),
)
SAID: Final = Conclusion(
    "form-as-said",
    (incident, moment),
    "the day after which the form on {incident} is due there [is] {moment}",
    topic=Topic.STARTS,
    leading=True,
)
SAID.row(
    "eve-of-the-fifth-business-day",
    incident,
    Make(eve_of, (moment,)),
    when=is_concern(incident) & is_said(incident) & FIFTH_BUSINESS_DAY.is_(incident, moment),
    cites=["cth-interpretation-act/s-36/holiday-of-the-place"],
)
was_sent: Final = Defined(
    (incident, moment),
    "the five-day form on {incident} [was] sent at {moment}",
    some(record, record_took(record, SEND, moment) & FORM(record) & same(record.concern, incident)),
)
was_notified: Final = Defined(
    (incident, moment),
    "{incident} [was] notified at {moment}",
    some(record, record_took(record, SEND, moment) & IMMEDIATE(record) & same(record.concern, incident)),
)

CLOCKS: Final = Clocks((incident,))
NOTIFY: Final = CLOCKS.clock(
    "notify",
    "notify the incident",
    owed=is_notified(incident),
    starts=notified_from(incident, moment),
    within=Hours(24),
    also=delivered_in(incident, state) & STATES(state, calendar),
    calendar=calendar,
    stops=was_notified(incident, moment),
    done=moment,
    who=KEY_PERSONNEL,
    says_from="becoming aware",
    cites=[
        "ndis/s-20/24-hours",
        "ndis-commission/times/24-hours",
        "ndis-commission/times/restrictive-practice-with-harm",
        "ndis-commission/times/becoming-aware",
    ],
)
SEND_THE_FORM: Final = CLOCKS.clock(
    "send-the-form",
    "send the five-day form",
    owed=needs_the_form(incident) & ~is_said(incident),
    starts=AWARE_THERE(incident, moment),
    within=BusinessDays(5),
    also=COUNTED_IN(incident, state)
    & STATES(state, calendar)
    & PLACE.is_(place)
    & END_OF_LAST_DAY.is_(reading)
    & ENDS(reading, ends),
    place=place,
    calendar=calendar,
    ends=ends,
    stops=was_sent(incident, moment),
    done=moment,
    who=KEY_PERSONNEL,
    says_from="becoming aware",
    cites=[
        "ndis/s-21/5-business-days",
        "ndis-commission/times/five-day-form",
        "ndis-commission/times/restrictive-practice-5-business-days",
        "ndis-commission/times/becoming-aware",
        "cth-interpretation-act/s-36/day-left-out",
        "cth-interpretation-act/s-36/last-day-rolls-on",
        "cth-interpretation-act/s-36/holiday-of-the-place",
    ],
)
AS_SAID: Final = CLOCKS.clock(
    "send-the-form-as-said",
    "send the five-day form, by the days that somebody there has counted",
    owed=needs_the_form(incident) & is_said(incident),
    starts=SAID(incident, moment),
    within=CalendarDays(1),
    stops=was_sent(incident, moment),
    done=moment,
    who=KEY_PERSONNEL,
    says_from="the day before",
    cites=["cth-interpretation-act/s-36/holiday-of-the-place"],
)
