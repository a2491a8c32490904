"""By when the report of an investigation is due."""

from __future__ import annotations

from typing import Final

from cimscore.case import Moment
from cimscore.policy import Modal
from cimscore.rules import Deadline, Facts, Record, Ruleset, Topic, all_of
from cimscore_vic_cims.duties.investigations import (
    is_endorsed,
    is_extended,
    is_extended_as_far_as_allowed,
    is_investigation,
)
from cimscore_vic_cims.questions.investigation import EXTENDED_BY
from cimscore_vic_cims.submission import incident_of, report_on
from cimscore_vic_cims.timeframes.counting import business_days
from cimscore_vic_cims.words import ENDORSE

RULES: Ruleset[Deadline] = Ruleset(Topic.TIMEFRAMES)

BUSINESS_DAYS: Final = 28
was_duly_extended = all_of(is_extended, is_extended_as_far_as_allowed)


def endorsed_at(facts: Facts, record: Record) -> Moment:
    """When the incident report was endorsed.

    Raises:
        LookupError: It has not been; a condition tests that before.
    """
    moment = facts.moved(report_on(incident_of(record)), ENDORSE, first=True)
    if moment is None:
        raise LookupError(f"the report on {record.of} has not been endorsed")
    return moment


@RULES.rule(
    "28-business-days",
    cites=["vic-news-2025/investigation/28-business-days"],
    when=[is_investigation, is_endorsed],
    unless=[was_duly_extended],
)
def within_28(facts: Facts, record: Record) -> Deadline:
    """The report of an investigation is with the department 28 business days after the endorsement."""
    start = endorsed_at(facts, record)
    due = business_days(facts, BUSINESS_DAYS, start)
    return Deadline(act="investigate", due=due, counted_from=start, modal=Modal.IS_TO)


@RULES.rule(
    "extended",
    cites=["vic-news-2025/investigation/extension", "vic-news-2025/investigation/28-business-days"],
    when=[is_investigation, is_endorsed, was_duly_extended],
)
def extended(facts: Facts, record: Record) -> Deadline:
    """That day can be put off by up to 60 further business days."""
    start, more = endorsed_at(facts, record), facts.ask(EXTENDED_BY, incident_of(record))
    due = business_days(facts, BUSINESS_DAYS + more, start)
    return Deadline(act="investigate", due=due, counted_from=start, modal=Modal.IS_TO)
