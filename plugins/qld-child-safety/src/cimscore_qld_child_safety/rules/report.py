"""Child concern reports: their contents, consultation, approval, and clocks.

Add a line here when a policy tells somebody to do something about a child concern report. Reports of duplicates:
duplicates.py. Reports about a child whose investigation closed recently: lately.py.
"""

from __future__ import annotations

from typing import Final

from cimscore.calendars import BusinessDays
from cimscore.case import Moment
from cimscore.policy import Modal
from cimscore.rules import Clocks, Defined, Duties, Question, same, some
from cimscore.rules.vocabulary import has_moved, is_file, moved, received, record_moved, record_took
from cimscore_qld_child_safety.readings.clocks import REPORT_APPROVAL_START, ReportStart
from cimscore_qld_child_safety.rules.concerns import is_duplicate
from cimscore_qld_child_safety.rules.counting import CONVENTIONS, at_the_office, ends, office
from cimscore_qld_child_safety.rules.events import GOES, RECORDS, is_of_one_concern
from cimscore_qld_child_safety.rules.files import is_combined_with, is_pending, meets
from cimscore_qld_child_safety.rules.vocabulary import (
    COMBINE_REPORTS,
    COMBINED,
    REPORT,
    RESPONSE,
    child,
    concern,
    file,
    moment,
    record,
    tells_of_somebody_here,
)
from cimscore_qld_child_safety.words import TEAM_LEADER, THE_INTAKE_TEAM_LEADER, THE_OFFICER, Step

CONSULT_SENIOR_PRACTITIONER: Final = Question(
    id="consult-senior-practitioner",
    things=(record,),
    text="Is a senior practitioner or manager consulted on the response in {record}?",
    answers=bool,
    working=False,
    why="nobody has found the matter complex, contentious or impossible to decide",
    granted=True,
    decided_by=TEAM_LEADER,
    weigh=("whether the matter is complex or contentious", "whether the response can be decided without"),
    cites=("qld/child-concern-report/consultation",),
)
INTAKE_CREATED: Final = Question(
    id="intake-created",
    things=(),
    text="When was the intake event for the new concerns created in ICMS?",
    answers=Moment,
    member=moment,
    working=received(moment),
    why="an event is created when the information comes in, until its day is known",
    cites=("qld/child-concern-report/5-business-days",),
)
REPORT_CREATED: Final = Question(
    id="report-created",
    things=(file,),
    text="When was the intake event {file}, the report on file, created in ICMS?",
    answers=Moment,
    member=moment,
    working=is_file(file) & COMBINE_REPORTS.decided_at(file, moment),
    at_the_latest=True,
    why="an event is there by the time at which somebody decides what becomes of it and the new information",
    cites=("qld/child-concern-report/5-business-days",),
)

is_report: Final = Defined((record,), "{record} [is] a child concern report", RECORDS(record) & REPORT(record))
is_of_a_duplicate: Final = Defined(
    (record,),
    "{record} [records] a duplicate",
    is_report(record) & some(concern, is_of_one_concern(record, concern) & is_duplicate(concern)),
)
is_of_new_concerns: Final = Defined(
    (record,), "{record} [is] a report of new concerns", is_report(record) & ~is_of_a_duplicate(record)
)
is_combined_report: Final = Defined(
    (record,), "{record} [is] a report combined with one on file", RECORDS(record) & COMBINED(record)
)
created_at: Final = Defined(
    (record, moment),
    "{record} [was] created at {moment}",
    is_report(record) & record_moved(record, "create", moment),
)
is_created: Final = Defined(
    (record,), "the day of the creation of {record} [is] known", some(moment, created_at(record, moment))
)

