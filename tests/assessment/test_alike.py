"""What other answers change is told once: a day that moves without the old one, and answers alike together."""

from __future__ import annotations

from cimscore.assessment.questions.alike import Alike, told_together


def test_a_day_that_moves_is_told_without_the_day_before() -> None:
    (found,) = told_together([("yes", ("send it: Monday",), ("send it: Friday", "keep it: Friday"))])
    assert found == Alike(answers=("yes",), adds=("send it: Monday",), takes=("keep it: Friday",))


def test_of_two_days_of_one_clock_of_which_one_goes_both_are_told() -> None:
    (found,) = told_together([("yes", ("send it: Monday",), ("send it: Friday", "send it: Sunday"))])
    assert found.takes == ("send it: Friday", "send it: Sunday")


def test_answers_that_change_the_same_are_told_together_and_others_are_not() -> None:
    found = told_together([("a", ("x",), ()), ("b", ("y",), ()), ("c", ("x",), ()), ("d", (), ("x",))])
    assert [each.answers for each in found] == [("a", "c"), ("b",), ("d",)]


def test_one_day_by_the_clocks_of_two_places_is_told_as_of_local_time() -> None:
    found = told_together(
        [
            ("there", ("send it: Friday, end of day, Perth time",), ()),
            ("here", ("send it: Friday, end of day, Hobart time",), ()),
            ("else", ("send it: Sunday, end of day, Darwin time",), ()),
        ]
    )
    assert [each.adds for each in found] == [
        ("send it: Friday, end of day, local time",),
        ("send it: Sunday, end of day, Darwin time",),
    ]
