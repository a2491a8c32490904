"""Both sides of each limit that a rule compares with: how certain the comparison is, as a grade from 0 to 3."""

from __future__ import annotations

import pytest
from qld_cases import at

from cimscore.clocks import Span, When
from cimscore_qld_child_safety.rules.editions import is_later
from cimscore_qld_child_safety.rules.lately import fewer_than_thirty, has_a_day

CLOSED = "2025-03-01T15:00+10:00"


def span(first: str, last: str, working: str) -> Span:
    """Return a moment of which only a range is known; an end without a text is unbounded."""
    return Span(at(first) if first else None, at(last) if last else None, at(working))


@pytest.mark.parametrize(
    ("measured", "grade"),
    [
        ("2025-02-28T23:59+10:00", 0),
        ("2025-03-01T09:00+10:00", 3),
        ("2025-03-01", 3),
        ("2025-03-30T23:59+10:00", 3),
        ("2025-03-31T00:00+10:00", 0),
    ],
)
def test_fewer_than_thirty_days_are_counted_from_day_to_day_whatever_the_hour(measured: str, grade: int) -> None:
    assert fewer_than_thirty(at(CLOSED), at(measured)) == grade


@pytest.mark.parametrize(
    ("closed", "grade"),
    [
        (span("2025-03-01", "2025-03-30", "2025-03-01"), 3),
        (span("2025-03-01", "2025-03-31", "2025-03-01"), 2),
        (span("2025-02-28", "2025-03-30", "2025-02-28"), 1),
        (span("2025-02-28", "2025-03-30", "2025-03-01"), 2),
        (span("2025-03-01", "2025-04-02", "2025-03-30"), 2),
        (span("2025-03-01", "2025-04-02", "2025-03-31"), 1),
        (span("2025-02-01", "2025-02-28", "2025-02-28"), 0),
        (span("2025-02-01", "2025-03-01", "2025-02-28"), 1),
        (span("2025-03-30", "2025-04-02", "2025-03-31"), 1),
        (span("2025-03-31", "2025-04-02", "2025-03-31"), 0),
        (span("", "2025-03-30", "2025-03-01"), 2),
        (span("", "2025-02-28", "2025-02-28"), 0),
        (span("2025-03-01", "", "2025-03-30"), 2),
        (span("2025-03-31", "", "2025-03-31"), 0),
    ],
)
def test_a_closing_of_which_only_a_range_is_known_is_lately_as_surely_as_every_day_of_it(
    closed: Span, grade: int
) -> None:
    assert fewer_than_thirty(closed, at("2025-03-30")) == grade


@pytest.mark.parametrize(
    ("measured", "grade"),
    [
        (span("2025-03-01", "2025-03-30", "2025-03-30"), 3),
        (span("2025-03-01", "2025-03-31", "2025-03-30"), 2),
        (span("2025-03-01", "2025-03-31", "2025-03-31"), 1),
        (span("2025-02-28", "2025-03-30", "2025-03-01"), 2),
        (span("2025-02-28", "2025-03-30", "2025-02-28"), 1),
    ],
)
def test_a_range_of_days_to_measure_at_makes_it_as_sure_as_each_day_of_it(measured: Span, grade: int) -> None:
    assert fewer_than_thirty(at(CLOSED), measured) == grade


def test_a_moment_has_a_day_and_a_range_has_none() -> None:
    assert has_a_day(at(CLOSED))
    assert not has_a_day(span("2025-03-01", "2025-03-01", "2025-03-01"))


@pytest.mark.parametrize(
    ("decision", "other", "later"),
    [
        (at("2025-03-04T00:00+10:00"), at("2025-03-03T23:59+10:00"), True),
        (at("2025-03-03T23:59+10:00"), at("2025-03-03T09:00+10:00"), False),
        (at("2025-03-03T09:00+10:00"), at("2025-03-03"), False),
        (at("2025-03-03"), at("2025-03-04"), False),
        (span("2025-03-01", "2025-03-09", "2025-03-04"), at("2025-03-03"), True),
        (span("2025-03-01", "2025-03-09", "2025-03-03"), at("2025-03-03"), False),
    ],
)
def test_of_two_decisions_the_one_of_a_later_day_is_the_last(decision: When, other: When, later: bool) -> None:
    assert is_later(decision, other) is later
