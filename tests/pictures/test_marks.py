"""What a decision says of people and homes stands in the picture, and what is not certain says so in words."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

import cimscore
from cimscore.assessment import Decision, Standing
from cimscore.case import Case
from cimscore.publishing.pictures import draw, marks_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "two-homes.yaml"


@pytest.fixture(scope="module")
def decided() -> tuple[Case, tuple[Decision, ...]]:
    rulebook = cimscore.load_rulebook()
    if "qld-child-safety" not in rulebook.programs:
        pytest.skip("the program of the example is not installed: pip install -e plugins/qld-child-safety")
    case = rulebook.read_case(EXAMPLE)
    return case, cimscore.assess(case, rulebook).decisions


def provisional(decision: Decision) -> Decision:
    """The same decision, in which nothing is certain."""
    lines = (attrs.evolve(line, standing=Standing.PROVISIONAL) for line in decision.conclusions)
    return attrs.evolve(decision, conclusions=tuple(lines))


def test_homes_and_people_are_marked_with_what_is_decided_of_them(decided: tuple[Case, tuple[Decision, ...]]) -> None:
    marks = marks_of(*decided)

    assert marks.households == {"north": ("harm household",), "south": ("harm household",)}
    assert marks.people == {"ari": ("subject child",), "leo": ("parent",), "mia": ("parent",)}


def test_what_is_provisional_is_marked_so_by_a_shape_and_in_words(decided: tuple[Case, tuple[Decision, ...]]) -> None:
    case, decisions = decided
    marks = marks_of(case, map(provisional, decisions))
    picture = draw(case, marks)

    assert marks.households["north"] == ("◌ harm household (provisional)",)
    assert marks.people["ari"] == ("◌ subject child (provisional)",)
    assert "◌ harm household (provisional)" in picture.svg
    assert picture.table.rows[0][-1] == "◌ subject child (provisional)"


def test_a_subject_without_a_role_is_marked_as_one(decided: tuple[Case, tuple[Decision, ...]]) -> None:
    case, decisions = decided
    without = (
        attrs.evolve(one, conclusions=tuple(line for line in one.conclusions if line.topic != "roles"))
        for one in decisions
    )

    assert marks_of(case, without).people == {"ari": ("subject",)}


def test_two_programs_that_say_the_same_mark_it_once(decided: tuple[Case, tuple[Decision, ...]]) -> None:
    case, decisions = decided

    assert marks_of(case, (*decisions, *decisions)) == marks_of(case, decisions)
