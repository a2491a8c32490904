"""Investigating an incident."""

from __future__ import annotations

from typing import Final

from cimscore.policy import Modal
from cimscore.rules import Duty, Facts, Record, Ruleset, Topic
from cimscore_vic_cims.questions.investigation import CLEARED_BY_POLICE, EXTENDED_BY, REPORTED_TO_POLICE
from cimscore_vic_cims.submission import incident_of, report_on
from cimscore_vic_cims.words import ENDORSE, EXTEND, INVESTIGATION

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)

ONE_FORM: Final = 60
"""By how many business days one form puts the day off at most."""


def is_investigation(facts: Facts, record: Record) -> bool:
    """it is an investigation"""
    return record.kind == INVESTIGATION


def is_endorsed(facts: Facts, record: Record) -> bool:
    """the incident report has been endorsed"""
    return facts.moved(report_on(incident_of(record)), ENDORSE, first=True) is not None


def is_extended(facts: Facts, record: Record) -> bool:
    """the day of its report was put off"""
    return facts.moved(record, EXTEND) is not None


def is_extended_again(facts: Facts, record: Record) -> bool:
    """the day of its report was put off more than once"""
    return facts.moved(record, EXTEND, first=True) != facts.moved(record, EXTEND)


def is_extended_as_far_as_allowed(facts: Facts, record: Record) -> bool:
    """it was put off by no more than 60 business days with each form"""
    in_all = facts.ask(EXTENDED_BY, incident_of(record))
    return in_all >= 1 and (in_all <= ONE_FORM or facts.holds(is_extended_again, record))


def is_with_the_police(facts: Facts, record: Record) -> bool:
    """Victoria Police have a report of it"""
    return facts.ask(REPORTED_TO_POLICE, incident_of(record))


def is_cleared(facts: Facts, record: Record) -> bool:
    """Victoria Police have cleared it to begin"""
    return facts.ask(CLEARED_BY_POLICE, incident_of(record))


@RULES.rule("investigate", cites=["vic-news-2025/investigation/28-business-days"], when=[is_investigation])
def investigate(facts: Facts, record: Record) -> Duty:
    """The report of the investigation goes to the department."""
    what = "investigate, and send the report of it"
    return Duty(act="investigate", who="the organisation", what=what, to="the department", modal=Modal.IS_TO)


@RULES.rule(
    "wait-for-the-police",
    cites=["vic-news-2025/investigation/police-first"],
    when=[is_investigation, is_with_the_police],
    unless=[is_cleared],
)
def wait_for_the_police(facts: Facts, record: Record) -> Duty:
    """While Victoria Police have it, the investigation waits."""
    what = "begin the investigation before Victoria Police have cleared it"
    return Duty(act="wait", who="the organisation", what=what, modal=Modal.MUST_NOT)


@RULES.rule("ask-for-more-time", cites=["vic-news-2025/investigation/extension"], when=[is_investigation])
def ask_for_more_time(facts: Facts, record: Record) -> Duty:
    """The day can be put off by up to 60 further business days, with a form."""
    what = "ask, with the form for it, for up to 60 further business days"
    return Duty(act="extend", who="the organisation", what=what, to="the department", modal=Modal.MAY)


@RULES.rule(
    "new-form",
    cites=["vic-news-2025/investigation/extension-again"],
    when=[is_investigation, is_extended],
)
def new_form(facts: Facts, record: Record) -> Duty:
    """Once the later day has passed, more time takes a new form."""
    what = "use a new form for more time, once the later day has passed"
    return Duty(act="extend-again", who="the organisation", what=what, modal=Modal.IS_TO, after="extend")


@RULES.rule(
    "keep-the-first-day",
    cites=["vic-news-2025/investigation/extension"],
    when=[is_investigation, is_extended],
    unless=[is_extended_as_far_as_allowed],
)
def keep_the_first_day(facts: Facts, record: Record) -> Duty:
    """What is recorded as put off by more than one form allows, or by no day, does not put the day off."""
    what = "keep to the first day: one form puts it off by 1 to 60 business days, and what is recorded is outside that"
    return Duty(act="keep-the-first-day", who="the organisation", what=what, modal=Modal.IS_TO)
