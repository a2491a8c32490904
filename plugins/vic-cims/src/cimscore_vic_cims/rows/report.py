"""An incident report: who makes it, what it holds, who endorses it, and by when; in the order of the work.

Add a line here when a policy says something of a report since 9 December 2024. What held before: earlier.py.
"""

from __future__ import annotations

from typing import Final

from cimscore.author import Clocks, Comparison, Conclusion, Defined, Duties, Question, Reading, Topic, Value, some
from cimscore.author.vocabulary import happened_in, is_about
from cimscore.policy import Modal
from cimscore_vic_cims.readings import acting
from cimscore_vic_cims.readings.acting import AnyStaffMember, Endorsement, ReportedWhen, WhoReports
from cimscore_vic_cims.rows.counting import PERIODS, THREE_DAYS, calendar, counted, counts_from, place, reading, way
from cimscore_vic_cims.rows.households import lives_in_two_placements
from cimscore_vic_cims.rows.incident import is_report, is_report_on, is_reported
from cimscore_vic_cims.rows.moves import report_moved, was_first_endorsed, was_submitted
from cimscore_vic_cims.rows.words import (
    OWN_SYSTEM,
    SERVICE,
    client,
    home,
    incident,
    moment,
    person,
    record,
)
from cimscore_vic_cims.words import SUBMIT, Service

REPORTED_WHEN: Final = Reading.of(acting.REPORTED_WHEN)
ANY_STAFF_MEMBER: Final = Reading.of(acting.ANY_STAFF_MEMBER)
ENDORSEMENT: Final = Reading.of(acting.ENDORSEMENT)
WHO_REPORTS: Final = Reading.of(acting.WHO_REPORTS)

REGISTER: Final = "the Client Incident Register"
MAKER: Final = "whoever makes the report"
THE_ONE_DELIVERING: Final = "the organisation that was delivering its service"
THE_ONE_OF_THE_PLACEMENT: Final = "the organisation in whose placement it happened"
EACH: Final = "each organisation that delivers a service to the client"

OTHER_PROGRAM_TYPE: Final = "another"
JOINED_PROGRAM_TYPE: Final = "family-violence-and-sexual-assault-services"

way_to_report: Final = Value("way of reporting", str)
maker: Final = Value("maker", str)
organisation: Final = Value("organisation", str)
program_type: Final = Value("program type", str)

ORGANISATION: Final = Question(
    id="organisation",
    things=(home,),
    text="Which organisation delivers the placement in {home}?",
    answers=str,
    cites=("vic/reporting/endorsement",),
)
is_for_violence_or_assault: Final = Defined(
    (),
    "the service [is] one of family violence, else one of sexual assault",
    SERVICE.is_(Service.FAMILY_VIOLENCE) | SERVICE.is_(Service.SEXUAL_ASSAULT),
)
LIKELY_PROGRAM_TYPE: Final = Conclusion(
    "likely-program-type", (program_type,), "the likely program type [is] {program type}", topic=Topic.SCOPE
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
    when=~is_for_violence_or_assault(),
    cites=["vic/update-2024/program-type"],
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
    why="the one that the page names, for the services that it names it for",
    cites=("vic/update-2024/program-type",),
)

# Which organisation reports.
is_of_two_placements: Final = Defined(
    (incident,),
    "{incident} [is] about a client who lives in two placements",
    some(client, is_about(incident, client) & lives_in_two_placements(client)),
)


def is_said(name: object) -> bool:
    """Return True if a name has been said."""
    return isinstance(name, str)


named: Final = Comparison("{0} [is] named", is_said)
happened_in_a_household: Final = Defined(
    (incident,), "{incident} [happened|did not happen] in a household", some(home, happened_in(incident, home))
)
REPORTS: Final = Reading.of(acting.WHO_REPORTS)

REGISTER: Final = "the Client Incident Register"
MAKER: Final = "whoever makes the report"
THE_ONE_DELIVERING: Final = "the organisation that was delivering its service"
THE_ONE_OF_THE_PLACEMENT: Final = "the organisation in whose placement it happened"
EACH: Final = "each organisation that delivers a service to the client"

OTHER_PROGRAM_TYPE: Final = "another"
JOINED_PROGRAM_TYPE: Final = "family-violence-and-sexual-assault-services"

way_to_report: Final = Value("way of reporting", str)
maker: Final = Value("maker", str)
organisation: Final = Value("organisation", str)
program_type: Final = Value("program type", str)

