"""The shipped overlay: 24 hours stand beside three business days in text, in JSON, on the site and in the due list."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from cimscore.cli import main

pytest.importorskip("cimscore_vic_cims", reason="the program that the overlay adds to is not installed")

ROOT = Path(__file__).parents[1]
OVERLAY = ROOT / "examples" / "overlay"
HERE = (str(OVERLAY / "both-limits.yaml"), "--plugin", str(OVERLAY / "harbour_care"))
FROM_THE_ROOT = ("examples/overlay/both-limits.yaml", "--plugin", "examples/overlay/harbour_care")
NOON = ("--at", "2025-03-04T12:00+11:00")
SOONER = "Tuesday 4 March 2025, 10:00, Melbourne time"
LATER = "Thursday 6 March 2025, end of day, Melbourne time"


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main([*arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("command", ["assess", "due"])
def test_text_is_the_committed_one(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`nox -s examples` writes it anew."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(ROOT)

    text = said(capsys, command, *FROM_THE_ROOT, *NOON)

    assert text == (OVERLAY / "expected" / f"{command}.txt").read_text(encoding="utf-8")
    plain = " ".join(text.split())
    assert f"stricter than vic-cims, which asks for it by {LATER}" in plain
    assert f"harbour-care asks for it sooner, by {SOONER}" in plain


def test_what_is_told_to_type_next_can_be_typed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    monkeypatch.chdir(ROOT)
    page, reasons = (said(capsys, command, *FROM_THE_ROOT) for command in ("assess", "explain"))
    told = re.findall(r"cimscore ((?:assess|possible|explain) .*)", page + reasons)

    assert {typed.split()[0] for typed in told} >= {"assess", "possible"}
    for typed in dict.fromkeys(told):
        said(capsys, *shlex.split(typed))


def clocks(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {clock["id"]: clock for decision in document["decisions"] for clock in decision["clocks"]}


def test_the_document_of_the_decision_has_both_days(capsys: pytest.CaptureFixture[str]) -> None:
    told = clocks(json.loads(said(capsys, "assess", *HERE, "--json")))

    assert told["report"]["due"] == told["report-sooner"]["limits"]["due"] == "2025-03-07T00:00:00+11:00"
    assert told["report-sooner"]["due"] == "2025-03-04T10:00:00+11:00"
    assert told["report-sooner"]["limits"]["stricter"] is True


def test_the_due_list_has_both_days_in_order_of_time(capsys: pytest.CaptureFixture[str]) -> None:
    due = json.loads(said(capsys, "due", *HERE, *NOON, "--json"))["due"]

    assert [(one["program"], one["id"], one["stands"]["word"]) for one in due] == [
        ("harbour-care", "report-sooner", "overdue"),
        ("harbour-care", "read-the-draft", "running"),
        ("vic-cims", "report", "running"),
    ]


@pytest.mark.parametrize(
    "programs",
    [("harbour-care",), pytest.param(("harbour-care", "vic-cims"), marks=pytest.mark.long)],
    ids=" and ".join,
)
def test_the_site_has_both_limits_and_both_days(
    programs: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = [part for program in programs for part in ("--program", program)]
    said(capsys, "site", "generate", "--out", str(tmp_path), *named, "--plugin", HERE[2])

    (row,) = re.findall(
        r"^\| report the incident .*$", (tmp_path / "programs/harbour-care.md").read_text(), re.MULTILINE
    )
    assert "The time is 24 hours." in row
    assert "3 business days" in row
    example = (tmp_path / "examples/harbour-care/both-limits.md").read_text(encoding="utf-8")
    (mine,) = re.findall(rf"^\| Report the incident \| i1 \| {SOONER}; (.*?) \|", example, re.MULTILINE)
    (theirs,) = re.findall(rf"^\| Report the incident \| i1 \| {LATER}; (.*?) \|", example, re.MULTILINE)
    assert mine == f"stricter than vic-cims, which asks for it by {LATER}"
    assert theirs == f"harbour-care asks for it sooner, by {SOONER}"
    if "vic-cims" in programs:
        assert row.split(" | ")[0] in (tmp_path / "programs/vic-cims.md").read_text(encoding="utf-8")


def test_the_files_are_those_of_the_guide() -> None:
    guide = (ROOT / "site" / "docs" / "guides" / "add-to-a-program.md").read_text(encoding="utf-8")
    files = dict(re.findall(r"^```\w+\n# file: (harbour_care/\S+)\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL))

    kept = [path for path in (OVERLAY / "harbour_care").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert {str(path.relative_to(OVERLAY)): path.read_text(encoding="utf-8") for path in kept} == files
