"""Which edition of the Rules governs, and when those became aware whose knowledge counts.

Add a line here when a source says whose knowledge starts the clocks.
"""

from __future__ import annotations

from typing import Final

from cimscore.case import Moment
from cimscore.rules import Conclusion, Defined, Make, Question, Topic, Value, covers, editions_table, some
from cimscore.rules.vocabulary import assessed_at, is_concern, occurred, received
from cimscore_ndis_incidents.readings import WHOSE_KNOWLEDGE, WhoseKnowledge
from cimscore_ndis_incidents.rules.moments import local_time_of, time_known_of
from cimscore_ndis_incidents.rules.vocabulary import STATE, edition, incident, moment, state

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
_WHY: Final = "nobody is aware of an incident before it happens, nor after it was told: the first of that time"

AWARE: Final = Question(
    id="aware",
    things=(incident,),
    text="When did the registered provider become aware of {incident}?",
    answers=Moment,
    member=moment,
    working=KNOWN(incident, moment),
    why=_WHY,
    cites=("ndis-commission/times/becoming-aware",),
)
KEY_PERSONNEL_AWARE: Final = Question(
    id="key-personnel-aware",
    things=(incident,),
    text="When did the provider's key personnel become aware of {incident}?",
    answers=Moment,
    member=moment,
    working=KNOWN(incident, moment),
    why=_WHY,
    cites=("ndis-commission/times/key-personnel-aware",),
)
became_aware: Final = Defined(
    (incident, moment),
    "those whose knowledge counts [became|did not become] aware of {incident} at {moment}",
    is_concern(incident)
    & (
        (WHOSE_KNOWLEDGE.is_(WhoseKnowledge.PROVIDER) & AWARE.is_(incident, moment))
        | (WHOSE_KNOWLEDGE.is_(WhoseKnowledge.KEY_PERSONNEL) & KEY_PERSONNEL_AWARE.is_(incident, moment))
    ),
)
AWARE_THERE: Final = Conclusion(
    "aware-there",
    (incident, moment),
    "{incident} [is] known at {moment}, by the time of the place",
    topic=Topic.STARTS,
    leading=True,
)
AWARE_THERE.row(
    "in-the-time-of-the-place",
    incident,
    Make(local_time_of, (moment, state)),
    when=became_aware(incident, moment) & STATE.is_(state),
    cites=["ndis-commission/times/becoming-aware"],
)
