"""By when an incident report is due."""

from __future__ import annotations

from cimscore.calendars import Hours
from cimscore.policy import Modal
from cimscore.rules import Deadline, Facts, Record, Ruleset, Topic
from cimscore_vic_cims.duties.reports import is_incident_report, is_judged_to_be_major
from cimscore_vic_cims.readings.acting import ENDORSEMENT, Endorsement
from cimscore_vic_cims.submission import incident_of
from cimscore_vic_cims.timeframes.counting import business_days, due, start_of_clock, three_days_after

RULES: Ruleset[Deadline] = Ruleset(Topic.TIMEFRAMES)


def is_endorsed_within_the_three_days(facts: Facts, record: Record) -> bool:
    """the endorsement falls into the three days"""
    return facts.reading(ENDORSEMENT) is Endorsement.INSIDE


@RULES.rule("three-days", cites=["vic/reporting/three-days"], when=[is_incident_report])
def three_days(facts: Facts, record: Record) -> Deadline:
    """The report goes in inside three days of disclosure."""
    start = start_of_clock(facts, incident_of(record))
    return Deadline(act="report", due=three_days_after(facts, start), counted_from=start, modal=Modal.SHOULD)


@RULES.rule(
    "endorsed-in-three-days",
    cites=["vic/reporting/endorsement", "vic/reporting/three-days"],
    when=[is_incident_report, is_endorsed_within_the_three_days],
)
def endorsed_in_three_days(facts: Facts, record: Record) -> Deadline:
    """By one reading the delegates have to be done by then, too."""
    start = start_of_clock(facts, incident_of(record))
    return Deadline(act="endorse", due=three_days_after(facts, start), counted_from=start, modal=Modal.SHOULD)


@RULES.rule(
    "24-hours-for-major-impact",
    cites=["vic-news-2020/reporting/major-24-hours"],
    when=[is_incident_report, is_judged_to_be_major],
)
def hours_24(facts: Facts, record: Record) -> Deadline:
    """Until 2 February 2020 a report of major impact was due within 24 hours."""
    start = start_of_clock(facts, incident_of(record))
    return Deadline(act="report", due=due(facts, Hours(24), start), counted_from=start, modal=Modal.IS_TO)


@RULES.rule(
    "three-business-days",
    cites=[
        "vic-news-2020/reporting/major-three-business-days",
        "vic-news-2020/reporting/other-three-business-days",
    ],
    when=[is_incident_report],
)
def three_business_days(facts: Facts, record: Record) -> Deadline:
    """From 3 February 2020 to 8 December 2024 any report was due three business days after the provider knew."""
    start = start_of_clock(facts, incident_of(record))
    return Deadline(act="report", due=business_days(facts, 3, start), counted_from=start, modal=Modal.IS_TO)
