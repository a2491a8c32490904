"""A stay that begins after the receipt is told beside where the child lives."""

from __future__ import annotations

from case_documents import rulebook

from cimscore.assessment import decide_case, first_page


def page_of(**stay: str) -> str:
    """Return the page of harm to Rex in his father's home, in which he is to have a further stay."""
    case = {
        "cimscore": 1,
        "id": "stays-to-come",
        "programs": ["qld-child-safety"],
        "dates": {"received": "2025-06-20T10:00+10:00"},
        "people": [
            {"id": "rex", "name": {"given": "Rex"}, "born": "2016-03-03"},
            {"id": "gus", "name": {"given": "Gus"}, "adult": True},
        ],
        "households": [{"id": "dads", "area": "Cairns"}, {"id": "mums", "area": "Townsville"}],
        "residences": [
            {"person": "rex", "household": "mums", "kind": "full-time"},
            {"person": "rex", "household": "dads", **stay},
            {"person": "gus", "household": "dads", "kind": "full-time"},
        ],
        "relationships": [{"from": "gus", "to": "rex", "kind": "parent"}],
        "concerns": [{"id": "c1", "about": ["rex"], "place": "dads", "kind": "harm", "responsible": ["gus"]}],
        "decisions": [
            {
                "question": "qld-child-safety/response",
                "about": "c1",
                "answer": "notification",
                "by": "child-safety-officer",
                "at": "2025-06-20T15:00+10:00",
            }
        ],
    }
    decision = decide_case(rulebook().read_case(case), rulebook().program("qld-child-safety").compiled)
    return " ".join(first_page(decision).split())


def test_a_stay_to_come_is_told_with_its_first_day() -> None:
    told = page_of(kind="part-time", **{"from": "2025-06-28"})
    assert "(lives in mums, from 28 June 2025 on in dads)" in told


def test_a_visit_to_come_and_a_stay_that_has_begun_are_not_told_as_stays_to_come() -> None:
    assert "(lives in mums)" in page_of(kind="visits", **{"from": "2025-06-28"})
    assert "on in dads" not in page_of(kind="part-time", **{"from": "2025-06-20"})