REPORTS: Final = Duties("report", (record,), step=Step.FILL_IN)
REPORTS.duty(
    "event",
    "create an intake event with a record of every person who matters",
    by=THE_OFFICER,
    step=Step.CREATE,
    when=is_report(record),
    cites=["qld/child-concern-report/event"],
)
REPORTS.duty(
    "form",
    "complete the intake form with the screening criteria",
    by=THE_OFFICER,
    after="event",
    when=is_of_new_concerns(record),
    cites=["qld/child-concern-report/form"],
)
REPORTS.duty(
    "pre-notification-check",
    "complete the pre-notification check, if relevant",
    by=THE_OFFICER,
    when=is_of_new_concerns(record),
    cites=["qld/child-concern-report/pre-notification-check"],
)
REPORTS.duty(
    "police",
    "provide everything relevant immediately, where applicable, and attach the Police referral",
    by=THE_OFFICER,
    step=Step.CREATE,
    at_once=True,
    to="the Queensland Police Service",
    when=is_report(record),
    cites=["qld/child-concern-report/police"],
)
REPORTS.duty(
    "attach-correspondence",
    "attach e-mails and any referral to Family and Child Connect",
    by=THE_OFFICER,
    step=Step.ATTACH,
    to="the intake event",
    when=is_report(record),
    cites=["qld/child-concern-report/attachments"],
)
REPORTS.duty(
    "forward",
    "finalise the report and forward it for approval",
    by=THE_OFFICER,
    step=Step.FORWARD,
    to=THE_INTAKE_TEAM_LEADER,
    after="event",
    when=is_report(record),
    cites=["qld/child-concern-report/to-the-approver"],
)
REPORTS.duty(
    "approve",
    "approve the child concern report",
    by=THE_INTAKE_TEAM_LEADER,
    step=Step.APPROVE,
    modal=Modal.IS_TO,
    after="forward",
    when=is_report(record),
    cites=[
        "qld/child-concern-report/approves",
        "qld/child-concern-report/5-business-days",
        "qld/child-concern-report/to-the-approver",
    ],
)
REPORTS.duty(
    "consult",
    "consult a senior practitioner or manager on the response",
    by=THE_INTAKE_TEAM_LEADER,
    step=Step.ADVICE,
    modal=Modal.MAY,
    when=is_report(record) & CONSULT_SENIOR_PRACTITIONER(record),
    cites=["qld/child-concern-report/consultation"],
)
REPORTS.duty(
    "feedback",
    "see that feedback is given, if applicable",
    by=THE_OFFICER,
    step=Step.FORWARD,
    to="the notifier",
    when=is_report(record),
    cites=["qld/child-concern-report/feedback"],
)

PENDING: Final = Duties("pending-report", (file,), step=Step.DECIDE)
PENDING.duty(
    "liaise",
    "agree whether the new information is combined with the report {} or recorded by itself",
    by=THE_OFFICER,
    to="the intake service that recorded it",
    detail=file,
    when=is_pending(file) & some((concern, child), meets(concern, child, file)),
    cites=["qld/child-concern-report/combine-or-separate"],
)

is_combined_into: Final = Defined(
    (record, file), "{record} [adds] to {file}", is_combined_report(record) & same(record.file, file)
)

COMBINED_REPORTS: Final = Duties("combined-report", (record,), step=Step.FILL_IN)
COMBINED_REPORTS.duty(
    "combine",
    "add the new information",
    by=THE_OFFICER,
    to="the report on file, {}",
    detail=file,
    when=is_combined_into(record, file),
    cites=["qld/child-concern-report/combine-or-separate"],
)
COMBINED_REPORTS.duty(
    "approve",
    "approve the combined child concern report",
    by=THE_INTAKE_TEAM_LEADER,
    step=Step.APPROVE,
    modal=Modal.IS_TO,
    after="combine",
    when=is_combined_report(record),
    cites=["qld/child-concern-report/approves", "qld/child-concern-report/5-business-days"],
)

