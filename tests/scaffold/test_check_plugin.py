"""``cimscore check-plugin``: a program is held to its promises without a test file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_plugin_option import Run, alone, nothing_stays, said, shelter

from cimscore.cli.exits import Exit

__all__ = ["alone", "nothing_stays", "said"]


def test_a_new_program_keeps_every_promise(tmp_path: Path, said: Run) -> None:
    found = said("check-plugin", "--plugin", shelter(tmp_path), "--facts", "6")

    assert (found.code, found.err) == (Exit.DONE, "")
    assert "night-shelter" in found.out and "Nothing is wrong: it loads alone; " in found.out


def test_what_is_wrong_is_told_in_lines_and_as_json(tmp_path: Path, said: Run, alone: None) -> None:
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


def test_progress_is_told_at_a_terminal(
    tmp_path: Path, said: Run, alone: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    found = said("check-plugin", "--plugin", shelter(tmp_path), "--facts", "1")

    assert "night-shelter: 1 of 17: it loads alone\n" in found.err


@pytest.mark.parametrize(("typed", "says"), [([], "No program was named"), (["vic-cim"], "Did you mean 'vic-cims'?")])
def test_a_program_has_to_be_named(typed: list[str], says: str, said: Run) -> None:
    found = said("check-plugin", *typed)

    assert (found.code, says in found.err) == (Exit.USAGE, True)


POLICY = """\
# Staying

Anyone aged sixteen or more may stay for one night.

# Leaving

The worker must tell the council within 24 hours that a child has left alone.
"""


def test_a_program_in_which_nothing_is_encoded_is_told_so(tmp_path: Path, said: Run) -> None:
    document = tmp_path / "policy.md"
    document.write_text(POLICY, encoding="utf-8")
    made = said("new", "short-stay", "--from-source", document, "--out", tmp_path)
    found = said("check-plugin", "--plugin", tmp_path / "short-stay" / "src" / "short_stay")

    assert (made.code, found.code, found.err) == (Exit.DONE, Exit.DONE, "")
    assert all(
        line in made.out for line in ("cimscore check-plugin short-stay", "cimscore coverage --program short-stay")
    )
    told = " ".join(found.out.split())
    assert "Nothing is encoded yet: no rule carries out any of its 2 clauses" in told
    assert "Take one clause" in told
    assert "Nothing is wrong" not in told


def test_how_many_clauses_are_to_do_is_told_of_a_program_that_is_begun(tmp_path: Path, said: Run, alone: None) -> None:
    package = shelter(tmp_path)
    (clauses,) = (package / "policy" / "night-shelter" / "2025").glob("*.toml")
    stub = (
        '[[clause]]\nid = "night-shelter/visits/more"\ntext = "Another."\nstatements = ["X"]\ndisposition = "to do"\n'
    )
    held = 'confidence = "high"\n' if "held = false" in (package / "policy" / "sources.toml").read_text() else ""
    clauses.write_text(f"{clauses.read_text(encoding='utf-8')}\n{stub}{held}", encoding="utf-8")

    found = said("check-plugin", "--plugin", package, "--facts", "1")

    assert "clauses are still to do: cimscore coverage --program night-shelter" in " ".join(found.out.split())
