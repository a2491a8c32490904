"""What is kept from somebody is in no output, pictures included, unless it is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cimscore
from cimscore.assessment import first_page
from cimscore.case import SOMETHING_KEPT, Case, Name, PersonEntry, discreet, kept_in
from cimscore.publishing.pages.book.shown import shown_of
from cimscore.rulebook import Expected, WorkedExample
from cimscore.rules import RecordName

Run = Callable[..., Any]
WORDS = ("behind the mill", "Quilla", "Zebedee", "Quill", "Ipswich", "Marsh-Lane", "Marsh", "ron")
"""The names, the area and the label that are kept back, and from whom."""
CASE = """\
cimscore: 1
id: kept
programs: [qld-child-safety]
dates: {received: 2025-03-03T10:15+10:00}
people:
  - {id: kai, name: {given: Kai}, born: 2015-05-02}
  - {id: bub, unborn: {mother: m1, confirmed: true}}
  - {id: m1, name: {given: Quilla, family: Zebedee}, born: 1990-01-20, also_known_as: [Quill], kept_from: [ron]}
  - {id: gus, home: none, sleeps: behind the mill, kept_from: [ron]}
  - {id: ron, born: 1988-01-01}
households:
  - {id: h1, area: Ipswich, label: Marsh-Lane flat, kept_from: [ron]}
  - {id: h2, area: Logan}
residences:
  - {person: kai, household: h1, kind: full-time}
  - {person: m1, household: h1, kind: full-time}
  - {person: ron, household: h2, kind: full-time}
relationships:
  - {from: m1, to: kai, kind: parent}
  - {from: ron, to: kai, kind: parent}
concerns:
  - {id: c1, about: [kai, bub], place: h1, kind: harm, responsible: [m1]}
decisions:
  - {question: qld-child-safety/response, about: c1, answer: notification, at: 2025-03-03T14:00+10:00}
  - {question: qld-child-safety/response-priority, about: c1, answer: 5-day, at: 2025-03-03T14:00+10:00}
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


def is_hidden(text: str) -> list[str]:
    return [word for word in WORDS[:-1] if word in text]


TYPED = [
    ("assess",), ("assess", "--all"), ("explain",), ("explain", "role", "--all"), ("possible",), ("sensitivity",),
    ("check",), ("interview", "--list"),
]  # fmt: skip


@pytest.mark.parametrize("typed", TYPED, ids=" ".join)
@pytest.mark.parametrize("options", [(), ("--json",)], ids=["text", "json"])
def test_a_command_shows_none_of_it_and_says_so(
    typed: tuple[str, ...], options: tuple[str, ...], document: Path, run: Run
) -> None:
    command, *named = typed

    ran = run(command, document, *options, *named)

    assert is_hidden(ran.out + ran.err) == []
    assert SOMETHING_KEPT in (ran.err if options else " ".join(ran.out.split()))
    assert "kept_from" not in ran.out


@pytest.mark.parametrize("typed", [("assess", "--all"), ("assess", "--json"), ("explain", "--all")], ids=" ".join)
def test_it_is_shown_where_it_is_asked_for(typed: tuple[str, ...], document: Path, run: Run) -> None:
    command, *more = typed

    ran = run(command, document, "--show-kept", *more)

    assert {"Zebedee", "Ipswich"} & set(is_hidden(ran.out))
    assert SOMETHING_KEPT not in ran.out + ran.err


@pytest.mark.parametrize("form", ["json", "graphml", "dot"])
def test_the_graph_shows_none_of_it(form: str, document: Path, run: Run) -> None:
    hidden, shown = run("graph", document, "--format", form), run("graph", document, "--format", form, "--show-kept")

    assert is_hidden(hidden.out) == []
    assert SOMETHING_KEPT in hidden.err
    assert is_hidden(shown.out) == ["Quilla", "Zebedee", "Quill", "Marsh-Lane", "Marsh"]


def test_the_picture_and_its_table_show_none_of_it(document: Path, tmp_path: Path, run: Run) -> None:
    picture, table = tmp_path / "h.svg", tmp_path / "h.md"

    ran = run("draw", document, "-o", picture, "--table", table)
    drawn = picture.read_text(encoding="utf-8")
    run("draw", document, "-o", picture, "--show-kept")

    assert is_hidden(drawn + table.read_text(encoding="utf-8") + ran.out + ran.err) == []
    assert "Something in this case is kept" in drawn
    assert "Quilla" in picture.read_text(encoding="utf-8")


def test_what_is_decided_is_the_same_shown_or_not(document: Path) -> None:
    rulebook = cimscore.load_rulebook()
    case = rulebook.read_case(document)

    hidden = cimscore.assess(case, rulebook).decisions[0]
    shown = cimscore.assess(case, rulebook, show_kept=True).decisions[0]

    assert is_hidden(str(hidden) + first_page(hidden, every=True)) == []
    assert {"Quilla", "Ipswich"} <= set(is_hidden(str(shown)))
    assert hidden.state is shown.state
    assert [clock.due for clock in hidden.clocks] == [clock.due for clock in shown.clocks]
    assert [(line.id, line.standing) for line in hidden.conclusions] == [
        (line.id, line.standing) for line in shown.conclusions
    ]
    assert RecordName("notification", "household", "h1") in [line.things[0] for line in hidden.about("record")]


def test_a_worked_example_of_the_site_shows_none_of_it(document: Path) -> None:
    rulebook = cimscore.load_rulebook()
    case = rulebook.read_case(document)
    example = WorkedExample(
        id="kept", package="p", title="Kept", shows=(), case=case, text="", at=None, readings={}, expect=Expected()
    )

    shown = shown_of("qld-child-safety", example, rulebook, "")

    assert is_hidden(str((shown.decisions, shown.reasons, shown.sensitive))) == []


def test_words_are_hidden_however_a_line_breaks_them() -> None:
    kept = kept_in(cimscore.load_rulebook().read_case(json.loads(json.dumps(_parsed()))))

    assert kept.hide("the Marsh-\n  Lane\n  flat of Quilla\n  Zebedee; Quillan") == "the h1 of m1; Quillan"


def test_a_date_stays_a_date_whatever_somebody_is_called() -> None:
    may = PersonEntry(id="m1", name=Name(given="May"), kept_from=("ron",))
    kept = kept_in(Case(id="x", people=(may, PersonEntry(id="ron"))))

    assert kept.hide("May, by Thursday 1 May 2025; May 2025; ask May") == "m1, by Thursday 1 May 2025; May 2025; ask m1"


def test_a_discreet_case_names_nobody_from_whom_anything_is_kept() -> None:
    case = cimscore.load_rulebook().read_case(_parsed())

    assert is_hidden(str(discreet(case))) == []
    assert all(not entry.kept_from for entry in (*discreet(case).people, *discreet(case).households))
    bare = discreet(case)
    assert discreet(bare) is bare


def _parsed() -> dict[str, Any]:
    from cimscore.wire.text import parse_text  # noqa: PLC0415

    return dict(parse_text(CASE, "case.yaml").sections)