# Clocks.
is_in_a_report: Final = Defined(
    (concern, child, record),
    "what {concern} says of {child} [is] reported in {record}",
    GOES(concern, child, record) & REPORT(record),
)
is_reported_somewhere: Final = Defined(
    (concern, child),
    "what {concern} says of {child} [is] to be reported",
    some(record, is_in_a_report(concern, child, record)),
)
has_its_creation: Final = Defined(
    (concern, child),
    "the report of what {concern} says of {child} [is] created",
    some(record, is_in_a_report(concern, child, record) & is_created(record)),
)
starts_at: Final = Defined(
    (concern, child, moment),
    "the time for the report of what {concern} says of {child} [runs] from {moment}",
    is_reported_somewhere(concern, child)
    & (
        (
            REPORT_APPROVAL_START.is_(ReportStart.CREATION)
            & some(record, is_in_a_report(concern, child, record) & created_at(record, moment))
        )
        | (
            REPORT_APPROVAL_START.is_(ReportStart.CREATION)
            & ~has_its_creation(concern, child)
            & INTAKE_CREATED.is_(moment)
        )
        | (REPORT_APPROVAL_START.is_(ReportStart.RECEIPT) & received(moment))
        | (REPORT_APPROVAL_START.is_(ReportStart.DECISION) & RESPONSE.decided_at(concern, moment))
    ),
)
is_undated: Final = Defined(
    (file,),
    "{file} [has] neither its creation on record nor its recording",
    is_pending(file) & ~has_moved(file, "create") & ~has_moved(file, "record"),
)
began_at: Final = Defined(
    (file, moment),
    "the time for the pending report {file} [runs] from {moment}",
    is_pending(file)
    & (
        moved(file, "create", moment)
        | (moved(file, "record", moment) & ~has_moved(file, "create"))
        | (is_undated(file) & REPORT_CREATED.is_(file, moment))
    ),
)
combined_at: Final = Defined(
    (concern, child, moment),
    "the time for the report with which what {concern} says of {child} is combined [runs] from {moment}",
    some(
        (record, file),
        GOES(concern, child, record) & is_combined_into(record, file) & began_at(file, moment),
    ),
)

approved_at: Final = Defined(
    (concern, child, moment),
    "the report of what {concern} says of {child} [was] approved at {moment}",
    some(record, is_in_a_report(concern, child, record) & record_took(record, "approve", moment)),
)
combined_approved_at: Final = Defined(
    (concern, child, moment),
    "the report with which what {concern} says of {child} is combined [was] approved at {moment}",
    some(
        (record, file),
        GOES(concern, child, record) & is_combined_into(record, file) & record_took(record, "approve", moment),
    ),
)

CLOCKS: Final = Clocks((concern, child))
APPROVE: Final = CLOCKS.clock(
    "approve-report",
    "approve the child concern report",
    owed=is_reported_somewhere(concern, child),
    starts=starts_at(concern, child, moment),
    within=BusinessDays(5),
    also=at_the_office,
    place=office,
    ends=ends,
    stops=approved_at(concern, child, moment),
    done=moment,
    who=THE_INTAKE_TEAM_LEADER,
    modal=Modal.IS_TO,
    says_from="the creation of the intake event",
    cites=["qld/child-concern-report/5-business-days", *CONVENTIONS],
)
APPROVE_COMBINED: Final = CLOCKS.clock(
    "approve-combined-report",
    "approve the combined child concern report",
    owed=some((record, file), GOES(concern, child, record) & is_combined_into(record, file)),
    starts=combined_at(concern, child, moment),
    within=BusinessDays(5),
    also=at_the_office,
    place=office,
    ends=ends,
    stops=combined_approved_at(concern, child, moment),
    done=moment,
    who=THE_INTAKE_TEAM_LEADER,
    modal=Modal.IS_TO,
    says_from="the creation of the report on file",
    cites=["qld/child-concern-report/5-business-days", *CONVENTIONS],
)

stays_apart: Final = Defined(
    (file,),
    "the pending report {file} [goes] on by itself beside the new information",
    is_pending(file) & tells_of_somebody_here(file) & ~some((concern, child), is_combined_with(concern, child, file)),
)

OF_THE_FILE: Final = Clocks((file,))
APPROVE_BESIDE: Final = OF_THE_FILE.clock(
    "approve-report-on-file",
    "approve the report on file, which goes on by itself",
    owed=stays_apart(file),
    starts=began_at(file, moment),
    within=BusinessDays(5),
    also=at_the_office,
    place=office,
    ends=ends,
    who=THE_INTAKE_TEAM_LEADER,
    modal=Modal.IS_TO,
    says_from="the creation of the report on file",
    cites=["qld/child-concern-report/5-business-days", *CONVENTIONS],
)
