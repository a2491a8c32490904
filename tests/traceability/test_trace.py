"""One trace from the rulebook that runs: what it holds, and how each link stands."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import attrs
import lamps
import pytest

from cimscore.errors import UnknownNameError
from cimscore.policy import Disposition
from cimscore.policy.drift import compare
from cimscore.policy.passages import passages_of
from cimscore.traceability import (
    Exercise,
    Gap,
    Hop,
    LinkState,
    RecordedTest,
    Result,
    Review,
    Trace,
    Way,
    build_trace,
    cleared,
    coverage_of,
    trace_document,
    trace_text,
)
from cimscore.traceability.reviews.reviews import UnsignedReviewError
from cimscore.traceability.worlds.examples import example_digest

LIGHT = "lamps/duties-keeping/light"
KEPT = "lamps/lit/kept-house"
DUSK = "lamp/lighting/dusk"
REFILL = "lamps/clock/refill"
ON_DUSK = (REFILL, LIGHT, "lamps/duties-keeping/light-late", "lamps/edition/by-receipt", KEPT)


def reviewed(book=None) -> tuple[Review, ...]:
    book = book or lamps.rulebook()
    return cleared((), book, book.rules, by="Kim Example", on=dt.date(2026, 1, 5), why="First reading.")


def recorded(
    rule: str = LIGHT, result: Result = Result.PASSED, way: Way = Way.APPLIED, digest: str = ""
) -> RecordedTest:
    digest = digest or lamps.rulebook().rules[rule].digest
    return RecordedTest(
        id=f"tests/test_lamps.py::test_{rule.rpartition('/')[2]}", file="tests/test_lamps.py", line=3, digest="d",
        result=result, exercised=(Exercise(rule=rule, way=way, digest=digest),), clauses=(DUSK,),
    )  # fmt: skip


def states(trace: Trace, upper: str, lower: str) -> list[tuple[LinkState, str]]:
    return [(link.state, link.why) for link in trace.links if (link.upper, link.lower) == (upper, lower)]


def test_a_rule_is_traced_with_its_words_its_code_and_what_it_uses():
    rule = build_trace(lamps.rulebook(), [recorded()], [lamps.example()], reviewed()).rule[KEPT]
    assert (rule.sentence, rule.when, rule.unless, rule.of, rule.id) == (
        "A home is lit.",
        ("If somebody keeps the home.",),
        ("Unless the home has a storm door.",),
        "lit",
        "kept-house",
    )
    assert rule.questions == ("lamps/kept", "lamps/storm-door")
    assert rule.definitions == ("lamps/lamps.has_a_storm_door", "lamps/lamps.is_kept")
    assert rule.file == "lamps.py"
    lines = Path(lamps.__file__).read_text(encoding="utf-8").splitlines()[rule.first - 1 : rule.last]
    assert lines[0] == "LIT.row(" and lines[-1] == ")"
    assert rule.code.splitlines() == lines
    assert rule.examples == ("lamps.examples/a-house",)
    assert (rule.review.by, rule.state) == ("Kim Example", LinkState.IN_STEP)


def test_a_clause_is_traced_to_everything_that_rests_on_it():
    clause = build_trace(lamps.rulebook(), [recorded()], [lamps.example()], reviewed()).clause[DUSK]
    assert clause.rules == ON_DUSK
    assert (clause.readings, clause.examples) == (("lamps/dusk",), ("lamps.examples/a-house",))
    assert clause.tests == ("tests/test_lamps.py::test_light",)


def test_a_rule_rests_on_the_row_of_a_table_that_it_looks_up():
    trace = build_trace(lamps.rulebook())
    assert trace.rule[REFILL].tables == ("lamps/oil",)
    assert trace.clause["lamp/lighting/small-lamp"].rules == (REFILL,)
    assert trace.clause["lamp/lighting/small-lamp"].tables == ("lamps/oil",)


def test_an_unclear_point_is_traced_to_the_rules_that_read_it_and_they_to_it():
    trace = build_trace(lamps.rulebook())
    (dusk,) = trace.readings
    assert (dusk.name, dusk.taken, dusk.rules) == ("lamps/dusk", "sunset", (LIGHT, "lamps/duties-keeping/light-late"))
    assert {trace.rule[address].readings for address in dusk.rules} == {("lamps/dusk",)}


def test_a_clock_is_told_by_what_is_owed_and_its_parts():
    clock = build_trace(lamps.rulebook()).rule[REFILL]
    assert (clock.of, clock.topic, clock.unless) == ("clock", "timeframes", ())
    assert clock.sentence == "For a home: the keeper must fill the lamp again."
    assert clock.when[0] == "This is owed if all of these are true:" and "– 2 hours for ‘small’" in clock.when


def test_a_duty_is_told_by_its_act():
    duty = build_trace(lamps.rulebook()).rule[LIGHT]
    assert duty.sentence == "The keeper must light a lamp at sunset."
    assert duty.when == ("If some house is lit, and the unclear point ‘dusk’ is read as ‘sunset’.",)


def test_a_question_tells_its_answers_and_the_one_worked_with():
    questions = build_trace(lamps.rulebook()).question
    size, kept = questions["lamps/size"], questions["lamps/kept"]
    assert (size.about, size.text) == ("household", "How large is the lamp of the home?")
    assert (size.options, size.working, size.why) == (("small", "large"), "small", "most lamps are")
    assert (kept.options, kept.working, kept.why) == (("yes", "no"), "", "")


def test_a_definition_is_told_with_its_meaning_and_every_rule_that_reads_it():
    trace = build_trace(lamps.rulebook())
    kept, lit = trace.definition["lamps/lamps.is_kept"], trace.definition["lamps/lamps.some_house_is_lit"]
    assert kept.sentence == "Somebody keeps the home."
    assert kept.when == (
        "This means that all of these are true:",
        "– the home is a household of the case",
        "– the answer to ‘Does somebody keep the home?’ is yes",
    )
    assert lit.definitions == ("lamps/lamps.has_a_storm_door", "lamps/lamps.is_kept")
    duties = tuple(rule.address for rule in trace.rules if rule.of == "duties-keeping")
    assert (kept.rules, lit.rules) == ((REFILL, *duties, KEPT), duties)


def test_who_uses_a_definition_is_told_alike_from_both_sides():
    trace = build_trace(lamps.rulebook())
    of_definitions = {(it.name, rule) for it in trace.definitions for rule in it.rules}
    of_rules = {(name, rule.address) for rule in trace.rules for name in rule.definitions}
    assert of_definitions == of_rules and len(of_rules) > len(trace.definitions)


def test_a_clause_left_to_a_person_is_traced_to_its_question_and_to_the_rule_that_asks_it():
    trace = build_trace(lamps.rulebook())
    assert trace.question["lamps/light-enough"].rules == ("lamps/duties-keeping/put-out",)
    assert trace.question["lamps/light-enough"].clauses == ("lamp/putting-out/judges",)
    assert states(trace, "lamp/putting-out/judges", "lamps/light-enough") == [(LinkState.IN_STEP, "")]


def test_a_rule_that_nobody_has_read_is_unread():
    trace = build_trace(lamps.rulebook())
    assert states(trace, DUSK, LIGHT) == [
        (LinkState.UNREAD, "nobody is recorded as having read the rule against this clause")
    ]
    assert trace.rule[LIGHT].state is LinkState.UNREAD


def changed_clause(**changes) -> tuple:
    return tuple(attrs.evolve(it, **changes) if it.id == DUSK else it for it in lamps.CLAUSES)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"digest": "sha256:" + "0" * 20}, "the source's own words have changed"),
        ({"text": "Another statement."}, "our statement of the clause has changed"),
        ({"disposition": Disposition.GUIDANCE, "reason": "x"}, "our statement of the clause has changed"),
    ],
    ids=["source", "statement", "disposition"],
)
def test_a_changed_clause_makes_every_rule_that_cites_it_suspect_and_no_other(changes, words):
    trace = build_trace(lamps.rulebook(clauses=changed_clause(**changes)), reviews=reviewed())
    ((state, why),) = states(trace, DUSK, LIGHT)
    assert state is LinkState.SUSPECT and why.startswith(words) and "Kim Example (2026-01-05)" in why
    suspect = {rule.address for rule in trace.rules if rule.state is LinkState.SUSPECT}
    assert suspect == set(ON_DUSK)
    assert trace.clause[DUSK].state is LinkState.SUSPECT


def test_only_the_layout_of_a_statement_is_no_change():
    respaced = changed_clause(text="  Our   statement of\nlighting/dusk. ")
    assert build_trace(lamps.rulebook(clauses=respaced), reviews=reviewed()).rule[LIGHT].state is LinkState.IN_STEP


def test_clearing_a_rule_mends_it_alone_and_says_who_when_and_why():
    book = lamps.rulebook(clauses=changed_clause(text="Another statement."))
    reviews = cleared(reviewed(), book, [LIGHT], by="Lee Example", on=dt.date(2026, 2, 1), why="Only\n reworded.")
    trace = build_trace(book, reviews=reviews)
    assert trace.rule[LIGHT].state is LinkState.IN_STEP and trace.rule[KEPT].state is LinkState.SUSPECT
    review = trace.rule[LIGHT].review
    assert (review.by, review.on, review.why) == ("Lee Example", dt.date(2026, 2, 1), "Only reworded.")


def test_clearing_an_unknown_rule_is_refused_with_the_nearest_name():
    with pytest.raises(UnknownNameError, match="Did you mean 'lamps/duties-keeping/light'"):
        cleared((), lamps.rulebook(), ["lamps/duties-keeping/ligth"], by="Kim Example", on=dt.date(2026, 1, 5), why="x")


@pytest.mark.parametrize(("by", "why"), [("", "x"), ("Kim Example", " ")])
def test_clearing_needs_who_and_why(by, why):
    with pytest.raises(UnsignedReviewError, match="--by"):
        cleared((), lamps.rulebook(), [LIGHT], by=by, on=dt.date(2026, 1, 5), why=why)


def test_a_changed_rule_is_outdated_until_it_is_read_again():
    reviews = [attrs.evolve(it, digest="0" * 16) if it.rule == LIGHT else it for it in reviewed()]
    trace = build_trace(lamps.rulebook(), reviews=reviews)
    assert states(trace, DUSK, LIGHT) == [
        (LinkState.OUTDATED, "the rule has changed since Kim Example (2026-01-05) read it")
    ]
    assert {rule.address for rule in trace.rules if rule.state is not LinkState.IN_STEP} == {LIGHT}


def test_a_review_of_a_lost_rule_or_of_a_clause_no_longer_cited_is_orphaned():
    (review,) = [it for it in reviewed() if it.rule == LIGHT]
    more = attrs.evolve(review.clauses[0], clause="lamp/lighting/wick")
    reviews = [
        attrs.evolve(review, clauses=(*review.clauses, more)),
        attrs.evolve(review, rule="lamps/duties-keeping/gone"),
    ]
    trace = build_trace(lamps.rulebook(), reviews=reviews)
    orphans = [(link.upper, link.lower) for link in trace.links if link.state is LinkState.ORPHANED]
    assert orphans == [("", "lamps/duties-keeping/gone"), ("lamp/lighting/wick", LIGHT)]


def test_a_test_that_changes_a_copy_of_a_rule_says_nothing_of_a_rule_that_others_ran_as_it_is():
    copy = attrs.evolve(recorded(digest="0" * 16), id="test_a_later_edition")
    trace = build_trace(lamps.rulebook(), [recorded(), copy], reviews=reviewed())
    assert [link.state for link in trace.links_of[LIGHT] if link.hop is Hop.RULE_TEST] == [LinkState.IN_STEP]
    assert trace.rule[LIGHT].tests == trace.clause[DUSK].tests == (recorded().id,)


@pytest.mark.parametrize(
    ("test", "state"),
    [
        (recorded(), LinkState.IN_STEP),
        (recorded(result=Result.FAILED), LinkState.SUSPECT),
        (recorded(result=Result.SKIPPED), LinkState.SUSPECT),
        (recorded(digest="0" * 16), LinkState.OUTDATED),
        (
            attrs.evolve(
                recorded(), exercised=(Exercise(rule="lamps/duties-keeping/gone", way=Way.APPLIED, digest="d"),)
            ),
            LinkState.ORPHANED,
        ),
    ],
    ids=["passed", "failed", "skipped", "rule changed since", "rule gone"],
)
def test_a_test_proves_a_rule_only_as_it_is_now_and_only_by_passing(test, state):
    trace = build_trace(lamps.rulebook(), [test], reviews=reviewed())
    assert [link.state for link in trace.links_of[test.id] if link.hop is Hop.RULE_TEST] == [state]
    if test.exercised[0].rule == LIGHT:
        assert trace.rule[LIGHT].state is state


def test_tests_of_other_programs_rules_are_left_out():
    other = attrs.evolve(recorded(), exercised=(Exercise(rule="other/duties/light", way=Way.APPLIED, digest="d"),))
    assert build_trace(lamps.rulebook(), [other]).tests == ()


def test_an_example_that_tells_nothing_of_a_clause_does_not_show_it():
    shown = lamps.example(("lamp/lighting/wick", DUSK), lamps.case(kept=False))
    trace = build_trace(lamps.rulebook(), examples=[shown])
    ((state, why),) = states(trace, "lamp/lighting/wick", "lamps.examples/a-house")
    assert state is LinkState.SUSPECT and "it is not shown here" in why
    assert "lamp/lighting/wick" in {entry.id for entry in coverage_of(trace).of(Gap.CLAUSES_WITHOUT_EXAMPLES)}
    assert states(trace, DUSK, "lamps.examples/a-house") == [(LinkState.IN_STEP, "")]


def test_an_example_that_shows_no_known_clause_is_orphaned():
    trace = build_trace(lamps.rulebook(), examples=[lamps.example(("lamp/gone/clause",))])
    assert [state for state, _ in states(trace, "lamp/gone/clause", "lamps.examples/a-house")] == [LinkState.ORPHANED]


def test_an_examples_digest_knows_its_content_and_not_its_layout():
    before = example_digest(lamps.example())
    assert example_digest(lamps.example(text=f"# Laid out otherwise.\n{lamps.EXAMPLE}")) == before
    asking = lamps.EXAMPLE.replace("expect: {}", "expect: {asks: [lamps/size@north]}")
    changes = [lamps.example(title="Other."), lamps.example(one=lamps.case(kept=False)), lamps.example(text=asking)]
    assert before not in {example_digest(it) for it in changes}


def test_a_changed_word_in_a_copy_of_the_source_touches_the_clause_and_all_its_rules():
    copy = passages_of(lamps.HANDBOOK.replace("lit at dusk", "lit at noon"), lamps.HEADINGS)
    drifts = compare(lamps.CLAUSES, (lamps.SOURCE,), {"lamp": copy})
    shown = [lamps.example(), lamps.example(("lamp/lighting/wick",), id="another")]
    tests = [recorded(), recorded("lamps/duties-keeping/trim")]
    trace = build_trace(lamps.rulebook(), tests, shown, reviewed(), drifts=drifts)
    assert [it.state for it in trace.examples] == [LinkState.SUSPECT, LinkState.IN_STEP]
    assert [it.state for it in trace.tests] == [LinkState.SUSPECT, LinkState.IN_STEP]
    assert [it.id for it in trace.clauses if it.state is LinkState.SUSPECT] == [DUSK]
    suspect = {rule.address for rule in trace.rules if rule.state is LinkState.SUSPECT}
    assert suspect == set(ON_DUSK)


def test_the_document_is_versioned_plain_and_the_same_for_the_same_trace():
    made = [build_trace(lamps.rulebook(), [recorded()], [lamps.example()], reviewed()) for _ in range(2)]
    assert trace_text(made[0]) == trace_text(made[1])
    document = json.loads(trace_text(made[0]))
    assert document == trace_document(made[0])
    assert document["format"] == "trace/2"
    assert document["sources"][0]["editions"][1]["from"] == "2024-01-01"
    assert {part for part in document if part not in ("format", "coverage")} == {
        field.name for field in attrs.fields(Trace)
    }


def test_a_clause_that_a_rule_reads_from_a_table_is_held_as_one_that_it_cites():
    book, trace = lamps.rulebook(), build_trace(lamps.rulebook(), reviews=reviewed())
    row = next(it for it in trace.clauses if it.tables and not any(it.id in trace.rule[r].clauses for r in it.rules))
    changed = {**book.clauses, row.id: attrs.evolve(book.clauses[row.id], text="Something wholly different.")}
    clauses = tuple(changed[clause.id] for clause in lamps.CLAUSES)
    after = build_trace(lamps.rulebook(clauses=clauses), reviews=reviewed())

    assert row.rules and trace.clause[row.id].state is LinkState.IN_STEP
    assert after.clause[row.id].state is LinkState.SUSPECT
    assert {after.rule[address].state for address in row.rules} == {LinkState.SUSPECT}
