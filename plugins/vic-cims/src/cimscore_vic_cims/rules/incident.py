"""Reportable incidents, and the records they need.

Add a line here when a policy says which incidents are reported, or which are not. Investigations: investigation.py.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, Question, Topic, some
from cimscore.rules.vocabulary import has_died, is_about, is_concern
from cimscore_vic_cims.readings.scope import CLIENT_AT, DURING, WHAT_HARM, ClientAt, DuringDelivery, WhatHarm
from cimscore_vic_cims.rules.clients import affects_workers_only
from cimscore_vic_cims.rules.scope import IN_SCOPE
from cimscore_vic_cims.rules.vocabulary import INCIDENT_TYPE, REPORT, SERVICE, client, incident, reason, record
from cimscore_vic_cims.words import Service

_REPORTED: Final = "taken as reportable until somebody says otherwise, so that no report is missed"

CLIENT_HARMED: Final = Question(
    id="client-harmed",
    things=(incident,),
    text="Did {incident} harm a client?",
    answers=bool,
    working=True,
    why=_REPORTED,
    cites=("vic/reporting/reportable", "vic-child-protection-manual/definitions/harm"),
)
HARM_ALLEGED: Final = Question(
    id="harm-alleged",
    things=(incident,),
    text="Is it alleged that {incident} harmed a client?",
    answers=bool,
    working=True,
    why=_REPORTED,
    cites=("vic-child-protection-manual/definitions/harm-alleged",),
)
SERIOUS_HARM_LIKELY: Final = Question(
    id="serious-harm-likely",
    things=(incident,),
    text="Was serious harm to a client reasonably likely in {incident}?",
    answers=bool,
    working=True,
    why=_REPORTED,
    cites=("vic-child-protection-manual/definitions/harm-reasonably-likely",),
)
DURING_DELIVERY: Final = Question(
    id="during-service-delivery",
    things=(incident,),
    text="Did {incident} happen while the service was being delivered to the client?",
    answers=bool,
    working=True,
    why=_REPORTED,
    cites=("vic/reporting/reportable",),
)
HARM_DURING_DELIVERY: Final = Question(
    id="harm-during-service-delivery",
    things=(incident,),
    text="Did the harm of {incident} come about while the service was being delivered to the client?",
    answers=bool,
    working=True,
    why=_REPORTED,
    cites=("vic/reporting/reportable",),
)
CLIENT_AT_DISCLOSURE: Final = Question(
    id="client-at-disclosure",
    things=(incident,),
    text="Was the client receiving the service when {incident} was disclosed?",
    answers=bool,
    working=True,
    why=_REPORTED,
    cites=("vic/reporting/reportable",),
)
CLIENT_AT_REPORT: Final = Question(
    id="client-at-report",
    things=(incident,),
    text="Was the client receiving the service when {incident} was reported?",
    answers=bool,
    working=True,
    why=_REPORTED,
    cites=("vic/reporting/reportable",),
)
IN_APPROVED_CARE: Final = Question(
    id="in-approved-care",
    things=(incident,),
    text="Was the child of {incident} then cared for by somebody other than a parent, as Child Protection approved?",
    answers=bool,
    working=True,
    why=_REPORTED,
    cites=("vic-child-protection-manual/definitions/child-protection-scope",),
)
NO_MORE_THAN_ILLNESS: Final = Question(
    id="no-more-than-illness-or-dangerous-actions",
    things=(incident,),
    text="Was {incident} no more than an illness, or dangerous actions of the child?",
    answers=bool,
    working=False,
    why="whoever reports an illness or a child's dangerous actions, and nothing else, says so",
    granted=True,
    unless=is_concern(incident) & INCIDENT_TYPE.is_(incident, "dangerous-actions"),
    cites=("vic-child-protection-manual/incident-types/not-reportable",),
)
WAS_CLIENT_INCIDENT: Final = Question(
    id="was-a-client-incident",
    things=(incident,),
    text="Was {incident} a client incident by the guide in force when it was submitted? The guide is not among the "
    "sources.",
    answers=bool,
    working=True,
    why=_REPORTED,
    cites=("vic-news-2020/reporting/other-monthly", "vic-news-2020/reporting/other-three-business-days"),
)

is_a_death: Final = Defined(
    (incident,),
    "{incident} [is] the death of a client of whom the case says that they died",
    INCIDENT_TYPE.is_(incident, "death") & some(client, is_about(incident, client) & has_died(client)),
)

# Harm that counts: a row for each sentence.
HARMFUL: Final = Conclusion(
    "harmful", (incident,), "{incident} [involves] harm to a client that counts", topic=Topic.SCOPE, leading=True
)
HARMFUL.row(
    "harm-occurred",
    incident,
    when=IN_SCOPE(incident) & CLIENT_HARMED(incident),
    cites=["vic/reporting/reportable", "vic-child-protection-manual/definitions/harm-occurred"],
)
HARMFUL.row(
    "death",
    incident,
    when=IN_SCOPE(incident) & is_a_death(incident),
    cites=["vic/reporting/reportable", "vic-child-protection-manual/definitions/harm-occurred"],
)
HARMFUL.row(
    "harm-alleged",
    incident,
    when=IN_SCOPE(incident) & WHAT_HARM.is_(WhatHarm.WIDER) & HARM_ALLEGED(incident),
    cites=["vic-child-protection-manual/definitions/harm-alleged"],
)
HARMFUL.row(
    "harm-reasonably-likely",
    incident,
    when=IN_SCOPE(incident) & WHAT_HARM.is_(WhatHarm.WIDER) & SERIOUS_HARM_LIKELY(incident),
    cites=["vic-child-protection-manual/definitions/harm-reasonably-likely"],
)

# The service, and the time of its delivery.
happened_during_delivery: Final = Defined(
    (incident,),
    "{incident} [happened|did not happen] while the service was delivered to the client",
    is_concern(incident)
    & (
        (DURING.is_(DuringDelivery.INCIDENT) & DURING_DELIVERY(incident))
        | (DURING.is_(DuringDelivery.HARM) & HARM_DURING_DELIVERY(incident))
    ),
)
was_a_client_then: Final = Defined(
    (incident,),
    "the client of {incident} [was] receiving the service at the moment that counts",
    is_concern(incident)
    & (
        (CLIENT_AT.is_(ClientAt.INCIDENT) & DURING_DELIVERY(incident))
        | (CLIENT_AT.is_(ClientAt.DISCLOSURE) & CLIENT_AT_DISCLOSURE(incident))
        | (CLIENT_AT.is_(ClientAt.REPORT) & CLIENT_AT_REPORT(incident))
    ),
)
is_in_child_protection: Final = Defined((), "the service [is] child protection", SERVICE.is_(Service.CHILD_PROTECTION))
is_outside_approved_care: Final = Defined(
    (incident,),
    "the child of {incident} [was] outside approved care",
    IN_SCOPE(incident) & is_in_child_protection() & ~IN_APPROVED_CARE(incident),
)
was_no_more_than_illness: Final = Defined(
    (incident,),
    "{incident} [was] no more than an illness, else dangerous actions of a child",
    IN_SCOPE(incident) & is_in_child_protection() & NO_MORE_THAN_ILLNESS(incident),
)
RULED_OUT: Final = Conclusion(
    "ruled-out", (incident,), "{incident} [is] not reported in child protection", topic=Topic.SCOPE, leading=True
)
RULED_OUT.row(
    "not-in-approved-care",
    incident,
    when=is_outside_approved_care(incident),
    cites=["vic-child-protection-manual/definitions/child-protection-scope"],
)
RULED_OUT.row(
    "illness-or-dangerous-actions",
    incident,
    when=was_no_more_than_illness(incident),
    cites=["vic-child-protection-manual/incident-types/not-reportable"],
)
is_client_incident: Final = Defined(
    (incident,),
    "{incident} [is] a client incident",
    IN_SCOPE(incident)
    & happened_during_delivery(incident)
    & was_a_client_then(incident)
    & HARMFUL(incident)
    & ~affects_workers_only(incident)
    & ~RULED_OUT(incident),
)
was_a_client_incident: Final = Defined(
    (incident,),
    "{incident} [was] a client incident by the guide of its day",
    IN_SCOPE(incident) & WAS_CLIENT_INCIDENT(incident) & ~affects_workers_only(incident),
)

# Records: each incident has a report of its own.
GOES: Final = Conclusion("goes", (incident, record), "{incident} [goes] into {record}", topic=Topic.RECORDS)
GOES.row(
    "incident-report",
    incident,
    REPORT.of(incident),
    when=is_client_incident(incident),
    cites=["vic/reporting/reportable"],
)
GOES.row(
    "report-under-the-guide",
    incident,
    REPORT.of(incident),
    when=was_a_client_incident(incident),
    cites=["vic-news-2020/reporting/major-24-hours", "vic-news-2020/reporting/other-monthly"],
)
GOES.row(
    "report-since-2020",
    incident,
    REPORT.of(incident),
    when=was_a_client_incident(incident),
    cites=[
        "vic-news-2020/reporting/major-three-business-days",
        "vic-news-2020/reporting/other-three-business-days",
    ],
)
RECORDS: Final = Conclusion("record", (record,), "{record} [is] to be made", topic=Topic.RECORDS)
is_report_on: Final = Defined(
    (record, incident), "{record} [is] the incident report on {incident}", GOES(incident, record) & REPORT(record)
)
is_report: Final = Defined(
    (record,), "{record} [is] an incident report", some(incident, is_report_on(record, incident))
)
RECORDS.row("kept-in-the-register", record, when=is_report(record), cites=["vic/reporting/register"])
RECORDS.row(
    "submitted-under-the-guide",
    record,
    when=is_report(record),
    cites=["vic-news-2020/reporting/major-24-hours", "vic-news-2020/reporting/other-monthly"],
)
RECORDS.row(
    "submitted-since-2020",
    record,
    when=is_report(record),
    cites=[
        "vic-news-2020/reporting/major-three-business-days",
        "vic-news-2020/reporting/other-three-business-days",
    ],
)
is_reported: Final = Defined(
    (incident,), "{incident} [is] to be reported", some(record, is_report_on(record, incident))
)

# Not reportable: a reason with its clause.
NOT_REPORTABLE: Final = Conclusion(
    "not-reportable",
    (incident, reason),
    "{incident} [is] not reportable: {reason}",
    topic=Topic.SCOPE,
    denies=is_reported,
)
NOT_REPORTABLE.row(
    "no-harm-that-counts",
    incident,
    "it involves no harm to a client that counts",
    when=IN_SCOPE(incident),
    unless=HARMFUL(incident),
    cites=["vic/reporting/reportable"],
)
for _id, _clauses in (
    ("about-no-client", ["vic/reporting/reportable"]),
    ("about-no-client-by-the-guide", ["vic/update-2024/submitted-before"]),
):
    NOT_REPORTABLE.row(
        _id,
        incident,
        "it is about nobody who is a client",
        when=IN_SCOPE(incident) & affects_workers_only(incident),
        cites=_clauses,
    )
NOT_REPORTABLE.row(
    "not-during-delivery",
    incident,
    "it did not happen while the service was delivered to a client",
    when=IN_SCOPE(incident),
    unless=happened_during_delivery(incident) & was_a_client_then(incident),
    cites=["vic/reporting/reportable"],
)
NOT_REPORTABLE.row(
    "not-in-approved-care",
    incident,
    "the child was not in care that Child Protection approved",
    when=is_outside_approved_care(incident),
    cites=["vic-child-protection-manual/definitions/child-protection-scope"],
)
NOT_REPORTABLE.row(
    "illness-or-dangerous-actions",
    incident,
    "it was no more than an illness, or dangerous actions of the child",
    when=was_no_more_than_illness(incident),
    cites=["vic-child-protection-manual/incident-types/not-reportable"],
)
NOT_REPORTABLE.row(
    "not-by-the-guide",
    incident,
    "it was not a client incident by the guide of its day",
    when=IN_SCOPE(incident),
    unless=WAS_CLIENT_INCIDENT(incident),
    cites=["vic/update-2024/submitted-before"],
)
