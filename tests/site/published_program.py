"""An invented program of any size, with rows whose code is here and a worked example, for the tests of the pages."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

from cimscore.case import Moment
from cimscore.composition import vocabulary_of
from cimscore.policy import Clause, Disposition, Locator, PolicyEdition, Row, Source
from cimscore.publishing.pages import Book, ShownExample, shown_of
from cimscore.rulebook import Declarations, Identity, Rulebook, WorkedExample, build_rulebook
from cimscore.rules import (
    Conclusion,
    Defined,
    Duties,
    Household,
    Person,
    Question,
    Reading,
    Record,
    RecordKind,
    Rows,
    Table,
    Topic,
    Value,
    covers,
    editions_table,
    some,
)
from cimscore.rules.families import is_child
from cimscore.rules.vocabulary import assessed_at, in_area, lives_in
from cimscore.traceability import RecordedTest, build_trace
from cimscore.wire import read_case, read_example

EDITIONS: Final = (
    PolicyEdition(id="1", title="First edition", from_=dt.date(2023, 1, 1), until=dt.date(2024, 7, 1)),
    PolicyEdition(id="2", title="Second edition", from_=dt.date(2024, 7, 1), changes=("One clause is new.",)),
)

TODAY: Final = dt.date(2025, 3, 10)

child: Final = Person("child")
home: Final = Household("home")
record: Final = Record("record")
area: Final = Value("area", str)
office: Final = Value("office", str)
moment: Final = Value("moment", Moment)
governs: Final = Value("edition", str)

PLAN: Final = RecordKind("care-plan", "care plan of {home}")
RARE: Final = RecordKind("rare", "rare record of {home}")
HELPED: Final = Question(
    id="helped", things=(home,), text="Does anyone help {home}?", answers=bool, decided_by="family-worker",
    weigh=("who comes by",), cites=("doc/plans/c3",),
)  # fmt: skip
OFFICES: Final = Table("offices", "Which office sees to an area", (Row("Exampleton", "North office", "doc/plans/c2"),))
has_an_office: Final = Defined(
    (home,),
    "an office [sees|does not see] to {home}",
    some((area, office), in_area(home, area) & OFFICES(area, office)),
)
has_a_child: Final = Defined((home,), "a child [lives] in {home}", some(child, is_child(child) & lives_in(child, home)))


class Helping(enum.StrEnum):
    """How *helped* is read."""

    DAILY = "daily"
    EVER = "ever"


UNCLEAR: Final = Reading(
    id="helping",
    question="How often does somebody have to help?",
    readings={Helping.DAILY: "Every day.", Helping.EVER: "At any time."},
    taken=Helping.DAILY,
    because="A child is there every day.",
    clauses=("doc/plans/c3",),
)

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


def inline_clause(id: str, text: str, editions: tuple[str, ...], **rest: Any) -> Clause:
    """An invented clause, encoded unless `rest` says otherwise."""
    given = {"locator": Locator(heading="Heading", position=1), "disposition": Disposition.ENCODED, **rest}
    return Clause(id=id, source="doc", statements=(), text=text, editions=editions, digest="", **given)


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


def tables(number: int, *, with_acts: bool = False) -> Mapping[Topic, tuple[Rows, ...]]:
    """The edition, a row about records, and a duty for each of so many clauses, in tables of twenty.

    Args:
        number: How many clauses.
        with_acts: Whether there are duties of the names that moves of a workflow start and stop.
    """
    edition = editions_table()
    edition.row(
        "by-the-day", "doc", governs, when=some(moment, assessed_at(moment) & covers("doc", moment, governs)),
        cites=["doc/plans/c1"],
    )  # fmt: skip
    plan = Conclusion("record", (record,), "{record} [is] to be made", topic=Topic.RECORDS)
    plan.row(
        "one-plan",
        PLAN.of(home),
        when=has_a_child(home) & has_an_office(home),
        unless=HELPED(home) & UNCLEAR.is_(Helping.DAILY),
        cites=["doc/plans/c1"],
    )
    acts = Duties("acts", (record,))
    for act in ("write", "review"):
        acts.duty(act, f"{act} it", by="the worker", when=plan(record) & RARE(record), cites=["doc/plans/c1"])
    parts = {at // 20: Duties(f"part-{at // 20}", (record,)) for at in range(4, number + 1)}
    for at in range(4, number + 1):
        parts[at // 20].duty(
            f"do-{at}",
            "see to it",
            by="the worker",
            when=plan(record) & RARE(record),
            cites=[f"doc/part-{at // 20}/c{at}"],
        )
    return {
        Topic.EDITIONS: (edition,),
        Topic.RECORDS: (plan,),
        Topic.DUTIES: (*([acts] if with_acts else []), *parts.values()),
    }


def rulebook(number: int = 6, **rest: Any) -> Rulebook:
    """The rulebook of a program with so many clauses, and a rule for each third of them."""
    source = Source(id="doc", title="Document doc", publisher="Example", document="doc", editions=EDITIONS)
    given = {
        "identity": Identity(id="invented", title="invented", zone=ZoneInfo("Australia/Brisbane")),
        "distribution": ("invented", "1"),
        "sources": (source,),
        "clauses": clauses(number),
        "asked": (HELPED, OFFICES, UNCLEAR),
        "tables": tables(max(3, number // 3)),
        **rest,
    }
    return build_rulebook([Declarations(**given)], lambda document, held: read_case(document, vocabulary_of(held)))


def example(book: Rulebook, notifier: str = "Nobody Example") -> WorkedExample:
    """The worked example."""
    return read_example(EXAMPLE.replace("NOTIFIER", notifier), "invented", "nobody", book)


def shown(book: Rulebook, notifier: str = "Nobody Example") -> ShownExample:
    """The worked example as the site shows it."""
    return shown_of("invented", example(book, notifier), book, "id: nobody\n")


def book_of(
    held: Rulebook, *, tests: tuple[RecordedTest, ...] = (), notifier: str = "Nobody Example", **rest: Any
) -> Book:
    """Everything the pages are made from."""
    one = shown(held, notifier)
    trace = build_trace(held, tests, [one.example])
    return Book(rulebook=held, trace=trace, programs=("invented",), shown=(one,), **{"on": TODAY, **rest})
