"""Names: what an id may be, and what was probably meant by one that nobody knows."""

from __future__ import annotations

import pytest

from cimscore import limits
from cimscore.errors import LeftOutWarning, Problem
from cimscore.ids import Hints, did_you_mean, is_id, is_kebab, nearest, spelled, split_record_address, which_can_be

ADDRESSES = ("rainbow/clock/approve", "rainbow/duties-case/call", "plain/clock/approve")


@pytest.mark.parametrize(
    ("text", "named", "kebab"),
    [
        ("ari", True, True),
        ("Ari.2-b", True, False),
        ("harm-household", True, True),
        ("harm--household", True, False),
        ("-ari", False, False),
        ("case", False, True),
        ("unknown", False, True),
        ("a/b", False, False),
        ("", False, False),
        ("a" * limits.LONGEST_ID, True, True),
        ("a" * (limits.LONGEST_ID + 1), False, True),
    ],
)
def test_an_id_is_short_and_free_of_marks_and_of_words_that_mean_something_else(
    text: str, named: bool, kebab: bool
) -> None:
    assert (is_id(text), is_kebab(text)) == (named, kebab)


def test_a_number_keeps_its_unit_in_a_name_that_is_spelt() -> None:
    assert spelled("five-day-form") == "five-day form"
    assert spelled("24-hour-response") == "24-hour response"
    assert spelled("form-of-five-people") == "form of five people"


def test_the_address_of_a_record_has_a_kind_a_thing_and_perhaps_a_focus() -> None:
    assert split_record_address("report:c1") == ("report", "c1", "")
    assert split_record_address("report:c1/ari") == ("report", "c1", "ari")
    assert split_record_address("report") is None
    assert split_record_address("report:c1/ari/more") is None


def test_a_name_that_is_like_a_known_one_is_a_slip_and_another_is_told_what_there_is() -> None:
    assert did_you_mean("colur", ("colour", "size")) == "Did you mean 'colour'?"
    assert did_you_mean("weight", ("colour", "size")) == "Known: colour, size."
    assert did_you_mean("weight", [f"a{number}" for number in range(12)]).startswith("Known: a0, a1, ")
    assert did_you_mean("weight", [f"a{number}" for number in range(13)]) == ""
    assert did_you_mean("weight", ()) == ""


def test_a_long_name_is_compared_with_nothing_and_a_long_known_name_is_not_compared() -> None:
    longest = "a" * limits.LONGEST_NAME_COMPARED

    assert nearest(longest, [f"{longest}a"]) == f"{longest}a"
    assert nearest(f"{longest}a", [longest]) == ""
    assert nearest("a", ["a" * 5]) == ""


def test_the_rules_of_a_name_are_told_or_else_all_of_each_program() -> None:
    assert which_can_be("call", ADDRESSES) == "Did you mean 'rainbow/duties-case/call'?"
    assert which_can_be("approve", ADDRESSES) == "Did you mean 'plain/clock/approve' or 'rainbow/clock/approve'?"
    assert which_can_be("visit", ADDRESSES) == (
        "After plain/ can stand: clock/approve. After rainbow/ can stand: clock/approve, duties-case/call."
    )


def test_hints_end_when_they_have_cost_enough() -> None:
    hints = Hints(letters=15)

    assert hints.nearest("colur", ("colour", "size")) == "colour"  # two names of five letters
    assert hints.did_you_mean("siz", ("colour", "size")) == "Did you mean 'size'?"
    assert hints.nearest("colur", ("colour",)) == ""
    assert hints.did_you_mean("colur", ("colour",)) == ""
    assert hints.which_can_be("call", ADDRESSES) == ""


def test_a_list_of_rules_costs_all_its_letters() -> None:
    hints = Hints(letters=40)

    assert hints.which_can_be("plain/clock/aprove", ADDRESSES[2:]) == "Did you mean 'plain/clock/approve'?"
    assert hints.which_can_be("call", ADDRESSES) == "Did you mean 'rainbow/duties-case/call'?"
    assert hints.which_can_be("call", ADDRESSES) == ""


def test_a_program_that_is_left_out_is_told_with_what_is_wrong_with_it() -> None:
    problem = Problem(where="program plain", found="no title", expected="a title")
    warning = LeftOutWarning("The program plain is left out.", [problem])

    assert (str(warning), warning.problems) == ("The program plain is left out.", (problem,))
    assert LeftOutWarning("It is left out on purpose.").problems == ()
