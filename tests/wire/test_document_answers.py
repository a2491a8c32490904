"""Answers have the type that their question asks for, and stand where their question belongs."""

from __future__ import annotations

from typing import Any

import pytest
from invented_questions import VOCABULARY
from small_documents import MINIMAL, problem_at, problems_of

from cimscore.case import UNKNOWN
from cimscore.wire import read_case

HERE: dict[str, Any] = {
    "concerns": [{"id": "c1", "about": ["ari"]}],
    "records": [{"id": "inv-1", "kind": "investigation"}],
}


def decided(**entry: Any) -> dict[str, Any]:
    return {**HERE, "decisions": [entry]}


@pytest.mark.parametrize(
    ("question", "about", "wrong"),
    [
        ("remark", "ari", 7),
        ("remark", "ari", ""),
        ("code", "c1", "x-3"),
        ("count", "north", "3"),
        ("count", "north", True),
        ("count", "north", 3.5),
        ("seen-on", "inv-1", "2025-01-01T10:00Z"),
        ("disclosed", "c1", "2025-01-01T10:00"),
        ("mentor", "ari", ["mia"]),
        ("home", "ari@report:north", "a b"),
        ("known-to", "any source", "yes"),
    ],
)
def test_an_answer_has_the_type_asked_for(question: str, about: str, wrong: object) -> None:
    where = f"facts.rainbow.{question}.{about}"

    assert problem_at(where, **HERE, facts={"rainbow": {question: {about: wrong}}}).found


@pytest.mark.parametrize(("answer", "meant"), [("yes", "true"), ("no", "false"), ("Yes", "true"), ("false", "false")])
def test_a_yes_or_no_answer_is_true_or_false(answer: str, meant: str) -> None:
    problem = problem_at("facts.rainbow.raining", facts={"rainbow": {"raining": answer}})

    assert problem.hint == f"Write {meant}, without quotes."


@pytest.mark.parametrize("answer", ["no", "No", "YES", "true"])
def test_yes_and_no_are_no_answer_in_words(answer: str) -> None:
    problem = problem_at("facts.rainbow.remark.ari", **HERE, facts={"rainbow": {"remark": {"ari": answer}}})

    assert "words, but no yes or no" in problem.expected


@pytest.mark.parametrize("groups", [[], [[]], [["north", "north"]], ["north"], "north", [[7]]])
def test_a_grouping_is_a_list_of_groups(groups: object) -> None:
    found = problems_of({**MINIMAL, **decided(question="rainbow/joined", answer=groups)})

    assert all(where.startswith("decisions[0].answer") for where in found)


def test_every_answer_may_be_unknown() -> None:
    facts = {
        "raining": "unknown",
        "remark": {"ari": "unknown"},
        "code": {"c1": "unknown"},
        "count": {"north": "unknown"},
        "seen-on": {"inv-1": "unknown"},
        "disclosed": {"c1": "unknown"},
        "mentor": {"ari": "unknown"},
    }
    sections = decided(question="rainbow/joined", answer="unknown")
    case = read_case({**MINIMAL, **sections, "facts": {"rainbow": facts}}, VOCABULARY)

    assert {fact.answer for fact in case.facts} == {UNKNOWN}
    assert case.decisions[0].answer is UNKNOWN


def test_a_fact_among_the_decisions_is_sent_to_the_facts() -> None:
    problem = problem_at("decisions[0].question", **decided(question="rainbow/raining", answer=True))

    assert problem.hint == "It is a fact, not a decision: answer it under facts."


def test_a_decision_among_the_facts_is_sent_to_the_decisions() -> None:
    problem = problem_at("facts.rainbow.closed", facts={"rainbow": {"closed": True}})

    assert problem.hint == "It is decided by a person (leader): answer it under decisions."


@pytest.mark.parametrize(
    ("sections", "where", "hint"),
    [
        (decided(question="rainbow/closd", answer=True), "decisions[0].question", "Did you mean 'rainbow/closed'?"),
        ({"facts": {"rainbow": {"rainning": True}}}, "facts.rainbow.rainning", "Did you mean 'raining'?"),
        ({"facts": {"rainbo": {"raining": True}}}, "facts", "Did you mean 'rainbow'?"),
        ({"programs": ["rainbo"]}, "programs[0]", "Did you mean 'rainbow'?"),
    ],
)
def test_an_unknown_name_brings_up_the_nearest_known_one(sections: dict[str, Any], where: str, hint: str) -> None:
    assert problem_at(where, **sections).hint == hint


def test_a_decision_is_made_by_the_one_whose_decision_it_is() -> None:
    entry = {"question": "rainbow/closed", "answer": True, "by": "officer"}

    assert problem_at("decisions[0].by", **decided(**entry)).expected == "leader, or unknown"


def test_a_decision_about_a_thing_says_which() -> None:
    assert problem_at("decisions[0].about", **decided(question="rainbow/colour", answer="red")).found == "nothing"


def test_a_fact_about_things_is_given_for_each() -> None:
    assert "`id: value`" in problem_at("facts.rainbow.count", facts={"rainbow": {"count": 3}}).hint


@pytest.mark.parametrize(("question", "about"), [("relates", "ari"), ("relates", "ari@"), ("colour", "c1@north")])
def test_an_address_has_the_form_of_what_the_question_is_about(question: str, about: str) -> None:
    answer: object = True if question == "relates" else "red"
    entry = {"question": f"rainbow/{question}", "about": about, "answer": answer}

    assert problem_at("decisions[0].about", **decided(**entry)).found == f"the text {about!r}"
