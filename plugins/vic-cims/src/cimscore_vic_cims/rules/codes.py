"""Incident type of each report, checked against the list of its edition.

Add a line here when an edition adds or drops a type. Some lists are held only in part, for some services and editions.
A type that is missing from such a list is never called wrong.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, Question, Topic, Value, some
from cimscore_vic_cims.rules.editions import EDITION, MANUAL, goes_by, is_assessed
from cimscore_vic_cims.rules.incident import is_in_child_protection, is_reported
from cimscore_vic_cims.rules.vocabulary import INCIDENT_TYPE, code, edition, incident
from cimscore_vic_cims.tables import NINETEEN_TYPES
from cimscore_vic_cims.words import LAST_OF_THE_GUIDE, NEW_POLICY, PAGE, OnList

title: Final = Value("title", str)

TYPE_ON_LIST: Final = Question(
    id="incident-type-on-list",
    things=(incident,),
    text="Is the type of {incident} on the whole list of its service and its edition?",
    answers=OnList,
    working=OnList.NOT_LOOKED_UP,
    why="the list is not held here whole; whoever has it before them says what it says",
    granted=True,
    cites=("vic/update-2024/serious-risk", "vic-child-protection-manual/incident-types/nineteen-types"),
)

is_before_june_2024: Final = Defined(
    (),
    "the report [goes] by an edition of before 17 June 2024",
    some(edition, EDITION(PAGE, edition)) & ~EDITION(PAGE, LAST_OF_THE_GUIDE) & ~EDITION(PAGE, NEW_POLICY),
)
goes_by_these_lists: Final = Defined(
    (incident,),
    "the report on {incident} [goes] by the edition that governs here",
    is_assessed(incident) | some(edition, goes_by(incident, edition) & EDITION(PAGE, edition)),
)
uses_a_type: Final = Defined(
    (incident,),
    "{incident} [has] a type that its report gives",
    is_reported(incident) & goes_by_these_lists(incident),
)
is_coded: Final = Defined(
    (incident, code),
    "the report on {incident} [gives] the type {type}",
    uses_a_type(incident) & INCIDENT_TYPE.is_(incident, code),
)
is_listed: Final = Defined(
    (code,), "{type} [is] one of the nineteen types of child protection", some(title, NINETEEN_TYPES(code, title))
)

# The type is valid: a list of the edition has it.
STANDS: Final = Conclusion(
    "type-stands", (incident, code), "the type {type} of {incident} [stands] in its edition", topic=Topic.TIMEFRAMES
)
STANDS.row(
    "serious-risk",
    incident,
    "serious-risk",
    when=is_coded(incident, "serious-risk"),
    cites=["vic/update-2024/serious-risk"],
)
STANDS.row(
    "one-of-nineteen",
    incident,
    code,
    when=is_coded(incident, code) & is_in_child_protection() & is_listed(code),
    cites=["vic-child-protection-manual/incident-types/nineteen-types"],
)
STANDS.row(
    "neglect",
    incident,
    "neglect",
    when=is_coded(incident, "neglect"),
    cites=["vic-guidance-resources/investigations/major-neglect"],
)
STANDS.row(
    "unexplained-injury",
    incident,
    "injury-unexplained",
    when=is_coded(incident, "injury-unexplained"),
    cites=["vic-guidance-resources/investigations/major-unexplained-injury"],
)
STANDS.row(
    "poor-quality-of-care-by-the-guide",
    incident,
    "poor-quality-of-care",
    when=is_coded(incident, "poor-quality-of-care"),
    cites=["vic-guidance-resources/investigations/earlier-guide"],
)
STANDS.row(
    "unexplained-injury-by-the-guide",
    incident,
    "injury-unexplained",
    when=is_coded(incident, "injury-unexplained"),
    cites=["vic-guidance-resources/investigations/earlier-guide"],
)
STANDS.row(
    "looked-up",
    incident,
    code,
    when=is_coded(incident, code) & TYPE_ON_LIST.is_(incident, OnList.LISTED),
    cites=["vic/beginnings/funded-organisations"],
)

# The type is not valid: the edition no longer has it, or does not have it yet.
NOT_ITS_TIME: Final = Conclusion(
    "type-of-another-edition",
    (incident, code),
    "the type {type} of {incident} [belongs] to another edition than the report",
    topic=Topic.RECORDS,
    warns=True,
)
NOT_ITS_TIME.row(
    "serious-risk-too-early",
    incident,
    "serious-risk",
    when=is_coded(incident, "serious-risk") & is_before_june_2024(),
    cites=["vic/update-2024/submitted-before"],
)
NOT_ITS_TIME.row(
    "poor-quality-of-care-too-late",
    incident,
    "poor-quality-of-care",
    when=is_coded(incident, "poor-quality-of-care"),
    cites=["vic/policy-2024/replaced-the-guide", "vic-guidance-resources/investigations/earlier-guide"],
)
NOT_LISTED: Final = Conclusion(
    "type-not-listed",
    (incident, code),
    "the type {type} of {incident} [is] not on the list of its service in its edition",
    topic=Topic.RECORDS,
    warns=True,
)
NOT_LISTED.row(
    "none-of-nineteen",
    incident,
    code,
    when=is_coded(incident, code) & is_in_child_protection(),
    unless=is_listed(code),
    cites=["vic-child-protection-manual/incident-types/nineteen-types"],
)
NOT_LISTED.row(
    "looked-up",
    incident,
    code,
    when=is_coded(incident, code) & TYPE_ON_LIST.is_(incident, OnList.NOT_LISTED),
    cites=["vic/beginnings/funded-organisations"],
)

# The list of that service and edition is held only in part. This is said whatever the type is.
HELD_IN_PART: Final = Conclusion(
    "types-held-in-part",
    (incident,),
    "the list of types for {incident} [is] held only in part, where a type that it does not name cannot be told",
    topic=Topic.TIMEFRAMES,
)
HELD_IN_PART.row(
    "since-the-policy",
    incident,
    when=uses_a_type(incident),
    unless=is_in_child_protection() & EDITION(MANUAL, "2025-08"),
    cites=["vic/update-2024/serious-risk"],
)
HELD_IN_PART.row(
    "by-the-guide",
    incident,
    when=uses_a_type(incident),
    cites=["vic/update-2024/submitted-before"],
)
