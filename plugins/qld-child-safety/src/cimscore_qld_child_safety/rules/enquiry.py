"""An intake enquiry: what it asks for."""

from __future__ import annotations

from typing import Final

from cimscore.rules import Defined, Duties
from cimscore_qld_child_safety.rules.events import RECORDS
from cimscore_qld_child_safety.rules.vocabulary import ENQUIRY, record
from cimscore_qld_child_safety.words import THE_OFFICER, THE_TEAM_LEADER

is_enquiry: Final = Defined((record,), "{record} [is] an intake enquiry", RECORDS(record) & ENQUIRY(record))

ENQUIRIES: Final = Duties("enquiry", (record,), step=1)
ENQUIRIES.duty(
    "event",
    "create an intake event with a record of every person who matters",
    by=THE_OFFICER,
    when=is_enquiry(record),
    cites=["qld/intake-enquiry/event"],
)
ENQUIRIES.duty(
    "form",
    "complete the intake form with the outcome intake enquiry",
    by=THE_OFFICER,
    after="event",
    when=is_enquiry(record),
    cites=["qld/intake-enquiry/form"],
)
ENQUIRIES.duty(
    "police",
    "forward everything relevant by the Police referral, if relevant",
    by=THE_OFFICER,
    to="the Queensland Police Service",
    when=is_enquiry(record),
    cites=["qld/intake-enquiry/police"],
)
ENQUIRIES.duty(
    "approve",
    "approve the intake enquiry",
    by=THE_TEAM_LEADER,
    after="form",
    when=is_enquiry(record),
    cites=["qld/intake-enquiry/approval"],
)
