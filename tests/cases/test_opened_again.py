"""A record that was closed and opened again is open; a step of a record on file that nothing reads is told."""

from __future__ import annotations

import pytest
from case_documents import records, rulebook

from cimscore.assessment import Decision, decide_case, first_page
from cimscore.errors import DocumentError

PROGRAM = "qld-child-safety"
REPORT = "child-concern-report:home"
RESPONSE = {
    "question": f"{PROGRAM}/response",
    "about": "c1",
    "answer": "child-concern-report",
    "by": "child-safety-officer",
    "at": "2025-03-20T12:00+10:00",
}


def beside(kind: str, *moves: str, **more: object) -> Decision:
    """Return the decision of a child concern report about Zia, with one record about her that took some steps."""
    record = {
        "id": "EV-1",
        "kind": kind,
        "people": {"zia": "subject child"},
        "moves": [{"move": move} for move in moves],
    }
    case = {
        "cimscore": 1,
        "id": "opened-again",
        "programs": [PROGRAM],
        "dates": {"received": "2025-03-20T09:00+10:00"},
        "people": [{"id": "zia", "born": "2012-12-12"}, {"id": "hon", "adult": True}],
        "households": [{"id": "home", "area": "Logan"}],
        "residences": [{"person": person, "household": "home", "kind": "full-time"} for person in ("zia", "hon")],
        "relationships": [{"from": "hon", "to": "zia", "kind": "parent"}],
        "concerns": [{"id": "c1", "about": ["zia"], "place": "home", "kind": "harm", "responsible": ["hon"]}],
        "records": [record | {"household": "home"}],
        "decisions": [RESPONSE],
        **more,
    }
    return decide_case(rulebook().read_case(case), rulebook().program(PROGRAM).compiled)


def page(decision: Decision) -> str:
    return " ".join(first_page(decision).split())


@pytest.mark.parametrize(
    ("kind", "once_open"),
    [
        ("investigation", "additional-notified-concerns:EV-1"),
        ("notification", "additional-notified-concerns:EV-1"),
        ("ongoing-intervention", "received-concerns-case-note:case"),
    ],
)
def test_a_record_that_was_opened_again_is_open(kind: str, once_open: str) -> None:
    assert records(beside(kind, "commence", "close")) == {REPORT: "certain"}
    again = beside(kind, "commence", "close", "reopen")
    assert records(again) == {once_open: "certain"} == records(beside(kind, "commence"))
    assert "reopen" not in page(again)
    assert records(beside(kind, "commence", "close", "reopen", "close")) == {REPORT: "certain"}


def test_a_report_that_was_opened_again_waits_for_its_approval() -> None:
    clock = {"approve-report-on-file"}
    assert clock & {line.id for line in beside("child-concern-report", "create", "close", "reopen").clocks} == clock
    assert not clock & {line.id for line in beside("child-concern-report", "create", "close").clocks}


def test_a_record_to_be_made_that_was_opened_again_goes_on_from_where_it_stood() -> None:
    moves = [{"move": move, "at": "2025-03-21T09:00+10:00"} for move in ("create", "close", "reopen", "approve")]
    own = {
        "id": REPORT,
        "kind": "child-concern-report",
        "moves": [*moves[:-1], moves[-1] | {"by": "senior-team-leader"}],
    }
    decision = beside("investigation", records=[own])
    (clock,) = (line for line in decision.clocks if line.id == "approve-report")
    assert {state for state, _ in clock.states} == {"met"}
    assert "counts for nothing" not in page(decision)


def test_no_record_of_a_kind_is_denied_while_one_is_opened_again() -> None:
    none = {"kind": "investigation", "exists": "no"}
    assert records(beside("investigation", "close", on_file=[none])) == {REPORT: "certain"}
    with pytest.raises(DocumentError, match="no investigation on file, and 'EV-1'"):
        beside("investigation", "close", "reopen", on_file=[none])


def test_a_step_that_nothing_reads_of_a_record_whose_workflow_has_no_clause_is_told() -> None:
    told = page(beside("investigation", "decide", "started"))
    assert "The step started of EV-1 counts for nothing: this program looks for " in told
    assert "counts for nothing" not in page(beside("investigation", "decide", "commence"))
