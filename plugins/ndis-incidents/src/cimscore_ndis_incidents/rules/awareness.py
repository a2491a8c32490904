"""Edition of the Rules that governs, and the time when the people whose knowledge counts became aware.

Add a line here when a source says whose knowledge starts the clocks.
"""

from __future__ import annotations

from typing import Final

from cimscore.case import Moment
from cimscore.clocks import since, up_to
from cimscore.rules import Conclusion, Defined, Make, Question, Topic, Value, covers, editions_table, some
from cimscore.rules.vocabulary import assessed_at, is_concern, occurred, received
from cimscore_ndis_incidents.readings import ACCUSED_KNOWS, WHOSE_KNOWLEDGE, AwareIfAccusedKnows, WhoseKnowledge
from cimscore_ndis_incidents.rules.moments import heard_later, local_time_of, time_known_of, time_of_awareness
from cimscore_ndis_incidents.rules.vocabulary import delivered_in, edition, incident, moment, state

RULES: Final = "ndis"

happened: Final = Value("time of the incident", Moment)
told: Final = Value("time of telling", Moment)

EDITION: Final = editions_table()
EDITION.row(
    "the-rules",
    RULES,
    edition,
    when=some(moment, assessed_at(moment) & covers(RULES, moment, edition)),
    cites=["ndis/s-16/reportable"],
)

KNOWN: Final = Conclusion(
    "known", (incident, moment), "{incident} [was] known at {moment} at the latest", topic=Topic.EDITIONS
)
KNOWN.row(
    "between-its-happening-and-its-telling",
    incident,
    Make(time_known_of, (happened, told)),
    when=occurred(incident, happened) & received(told),
    cites=["ndis-commission/times/becoming-aware"],
)
KNOWN.row(
    "by-its-telling",
    incident,
    Make(up_to, (told,)),
    when=is_concern(incident) & received(told),
    unless=some(happened, occurred(incident, happened)),
    cites=["ndis-commission/times/becoming-aware"],
)
# Any worker may take the call and tell the provider only later.
SINCE: Final = Conclusion(
    "since", (incident, moment), "{incident} [was] known to a worker from {moment} on", topic=Topic.EDITIONS
)
SINCE.row(
    "telling",
    incident,
    Make(since, (told,)),
    when=is_concern(incident) & received(told),
    cites=["ndis/s-19/workers-tell-the-provider"],
)
learnt: Final = Defined(
    (incident, moment),
    "others [learnt|did not learn] of {incident} at {moment}",
    KNOWN(incident, moment) | (SINCE(incident, moment) & heard_later(moment)),
)
_FIRST: Final = "nobody knows of an incident before it happens, nor after it was told: the first of that time"
_WHY: Final = "as soon as it could be known"

WORKER_AWARE: Final = Question(
    id="worker-aware",
    things=(incident,),
    text="When did any worker of the provider, or whoever acts for it, first know of {incident}?",
    answers=Moment,
    member=moment,
    working=KNOWN(incident, moment),
    why=_FIRST,
    cites=("ndis/s-19/workers-tell-the-provider",),
)
AWARE: Final = Question(
    id="aware",
    things=(incident,),
    text="When did the registered provider become aware of {incident}?",
    answers=Moment,
    member=moment,
    working=learnt(incident, moment),
    why=_WHY,
    cites=("ndis-commission/times/becoming-aware",),
    no_sooner_than=(WORKER_AWARE,),
    first=1,
)
KEY_PERSONNEL_AWARE: Final = Question(
    id="key-personnel-aware",
    things=(incident,),
    text="When did the provider's key personnel become aware of {incident}?",
    answers=Moment,
    member=moment,
    working=learnt(incident, moment),
    why=_WHY,
    cites=("ndis-commission/times/key-personnel-aware",),
    no_sooner_than=(WORKER_AWARE, AWARE),
    first=1,
)
ONLY_THE_ACCUSED_KNEW: Final = Question(
    id="only-the-accused-knew",
    things=(incident,),
    text="Did nobody but whoever is accused of {incident} know of it at first?",
    answers=bool,
    working=False,
    why="somebody else mostly saw it or was told; where only the accused knew, that is said",
    granted=True,
    cites=("ndis-commission/times/becoming-aware",),
)
KNOWN_TO_OTHERS: Final = Question(
    id="known-to-others",
    things=(incident,),
    text="When did somebody of the provider who is not accused of {incident} first know of it?",
    answers=Moment,
    member=moment,
    working=learnt(incident, moment),
    why=_WHY,
    cites=("ndis-commission/times/becoming-aware",),
    no_sooner_than=(WORKER_AWARE,),
)
waits_for_others: Final = Defined(
    (incident,),
    "{incident} [is] known to the provider only when somebody knows who is not accused of it",
    is_concern(incident) & ACCUSED_KNOWS.is_(AwareIfAccusedKnows.NOT_AWARE) & ONLY_THE_ACCUSED_KNEW(incident),
)
knew_by_the_reading: Final = Defined(
    (incident, moment),
    "those whose knowledge counts by the reading [knew|did not know] of {incident} at {moment}",
    is_concern(incident)
    & (
        (WHOSE_KNOWLEDGE.is_(WhoseKnowledge.PROVIDER) & AWARE.is_(incident, moment))
        | (WHOSE_KNOWLEDGE.is_(WhoseKnowledge.KEY_PERSONNEL) & KEY_PERSONNEL_AWARE.is_(incident, moment))
        | (WHOSE_KNOWLEDGE.is_(WhoseKnowledge.ANY_WORKER) & WORKER_AWARE.is_(incident, moment))
    ),
)
became_aware: Final = Defined(
    (incident, moment),
    "those whose knowledge counts [became|did not become] aware of {incident} at {moment}",
    (waits_for_others(incident) & KNOWN_TO_OTHERS.is_(incident, moment))
    | (knew_by_the_reading(incident, moment) & ~waits_for_others(incident)),
)
AWARE_THERE: Final = Conclusion(
    "aware-there",
    (incident, moment),
    "{incident} [is] known there at {moment}",
    topic=Topic.STARTS,
    leading=True,
)
AWARE_THERE.row(
    "within-its-day",
    incident,
    Make(time_of_awareness, (moment, state, happened)),
    when=became_aware(incident, moment) & delivered_in(incident, state) & occurred(incident, happened),
    cites=["ndis-commission/times/becoming-aware"],
)
AWARE_THERE.row(
    "in-the-time-of-the-place",
    incident,
    Make(local_time_of, (moment, state)),
    when=became_aware(incident, moment) & delivered_in(incident, state),
    unless=some(happened, occurred(incident, happened)),
    cites=["ndis-commission/times/becoming-aware"],
)
