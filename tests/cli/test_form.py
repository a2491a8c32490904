"""The form of a report on the command line: what is owed, the report as a page, and the register that keeps it."""

from __future__ import annotations

import io
import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cimscore.cli.exits import Exit

ROOT = Path(__file__).parents[2]
TWO_HOMES = ROOT / "examples" / "two-homes.yaml"
BOTH = ROOT / "examples" / "both-programs.yaml"
GUIDE = ROOT / "site" / "docs" / "guides" / "try-it.md"
WEBFORM = "vic-cims/incident-report-webform"
REPORT = """\
cimscore: 1
id: a-fall
programs: [vic-cims]
dates: {received: 2025-03-03T10:00+11:00}
people:
  - {id: cal, name: {given: Cal, family: Example}, born: 2008-05-02, gender: unknown}
incident:
  about: [cal]
  occurred: 2025-03-03T09:00+11:00
  text: Cal fell down the stairs.
  facts:
    vic-cims: {client-harmed: true, during-service-delivery: true, disclosed: 2025-03-03T10:00+11:00}
  moves:
    incident-report: [{move: submit, by: staff member, at: 2025-03-04T09:00+11:00}]
facts:
  vic-cims: {provider: organisation, department-funds-it: true, service: disability}
notifier: Quentin Zweig, a teacher
"""
Run = Callable[..., Any]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.yaml"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_what_is_owed_and_what_is_not_known_yet_are_told_apart_with_their_clauses(report: Path, run: Run) -> None:
    told = run("form", report)

    assert told.code == Exit.DONE
    assert (
        told.out
        == f"""\
Incident report ({WEBFORM}): 2 still owed, 1 not known yet
  Still owed:
  - Does the NDIS fund the organisation? [vic/ndis/dual-funded]
      facts.vic-cims.ndis-funds-it
  - Of which type is the incident? [vic/update-2024/serious-risk]
      incident.facts.vic-cims.incident-type
  Not known yet:
  - Gender (Cal Example) [vic/update-2024/gender-options]
      people[0].gender
"""
    )


def test_every_field_is_told_to_machines_in_the_order_of_the_form(report: Path, run: Run) -> None:
    (form,) = json.loads(run("form", report, "--json").out)

    assert form["form"] == WEBFORM
    assert [field["field"] for field in form["fields"]][:3] == ["provider", "concerns.text", "concerns.about"]
    assert {field["field"]: field["said"] for field in form["fields"]}["client-harmed"] is True
    assert all(field["clauses"] for field in form["fields"])


def test_the_report_is_a_page_with_its_clocks_and_what_is_owed(report: Path, tmp_path: Path, run: Run) -> None:
    page = tmp_path / "report.html"

    told = run("form", report, "-o", page)

    text = page.read_text(encoding="utf-8")
    assert (told.code, told.out, told.err) == (Exit.DONE, "", "")
    assert "<h2>Still owed: 2</h2>" in text
    assert "Cal fell down the stairs." in text
    assert "Thursday 6 March 2025, end of day" in text
    assert run("form", report, "-o", "-").out == text


def test_a_notifier_is_in_no_output_of_a_form(tmp_path: Path, run: Run) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(TWO_HOMES.read_text(encoding="utf-8") + "notifier: Quentin Zweig\n", encoding="utf-8")

    outputs = [run("form", case, *more) for more in ((), ("--json",), ("-o", "-"))]

    assert not [told for told in outputs if "Quentin" in told.out + told.err or "Zweig" in told.out + told.err]
    assert "Notifier [qld/record-intake/notifier-field" not in outputs[0].out, "it is named, so that it is not owed"
    assert "Notifier [qld/record-intake/notifier-field" in run("form", TWO_HOMES).out
    assert "<td>in the notifier field</td>" in outputs[2].out


def test_what_is_kept_from_somebody_is_not_in_the_report(tmp_path: Path, run: Run) -> None:
    case = tmp_path / "case.yaml"
    text = TWO_HOMES.read_text(encoding="utf-8").replace("born: 1986-01-20}", "born: 1986-01-20, kept_from: [leo]}")
    case.write_text(text, encoding="utf-8")

    hidden, shown = run("form", case, "-o", "-"), run("form", case, "-o", "-", "--show-kept")

    assert "Mia" not in hidden.out
    assert "kept from somebody" in hidden.err
    assert "Mia Example" in shown.out


def test_one_form_of_several_programs_is_named(run: Run) -> None:
    several = run("form", BOTH, "-o", "-")

    assert several.code == Exit.USAGE
    assert f"Name one: --form qld-child-safety/intake-form or {WEBFORM}." in " ".join(several.err.split())
    assert run("form", BOTH, "-o", "-", "--form", WEBFORM).code == Exit.DONE
    assert f"Did you mean '{WEBFORM}'?" in run("form", BOTH, "--form", f"{WEBFORM}s").err


def test_standard_input_is_read_as_a_file_is(report: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input = io.TextIOWrapper(io.BytesIO(report.read_bytes()), encoding="utf-8")
    from_file = run("form", report).out

    monkeypatch.setattr("sys.stdin", standard_input)

    assert run("form", "-").out == from_file


def test_the_guide_says_what_is_printed(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = GUIDE.read_text(encoding="utf-8")
    (document,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    (console,) = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    (register,) = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    Path("report.yaml").write_text(document, encoding="utf-8")
    run("register", "init", "register.db")

    _, *told = console.split("$ cimscore ")
    for command, _, printed in (step.partition("\n") for step in told):
        assert run(*shlex.split(command)).out == printed
    kept = run(*shlex.split(register.removeprefix("cimscore ")))

    assert Path("report.html").is_file()
    assert "incident-report:incident (vic-cims): not begun" in kept.out


def test_a_register_keeps_the_report_by_one_command_with_its_record_submitted_and_its_clocks(
    report: Path, tmp_path: Path, run: Run
) -> None:
    register = tmp_path / "register.db"
    run("register", "init", register)

    kept = run("register", "add", register, report, "--by", "Sam Example", "--as", "staff member")

    assert "incident-report:incident (vic-cims): submitted" in kept.out
    assert "Quentin" not in kept.out + run("register", "show", register, "a-fall").out
    asked = run("register", "notifier", register, "a-fall", "--purpose", "a test", "--by", "Lee", "--as", "delegate")
    assert "Quentin Zweig" in asked.out


def test_a_report_that_is_not_submitted_yet_is_kept_with_its_clock(report: Path, tmp_path: Path, run: Run) -> None:
    register = tmp_path / "register.db"
    text = REPORT.replace(
        "  moves:\n    incident-report: [{move: submit, by: staff member, at: 2025-03-04T09:00+11:00}]\n", ""
    )
    report.write_text(text, encoding="utf-8")
    run("register", "init", register)

    kept = run("register", "add", register, report, "--by", "Sam Example", "--as", "staff member")

    assert "incident-report:incident (vic-cims): not begun" in kept.out
    due = run("register", "due", register).out
    assert "Thursday 6 March 2025, end of day, Melbourne time: the reporting organisation to report" in " ".join(
        due.split()
    )
