"""Which rules a decision exercises: applied, held back by their own exception, or left open; and by which clauses."""

from __future__ import annotations

import lamps
import pytest

from cimscore.assessment import assess
from cimscore.case import Case
from cimscore.errors import RuleFailure
from cimscore.reasoning.claims.observing import observing
from cimscore.reasoning.claims.told import Decided
from cimscore.traceability import Way
from cimscore.traceability.recording import Exercises

BOOK = lamps.rulebook()
KEPT = "lamps/lit/kept-house"
REFILL = "lamps/clock/refill"
JUDGES, SMALL = "lamp/putting-out/judges", "lamp/lighting/small-lamp"


def seen_in(*cases: Case) -> Exercises:
    seen = Exercises()
    with observing(seen.see):
        for case in cases:
            assess(case, BOOK)
    return seen


def ways(*cases: Case) -> dict[str, Way]:
    return {exercise.rule: exercise.way for exercise in seen_in(*cases).exercised}


def test_a_row_that_gives_something_is_applied_and_so_is_a_clock_that_is_owed():
    found = ways(lamps.case())
    assert found[KEPT] is found[REFILL] is Way.APPLIED


def test_a_row_whose_exception_holds_is_excepted():
    assert ways(lamps.case(storm_door=True))[KEPT] is Way.EXCEPTED


def test_a_row_that_may_hold_by_another_answer_is_open_and_so_is_what_rests_on_it():
    found = ways(lamps.case(kept=None))
    assert {way for rule, way in found.items() if rule != "lamps/edition/by-receipt"} == {Way.OPEN}
    assert {KEPT, REFILL} <= found.keys()


def test_a_row_that_was_only_tried_is_not_exercised_whatever_its_exception_says():
    assert KEPT not in ways(lamps.case(kept=False))
    assert KEPT not in ways(lamps.case(kept=False, storm_door=True))


def test_a_row_whose_clause_does_not_stand_is_not_exercised():
    assert "lamps/duties-keeping/trim" not in ways(lamps.case(year=2020))
    assert ways(lamps.case(year=2025))["lamps/duties-keeping/trim"] is Way.APPLIED


@pytest.mark.parametrize("turned", [False, True])
def test_of_several_decisions_the_strongest_way_counts(turned):
    cases = [lamps.case(storm_door=True), lamps.case(), lamps.case(kept=None)]
    assert ways(*(reversed(cases) if turned else cases))[KEPT] is Way.APPLIED
    assert ways(*cases[::2])[KEPT] is Way.EXCEPTED


def test_the_digest_is_that_of_the_rule():
    found = {exercise.rule: exercise.digest for exercise in seen_in(lamps.case()).exercised}
    assert found == {address: BOOK.rules[address].digest for address in found} and len(found) > 3


def test_the_line_of_a_table_counts_where_it_was_looked_up():
    large = lamps.case()
    assert SMALL in seen_in(large).clauses
    said = lamps.FactEntry(question="lamps/size", about="north", answer="large")
    assert SMALL not in seen_in(lamps.attrs.evolve(large, facts=(*large.facts, said))).clauses


def test_the_clauses_of_a_question_count_while_it_is_open():
    unlit = lamps.case(kept=False)
    assert JUDGES in seen_in(lamps.case()).clauses
    assert JUDGES not in seen_in(unlit).clauses


def test_everything_decided_within_the_block_is_seen_and_nothing_after_it():
    seen: list[Decided] = []
    with observing(seen.append):
        assess(lamps.case("one"), BOOK)
        assess(lamps.case("two", kept=False), BOOK)
    assess(lamps.case("three"), BOOK)
    assert [len(decided.told) > 0 for decided in seen] == [True, True]


def test_of_two_who_look_on_the_inner_one_sees_it_alone_and_the_outer_one_goes_on():
    outer, inner = list[Decided](), list[Decided]()
    with observing(outer.append):
        with observing(inner.append):
            assess(lamps.case(), BOOK)
        assess(lamps.case(), BOOK)
    assert (len(outer), len(inner)) == (1, 1)


def test_looking_on_ends_with_its_block_however_that_ends():
    seen: list[Decided] = []
    with pytest.raises(RuleFailure), observing(seen.append):
        raise RuleFailure("a", "b", "c", "d")
    assess(lamps.case(), BOOK)
    assert seen == []
