"""Worlds: a worked example with one thing otherwise, and the outcomes that brings, takes or leaves open."""

from __future__ import annotations

import lamps

import cimscore
from cimscore.assessment import assess
from cimscore.rulebook import Rulebook
from cimscore.traceability.worlds.entered import addresses_entered
from cimscore.traceability.worlds.worlds import Outcome, World, outcomes_of, worlds_around
from cimscore.wire import load_examples

BOOK = lamps.rulebook()
LIT = Outcome(program="lamps", topic="households", name="lit")


def worlds(**said: object) -> dict[tuple[str, str], World]:
    around = worlds_around(lamps.example(one=lamps.case(**said)), BOOK)
    return {(world.question, world.value): world for world in around}


def test_an_outcome_is_told_with_the_conclusions_that_come_to_it():
    (outcome,) = outcomes_of(assess(lamps.case(), BOOK).decisions).items()
    assert outcome[0] == LIT and [conclusion.things for conclusion in outcome[1]] == [("north",)]
    assert outcomes_of(assess(lamps.case(kept=False), BOOK).decisions) == {}


def test_each_other_answer_that_the_document_gives_is_a_world():
    found = worlds()
    assert found["lamps/kept", "no"].taken == found["lamps/storm-door", "yes"].taken == {LIT}
    assert not {("lamps/kept", "yes"), ("lamps/storm-door", "no")} & found.keys()


def test_what_another_answer_brings_is_told():
    found = worlds(kept=False)
    assert (found["lamps/kept", "yes"].brought, found["lamps/kept", "yes"].reached) == ({LIT}, {LIT})


def test_each_answer_of_an_open_question_is_a_world():
    found = worlds(storm_door=None)
    assert found["lamps/storm-door", "yes"].taken == {LIT}
    assert (found["lamps/storm-door", "no"].taken, found["lamps/storm-door", "no"].reached) == (set(), {LIT})


def test_what_waits_for_an_answer_is_left_open_and_never_counts_as_taken_away():
    program = cimscore.load_rulebook().program("qld-child-safety")
    book = Rulebook(programs={program.id: program}, reader=BOOK.reader)
    example = next(it for it in load_examples(book) if it.id == "adolescent-and-infant")
    around = tuple(worlds_around(example, book))

    waiting = [world for world in around if world.left_open]
    assert "case/about" in {world.question for world in waiting}
    came = outcomes_of(assess(example.case, book, at=example.at, readings=example.readings).decisions).keys()
    for world in around:
        assert world.brought <= world.reached and world.taken | world.left_open <= came


def test_a_question_about_a_moment_makes_no_world_and_no_entry_is_named_twice():
    entered = list(addresses_entered(lamps.case()))
    assert len(entered) == len(set(entered))
    assert not any(word in address for address in entered for word in ("born", "received", "occurred", "from@"))
