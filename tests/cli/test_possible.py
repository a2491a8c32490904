"""What each answer leads to: of open questions, of answered ones, of facts; and of readings not taken."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from invented_program import CASE, declared, install

from cimscore.cli.exits import Exit

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "two-homes-half-sister.yaml"
DOCUMENTS = ROOT / "tests" / "cases" / "documents"
WHICHEVER = DOCUMENTS / "clock-hidden-by-stay-kind.yaml"
GAP = ROOT / "examples" / "december-gap.yaml"
RELATE = "qld-child-safety/concerns-relate@bo@south"
Run = Callable[..., Any]


def joined(text: str) -> str:
    return " ".join(text.split())


def answers(run: Run, *arguments: object) -> dict[str, dict[str, Any]]:
    (question,) = json.loads(run("possible", *arguments, "--json").out)
    return {answer["answer"]: answer for answer in question["answers"]}


def test_every_open_question_is_told_with_every_answer_and_what_to_write(run: Run) -> None:
    said = joined(run("possible", EXAMPLE).out)

    assert f"1. Do the concerns in south relate to Bo Example too? {RELATE}" in said
    assert "- yes (worked with until it is answered) - no: then: Bo Example is other child" in said
    assert "no longer: Bo Example is a subject of the concerns in south" in said
    assert "{question: qld-child-safety/concerns-relate, about: bo@south, answer: ..., by: child-safety-officer" in said
    assert "2. Does each harm household have a notification of its own" in said


def test_what_an_answer_leads_to_is_what_the_case_says_once_it_is_given(tmp_path: Path, run: Run) -> None:
    given = "question: qld-child-safety/concerns-relate, about: bo@south, by: child-safety-officer, at: 2025-03-03"
    path = tmp_path / "answered.yaml"
    path.write_text(f"{EXAMPLE.read_text(encoding='utf-8')}  - {{{given}, answer: false}}\n", encoding="utf-8")
    found = answers(run, EXAMPLE, "concerns-relate@bo@south")
    before, after = run("assess", EXAMPLE, "--all").out, run("assess", path, "--all").out

    assert found["no"]["takes"]
    assert not found["no"]["working"]
    assert found["yes"] == {"answer": "yes", "working": True, "adds": [], "takes": []}
    for says in found["no"]["takes"]:
        deed = says.rpartition(" must ")[2]  # on the page, whoever has to act stands above the acts, and for what after
        deed = deed.partition(" (")[0]
        assert joined(deed) in joined(before) and joined(deed) not in joined(after)
    for says in found["no"]["adds"]:
        assert joined(says) in joined(after)


@pytest.mark.parametrize("address", ["concerns-relate@bo@south", RELATE])
def test_a_question_may_name_its_program(address: str, run: Run) -> None:
    (question,) = json.loads(run("possible", EXAMPLE, address, "--json").out)

    assert (question["address"], question["stated"]) == (RELATE, False)
    assert question["write"][0] == "To answer, under decisions:"


def test_a_decision_that_was_taken_and_a_fact_that_is_stated_can_be_supposed_otherwise(run: Run) -> None:
    response, born = answers(run, EXAMPLE, "response@c1"), answers(run, EXAMPLE, "born@ari")

    assert response["notification"]["working"]
    assert "north is a harm household" in response["limited-intake"]["takes"]
    assert born["aged 10 to 17"]["working"]
    assert "Ari Example is a subject of the concerns in north" in born["aged 18 to 29"]["takes"]


def test_a_question_that_matters_only_with_another_says_so(run: Run) -> None:
    said = run("possible", WHICHEVER, "protective-parent@child-x").out

    assert "By itself it changes nothing; together with another answer it may." in said


def test_without_an_open_question_it_says_so(run: Run) -> None:
    assert run("possible", GAP).out == "No question is open that could change anything.\n"
    assert json.loads(run("possible", GAP, "--json").out) == []


def test_answers_that_cannot_be_listed_are_not_made_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    install(monkeypatch, declared())
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")

    assert "Its answers are too many to list." in run("possible", path, "remark@c1").out
    assert answers(run, path, "loud@c1")["yes"]["adds"] == ["north is a loud home"]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("concerns-relate@boo@south", f"Did you mean '{RELATE}'?"),
        ("concerns-relate@bo", f"Known: occurred@c1, occurred@c2, {RELATE},"),
        ("nonsense", "There is no question of the case 'nonsense'."),
        ("born@boo", "There is no question of the case 'born@boo'."),
    ],
)
def test_an_unknown_question_is_refused(address: str, said: str, run: Run) -> None:
    ran = run("possible", EXAMPLE, address)

    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert said in ran.err


# Unclear points, and what is taken for granted.


def test_another_reading_is_told_with_the_option_that_chooses_it_and_what_it_changes(run: Run) -> None:
    said = joined(run("sensitivity", GAP).out)

    assert "vic-cims/day-of-disclosure: Is the day of disclosure the first of the three? [vic/reporting/" in said
    assert "Otherwise: --reading vic-cims/day-of-disclosure=counted: Yes." in said
    assert "then: report the incident: Tuesday 10 December 2024, end of day, Melbourne time" in said


def test_what_another_reading_is_said_to_change_is_changed_by_choosing_it(run: Run) -> None:
    found = json.loads(run("sensitivity", GAP, "--json").out)
    readings = [each for each in found if each["kind"] == "reading"]
    assert len(readings) > 4
    for each in readings:
        chosen = ("assess", GAP, "--reading", f"{each['address']}={each['other']}")
        page = joined(run(*chosen, "--all").out).casefold()
        (decision,) = json.loads(run(*chosen, "--json").out)["decisions"]
        duties = {duty if isinstance(duty, str) else duty["says"] for duty in decision["duties"]}
        done = tuple(line["says"].casefold() for line in decision.get("done", ()))
        for says in each["adds"]:
            what, _, day = says.casefold().partition(": ")
            clock = re.escape(f"{day}: "), re.escape(f"{what} [")
            told = says in duties or says.casefold() in page or re.search("([^:]+ to )?".join(clock), page)
            assert told or says.casefold().endswith(done)


def test_what_is_taken_for_granted_is_told_with_what_it_would_change(run: Run) -> None:
    found = json.loads(run("sensitivity", EXAMPLE, "--json").out)
    (duplicate,) = (each for each in found if each["address"] == "qld-child-safety/duplicate-of@c1")

    assert (duplicate["kind"], duplicate["taken"]) == ("granted", "none")
    assert "north is a harm household" in duplicate["takes"]


def test_nothing_is_told_where_nothing_would_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    install(monkeypatch, declared())
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")

    assert run("sensitivity", path).out == "No other reading of an unclear point would change this case.\n"


def test_an_answer_that_no_list_has_is_told_as_the_one_the_case_gives(run: Run) -> None:
    found = answers(run, DOCUMENTS / "dup-sibling.yaml", "duplicate-of@c1")

    assert [answer for answer in found.values() if answer["working"]] == [found["EV-5001"]]
    assert not found["none"]["working"]
    assert found["none"]["takes"]
