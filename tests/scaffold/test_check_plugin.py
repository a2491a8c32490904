"""``cimscore check-plugin``: a program is held to its promises without a test file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_plugin_option import Run, nothing_stays, said, shelter

from cimscore.cli.exits import Exit

__all__ = ["nothing_stays", "said"]


def test_a_new_program_keeps_every_promise(tmp_path: Path, said: Run) -> None:
    found = said("check-plugin", "--plugin", shelter(tmp_path), "--facts", "6")

    assert (found.code, found.err) == (Exit.DONE, "")
    assert "night-shelter" in found.out and "Nothing is wrong: it loads alone; " in found.out


def test_what_is_wrong_is_told_in_lines_and_as_json(tmp_path: Path, said: Run) -> None:
    package = shelter(tmp_path)
    example = package / "examples" / "usual.yaml"
    text = example.read_text(encoding="utf-8").replace("state: final", "state: provisional")
    example.write_text(text, encoding="utf-8")
    typed = ("check-plugin", "--plugin", package, "--facts", "1")

    found, plain = said(*typed), said(*typed, "--json")

    expected = [
        "worked examples hold: usual: state: expected and not found: provisional",
        "worked examples hold: usual: state: found and not expected: final",
    ]
    assert (found.code, plain.code) == (Exit.PROBLEMS, Exit.PROBLEMS)
    assert json.loads(plain.out) == {"night-shelter": expected}
    assert all(f"- {line}" in found.out for line in expected)


def test_progress_is_told_at_a_terminal(tmp_path: Path, said: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    found = said("check-plugin", "--plugin", shelter(tmp_path), "--facts", "1")

    assert "night-shelter: 1 of 17: it loads alone\n" in found.err


@pytest.mark.parametrize(("typed", "says"), [([], "No program was named"), (["vic-cim"], "Did you mean 'vic-cims'?")])
def test_a_program_has_to_be_named(typed: list[str], says: str, said: Run) -> None:
    found = said("check-plugin", *typed)

    assert (found.code, says in found.err) == (Exit.USAGE, True)
