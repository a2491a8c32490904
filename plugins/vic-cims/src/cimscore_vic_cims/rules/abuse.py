"""Kinds of harm that the incident type states: abuse, neglect, an unexplained injury or poor care.

Add a line here when a source says that a type is one of these. Which of them are investigated: investigation.py.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Comparison, Defined, Question, some
from cimscore.rules.vocabulary import is_concern
from cimscore_vic_cims.rules.vocabulary import INCIDENT_TYPE, code, incident

NEAR_ABUSE: Final = frozenset(
    {"inappropriate-physical-treatment", "inappropriate-sexual-behaviour", "sexual-exploitation-suspected"}
)
"""Types of which the sources do not say whether they are abuse: what somebody did to a client, and should not have."""


def is_between_the_types(code: object) -> bool:
    """Return True for a type that may be abuse and does not say so, and for one in somebody's own words."""
    return code in NEAR_ABUSE or code not in INCIDENT_TYPE.codes


between_the_types: Final = Comparison("{0} [may] name abuse without saying so", is_between_the_types)
is_near_abuse: Final = Defined(
    (incident,),
    "the type of {incident} [is] one that is near to abuse",
    is_concern(incident)
    & (
        INCIDENT_TYPE.is_(incident, "inappropriate-physical-treatment")
        | INCIDENT_TYPE.is_(incident, "inappropriate-sexual-behaviour")
        | INCIDENT_TYPE.is_(incident, "sexual-exploitation-suspected")
    ),
)
ABUSE_ALL_THE_SAME: Final = Question(
    id="abuse-all-the-same",
    things=(incident,),
    text="Is {incident}, whose type names no abuse, abuse of a client all the same? The sources do not say which types "
    "are.",
    answers=bool,
    working=is_near_abuse(incident),
    why="yes for inappropriate treatment or behaviour and suspected exploitation, so that nothing is left "
    "uninvestigated; no for a type in somebody's own words",
    cites=(
        "vic-guidance-resources/investigations/major-abuse-by-client",
        "vic-guidance-resources/investigations/major-abuse-by-staff",
    ),
)
is_abuse: Final = Defined(
    (incident,),
    "{incident} [is] abuse, grooming included",
    INCIDENT_TYPE.is_(incident, "emotional-or-psychological-abuse")
    | INCIDENT_TYPE.is_(incident, "financial-abuse")
    | INCIDENT_TYPE.is_(incident, "physical-abuse")
    | INCIDENT_TYPE.is_(incident, "sexual-abuse")
    | INCIDENT_TYPE.is_(incident, "sexual-exploitation-grooming")
    | (some(code, INCIDENT_TYPE.is_(incident, code) & between_the_types(code)) & ABUSE_ALL_THE_SAME(incident)),
)
is_neglect: Final = Defined((incident,), "{incident} [is] neglect", INCIDENT_TYPE.is_(incident, "neglect"))
is_unexplained: Final = Defined(
    (incident,), "{incident} [is] an unexplained injury", INCIDENT_TYPE.is_(incident, "injury-unexplained")
)
is_poor_care: Final = Defined(
    (incident,), "{incident} [is] poor quality of care", INCIDENT_TYPE.is_(incident, "poor-quality-of-care")
)
