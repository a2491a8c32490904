"""Readings about who acts, and when an act is done."""

from __future__ import annotations

import enum
from typing import Final

from cimscore.rules import Reading


class ResponseFrom(enum.StrEnum):
    """Events that may call for the immediate response."""

    AWARENESS = "awareness"
    OCCURRENCE = "occurrence"


class ResponsePer(enum.StrEnum):
    """Readings of the immediate response: one for each client, or one for the incident."""

    CLIENT = "client"
    INCIDENT = "incident"


class ReportedWhen(enum.StrEnum):
    """Steps that may make an incident reported."""

    SUBMITTED = "submitted"
    ENDORSED = "endorsed"
    SAVED = "saved"


class AnyStaffMember(enum.StrEnum):
    """People who may make a report."""

    ANY_WORKER = "any-worker"
    EMPLOYEES = "employees"


class Endorsement(enum.StrEnum):
    """Readings of the three days, without or with the endorsement."""

    OUTSIDE = "outside"
    INSIDE = "inside"


class PoliceHold(enum.StrEnum):
    """Ways to count an investigation's days while the police have the incident."""

    GO_ON = "go-on"
    FROM_THE_CLEARING = "from-the-clearing"


class WhoReports(enum.StrEnum):
    """Organisations that may have to report."""

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

RESPONSE_PER: Final = Reading(
    id="immediate-response-to",
    question="An incident can be about several clients. Is the immediate response owed to each of them, or once?",
    readings={
        ResponsePer.CLIENT: "To each client who is alive, by name.",
        ResponsePer.INCIDENT: "Once for the incident, to all of them together.",
    },
    taken=ResponsePer.CLIENT,
    because="What keeps one client safe need not keep another; the page speaks of the client.",
    clauses=("vic/immediate-response/safety", "vic/immediate-response/acknowledge-impact"),
    ambiguities=("V-18",),
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

POLICE_HOLD: Final = Reading(
    id="police-hold",
    question="Do the days of an investigation go on while it has to wait for Victoria Police?",
    readings={
        PoliceHold.GO_ON: "Yes, from the endorsement of the report; a form can put the day off.",
        PoliceHold.FROM_THE_CLEARING: "No: they run from the clearing by Victoria Police, or from a later endorsement.",
    },
    taken=PoliceHold.GO_ON,
    because="The news counts from the endorsement and names no other beginning; the earlier day misses nothing.",
    clauses=("vic-news-2025/investigation/28-business-days", "vic-news-2025/investigation/police-first"),
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
