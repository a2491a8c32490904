"""What kind of record it is."""

from __future__ import annotations

from cimscore.rules import Concern, Facts, Record
from cimscore_qld_child_safety.conditions.concerns import is_duplicate
from cimscore_qld_child_safety.words import Kind

ICMS = frozenset({Kind.NOTIFICATION, Kind.REPORT, Kind.ENQUIRY, Kind.ADDITIONAL, Kind.COMBINED, Kind.CASE_NOTE})
INTAKE_FORMS = frozenset({Kind.NOTIFICATION, Kind.REPORT, Kind.ENQUIRY})


def is_notification(facts: Facts, record: Record) -> bool:
    """it is a notification"""
    return record.kind == Kind.NOTIFICATION


def is_report(facts: Facts, record: Record) -> bool:
    """it is a child concern report"""
    return record.kind == Kind.REPORT


def is_enquiry(facts: Facts, record: Record) -> bool:
    """it is an intake enquiry"""
    return record.kind == Kind.ENQUIRY


def is_limited_response(facts: Facts, record: Record) -> bool:
    """it is a limited intake response"""
    return record.kind == Kind.LIMITED


def is_additional(facts: Facts, record: Record) -> bool:
    """they are additional notified concerns"""
    return record.kind == Kind.ADDITIONAL


def is_combined_report(facts: Facts, record: Record) -> bool:
    """new information is combined with a report not approved yet"""
    return record.kind == Kind.COMBINED


def is_case_note(facts: Facts, record: Record) -> bool:
    """it is a case note of received concerns"""
    return record.kind == Kind.CASE_NOTE


def is_outside_icms(facts: Facts, record: Record) -> bool:
    """it is kept outside ICMS because nothing identifies the child"""
    return record.kind == Kind.UNIDENTIFIED


def is_in_icms(facts: Facts, record: Record) -> bool:
    """it is made in ICMS"""
    return record.kind in ICMS


def has_an_intake_form(facts: Facts, record: Record) -> bool:
    """it is an intake event with an intake form"""
    return record.kind in INTAKE_FORMS


def is_of_a_duplicate(facts: Facts, record: Record) -> bool:
    """it records a duplicate"""
    if record.kind != Kind.REPORT or not isinstance(record.of, Concern):
        return False
    return facts.holds(is_duplicate, record.of)


def is_of_new_concerns(facts: Facts, record: Record) -> bool:
    """it records concerns that are new"""
    return not facts.holds(is_of_a_duplicate, record)
