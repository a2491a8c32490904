"""Which records an incident calls for: a report, and an investigation."""

from __future__ import annotations

from typing import Final

from cimscore.rules import Concern, Facts, Record, Ruleset, Topic, all_of, any_of, not_
from cimscore_vic_cims.incidents import (
    counts_for_child_protection,
    happened_during_delivery,
    involves_harm_that_counts,
    is_judged_major,
    is_major,
    is_ruled_out,
    names_one_of,
    was_a_client_incident,
    was_a_client_then,
)
from cimscore_vic_cims.questions.incident import INCIDENT_TYPE
from cimscore_vic_cims.readings.scope import WHO_IS_STAFF, WhoIsStaff
from cimscore_vic_cims.scope import is_of_a_service_out_of_scope_then
from cimscore_vic_cims.submission import report_on
from cimscore_vic_cims.tables import ALWAYS_MAJOR
from cimscore_vic_cims.words import INVESTIGATION, Position

RULES: Ruleset[Record] = Ruleset(Topic.RECORDS)

NEGLECT: Final = "neglect"
UNEXPLAINED: Final = "injury-unexplained"
POOR_CARE: Final = "poor-quality-of-care"


def is_abuse(facts: Facts, concern: Concern) -> bool:
    """it is abuse, grooming included"""
    kind = facts.ask(INCIDENT_TYPE, concern)
    return kind != NEGLECT and ALWAYS_MAJOR.row(kind) is not None


def is_neglect(facts: Facts, concern: Concern) -> bool:
    """it is neglect"""
    return facts.ask(INCIDENT_TYPE, concern) == NEGLECT


def is_unexplained_injury(facts: Facts, concern: Concern) -> bool:
    """it is an unexplained injury"""
    return facts.ask(INCIDENT_TYPE, concern) == UNEXPLAINED


def is_poor_care(facts: Facts, concern: Concern) -> bool:
    """it is poor quality of care"""
    return facts.ask(INCIDENT_TYPE, concern) == POOR_CARE


def is_by_staff(facts: Facts, concern: Concern) -> bool:
    """the subject of allegation is staff"""
    every = (Position.STAFF, Position.CARER, Position.VOLUNTEER)
    return names_one_of(facts, concern, every if takes_in_every_worker(facts) else (Position.STAFF,))


def is_by_a_client(facts: Facts, concern: Concern) -> bool:
    """the subject of allegation is a client"""
    return names_one_of(facts, concern, (Position.CLIENT,))


def is_by_staff_volunteer_or_client(facts: Facts, concern: Concern) -> bool:
    """the subject of allegation is staff, a volunteer or a client"""
    return names_one_of(facts, concern, (Position.STAFF, Position.VOLUNTEER, Position.CLIENT))


def takes_in_every_worker(facts: Facts) -> bool:
    """Whether 'staff' takes in carers and volunteers."""
    return facts.reading(WHO_IS_STAFF) is WhoIsStaff.EVERY_WORKER


is_client_incident = all_of(
    happened_during_delivery,
    was_a_client_then,
    involves_harm_that_counts,
    counts_for_child_protection,
    not_(is_ruled_out),
    not_(is_of_a_service_out_of_scope_then),
)
was_investigated = any_of(all_of(is_abuse, is_by_staff_volunteer_or_client), is_poor_care, is_unexplained_injury)


@RULES.rule("incident-report", cites=["vic/reporting/reportable"], when=[is_client_incident])
def incident_report(facts: Facts, concern: Concern) -> Record:
    """An incident that harms a client during service delivery is reported, each incident on its own."""
    return report_on(concern)


@RULES.rule(
    "report-under-the-guide",
    cites=["vic-news-2020/reporting/major-24-hours", "vic-news-2020/reporting/other-monthly"],
    when=[was_a_client_incident],
)
def report_under_the_guide(facts: Facts, concern: Concern) -> Record:
    """Until 2 February 2020 a client incident was reported, at once or with the month's others, by its impact."""
    return report_on(concern)


@RULES.rule(
    "report-since-2020",
    cites=[
        "vic-news-2020/reporting/major-three-business-days",
        "vic-news-2020/reporting/other-three-business-days",
    ],
    when=[was_a_client_incident],
)
def report_since_2020(facts: Facts, concern: Concern) -> Record:
    """From 3 February 2020 to 8 December 2024 each client incident had a report of its own."""
    return report_on(concern)


def investigation_of(concern: Concern) -> Record:
    """The investigation of an incident."""
    return Record(kind=INVESTIGATION, of=concern)


@RULES.rule(
    "abuse-by-staff",
    cites=["vic-guidance-resources/investigations/major-abuse-by-staff"],
    when=[is_client_incident, is_abuse, is_by_staff, is_major],
)
def abuse_by_staff(facts: Facts, concern: Concern) -> Record:
    """Abuse of a client by staff, of major impact, is investigated."""
    return investigation_of(concern)


@RULES.rule(
    "abuse-by-a-client",
    cites=["vic-guidance-resources/investigations/major-abuse-by-client"],
    when=[is_client_incident, is_abuse, is_by_a_client, is_major],
)
def abuse_by_a_client(facts: Facts, concern: Concern) -> Record:
    """Abuse of a client by a client, of major impact, is investigated."""
    return investigation_of(concern)


@RULES.rule(
    "neglect",
    cites=["vic-guidance-resources/investigations/major-neglect"],
    when=[is_client_incident, is_neglect, is_major],
)
def neglect(facts: Facts, concern: Concern) -> Record:
    """Neglect of major impact is investigated."""
    return investigation_of(concern)


@RULES.rule(
    "unexplained-injury",
    cites=["vic-guidance-resources/investigations/major-unexplained-injury"],
    when=[is_client_incident, is_unexplained_injury, is_major],
)
def unexplained_injury(facts: Facts, concern: Concern) -> Record:
    """An unexplained injury of major impact is investigated."""
    return investigation_of(concern)


@RULES.rule(
    "investigation-under-the-guide",
    cites=["vic-guidance-resources/investigations/earlier-guide"],
    when=[was_a_client_incident, was_investigated, is_judged_major],
)
def investigation_under_the_guide(facts: Facts, concern: Concern) -> Record:
    """Under the earlier guide abuse, poor care and unexplained injuries of major impact were investigated."""
    return investigation_of(concern)
