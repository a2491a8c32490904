"""A case with incidents of several days: each counts by its own, and none takes another with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import told

from cimscore.assessment import Decision

Assess = Callable[..., Decision]


def two_incidents(assess: Assess, earlier: object, *, counted_then: bool | None) -> Decision:
    """One incident of March 2025, and one of another day, in a service that is listed."""
    both: dict[str, Any] = {
        name: {"c1": answer, "c2": answer}
        for name, answer in (
            ("disclosed", "2025-03-03T10:00+11:00"),
            ("client-harmed", True),
            ("during-service-delivery", True),
            ("incident-type", "injury-explained"),
        )
    }
    one = {"id": "c1", "about": ["cal"], "place": "elsewhere", "occurred": "2025-03-03T09:00+11:00"}
    return assess(
        {**both, "service-in-scope-then": counted_then}, concerns=[one, {**one, "id": "c2", "occurred": earlier}]
    )


@pytest.mark.parametrize(
    ("earlier", "counted_then", "records"),
    [
        ("2024-12-08T09:00+11:00", False, ["incident-report:c1"]),
        ("2024-12-08T09:00+11:00", True, ["incident-report:c1", "incident-report:c2"]),
        ("2024-12-09T09:00+11:00", False, ["incident-report:c1", "incident-report:c2"]),
    ],
)
def test_an_earlier_incident_never_takes_a_later_one_out_of_scope(
    assess: Assess, earlier: str, counted_then: bool, records: list[str]
) -> None:
    found = two_incidents(assess, earlier, counted_then=counted_then)

    assert ("c1",) in [line.things for line in found.about("in-scope")]
    assert sorted(told.records(found)) == records


def test_whether_the_service_counted_then_is_asked_for_the_earlier_incident_alone(assess: Assess) -> None:
    found = two_incidents(assess, "2024-12-08T09:00+11:00", counted_then=None)

    assert ("c1",) in [line.things for line in found.about("in-scope")]
    assert "service-in-scope-then@case" in told.asked(found)
    assert told.records(found) == {"incident-report:c1"}
