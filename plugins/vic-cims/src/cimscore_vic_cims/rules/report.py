"""Incident reports: their contents, duties and clocks, in the order of the work.

Add a line here when a policy says something about reports since 9 December 2024. Earlier rules: earlier.py.
"""

from __future__ import annotations

from typing import Final

from cimscore.policy import Modal
from cimscore.rules import Clocks, Defined, Duties, same, some
from cimscore.rules.vocabulary import is_about, record_stands_at
from cimscore_vic_cims.readings.acting import ENDORSEMENT, REPORTED_WHEN, Endorsement, ReportedWhen
from cimscore_vic_cims.readings.counting import THREE_DAYS
from cimscore_vic_cims.rules.clients import is_no_client
from cimscore_vic_cims.rules.codes import NOT_ITS_TIME, NOT_LISTED
from cimscore_vic_cims.rules.counting import PERIODS, calendar, counted, counts_from, place, reading, way
from cimscore_vic_cims.rules.incident import is_report, is_report_on, is_reported
from cimscore_vic_cims.rules.moves import report_took, was_first_endorsed, was_handed_in
from cimscore_vic_cims.rules.program_types import PROGRAM_TYPE, is_for_violence_or_assault, program_type
from cimscore_vic_cims.rules.vocabulary import (
    INCIDENT_TYPE,
    code,
    incident,
    moment,
    person,
    record,
)
from cimscore_vic_cims.rules.who import DONE, MAY_MAKE, maker, way_to_report
from cimscore_vic_cims.words import CREATE, RETURNED, SUBMIT

REGISTER: Final = "the Client Incident Register"
NO_TYPE: Final = "another"
MAKER: Final = "whoever makes the report"

has_the_type: Final = Defined(
    (record, code),
    "the incident of {record} [is] of the type {type}",
    some(incident, is_report_on(record, incident) & INCIDENT_TYPE.is_(incident, code)) & ~same(code, NO_TYPE),
)

is_of_another_edition: Final = Defined(
    (record, code),
    "the type {type} of the incident of {record} [is] not one of its own edition",
    some(incident, is_report_on(record, incident) & (NOT_ITS_TIME(incident, code) | NOT_LISTED(incident, code)))
    & ~same(code, NO_TYPE),
)
is_returned: Final = Defined(
    (record,),
    "{record} [was] returned, with nothing since",
    is_report(record) & record_stands_at(record, RETURNED),
)

# In the order of the work.
REPORTING: Final = Duties("report", (record,), step=2)
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
    when=is_report(record),
    unless=some(code, has_the_type(record, code)),
    cites=[
        "vic/reporting/reportable",
        "vic/update-2024/serious-risk",
        "vic-child-protection-manual/incident-types/nineteen-types",
    ],
)
REPORTING.duty(
    "classify-as",
    "give the incident type: {}",
    by=MAKER,
    modal=Modal.SHOULD,
    detail=code,
    when=has_the_type(record, code),
    unless=is_of_another_edition(record, code),
    cites=[
        "vic/reporting/reportable",
        "vic/update-2024/serious-risk",
        "vic-child-protection-manual/incident-types/nineteen-types",
    ],
)
REPORTING.duty(
    "classify-anew",
    "give an incident type that its own edition has, in place of {}",
    by=MAKER,
    modal=Modal.SHOULD,
    detail=code,
    when=is_of_another_edition(record, code),
    cites=[
        "vic/reporting/reportable",
        "vic/update-2024/serious-risk",
        "vic-child-protection-manual/incident-types/nineteen-types",
    ],
)
REPORTING.duty(
    "program-type",
    "give the program type: {}",
    by=MAKER,
    modal=Modal.SHOULD,
    detail=program_type,
    when=is_report(record) & is_for_violence_or_assault() & PROGRAM_TYPE.is_(program_type),
    cites=["vic/reporting/reportable", "vic/update-2024/program-type"],
)
REPORTING.duty(
    "report",
    "report it: {}",
    by="the reporting organisation",
    to=REGISTER,
    modal=Modal.SHOULD,
    detail=way_to_report,
    when=is_report(record) & DONE(way_to_report),
    cites=["vic/reporting/three-days", "vic/reporting/register"],
)
REPORTING.duty(
    "correct",
    "correct the report, which was returned, and submit it again",
    by=MAKER,
    modal=Modal.IS_TO,
    after="report",
    when=is_returned(record),
    cites=["vic/reporting/endorsement"],
)
REPORTING.duty(
    "endorse",
    "review and endorse the report",
    by="an authorised delegate of the organisation",
    modal=Modal.IS_TO,
    after="report",
    when=is_report(record),
    unless=is_returned(record),
    cites=["vic/reporting/endorsement"],
)

OF_CLIENTS: Final = Duties("report-client", (person, record), step=3)
OF_CLIENTS.duty(
    "gender",
    "record the gender of {} by the form's own options, which the page does not name",
    by=MAKER,
    modal=Modal.SHOULD,
    detail=person,
    when=some(incident, is_report_on(record, incident) & is_about(incident, person)) & ~is_no_client(person),
    cites=["vic/reporting/reportable", "vic/update-2024/gender-options"],
)

# Clocks.
was_saved: Final = Defined(
    (incident, moment),
    "the report on {incident} [was] first saved at {moment}",
    report_took(incident, CREATE, moment),
)
was_reported: Final = Defined(
    (incident, moment),
    "{incident} [was] reported at {moment}",
    (REPORTED_WHEN.is_(ReportedWhen.SUBMITTED) & was_handed_in(incident, moment))
    | (REPORTED_WHEN.is_(ReportedWhen.ENDORSED) & was_first_endorsed(incident, moment))
    | (REPORTED_WHEN.is_(ReportedWhen.SAVED) & (was_saved(incident, moment) | report_took(incident, SUBMIT, moment))),
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
    who="the reporting organisation",
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
