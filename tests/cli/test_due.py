"""The due list: of one case or many, in order of time, with nothing left out that is owed or may be."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cimscore.assessment import due_list_schema
from cimscore.assessment.documents.due_list import due_document
from cimscore.cli.exits import Exit
from cimscore.errors import RuleFailure

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(map(str, (ROOT / "examples").glob("*.yaml")))
VALIDATOR = jsonschema.Draft202012Validator(due_list_schema(), format_checker=jsonschema.FormatChecker())
Run = Callable[..., Any]


def listed(run: Run, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("due", *arguments, "--json").out)["due"]
    return found


@pytest.fixture
def unasked(tmp_path: Path) -> Path:
    """A case about which nobody has answered anything."""
    path = tmp_path / "unasked.yaml"
    path.write_text(
        "cimscore: 1\nid: unasked\nprograms: [qld-child-safety]\ndates: {received: 2025-03-03T10:15+10:00}\n"
        "people: [{id: ari, born: 2014-05-02}]\nhouseholds: [{id: north}]\n"
        "residences: [{person: ari, household: north, kind: full-time}]\n"
        "concerns: [{id: c1, about: [ari], place: north, kind: harm}]\n"
    )
    return path


@pytest.mark.parametrize("at", [(), ("--at", "2025-03-10")], ids=["at no moment", "at a moment"])
def test_every_due_list_fits_its_schema(at: tuple[str, ...], unasked: Path, run: Run) -> None:
    failure = RuleFailure(rule="a/b", plugin="p", where="b.py:1", problem="it raised")
    document = json.loads(run("due", *EXAMPLES, str(unasked), *at, "--json").out)
    document["failures"] = due_document((), failures=[("unasked", failure)])["failures"]

    assert [error.message for error in VALIDATOR.iter_errors(document)] == []
    assert document["due"] and document["may_start"] and document["failures"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda document: document.update(extra=1),
        lambda document: document.pop("may_start"),
        lambda document: document["due"][0].pop("who"),
        lambda document: document["due"][0].update(on=[1]),
        lambda document: document["due"][0].update(standing="sure"),
    ],
)
def test_what_is_no_due_list_does_not_fit(spoil: Callable[[Any], Any], run: Run) -> None:
    document = json.loads(run("due", *EXAMPLES, "--json").out)
    spoil(document)
    assert not VALIDATOR.is_valid(document)


def test_the_schema_committed_is_the_schema_made(run: Run) -> None:
    """`nox -s schemas` writes it anew."""
    assert run("schema", "--due-list").out == (ROOT / "schemas" / "due-list-1.schema.json").read_text("utf-8")


def test_many_cases_make_one_list_in_order_of_time(run: Run) -> None:
    every = listed(run, *EXAMPLES)

    assert len({one["case"] for one in every}) > 3
    days = [one.get("earliest", one.get("due", "9999")) for one in every]
    assert [day[:10] for day in days] == sorted(day[:10] for day in days)
    assert every == listed(run, *reversed(EXAMPLES))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: Path(path).stem)
def test_all_that_a_decision_owes_is_in_the_list(example: str, run: Run) -> None:
    document = json.loads(run("assess", example, "--json", "--at", "2025-03-10").out)
    done = ("met", "met-late")
    owed = [
        (decision["program"], clock["id"], tuple(clock["about"]))
        for decision in document["decisions"]
        for clock in decision["clocks"]
        if clock.get("stands", {}).get("word") not in done
    ]

    found = listed(run, example, "--at", "2025-03-10")

    assert sorted(owed) == sorted((one["program"], one["id"], tuple(one["about"])) for one in found)


def test_what_is_overdue_comes_first_and_what_has_no_day_last(run: Run) -> None:
    text = run("due", *EXAMPLES, "--at", "2025-03-06").out

    heads = ["Overdue, or perhaps so", "Due, in order of time", "Without a day yet"]
    assert [line for line in text.splitlines() if line in heads] == heads
    assert "--at now" not in text
    assert "Which run and which are overdue: the same command with --at now" in run("due", *EXAMPLES).out


def test_a_case_that_is_not_decided_and_one_that_an_answer_may_change_are_told(
    unasked: Path, tmp_path: Path, run: Run
) -> None:
    bare = tmp_path / "bare.yaml"
    bare.write_text(
        "cimscore: 1\nid: bare\nprograms: [vic-cims]\npeople: [{id: cal}]\nconcerns: [{id: i1, about: [cal]}]\n"
    )

    text = " ".join(run("due", str(bare), str(unasked)).out.split())

    assert "Not decided yet, so that more may be due" in text
    assert "Case bare, vic-cims: The document does not say when it happened" in text
    assert "What an answer may make due besides" in text
    assert "Case unasked, qld-child-safety." in text
    assert "Nothing is due" not in text


def test_a_case_is_listed_once_however_often_it_is_named(run: Run) -> None:
    assert listed(run, EXAMPLES[0], EXAMPLES[0]) == listed(run, EXAMPLES[0])


def test_a_case_that_cannot_be_read_stops_the_list(tmp_path: Path, run: Run) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("cimscore: 1\nid: [")

    found = run("due", EXAMPLES[0], str(broken))

    assert (found.code, found.out) == (Exit.DOCUMENT, "")
    assert "broken.yaml" in found.err
