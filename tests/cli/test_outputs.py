"""What goes where: one document on standard output, text that a file can hold, and under each program its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.each_nth import each_nth

from cimscore.cli import tracing
from cimscore.cli.exits import Exit
from cimscore.cli.output import NotTextError, OutputError, save
from cimscore.rulebook import Rulebook
from cimscore.traceability import Gap, Justification, Upkeep, write_tests

EXAMPLE = Path(__file__).parents[2] / "examples" / "two-homes.yaml"
HALF = "a smile that is cut in two: \ud83d"

Run = Callable[..., Any]


@pytest.fixture
def left_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every program keeps a reason for something that is not there any more."""

    def kept(rulebook: Rulebook) -> Upkeep:
        gap = Gap.CLAUSES_WITHOUT_RULES
        given = (Justification(gap=gap, about=(f"gone/{id}",), because=f"{id} said so") for id in rulebook.programs)
        return Upkeep(justifications=tuple(given))

    monkeypatch.setattr(tracing, "load_upkeep", kept)
    monkeypatch.setattr(tracing, "load_examples", lambda _: ())  # The reasons are about no example.


@pytest.mark.parametrize("program", each_nth(["ndis-incidents", "qld-child-safety", "vic-cims"], 3))
def test_reasons_about_tests_are_not_left_over_where_no_tests_are_named(program: str, run: Run) -> None:
    ran = run("coverage", "--program", program)

    assert ran.code == Exit.DONE
    assert "Reasons recorded for what is not missing (any more): 0" in ran.out


@pytest.mark.long
def test_what_is_told_of_one_program_is_what_is_told_of_it_among_all(run: Run) -> None:
    """Though the examples of the others are not decided then."""
    for listed in json.loads(run("coverage", "--json").out):
        assert json.loads(run("coverage", "--json", "--program", listed["program"]).out) == [listed]


def test_reasons_about_tests_are_looked_at_where_tests_are_named(run: Run, tmp_path: Path) -> None:
    write_tests(tmp_path / "tests.json", [])
    typed = ("coverage", "--json", "--program", "ndis-incidents", "--tests", tmp_path / "tests.json")

    assert [one["program"] for one in json.loads(run(*typed).out) if one["unused"]] == ["ndis-incidents"]


def test_a_left_over_reason_stands_under_the_program_that_keeps_it(left_over: None, run: Run) -> None:
    ran = run("coverage", "--json")

    assert ran.code == Exit.PROBLEMS
    assert {one["program"]: one["unused"] for one in json.loads(ran.out)} == {
        program: [f"{program} said so"] for program in ("ndis-incidents", "qld-child-safety", "vic-cims")
    }


def test_a_check_of_one_program_tells_only_the_left_over_reasons_that_it_keeps(left_over: None, run: Run) -> None:
    ran = run("trace", "check", "--program", "vic-cims")

    assert ran.code == Exit.PROBLEMS
    assert "Reasons that justify nothing any more: 1" in ran.out
    assert "gone/vic-cims" in ran.out
    assert "gone/ndis-incidents" not in ran.out


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        (["-o", "-", "--table", "-"], "-o - and --table -"),
        (["-o", "-", "--json"], "-o - and --json"),
        (["--table", "-", "--json"], "--table - and --json"),
        (["-o", "-", "--table", "-", "--json"], "-o - and --table - and --json"),
    ],
)
def test_two_documents_never_mix_on_standard_output(typed: list[str], named: str, run: Run) -> None:
    ran = run("draw", EXAMPLE, *typed)

    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert f"{named} would mix on standard output" in ran.err
    assert "name a file: -o FILE.svg" in ran.err


def test_one_document_on_standard_output_and_others_in_files_are_fine(run: Run, tmp_path: Path) -> None:
    ran = run("draw", EXAMPLE, "-o", tmp_path / "a.svg", "--table", tmp_path / "a.md", "--json")

    assert ran.code == Exit.DONE
    assert json.loads(ran.out)
    assert (tmp_path / "a.svg").exists()
    assert (tmp_path / "a.md").exists()


def test_text_with_half_a_character_is_blamed_and_the_file_stays_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "kept.txt"
    file.write_text("as it was", encoding="utf-8")

    with pytest.raises(NotTextError, match=r"half a character in it \(U\+D83D\).*written \\ud83d"):
        save(HALF, str(file))
    assert file.read_text(encoding="utf-8") == "as it was"


def test_what_writes_by_itself_meets_the_same_error(tmp_path: Path) -> None:
    with pytest.raises(NotTextError, match="half a character"), tracing.writing("kept.txt"):
        (tmp_path / "kept.txt").write_text(HALF, encoding="utf-8")


def test_a_name_that_cannot_be_a_files_is_blamed_for_itself() -> None:
    with pytest.raises(OutputError, match="its name cannot be a file's") as raised:
        save("text", "a\0b")
    assert not isinstance(raised.value, NotTextError)
