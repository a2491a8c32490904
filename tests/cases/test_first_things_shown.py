"""What a page keeps where it has no room for all, and what it says in a few words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from case_documents import decided as of_a_document
from case_documents import rulebook

import cimscore
from cimscore.assessment import Decision, DecisionState, first_page
from cimscore.assessment.page import page_of
from cimscore.errors import DocumentError

TWO_HOMES: dict[str, Any] = {
    "people": [
        {"id": "tom", "born": 2017}, {"id": "ivy", "age": {"about": 3}}, {"id": "jo", "adult": True},
        {"id": "rex", "adult": True},
    ],
    "households": [{"id": "mums", "area": "Ipswich"}, {"id": "dads", "area": "Toowoomba"}],
    "residences": [
        {"person": "tom", "household": "mums", "rota": {"here": 7, "away": 7}, "kind": "part-time"},
        {"person": "tom", "household": "dads", "kind": "part-time"},
        {"person": "ivy", "household": "mums", "kind": "full-time"},
        {"person": "jo", "household": "mums", "kind": "full-time"},
        {"person": "rex", "household": "dads", "kind": "full-time"},
    ],
    "relationships": [
        {"from": "jo", "to": "tom", "kind": "parent"}, {"from": "rex", "to": "tom", "kind": "parent"},
        {"from": "jo", "to": "ivy", "kind": "parent"}, {"from": "ivy", "to": "tom", "kind": "half-sibling"},
    ],
    "concerns": [
        {"id": "c1", "about": ["tom"], "place": "dads", "kind": "harm", "responsible": ["rex"]},
        {"id": "c2", "about": ["tom"], "place": "mums", "kind": "risk", "responsible": ["jo"]},
    ],
}  # fmt: skip


def decided(received: str, priority: str, **parts: Any) -> Decision:
    by = {"by": "child-safety-officer", "at": received}
    document = {
        "cimscore": 1, "id": "invented", "programs": ["qld-child-safety"], "dates": {"received": received},
        "decisions": [
            {"question": "qld-child-safety/response", "about": "every concern", "answer": "notification", **by},
            {"question": "qld-child-safety/response-priority", "about": "c1", "answer": priority, **by},
        ],
        **parts,
    }  # fmt: skip
    (decision,) = cimscore.assess(rulebook().read_case(document), rulebook()).decisions
    return decision


def test_the_first_certain_clock_keeps_its_line() -> None:
    decision = decided("2025-12-23T11:00+10:00", "5-day", **TWO_HOMES)
    clocks = next(section for section in page_of(decision) if section.title.startswith("Clocks"))
    told = [line.says for line in clocks.lines]

    assert any("more" in more.says for more in clocks.more)
    assert told[0].endswith("That is the soonest that it may be (question 4).")
    assert any("the senior team leader to approve the notification (dads)" in says for says in told)


def test_a_question_of_an_edition_alone_says_what_it_changes() -> None:
    decision = decided(
        "2025-04-24T15:30+10:00",
        "24-hour",
        people=[{"id": "ty", "age": {"about": 5}}, {"id": "jen", "adult": True}],
        households=[{"id": "home", "area": "Brisbane"}],
        residences=[{"person": id, "household": "home", "kind": "full-time"} for id in ("ty", "jen")],
        relationships=[{"from": "jen", "to": "ty", "kind": "parent"}],
        concerns=[{"id": "c1", "about": ["ty"], "place": "home", "kind": "harm", "responsible": ["jen"]}],
    )

    assert [point.address for point in decision.points] == ["edition@qld"]
    assert decision.state is DecisionState.PROVISIONAL
    said = "By itself it changes nothing told here: the same follows in each, as far as its text is held."
    assert said in " ".join(first_page(decision).split())


@pytest.mark.parametrize("name", ["birthday-between", "dup-sibling", "response-open", "clock-hidden-by-self-placed"])
def test_who_decides_comes_first_where_a_person_has_to(name: str) -> None:
    decision = of_a_document(name)
    told = " ".join(first_page(decision, bounded=False).split())
    to_decide = [(number, point) for number, point in enumerate(decision.points, 1) if point.decided_by]
    assert to_decide
    for number, point in to_decide:
        assert f"{number}. The {point.decided_by.replace('-', ' ')} decides: {point.asks}" in told


def test_a_decision_in_a_program_that_asks_for_none_says_what_was_expected(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(
        "cimscore: 1\nid: small\nprograms: [vic-cims]\npeople: [{id: ari}]\n"
        "concerns: [{id: c1, about: [ari], kind: harm}]\n"
        "decisions: [{question: vic-cims/incident-type, about: c1, answer: death}]\n",
        encoding="utf-8",
    )
    with pytest.raises(DocumentError) as refused:
        rulebook().read_case(case)
    assert "expected . " not in str(refused.value)
    assert "It is a fact, not a decision: answer it under facts." in str(refused.value)
