"""What a person reads of an assessment: who, what, by when, by which clause, and what is open."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from invented_program import CASE, install, plugin

from cimscore.cli.exits import Exit

EXAMPLE = Path(__file__).parents[2] / "examples" / "two-homes.yaml"
Run = Callable[..., Any]


def joined(text: str) -> str:
    """The text without its line breaks."""
    return " ".join(text.split())


@pytest.fixture
def page(run: Run) -> str:
    return run("assess", EXAMPLE).out


def test_both_notifications_stand_with_their_people_concerns_and_deadlines(page: str) -> None:
    said = joined(page)

    for home, area in (("north", "Logan"), ("south", "Cairns")):
        assert f"RECORD notification:{home}: notification for {home} ({area})" in said
    assert said.count("Ari Example (ari): subject child") == 2
    assert said.count("Due Thursday 6 March 2025, end of day, Brisbane time") >= 2
    assert "Counted from Monday 3 March 2025, 14:00, Brisbane time." in said
    assert "By same-clock: approve by Thursday 6 March 2025, 14:00, Brisbane time." in said
    assert "By close-of-business: approve by Thursday 6 March 2025, 17:00, Brisbane time." in said


def test_shared_care_is_said_with_the_facts_it_rests_on(page: str) -> None:
    assert "Shared care: Ari Example (ari) lives in north (Logan) and south (Cairns)" in joined(page)
    assert "stay@ari@north = part-time" in joined(page)


def test_every_item_about_a_record_names_a_clause(page: str) -> None:
    records = page.partition("RECORD ")[2].partition("\nOpen questions\n")[0]
    items = [joined(item) for item in re.split(r"\n *- ", records)[1:]]

    assert items
    assert [item for item in items if not re.search(r"\[[a-z-]+/", item)] == []


def test_the_open_decision_says_who_what_to_weigh_and_exactly_what_to_write(page: str) -> None:
    question = joined(page.partition("\nOpen questions\n")[2].partition("\nWhat rests")[0])

    assert "the senior-team-leader's" in question
    assert "To weigh: " in question
    assert "as proposed: [[north], [south]]." in question
    assert (
        "question: qld-child-safety/more-than-one-notification, about: case, answer: ..., by: senior-team-leader"
        in question
    )
    assert "[[north, south]]: south (Cairns): no longer: notification to be made" in question


def test_what_rests_on_the_proposal_is_listed_and_marked(page: str) -> None:
    assert "(subject to question 1)" in joined(page)
    assert "qld-child-safety/records/notification:north@north" in page.partition("What rests on a proposal")[2]


def test_what_is_to_be_pasted_answers_the_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    install(monkeypatch, plugin())
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    asked, possible = run("assess", path).out, run("possible", path).out
    line = next(line for line in asked.splitlines() if "{question: invented/loud" in line)
    answered = line.replace("answer: ...", "answer: true").replace("at: ...", "at: 2025-03-03")
    path.write_text(f"{CASE}decisions:\n{answered}\n", encoding="utf-8")

    assert "Was it loud?" in asked
    assert "true: north (Logan): then: loud home" in joined(possible)
    assert run("assess", path).out.startswith("Case noise: decided.")


def test_a_reading_chosen_and_a_moment_given_stand_in_the_receipt(run: Run) -> None:
    reading = "qld-child-safety/end-of-last-day=same-clock"
    said = joined(run("assess", EXAMPLE, "--reading", reading, "--at", "2025-03-04").out)

    assert "Due Thursday 6 March 2025, 14:00, Brisbane time" in said
    assert f"readings chosen: {reading}" in said
    assert "assessed for 2025-03-04;" in said


@pytest.mark.parametrize("columns", ["40", "72", "100"])
def test_the_page_keeps_to_the_width_but_for_what_cannot_be_broken(
    columns: str, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    run("--version")  # settles the fixture's own width first
    monkeypatch.setenv("COLUMNS", columns)
    long = [line for line in run("assess", EXAMPLE).out.splitlines() if len(line) > int(columns)]

    assert [line for line in long if len(line.split(maxsplit=1)[-1].split()) > 2 and "{question:" not in line] == []


def test_nothing_in_a_document_can_command_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    install(monkeypatch, plugin())
    path = tmp_path / "case.yaml"
    path.write_text(CASE.replace("given: Mia", 'given: "Mia\\e[31m\\u202e"'), encoding="utf-8")
    ran = run("assess", path)

    assert "\x1b" not in ran.out + ran.err
    assert "\u202e" not in ran.out + ran.err
    assert ran.code == Exit.DOCUMENT
    assert "people[0]" in ran.err
