"""Who has to notify, and since when.

Add a line here when a source says that a provider has to notify, or no longer does.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, Question, Topic, some
from cimscore.rules.vocabulary import is_concern, occurred
from cimscore_ndis_incidents.readings import FIRST_OF_JULY, FirstOfJuly
from cimscore_ndis_incidents.rules.awareness import became_aware
from cimscore_ndis_incidents.rules.moments import since_july_2019
from cimscore_ndis_incidents.rules.vocabulary import STATE, Place, incident, moment, reason

REGISTERED: Final = Question(
    id="registered-provider",
    things=(),
    text="Is the organisation a registered NDIS provider?",
    answers=bool,
    working=True,
    why="so that nothing goes unnotified for want of an answer",
    cites=("ndis-commission/times/registered-providers",),
)

is_in_victoria: Final = Defined((), "the supports [are] delivered in Victoria", STATE.is_(Place.VICTORIA))
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
    when=is_concern(incident) & REGISTERED(),
    unless=is_in_victoria(),
    cites=["ndis/s-16/reportable", "ndis-commission/times/registered-providers"],
)
IN_SCOPE.row(
    "registered-in-victoria",
    incident,
    when=is_in_victoria() & REGISTERED() & falls_into_its_time(incident),
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
    unless=is_in_victoria(),
    cites=["ndis/s-16/reportable", "ndis-commission/times/registered-providers"],
)

# Out of scope: a reason with its clause.
OUT: Final = Conclusion("out-of-scope", (incident, reason), "{incident} [is] out of scope: {reason}", topic=Topic.SCOPE)
OUT.row(
    "not-registered",
    incident,
    "the organisation is no registered provider",
    when=is_concern(incident),
    unless=REGISTERED(),
    cites=["ndis-commission/times/registered-providers"],
)
OUT.row(
    "before-july-2019-in-victoria",
    incident,
    "the Commission had no role in Victoria before 1 July 2019",
    when=is_concern(incident) & is_in_victoria(),
    unless=falls_into_its_time(incident),
    cites=["ndis-commission/times/in-victoria"],
)
