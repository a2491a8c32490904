"""Rules for reports before 9 December 2024, edition by edition, as far as they are known.

Add a line here when an earlier edition is found. Current rules: report.py.
"""

from __future__ import annotations

from typing import Final

from cimscore.calendars import BusinessDays, Hours
from cimscore.policy import Modal
from cimscore.rules import Clocks, Conclusion, Defined, Duties, Topic, Value, some
from cimscore.rules.vocabulary import is_about
from cimscore_vic_cims.readings.editions import PREVIOUS_GUIDE, PreviousGuide
from cimscore_vic_cims.rules.clients import is_no_client
from cimscore_vic_cims.rules.codes import is_before_june_2024
from cimscore_vic_cims.rules.counting import calendar, counted, counts_from, place, way
from cimscore_vic_cims.rules.incident import is_report, is_report_on, is_reported
from cimscore_vic_cims.rules.investigation import is_judged_major
from cimscore_vic_cims.rules.moves import was_handed_in
from cimscore_vic_cims.rules.program_types import PROGRAM_TYPE, is_for_violence_or_assault, program_type
from cimscore_vic_cims.rules.report import MAKER, has_the_type, is_of_another_edition, is_returned
from cimscore_vic_cims.rules.vocabulary import code, incident, moment, person, record

ORGANISATION: Final = "the organisation"
DEPARTMENT: Final = "the department"

guide: Final = Value("guide", str)

is_major_report: Final = Defined(
    (record,),
    "{record} [is] the report of an incident of major impact",
    some(incident, is_report_on(record, incident) & is_judged_major(incident)),
)
GUIDE: Final = Conclusion("guide", (guide,), "a report of before 9 December 2024 [goes] by {guide}", topic=Topic.STARTS)
GUIDE.row(
    "of-the-submission",
    "the guide as it stood on the day of submission",
    when=PREVIOUS_GUIDE.is_(PreviousGuide.OF_THE_SUBMISSION),
    cites=["vic/update-2024/submitted-before"],
)
GUIDE.row(
    "as-it-stood-last",
    "the guide as it stood last",
    when=PREVIOUS_GUIDE.is_(PreviousGuide.LAST_STATE),
    cites=["vic/update-2024/submitted-before"],
)