ORGANISATION: Final = Question(
    id="organisation",
    things=(home,),
    text="Which organisation delivers the placement in {home}?",
    answers=str,
    cites=("vic/reporting/endorsement",),
)
is_for_violence_or_assault: Final = Defined(
    (),
    "the service [is] one of family violence, else one of sexual assault",
    SERVICE.is_(Service.FAMILY_VIOLENCE) | SERVICE.is_(Service.SEXUAL_ASSAULT),
)
LIKELY_PROGRAM_TYPE: Final = Conclusion(
    "likely-program-type", (program_type,), "the likely program type [is] {program type}", topic=Topic.SCOPE
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
    when=~is_for_violence_or_assault(),
    cites=["vic/update-2024/program-type"],
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
    why="the one that the page names, for the services that it names it for",
    cites=("vic/update-2024/program-type",),
)

# Which organisation reports.
is_of_two_placements: Final = Defined(
    (incident,),
    "{incident} [is] about a client who lives in two placements",
    some(client, is_about(incident, client) & lives_in_two_placements(client)),
)
happened_in_a_placement_of: Final = Defined(
    (incident, organisation),
    "{incident} [happened|did not happen] in a household where {organisation} delivers the placement",
    some(home, happened_in(incident, home) & ORGANISATION.is_(home, organisation)),
)
REPORTS: Final = Conclusion(
    "who-reports", (incident, organisation), "{incident} [is] reported by {organisation}", topic=Topic.ROLES
)
REPORTS.row(
    "the-one-delivering",
    incident,
    THE_ONE_DELIVERING,
    when=is_reported(incident) & WHO_REPORTS.is_(WhoReports.THE_ONE_DELIVERING),
    unless=is_of_two_placements(incident) & happened_in_a_household(incident),
    cites=["vic/reporting/three-days", "vic/reporting/reportable"],
)
REPORTS.row(
    "the-one-of-the-placement",
    incident,
    THE_ONE_OF_THE_PLACEMENT,
    when=is_reported(incident)
    & WHO_REPORTS.is_(WhoReports.THE_ONE_DELIVERING)
    & is_of_two_placements(incident)
    & happened_in_a_household(incident),
    cites=["vic/reporting/endorsement", "vic/scope/out-of-home-care"],
)
REPORTS.row(
    "by-its-name",
    incident,
    organisation,
    when=is_reported(incident)
    & WHO_REPORTS.is_(WhoReports.THE_ONE_DELIVERING)
    & is_of_two_placements(incident)
    & some(home, happened_in(incident, home) & ORGANISATION.is_(home, organisation))
    & named(organisation),
    cites=["vic/reporting/endorsement", "vic/scope/out-of-home-care"],
)
REPORTS.row(
    "every-one",
    incident,
    EACH,
    when=is_reported(incident) & WHO_REPORTS.is_(WhoReports.EVERY_ONE),
    cites=["vic/reporting/three-days", "vic/reporting/reportable"],
)

# What makes an incident reported, and on which way.
DONE: Final = Conclusion("done-by", (way_to_report,), "a report [is] made thus: {way of reporting}", topic=Topic.ROLES)
DONE.row(
    "submitted-by-the-webform",
    "submit the report by the CIMS webform",
    when=REPORTED_WHEN.is_(ReportedWhen.SUBMITTED) & ~OWN_SYSTEM(),
    cites=["vic/reporting/three-days"],
)
DONE.row(
    "endorsed-by-the-webform",
    "submit the report and have it endorsed by the CIMS webform",
    when=REPORTED_WHEN.is_(ReportedWhen.ENDORSED) & ~OWN_SYSTEM(),
    cites=["vic/reporting/three-days"],
)
DONE.row(
    "saved-by-the-webform",
    "save the report by the CIMS webform",
    when=REPORTED_WHEN.is_(ReportedWhen.SAVED) & ~OWN_SYSTEM(),
    cites=["vic/reporting/three-days"],
)
DONE.row(
    "submitted-from-an-own-system",
    "submit the report from its own system",
    when=REPORTED_WHEN.is_(ReportedWhen.SUBMITTED) & OWN_SYSTEM(),
    cites=["vic/reporting/three-days"],
)
DONE.row(
    "endorsed-from-an-own-system",
    "submit the report and have it endorsed from its own system",
    when=REPORTED_WHEN.is_(ReportedWhen.ENDORSED) & OWN_SYSTEM(),
    cites=["vic/reporting/three-days"],
)
DONE.row(
    "saved-from-an-own-system",
    "save the report from its own system",
    when=REPORTED_WHEN.is_(ReportedWhen.SAVED) & OWN_SYSTEM(),
    cites=["vic/reporting/three-days"],
)
MAY_MAKE: Final = Conclusion("may-make", (maker,), "{maker} [may] make a report", topic=Topic.ROLES)
MAY_MAKE.row(
    "any-worker",
    "anyone who works for the provider",
    when=ANY_STAFF_MEMBER.is_(AnyStaffMember.ANY_WORKER),
    cites=["vic/reporting/any-staff-member"],
)
MAY_MAKE.row(
    "employees",
    "any employee",
    when=ANY_STAFF_MEMBER.is_(AnyStaffMember.EMPLOYEES),
    cites=["vic/reporting/any-staff-member"],
)

