"""A moment from which something counts and that nobody has told is asked, with what its first and last would bring."""

from __future__ import annotations

import pytest
from case_documents import bounds_of, decided, question

from cimscore.assessment import first_page, what_to_write


def test_when_a_decision_was_taken_is_asked_with_what_its_first_moment_would_bring() -> None:
    point = question(decided("decided-without-a-time"), "decided@qld-child-safety/response@c1")
    ((moment, brings),) = bounds_of(point).items()
    assert moment == "Monday 3 March 2025, 10:15"
    assert brings[0] == "approve the notification: Tuesday 4 March 2025, 10:15, Brisbane time"
    assert len(brings) == 4
    assert what_to_write(point) == (
        "To answer, write decisions, the entry with question qld-child-safety/response and about c1: at.",
    )


def test_when_somebody_knew_is_asked_within_what_the_order_of_moments_leaves() -> None:
    decision = decided("vic-ndis-awareness-not-recorded")
    (point,) = (each for each in decision.points if each.bounds)
    assert point.address == "ndis-incidents/aware@i1"
    assert bounds_of(point) == {
        "Wednesday 12 March 2025, 12:00": ("notify the incident: Thursday 13 March 2025, 12:00, Melbourne time",),
        "Wednesday 12 March 2025, 16:00": ("notify the incident: Thursday 13 March 2025, 16:00, Melbourne time",),
    }
    assert "If it was Wednesday 12 March 2025, 16:00: notify the incident" in " ".join(first_page(decision).split())


def test_a_moment_on_which_another_hangs_is_asked_too() -> None:
    asked = {point.address for point in decided("ndis-nothing-known").points if point.bounds}
    assert asked == {"ndis-incidents/aware@fall", "occurred@fall"}


@pytest.mark.parametrize("name", ["vic-late-and-nothing-says-so", "wandoan-show", "already-started"])
def test_where_every_beginning_is_told_none_is_asked(name: str) -> None:
    assert [point.address for point in decided(name).points if point.bounds] == []
