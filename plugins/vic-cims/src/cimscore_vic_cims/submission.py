"""When a report was submitted, in which of several meanings, and the day that therefore chooses the policy."""

from __future__ import annotations

import datetime as dt

from cimscore.case import Moment
from cimscore.rules import Concern, Facts, Record, TheCase
from cimscore_vic_cims.questions.clocks import ASSESSED, DISCLOSED, SUBMISSION
from cimscore_vic_cims.questions.provider import OWN_SYSTEM
from cimscore_vic_cims.readings.editions import (
    EARLIER_EDITIONS_BY,
    OWN_SYSTEM_SUBMITS,
    RESUBMITTED,
    SUBMITTED_MEANS,
    EarlierEditionsBy,
    OwnSystem,
    Resubmitted,
    SubmittedMeans,
)
from cimscore_vic_cims.sources import CIMS_PAGE
from cimscore_vic_cims.words import ARRIVE, ENDORSE, FIRST_DAY_OF_THE_POLICY, INCIDENT_REPORT, SUBMIT


def report_on(concern: Concern) -> Record:
    """The incident report on an incident."""
    return Record(kind=INCIDENT_REPORT, of=concern)


def incident_of(record: Record) -> Concern:
    """The incident that a record is on.

    Raises:
        TypeError: The record is on something else; records of this program never are.
    """
    if not isinstance(record.of, Concern):
        raise TypeError(f"{record} is not a record on an incident")
    return record.of


def submitting_move(facts: Facts) -> str:
    """The step of a report that is its submission."""
    match facts.reading(SUBMITTED_MEANS):
        case SubmittedMeans.ENDORSE:
            return ENDORSE
        case SubmittedMeans.ARRIVE:
            return ARRIVE
        case SubmittedMeans.SUBMIT:
            arrives = facts.ask(OWN_SYSTEM, TheCase()) and facts.reading(OWN_SYSTEM_SUBMITS) is OwnSystem.ARRIVAL
            return ARRIVE if arrives else SUBMIT


def submitted(facts: Facts, concern: Concern) -> Moment | None:
    """When the report on an incident was submitted; None when it has not been."""
    first = facts.reading(RESUBMITTED) is Resubmitted.FIRST
    return facts.moved(report_on(concern), submitting_move(facts), first=first)


def governing_day(facts: Facts, concern: Concern) -> dt.date:
    """The day that chooses the policy for an incident.

    While the report is not submitted it is the day of the assessment; that is provisional only while a
    later policy is known to follow.
    """
    moment = submitted(facts, concern)
    if moment is None:
        return expected_day(facts, concern)
    day = facts.days.day_of(moment)
    return day if day >= FIRST_DAY_OF_THE_POLICY else earlier_day(facts, concern, day)


def expected_day(facts: Facts, concern: Concern) -> dt.date:
    """The day on which a report will be submitted, as far as it makes a difference."""
    today = facts.days.day_of(facts.as_at())
    held = CIMS_PAGE.edition_on(today)
    if held is not None and held.until is None:
        return today
    return facts.ask(SUBMISSION, concern, propose=today)


def earlier_day(facts: Facts, concern: Concern, submission: dt.date) -> dt.date:
    """The day that chooses among the editions before December 2024."""
    match facts.reading(EARLIER_EDITIONS_BY):
        case EarlierEditionsBy.SUBMISSION:
            return submission
        case EarlierEditionsBy.OCCURRENCE:
            return facts.days.day_of(facts.occurred(concern))
        case EarlierEditionsBy.DISCLOSURE:
            return facts.days.day_of(facts.ask(DISCLOSED, concern))


def assessed_concern(facts: Facts) -> Concern | None:
    """The incident whose report chooses the policy; asked only where several would choose differently."""
    concerns = facts.concerns()
    if not concerns:
        return None
    chosen = {CIMS_PAGE.edition_on(governing_day(facts, concern)) for concern in concerns}
    return concerns[0] if len(chosen) == 1 else facts.ask(ASSESSED, TheCase(), among=concerns)
