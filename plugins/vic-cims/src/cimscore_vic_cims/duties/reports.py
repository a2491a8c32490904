"""Making, submitting, classifying, reviewing and endorsing an incident report."""

from __future__ import annotations

from typing import Final

from cimscore.policy import Modal
from cimscore.rules import Concern, Duty, Facts, Person, PersonIn, PolicySource, Record, Ruleset, TheCase, Topic
from cimscore_vic_cims import editions
from cimscore_vic_cims.households import lives_in_two_placements, places_clients
from cimscore_vic_cims.incidents import MANUAL, WITH_TYPES, is_judged_major
from cimscore_vic_cims.questions.households import ORGANISATION
from cimscore_vic_cims.questions.incident import INCIDENT_TYPE, PROGRAM_TYPE
from cimscore_vic_cims.questions.provider import OWN_SYSTEM, SERVICE
from cimscore_vic_cims.readings.acting import (
    ANY_STAFF_MEMBER,
    REPORTED_WHEN,
    WHO_REPORTS,
    AnyStaffMember,
    ReportedWhen,
    WhoReports,
)
from cimscore_vic_cims.readings.editions import PREVIOUS_GUIDE, PreviousGuide
from cimscore_vic_cims.submission import incident_of
from cimscore_vic_cims.tables import NINETEEN_TYPES
from cimscore_vic_cims.words import INCIDENT_REPORT, Service

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)

REGISTER: Final = "the Client Incident Register"
_DONE_BY: Final = {
    ReportedWhen.SUBMITTED: "submit the report",
    ReportedWhen.ENDORSED: "submit the report and have it endorsed",
    ReportedWhen.SAVED: "save the report",
}


def is_incident_report(facts: Facts, record: Record) -> bool:
    """it is an incident report"""
    return record.kind == INCIDENT_REPORT


def is_judged_to_be_major(facts: Facts, record: Record) -> bool:
    """the impact of its incident is judged to be major"""
    return facts.holds(is_judged_major, incident_of(record))


def is_of_a_client_in_two_placements(facts: Facts, record: Record) -> bool:
    """a client affected lives in two placements"""
    concern = incident_of(record)

    def is_affected_in_two(facts: Facts, person: Person) -> bool:
        """the person is affected and lives in two placements"""
        return facts.home.is_about(concern, person) and lives_in_two_placements(facts, person)

    return places_clients(facts) and facts.some(facts.people(), is_affected_in_two)


def is_for_violence_or_assault(facts: Facts, record: Record) -> bool:
    """the service is one of family violence or sexual assault"""
    return facts.ask(SERVICE, TheCase()) in (Service.FAMILY_VIOLENCE, Service.SEXUAL_ASSAULT)


def is_client_of_the_report(facts: Facts, who: PersonIn) -> bool:
    """the record is an incident report on an incident about the person"""
    return who.record.kind == INCIDENT_REPORT and facts.home.is_about(incident_of(who.record), who.person)


def reporting_organisation(facts: Facts) -> str:
    """Who reports, where several organisations serve one client."""
    if facts.reading(WHO_REPORTS) is WhoReports.EVERY_ONE:
        return "each organisation that delivers a service to the client"
    return "the organisation that was delivering its service"


def reporting(facts: Facts, who: str) -> Duty:
    """The duty to report, on the way the provider reports."""
    way = "from its own system" if facts.ask(OWN_SYSTEM, TheCase()) else "by the CIMS webform"
    done = _DONE_BY[facts.reading(REPORTED_WHEN)]
    return Duty(act="report", who=who, what=f"{done} {way}", to=REGISTER, modal=Modal.SHOULD)


@RULES.rule(
    "report",
    cites=["vic/reporting/three-days", "vic/reporting/register"],
    when=[is_incident_report],
    unless=[is_of_a_client_in_two_placements],
)
def report(facts: Facts, record: Record) -> Duty:
    """The report is submitted and kept in the register."""
    return reporting(facts, reporting_organisation(facts))


@RULES.rule(
    "report-from-the-placement",
    cites=["vic/reporting/three-days", "vic/reporting/register", "vic/scope/out-of-home-care"],
    when=[is_incident_report, is_of_a_client_in_two_placements],
)
def report_from_the_placement(facts: Facts, record: Record) -> Duty:
    """For a client in two placements the organisation reports in whose placement it happened."""
    if facts.reading(WHO_REPORTS) is WhoReports.EVERY_ONE:
        return reporting(facts, reporting_organisation(facts))
    return reporting(facts, organisation_at(facts, incident_of(record)))


def organisation_at(facts: Facts, concern: Concern) -> str:
    """The organisation whose placement an incident happened in."""
    for home in facts.households():
        if facts.home.happened_in(concern, home):
            return facts.ask(ORGANISATION, home)
    return "the organisation that was delivering its service"


@RULES.rule("create", cites=["vic/reporting/any-staff-member"], when=[is_incident_report])
def create(facts: Facts, record: Record) -> Duty:
    """Any member of staff can make the report."""
    employees = facts.reading(ANY_STAFF_MEMBER) is AnyStaffMember.EMPLOYEES
    who = "any employee" if employees else "anyone who works for the provider"
    return Duty(act="create", who=who, what="make the report", modal=Modal.CAN)


