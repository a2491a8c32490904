"""Intake enquiries: their contents and duties."""

from __future__ import annotations

from typing import Final

from cimscore.rules import Duties
from cimscore_qld_child_safety.rules.people import is_enquiry
from cimscore_qld_child_safety.rules.vocabulary import record
from cimscore_qld_child_safety.words import THE_OFFICER, THE_TEAM_LEADER, Step

ENQUIRIES: Final = Duties("enquiry", (record,), step=Step.FILL_IN)
ENQUIRIES.duty(
    "event",
    "create an intake event with a record of every person who matters",
    by=THE_OFFICER,
    step=Step.CREATE,
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
    step=Step.CREATE,
    to="the Queensland Police Service",
    when=is_enquiry(record),
    cites=["qld/intake-enquiry/police"],
)
ENQUIRIES.duty(
    "forward",
    "finalise the intake enquiry and forward it for approval",
    by=THE_OFFICER,
    step=Step.FORWARD,
    to=THE_TEAM_LEADER,
    after="form",
    when=is_enquiry(record),
    cites=["qld/intake-enquiry/approval"],
)
ENQUIRIES.duty(
    "approve",
    "approve the intake enquiry",
    by=THE_TEAM_LEADER,
    step=Step.APPROVE,
    after="forward",
    when=is_enquiry(record),
    cites=["qld/intake-enquiry/approval"],
)
