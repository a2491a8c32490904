"""Comparing editions and listing workflows, on the Victorian program."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cimscore.cli.exits import Exit

EXAMPLE = str(Path(__file__).parents[2] / "examples" / "december-gap.yaml")
Run = Callable[..., Any]


def test_what_another_edition_changes_is_listed(run: Run) -> None:
    done = run("compare", EXAMPLE, "--edition", "2024-06", "--edition", "2024-12")
    plain = run("compare", EXAMPLE, "--edition", "2024-06", "--edition", "2024-12", "--json")

    assert done.code == Exit.DONE
    assert done.out.startswith("vic: edition 2024-06, and then edition 2024-12.")
    assert json.loads(plain.out)["differences"]


def test_an_edition_against_itself_differs_in_nothing(run: Run) -> None:
    done = run("compare", EXAMPLE, "--edition", "2024-12", "--edition", "2024-12")

    assert "Nothing differs." in done.out


def test_one_edition_or_an_unknown_one_is_refused_in_a_sentence(run: Run) -> None:
    one = run("compare", EXAMPLE, "--edition", "2024-12")
    unknown = run("compare", EXAMPLE, "--edition", "2024-12", "--edition", "2024-13")

    assert (one.code, unknown.code) == (Exit.USAGE, Exit.USAGE)
    assert "two --edition" in one.err
    assert "2024-13" in unknown.err


def test_every_state_move_and_role_has_its_ruling(run: Run) -> None:
    text, plain = run("workflow", "--program", "vic-cims"), run("workflow", "--program", "vic-cims", "--json")
    workflows = json.loads(plain.out)

    for workflow in workflows:
        cells = {(it["state"], it["move"], it["role"]) for it in workflow["rulings"]}
        assert len(cells) == len(workflow["rulings"])
    said = {it["legality"] for workflow in workflows for it in workflow["rulings"]}
    assert said == {"legal", "illegal", "not in the source"}
    assert "not in the source" in text.out


def test_a_program_without_a_workflow_says_so(run: Run) -> None:
    assert run("workflow", "--program", "ndis-incidents").out == "No program chosen declares a workflow.\n"


def test_the_notifier_changes_nothing_of_a_comparison(tmp_path: Path, run: Run) -> None:
    document = Path(EXAMPLE).read_text(encoding="utf-8")
    told = tmp_path / "told.yaml"
    told.write_text(f"{document}notifier: {{name: Cal Example}}\n", encoding="utf-8")
    editions = ("--edition", "2024-06", "--edition", "2024-12")

    assert run("compare", told, *editions).out == run("compare", EXAMPLE, *editions).out


def test_why_two_programs_both_ask_for_something_is_said_with_its_clause(run: Run) -> None:
    both = run("assess", str(Path(EXAMPLE).with_name("dual-funded.yaml"))).out
    one = run("assess", EXAMPLE).out

    assert "vic-cims and ndis-incidents: Since 1 July 2019" in both
    assert "[vic/ndis/dual-funded]" in both.partition("How these programs stand to each other")[2]
    assert "How these programs stand to each other" not in one
