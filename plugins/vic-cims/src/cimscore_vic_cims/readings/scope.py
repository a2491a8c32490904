"""Readings about scope, and about what counts as an incident."""

from __future__ import annotations

import enum
from typing import Final

from cimscore.rules import Reading


class ScopeAsOf(enum.StrEnum):
    """Days on which the list of services may be read."""

    OCCURRENCE = "occurrence"
    SUBMISSION = "submission"


class FundingLevel(enum.StrEnum):
    """Levels at which funding may be looked at."""

    ORGANISATION = "organisation"
    SERVICE = "service"


class WhatHarm(enum.StrEnum):
    """Kinds of harm that may make an incident reportable."""

    WIDER = "wider"
    RESULTED = "resulted"


class ClientAt(enum.StrEnum):
    """Moments at which the client may have to be receiving the service."""

    INCIDENT = "incident"
    DISCLOSURE = "disclosure"
    REPORT = "report"


class DuringDelivery(enum.StrEnum):
    """Events that may have to happen during the delivery of the service."""

    INCIDENT = "incident"
    HARM = "harm"


class WhoIsStaff(enum.StrEnum):
    """People whom "staff" may include."""

    EVERY_WORKER = "every-worker"
    EMPLOYEES = "employees"


SCOPE_AS_OF: Final = Reading(
    id="scope-as-of",
    question="The list of services changed over the years. On which day is it read?",
    readings={
        ScopeAsOf.OCCURRENCE: "On the day of the incident.",
        ScopeAsOf.SUBMISSION: "On the day of submission.",
    },
    taken=ScopeAsOf.OCCURRENCE,
    because="A service is in scope when it is delivered; submission decides how the incident is handled.",
    clauses=("vic/scope/full-detail", "vic/current-policy/submitted-after"),
    ambiguities=("V-07", "V-45"),
)

FUNDING_LEVEL: Final = Reading(
    id="funding-level",
    question="Who has to be funded by the department and the NDIS: the organisation, or the service?",
    readings={
        FundingLevel.ORGANISATION: "The organisation, whatever the service.",
        FundingLevel.SERVICE: "The service in which it happened.",
    },
    taken=FundingLevel.ORGANISATION,
    because="The page speaks of organisations that receive the funding.",
    clauses=("vic/ndis/dual-funded",),
    ambiguities=("V-43", "V-49"),
)

WHAT_HARM: Final = Reading(
    id="what-harm-counts",
    question="Is an incident reportable only if harm resulted?",
    readings={
        WhatHarm.WIDER: "Also where harm is alleged, or serious harm was reasonably likely.",
        WhatHarm.RESULTED: "Only if it resulted in harm.",
    },
    taken=WhatHarm.WIDER,
    because="The department's manual defines a client incident so, and there is an incident type for serious risk.",
    clauses=("vic/reporting/reportable", "vic-child-protection-manual/definitions/harm-reasonably-likely"),
    ambiguities=("V-19",),
)

CLIENT_AT: Final = Reading(
    id="client-at",
    question="When does the client have to be receiving the service?",
    readings={
        ClientAt.INCIDENT: "When the incident happened.",
        ClientAt.DISCLOSURE: "When it was disclosed.",
        ClientAt.REPORT: "When it was reported.",
    },
    taken=ClientAt.INCIDENT,
    because="The incident has to happen during service delivery; a client who left since was a client then.",
    clauses=("vic/reporting/reportable",),
    ambiguities=("V-01", "V-21"),
)

DURING: Final = Reading(
    id="during-delivery",
    question="What has to happen during service delivery?",
    readings={DuringDelivery.INCIDENT: "The incident.", DuringDelivery.HARM: "The harm."},
    taken=DuringDelivery.INCIDENT,
    because="The sentence is about incidents; harm may show later and elsewhere.",
    clauses=("vic/reporting/reportable",),
    ambiguities=("V-22",),
)

WHO_IS_STAFF: Final = Reading(
    id="who-is-staff",
    question="Does 'staff' take in carers and volunteers?",
    readings={
        WhoIsStaff.EVERY_WORKER: "Yes: everyone who works for the provider, paid or not.",
        WhoIsStaff.EMPLOYEES: "No: employees only.",
    },
    taken=WhoIsStaff.EVERY_WORKER,
    because="The manual puts carers beside staff; to investigate less would protect clients less.",
    clauses=(
        "vic/reporting/any-staff-member",
        "vic-guidance-resources/investigations/major-abuse-by-staff",
        "vic-guidance-resources/investigations/earlier-guide",
        "vic-child-protection-manual/definitions/staff-always-major",
    ),
    ambiguities=("V-35",),
)
