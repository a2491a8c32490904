"""Providers that have to notify the Commission, and since when.

Add a line here when a source says that a provider has to notify, or no longer does.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from cimscore.rules import Conclusion, Defined, Question, Topic, Value, some
from cimscore.rules.vocabulary import is_concern, occurred
from cimscore_ndis_incidents.readings import (
    FIRST_OF_JULY,
    REGISTERED_WHEN,
    UNREGISTERED,
    FirstOfJuly,
    RegisteredWhen,
    Unregistered,
)
from cimscore_ndis_incidents.rules.awareness import became_aware
from cimscore_ndis_incidents.rules.moments import since_july_2019, since_the_day, up_to_the_day
from cimscore_ndis_incidents.rules.vocabulary import STATE, StateOrTerritory, delivered_in, incident, moment, reason

first_day: Final = Value("first day", dt.date)
last_day: Final = Value("last day", dt.date)

REGISTERED: Final = Question(
    id="registered-provider",
    things=(),
    text="Is the organisation a registered NDIS provider?",
    answers=bool,
    working=True,
    why="so that nothing goes unnotified for want of an answer",
    cites=("ndis-commission/times/registered-providers",),
)

REGISTRATION_CHANGED: Final = Question(
    id="registration-changed",
    things=(),
    text="Did its registration begin or end about then?",
    answers=bool,
    working=False,
    why="a registration lasts for years; where it began or ended about then, that is said",
    granted=True,
    cites=("ndis-commission/times/registered-providers",),
)
REGISTERED_FROM: Final = Question(
    id="registered-from",
    things=(),
    text="From which day was the provider registered?",
    answers=dt.date,
    cites=("ndis-commission/times/registered-providers",),
)
REGISTERED_UNTIL: Final = Question(
    id="registered-until",
    things=(),
    text="On which day did the registration of the provider end? One that lasts ends on a day to come.",
    answers=dt.date,
    cites=("ndis-commission/times/registered-providers",),
)

counts_for_registration: Final = Defined(
    (incident, moment),
    "{moment} [is] when the provider must be registered for {incident}",
    (REGISTERED_WHEN.is_(RegisteredWhen.AWARENESS) & became_aware(incident, moment))
    | (is_concern(incident) & REGISTERED_WHEN.is_(RegisteredWhen.OCCURRENCE) & occurred(incident, moment)),
)
days_are_told: Final = Defined(
    (),
    "a day on which the registration began or ended [is] told",
    REGISTERED_FROM.answered() | REGISTERED_UNTIL.answered(),
)
has_a_registration: Final = Defined(
    (),
    "the provider [is] registered now, else about then",
    REGISTERED() | REGISTRATION_CHANGED() | days_are_told(),
)
# Where nobody tells a day, a registration that holds now and did not change held then.
had_begun: Final = Defined(
    (incident, moment),
    "the registration [had] begun at {moment}, which counts for {incident}",
    counts_for_registration(incident, moment)
    & (
        some(first_day, REGISTERED_FROM.is_(first_day) & since_the_day(moment, first_day))
        | (~REGISTERED_FROM.answered() & ~REGISTRATION_CHANGED())
    ),
)
had_not_ended: Final = Defined(
    (incident, moment),
    "the registration [had] not ended at {moment}, which counts for {incident}",
    counts_for_registration(incident, moment)
    & (
        some(last_day, REGISTERED_UNTIL.is_(last_day) & up_to_the_day(moment, last_day))
        | (~REGISTERED_UNTIL.answered() & ~REGISTRATION_CHANGED() & REGISTERED())
    ),
)
is_registered_for: Final = Defined(
    (incident,),
    "the provider [is] registered for {incident}",
    is_concern(incident)
    & has_a_registration()
    & (
        (REGISTERED() & ~REGISTRATION_CHANGED() & ~days_are_told())
        | some(moment, had_begun(incident, moment) & had_not_ended(incident, moment))
    ),
)
has_to_notify: Final = Defined(
    (incident,),
    "the provider [has] to notify {incident} as a registered one",
    is_registered_for(incident) | (is_concern(incident) & UNREGISTERED.is_(Unregistered.AS_REGISTERED)),
)
is_in_victoria: Final = Defined(
    (incident,),
    "the supports of {incident} [are] delivered in Victoria",
    delivered_in(incident, StateOrTerritory.VICTORIA),
)
falls_into_its_time: Final = Defined(
    (incident,),
    "{incident} [falls] into the time of the Commission in Victoria",
    is_concern(incident)
    & (
        (
            FIRST_OF_JULY.is_(FirstOfJuly.AWARENESS)
            & some(moment, became_aware(incident, moment) & since_july_2019(moment))
        )
        | (
            FIRST_OF_JULY.is_(FirstOfJuly.OCCURRENCE)
            & some(moment, occurred(incident, moment) & since_july_2019(moment))
        )
    ),
)

IN_SCOPE: Final = Conclusion("in-scope", (incident,), "{incident} [is] in scope", topic=Topic.SCOPE)
IN_SCOPE.row(
    "registered-provider",
    incident,
    when=has_to_notify(incident),
    unless=is_in_victoria(incident),
    cites=["ndis/s-16/reportable", "ndis-commission/times/registered-providers"],
)
IN_SCOPE.row(
    "registered-in-victoria",
    incident,
    when=is_in_victoria(incident) & has_to_notify(incident) & falls_into_its_time(incident),
    cites=[
        "ndis/s-16/reportable",
        "ndis-commission/times/registered-providers",
        "ndis-commission/times/in-victoria",
    ],
)
CASE_IN_SCOPE: Final = Conclusion("case-in-scope", (), "the case [is] in scope", topic=Topic.SCOPE)
CASE_IN_SCOPE.row("by-an-incident", when=some(incident, IN_SCOPE(incident)), cites=["ndis/s-16/reportable"])
CASE_IN_SCOPE.row(
    "without-an-incident",
    when=REGISTERED() & ~some(incident, is_concern(incident)),
    unless=STATE.is_(StateOrTerritory.VICTORIA),
    cites=["ndis/s-16/reportable", "ndis-commission/times/registered-providers"],
)

# Out of scope: a reason with its clause.
OUT: Final = Conclusion(
    "out-of-scope",
    (incident, reason),
    "{incident} [is] out of scope: {reason}",
    topic=Topic.SCOPE,
    denies=IN_SCOPE,
)
OUT.row(
    "not-registered",
    incident,
    "the organisation is not a registered provider",
    when=is_concern(incident),
    unless=has_a_registration() | has_to_notify(incident),
    cites=["ndis-commission/times/registered-providers"],
)
OUT.row(
    "not-registered-then",
    incident,
    "the organisation was not a registered provider at the moment that counts",
    when=is_concern(incident) & has_a_registration(),
    unless=has_to_notify(incident),
    cites=["ndis-commission/times/registered-providers"],
)
OUT.row(
    "before-july-2019-in-victoria",
    incident,
    "the Commission had no role in Victoria before 1 July 2019",
    when=is_concern(incident) & is_in_victoria(incident),
    unless=falls_into_its_time(incident),
    cites=["ndis-commission/times/in-victoria"],
)
