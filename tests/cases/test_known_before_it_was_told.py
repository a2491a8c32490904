"""What was done about a concern that somebody knew of before the information was received can be true."""

from __future__ import annotations

from typing import Any

import pytest
from case_documents import rulebook

import cimscore
from cimscore.errors import DocumentError

REPORT = {"id": "incident-report:c1", "kind": "incident-report"}
SUBMITTED: dict[str, Any] = {"records": [{**REPORT, "moves": [{"move": "submit", "at": "2025-12-22"}]}]}
DONE: dict[str, Any] = {"done": [{"act": "vic-cims/clock/report", "for": "c1", "at": "2025-12-22"}]}


def read(disclosed: dict[str, str], **parts: Any) -> Any:
    people = [{"id": "fin", "age": {"about": 10}}, {"id": "gus", "age": {"about": 14}}]
    document = {
        "cimscore": 1, "id": "invented", "programs": ["vic-cims"], "dates": {"received": "2025-12-23T15:00+11:00"},
        "people": people,
        "concerns": [
            {"id": "c1", "about": ["fin"], "place": "elsewhere", "kind": "harm", "occurred": "2025-12-20"},
            {"id": "c2", "about": ["gus"], "place": "elsewhere", "kind": "harm"},
        ],
        "facts": {"vic-cims": {"service": "out-of-home-care", "disclosed": disclosed}}, **parts,
    }  # fmt: skip
    return rulebook().read_case(document)


@pytest.mark.parametrize("parts", [SUBMITTED, DONE])
def test_a_step_after_the_concern_was_disclosed_is_read_though_the_rest_was_received_later(parts: Any) -> None:
    case = read({"c1": "2025-12-20", "c2": "2025-12-23T14:00+11:00"}, **parts)
    assert not cimscore.assess(case, rulebook()).failures


@pytest.mark.parametrize("parts", [SUBMITTED, DONE])
@pytest.mark.parametrize(
    "disclosed", [{}, {"c1": "2025-12-23"}, {"c2": "2025-12-20"}, {"c1": "2025-12-23T16:00+11:00"}]
)
def test_a_step_before_anybody_knew_of_its_concern_is_refused_with_what_to_write(
    disclosed: dict[str, str], parts: Any
) -> None:
    with pytest.raises(DocumentError, match=r"write when the first of them came in under dates: received\."):
        read(disclosed, **parts)


def test_nobody_becomes_aware_later_on_the_day_than_it_was_told() -> None:
    document = {
        "cimscore": 1, "id": "invented", "programs": ["ndis-incidents"],
        "dates": {"received": "2025-04-17T09:00+10:00"}, "people": [{"id": "cat", "adult": True}],
        "concerns": [{"id": "c1", "about": ["cat"], "place": "elsewhere", "kind": "harm", "occurred": "2025-04-17"}],
        "facts": {"ndis-incidents": {"state": "queensland", "registered-provider": True}},
    }  # fmt: skip
    (decision,) = cimscore.assess(rulebook().read_case(document), rulebook()).decisions

    assert [str(clock.due) for clock in decision.clocks if clock.id == "notify"] == [
        "Friday 18 April 2025, between 00:00 and 09:00, Brisbane time"
    ]


def received_some_day(received: dict[str, Any], **parts: Any) -> dict[str, Any]:
    """Return a document of a fall on 2 May 2025 of which nobody knows on which day it was told."""
    concern = {"id": "i1", "about": ["pat"], "place": "elsewhere", "kind": "harm", "occurred": "2025-05-02"}
    return {
        "cimscore": 1, "id": "invented", "programs": ["ndis-incidents"], "dates": received,
        "people": [{"id": "pat", "adult": True}], "concerns": [concern],
        "facts": {"ndis-incidents": {"state": "queensland", "registered-provider": True, "kind": {"i1": "death"}}},
        **parts,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("document", "due"),
    [
        (
            received_some_day({}, people=[{"id": "pat", "adult": True, "died": "2025-05-04"}]),
            "Saturday 3 May 2025, 00:00 or later",
        ),
        (
            received_some_day(
                {"received": {"between": ["2025-05-02", "2025-05-06"]}},
                people=[{"id": "pat", "adult": True, "died": "2025-05-04"}],
            ),
            "between Saturday 3 May 2025, 00:00 and Wednesday 7 May 2025, end of day",
        ),
        (
            received_some_day({"received": {"between": ["2025-05-01", "2025-05-06"]}}),
            "between Saturday 3 May 2025, 00:00 and Wednesday 7 May 2025, end of day",
        ),
    ],
)
def test_a_day_of_receipt_that_something_else_rules_out_is_no_fault_of_the_document(
    document: dict[str, Any], due: str
) -> None:
    (decision,) = cimscore.assess(rulebook().read_case(document), rulebook()).decisions

    assert [str(clock.due).rpartition(", ")[0] for clock in decision.clocks if clock.id == "notify"] == [due]
