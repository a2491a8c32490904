"""The lists that are empty or explained: each is broken here on purpose, and each can be justified."""

from __future__ import annotations

import datetime as dt

import attrs
import lamps
import pytest

from cimscore.policy import Clause, Disposition
from cimscore.rulebook import Rulebook
from cimscore.rules import Topic
from cimscore.traceability import (
    ClauseReview,
    Exercise,
    Gap,
    Justification,
    Reader,
    RecordedTest,
    Result,
    Way,
    build_trace,
    cleared,
    coverage_by_edition,
    coverage_of,
    only_with_many,
    reviewed,
)
from cimscore.traceability.reviews.reviews import pin_of

ENCODED = tuple(clause.id for clause in lamps.CLAUSES if clause.disposition is Disposition.ENCODED)


def complete_parts() -> dict[str, object]:
    """Everything a complete trace needs."""
    book = lamps.rulebook()
    exercised = tuple(Exercise(rule=rule.address, way=Way.APPLIED, digest=rule.digest) for rule in book.rules.values())
    test = RecordedTest(
        id="test_all.py::test_all[a?]", file="test_all.py", line=1, digest="", result=Result.PASSED, exercised=exercised
    )
    reviews = cleared((), book, book.rules, by="Kim Example", on=dt.date(2026, 1, 5), why="First reading.")
    return {
        "rulebook": book, "tests": (test,), "examples": (lamps.example(ENCODED),), "reviews": reviews,
        "read": read_twice(book),
    }  # fmt: skip


def read_twice(book: Rulebook) -> tuple[ClauseReview, ...]:
    """Return the authors' two readings of every clause."""
    found: tuple[ClauseReview, ...] = ()
    for reader in (Reader.FIRST, Reader.SECOND):
        found = reviewed(found, book, book.clauses, reader=reader, by="Kim Example", on=dt.date(2026, 1, 5))
    return found


def a_clause_more() -> dict[str, object]:
    more = attrs.evolve(lamps.CLAUSES[0], id="lamp/lighting/more")
    parts = complete_parts()
    return parts | {
        "rulebook": lamps.rulebook(clauses=(*lamps.CLAUSES, more)),
        "examples": (lamps.example((*ENCODED, more.id)),),
        "read": (*parts["read"], *(attrs.evolve(it, pin=pin_of(more)) for it in parts["read"][:2])),
    }


def a_rule_on_guidance_alone() -> dict[str, object]:
    as_guidance = [
        attrs.evolve(it, disposition=Disposition.GUIDANCE, reason="x") if it.id == "lamp/lighting/wick" else it
        for it in lamps.CLAUSES
    ]
    return complete_parts() | read_again(lamps.rulebook(clauses=tuple(as_guidance)))


def a_rule_unread() -> dict[str, object]:
    parts = complete_parts()
    return parts | {"reviews": [review for review in parts["reviews"] if review.rule != "lamps/duties-keeping/trim"]}


def a_rule_untested() -> dict[str, object]:
    parts = complete_parts()
    (test,) = parts["tests"]
    fewer = tuple(it for it in test.exercised if it.rule != "lamps/duties-keeping/trim")
    return parts | {"tests": (attrs.evolve(test, exercised=fewer),)}


def a_rule_only_reached() -> dict[str, object]:
    parts = complete_parts()
    (test,) = parts["tests"]
    weaker = tuple(
        attrs.evolve(it, way=Way.OPEN) if it.rule == "lamps/duties-keeping/trim" else it for it in test.exercised
    )
    return parts | {"tests": (attrs.evolve(test, exercised=weaker),)}


def a_test_of_nothing() -> dict[str, object]:
    parts = complete_parts()
    (test,) = parts["tests"]
    return parts | {"tests": (test, attrs.evolve(test, id="test_all.py::test_idle[a?]", exercised=()))}


def a_question_gone() -> dict[str, object]:
    """The rulebook's own check refuses this, so the clause is left to another question behind its back."""
    parts = complete_parts()
    program = parts["rulebook"].programs["lamps"]
    clauses = tuple(attrs.evolve(it, question="lamps/gone") if it.question else it for it in program.declared.clauses)
    declared = attrs.evolve(program.declared, clauses=clauses)
    programs = {"lamps": attrs.evolve(program, declared=declared)}
    book = Rulebook(programs=programs, reader=parts["rulebook"].reader)
    return parts | {"rulebook": book, "read": read_twice(book)}


def an_example_less() -> dict[str, object]:
    return complete_parts() | {"examples": (lamps.example(ENCODED[1:]),)}


