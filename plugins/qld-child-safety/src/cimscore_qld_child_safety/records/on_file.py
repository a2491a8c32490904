"""What is added to a record on file: to an open investigation, or to a report not approved yet."""

from __future__ import annotations

from cimscore.rules import EarlierRecord, Facts, Record, Ruleset, Topic
from cimscore_qld_child_safety.conditions.additions import adds_to, is_an_open_investigation
from cimscore_qld_child_safety.conditions.reports import combines_with, is_pending
from cimscore_qld_child_safety.things import Addition
from cimscore_qld_child_safety.words import Kind

RULES: Ruleset[Record] = Ruleset(Topic.RECORDS)


def takes_a_new_concern(facts: Facts, record: EarlierRecord) -> bool:
    """a new concern about a subject child of it is added, with no second notification in its place"""
    return facts.some((Addition(concern, record) for concern in facts.concerns()), adds_to)


def takes_a_combined_concern(facts: Facts, record: EarlierRecord) -> bool:
    """a new concern about the child or family is combined with it"""
    return facts.some((Addition(concern, record) for concern in facts.concerns()), combines_with)


@RULES.rule(
    "additional-notified-concerns",
    cites=["qld/additional-concerns/form", "qld/additional-concerns/new-persons"],
    when=[is_an_open_investigation, takes_a_new_concern],
)
def additional(facts: Facts, record: EarlierRecord) -> Record:
    """New concerns about a subject child of an open investigation are added to it."""
    return Record(kind=Kind.ADDITIONAL, of=record)


@RULES.rule(
    "combined-report",
    cites=["qld/child-concern-report/combine-or-separate"],
    when=[is_pending, takes_a_combined_concern],
)
def combined(facts: Facts, record: EarlierRecord) -> Record:
    """New information is combined with a report not approved yet, where that was agreed."""
    return Record(kind=Kind.COMBINED, of=record)
