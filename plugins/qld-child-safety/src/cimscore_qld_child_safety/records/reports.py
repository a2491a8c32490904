"""Child concern reports: for a household, for a child of their own, for a duplicate."""

from __future__ import annotations

from cimscore.rules import Concern, Facts, Household, PersonAt, Record, Ruleset, Topic
from cimscore_qld_child_safety.conditions.carriage import has_a_reported_concern, is_reported_alone
from cimscore_qld_child_safety.conditions.concerns import is_duplicate, is_identified
from cimscore_qld_child_safety.conditions.events import is_the_infant, is_the_recorded, is_the_responsible
from cimscore_qld_child_safety.records.notifications import is_harm_household, there_are_duplicates
from cimscore_qld_child_safety.things import Event
from cimscore_qld_child_safety.words import Kind

RULES: Ruleset[Record] = Ruleset(Topic.RECORDS)


def is_reported_here(facts: Facts, home: Household) -> bool:
    """a concern that belongs to its children in common is answered by a child concern report"""
    return facts.holds(has_a_reported_concern, Event(home))


def is_reported_apart(facts: Facts, who: PersonAt) -> bool:
    """a concern that belongs to their own event is answered by a child concern report"""
    return facts.holds(has_a_reported_concern, Event(who.household, who.person))


@RULES.rule(
    "child-concern-report",
    cites=["qld/child-concern-report/event", "qld/child-concern-report/later-concerns"],
    when=[is_harm_household, is_reported_here],
)
def report(facts: Facts, home: Household) -> Record:
    """Concerns below the threshold get a child concern report in a new intake event."""
    return Record(kind=Kind.REPORT, of=home)


@RULES.rule(
    "report-beside-duplicates",
    cites=["qld/duplicates/new-and-duplicate"],
    when=[is_harm_household, there_are_duplicates, is_reported_here],
)
def beside_duplicates(facts: Facts, home: Household) -> Record:
    """New concerns that come along with duplicates are reported as any others."""
    return Record(kind=Kind.REPORT, of=home)


@RULES.rule(
    "own-report-of-the-infant",
    cites=["qld/subject-or-other/adolescent-and-infant"],
    when=[is_the_infant, is_reported_apart],
)
def of_the_infant(facts: Facts, who: PersonAt) -> Record:
    """The infant of an adolescent subject child has a report of their own."""
    return Record(kind=Kind.REPORT, of=who.household, focus=who.person)


@RULES.rule(
    "own-report-of-the-responsible-child",
    cites=[
        "qld/subject-or-other/responsible-for-sibling",
        "age-by-statute/s-37a/start-of-birthday",
        "age-by-case/age/born-29-february",
    ],
    when=[is_the_responsible, is_reported_apart],
)
def of_the_responsible_child(facts: Facts, who: PersonAt) -> Record:
    """A subject child of ten or more, said to have harmed a sibling, has a report of their own."""
    return Record(kind=Kind.REPORT, of=who.household, focus=who.person)


@RULES.rule(
    "own-report-of-a-recorded-child",
    cites=["qld/subject-or-other/responsible-new-event"],
    when=[is_the_recorded, is_reported_apart],
)
def of_a_recorded_child(facts: Facts, who: PersonAt) -> Record:
    """A subject child on file as one, now said to be responsible for harm, has a report of their own."""
    return Record(kind=Kind.REPORT, of=who.household, focus=who.person)


@RULES.rule(
    "report-without-a-household",
    cites=["qld/no-identifying-information/no-address", "qld/duplicates/record-everything"],
    when=[is_reported_alone],
)
def without_a_household(facts: Facts, concern: Concern) -> Record:
    """A reported concern that leads to no household of the case still gets its report."""
    return Record(kind=Kind.REPORT, of=concern)


@RULES.rule(
    "duplicate",
    cites=[
        "qld/duplicates/information-and-advice",
        "qld/duplicates/new-and-duplicate-rest",
        "qld/duplicates/record-everything",
        "qld/record-notification/already-recorded",
    ],
    when=[is_duplicate, is_identified],
)
def duplicate(facts: Facts, concern: Concern) -> Record:
    """A duplicate becomes a child concern report, even where it reaches the threshold for a notification."""
    return Record(kind=Kind.REPORT, of=concern)
