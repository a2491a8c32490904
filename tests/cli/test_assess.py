"""What a person reads of a case: a page for each program, the whole of it on request, and one document for machines."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from invented_program import CASE, declared, install, second
from tests.each_nth import each_nth

from cimscore.assessment import assessment_schema
from cimscore.cli.exits import Exit

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
from invented import family_document, incidents_document, without_births  # noqa: E402 - a folder beside the tests

EXAMPLES = ROOT / "examples"
TWO_HOMES = EXAMPLES / "two-homes.yaml"
HALF_SISTER = EXAMPLES / "two-homes-half-sister.yaml"
CASES = [*sorted(EXAMPLES.glob("*.yaml")), *sorted((ROOT / "tests" / "cases" / "documents").glob("*.yaml"))]
Run = Callable[..., Any]


def joined(text: str) -> str:
    """The text without its line breaks."""
    return " ".join(text.split())


def test_the_first_page_tells_records_with_their_people_and_clocks_in_order_of_time(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)  # A page names its file, so that a long path leaves room for less.
    said = joined(run("assess", HALF_SISTER.relative_to(ROOT)).out)

    assert "Notification of north, priority 5-day: Ari Example, subject child; Leo Example, parent" in said
    assert "Bo Example, subject child (provisional: question 1)" in said
    assert (
        "Thursday 6 March 2025, end of day, Brisbane time (not compared with today: it may have passed): the senior"
        in said
    )
    assert said.index("approve the notification") < said.index("start the investigation and assessment")
    assert "service centre's senior team leader and management team 1" in said
    assert "others" not in said
    assert "decide CASE" not in said


def test_the_open_decision_says_who_decides_what_is_worked_with_and_what_another_answer_changes(run: Run) -> None:
    said = joined(run("assess", HALF_SISTER, "--record", "south").out).partition("What is open")[2]

    assert "The child safety officer decides: Do the concerns in south relate to Bo Example too?" in said
    assert "Working answer: yes (weighed as a subject until it is decided)." in said
    assert "If 'no': Bo Example is other child in notification of south. No longer: Bo Example" in said
    assert "; Bo Example is a subject of the concerns in south." in said


def test_warnings_are_counted_first_and_stand_before_everything_but_what_is_open(run: Run) -> None:
    said = joined(run("assess", ROOT / "tests/cases/documents/vic-endorsed-by-the-accused.yaml").out)

    assert "The report on i1 was endorsed by Ottilie Example, whom it accuses" in said
    order = ("2 warnings below.", "What is open", "Warnings", "What to record")
    assert sorted(order, key=said.index) == list(order)


@pytest.mark.parametrize("path", each_nth(CASES, 8), ids=lambda path: path.stem)
def test_what_only_leads_to_others_is_nowhere_told(path: Path, run: Run) -> None:
    ran = run("assess", path, "--all")
    if ran.code is Exit.DONE:
        assert not any(f"[{id}" in ran.out for id in ("part@", "counted-at", "hundred-at", "harmful", "keeps"))


def test_the_whole_page_names_clauses_and_addresses_that_can_be_explained(run: Run) -> None:
    whole = joined(run("assess", HALF_SISTER, "--all", "--ids").out)
    concluded = whole.partition("Everything concluded")[2].partition("Editions")[0]
    lines = concluded.split(" - ")[1:]
    addresses = [line.partition("[")[2].partition(";")[0] for line in lines]

    assert len(addresses) > 20
    assert [line for line in lines if "; by qld/" not in line] == []
    explained = json.loads(run("explain", HALF_SISTER, *addresses, "--json").out)
    assert {each["standing"] for each in explained} == {"certain", "provisional"}


def test_what_is_done_at_once_stands_before_what_is_reported_and_investigated(run: Run) -> None:
    said = joined(run("assess", EXAMPLES / "both-programs.yaml", "--program", "vic-cims", "--all").out)
    order = ["must, at once: - make sure that Tess Example is safe", "report it: submit", "is to investigate"]

    assert sorted(order, key=said.index) == order


def test_what_is_to_be_pasted_answers_the_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    install(monkeypatch, declared())
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    asked = run("assess", path, "--all").out
    line = next(line for line in asked.splitlines() if "{question: invented/loud" in line)
    answered = line.replace("answer: ...", "answer: true").replace("at: ...", "at: 2025-03-03")
    path.write_text(f"{CASE}decisions:\n{answered}\n", encoding="utf-8")

    assert "Was c1 loud?" in asked
    assert "by the readings taken; a new fact may change it." in run("assess", path).out


def test_the_receipt_tells_the_reading_and_the_moment(run: Run) -> None:
    reading = "qld-child-safety/end-of-last-day=same-clock"
    said = joined(run("assess", TWO_HOMES, "--reading", reading, "--at", "2025-03-04", "--all").out)

    assert "Thursday 6 March 2025, 14:00, Brisbane time: the senior team leader to approve the notification" in said
    assert "readings: end-of-last-day=same-clock" in said.partition("Receipt")[2]
    assert "at: 2025-03-04" in said.partition("Receipt")[2]


def test_clocks_are_running_or_overdue_for_the_moment_given(run: Run) -> None:
    before, after = (run("assess", TWO_HOMES, "--at", day).out for day in ("2025-03-04", "2025-04-01"))

    assert "approve the notification [running, 2 business days left]" in joined(before)
    assert "approve the notification [overdue by 18 business days]" in joined(after)


def test_several_programs_have_a_page_each_and_why_both_ask_is_said_with_its_clause(run: Run) -> None:
    both, one = run("assess", EXAMPLES / "dual-funded.yaml").out, run("assess", EXAMPLES / "december-gap.yaml").out

    assert both.index("Case dual-funded: NDIS") < both.index("Case dual-funded: Victoria")
    assert "vic-cims and ndis-incidents: Since 1 July 2019" in both
    assert "[vic/ndis/dual-funded]" in both.partition("How these programs stand to each other")[2]
    assert "How these programs stand to each other" not in one


@pytest.mark.parametrize("columns", ["40", "72", "100"])
def test_the_page_keeps_to_the_width_but_for_what_is_to_be_copied(
    columns: str, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    run("--version")  # settles the fixture's own width first
    monkeypatch.setenv("COLUMNS", columns)
    lines = run("assess", HALF_SISTER, "--all").out.splitlines()
    long = [line for line in lines if len(line) > int(columns) and len(line.split()) > 2]

    assert [line for line in long if "{question:" not in line] == []


def test_nothing_in_a_document_can_command_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    install(monkeypatch, declared())
    path = tmp_path / "case.yaml"
    path.write_text(CASE.replace("given: Mia", 'given: "Mia\\e[31m\\u202e"'), encoding="utf-8")
    ran = run("assess", path)

    assert "\x1b" not in ran.out + ran.err
    assert "\u202e" not in ran.out + ran.err
    assert ran.code == Exit.DOCUMENT
    assert "people[0]" in ran.err


# The document.

VALIDATOR = jsonschema.Draft202012Validator(assessment_schema())


@pytest.mark.parametrize("path", each_nth(CASES, 6), ids=lambda path: path.stem)
def test_every_document_fits_its_schema(path: Path, run: Run) -> None:
    ran = run("assess", path, "--json")
    if ran.code is not Exit.DOCUMENT:
        document = json.loads(ran.out)
        assert [error.message for error in VALIDATOR.iter_errors(document)] == []
        assert {document["case"]} == {each["case"] for each in document["decisions"]}
        assert document["final"] == all(each["state"] == "final" for each in document["decisions"])


def test_the_schema_committed_is_the_schema_made(run: Run) -> None:
    """`nox -s schemas` writes it anew."""
    assert run("schema", "--assessment").out == (ROOT / "schemas" / "assessment-1.schema.json").read_text("utf-8")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda document: document.update(extra=1),
        lambda document: document["decisions"][0].pop("state"),
        lambda document: document["decisions"][0]["conclusions"][0].update(standing="perhaps"),
        lambda document: document["decisions"][0]["clocks"][0].update(id=3),
    ],
)
def test_the_schema_refuses_what_is_no_such_document(spoil: Callable[[Any], object], run: Run) -> None:
    document = json.loads(run("assess", TWO_HOMES, "--json").out)
    spoil(document)

    assert list(VALIDATOR.iter_errors(document))


def as_in_a_row(printed: str) -> str:
    """What is printed for people to read too, as a row of many cases has it: without line ends and margins."""
    return json.dumps(json.loads(printed), separators=(",", ":"))


@pytest.mark.parametrize(("homes", "known"), each_nth([(3, True), (3, False), (1, True), (1, False)], 4))
def test_eight_concerns_of_ten_people_fit_into_25_kilobytes(homes: int, known: bool, tmp_path: Path, run: Run) -> None:
    path, document = tmp_path / "ten.json", family_document(10, homes, 8)
    path.write_text(json.dumps(document if known else without_births(document)), encoding="utf-8")
    ran = run("assess", path, "--json")

    assert ran.code == Exit.DONE
    assert 8_000 < len(as_in_a_row(ran.out)) <= 25_000


@pytest.mark.parametrize(
    ("program", "known"),
    each_nth([("vic-cims", False), ("ndis-incidents", False), ("ndis-incidents", True), ("vic-cims", True)], 2),
)
def test_six_incidents_of_ten_people_fit_into_25_kilobytes(program: str, known: bool, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "ten.json"
    path.write_text(json.dumps(incidents_document(10, 6, program, known=known)), encoding="utf-8")
    ran = run("assess", path, "--json")

    assert ran.code == Exit.DONE
    assert 5_000 < len(as_in_a_row(ran.out)) <= 25_000


def test_the_trace_is_a_part_of_the_document_that_is_asked_for(run: Run) -> None:
    brief, whole = (json.loads(run("assess", HALF_SISTER, "--json", *more).out) for more in ([], ["--trace"]))
    (traced,) = (decision.pop("trace") for decision in whole["decisions"])

    assert brief == whole
    assert [error.message for error in VALIDATOR.iter_errors(whole)] == []
    why = next(each for each in traced if each["address"] == "role@bo@notification:south")
    assert why["clauses"][0] == "qld/subject-or-other/subject-of-concerns"
    assert why["rests_on"] == [{"qld-child-safety/concerns-relate@bo@south": "no"}]


def test_each_entry_of_a_document_stands_in_a_line(run: Run) -> None:
    lines = run("assess", TWO_HOMES, "--json").out.splitlines()

    assert '    {"id":"harm-household","about":["north"],"standing":"certain"},' in lines
    assert len(lines) > 60


def test_one_document_is_printed_also_where_a_plugin_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    install(monkeypatch, declared(failing=True), second())
    path = tmp_path / "case.yaml"
    path.write_text(CASE.replace("[invented]", "[invented, second]"), encoding="utf-8")
    ran = run("assess", path, "--json")
    document = json.loads(ran.out)

    assert ran.code == Exit.FAILED
    assert list(VALIDATOR.iter_errors(document)) == []
    assert [each["program"] for each in document["decisions"]] == ["second"]
    assert not document["final"]
    (failure,) = document["failures"]
    assert failure["rule"].startswith("conclusion:loud-home/failing")
    assert failure["problem"] == "ValueError: broken on purpose"
