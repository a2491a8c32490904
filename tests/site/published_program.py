"""An invented program of any size, with rules whose code is here and a worked example, for the tests of the pages."""

from __future__ import annotations

import datetime as dt
import enum

from cimscore.assessment import assess
from cimscore.composition import load_rulebook
from cimscore.policy import Clause, Disposition, Interpretation, Locator, Modal, PolicyEdition, Row, Table
from cimscore.rulebook import Rulebook, WorkedExample
from cimscore.rules import Duty, Edition, Facts, Household, PersonAt, PolicySource, Question, Record, Ruleset, Topic
from cimscore.testing.inline import InlinePlugin, inline_clause, inline_source
from cimscore.traceability import RecordedTest, build_trace
from cimscore.publishing.pages import Book, Shown
from cimscore.wire import read_example

EDITIONS = (
    PolicyEdition(id="1", title="First edition", from_=dt.date(2023, 1, 1), until=dt.date(2024, 7, 1)),
    PolicyEdition(id="2", title="Second edition", from_=dt.date(2024, 7, 1), changes=("One clause is new.",)),
)
HELPED = Question(
    id="helped", about=Household, text="Does anyone help this household?", answers=bool, decided_by="family-worker",
    weigh=("who comes by",), cites=("doc/plans/c3",),
)  # fmt: skip
PLACES = Table(
    id="offices", title="Which office sees to an area", rows=(Row("Exampleton", "North office", "doc/plans/c2"),)
)


class Helping(enum.StrEnum):
    """How *helped* is read."""

    DAILY = "daily"
    EVER = "ever"


UNCLEAR = Interpretation(
    id="helping", question="How often does somebody have to help?", taken=Helping.DAILY,
    readings={Helping.DAILY: "Every day.", Helping.EVER: "At any time."}, because="A child is there every day.",
    clauses=("doc/plans/c3",),
)  # fmt: skip

EXAMPLE = """
title: A child nobody helps with <b>bold</b> & | signs
shows: [doc/plans/c1]
case:
  cimscore: 1
  id: nobody
  programs: [invented]
  dates: {received: 2025-03-03T10:15+10:00}
  people:
    - {id: zoe, name: {given: Zoe, family: Example}, born: 2015-06-01}
    - {id: max, name: {given: Max, family: Example}, born: 1985-02-10}
  households: [{id: river, area: Exampleton}]
  residences:
    - {person: zoe, household: river, kind: full-time}
    - {person: max, household: river, kind: full-time}
  relationships: [{from: max, to: zoe, kind: parent}]
  notifier: {name: NOTIFIER}
expect: {}
"""


def _place(at: int) -> Locator:
    return Locator(heading=f"Part {at // 20}", position=at % 20 + 1)


def clauses(number: int) -> tuple[Clause, ...]:
    """So many clauses in chapters of twenty; the second is a table's, the third is left to a person."""
    left = {"disposition": Disposition.LEFT_TO_A_PERSON, "question": "invented/helped"}
    fixed = (
        inline_clause("doc/plans/c1", "A household with a child gets one plan [as *told*] | always.", ("1", "2")),
        inline_clause("doc/plans/c2", "The office of the area sees to it.", ("2",)),
        inline_clause("doc/plans/c3", "The worker judges whether anyone helps.", ("1", "2"), **left),
    )
    more = (
        inline_clause(
            f"doc/part-{at // 20}/c{at}", f"Statement number {at} says what it says.", ("2",), locator=_place(at)
        )
        for at in range(4, number + 1)
    )
    return (*fixed, *more)


def editions() -> Ruleset[Edition]:
    """The rule that chooses the edition: the second always holds."""
    chosen: Ruleset[Edition] = Ruleset(Topic.EDITIONS)

    @chosen.rule("the-second", cites=["doc/plans/c1"])
    def the_second(facts: Facts, source: PolicySource) -> Edition:
        """The second edition holds."""
        return Edition(id="2", on=dt.date(2025, 3, 3))

    return chosen


def rules(number: int) -> tuple[Ruleset[Record], Ruleset[Duty]]:
    """A rule about records, and a rule about duties for each of so many clauses."""
    records: Ruleset[Record] = Ruleset(Topic.RECORDS)
    duties: Ruleset[Duty] = Ruleset(Topic.DUTIES)

    def is_a_child_here(facts: Facts, who: PersonAt) -> bool:
        """is a child and lives here"""
        return facts.home.is_child(who.person) and facts.home.lives_in(who)

    def has_a_child(facts: Facts, home: Household) -> bool:
        """a child lives in the household"""
        return facts.some((PersonAt(person, home) for person in facts.people()), is_a_child_here)

    def is_rare(facts: Facts, record: Record) -> bool:
        """it is a rare record"""
        return record.kind == "rare"

    def is_helped(facts: Facts, home: Household) -> bool:
        """somebody helps the household"""
        return facts.ask(HELPED, home)

    @records.rule("one-plan", cites=["doc/plans/c1"], when=[has_a_child], unless=[is_helped])
    def one_plan(facts: Facts, home: Household) -> Record:
        """One plan for a household with a child."""
        facts.look_up(PLACES, "Exampleton")
        return Record(kind="care-plan", of=home)

    for at in range(4, number + 1):

        @duties.rule(f"do-{at}", cites=[f"doc/part-{at // 20}/c{at}"], when=[is_rare])
        def do(facts: Facts, record: Record) -> Duty:
            """Somebody does what a statement says."""
            return Duty(act="see", who="the worker", what="see to it", modal=Modal.SHOULD)

    return records, duties


def rulebook(number: int = 6, **rest: object) -> Rulebook:
    """The rulebook of a program with so many clauses, and a rule for each third of them."""
    held = clauses(number)
    rulesets = (editions(), *rules(max(3, number // 3)))
    given = {"clauses": held, "rulesets": rulesets, "questions": (HELPED, PLACES, UNCLEAR), **rest}
    return load_rulebook([InlinePlugin(sources=(inline_source("doc", EDITIONS),), **given)])


def example(book: Rulebook, notifier: str = "Nobody Example") -> WorkedExample:
    """The worked example."""
    return read_example(EXAMPLE.replace("NOTIFIER", notifier), "invented", "nobody", book)


def book_of(
    held: Rulebook, *, tests: tuple[RecordedTest, ...] = (), notifier: str = "Nobody Example", **rest: object
) -> Book:
    """Everything the pages are made from."""
    shown = example(held, notifier)
    assessment = assess(shown.case, held)
    trace = build_trace(held, tests, [shown])
    written = (Shown(program="invented", example=shown, assessment=assessment, document="id: nobody\n"),)
    return Book(rulebook=held, trace=trace, programs=("invented",), shown=written, **rest)