# In the order of the work.
REPORTING: Final = Duties("report", (record,))
REPORTING.duty(
    "create",
    "make the report, as {}",
    by="a member of staff",
    modal=Modal.CAN,
    detail=maker,
    when=is_report(record) & MAY_MAKE(maker),
    cites=["vic/reporting/any-staff-member"],
)
REPORTING.duty(
    "classify",
    "give the incident type",
    by=MAKER,
    modal=Modal.SHOULD,
    id="classify",
    when=is_report(record),
    cites=["vic/update-2024/serious-risk", "vic-child-protection-manual/incident-types/nineteen-types"],
)
REPORTING.duty(
    "classify",
    "give the incident type",
    by=MAKER,
    modal=Modal.SHOULD,
    id="classify-by-the-guide",
    when=is_report(record),
    cites=["vic/update-2024/submitted-before"],
)
REPORTING.duty(
    "program-type",
    "give the program type: {}",
    by=MAKER,
    modal=Modal.SHOULD,
    detail=program_type,
    when=is_report(record) & is_for_violence_or_assault() & PROGRAM_TYPE.is_(program_type),
    cites=["vic/update-2024/program-type"],
)
REPORTING.duty(
    "report",
    "report it: {}",
    by="the organisation that reports",
    to=REGISTER,
    modal=Modal.SHOULD,
    detail=way_to_report,
    when=is_report(record) & DONE(way_to_report),
    cites=["vic/reporting/three-days", "vic/reporting/register"],
)
REPORTING.duty(
    "endorse",
    "review and endorse the report",
    by="an authorised delegate of the organisation",
    modal=Modal.IS_TO,
    after="report",
    when=is_report(record),
    cites=["vic/reporting/endorsement"],
)

OF_CLIENTS: Final = Duties("report-client", (person, record))
OF_CLIENTS.duty(
    "gender",
    "record the client's gender by the form's own options, which the page does not name",
    by=MAKER,
    modal=Modal.SHOULD,
    when=some(incident, is_report_on(record, incident) & is_about(incident, person)),
    cites=["vic/update-2024/gender-options"],
)

# By when.
was_saved: Final = Defined(
    (incident, moment),
    "the report on {incident} [was] first saved at {moment}",
    report_moved(incident, "create", moment),
)
was_reported: Final = Defined(
    (incident, moment),
    "{incident} [was] reported at {moment}",
    (REPORTED_WHEN.is_(ReportedWhen.SUBMITTED) & was_submitted(incident, moment))
    | (REPORTED_WHEN.is_(ReportedWhen.ENDORSED) & was_first_endorsed(incident, moment))
    | (REPORTED_WHEN.is_(ReportedWhen.SAVED) & (was_saved(incident, moment) | report_moved(incident, SUBMIT, moment))),
)
CLOCKS: Final = Clocks((incident,))
REPORT_IT: Final = CLOCKS.clock(
    "report",
    "report the incident",
    owed=is_reported(incident),
    starts=counts_from(incident, moment),
    within=PERIODS,
    by=reading,
    also=THREE_DAYS.is_(reading) & counted,
    place=place,
    calendar=calendar,
    ends=way,
    stops=was_reported(incident, moment),
    done=moment,
    who="the organisation that reports",
    modal=Modal.SHOULD,
    says_from="its disclosure",
    cites=["vic/reporting/three-days"],
)
ENDORSE_IT: Final = CLOCKS.clock(
    "endorse",
    "endorse the report",
    owed=is_reported(incident) & ENDORSEMENT.is_(Endorsement.INSIDE),
    starts=counts_from(incident, moment),
    within=PERIODS,
    by=reading,
    also=THREE_DAYS.is_(reading) & counted,
    place=place,
    calendar=calendar,
    ends=way,
    stops=was_first_endorsed(incident, moment),
    done=moment,
    who="an authorised delegate of the organisation",
    modal=Modal.SHOULD,
    says_from="its disclosure",
    cites=["vic/reporting/endorsement", "vic/reporting/three-days"],
)