@RULES.rule("endorse", cites=["vic/reporting/endorsement"], when=[is_incident_report])
def endorse(facts: Facts, record: Record) -> Duty:
    """Delegates whom the organisation has authorised review and endorse the report."""
    return Duty(
        act="endorse",
        who="an authorised delegate of the organisation",
        what="review and endorse the report",
        modal=Modal.IS_TO,
        after="report",
    )


@RULES.rule("incident-type", cites=["vic/update-2024/serious-risk"], when=[is_incident_report])
def incident_type(facts: Facts, record: Record) -> Duty:
    """The report gives the incident type, from a list that has 'serious risk' since 17 June 2024."""
    return classify(facts, record)


@RULES.rule("incident-type-by-the-guide", cites=["vic/update-2024/submitted-before"], when=[is_incident_report])
def incident_type_by_the_guide(facts: Facts, record: Record) -> Duty:
    """Under the guide the investigation or review went by the incident type, so the report gives it."""
    return classify(facts, record)


def classify(facts: Facts, record: Record) -> Duty:
    """The duty to give the incident type; the type is left to whoever makes the report."""
    kind = facts.ask(INCIDENT_TYPE, incident_of(record))
    manual = facts.found(editions.RULES, PolicySource(MANUAL))
    if manual is not None and manual.id == WITH_TYPES and NINETEEN_TYPES.row(kind) is not None:
        facts.look_up(NINETEEN_TYPES, kind)
    return Duty(
        act="classify", who="whoever makes the report", what=f"give the incident type: {kind}", modal=Modal.SHOULD
    )


@RULES.rule(
    "program-type",
    cites=["vic/update-2024/program-type"],
    when=[is_incident_report, is_for_violence_or_assault],
)
def program_type(facts: Facts, record: Record) -> Duty:
    """Services for family violence and sexual assault share a program type since 17 June 2024."""
    kind = facts.ask(PROGRAM_TYPE, TheCase())
    what = f"give the program type: {kind}"
    return Duty(act="program-type", who="whoever makes the report", what=what, modal=Modal.SHOULD)


@RULES.rule("gender", cites=["vic/update-2024/gender-options"], when=[is_client_of_the_report])
def gender(facts: Facts, who: PersonIn) -> Duty:
    """The client's gender is recorded by the options there are since 17 June 2024."""
    what = "record the client's gender by the form's own options, which the page does not name"
    return Duty(act="gender", who="whoever makes the report", what=what, modal=Modal.SHOULD)


@RULES.rule(
    "complete-by-the-guide",
    cites=["vic/update-2024/submitted-before"],
    when=[is_incident_report],
)
def complete_by_the_guide(facts: Facts, record: Record) -> Duty:
    """What was submitted before 9 December 2024 is investigated or reviewed as the guide had it."""
    last = facts.reading(PREVIOUS_GUIDE) is PreviousGuide.LAST_STATE
    guide = "the guide as it stood last" if last else "the guide as it stood on the day of submission"
    what = f"complete the investigation or review that {guide} specifies for the incident type"
    return Duty(act="complete", who="the organisation", what=what)


@RULES.rule(
    "report-major-under-the-guide",
    cites=["vic-news-2020/reporting/major-24-hours"],
    when=[is_incident_report, is_judged_to_be_major],
)
def report_major_under_the_guide(facts: Facts, record: Record) -> Duty:
    """Until 2 February 2020 an incident of major impact was reported within hours."""
    return Duty(act="report", who="the organisation", what="submit the report", to="the department", modal=Modal.IS_TO)


@RULES.rule(
    "report-monthly",
    cites=["vic-news-2020/reporting/other-monthly"],
    when=[is_incident_report],
    unless=[is_judged_to_be_major],
)
def report_monthly(facts: Facts, record: Record) -> Duty:
    """Until 2 February 2020 other incidents were reported once a month."""
    what = "upload the report with the month's others"
    return Duty(act="report", who="the organisation", what=what, to="the department", modal=Modal.IS_TO)


@RULES.rule(
    "report-since-2020",
    cites=[
        "vic-news-2020/reporting/major-three-business-days",
        "vic-news-2020/reporting/other-three-business-days",
    ],
    when=[is_incident_report],
)
def report_since_2020(facts: Facts, record: Record) -> Duty:
    """From 3 February 2020 to 8 December 2024 each incident was reported on its own."""
    return Duty(act="report", who="the organisation", what="submit the report", to="the department", modal=Modal.IS_TO)


@RULES.rule(
    "case-review-outcome",
    cites=["vic-news-2020/follow-up/case-review-outcomes"],
    when=[is_incident_report],
)
def case_review_outcome(facts: Facts, record: Record) -> Duty:
    """From 3 February 2020 the outcome of a case review goes to the department."""
    what = "send the outcome of any case review"
    return Duty(act="case-review", who="the organisation", what=what, to="the department", modal=Modal.WILL)
