"""A show day that the program does not know can be supplied, and then it counts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import attrs
import pytest

import cimscore
from cimscore.assessment import Decision
from cimscore.calendars import Calendar
from cimscore.case import FactEntry
from cimscore_qld_child_safety.calendars import queensland

EXAMPLE = Path(__file__).parents[2] / "examples" / "two-homes.yaml"
SHOW = {dt.date(2025, 3, 5): "Exampleton show day"}
AT_EXAMPLETON = FactEntry(question="qld-child-safety/office", about="case", answer="Exampleton")


def approvals(calendars: tuple[Calendar, ...], facts: tuple[FactEntry, ...]) -> tuple[set[str], Decision]:
    rulebook = cimscore.load_rulebook(calendars=calendars)
    case = attrs.evolve(rulebook.read_case(EXAMPLE), facts=facts)
    decision = cimscore.assess(case, rulebook).decision("qld-child-safety")
    return {str(clock.due) for clock in decision.clocks if clock.id == "approve"}, decision


def test_a_supplied_show_day_moves_the_deadline_at_its_place() -> None:
    supplied = (queensland().with_local("Exampleton", SHOW),)
    due, _ = approvals(supplied, (AT_EXAMPLETON,))
    assert due == {"Friday 7 March 2025, end of day, Brisbane time"}


def test_without_it_none_is_counted_and_the_calendar_says_what_it_does_not_know() -> None:
    due, _ = approvals((), (AT_EXAMPLETON,))
    assert due == {"Thursday 6 March 2025, end of day, Brisbane time"}
    assert any("Show days outside Brisbane are known for 2025 only" in gap for gap in queensland().gaps)


def test_once_it_makes_a_difference_the_place_is_asked() -> None:
    due, decision = approvals((queensland().with_local("Exampleton", SHOW),), ())
    assert due == {"between Thursday 6 March 2025, end of day and Friday 7 March 2025, end of day, Brisbane time"}
    assert "qld-child-safety/office@case" in {point.address for point in decision.points}


def test_a_calendar_that_no_program_counts_on_is_refused() -> None:
    stray = attrs.evolve(queensland(), id="queensand")
    with pytest.raises(cimscore.UnknownNameError, match="Did you mean 'queensland'"):
        cimscore.load_rulebook(calendars=(stray,))