# Each news tells how a report is to be handed in, and with it what the report says.
HANDED_IN: Final = (
    "vic-news-2020/reporting/major-24-hours",
    "vic-news-2020/reporting/other-monthly",
    "vic-news-2020/reporting/major-three-business-days",
    "vic-news-2020/reporting/other-three-business-days",
)
BY_THE_GUIDE: Final = Duties("report-by-the-guide", (record,), step=2)
BY_THE_GUIDE.duty(
    "classify",
    "give the incident type",
    by=MAKER,
    modal=Modal.IS_TO,
    when=is_report(record),
    unless=some(code, has_the_type(record, code)),
    cites=["vic/update-2024/submitted-before", *HANDED_IN],
)
BY_THE_GUIDE.duty(
    "classify-as",
    "give the incident type: {}",
    by=MAKER,
    modal=Modal.IS_TO,
    detail=code,
    when=has_the_type(record, code),
    unless=is_of_another_edition(record, code),
    cites=["vic/update-2024/submitted-before", *HANDED_IN],
)
BY_THE_GUIDE.duty(
    "classify-anew",
    "give an incident type that its own edition has, in place of {}",
    by=MAKER,
    modal=Modal.IS_TO,
    detail=code,
    when=is_of_another_edition(record, code),
    cites=["vic/update-2024/submitted-before", *HANDED_IN],
)
BY_THE_GUIDE.duty(
    "program-type",
    "give the program type: {}",
    by=MAKER,
    modal=Modal.IS_TO,
    detail=program_type,
    when=is_report(record) & is_for_violence_or_assault() & PROGRAM_TYPE.is_(program_type),
    unless=is_before_june_2024(),
    cites=["vic/update-2024/submitted-before", "vic/update-2024/program-type", *HANDED_IN],
)
BY_THE_GUIDE.duty(
    "report-at-once",
    "submit the report",
    by=ORGANISATION,
    to=DEPARTMENT,
    modal=Modal.IS_TO,
    when=is_major_report(record),
    cites=["vic-news-2020/reporting/major-24-hours"],
)
BY_THE_GUIDE.duty(
    "report-monthly",
    "upload the report with the month's others",
    by=ORGANISATION,
    to=DEPARTMENT,
    modal=Modal.IS_TO,
    when=is_report(record),
    unless=is_major_report(record),
    cites=["vic-news-2020/reporting/other-monthly"],
)
BY_THE_GUIDE.duty(
    "report-in-three-business-days",
    "submit the report",
    by=ORGANISATION,
    to=DEPARTMENT,
    modal=Modal.IS_TO,
    when=is_report(record),
    cites=[
        "vic-news-2020/reporting/major-three-business-days",
        "vic-news-2020/reporting/other-three-business-days",
    ],
)
BY_THE_GUIDE.duty(
    "correct",
    "correct the report, which was returned, and submit it again",
    by=MAKER,
    modal=Modal.IS_TO,
    when=is_returned(record),
    cites=["vic/update-2024/submitted-before", *HANDED_IN],
)
BY_THE_GUIDE.duty(
    "complete",
    "complete the investigation or review that {} specifies for the incident type",
    by=ORGANISATION,
    detail=guide,
    when=is_report(record) & GUIDE(guide),
    cites=["vic/update-2024/submitted-before"],
)
BY_THE_GUIDE.duty(
    "case-review",
    "send the outcome of any case review",
    by=ORGANISATION,
    to=DEPARTMENT,
    modal=Modal.WILL,
    when=is_report(record),
    cites=["vic-news-2020/follow-up/case-review-outcomes"],
)
OF_CLIENTS: Final = Duties("report-client-by-the-guide", (person, record), step=3)
OF_CLIENTS.duty(
    "gender",
    "record the gender of {} by the form's own options, which the page does not name",
    by=MAKER,
    modal=Modal.IS_TO,
    detail=person,
    when=some(incident, is_report_on(record, incident) & is_about(incident, person)) & ~is_no_client(person),
    unless=is_before_june_2024(),
    cites=["vic/update-2024/submitted-before", "vic/update-2024/gender-options", *HANDED_IN],
)

# Times to report, over eight years of editions.
CLOCKS: Final = Clocks((incident,))
AT_ONCE: Final = CLOCKS.clock(
    "report-at-once",
    "report the incident of major impact",
    owed=is_reported(incident) & is_judged_major(incident),
    starts=counts_from(incident, moment),
    within=Hours(24),
    stops=was_handed_in(incident, moment),
    done=moment,
    who=ORGANISATION,
    modal=Modal.IS_TO,
    says_from="its disclosure",
    cites=["vic-news-2020/reporting/major-24-hours"],
)
MONTHLY: Final = CLOCKS.clock(
    "report-monthly",
    "upload the report with the month's others",
    owed=is_reported(incident) & ~is_judged_major(incident),
    starts=counts_from(incident, moment),
    within="by the upload of the month",
    stops=was_handed_in(incident, moment),
    done=moment,
    who=ORGANISATION,
    modal=Modal.IS_TO,
    says_from="its disclosure",
    cites=["vic-news-2020/reporting/other-monthly"],
)
THREE_BUSINESS_DAYS: Final = CLOCKS.clock(
    "report-in-three-business-days",
    "report the incident",
    owed=is_reported(incident),
    starts=counts_from(incident, moment),
    within=BusinessDays(3),
    also=counted,
    place=place,
    calendar=calendar,
    ends=way,
    stops=was_handed_in(incident, moment),
    done=moment,
    who=ORGANISATION,
    modal=Modal.IS_TO,
    says_from="the provider's becoming aware",
    cites=[
        "vic-news-2020/reporting/major-three-business-days",
        "vic-news-2020/reporting/other-three-business-days",
    ],
)
