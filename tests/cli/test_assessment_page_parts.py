"""The rarer parts of the page: out of scope, duties under no record, progress, a record made for one person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from invented_program import install, plugin

from cimscore.calendars import due_hours
from cimscore.case import Moment
from cimscore.policy import Modal, PolicyEdition
from cimscore.rules import (
    Carried,
    Concern,
    ConcernIn,
    Deadline,
    Duty,
    Edition,
    Facts,
    InScope,
    Person,
    PersonIn,
    PolicySource,
    Record,
    Role,
    Ruleset,
    TheCase,
    Topic,
)
from cimscore.testing import InlinePlugin, inline_clause, inline_source

CLAUSE = "book/heading/clause"
CASE = """\
cimscore: 1
id: parts
programs: [wide, invented, closed]
dates: {received: 2025-03-03T10:15+10:00}
people: [{id: mia, name: {given: Mia, family: Example}}, {id: leo}]
concerns: [{id: c1, about: [mia]}, {id: c2, about: unknown, place: elsewhere}]
records:
  - {id: "report:c1/mia", kind: report, moves: [{move: submit, by: officer, at: 2025-03-04}]}
"""
Run = Callable[..., Any]


class Word(Role):
    """A role."""

    WITNESS = "witness"


def about_mia(facts: Facts, who: PersonIn) -> bool:
    """the record is made for the person"""
    return who.record.focus == who.person


def never(facts: Facts, case: TheCase) -> bool:
    """it never holds"""
    return False


def is_first(facts: Facts, concern: Concern) -> bool:
    """it is the first concern"""
    return concern.id == "c1"


def ruleset(topic: Topic, body: Callable[..., Any], *when: Callable[..., bool], cites: str = CLAUSE) -> Ruleset[Any]:
    """A set of one rule."""
    rules: Ruleset[Any] = Ruleset(topic)
    rules.rule(body.__name__.replace("_", "-"), cites=[cites], when=list(when))(body)
    return rules


def report(facts: Facts, concern: Concern) -> Record:
    """A report for Mia."""
    return Record(kind="report", of=concern, focus=Person("mia"))


def witness(facts: Facts, who: PersonIn) -> Word:
    """Everyone is a witness."""
    return Word.WITNESS


def carried(facts: Facts, what: ConcernIn) -> Carried:
    """It carries everything."""
    return Carried()


def tell(facts: Facts, case: TheCase) -> Duty:
    """Someone is told."""
    return Duty(act="tell", who="the office", what="tell the family", modal=Modal.SHOULD)


def ask(facts: Facts, who: PersonIn) -> Duty:
    """The person is asked."""
    return Duty(act="ask", who="the office", what="ask them", modal=Modal.MUST, to="in person", after="tell")


def told_by(facts: Facts, case: TheCase) -> Deadline:
    """Within a day."""
    start = Moment(dt.date(2025, 3, 3))
    return Deadline(act="tell", due=due_hours(start, 24, ZoneInfo("Australia/Brisbane")), counted_from=start)


def in_scope(facts: Facts, case: TheCase) -> InScope:
    """Within."""
    return InScope()


def second(facts: Facts, source: PolicySource) -> Edition:
    """The second edition, with a remark."""
    return Edition(id="2", on=facts.days.day_of(facts.as_at()), flags=("It is quite new.",))


WIDE = InlinePlugin(
    id="wide",
    rulesets=(
        ruleset(Topic.EDITIONS, second),
        ruleset(Topic.RECORDS, report, is_first),
        ruleset(Topic.ROLES, witness),
        ruleset(Topic.ROLES, carried),
        ruleset(Topic.DUTIES, tell),
        ruleset(Topic.DUTIES, ask, about_mia),
        ruleset(Topic.TIMEFRAMES, told_by),
    ),
    sources=(
        inline_source("book", editions=(PolicyEdition(id="1", title="First"), PolicyEdition(id="2", title="Second"))),
    ),
    clauses=(inline_clause(CLAUSE, editions=("1", "2")),),
)
CLOSED = InlinePlugin(
    id="closed",
    rulesets=(ruleset(Topic.SCOPE, in_scope, never, cites="shut/heading/clause"),),
    sources=(inline_source("shut"),),
    clauses=(inline_clause("shut/heading/clause"),),
)


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> str:
    """The page without its line breaks."""
    install(monkeypatch, WIDE, CLOSED, plugin())
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    ran = run("assess", path)
    assert (ran.code, ran.err) == (0, "")
    return " ".join(ran.out.split())


def test_each_program_has_a_part_of_its_own(said: str) -> None:
    assert said.index("closed (closed) ---") < said.index("invented (invented) ---") < said.index("wide (wide) ---")


def test_a_program_the_case_is_out_of_says_why_and_nothing_more(said: str) -> None:
    part = said.partition("closed (closed)")[2].partition("invented (invented)")[0]

    assert "Out of scope: " in part
    assert "No record" not in part


def test_the_edition_chosen_comes_with_its_remark(said: str) -> None:
    assert f"book: edition 2, by the day 2025-03-03. [{CLAUSE}] Note: It is quite new." in said


def test_a_record_names_whom_it_is_made_for_and_how_far_it_has_come(said: str) -> None:
    assert (
        "RECORD report:c1/mia: report for c1: of a kind not known, about Mia Example (mia), at a place not known"
        in said
    )
    assert f"made for Mia Example (mia) [{CLAUSE}] On file: submit by officer, 2025-03-04." in said


def test_a_record_lists_its_people_and_all_it_carries(said: str) -> None:
    record = said.partition("RECORD ")[2]

    assert f"- Mia Example (mia): witness [{CLAUSE}] - leo: witness [{CLAUSE}]" in record
    assert f"- c2: of a kind not known, about someone not known, elsewhere [{CLAUSE}]" in record


def test_a_duty_about_a_person_stands_with_the_record_and_names_them(said: str) -> None:
    duties = said.partition("RECORD ")[2].partition("Duties:")[2]

    assert "Mia Example (mia) in report:c1/mia: the office must ask them, to in person, after: tell" in duties


def test_a_duty_under_no_record_stands_apart_with_its_range(said: str) -> None:
    duties = said.partition("Duties under no record:")[2]

    assert f"the case: the office should tell the family [{CLAUSE}]" in duties
    assert "Due between Tuesday 4 March 2025, 00:00 and Tuesday 4 March 2025, end of day, Brisbane time" in duties
    assert "Counted from Monday 3 March 2025." in duties
