"""What is a list in the sources: services, days, definitions, types and mailboxes, each with its own clause."""

from __future__ import annotations

import enum
from typing import Final

from cimscore.policy import Row, Table
from cimscore_vic_cims.words import Matter, Service

_TYPES: Final = "vic-child-protection-manual/incident-types/nineteen-types"
_DEFINITIONS: Final = "vic-child-protection-manual/definitions"
_ALWAYS_MAJOR: Final = f"{_DEFINITIONS}/staff-always-major"


class Definition(enum.StrEnum):
    """What the child protection manual defines."""

    HARM_OCCURRED = "harm-occurred"
    HARM_ALLEGED = "harm-alleged"
    HARM_REASONABLY_LIKELY = "harm-reasonably-likely"
    CHILD_PROTECTION_SCOPE = "child-protection-scope"
    NOT_REPORTABLE = "not-reportable"


class Counted(enum.StrEnum):
    """What the laws say that a count of business days rests on."""

    PUBLIC_HOLIDAYS = "public-holidays"
    ANZAC_DAY = "anzac-day"
    FURTHER_HOLIDAYS = "further-holidays"
    COUNCIL_HOLIDAYS = "council-holidays"


LISTED_SERVICES: Table[Service, str] = Table(
    id="listed-services",
    title="The services that the page lists as in scope since 9 December 2024",
    rows=(
        Row(Service.CHILD_PROTECTION, "listed", "vic/scope/child-protection"),
        Row(Service.CHILD_AND_FAMILY, "listed", "vic/scope/community-child-and-family"),
        Row(Service.DISABILITY, "listed", "vic/scope/disability"),
        Row(Service.FAMILY_VIOLENCE, "listed", "vic/scope/family-violence"),
        Row(Service.HOMELESSNESS, "listed", "vic/scope/homelessness"),
        Row(Service.OUT_OF_HOME_CARE, "listed", "vic/scope/out-of-home-care"),
        Row(Service.SECURE_WELFARE, "listed", "vic/scope/secure-welfare"),
        Row(Service.SEXUAL_ASSAULT, "listed", "vic/scope/sexual-assault"),
        Row(Service.PUBLIC_HOUSING, "if the department manages it", "vic/scope/public-housing"),
    ),
)

BEGAN: Table[str, str] = Table(
    id="editions-began",
    title="What began with each edition before December 2024",
    rows=(
        Row("2018-01", "funded organisations and NDIS providers", "vic/beginnings/funded-organisations"),
        Row("2018-10", "services the department delivers", "vic/beginnings/delivered-services"),
        Row("2019-07", "organisations that only the NDIS funds left", "vic/ndis/dual-funded"),
        Row("2020-02", "policy update 1-2020", "vic/update-2020/new-requirements"),
        Row("2024-06", "policy update 2-2024", "vic/update-2024/from-17-june-2024"),
    ),
)

DEFINITIONS: Table[Definition, str] = Table(
    id="definitions",
    title="What the child protection manual defines",
    rows=(
        Row(Definition.HARM_OCCURRED, "harmed", f"{_DEFINITIONS}/harm-occurred"),
        Row(Definition.HARM_ALLEGED, "alleged to have harmed", f"{_DEFINITIONS}/harm-alleged"),
        Row(Definition.HARM_REASONABLY_LIKELY, "serious harm likely", f"{_DEFINITIONS}/harm-reasonably-likely"),
        Row(Definition.CHILD_PROTECTION_SCOPE, "in approved care", f"{_DEFINITIONS}/child-protection-scope"),
        Row(Definition.NOT_REPORTABLE, "illness", "vic-child-protection-manual/incident-types/not-reportable"),
    ),
)

NINETEEN_TYPES: Table[str, str] = Table(
    id="incident-types",
    title="The incident types as child protection sees them",
    rows=(
        Row("absent-client", "absent client", _TYPES),
        Row("attempted-suicide", "attempted suicide", _TYPES),
        Row("death", "death", _TYPES),
        Row("emotional-or-psychological-abuse", "emotional or psychological abuse", _TYPES),
        Row("emotional-or-psychological-harm", "emotional or psychological harm", _TYPES),
        Row("escape-from-secure-facility", "escape from secure facility", _TYPES),
        Row("financial-abuse", "financial abuse", _TYPES),
        Row("inappropriate-physical-treatment", "inappropriate physical treatment", _TYPES),
        Row("inappropriate-sexual-behaviour", "inappropriate sexual behaviour", _TYPES),
        Row("injury-explained", "injury, explained", _TYPES),
        Row("injury-unexplained", "injury, unexplained", _TYPES),
        Row("medication-error", "medication error", _TYPES),
        Row("neglect", "neglect", _TYPES),
        Row("physical-abuse", "physical abuse", _TYPES),
        Row("self-harm", "self-harm", _TYPES),
        Row("serious-risk", "serious risk", _TYPES),
        Row("sexual-abuse", "sexual abuse", _TYPES),
        Row("sexual-exploitation-grooming", "sexual exploitation, grooming", _TYPES),
        Row("sexual-exploitation-suspected", "sexual exploitation, suspected", _TYPES),
    ),
)

ALWAYS_MAJOR: Table[str, str] = Table(
    id="always-major",
    title="Types that are of major impact where a member of staff or a carer is the subject of allegation",
    rows=(
        Row("emotional-or-psychological-abuse", "abuse", _ALWAYS_MAJOR),
        Row("financial-abuse", "abuse", _ALWAYS_MAJOR),
        Row("physical-abuse", "abuse", _ALWAYS_MAJOR),
        Row("sexual-abuse", "abuse", _ALWAYS_MAJOR),
        Row("sexual-exploitation-grooming", "grooming", _ALWAYS_MAJOR),
        Row("neglect", "neglect", _ALWAYS_MAJOR),
    ),
)

BUSINESS_DAYS: Table[Counted, str] = Table(
    id="business-days",
    title="What a count of business days rests on",
    rows=(
        Row(Counted.PUBLIC_HOLIDAYS, "the state's holidays", "vic-public-holidays-act/s-6/public-holidays"),
        Row(Counted.ANZAC_DAY, "Anzac Day is not moved", "vic-public-holidays-act/s-6/anzac-day"),
        Row(Counted.FURTHER_HOLIDAYS, "added by notice", "vic-public-holidays-act/s-7/further-holidays"),
        Row(Counted.COUNCIL_HOLIDAYS, "a council's own day", "vic-public-holidays-act/s-8/council-holidays"),
    ),
)

LAST_DAY: Table[str, str] = Table(
    id="last-day",
    title="Where a period of calendar days ends on a holiday",
    rows=(Row("rolls-on", "on the next day that is none", "vic-interpretation-act/s-44/last-day-rolls-on"),),
)

MAILBOXES: Table[Matter, str] = Table(
    id="mailboxes",
    title="Which mailbox answers which question",
    rows=(
        Row(Matter.PLATFORM, "CIMS@support.vic.gov.au", "vic/contacts/platform"),
        Row(Matter.POLICY, "StatewideCIMS@dffh.vic.gov.au", "vic/contacts/policy"),
        Row(Matter.VENDOR, "CIMS.api@dffh.vic.gov.au", "vic/contacts/vendors"),
        Row(Matter.REVIEW, "CIMS.Review@dffh.vic.gov.au", "vic/contacts/review"),
    ),
)

EVERY: Final = (
    LISTED_SERVICES, BEGAN, DEFINITIONS, NINETEEN_TYPES, ALWAYS_MAJOR, BUSINESS_DAYS, LAST_DAY, MAILBOXES,
)  # fmt: skip
