"""Investigations: the incidents that need one, its duties, and its time.

Add a line here when a policy says that an incident is investigated, what bars that, or how long it may take.
"""

from __future__ import annotations

from typing import Final

from cimscore.calendars import BusinessDays
from cimscore.policy import Modal
from cimscore.rules import Conclusion, Defined, Duties, Make, Question, Topic, some
from cimscore_vic_cims.rules.abuse import is_abuse, is_neglect, is_poor_care, is_unexplained
from cimscore_vic_cims.rules.accused import accuses, accuses_staff, accuses_worker_or_client
from cimscore_vic_cims.rules.counting import period
from cimscore_vic_cims.rules.extensions import ONE_FORM, is_duly_put_off, is_put_off_wrongly, number, was_put_off
from cimscore_vic_cims.rules.incident import GOES, RECORDS, is_client_incident, was_a_client_incident
from cimscore_vic_cims.rules.moves import inquiry_has_taken, inquiry_stands_at
from cimscore_vic_cims.rules.vocabulary import IMPACT, INQUIRY, incident, record
from cimscore_vic_cims.words import CLEAR, WITH_THE_POLICE, Impact, Position

ORGANISATION: Final = "the organisation"
DEPARTMENT: Final = "the department"
WITHIN: Final = 28
REPORTED_TO_POLICE: Final = Question(
    id="reported-to-police",
    things=(incident,),
    text="Do Victoria Police have a report of {incident}?",
    answers=bool,
    working=True,
    why="the answer that keeps an investigation from beginning too soon",
    cites=("vic-news-2025/investigation/police-first",),
    first=1,
)
CLEARED_BY_POLICE: Final = Question(
    id="cleared-by-police",
    things=(incident,),
    text="Have Victoria Police cleared the investigation of {incident} to begin?",
    answers=bool,
    working=False,
    why="the answer that keeps an investigation from beginning too soon",
    cites=("vic-news-2025/investigation/police-first",),
    first=2,
)
# Major impact: always for some, and judged for the rest.
is_judged_major: Final = Defined(
    (incident,), "the impact of {incident} [is] judged to be major", IMPACT.is_(incident, Impact.MAJOR)
)
ALWAYS_MAJOR: Final = Conclusion(
    "always-major", (incident,), "{incident} [is] of major impact, whatever it did", topic=Topic.STARTS
)
ALWAYS_MAJOR.row(
    "staff-or-carer",
    incident,
    when=is_client_incident(incident)
    & (is_abuse(incident) | is_neglect(incident))
    & (accuses_staff(incident) | accuses(incident, Position.CARER)),
    cites=["vic-child-protection-manual/definitions/staff-always-major"],
)
is_major: Final = Defined(
    (incident,),
    "{incident} [is] of major impact",
    is_client_incident(incident) & (ALWAYS_MAJOR(incident) | is_judged_major(incident)),
)

# Incidents to be investigated: a row for each sentence.
GOES.row(
    "abuse-by-staff",
    incident,
    INQUIRY.of(incident),
    when=is_major(incident) & is_abuse(incident) & accuses_staff(incident),
    cites=["vic-guidance-resources/investigations/major-abuse-by-staff"],
)
GOES.row(
    "abuse-by-a-client",
    incident,
    INQUIRY.of(incident),
    when=is_major(incident) & is_abuse(incident) & accuses(incident, Position.CLIENT),
    cites=["vic-guidance-resources/investigations/major-abuse-by-client"],
)
GOES.row(
    "neglect",
    incident,
    INQUIRY.of(incident),
    when=is_major(incident) & is_neglect(incident),
    cites=["vic-guidance-resources/investigations/major-neglect"],
)
GOES.row(
    "unexplained-injury",
    incident,
    INQUIRY.of(incident),
    when=is_major(incident) & is_unexplained(incident),
    cites=["vic-guidance-resources/investigations/major-unexplained-injury"],
)
GOES.row(
    "investigation-under-the-guide",
    incident,
    INQUIRY.of(incident),
    when=was_a_client_incident(incident)
    & is_judged_major(incident)
    & ((is_abuse(incident) & accuses_worker_or_client(incident)) | is_poor_care(incident) | is_unexplained(incident)),
    cites=["vic-guidance-resources/investigations/earlier-guide"],
)
is_inquiry_into: Final = Defined(
    (record, incident), "{record} [is] the investigation of {incident}", GOES(incident, record) & INQUIRY(record)
)
is_investigated: Final = Defined(
    (incident,), "{incident} [is] to be investigated", some(record, is_inquiry_into(record, incident))
)
is_inquiry: Final = Defined(
    (record,), "{record} [is] an investigation", some(incident, is_inquiry_into(record, incident))
)
RECORDS.row(
    "investigated",
    record,
    when=is_inquiry(record),
    cites=[
        "vic-guidance-resources/investigations/major-abuse-by-staff",
        "vic-guidance-resources/investigations/major-abuse-by-client",
        "vic-guidance-resources/investigations/major-neglect",
        "vic-guidance-resources/investigations/major-unexplained-injury",
    ],
)
RECORDS.row(
    "investigated-by-the-guide",
    record,
    when=is_inquiry(record),
    cites=["vic-guidance-resources/investigations/earlier-guide", "vic/update-2024/submitted-before"],
)

