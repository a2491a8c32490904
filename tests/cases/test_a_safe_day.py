"""The head of a page gives a day that holds by every reading, and the working day before a day that is none."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import attrs
import pytest
from case_documents import case_of, decided, rulebook

from cimscore.assessment import decide_case, first_page
from cimscore.case import Moment

EXAMPLES = Path(__file__).parents[2] / "examples"


def page(name: str, program: str = "") -> str:
    example = EXAMPLES / f"{name}.yaml"
    case = rulebook().read_case(example) if example.exists() else case_of(name)
    return " ".join(first_page(decide_case(case, rulebook().program(program or case.programs[0]).compiled)).split())


def test_no_later_day_of_a_kinder_reading_or_answer_stands_in_the_headline() -> None:
    head, _, _ = page("final-friday-2026").partition("What is open")
    assert "First clock: Saturday 26 September 2026, 10:00, Melbourne time" in head
    assert "30 September" not in head
    # The reading gives that moment whichever place it is: the open place does not make it so soon.
    assert "That is the soonest that it may be (question 2); " in head


def test_a_moment_on_no_working_day_names_the_working_day_before_it_and_the_holiday_between() -> None:
    last = "no working day: do it by Thursday 24 September 2026, the last working day before, as Friday 25 September"
    assert f"{last} 2026 (Friday before the AFL Grand Final) is a holiday." in page("final-friday-2026")
    # The 24 hours of this one leave no whole working day.
    told = page("clock-hidden-by-age")
    assert "First clock: Saturday 22 February 2025" in told
    assert "no working day" not in told.casefold()


def test_a_holiday_that_moved_a_day_is_named_behind_it() -> None:
    told = page("dual-funded", "ndis-incidents")
    assert "Tuesday 11 March 2025, end of day, not counting Monday 10 March 2025 (Labour Day): the provider" in told


def test_a_sooner_day_of_another_reading_is_in_the_headline() -> None:
    assert (
        "First clock: Wednesday 5 March 2025, end of day, Melbourne time (not compared with today: it may have passed)"
        ": the reporting organisation to report the incident. That is the soonest that it may be (question 1). What is "
        "open"
    ) in page("dual-funded", "vic-cims")


# What may be late already.


def test_a_day_that_may_have_passed_before_the_information_was_received_says_so_first() -> None:
    told = page("vic-day-unknown-two-clients")
    assert "First clock: at once: the reporting organisation to report the incident. It may have been late" in told
    assert "late already when it was received, due Sunday 4 May 2025, 00:00, Melbourne time (questions 1, 5)" in told
    # By the kindest reading it is 15 May: only the day of the strictest one is safe.
    assert "not later than Wednesday 14 May 2025, end of day. What is open" in told
    assert "15 May" not in told.partition("What is open")[0]
    assert "Clocks, in order of time" not in told  # the one clock is told above
    assert "late already" not in page("two-homes")


def test_another_reading_by_which_it_is_late_already_says_so_of_that_reading_alone() -> None:
    told = page("ndis-only-the-accused-knew")
    assert "First clock: at once: the provider's key personnel to notify the incident. It may have been late" in told
    assert "due Tuesday 4 March 2025, 10:00, Melbourne time (question 1). What is open" in told


def test_for_a_moment_that_is_given_a_clock_has_its_state_and_is_not_held_against_the_receipt() -> None:
    case = case_of("vic-day-unknown-two-clients")
    at = Moment(dt.datetime.fromisoformat("2025-05-12T10:00+10:00"))
    told = first_page(decide_case(case, rulebook().program("vic-cims").compiled, at=at))
    assert "Perhaps overdue: " in told
    assert "late already" not in told


def test_the_moment_by_which_a_report_may_be_late_is_asked_before_what_moves_no_day() -> None:
    assert "1. When was i1 disclosed: when did whoever works or acts for the provider first" in page(
        "vic-day-unknown-two-clients"
    )


@pytest.mark.parametrize(
    ("name", "last"), [("vic-report-late-already", " 2. "), ("vic-staff-of-another-provider", " 4. ")]
)
def test_the_first_questions_are_shown_before_the_reasons_of_days_and_later_clocks(name: str, last: str) -> None:
    assert last in page(name)
    assert "The policy is unclear: " in page(name)


# What is done under every answer that would bring a day.


def test_the_day_of_a_start_that_was_made_already_is_no_day_on_which_a_start_may_be_due() -> None:
    told = page("gone-since-the-investigation")
    assert "First clock: Thursday 13 February 2025, end of day, Brisbane time" in told
    assert "December 2024" not in told.partition("What does not apply")[0]
    soonest = {clock.id: clock.soonest for clock in decided("gone-since-the-investigation").clocks}
    assert soonest == {"approve": None, "transfer": None, "commence": None, "finish": None}


def test_the_day_of_a_start_that_nobody_entered_may_be_due() -> None:
    case = case_of("gone-since-the-investigation")
    file = attrs.evolve(case.records[0], moves=case.records[0].moves[:1])
    waiting = attrs.evolve(case, records=(file,))
    told = first_page(decide_case(waiting, rulebook().program("qld-child-safety").compiled))
    assert "due Monday 9 December 2024, end of day" in " ".join(told.split())
