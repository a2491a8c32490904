"""What an author tests with: cases and rules in a line, random cases, and worked examples that pytest runs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from test_new_program import Import

import cimscore
from cimscore import Rulebook
from cimscore.cli import main
from cimscore.errors import DocumentError
from cimscore.scaffold import Taken, name_of, new_program
from cimscore.testing import case, due_of, standing_of, strategies

ID = "night-shelter"
PROGRAM = new_program(name_of(ID, Taken()))
URGENCY = f"{ID}/urgency@c1"
GIVEN = {
    "people": {"zoe": "2015-06-01", "max": "1985-02-10"},
    "homes": {"river": ["zoe", "max"]},
    "parents": {"max": ["zoe"]},
    "concerns": {"c1": {"about": ["zoe"], "place": "river"}},
}


@pytest.fixture
def rulebook(imported: Import) -> Rulebook:
    """The rulebook of a new program alone."""
    return cimscore.load_rulebook([imported(PROGRAM)])


def test_a_rule_is_tested_in_one_line(rulebook: Rulebook) -> None:
    grown = {**GIVEN, "people": {"zoe": "1999-06-01", "max": "1975-02-10"}}

    assert standing_of(rulebook, case(rulebook, ID, **GIVEN), "record@visit:river") == "certain"
    assert standing_of(rulebook, case(rulebook, ID, **grown), "record@visit:river") == ""
    assert standing_of(rulebook, case(rulebook, ID, **GIVEN), "visit@c1") == "provisional"


@pytest.mark.parametrize(
    ("answer", "due"), [("usual", "Thursday 6 March 2025, end of day"), ("urgent", "Tuesday 4 March 2025, 10:15")]
)
def test_a_deadline_is_tested_in_one_line(answer: str, due: str, rulebook: Rulebook) -> None:
    assert due_of(rulebook, case(rulebook, ID, **GIVEN, answers={URGENCY: answer}), "visit@c1").startswith(due)


def test_who_lives_in_a_home_may_be_said_with_the_kind_of_stay(rulebook: Rulebook) -> None:
    told = case(rulebook, ID, **{**GIVEN, "homes": {"river": {"zoe": "visits", "max": "full-time"}}})

    assert [(stay.person, stay.kind) for stay in told.residences] == [("zoe", "visits"), ("max", "full-time")]


def test_a_kind_of_stay_that_there_is_not_is_refused(rulebook: Rulebook) -> None:
    with pytest.raises(DocumentError, match="full-time"):
        case(rulebook, ID, **{**GIVEN, "homes": {"river": {"zoe": "sometimes"}}})


def test_what_is_not_told_has_no_day(rulebook: Rulebook) -> None:
    assert due_of(rulebook, case(rulebook, ID), "visit@c1") == ""


def test_an_answer_to_a_question_that_nobody_asks_is_refused(rulebook: Rulebook) -> None:
    with pytest.raises(DocumentError, match="expected one of night-shelter/urgency"):
        case(rulebook, ID, **GIVEN, answers={f"{ID}/urgenzy@c1": "usual"})


def test_people_may_be_named_alone_or_with_what_the_document_says_of_them(rulebook: Rulebook) -> None:
    named = case(rulebook, ID, people=["zoe"])
    said = case(rulebook, ID, people={"zoe": {"born": "2015-06-01", "gender": "female"}})

    assert [person.id for person in named.people] == ["zoe"]
    assert (said.people[0].gender, str(said.people[0].born)) == ("female", "2015-06-01")


def test_a_fact_is_answered_as_a_document_answers_it() -> None:
    book = cimscore.load_rulebook()
    found = case(
        book, "ndis-incidents", people=["mia"], homes={"north": ["mia"]},
        concerns={"c1": {"about": ["mia"], "place": "north"}}, answers={"ndis-incidents/kind@c1": "death"},
    )  # fmt: skip

    assert [(entry.question, entry.about) for entry in found.facts] == [("ndis-incidents/kind", "c1")]


def test_random_cases_of_a_new_program_are_decided(rulebook: Rulebook) -> None:
    @settings(max_examples=10, database=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
    @given(found=strategies.cases(rulebook, ID))
    def decide(found: cimscore.Case) -> None:
        assert cimscore.assess(found, rulebook).failures == ()
        assert {entry.question for entry in found.decisions} <= {f"{ID}/urgency"}

    decide()


@pytest.mark.parametrize("id", ["qld-child-safety", "vic-cims", "ndis-incidents"])
def test_random_cases_fit_the_questions_of_every_shipped_program(id: str) -> None:
    book, answered = cimscore.load_rulebook(), []

    @settings(max_examples=3, database=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
    @given(found=strategies.cases(book, id))
    def decide(found: cimscore.Case) -> None:
        answered.append(len(found.decisions) + len(found.facts))
        assert cimscore.assess(found, book).failures == ()

    decide()
    assert any(answered)


# --- Worked examples that pytest runs ---


Ran = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def ran(tmp_path: Path) -> Ran:
    """Run pytest on the examples of a new program."""
    assert main(["new", ID, "--out", str(tmp_path)]) == 0
    package = tmp_path / ID / "src" / "night_shelter"

    def running(*more: object) -> subprocess.CompletedProcess[str]:
        options = ["-q", "-p", "cimscore.pytest_plugin", "-p", "no:cacheprovider", "--cimscore-plugin", package]
        command = [sys.executable, "-m", "pytest", *map(str, options), str(package / "examples"), *map(str, more)]
        paths = os.pathsep.join(sys.path)
        return subprocess.run(
            command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": paths}, capture_output=True, text=True, check=False
        )

    return running


def test_pytest_runs_each_worked_example_and_no_other_file(ran: Ran, tmp_path: Path) -> None:
    examples = tmp_path / ID / "src" / "night_shelter" / "examples"
    (examples / "settings.yaml").write_text("title: no example\n", encoding="utf-8")
    done = ran()

    assert (done.returncode, "3 passed" in done.stdout) == (0, True), done.stdout + done.stderr


def test_pytest_tells_in_lines_what_does_not_hold_and_what_cannot_be_read(ran: Ran, tmp_path: Path) -> None:
    examples = tmp_path / ID / "src" / "night_shelter" / "examples"
    text = (examples / "usual.yaml").read_text(encoding="utf-8")
    (examples / "usual.yaml").write_text(text.replace("state: final", "state: provisional"), encoding="utf-8")
    (examples / "urgent.yaml").write_text(text.replace("state: final", "state: finall"), encoding="utf-8")
    done = ran()

    assert (done.returncode, "2 failed, 1 passed" in done.stdout) == (1, True), done.stdout
    assert "state: expected and not found: provisional" in done.stdout
    assert "Did you mean 'final'?" in done.stdout
    assert "Traceback" not in done.stdout


def test_the_plugin_is_found_under_the_name_by_which_it_is_imported() -> None:
    """``-p cimscore.pytest_plugin`` and the installed one are one plugin, never registered twice."""
    import tomllib  # noqa: PLC0415

    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"]["pytest11"] == {"cimscore.pytest_plugin": "cimscore.pytest_plugin"}
