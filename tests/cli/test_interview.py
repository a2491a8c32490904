"""The interview on the command line: asked one by one, listed, for machines, and written into the document."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cimscore.cli.exits import Exit

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "two-homes-half-sister.yaml"
ADDRESS = "qld-child-safety/concerns-relate@bo@south"
Run = Callable[..., Any]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Return a copy of the example, with a notifier."""
    path = tmp_path / "case.yaml"
    text = EXAMPLE.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{text}\nnotifier: {{name: Quentin Zweig}}\n", encoding="utf-8")
    return path


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put lines on standard input."""
    return lambda lines: monkeypatch.setattr("sys.stdin", io.StringIO(lines))


def joined(text: str) -> str:
    return " ".join(text.split())


def test_the_list_tells_who_can_answer_the_clause_the_answers_and_what_each_changes(case: Path, run: Run) -> None:
    said = joined(run("interview", case, "--list").out)

    assert f"1. Do the concerns in south relate to Bo Example too? {ADDRESS} (qld-child-safety)" in said
    assert "The child safety officer decides. [qld/" in said
    assert "1) yes 2) no" in said or "2) no then:" in said
    assert "no longer: Bo Example is a subject of the concerns in south" in said


def test_questions_are_asked_one_by_one_and_written_when_that_is_wanted(
    case: Path, run: Run, types: Callable[[str], None]
) -> None:
    types("no\n2025-03-03\n\nyes\n")

    ran = run("interview", case)

    assert ran.code == Exit.DONE
    assert f"Written into {case}." in joined(ran.out)
    after = case.read_text(encoding="utf-8")
    assert "concerns-relate, about: bo@south, answer: false, by: child-safety-officer, at: 2025-03-03}" in after
    assert "notifier: {name: Quentin Zweig}" in after
    assert "Zweig" not in ran.out + ran.err
    assert not [*case.parent.glob(".*")]


def test_nothing_is_written_unless_that_is_wanted(case: Path, run: Run, types: Callable[[str], None]) -> None:
    before = case.read_bytes()
    types("no\n\nq\nno\n")

    ran = run("interview", case)

    assert case.read_bytes() == before
    assert f"cimscore interview {case} --list --write --answer '{ADDRESS}=no'" in ran.out


def test_an_answer_that_is_none_is_told_and_asked_for_again(case: Path, run: Run, types: Callable[[str], None]) -> None:
    types("perhaps\n\nno\n\nq\nno\n")

    ran = run("interview", case)

    assert "'perhaps' is no answer to: Do the concerns in south relate to Bo Example too?" in joined(ran.out)
    assert "Do the concerns in south relate to Bo Example too? no" in joined(ran.out)


def test_an_end_of_input_ends_the_interview(case: Path, run: Run, types: Callable[[str], None]) -> None:
    types("")

    assert run("interview", case).code == Exit.DONE


def test_answers_can_be_given_on_the_command_line(case: Path, run: Run) -> None:
    ran = run("interview", case, "--list", "--write", "--answer", "concerns-relate@bo@south=no")

    assert ran.code == Exit.DONE
    assert "answer: false" in case.read_text(encoding="utf-8")
    assert ADDRESS not in run("interview", case, "--list").out


def test_json_tells_the_same_for_machines(case: Path, run: Run) -> None:
    first, *_ = json.loads(run("interview", case, "--json").out)

    assert first["address"] == ADDRESS
    assert [choice["answer"] for choice in first["choices"]] == ["yes", "no"]
    assert first["decided_by"] == "child-safety-officer"
    assert first["write"][0].startswith("To answer")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("--answer", "nothing"), "is no ADDRESS=ANSWER"),
        (("--answer", "concerns-relate@bo@sotuh=no"), "There is no open question of the case"),
        (("--answer", "concerns-relate@bo@south=perhaps"), "is no answer to"),
    ],
)
def test_what_cannot_be_an_answer_is_refused_and_nothing_is_written(
    typed: tuple[str, ...], told: str, case: Path, run: Run
) -> None:
    before = case.read_bytes()

    ran = run("interview", case, "--list", "--write", *typed)

    assert ran.code != Exit.DONE
    assert told in joined(ran.err)
    assert case.read_bytes() == before


def test_writing_needs_a_file(run: Run, types: Callable[[str], None]) -> None:
    ran = run("interview", "-", "--write")

    assert "name it in place of -" in ran.err


def test_a_file_that_cannot_be_written_stays_as_it_was(case: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = case.read_bytes()
    monkeypatch.setattr(Path, "replace", _refused)

    ran = run("interview", case, "--list", "--write", "--answer", "concerns-relate@bo@south=no")

    assert case.read_bytes() == before
    assert "It stays as it was." in ran.err
    assert not [*case.parent.glob(".*")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_case_that_others_may_not_read_stays_so_while_it_is_written(
    case: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.chmod(0o600)
    seen, put = list[int](), Path.replace

    def noted(beside: Path, target: Path) -> Path:
        seen.append(beside.stat().st_mode & 0o777)
        return put(beside, target)

    monkeypatch.setattr(Path, "replace", noted)
    monkeypatch.setattr("shutil.copymode", lambda *_: None)  # before the mode is copied, too
    run("interview", case, "--list", "--write", "--answer", "concerns-relate@bo@south=no")

    assert seen == [0o600]
    assert "answer: false" in case.read_text(encoding="utf-8")


def _refused(*_: object) -> None:
    raise PermissionError(13, "Permission denied")
