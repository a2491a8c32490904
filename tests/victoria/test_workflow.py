"""The workflow of an incident report and of an investigation. Both tables are generated: see `expected`."""

from __future__ import annotations

from pathlib import Path

import pytest

from cimscore import Rulebook
from cimscore.case import MoveEntry, RecordEntry
from cimscore.rulebook import Legality, progress, ruling, rulings, rulings_table, standing_in, state_of

EXPECTED = Path(__file__).parent / "expected"
REPORT = "vic-cims/incident-report-workflow"
INVESTIGATION = "vic-cims/investigation-workflow"


@pytest.mark.parametrize("name", [REPORT, INVESTIGATION])
def test_every_state_move_and_role_is_answered_as_the_generated_table_says(rulebook: Rulebook, name: str) -> None:
    """To write the table anew: print(rulings_table(rulebook.workflows[name]))."""
    table = rulings_table(rulebook.workflows[name])

    assert table == (EXPECTED / f"{name.partition('/')[2]}.txt").read_text(encoding="utf-8")


def test_whatever_is_legal_or_illegal_has_its_clause_and_the_rest_is_not_in_the_source(rulebook: Rulebook) -> None:
    for workflow in rulebook.workflows.values():
        for it in rulings(workflow):
            assert bool(it.clauses) is (it.legality is not Legality.NOT_IN_SOURCE)
            assert set(it.clauses) <= rulebook.clauses.keys()


@pytest.mark.parametrize(
    ("state", "move", "role", "legality"),
    [
        ("not begun", "create", "staff member", Legality.LEGAL),
        ("draft", "submit", "staff member", Legality.LEGAL),
        ("submitted", "endorse", "authorised delegate", Legality.LEGAL),
        ("submitted", "endorse", "staff member", Legality.ILLEGAL),
        ("under review", "return", "authorised delegate", Legality.NOT_IN_SOURCE),
        ("endorsed", "submit", "staff member", Legality.NOT_IN_SOURCE),
    ],
)
def test_anybody_makes_and_submits_a_report_and_delegates_alone_endorse(
    rulebook: Rulebook, state: str, move: str, role: str, legality: Legality
) -> None:
    assert ruling(rulebook.workflows[REPORT], state, move, role).legality is legality


def test_an_investigation_does_not_begin_while_the_police_have_it(rulebook: Rulebook) -> None:
    for role in ("staff member", "authorised delegate", "department", "police"):
        found = ruling(rulebook.workflows[INVESTIGATION], "with the police", "begin", role)
        assert (found.legality, found.clauses) == (Legality.ILLEGAL, ("vic-news-2025/investigation/police-first",))


@pytest.mark.parametrize(
    ("state", "legality"),
    [
        ("not begun", Legality.LEGAL),
        ("required", Legality.LEGAL),
        ("with the police", Legality.NOT_IN_SOURCE),
        ("begun", Legality.LEGAL),
        ("extended", Legality.LEGAL),
    ],
)
def test_the_day_is_put_off_whether_or_not_the_investigation_has_begun(
    rulebook: Rulebook, state: str, legality: Legality
) -> None:
    assert ruling(rulebook.workflows[INVESTIGATION], state, "extend", "staff member").legality is legality


@pytest.mark.parametrize("state", ["not begun", "required", "begun", "extended"])
def test_the_police_may_take_an_investigation_that_has_been_put_off_as_any_other(
    rulebook: Rulebook, state: str
) -> None:
    assert ruling(rulebook.workflows[INVESTIGATION], state, "hold", "department").to == "with the police"


def test_under_an_edition_known_in_part_nothing_is_said_of_who_endorses(rulebook: Rulebook) -> None:
    stands = standing_in({"vic": "2020-02"}, rulebook.clauses)
    found = ruling(rulebook.workflows[REPORT], "submitted", "endorse", "staff member", stands)

    assert found.legality is Legality.NOT_IN_SOURCE


def test_submitting_stops_the_clock_of_the_report_and_endorsing_starts_that_of_the_investigation(
    rulebook: Rulebook,
) -> None:
    workflow = rulebook.workflows[REPORT]
    submit, endorse = workflow.move_from("draft", "submit"), workflow.move_from("submitted", "endorse")

    assert submit and {"create", "report", "report-in-three-business-days"} <= set(submit.stops)
    assert endorse and endorse.starts == ("investigate",)
    assert submit and [needed.id for needed in submit.needs] == ["disclosed", "incident-type"]


def test_the_moves_in_a_document_are_held_against_it(rulebook: Rulebook) -> None:
    moves = (
        MoveEntry(move="create", by="staff member"),
        MoveEntry(move="submit", by="staff member"),
        MoveEntry(move="endorse", by="staff member"),
    )
    record = RecordEntry(id="incident-report:c1", kind="incident-report", moves=moves)
    workflow = rulebook.workflows[REPORT]

    assert [it.legality for it in progress(workflow, record)] == [Legality.LEGAL, Legality.LEGAL, Legality.ILLEGAL]
    assert state_of(workflow, record) == "endorsed"
