"""Comparing editions and listing workflows, on the Victorian program."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from invented_program import declared, install

from cimscore.cli.exits import Exit

EXAMPLE = str(Path(__file__).parents[2] / "examples" / "december-gap.yaml")
PAIRS = [("2024-06", "2024-12"), ("2024-12", "2024-06")]
Run = Callable[..., Any]


def test_what_another_edition_changes_is_listed(run: Run) -> None:
    done = run("compare", EXAMPLE, "--edition", "2024-06", "--edition", "2024-12")
    plain = run("compare", EXAMPLE, "--edition", "2024-06", "--edition", "2024-12", "--json")

    assert done.code == Exit.DONE
    assert done.out.startswith("vic: edition 2024-06, and then edition 2024-12.")
    assert "only under 2024-12: anyone who works for the provider may make a report" in done.out
    assert "Under 2024-12 the decision is final." in done.out
    told = json.loads(plain.out)
    assert {each["only_under"] for each in told["differences"]} == {"2024-06", "2024-12"}
    assert (told["source"], told["editions"]) == ("vic", ["2024-06", "2024-12"])


TWO_INCIDENTS = """\
cimscore: 1
id: two
programs: [vic-cims]
dates: {received: 2025-03-03T10:00+11:00}
people: [{id: cal, adult: true}]
concerns:
  - {id: c1, about: [cal], place: elsewhere, occurred: 2025-03-01T09:00+11:00}
  - {id: c2, about: [cal], place: elsewhere, occurred: 2025-03-01T09:00+11:00}
facts:
  vic-cims:
    service: disability
    site: elsewhere
    disclosed: {c1: 2025-03-03T10:00+11:00, c2: 2025-03-03T10:00+11:00}
"""


def test_of_several_incidents_each_act_says_which_it_is_about(run: Run, tmp_path: Path) -> None:
    (tmp_path / "two.yaml").write_text(TWO_INCIDENTS, encoding="utf-8")
    done = run("compare", str(tmp_path / "two.yaml"), "--edition", "2019-07", "--edition", "2024-12", "--json")
    said = {each["says"] for each in json.loads(done.out)["differences"] if each["only_under"] == "2024-12"}
    day = "report the incident: Thursday 6 March 2025, end of day, Melbourne time"
    assert {f"{day} (c1)", f"{day} (c2)"} <= said
    assert day not in said
    assert "the service provider must find out in outline what happened, at once (c2)" in said


def test_what_is_only_under_an_edition_is_what_the_other_does_not_say(run: Run) -> None:
    there, back = (run("compare", EXAMPLE, "--edition", one, "--edition", other, "--json") for one, other in PAIRS)
    told = [
        {(each["only_under"], each["says"]) for each in json.loads(ran.out)["differences"]} for ran in (there, back)
    ]

    assert told[0] == told[1]


def test_an_edition_against_itself_differs_in_nothing(run: Run) -> None:
    done = run("compare", EXAMPLE, "--edition", "2024-12", "--edition", "2024-12")

    assert "Nothing differs." in done.out


def test_one_edition_or_an_unknown_one_is_refused_in_a_sentence(run: Run) -> None:
    one = run("compare", EXAMPLE, "--edition", "2024-12")
    unknown = run("compare", EXAMPLE, "--edition", "2024-12", "--edition", "2024-13")

    assert (one.code, unknown.code) == (Exit.USAGE, Exit.USAGE)
    assert "two --edition" in one.err
    assert "There is no edition of vic-cims '2024-13'. Did you mean '2024-12'?" in unknown.err


def test_an_edition_that_is_not_held_is_said_to_be_none_where_nothing_differs(run: Run) -> None:
    typed = ("compare", "examples/two-homes.yaml", "--edition", "2024-09-30", "--edition", "2025-04")
    sentence = "The page was replaced in April 2025 by pages that are not held here; the last edition held is used"
    said = run(*typed).out
    assert "Nothing differs." in said
    assert f"Of 2025-04: {sentence}" in " ".join(said.split())
    before, after = json.loads(run(*typed, "--json").out)["not_held_whole"]
    assert (before, after.partition(":")[0]) == ("", sentence)


def test_editions_of_two_documents_are_not_compared(run: Run) -> None:
    mixed = run("compare", EXAMPLE, "--edition", "2024-12", "--edition", "2025-11")

    assert (mixed.code, mixed.out) == (Exit.USAGE, "")
    assert "No one document of vic-cims has the editions 2024-12 and 2025-11." in mixed.err


def test_two_editions_stand_side_by_side_clause_by_clause_in_either_order(run: Run) -> None:
    done, turned = (run("timeline", "--edition", one, "--edition", f"vic@{other}") for one, other in PAIRS)

    assert done.code == Exit.DONE and done.out == turned.out
    assert done.out.startswith("vic: 3 new, 3 no longer there, ")
    assert "* vic/update-2020/new-requirements: no longer there" in done.out
    told = json.loads(run("timeline", "--edition", "2024-06", "--edition", "2024-12", "--json").out)
    assert {each["became"] for each in told} >= {"new", "no longer there", "known of the later one only"}


def test_what_cannot_stand_side_by_side_is_refused_in_a_sentence(run: Run) -> None:
    for typed, words in (
        (("--edition", "2024-06"), "Give --edition twice"),
        (("--edition", "2024-06", "--edition", "2024-21"), "Did you mean '2024-12'"),
        (("--edition", "2024-06", "--edition", "2024-09-30"), "Name two of one document"),
    ):
        done = run("timeline", *typed)
        assert done.code == Exit.USAGE and words in done.err


def test_every_state_move_and_role_has_its_ruling(run: Run) -> None:
    text, plain = run("workflow", "--program", "vic-cims"), run("workflow", "--program", "vic-cims", "--json")
    workflows = json.loads(plain.out)

    for workflow in workflows:
        cells = {(it["state"], it["move"], it["role"]) for it in workflow["rulings"]}
        assert len(cells) == len(workflow["rulings"])
    said = {it["legality"] for workflow in workflows for it in workflow["rulings"]}
    assert said == {"legal", "illegal", "not in the source"}
    assert "not in the source" in text.out


def test_a_program_without_a_workflow_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, declared())

    assert run("workflow", "--program", "invented").out == "No program chosen declares a workflow.\n"


def test_the_notifier_changes_nothing_of_a_comparison(tmp_path: Path, run: Run) -> None:
    document = Path(EXAMPLE).read_text(encoding="utf-8")
    told = tmp_path / "told.yaml"
    told.write_text(f"{document}notifier: {{name: Cal Example}}\n", encoding="utf-8")
    editions = ("--edition", "2024-06", "--edition", "2024-12")

    assert run("compare", told, *editions).out == run("compare", EXAMPLE, *editions).out
