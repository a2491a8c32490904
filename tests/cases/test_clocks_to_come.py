"""A page whose clocks are all met says so only where no other answer would bring another clock."""

from __future__ import annotations

from typing import Any

import pytest
from case_documents import rulebook

import cimscore
from cimscore.assessment import Decision, document_of, first_page


def decided(facts: dict[str, Any], *records: dict[str, Any], **parts: Any) -> Decision:
    document = {
        "cimscore": 1, "id": "invented", "programs": ["vic-cims"], "people": [{"id": "oz", "adult": True}],
        "records": list(records), "facts": {"vic-cims": facts}, **parts,
    }  # fmt: skip
    (decision,) = cimscore.assess(rulebook().read_case(document), rulebook()).decisions
    return decision


def submitted(of: str, at: str, *moves: dict[str, str]) -> dict[str, Any]:
    return {
        "id": f"incident-report:{of}", "kind": "incident-report",
        "moves": [{"move": "submit", "by": "staff member", "at": at}, *moves],
    }  # fmt: skip


def of_an_open_type(**more: Any) -> Decision:
    return decided(
        {"service": "child-protection", "provider": "department", "disclosed": {"c1": "2025-05-01"}, **more},
        submitted("c1", "2025-05-07"),
        dates={"received": "2025-05-05T10:00+10:00"},
        concerns=[{"id": "c1", "about": ["oz"], "place": "elsewhere", "kind": "harm", "occurred": "2018-06"}],
    )


def test_the_question_that_may_bring_a_clock_is_named_where_all_known_are_met() -> None:
    decision = of_an_open_type()
    (asked,) = (place for place, point in enumerate(decision.points, 1) if "incident-type" in point.address)
    page = " ".join(first_page(decision, bounded=False).split())

    assert "every clock is met" not in page
    assert f"Another answer to question {asked} may bring one: send the report of the investigation." in page
    (point,) = (point for point in document_of(decision)["open"] if "incident-type" in point["address"])
    assert point["starts"] == [{"act": "send the report of the investigation"}]


def test_where_that_question_is_answered_the_clocks_are_all_met() -> None:
    decision = of_an_open_type(**{"incident-type": {"c1": "medication-error"}})

    assert not any(point.starts for point in decision.points)
    page = " ".join(first_page(decision).split())
    assert "By another reading it is not met yet (question" in page
    assert "may bring one" not in page


def test_the_soonest_day_that_an_answer_brings_is_told() -> None:
    moment = {"move": "endorse", "by": "authorised delegate", "at": "2024-12-12"}
    both = {"c1": True, "c2": True}
    decision = decided(
        {
            "service": "homelessness", "provider": "organisation", "department-funds-it": True, "ndis-funds-it": False,
            "incident-type": dict.fromkeys(both, "injury-unexplained"), "client-harmed": both,
            "during-service-delivery": both,
        },
        submitted("c1", "2024-12-08T23:30+11:00", moment),
        submitted("c2", "2024-12-09T00:10+11:00"),
        dates={"received": "2024-12-06T10:00+11:00"},
        concerns=[
            {"id": "c1", "about": ["oz"], "place": "elsewhere", "kind": "harm", "occurred": "2024-12-05"},
            {"id": "c2", "about": ["oz"], "place": "elsewhere", "kind": "harm", "occurred": "2024-12-06"},
        ],
    )  # fmt: skip
    page = " ".join(first_page(decision).split())

    assert "every clock is met" not in page
    assert (
        "may bring one: send the report of the investigation by Friday 24 January 2025, end of day or later, Melbourne "
        "time."
    ) in page


@pytest.mark.parametrize(
    ("endorsed", "first"),
    [("2025-09", "2025-09-03"), ({"between": ["2025-09-01", "2025-09-10"]}, "2025-09-03"), ("2025-10", "2025-10-01")],
)
def test_a_step_of_which_a_month_is_known_is_not_before_the_step_listed_before_it(endorsed: Any, first: str) -> None:
    def due(at: Any) -> Any:
        decision = decided(
            {
                "service": "disability", "provider": "organisation", "department-funds-it": True,
                "ndis-funds-it": False, "disclosed": {"c1": "2025-09-01"}, "incident-type": {"c1": "sexual-abuse"},
                "client-harmed": {"c1": True}, "during-service-delivery": {"c1": True}, "site": "Geelong",
            },
            submitted("c1", "2025-09-03", {"move": "endorse", "by": "authorised delegate", "at": at}),
            dates={"received": "2025-09-01T10:00+10:00"},
            people=[{"id": "oz", "adult": True}, {"id": "cy"}],
            concerns=[{"id": "c1", "about": ["oz"], "place": "elsewhere", "kind": "harm", "responsible": ["cy"]}],
        )  # fmt: skip
        return next(clock.due for clock in decision.clocks if clock.id == "investigate")

    assert due(endorsed).earliest == due(first).earliest
