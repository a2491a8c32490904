"""Unclear points of the sources that affect a rule, with every reading and the one taken."""

from __future__ import annotations

import enum
from typing import Final

from cimscore.rules import Reading


class WhoseKnowledge(enum.StrEnum):
    """People whose knowledge may start the clocks."""

    PROVIDER = "provider"
    KEY_PERSONNEL = "key-personnel"
    ANY_WORKER = "any-worker"


class AwareIfAccusedKnows(enum.StrEnum):
    """Readings of a provider's awareness while only the accused person knows of the incident."""

    NOT_AWARE = "not-aware"
    AWARE = "aware"


class Unregistered(enum.StrEnum):
    """Readings of what an unregistered provider owes the Commission."""

    NOTHING = "nothing"
    AS_REGISTERED = "as-registered"


class RegisteredWhen(enum.StrEnum):
    """Moments at which a provider may have to be registered."""

    AWARENESS = "awareness"
    OCCURRENCE = "occurrence"


class Discharge(enum.StrEnum):
    """Readings of one report's effect on another."""

    NONE = "none"
    EITHER = "either"


class HarmFoundLater(enum.StrEnum):
    """Starts of the 24 hours when a restrictive practice turns out to have caused harm."""

    FROM_THE_USE = "from-the-use"
    FROM_THE_HARM = "from-the-harm"


class FirstOfJuly(enum.StrEnum):
    """Moments that may decide if the Commission already had its role in Victoria."""

    AWARENESS = "awareness"
    OCCURRENCE = "occurrence"


class EndOfFifthBusinessDay(enum.StrEnum):
    """Times of the last day at which a period may end."""

    END_OF_DAY = "end-of-day"
    SAME_CLOCK = "same-clock"
    CLOSE_OF_BUSINESS = "close-of-business"


WHOSE_KNOWLEDGE: Final = Reading(
    id="whose-knowledge",
    question="Whose knowledge starts the clocks?",
    readings={
        WhoseKnowledge.PROVIDER: "The registered provider's.",
        WhoseKnowledge.KEY_PERSONNEL: "That of its key personnel.",
        WhoseKnowledge.ANY_WORKER: "That of any worker, who then has to tell the provider.",
    },
    taken=WhoseKnowledge.PROVIDER,
    because="The Commission's page says so; only secondary guides speak of key personnel.",
    clauses=(
        "ndis-commission/times/becoming-aware",
        "ndis-commission/times/key-personnel-aware",
        "ndis/s-19/workers-tell-the-provider",
    ),
)

ACCUSED_KNOWS: Final = Reading(
    id="accused-knows",
    question="Is a provider aware of an incident while only the person accused of it knows?",
    readings={
        AwareIfAccusedKnows.NOT_AWARE: "No, not before somebody else knows.",
        AwareIfAccusedKnows.AWARE: "Yes, where their knowledge is otherwise its own.",
    },
    taken=AwareIfAccusedKnows.NOT_AWARE,
    because="Who did it has told nobody; the Rules have workers tell the provider, which is aware from then.",
    clauses=("ndis-commission/times/becoming-aware", "ndis/s-19/workers-tell-the-provider"),
)

UNREGISTERED: Final = Reading(
    id="unregistered-provider",
    question="What does a provider owe the Commission that is not registered?",
    readings={
        Unregistered.NOTHING: "No notification and no form.",
        Unregistered.AS_REGISTERED: "The same as one that is registered.",
    },
    taken=Unregistered.NOTHING,
    because="The Commission's page says that only registered providers have to notify.",
    clauses=("ndis-commission/times/registered-providers",),
)

REGISTERED_WHEN: Final = Reading(
    id="registered-when",
    question="A registration began or ended about then. When must the provider have been registered?",
    readings={
        RegisteredWhen.AWARENESS: "When it became aware of the incident.",
        RegisteredWhen.OCCURRENCE: "When the incident happened.",
    },
    taken=RegisteredWhen.AWARENESS,
    because="The duty to notify arises with becoming aware.",
    clauses=("ndis-commission/times/registered-providers", "ndis-commission/times/becoming-aware"),
)

NO_DISCHARGE: Final = Reading(
    id="no-discharge",
    question="Does what is sent to the Commission do for a report that somebody else is owed, or the other way round?",
    readings={
        Discharge.NONE: "No: each is owed by its own rules and its own clock.",
        Discharge.EITHER: "Yes, whichever comes first.",
    },
    taken=Discharge.NONE,
    because="No source says that one report does for another; a state's page has such providers report to both.",
    clauses=("ndis/s-16/reportable",),
    ambiguities=("V-50",),
    noted=True,
)

HARM_FOUND_LATER: Final = Reading(
    id="harm-found-later",
    question="An unauthorised restrictive practice turns out to have done harm. From when do the 24 hours run?",
    readings={
        HarmFoundLater.FROM_THE_USE: "From becoming aware of its use.",
        HarmFoundLater.FROM_THE_HARM: "From becoming aware of the harm.",
    },
    taken=HarmFoundLater.FROM_THE_USE,
    because="It is the earlier, and no source says that they start anew.",
    clauses=("ndis-commission/times/restrictive-practice-with-harm",),
)

FIRST_OF_JULY: Final = Reading(
    id="first-of-july-2019",
    question="The Commission has its role in Victoria from 1 July 2019. What of an earlier incident found later?",
    readings={
        FirstOfJuly.AWARENESS: "It is notified if the provider became aware from that day on.",
        FirstOfJuly.OCCURRENCE: "It is notified only if it happened from that day on.",
    },
    taken=FirstOfJuly.AWARENESS,
    because="The duty arises with becoming aware; no source settles it, and so nothing goes unnotified.",
    clauses=("ndis-commission/times/in-victoria",),
    ambiguities=("V-51",),
)

END_OF_LAST_DAY: Final = Reading(
    id="end-of-last-day",
    question="When on its last business day does a period end?",
    readings={
        EndOfFifthBusinessDay.END_OF_DAY: "At the end of the day, local time.",
        EndOfFifthBusinessDay.SAME_CLOCK: "At the time of day at which it began.",
        EndOfFifthBusinessDay.CLOSE_OF_BUSINESS: "At the close of business, taken as 5 pm.",
    },
    taken=EndOfFifthBusinessDay.END_OF_DAY,
    because="A period in days lasts through its last day.",
    clauses=("ndis/s-21/5-business-days",),
    ambiguities=("X-01", "X-02"),
)
