"""Every code of a report held against the edition by which the report goes.

Add a line here when an edition brings a code or drops one. A code that no list held here names is never called wrong.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, Question, Topic, Value, some
from cimscore_vic_cims.rules.editions import EDITION
from cimscore_vic_cims.rules.incident import is_in_child_protection, is_reported
from cimscore_vic_cims.rules.vocabulary import INCIDENT_TYPE, SERVICE, code, edition, incident
from cimscore_vic_cims.tables import NINETEEN_TYPES
from cimscore_vic_cims.words import NEW_POLICY, PAGE, Service

title: Final = Value("title", str)
program_type: Final = Value("program type", str)

OTHER_PROGRAM_TYPE: Final = "another"
JOINED_PROGRAM_TYPE: Final = "family-violence-and-sexual-assault-services"


is_for_violence_or_assault: Final = Defined(
    (),
    "the service [is] one of family violence, else one of sexual assault",
    SERVICE.is_(Service.FAMILY_VIOLENCE) | SERVICE.is_(Service.SEXUAL_ASSAULT),
)
is_before_june_2024: Final = Defined(
    (),
    "the report [goes] by an edition of before 17 June 2024",
    some(edition, EDITION(PAGE, edition)) & ~EDITION(PAGE, "2024-06") & ~EDITION(PAGE, NEW_POLICY),
)
LIKELY_PROGRAM_TYPE: Final = Conclusion(
    "likely-program-type", (program_type,), "the likely program type [is] {program type}", topic=Topic.STARTS
)
LIKELY_PROGRAM_TYPE.row(
    "joined",
    JOINED_PROGRAM_TYPE,
    when=is_for_violence_or_assault(),
    cites=["vic/update-2024/program-type"],
)
LIKELY_PROGRAM_TYPE.row(
    "another",
    OTHER_PROGRAM_TYPE,
    when=~is_for_violence_or_assault() | is_before_june_2024(),
    cites=["vic/beginnings/funded-organisations"],
)
PROGRAM_TYPE: Final = Question(
    id="program-type",
    things=(),
    text="Under which program type is the incident reported? The page names one; every other is 'another'.",
    answers=str,
    codes={
        OTHER_PROGRAM_TYPE: "vic/update-2024/program-type",
        JOINED_PROGRAM_TYPE: "vic/update-2024/program-type",
    },
    member=program_type,
    working=LIKELY_PROGRAM_TYPE(program_type),
    why="the page names one for these services from 17 June 2024 on; whoever gave another says so",
    granted=True,
    cites=("vic/update-2024/program-type",),
)

is_coded: Final = Defined(
    (incident, code),
    "the report on {incident} [gives] the type {type}",
    is_reported(incident) & INCIDENT_TYPE.is_(incident, code),
)
is_listed: Final = Defined(
    (code,), "{type} [is] one of the nineteen types of child protection", some(title, NINETEEN_TYPES(code, title))
)

# It stands: a list of the edition has it.
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

# It does not: its time is over, or has not come.
NOT_ITS_TIME: Final = Conclusion(
    "type-of-another-edition",
    (incident, code),
    "the type {type} of {incident} [is] one of another edition than its own",
    topic=Topic.TIMEFRAMES,
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
    "dangerous-actions-too-late",
    incident,
    "dangerous-actions",
    when=is_coded(incident, "dangerous-actions"),
    cites=["vic/policy-2024/replaced-the-guide", "vic-child-protection-manual/incident-types/not-reportable"],
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
    "the type {type} of {incident} [is] none of the nineteen of child protection",
    topic=Topic.TIMEFRAMES,
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

# It cannot be told: the list of that service and edition is not held whole.
is_settled: Final = Defined(
    (incident,),
    "a list that is held [tells] whether the type of {incident} stands",
    some(code, STANDS(incident, code) | NOT_ITS_TIME(incident, code) | NOT_LISTED(incident, code)),
)
NOT_TOLD: Final = Conclusion(
    "type-not-told",
    (incident,),
    "a list that would tell whether the type of {incident} stands [is] not held",
    topic=Topic.TIMEFRAMES,
)
NOT_TOLD.row(
    "since-the-policy",
    incident,
    when=is_reported(incident),
    unless=is_settled(incident),
    cites=["vic/update-2024/serious-risk"],
)
NOT_TOLD.row(
    "by-the-guide",
    incident,
    when=is_reported(incident),
    unless=is_settled(incident),
    cites=["vic/update-2024/submitted-before"],
)

# The program type.
PROGRAM_TYPE_STANDS: Final = Conclusion(
    "program-type-stands", (), "the program type of the report [stands] in its edition", topic=Topic.TIMEFRAMES
)
PROGRAM_TYPE_STANDS.row(
    "joined-program-type",
    when=is_for_violence_or_assault() & PROGRAM_TYPE.is_(JOINED_PROGRAM_TYPE),
    cites=["vic/update-2024/program-type"],
)
PROGRAM_TYPE_TOO_EARLY: Final = Conclusion(
    "program-type-of-another-edition",
    (),
    "the program type of the report [is] one of a later edition than its own",
    topic=Topic.TIMEFRAMES,
    warns=True,
)
PROGRAM_TYPE_TOO_EARLY.row(
    "joined-program-type-too-early",
    when=is_for_violence_or_assault() & PROGRAM_TYPE.is_(JOINED_PROGRAM_TYPE) & is_before_june_2024(),
    cites=["vic/update-2024/submitted-before"],
)