# The bar to an investigation, and its time.
is_cleared_on_file: Final = Defined(
    (incident,),
    "the investigation of {incident} [has] the clearing by Victoria Police on file",
    inquiry_has_taken(incident, CLEAR) & ~inquiry_stands_at(incident, WITH_THE_POLICE),
)
is_with_the_police: Final = Defined(
    (incident,),
    "Victoria Police [have] a report of {incident}, which they have not cleared",
    REPORTED_TO_POLICE(incident) & ~is_cleared_on_file(incident) & ~CLEARED_BY_POLICE(incident),
)


def extended_time_of(number: object) -> BusinessDays:
    """Return the business days of an extended investigation. If nobody says how much, assume the most of one form."""
    return BusinessDays(WITHIN + (number if isinstance(number, int) else ONE_FORM))


PERIOD: Final = Conclusion(
    "time-to-investigate",
    (incident, period),
    "the time to investigate {incident} [is] {period}",
    topic=Topic.TIMEFRAMES,
)
PERIOD.row(
    "28-business-days",
    incident,
    BusinessDays(WITHIN),
    when=is_investigated(incident),
    unless=some(number, is_duly_put_off(incident, number)),
    cites=["vic-news-2025/investigation/28-business-days"],
)
PERIOD.row(
    "extended",
    incident,
    Make(extended_time_of, (number,)),
    when=is_investigated(incident) & is_duly_put_off(incident, number),
    cites=["vic-news-2025/investigation/extension", "vic-news-2025/investigation/28-business-days"],
)

# Duties.
INQUIRIES: Final = Duties("investigation", (record,), step=4)
INQUIRIES.duty(
    "investigate",
    "investigate, and send the report of it",
    by=ORGANISATION,
    to=DEPARTMENT,
    modal=Modal.IS_TO,
    when=is_inquiry(record),
    cites=["vic-news-2025/investigation/28-business-days"],
)
INQUIRIES.duty(
    "wait",
    "begin the investigation before Victoria Police have cleared it",
    by=ORGANISATION,
    modal=Modal.MUST_NOT,
    when=some(incident, is_inquiry_into(record, incident) & is_with_the_police(incident)),
    cites=["vic-news-2025/investigation/police-first"],
)
INQUIRIES.duty(
    "extend",
    "ask, with the form for it, for up to 60 further business days",
    by=ORGANISATION,
    to=DEPARTMENT,
    modal=Modal.MAY,
    when=is_inquiry(record),
    cites=["vic-news-2025/investigation/extension"],
)
INQUIRIES.duty(
    "extend-again",
    "use a new form for more time, once the later day has passed",
    by=ORGANISATION,
    modal=Modal.IS_TO,
    after="extend",
    when=some(incident, is_inquiry_into(record, incident) & was_put_off(incident) & ~is_put_off_wrongly(incident)),
    cites=["vic-news-2025/investigation/extension-again"],
)
INQUIRIES.duty(
    "keep-the-first-day",
    "keep to the first day: one form puts it off by 1 to 60 business days, and what is recorded is outside that",
    by=ORGANISATION,
    modal=Modal.IS_TO,
    when=some(incident, is_inquiry_into(record, incident) & is_put_off_wrongly(incident)),
    cites=["vic-news-2025/investigation/extension", "vic-news-2025/investigation/28-business-days"],
)
