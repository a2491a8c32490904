"""Laws of every decision: each incident ends in a report or a reason, and everything owed has its clock.

Add a line here when something must never be missing. A decision that breaks a law is not final.
"""

from __future__ import annotations

import enum
from typing import Final

from cimscore.rules import Conclusion, Defined, Topic, Value, some
from cimscore.rules.vocabulary import (
    is_about,
    is_concern,
    occurred,
    record_has_taken,
    record_stands_at,
    responsible_for,
    was_present,
)
from cimscore_vic_cims.rules.earlier import AT_ONCE, MONTHLY, THREE_BUSINESS_DAYS
from cimscore_vic_cims.rules.editions import EDITION, NEWS_2025
from cimscore_vic_cims.rules.incident import GOES, NOT_REPORTABLE, is_report, is_reported
from cimscore_vic_cims.rules.investigation import is_investigated
from cimscore_vic_cims.rules.moments import is_told
from cimscore_vic_cims.rules.police import INVESTIGATE, INVESTIGATE_ONCE_CLEARED
from cimscore_vic_cims.rules.report import REPORT_IT
from cimscore_vic_cims.rules.roles import ROLES
from cimscore_vic_cims.rules.scope import OUT
from cimscore_vic_cims.rules.vocabulary import incident, moment, person, reason, record
from cimscore_vic_cims.rules.warnings import OUT_OF_ORDER
from cimscore_vic_cims.words import RETURN, RETURNED, ReportRole

role: Final[Value[enum.StrEnum]] = Value("role", ReportRole)

ENDS_SOMEWHERE: Final = Conclusion(
    "ends-somewhere",
    (incident,),
    "{incident} [ends] in a report, else in a reason why it has none",
    topic=Topic.LAWS,
    owes=is_concern(incident),
)
ENDS_SOMEWHERE.row("reported", incident, when=is_reported(incident), cites=["vic/beginnings/funded-organisations"])
ENDS_SOMEWHERE.row(
    "out-of-scope", incident, when=some(reason, OUT(incident, reason)), cites=["vic/beginnings/funded-organisations"]
)
ENDS_SOMEWHERE.row(
    "not-reportable",
    incident,
    when=some(reason, NOT_REPORTABLE(incident, reason)),
    cites=["vic/beginnings/funded-organisations"],
)

# Of what happened on a day that nobody tells, no order is claimed.
has_its_moment: Final = Defined(
    (incident,), "{incident} [has] a moment that is told", some(moment, occurred(incident, moment) & is_told(moment))
)
is_out_of_order: Final = Defined(
    (incident,),
    "the moments of {incident} [contradict|do not contradict] each other",
    some(reason, OUT_OF_ORDER(incident, reason)),
)

IN_ORDER: Final = Conclusion(
    "in-order",
    (incident,),
    "the order of the moments of {incident} [is] possible",
    topic=Topic.LAWS,
    owes=has_its_moment(incident) | is_out_of_order(incident),
    unmet=("Two of its moments contradict each other.", "Read the warning, and correct the one that is wrong."),
)
IN_ORDER.row(
    "no-contradiction",
    incident,
    when=has_its_moment(incident),
    unless=is_out_of_order(incident),
    cites=["vic/beginnings/funded-organisations"],
)

HAS_ITS_CLOCK: Final = Conclusion(
    "has-its-clock",
    (incident,),
    "the report on {incident} [has] its time",
    topic=Topic.LAWS,
    owes=is_reported(incident),
)
HAS_ITS_CLOCK.row(
    "three-days",
    incident,
    when=REPORT_IT.part("owed")(incident),
    cites=["vic/reporting/three-days"],
)
HAS_ITS_CLOCK.row(
    "24-hours",
    incident,
    when=AT_ONCE.part("owed")(incident),
    cites=["vic-news-2020/reporting/major-24-hours"],
)
HAS_ITS_CLOCK.row(
    "monthly",
    incident,
    when=MONTHLY.part("owed")(incident),
    cites=["vic-news-2020/reporting/other-monthly"],
)
HAS_ITS_CLOCK.row(
    "three-business-days",
    incident,
    when=THREE_BUSINESS_DAYS.part("owed")(incident),
    cites=["vic-news-2020/reporting/major-three-business-days"],
)

SUBMITTED_AGAIN: Final = Conclusion(
    "submitted-again-since",
    (record,),
    "{record}, which was returned, [has] been submitted again",
    topic=Topic.LAWS,
    owes=is_report(record) & record_has_taken(record, RETURN),
    unmet=("It was sent back, and nothing came after that.", "Correct it and submit it again."),
)
SUBMITTED_AGAIN.row(
    "submitted-since",
    record,
    when=is_report(record) & record_has_taken(record, RETURN),
    unless=record_stands_at(record, RETURNED),
    cites=["vic/beginnings/funded-organisations"],
)

INVESTIGATED_IN_TIME: Final = Conclusion(
    "investigation-has-its-clock",
    (incident,),
    "the investigation of {incident} [has] its time, else a reason why it has none",
    topic=Topic.LAWS,
    owes=is_investigated(incident),
)
INVESTIGATED_IN_TIME.row(
    "28-business-days",
    incident,
    when=INVESTIGATE.part("owed")(incident),
    cites=["vic-news-2025/investigation/28-business-days"],
)
INVESTIGATED_IN_TIME.row(
    "waits-for-the-endorsement",
    incident,
    when=INVESTIGATE.part("waiting")(incident),
    cites=["vic-news-2025/investigation/28-business-days"],
)
INVESTIGATED_IN_TIME.row(
    "once-cleared",
    incident,
    when=INVESTIGATE_ONCE_CLEARED.part("owed")(incident),
    cites=["vic-news-2025/investigation/28-business-days"],
)
INVESTIGATED_IN_TIME.row(
    "waits-for-the-clearing",
    incident,
    when=INVESTIGATE_ONCE_CLEARED.part("waiting")(incident),
    cites=["vic-news-2025/investigation/police-first"],
)
INVESTIGATED_IN_TIME.row(
    "not-in-the-sources",
    incident,
    when=is_investigated(incident),
    unless=EDITION(NEWS_2025, "2025-11"),
    cites=["vic/beginnings/funded-organisations"],
)

is_named_in: Final = Defined(
    (person, record),
    "the incident of {record} [names] {person}",
    some(
        incident,
        GOES(incident, record)
        & (is_about(incident, person) | responsible_for(incident, person) | was_present(incident, person)),
    ),
)
HAS_A_ROLE: Final = Conclusion(
    "has-a-role",
    (person, record),
    "{person}, whom the incident names, [has] a role in {record}",
    topic=Topic.LAWS,
    owes=is_named_in(person, record),
)
HAS_A_ROLE.row(
    "some-role",
    person,
    record,
    when=some(role, ROLES(person, record, role)),
    cites=["vic/reporting/reportable"],
)
HAS_A_ROLE.row(
    "some-role-by-the-guide",
    person,
    record,
    when=some(role, ROLES(person, record, role)),
    cites=["vic/update-2024/submitted-before"],
)
