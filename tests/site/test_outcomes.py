"""What leads to an outcome: worlds that differ from an example by one thing, counted and told as what they are."""

from __future__ import annotations

import attrs
import pytest
from published_program import EXAMPLE, book_of, rulebook

from cimscore.policy import Drift, DriftState, Locator
from cimscore.publishing.pages import Book, ShownExample, shown_of, site_pages
from cimscore.rulebook import Rulebook
from cimscore.traceability import build_trace
from cimscore.traceability.worlds.worlds import Outcome, World, worlds_around
from cimscore.wire import read_example

CARE_PLAN = Outcome(program="invented", topic="records", name="care-plan")
PAGE = "outcomes/invented/records-care-plan.md"
DECIDED = "decisions: [{question: invented/helped, about: [river], answer: ANSWER, by: family-worker, at: 2025-03-04}]"


@pytest.fixture(scope="module")
def held() -> Rulebook:
    return rulebook()


def shown(held: Rulebook, answer: str = "") -> ShownExample:
    """The example as it is, or with the family worker's answer."""
    text = EXAMPLE.replace("notifier", f"{DECIDED.replace('ANSWER', answer)}\n  notifier") if answer else EXAMPLE
    example = read_example(text, "invented", "nobody", held)
    return shown_of("invented", example, held, "id: nobody\n", tuple(worlds_around(example, held)))


def by_change(worlds: tuple[World, ...]) -> dict[tuple[str, str], World]:
    return {(world.question, world.value): world for world in worlds}


def book(held: Rulebook, *those: ShownExample) -> Book:
    return attrs.evolve(book_of(held), shown=those)


def page(held: Rulebook, *those: ShownExample) -> str:
    return next(it.text for it in site_pages(book(held, *those)) if it.path == PAGE)


def test_an_answer_given_the_other_way_takes_the_outcome_away(held: Rulebook) -> None:
    world = by_change(shown(held, "false").worlds)["invented/helped", "yes"]

    assert (world.reached, world.taken, world.left_open) == (frozenset(), {CARE_PLAN}, frozenset())


def test_an_answer_given_the_other_way_brings_the_outcome_about(held: Rulebook) -> None:
    around = by_change(shown(held, "true").worlds)

    assert around["invented/helped", "no"].brought == {CARE_PLAN}


def test_a_question_that_is_answered_names_the_example_in_which_another_answer_moves_something(held: Rulebook) -> None:
    pages = {it.path: it.text for it in site_pages(book(held, shown(held, "false")))}

    assert "Something moves with it in 1 of 1 worked example." in pages["questions/invented/helped.md"]
    assert "Worked examples in which it is open" not in pages["questions/invented/helped.md"]


def test_a_child_who_only_visits_takes_it_away_and_one_who_lives_there_part_time_does_not(held: Rulebook) -> None:
    around = [it for it in shown(held, "false").worlds if it.question == "case/stay"]

    taken = {it.value for it in around if CARE_PLAN in it.taken}
    kept = {it.value for it in around if CARE_PLAN in it.reached and not it.brought}
    assert taken == {"visits", "by-choice"}
    assert "part-time" in kept


def test_the_page_says_how_many_worlds_come_to_it_and_what_each_change_does(held: Rulebook) -> None:
    example = shown(held, "false")
    reached = sum(CARE_PLAN in it.reached for it in example.worlds)

    text = page(held, example)

    assert f"{reached} of {len(example.worlds)} come to it" in text
    assert "not all the families there can be" in text
    assert "| [Does anyone help the home?](../../questions/invented/helped.md) | yes |   | in 1 |   |" in text
    assert "| How somebody stays in a home | by choice; visits |   | in 1 |   |" in text
    assert "<svg" in text


def test_it_prints_the_rules_that_give_it(held: Rulebook) -> None:
    text = page(held, shown(held, "false"))

    assert "**[Record: one plan](../../rules/invented/record.md#one-plan)**, in 1 example:" in text
    assert "A care plan of a home is to be made" in text


def test_the_names_of_homes_and_people_are_left_out_of_what_is_otherwise(held: Rulebook) -> None:
    changes = page(held, shown(held, "false")).partition("## What one change does")[2]

    assert "| Where somebody stays | in none; stays by choice in one home; visits one home |   | in 1 |   |" in changes
    assert "river" not in changes and "zoe" not in changes


def test_what_waits_for_an_answer_is_left_open_and_never_counted_as_taken_away(held: Rulebook) -> None:
    example = shown(held, "false")
    waiting = World(
        programs=("invented",), question="case/kind", value="harm", reached=frozenset(), brought=frozenset(),
        taken=frozenset(), left_open=frozenset({CARE_PLAN}),
    )  # fmt: skip

    text = page(held, attrs.evolve(example, worlds=(waiting,)))

    assert "| What is alleged | harm |   |   | in 1 |" in text


def test_an_outcome_that_only_a_world_comes_to_has_its_page_too(held: Rulebook) -> None:
    text = page(held, shown(held, "true"))

    assert "No worked example comes to it. This page is told from worlds" in text
    assert "| [Does anyone help the home?](../../questions/invented/helped.md) | no | in 1 |   |   |" in text


def test_without_worlds_the_page_is_told_from_the_examples_and_says_so(held: Rulebook) -> None:
    text = page(held, attrs.evolve(shown(held, "false"), worlds=()))

    assert "told from 1 worked example" in text and "not from every family there can be" in text
    assert "What one change does" not in text


def test_a_drifted_clause_on_the_way_marks_the_outcome_for_a_check(held: Rulebook) -> None:
    example = shown(held, "false")
    place = Locator(heading="Heading", position=1)
    drift = Drift(source="doc", clause="doc/plans/c1", state=DriftState.CHANGED, was=place, where=place)
    drifted = attrs.evolve(book(held, example), trace=build_trace(held, (), [example.example], drifts=[drift]))

    text = next(it.text for it in site_pages(drifted) if it.path == PAGE)

    assert "Needs review" in text and "Needs review" not in page(held, example)
