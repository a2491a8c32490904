"""A day stands beside the state that goes with it; what is done asks for no day, and what is open has its place."""

from __future__ import annotations

from pathlib import Path

from case_documents import case_of, rulebook

from cimscore.assessment import decide_case, due_list, first_page

EXAMPLES = Path(__file__).parents[2] / "examples"


def page(name: str, program: str = "vic-cims", *, bounded: bool = True) -> str:
    example = EXAMPLES / f"{name}.yaml"
    case = rulebook().read_case(example) if example.exists() else case_of(name)
    decision = decide_case(case, rulebook().program(program).compiled)
    return " ".join(first_page(decision, bounded=bounded).split())


def test_what_is_met_has_its_own_day_and_the_day_of_another_reading_has_that_of_the_reading() -> None:
    told = page("met-by-one-reading-late-by-another")

    assert "First clock: Wednesday 5 February 2020, end of day, Melbourne time" in told
    assert "report the incident [met]. By another reading it was due Sunday 2 February 2020, 20:00, and is not" in told
    assert "If 'By the day of the incident': the duty to report the incident was due by Sunday 2 February" in told
    assert "2020, 20:00 and is met late." in told


def test_an_act_without_a_day_that_is_done_is_not_due() -> None:
    case = case_of("uploaded-with-the-months-others")
    decision = decide_case(case, rulebook().program("vic-cims").compiled)

    assert due_list([decision]) == ()
    assert "First clock: none: every clock is met." in page("uploaded-with-the-months-others")
    assert [clock.stands.word for clock in decision.clocks] == ["done"]


def test_a_long_summary_takes_no_question_from_the_page() -> None:
    told = page("withdrawn-beside-one-reported")

    assert "What is open ------------ 1. The policy is unclear: Is the day of disclosure the first" in told
    assert "an open question" not in told


def test_the_day_by_the_reading_taken_stands_beside_one_that_another_reading_makes_sooner() -> None:
    assert "Read here as 'No, the next is' (Friday 8 May 2026, end of day)." in page("withdrawn-beside-one-reported")
    told = page("both-programs", bounded=False)
    assert "5 March 2025, end of day, as above: the reporting organisation to report the incident. As read and" in told
    assert "answered here: Thursday 6 March 2025, end of day" in told


def test_a_lateness_that_is_the_same_either_way_is_told_once() -> None:
    assert "met late, by 1 day 2 hours;" in page("met-late-by-as-much-either-way")