def a_clause_read_once() -> dict[str, object]:
    parts = complete_parts()
    once = [it for it in parts["read"] if it.pin.clause != "lamp/putting-out/judges" or it.reader is Reader.FIRST]
    return parts | {"read": tuple(once)}


def a_clause_that_opens_with_it() -> dict[str, object]:
    reworded = [
        attrs.evolve(it, text="It is lit at dusk.") if it.id == "lamp/lighting/dusk" else it for it in lamps.CLAUSES
    ]
    return complete_parts() | read_again(lamps.rulebook(clauses=tuple(reworded)))


def read_again(book: Rulebook) -> dict[str, object]:
    """Return a rulebook of which everything was read as it stands."""
    reviews = cleared((), book, book.rules, by="Kim Example", on=dt.date(2026, 1, 5), why="Reworded.")
    return {"rulebook": book, "reviews": reviews, "read": read_twice(book)}


def a_clause_to_read() -> dict[str, object]:
    unread = [
        attrs.evolve(it, disposition=Disposition.TO_DO, reason="") if it.id == "lamp/putting-out/fine-thing" else it
        for it in lamps.CLAUSES
    ]
    return complete_parts() | read_again(lamps.rulebook(clauses=tuple(unread)))


def a_time_without_a_clock() -> dict[str, object]:
    timed = [
        attrs.evolve(clause, text="A lamp is lit within two days.") if clause.id == "lamp/lighting/wick" else clause
        for clause in lamps.CLAUSES
    ]
    return complete_parts() | read_again(lamps.rulebook(clauses=tuple(timed)))


BROKEN = {
    Gap.TIMES_WITHOUT_CLOCKS: (a_time_without_a_clock, "lamp/lighting/wick"),
    Gap.CLAUSES_WITHOUT_RULES: (a_clause_more, "lamp/lighting/more"),
    Gap.RULES_WITHOUT_CLAUSES: (a_rule_on_guidance_alone, "lamps/duties-keeping/trim"),
    Gap.RULES_WITHOUT_REVIEWS: (a_rule_unread, "lamps/duties-keeping/trim"),
    Gap.RULES_WITHOUT_TESTS: (a_rule_untested, "lamps/duties-keeping/trim"),
    Gap.TESTS_WITHOUT_RULES: (a_test_of_nothing, "test_all.py::test_idle[a?]"),
    Gap.CLAUSES_WITHOUT_QUESTIONS: (a_question_gone, "lamp/putting-out/judges"),
    Gap.CLAUSES_WITHOUT_EXAMPLES: (an_example_less, ENCODED[0]),
    Gap.CLAUSES_NOT_READ_TWICE: (a_clause_read_once, "lamp/putting-out/judges"),
    Gap.CLAUSES_TO_REWORD: (a_clause_that_opens_with_it, "lamp/lighting/dusk"),
    Gap.CLAUSES_TO_READ: (a_clause_to_read, "lamp/putting-out/fine-thing"),
}


def test_a_clause_that_nobody_has_read_is_listed_once():
    """It is not read twice either, which is told of clauses that say something already."""
    parts = a_clause_to_read()
    unread = [it for it in parts["read"] if it.pin.clause != "lamp/putting-out/fine-thing"]
    missing = coverage_of(build_trace(**parts | {"read": tuple(unread)})).missing

    assert [it.gap for it in missing if it.id == "lamp/putting-out/fine-thing"] == [Gap.CLAUSES_TO_READ]


def test_a_complete_program_has_every_list_empty():
    coverage = coverage_of(build_trace(**complete_parts()))
    assert coverage.missing == () and coverage.complete
    assert dict(coverage.dispositions) == {
        Disposition.ENCODED: 4, Disposition.ENCODED_IN_PART: 0, Disposition.LEFT_TO_A_PERSON: 1,
        Disposition.GUIDANCE: 1, Disposition.OUT_OF_SCOPE: 0
    }  # fmt: skip


@pytest.mark.parametrize("gap", [Gap.CLAUSES_WITHOUT_RULES, Gap.CLAUSES_WITHOUT_EXAMPLES])
def test_a_clause_that_is_encoded_in_part_needs_a_rule_and_an_example_too(gap):
    breaks, id = BROKEN[gap]
    parts = breaks()
    part = {"disposition": Disposition.ENCODED_IN_PART, "missing": "Lamps of glass."}
    clauses = [attrs.evolve(it, **part) if it.id == id else it for it in parts["rulebook"].clauses.values()]
    coverage = coverage_of(build_trace(**parts | {"rulebook": lamps.rulebook(clauses=tuple(clauses)), "reviews": ()}))
    assert id in [it.id for it in coverage.of(gap)]
    assert dict(coverage.dispositions)[Disposition.ENCODED_IN_PART] == 1


