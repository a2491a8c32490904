"""How a clock stands, graded by what is known."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from cimscore.calendars import BusinessDays, CalendarDays, Due, Hours
from cimscore.case import Moment
from cimscore.clocks import ClockState, Span, Uncounted, barred, count, states

MELBOURNE = ZoneInfo("Australia/Melbourne")
NOT_COUNTED = Uncounted("5 business days", "Tuesday 4 March 2025", "no calendar of that place is installed")


def at(text: str) -> Moment:
    return Moment(dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text))


def by(day: str) -> Due:
    due = count(CalendarDays(1), Moment(dt.date.fromisoformat(day) - dt.timedelta(1)), None, MELBOURNE)
    assert isinstance(due, Due)
    return due


FRIDAY, MONDAY = by("2025-03-07"), by("2025-03-10")
BEFORE, BETWEEN, LATER = at("2025-03-06T16:00+11:00"), at("2025-03-08T16:00+11:00"), at("2025-03-24")


def test_without_a_moment_neither_running_nor_overdue_is_told() -> None:
    assert states(3, 3, {FRIDAY: 3}, {}, None, MELBOURNE) == {}


def test_what_has_not_begun_waits() -> None:
    assert states(3, 0, {}, {}, BEFORE, MELBOURNE) == {ClockState.WAITING: 3}
    assert states(3, 2, {FRIDAY: 2}, {}, BEFORE, MELBOURNE, listed=3) == {ClockState.WAITING: 1, ClockState.RUNNING: 2}
    assert states(3, 2, {FRIDAY: 2}, {}, BEFORE, MELBOURNE)[ClockState.NOT_COUNTED] == 1


def test_what_is_owed_no_more_is_void() -> None:
    assert states(0, 3, {FRIDAY: 3}, {}, LATER, MELBOURNE) == {ClockState.VOID: 3}


@pytest.mark.parametrize(("moment", "state"), [(BEFORE, ClockState.RUNNING), (LATER, ClockState.OVERDUE)])
def test_of_one_day_and_one_moment_the_state_is_certain(moment: Moment, state: ClockState) -> None:
    assert states(3, 3, {FRIDAY: 3}, {}, moment, MELBOURNE) == {state: 3}


@pytest.mark.parametrize(("moment", "running", "overdue"), [(BEFORE, 3, 0), (BETWEEN, 2, 1), (LATER, 0, 3)])
def test_whichever_day_holds_what_all_of_them_share_is_certain(moment: Moment, running: int, overdue: int) -> None:
    told = states(3, 3, {MONDAY: 2, FRIDAY: 1}, {}, moment, MELBOURNE, listed=3)

    assert (told.get(ClockState.RUNNING, 0), told.get(ClockState.OVERDUE, 0)) == (running, overdue)
    assert ClockState.NOT_COUNTED not in told


def test_unless_one_of_the_days_is_known_to_hold_nothing_is_certain_by_them() -> None:
    assert states(3, 3, {MONDAY: 2, FRIDAY: 1}, {}, LATER, MELBOURNE)[ClockState.OVERDUE] == 2


@pytest.mark.parametrize(
    ("done", "met", "late"),
    [
        ({BEFORE: 3}, 3, 0),
        ({BETWEEN: 3}, 2, 1),
        ({LATER: 3}, 0, 3),
        ({Span(BEFORE, LATER, BEFORE): 3}, 2, 1),
        ({Span(BETWEEN, LATER, LATER): 3}, 1, 2),
        ({BEFORE: 3, LATER: 3}, 3, 0),
    ],
)
def test_what_was_done_is_met_or_met_late(done: dict[Moment | Span, int], met: int, late: int) -> None:
    told = states(3, 3, {MONDAY: 2, FRIDAY: 1}, done, LATER, MELBOURNE, listed=3)

    assert (told.get(ClockState.MET, 0), told.get(ClockState.MET_LATE, 0)) == (met, late)
    assert ClockState.RUNNING not in told and ClockState.OVERDUE not in told


def test_done_at_one_of_two_moments_is_met_where_both_are_in_time() -> None:
    done = {BEFORE: 2, at("2025-03-05"): 1}

    assert states(3, 3, {FRIDAY: 3}, done, LATER, MELBOURNE, ended=3) == {ClockState.MET: 3}
    assert states(3, 3, {FRIDAY: 3}, done, LATER, MELBOURNE)[ClockState.MET] == 2


def test_where_there_is_no_day_nothing_is_met_late_running_or_overdue() -> None:
    for days in ({}, {NOT_COUNTED: 3}):
        assert states(3, 3, days, {}, LATER, MELBOURNE) == {ClockState.NOT_COUNTED: 3}
        assert states(3, 3, days, {BEFORE: 3}, LATER, MELBOURNE) == {ClockState.NOT_COUNTED: 3}


def test_a_day_that_can_perhaps_not_be_counted_leaves_the_state_open() -> None:
    told = states(3, 3, {FRIDAY: 2, NOT_COUNTED: 1}, {}, LATER, MELBOURNE, listed=3)

    assert told == {ClockState.OVERDUE: 2, ClockState.NOT_COUNTED: 1}


def test_a_start_not_known_can_be_overdue_for_certain() -> None:
    """Disclosed between 4 and 6 March; at 20 March the three days are over whichever it was."""
    day = count(CalendarDays(3), Span(at("2025-03-04"), at("2025-03-06"), at("2025-03-04")), None, MELBOURNE)

    assert states(3, 3, {day: 3}, {}, at("2025-03-20"), MELBOURNE) == {ClockState.OVERDUE: 3}
    assert states(3, 3, {day: 3}, {}, at("2025-03-08"), MELBOURNE) == {ClockState.OVERDUE: 2, ClockState.RUNNING: 1}


def test_on_the_last_day_itself_it_is_running() -> None:
    assert states(3, 3, {FRIDAY: 3}, {}, at("2025-03-07"), MELBOURNE) == {ClockState.RUNNING: 3}
    assert states(3, 3, {FRIDAY: 3}, {}, at("2025-03-08T00:00+11:00"), MELBOURNE) == {ClockState.OVERDUE: 3}


def test_what_bars_an_act_is_told_beside_its_state() -> None:
    assert barred(3, 3, {}) == 3
    assert barred(3, 2, {}) == 2
    assert barred(3, 3, {BEFORE: 3}) == 0
    assert barred(3, 3, {BEFORE: 1}) == 2
    assert barred(0, 3, {}) == 0


def test_if_nothing_by_then_the_next_clock_starts_with_the_end_of_the_last_day() -> None:
    gone = states(3, 3, {FRIDAY: 3}, {}, LATER, MELBOURNE).get(ClockState.OVERDUE, 0)
    next_day = count(Hours(24), FRIDAY, None, MELBOURNE)

    assert states(3, gone, {next_day: gone}, {}, LATER, MELBOURNE) == {ClockState.OVERDUE: 3}
    assert str(next_day) == "Sunday 9 March 2025, 00:00, Melbourne time"
    assert isinstance(count(BusinessDays(1), FRIDAY, None, MELBOURNE), Uncounted)
