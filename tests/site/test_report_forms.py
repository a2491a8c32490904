"""The form of a report filled in by keyboard in a real browser, kept by a register by one command, and printed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

WEBFORM = "vic-cims/incident-report-webform"
INTAKE = "qld-child-safety/intake-form"
ZED = "Zed Zedder, 0400 000 123"
A4 = [595, 842]
DISCLOSED = (
    "When was the incident disclosed: when did whoever works or acts for the provider first know of it, "
    "told or a witness?"
)
A_FALL = [
    ["Name of this report, by which a register keeps it", "a-fall"],
    ["Who delivers the service: an organisation, or the department itself?", "organisation"],
    ["What happened, in outline", "Cal fell down the stairs."],
    ["Id", "cal"],
    ["Which client it happened to", "cal"],
    ["Given name", "Cal"],
    ["Family name", "Example"],
    ["Gender", "not known"],
    ["When it happened", "2025-03-03T09:00+11:00"],
    ["Did the incident harm a client?", "yes"],
    ["Did the incident happen while the service was being delivered to the client?", "yes"],
    [DISCLOSED, "2025-03-03T10:00+11:00"],
    ["When the report came in", "2025-03-03T10:00+11:00"],
    ["In which service did it happen?", "disability"],
    ["Does the department fund the organisation?", "yes"],
    ["Does the NDIS fund the organisation?", "no"],
    ["Of which type is the incident?", "injury-explained"],
]
SUBMITTED = [
    ["When it is submitted; empty for as long as it is not", "2025-03-04T09:00+11:00"],
    ["Who submits it", "staff member"],
]

Seen = dict[str, Any]


@pytest.fixture(scope="session")
def reporting(site: Path, browser: Callable[..., Any]) -> Callable[..., Seen]:
    """Fills in a form on the built site, and gives what was seen. It needs what the other tests of the browser need."""
    if not (site / "assets" / "try-it").is_dir():
        pytest.skip("the site is built without packed rules: run `npm ci` before `nox -s site`")
    names = ("chromium", "chromium-browser", "google-chrome")
    chromium = os.environ.get("CIMSCORE_CHROMIUM") or next(filter(None, map(shutil.which, names)))

    def fills(form: str, **given: Any) -> Seen:
        told = json.dumps({"form": form, **given})
        command = ["node", str(Path(__file__).with_name("report.mjs")), str(site), told]
        environment = {**os.environ, "CIMSCORE_CHROMIUM": str(chromium)}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        seen = json.loads(done.stdout)
        assert seen["strangers"] == []
        return dict(seen)

    return fills


def ran(folder: Path, *command: str) -> str:
    """What a command prints, in the folder that a browser has saved into."""
    environment = {**os.environ, "COLUMNS": "100"}
    done = [sys.executable, "-m", "cimscore", *command]
    return subprocess.run(done, cwd=folder, env=environment, capture_output=True, text=True, check=True).stdout


def kept(folder: Path) -> str:
    """What a register says that keeps the saved report by one command."""
    ran(folder, "register", "init", "register.db")
    return ran(folder, "register", "add", "register.db", "report.yaml", "--by", "Sam Example", "--as", "staff member")


def test_a_report_is_typed_saved_printed_and_kept_with_its_record_and_clocks(
    reporting: Callable[..., Seen], tmp_path: Path
) -> None:
    seen = reporting(WEBFORM, type=[*A_FALL, *SUBMITTED], folder=str(tmp_path))

    assert (seen["owed"], seen["problems"]) == ("Nothing is owed. Not known yet: 1.", [])
    assert seen["beside"] == ["Not known yet."]
    assert "Thursday 6 March 2025, end of day" in seen["page"]
    assert "incident-report:incident (vic-cims): submitted" in kept(tmp_path)
    assert "Cal fell down the stairs." in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert ran(tmp_path, "form", "report.yaml", "-o", "-") == (tmp_path / "report.html").read_text(encoding="utf-8")
    assert (seen["printed"], seen["controls"], seen["paper"]) == ("Incident report: a-fall", 0, A4)


def test_a_half_filled_report_says_what_is_owed_and_is_kept_all_the_same(
    reporting: Callable[..., Seen], site: Path, tmp_path: Path
) -> None:
    some = [entry for entry in A_FALL if entry[1] not in ("yes", "not known", "injury-explained")]

    seen = reporting(WEBFORM, type=some, go="Did the incident harm a client?", folder=str(tmp_path))

    assert seen["owed"] == "Still owed: 5."
    assert [entry.partition(" vic/")[0] for entry in seen["list"]] == [
        "Did the incident harm a client?",
        "Did the incident happen while the service was being delivered to the client?",
        "Does the department fund the organisation?",
        "Of which type is the incident?",
        "Gender (Cal Example)",
    ]
    assert seen["beside"] == ["Still owed."] * 5
    assert seen["focused"] == "Did the incident harm a client?"
    assert [link for link in seen["clauses"] if not (site / "forms" / "vic-cims" / link).is_file()] == []
    assert "<h2>Still owed: 5</h2>" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "incident-report:incident (vic-cims): not begun" in kept(tmp_path)
    due = " ".join(ran(tmp_path, "register", "due", "register.db").split())
    assert "Thursday 6 March 2025, end of day, Melbourne time: the reporting organisation to report the incident" in due


def test_the_notifier_of_an_intake_goes_into_the_notifier_field_and_nowhere_else(
    reporting: Callable[..., Seen], tmp_path: Path
) -> None:
    typed = [
        ["Name of this report, by which a register keeps it", "an-intake"],
        ["When the concerns were received", "2025-03-03T10:00+10:00"],
        ["Given name", "Ari"],
        ["Context", "The family moved in January."],
        ["Child-protection history", "None is known."],
        ["Where it happened", "elsewhere"],
    ]

    seen = reporting(INTAKE, type=typed, notifier=ZED, folder=str(tmp_path))

    assert (seen["notifier"], seen["elsewhere"], seen["files"]) == (ZED, 0, [])
    assert not [entry for entry in seen["list"] if entry.startswith("Notifier")]
    assert ZED not in (tmp_path / "report.html").read_text(encoding="utf-8")
    saved = (tmp_path / "report.yaml").read_text(encoding="utf-8")
    assert saved.count(ZED) == 1
    assert saved.endswith(f'notifier: "{ZED}"\n')
    assert ZED not in kept(tmp_path) + ran(tmp_path, "register", "show", "register.db", "an-intake")
    look = ("register", "notifier", "register.db", "an-intake", "--purpose", "a test", "--by", "Kim", "--as", "officer")
    assert ZED in ran(tmp_path, *look)


def test_a_saved_report_is_taken_up_again(reporting: Callable[..., Seen], tmp_path: Path) -> None:
    first = reporting(
        INTAKE, type=[["Context", "He had moved."], ["Given name", "Ari"]], notifier=ZED, folder=str(tmp_path)
    )

    again = reporting(
        INTAKE, file=str(tmp_path / "report.yaml"), type=[["Strengths and protective factors", "His aunt."]]
    )

    assert again["notifier"] == ZED
    assert "He had moved." in again["yaml"]
    assert len(again["list"]) == len(first["list"]) - 1


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_is_accessible(reporting: Callable[..., Seen], scheme: str, width: int) -> None:
    seen = reporting(
        INTAKE, type=[["Given name", "Ari"], ["Context", "He had moved."]], axe=True, scheme=scheme, width=width
    )

    assert seen["violations"] == []
    assert seen["sideways"] <= 0
