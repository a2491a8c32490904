"""Organisation that reports, people who may make a report, and the step that makes an incident reported.

Add a line here when a policy says who reports, or how. Contents and clocks of a report: report.py.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Comparison, Conclusion, Defined, Question, Topic, Value, some
from cimscore.rules.vocabulary import happened_in, is_about
from cimscore_vic_cims.readings.acting import (
    ANY_STAFF_MEMBER,
    REPORTED_WHEN,
    WHO_REPORTS,
    AnyStaffMember,
    ReportedWhen,
    WhoReports,
)
from cimscore_vic_cims.rules.households import PLACEMENT, lives_in_two_placements
from cimscore_vic_cims.rules.incident import is_reported
from cimscore_vic_cims.rules.vocabulary import OWN_SYSTEM, client, home, incident

THE_ONE_DELIVERING: Final = "the organisation that was delivering its service"
THE_ONE_OF_THE_PLACEMENT: Final = "the organisation in whose placement it happened"
EACH: Final = "each organisation that delivers a service to the client"

way_to_report: Final = Value("way of reporting", str)
maker: Final = Value("maker", str)
organisation: Final = Value("organisation", str)

ORGANISATION: Final = Question(
    id="organisation",
    things=(home,),
    text="Which organisation delivers the placement in {home}?",
    answers=str,
    cites=("vic/reporting/endorsement",),
)

# The organisation that reports.
is_of_two_placements: Final = Defined(
    (incident,),
    "{incident} [is] about a client who lives in two placements",
    some(client, is_about(incident, client) & lives_in_two_placements(client)),
)


def is_said(name: object) -> bool:
    """Return True if a name is known."""
    return isinstance(name, str)


named: Final = Comparison("{0} [is] named", is_said)
happened_in_a_household: Final = Defined(
    (incident,), "{incident} [happened|did not happen] in a household", some(home, happened_in(incident, home))
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
    & some(home, happened_in(incident, home) & PLACEMENT(home) & ORGANISATION.is_(home, organisation))
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

# The step that makes an incident reported, and the way it is sent.
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
