"""Documents in which a day is missing: nothing fails, what bounds it is worked with, and otherwise it is asked for."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from case_documents import rulebook
from tests.each_nth import spread

import cimscore
from cimscore.assessment import Assessment, DecisionState
from cimscore.case import UNKNOWN, Case, Dates, Moment
from cimscore.household_graph import days_of_receipt
from cimscore.wire import load_examples

PROGRAMS = ("ndis-incidents", "qld-child-safety", "vic-cims")


def assessed(program: str, concern: dict[str, Any], facts: dict[str, Any] | None = None) -> Assessment:
    document = {
        "cimscore": 1,
        "id": "invented",
        "programs": [program],
        "people": [{"id": "ann"}],
        "concerns": [{"id": "i1", "about": ["ann"], "place": "elsewhere", **concern}],
        "facts": {program: facts or {}},
    }
    return cimscore.assess(rulebook().read_case(document), rulebook())


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("concern", [{}, {"occurred": "unknown"}])
def test_a_case_without_any_day_asks_when_it_was_received(program: str, concern: dict[str, str]) -> None:
    found = assessed(program, concern)

    assert not found.failures
    assert found.decisions[0].state is DecisionState.INCOMPLETE
    assert any("dates: received" in sentence for sentence in found.decisions[0].because)


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_happened_bounds_when_it_was_told_so_that_an_edition_governs(program: str) -> None:
    found = assessed(program, {"occurred": "2025-02-03"})

    assert not found.failures
    assert found.decisions[0].governed_by


@pytest.mark.parametrize(
    "told",
    [
        {"done": [{"act": "qld-child-safety/clock/commence", "for": "c1@kai", "at": "2025-03-05"}]},
        {"records": [{"id": "notification:home", "kind": "notification", "moves": [
            {"move": "approve", "at": "2025-03-05"}]}]},
    ],
)  # fmt: skip
def test_what_was_done_about_it_bounds_when_it_was_told(told: dict[str, Any]) -> None:
    document = {
        "cimscore": 1, "id": "invented", "programs": ["qld-child-safety"], "people": [{"id": "kai", "born": 2018}],
        "households": [{"id": "home", "area": "Logan"}],
        "residences": [{"person": "kai", "household": "home", "kind": "full-time"}],
        "concerns": [{"id": "c1", "about": ["kai"], "place": "home", "kind": "harm"}], **told,
    }  # fmt: skip
    later = Moment(dt.datetime(2025, 4, 25, 9, tzinfo=dt.UTC))
    case = rulebook().read_case(document)
    found = cimscore.assess(case, rulebook(), at=later)

    assert not found.failures
    assert days_of_receipt(case, None).last == dt.date(2025, 3, 5)
    assert found.decisions[0].governed_by


def test_a_report_is_due_though_nobody_says_when_it_was_received() -> None:
    facts = {
        "provider": "organisation", "department-funds-it": True, "ndis-funds-it": False, "service": "disability",
        "site": "metropolitan Melbourne", "disclosed": {"i1": "2025-10-31"}, "client-harmed": {"i1": True},
        "during-service-delivery": {"i1": True}, "incident-type": {"i1": "injury-explained"},
    }  # fmt: skip
    (decision,) = assessed("vic-cims", {"occurred": "2025-10-31"}, facts).decisions

    assert [str(clock.due) for clock in decision.clocks if clock.id == "report"] == [
        "Thursday 6 November 2025, end of day, Melbourne time"
    ]


@pytest.mark.spread
@pytest.mark.parametrize("program", PROGRAMS)
def test_no_worked_example_fails_without_its_days(program: str) -> None:
    for example in spread(load_examples(rulebook(), program), 3):
        bare = attrs.evolve(
            example.case,
            dates=Dates(received=UNKNOWN),
            concerns=tuple(attrs.evolve(concern, occurred=UNKNOWN) for concern in example.case.concerns),
        )
        assert not cimscore.assess(bare, rulebook()).failures, example.id


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_was_done_bounds_when_it_was_told_also_where_a_moment_to_assess_for_is_given(program: str) -> None:
    """An act is never before the information, so a later moment to assess for is not taken for the receipt."""
    document = {
        "cimscore": 1,
        "id": "invented",
        "programs": [program],
        "people": [{"id": "ann"}],
        "concerns": [{"id": "i1", "about": ["ann"], "place": "elsewhere"}],
        "done": [{"act": "ndis-incidents/clock/notify", "for": "i1", "at": "2026-06-05"}],
    }
    at = Moment(dt.datetime.fromisoformat("2026-07-01T12:00+10:00"))
    found = cimscore.assess(rulebook().read_case(document), rulebook(), at=at)

    assert not found.failures
    assert found.decisions[0].governed_by


def test_a_step_of_a_record_that_is_called_for_bounds_it_and_one_on_file_does_not() -> None:
    def read(record: str) -> Case:
        document = {
            "cimscore": 1,
            "id": "invented",
            "people": [{"id": "ann"}],
            "concerns": [{"id": "i1", "about": ["ann"], "place": "elsewhere"}],
            "records": [{"id": record, "kind": "incident-report", "moves": [{"move": "submit", "at": "2026-06-05"}]}],
        }
        return rulebook().read_case(document)

    assert days_of_receipt(read("incident-report:i1"), None).last == dt.date(2026, 6, 5)
    assert days_of_receipt(read("r1"), None).last is None


def test_an_act_about_one_thing_and_another_that_happened_later_leave_the_receipt_open_above() -> None:
    document = {
        "cimscore": 1,
        "id": "invented",
        "people": [{"id": "ann"}],
        "concerns": [
            {"id": "i1", "about": ["ann"], "place": "elsewhere", "occurred": "2026-06-01"},
            {"id": "i2", "about": ["ann"], "place": "elsewhere", "occurred": "2026-06-20"},
        ],
        "done": [{"act": "ndis-incidents/clock/notify", "for": "i1", "at": "2026-06-05"}],
    }
    days = days_of_receipt(rulebook().read_case(document), None)
    assert (days.first, days.last) == (dt.date(2026, 6, 20), None)
