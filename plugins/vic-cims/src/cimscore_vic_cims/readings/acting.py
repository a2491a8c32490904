"""Who acts, and when an act is done."""

from __future__ import annotations

import enum
from typing import Final

from cimscore.rules import Reading


class ResponseFrom(enum.StrEnum):
    """What calls for the immediate response."""

    AWARENESS = "awareness"
    OCCURRENCE = "occurrence"


class ReportedWhen(enum.StrEnum):
    """Which step makes an incident reported."""

    SUBMITTED = "submitted"
    ENDORSED = "endorsed"
    SAVED = "saved"


class AnyStaffMember(enum.StrEnum):
    """Who may make a report."""

    ANY_WORKER = "any-worker"
    EMPLOYEES = "employees"


class Endorsement(enum.StrEnum):
    """Whether the endorsement falls into the three days."""

    OUTSIDE = "outside"
    INSIDE = "inside"


class WhoReports(enum.StrEnum):
    """Which organisation reports."""

    THE_ONE_DELIVERING = "the-one-delivering"
    EVERY_ONE = "every-one"


RESPONSE_FROM: Final = Reading(
    id="immediate-response-from",
    question="Is the immediate response owed for an incident that is only alleged?",
    readings={
        ResponseFrom.AWARENESS: "Yes, as soon as anyone knows of it.",
        ResponseFrom.OCCURRENCE: "No, it has to have occurred.",
    },
    taken=ResponseFrom.AWARENESS,
    because="Safety cannot wait for proof; nobody can act before knowing.",
    clauses=("vic/immediate-response/safety",),
    ambiguities=("V-13",),
)

REPORTED_WHEN: Final = Reading(
    id="reported-when",
    question="Which step makes an incident reported?",
    readings={
        ReportedWhen.SUBMITTED: "Submitting the report.",
        ReportedWhen.ENDORSED: "Having it endorsed.",
        ReportedWhen.SAVED: "Saving it, be it as a draft.",
    },
    taken=ReportedWhen.SUBMITTED,
    because="Reporting goes by the webform, and a draft has not left it.",
    clauses=("vic/reporting/three-days", "vic/reporting/register"),
    ambiguities=("V-28", "V-29"),
)

ANY_STAFF_MEMBER: Final = Reading(
    id="any-staff-member",
    question="Who is a member of staff who may make a report?",
    readings={
        AnyStaffMember.ANY_WORKER: "Anyone who works for the provider: employees, carers, volunteers, agency workers.",
        AnyStaffMember.EMPLOYEES: "Employees only.",
    },
    taken=AnyStaffMember.ANY_WORKER,
    because="The page wants reports to be easy to make, and leaves the judgement to the delegates.",
    clauses=("vic/reporting/any-staff-member",),
    ambiguities=("V-35",),
)

ENDORSEMENT: Final = Reading(
    id="endorsement",
    question="Do the review and the endorsement fall into the three days?",
    readings={
        Endorsement.OUTSIDE: "No; no time is set for them.",
        Endorsement.INSIDE: "Yes, they have to be done by then.",
    },
    taken=Endorsement.OUTSIDE,
    because="The three days are for reporting; the page sets no time for what the delegates do.",
    clauses=("vic/reporting/endorsement", "vic/reporting/three-days"),
    ambiguities=("V-36",),
)

WHO_REPORTS: Final = Reading(
    id="who-reports",
    question="Which organisation reports where several deliver services to one client?",
    readings={
        WhoReports.THE_ONE_DELIVERING: "The one that was delivering its service at the time.",
        WhoReports.EVERY_ONE: "Each of them.",
    },
    taken=WhoReports.THE_ONE_DELIVERING,
    because="The incident happened during its service delivery.",
    clauses=("vic/reporting/reportable", "vic/reporting/endorsement"),
    ambiguities=("V-38",),
)
