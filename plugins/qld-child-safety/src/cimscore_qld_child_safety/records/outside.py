"""Records beside notifications and reports: enquiries, limited responses, case notes, and what ICMS cannot hold."""

from __future__ import annotations

from cimscore.rules import Concern, Facts, Record, Ruleset, TheCase, Topic
from cimscore_qld_child_safety.conditions.carriage import is_kept_outside
from cimscore_qld_child_safety.conditions.concerns import (
    is_an_enquiry,
    is_identified,
    is_limited,
    is_new,
    is_unidentified,
)
from cimscore_qld_child_safety.conditions.reports import is_noted
from cimscore_qld_child_safety.words import Kind

RULES: Ruleset[Record] = Ruleset(Topic.RECORDS)


@RULES.rule("intake-enquiry", cites=["qld/intake-enquiry/event"], when=[is_new, is_identified, is_an_enquiry])
def enquiry(facts: Facts, concern: Concern) -> Record:
    """What is answered as an intake enquiry has an intake event."""
    return Record(kind=Kind.ENQUIRY, of=concern)


@RULES.rule("limited-intake-response", cites=["qld/limited-intake/form"], when=[is_new, is_limited])
def limited(facts: Facts, concern: Concern) -> Record:
    """What gets a limited intake response has its form."""
    return Record(kind=Kind.LIMITED, of=concern)


def a_concern_is_noted(facts: Facts, case: TheCase) -> bool:
    """a concern below the threshold is about a child for whom an ongoing intervention is open"""
    return facts.some(facts.concerns(), is_noted)


@RULES.rule("received-concerns-case-note", cites=["qld/child-concern-report/case-note"], when=[a_concern_is_noted])
def case_note(facts: Facts, case: TheCase) -> Record:
    """Concerns below the threshold during ongoing intervention are written up as a case note."""
    return Record(kind=Kind.CASE_NOTE, of=case)


def a_concern_is_kept_outside(facts: Facts, case: TheCase) -> bool:
    """there is a concern other than one with a limited intake response"""
    return facts.some(facts.concerns(), is_kept_outside)


@RULES.rule(
    "unidentified-concerns",
    cites=["qld/no-identifying-information/not-in-icms", "qld/duplicates/record-everything"],
    when=[is_unidentified, a_concern_is_kept_outside],
)
def unidentified(facts: Facts, case: TheCase) -> Record:
    """Concerns about a child whom nothing identifies are kept outside ICMS."""
    return Record(kind=Kind.UNIDENTIFIED, of=case)
