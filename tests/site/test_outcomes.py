"""What leads to an outcome: worlds that differ from an example by one thing, counted and told as what they are."""

from __future__ import annotations

import attrs
import pytest
from published_program import EXAMPLE, book_of, rulebook

from cimscore.assessment import assess
from cimscore.case import ResidenceKind
from cimscore.policy import Drift, DriftState, Locator
from cimscore.publishing.pages import Book, Shown, site_pages
from cimscore.rulebook import Rulebook
from cimscore.traceability import build_trace
from cimscore.traceability.worlds import Outcome, World, worlds_around
from cimscore.wire import read_example

CARE_PLAN = Outcome(program="invented", topic="records", name="care-plan")
PAGE = "outcomes/invented/records-care-plan.md"
NO_HELP = "decisions: [{question: invented/helped, about: [river], answer: false, by: family-worker, at: 2025-03-04}]"
ANOTHER_HOME = "households: [{id: hill, area: Exampleton}, {id: river, area: Exampleton}]"


@pytest.fixture(scope="module")
def held() -> Rulebook:
    return rulebook()


def shown(held: Rulebook, *, decided: bool, homes: int = 1) -> Shown:
    text = EXAMPLE.replace("notifier", f"{NO_HELP}\n  notifier") if decided else EXAMPLE
    text = text.replace("households: [{id: river, area: Exampleton}]", ANOTHER_HOME) if homes == 2 else text
    example = read_example(text, "invented", "nobody", held)
    assessment = assess(example.case, held)
    worlds = tuple(worlds_around(example, assessment, held))
    return Shown(program="invented", example=example, assessment=assessment, document="id: nobody\n", worlds=worlds)


def by_change(worlds: tuple[World, ...]) -> dict[tuple[str, object], World]:
    return {(world.question, world.value): world for world in worlds}


def book(held: Rulebook, *those: Shown) -> Book:
    return attrs.evolve(book_of(held), shown=those)


def page(held: Rulebook, *those: Shown) -> str:
    return next(it.text for it in site_pages(book(held, *those)) if it.path == PAGE)


def test_an_answer_given_the_other_way_takes_the_outcome_away(held: Rulebook) -> None:
    world = by_change(shown(held, decided=True).worlds)["invented/helped", True]

    assert (world.reached, world.taken, world.left_open) == (frozenset(), {CARE_PLAN}, frozenset())


def test_a_child_who_only_visits_takes_it_away_and_one_who_lives_there_part_time_does_not(held: Rulebook) -> None:
    around = [it for it in shown(held, decided=True).worlds if it.question == "case/stay"]

    taken = {it.value for it in around if CARE_PLAN in it.taken}
    kept = {it.value for it in around if CARE_PLAN in it.reached and not it.brought}
    assert taken == {ResidenceKind.VISITS, ResidenceKind.BY_CHOICE}
    assert ResidenceKind.PART_TIME in kept


def test_an_answer_to_an_open_question_brings_it_about(held: Rulebook) -> None:
    around = by_change(shown(held, decided=False).worlds)

    assert around["invented/helped", False].brought == {CARE_PLAN}
    assert around["invented/helped", True].reached == frozenset()


def test_what_waits_for_an_answer_is_left_open_and_never_counted_as_taken_away(held: Rulebook) -> None:
    worlds = [it for it in shown(held, decided=True, homes=2).worlds if it.question == "case/homes"]
    moved = next(it for it in worlds if it.value == (("hill", ResidenceKind.FULL_TIME),) and it.left_open)

    assert (moved.reached, moved.taken, moved.left_open) == (frozenset(), frozenset(), {CARE_PLAN})


def test_no_world_changes_a_day_and_none_is_the_example_itself(held: Rulebook) -> None:
    example = shown(held, decided=True)
    questions = {it.question for it in example.worlds}

    assert questions == {"case/homes", "case/relationship", "case/stay", "case/area", "invented/helped"}
    values = [it.value for it in example.worlds if it.question == "invented/helped"]
    assert values == [True]


def test_the_page_says_how_many_worlds_come_to_it_and_what_each_change_does(held: Rulebook) -> None:
    example = shown(held, decided=True)
    reached = sum(CARE_PLAN in it.reached for it in example.worlds)

    text = page(held, example)

    assert f"{reached} of {len(example.worlds)} come to it" in text
    assert "not all the families there can be" in text
    assert "| [Does anyone help this household?](../../questions/invented/helped.md) | yes |   | in 1 |   |" in text
    assert "| How somebody stays in a home | by choice; visits |   | in 1 |   |" in text
    assert "<svg" in text


def test_an_outcome_that_only_a_world_comes_to_has_its_page_too(held: Rulebook) -> None:
    text = page(held, shown(held, decided=False))

    assert "No worked example comes to it. This page is told from worlds" in text
    assert "| [Does anyone help this household?](../../questions/invented/helped.md) | no | in 1 |   |   |" in text


def test_without_worlds_the_page_is_told_from_the_examples_and_says_so(held: Rulebook) -> None:
    text = page(held, attrs.evolve(shown(held, decided=True), worlds=()))

    assert "told from 1 worked example" in text and "not from every family there can be" in text
    assert "What one change does" not in text


def test_a_drifted_clause_on_the_way_marks_the_outcome_for_a_check(held: Rulebook) -> None:
    example = shown(held, decided=True)
    place = Locator(heading="Heading", position=1)
    drift = Drift(source="doc", clause="doc/plans/c1", state=DriftState.CHANGED, was=place, where=place)
    drifted = attrs.evolve(book(held, example), trace=build_trace(held, (), [example.example], drifts=[drift]))

    text = next(it.text for it in site_pages(drifted) if it.path == PAGE)

    assert "Check needed" in text and "Check needed" not in page(held, example)
