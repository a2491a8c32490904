"""Deciding in a browser what a form holds: the same words as on the command line, and the notifier nowhere."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from pathlib import Path
from typing import Any

import pytest
import yaml

from cimscore.cli import main
from cimscore.try_it import Trying, begin, call, supply_calendars
from cimscore.try_it import running as module

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(ROOT.glob("examples/*.yaml"))
ZED = {"name": "Zed Zedder", "phone": "0400 000 123"}


@pytest.fixture(scope="module")
def running() -> Trying:
    return begin()


def opened(running: Trying, file: Path) -> dict[str, Any]:
    """The document of a file as a form holds it."""
    return dict(running.opened(file.read_text(encoding="utf-8"), file.name)["document"])


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal as wide as a page."""
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def case(running: Trying) -> dict[str, Any]:
    return opened(running, ROOT / "examples/two-homes.yaml")


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_a_page_says_the_same_bytes_as_the_command_line_of_the_saved_case(
    running: Trying, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = running.decided(opened(running, file))
    monkeypatch.chdir(tmp_path)
    for kind in ("yaml", "json"):
        (tmp_path / f"case.{kind}").write_text(told[kind], encoding="utf-8")

    main(["assess", "case.yaml"])
    printed = capsys.readouterr().out
    main(["assess", "case.json"])

    assert printed == told["page"]
    assert capsys.readouterr().out.replace("case.json", "case.yaml") == told["page"]


@pytest.mark.parametrize("at", ["2025-03-10", "2025-03-06T14:00+10:00"])
def test_a_case_is_looked_at_from_a_moment_as_on_the_command_line(
    running: Trying, case: dict[str, Any], at: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = running.decided(case, at)
    monkeypatch.chdir(ROOT / "examples")

    main(["assess", "two-homes.yaml", "--at", at])

    assert told["at"] == at
    assert capsys.readouterr().out == told["page"].replace("case.yaml", "two-homes.yaml")


def test_now_is_the_moment_of_looking_and_is_told(running: Trying, case: dict[str, Any]) -> None:
    before = dt.datetime.now().astimezone().replace(microsecond=0)

    told = running.decided(case, "now")

    assert before <= dt.datetime.fromisoformat(told["at"]) <= dt.datetime.now().astimezone()
    assert "overdue by" in told["page"]
    assert running.decided(case, told["at"])["page"] == told["page"]


@pytest.mark.parametrize("at", ["soon", "2025-03-06T14:00", "0001-01-01"])
def test_what_is_no_moment_is_told_at_its_own_field(running: Trying, case: dict[str, Any], at: str) -> None:
    (problem,) = running.decided(case, at)["problems"]

    assert problem["where"] == "looked_at"
    assert at in problem["hint"]


def test_a_decision_is_told_with_its_clocks_questions_and_clauses(running: Trying, case: dict[str, Any]) -> None:
    (decision,) = running.decided(case)["decisions"]

    assert decision["state"] == "provisional"
    assert {clock["what"] for clock in decision["clocks"]} >= {"approve the notification"}
    assert all(clock["clauses"] for clock in decision["clocks"])
    assert all(line["clauses"] for line in decision["holds"] if line["topic"] == "roles")


def test_what_to_ask_next_is_what_the_interview_asks_and_an_answer_goes_into_the_document(
    running: Trying, case: dict[str, Any]
) -> None:
    (asked,) = running.decided(case)["asks"]
    told = {choice["answer"]: choice["changes"] for choice in asked["choices"]}

    document = running.answered(case, asked["address"], "all in one", "2025-03-03")["document"]

    assert asked["decided_by"] == "senior-team-leader"
    assert "the notification of south is written on the form for north" in told["all in one"]
    assert [entry for entry in document["decisions"] if entry not in case["decisions"]] == [
        {
            "question": "qld-child-safety/more-than-one-notification", "about": "case", "answer": [["north", "south"]],
            "by": "senior-team-leader", "at": "2025-03-03",
        }
    ]  # fmt: skip
    assert running.decided(document)["asks"] == []


def test_what_is_no_answer_is_refused_in_a_sentence(running: Trying, case: dict[str, Any]) -> None:
    (asked,) = running.decided(case)["asks"]

    assert running.answered(case, asked["address"], "perhaps")["refused"].startswith("'perhaps' is no answer to")


def test_a_picture_is_drawn_of_the_case(running: Trying, case: dict[str, Any]) -> None:
    told = running.decided(case)

    assert told["picture"].startswith("<svg")
    assert "Mia Example" in told["table"]


def test_every_problem_is_told_at_once_with_its_place_and_the_document_can_still_be_saved(
    running: Trying, case: dict[str, Any]
) -> None:
    case["people"][0]["born"] = "2014-02-30"
    case["residences"][0]["household"] = "nroth"

    told = running.decided(case)

    assert {problem["where"] for problem in told["problems"]} == {"people[0].born", "residences[0].household"}
    assert yaml.safe_load(told["yaml"]) == case == json.loads(told["json"])


def test_a_case_that_names_no_program_is_told_in_a_sentence(running: Trying, case: dict[str, Any]) -> None:
    del case["programs"]

    (problem,) = running.decided(case)["problems"]

    assert "program" in problem["hint"]


def test_a_notifier_is_in_nothing_that_comes_back_and_changes_nothing(running: Trying, case: dict[str, Any]) -> None:
    without = running.decided(case)

    told = running.decided({**case, "notifier": ZED})

    assert told == without
    assert "Zed" not in json.dumps(running.decided({**case, "notifier": ZED, "people": "none"}))


def test_a_file_gives_its_notifier_apart(running: Trying, case: dict[str, Any]) -> None:
    text = yaml.safe_dump({**case, "notifier": ZED})

    told = running.opened(text, "mine.yaml")

    assert told == {"document": case, "notifier": ZED}


def test_a_file_that_is_no_document_is_told_by_its_line(running: Trying) -> None:
    (problem,) = running.opened("id: a\nid: b\n", "mine.yaml")["problems"]

    assert problem["line"] == 2


def test_what_is_kept_from_somebody_is_not_shown(running: Trying, case: dict[str, Any]) -> None:
    case["households"][0]["kept_from"] = ["leo"]

    told = running.decided(case)

    assert "Logan" not in json.dumps([told[part] for part in ("page", "decisions", "picture", "table")])
    assert "kept from somebody" in told["page"]


def test_one_case_keeps_nothing_back_of_the_next(running: Trying, case: dict[str, Any]) -> None:
    kept = {**case, "households": [{**case["households"][0], "kept_from": ["leo"]}, case["households"][1]]}
    running.decided(kept)

    assert "Logan" in running.decided(case)["page"]


def test_a_function_is_called_by_name_with_json_in_and_out(running: Trying, case: dict[str, Any]) -> None:
    assert json.loads(call(running, "decided", json.dumps([case]))) == running.decided(case)


def test_what_is_to_be_packed_takes_the_calendars_of_where_it_comes_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import cimscore_vic_cims  # noqa: PLC0415 - its calendars are put back

    (victoria,) = cimscore_vic_cims.cimscore_calendars()
    packed = victoria.with_local("Yarriambiack", {})
    (tmp_path / module.CALENDARS).write_bytes(pickle.dumps({"cimscore_vic_cims": (packed,)}))
    monkeypatch.setattr(cimscore_vic_cims, "cimscore_calendars", cimscore_vic_cims.cimscore_calendars)
    monkeypatch.setattr(module, "load_rulebook", module.load_rulebook.__wrapped__)
    monkeypatch.setattr(module, "files", lambda *_: tmp_path)

    supply_calendars()
    program = begin().rulebook.programs["vic-cims"]

    assert program.declared.calendars == (packed,)
    assert victoria != packed


def test_a_packed_copy_decides_with_the_programs_as_they_were_packed(
    running: Trying, case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = running.decided(case)
    (tmp_path / module.READY).write_bytes(pickle.dumps(running))
    monkeypatch.setattr(module, "files", lambda *_: tmp_path)
    monkeypatch.delattr(module, "load_rulebook")

    assert begin().decided(case) == told


WEBFORM = "vic-cims/incident-report-webform"
REPORT: dict[str, Any] = {
    "cimscore": 1, "id": "a-fall", "programs": ["vic-cims"],
    "people": [{"id": "cal", "name": {"given": "Cal", "family": "Example"}, "gender": "unknown"}],
    "incident": {"about": ["cal"], "occurred": "2025-03-03", "facts": {"vic-cims": {"client-harmed": False}}},
}  # fmt: skip


def test_what_a_form_is_owed_is_told_even_where_the_document_cannot_be_read(running: Trying) -> None:
    owed = {entry["field"]: entry["owed"] for entry in running.owed(WEBFORM, {**REPORT, "people": "none"}, False)}

    assert owed["concerns.text"] is True
    assert "client-harmed" not in owed, "no is an answer"


def test_what_is_not_known_yet_is_told_apart_from_what_is_owed(running: Trying) -> None:
    (gender,) = (entry for entry in running.owed(WEBFORM, REPORT, False) if not entry["owed"])

    assert (gender["label"], gender["about"], gender["state"]) == ("Gender", "Cal Example", "not known yet")


def test_a_form_learns_of_a_notifier_only_that_one_is_named(running: Trying, case: dict[str, Any]) -> None:
    def owed(notifier: bool | str) -> list[bool]:
        entries = running.owed("qld-child-safety/intake-form", case, notifier)
        return [entry["owed"] for entry in entries if entry["field"] == "notifier"]

    assert (owed(False), owed("unknown"), owed(True)) == ([True], [False], [])


def test_the_report_of_a_page_is_the_same_bytes_as_that_of_the_command_line(
    running: Trying, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.yaml").write_text(running.decided(REPORT)["yaml"], encoding="utf-8")

    main(["form", "report.yaml", "-o", "-"])

    assert capsys.readouterr().out == running.report(WEBFORM, REPORT, False)["page"]


def test_the_report_of_a_document_that_cannot_be_read_is_not_made(running: Trying) -> None:
    assert "people" in running.report(WEBFORM, {**REPORT, "people": "none"}, False)["problems"]


def test_what_is_kept_from_somebody_is_not_in_the_report_of_a_page(running: Trying, case: dict[str, Any]) -> None:
    case["households"][0]["kept_from"] = ["leo"]

    assert "Logan" not in running.report("qld-child-safety/intake-form", case, False)["page"]