@pytest.mark.parametrize("gap", Gap)
def test_whatever_is_missing_is_listed_and_makes_the_whole_incomplete(gap):
    breaks, id = BROKEN[gap]
    coverage = coverage_of(build_trace(**breaks()))
    assert [(it.gap, it.id) for it in coverage.missing] == [(gap, id)]
    assert coverage.unjustified == coverage.missing and not coverage.complete


@pytest.mark.parametrize("gap", Gap)
def test_a_recorded_reason_lets_an_entry_stand_and_is_shown_with_it(gap):
    breaks, id = BROKEN[gap]
    reason = Justification(gap=gap, about=(id,), because="We know.")
    coverage = coverage_of(build_trace(**breaks(), justifications=(reason,)))
    assert [(it.id, it.because) for it in coverage.missing] == [(id, "We know.")]
    assert coverage.complete


@pytest.mark.parametrize("about", ["lamp/*/more", "*"])
def test_a_star_stands_for_any_letters(about):
    reason = Justification(gap=Gap.CLAUSES_WITHOUT_RULES, about=(about,), because="We know.")
    assert coverage_of(build_trace(**a_clause_more(), justifications=(reason,))).complete


def test_a_reason_for_nothing_is_itself_a_fault():
    reason = Justification(gap=Gap.CLAUSES_WITHOUT_RULES, about=("lamp/lighting/dusk",), because="Once.")
    coverage = coverage_of(build_trace(**complete_parts(), justifications=(reason,)))
    assert coverage.unused == (reason,) and not coverage.complete


def test_a_reason_covers_its_own_list_only():
    reason = Justification(gap=Gap.CLAUSES_WITHOUT_EXAMPLES, about=("*",), because="We know.")
    assert coverage_of(build_trace(**a_clause_more(), justifications=(reason,))).unjustified != ()


def test_a_rule_that_tests_only_reach_is_not_tested():
    (entry,) = coverage_of(build_trace(**a_rule_only_reached())).of(Gap.RULES_WITHOUT_TESTS)
    assert (entry.id, entry.why) == ("lamps/duties-keeping/trim", "tests reach it, and in none does it apply")


def test_one_programs_lists_leave_out_the_others():
    trace = build_trace(**a_clause_more())
    assert coverage_of(trace, "lamps").missing == coverage_of(trace).missing
    assert coverage_of(trace, "others").missing == ()


def test_every_topic_of_the_invented_program_can_be_told_from_its_rules():
    assert {rule.topic for rule in build_trace(**complete_parts()).rules} == {
        Topic.EDITIONS,
        Topic.HOUSEHOLDS,
        Topic.DUTIES,
        Topic.TIMEFRAMES,
    }


def test_a_clause_that_only_tests_of_many_cases_exercise_is_told_apart():
    parts = complete_parts()
    dusk, wick = ENCODED[:2]
    (recorded,) = parts["tests"]
    of_many = attrs.evolve(recorded, id="test_all.py::test_all[a?]", clauses=(dusk, wick))
    of_more = attrs.evolve(of_many, id="test_all.py::test_all[b]")
    of_one = attrs.evolve(recorded, id="test_lamps.py::test_a_lamp_is_lit_at_dusk", clauses=(dusk,))
    sweep, both = build_trace(**parts | {"tests": (of_many, of_more)}), (of_many, of_more, of_one)

    assert set(only_with_many(sweep)) == {dusk, wick}
    assert only_with_many(build_trace(**parts | {"tests": both})) == (wick,)
    assert only_with_many(build_trace(**parts | {"tests": (of_one,)})) == ()
    assert only_with_many(build_trace(**parts | {"tests": ()})) == ()
    assert only_with_many(sweep, "lamps") == only_with_many(sweep)
    assert only_with_many(sweep, "others") == ()


def test_what_is_to_be_read_in_a_later_edition_stays_what_it_was_in_the_earlier_one() -> None:
    first, *others = lamps.CLAUSES
    draft = attrs.evolve(first, earlier=(first.present,), since="second", disposition=Disposition.TO_DO)

    def became(*clauses: Clause) -> dict[str, dict[Disposition, int]]:
        trace = build_trace(lamps.rulebook(clauses=clauses))
        found = coverage_by_edition(trace, "lamps", dt.date(2026, 1, 5))
        return {each.edition: dict(each.dispositions) for each in found}

    assert became(draft, *others)["first"] == became(first, *others)["first"]
    assert became(draft, *others)["second"][Disposition.TO_DO] == 1
