"""Queensland's worked examples hold, and between them show every clause that is encoded or left to a person."""

from __future__ import annotations

import pytest

import cimscore
from cimscore.policy import Disposition
from cimscore.testing import assess_example, check_example
from cimscore.wire import load_examples

PROGRAM = "qld-child-safety"
RULEBOOK = cimscore.load_rulebook()
DECLARED = RULEBOOK.program(PROGRAM).declared
EXAMPLES = load_examples(RULEBOOK, PROGRAM)
each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)


def clauses(disposition: Disposition) -> set[str]:
    """The ids of the clauses of one disposition."""
    return {clause.id for clause in DECLARED.clauses if clause.disposition is disposition}


def shown() -> set[str]:
    """The ids of the clauses that some example shows."""
    return {clause for example in EXAMPLES for clause in example.shows}


def cited() -> set[str]:
    """The ids of the clauses that a rule or the row of a table rests on."""
    rules = {
        cite for sets in DECLARED.rulesets.values() for rules in sets for rule in rules.rules for cite in rule.cites
    }
    return rules | {row.clause for table in DECLARED.tables for row in table.rows}


@each_example
def test_an_example_gives_what_it_expects(example: cimscore.WorkedExample) -> None:
    assert check_example(example, RULEBOOK) == ()


@each_example
def test_an_example_rests_on_the_clauses_it_shows(example: cimscore.WorkedExample) -> None:
    assessment = assess_example(example, RULEBOOK)
    used = {clause.id for it in assessment.programs[0].conclusions for clause in it.clauses}
    used |= {cite for asked in assessment.open_questions for cite in asked.question.cites}
    answered = {it.question for it in (*example.case.decisions, *example.case.facts)}
    used |= {cite for it in DECLARED.questions if f"{PROGRAM}/{it.id}" in answered for cite in it.cites}
    assert set(example.shows) - used == set()


def test_every_encoded_clause_has_a_rule_and_an_example() -> None:
    encoded = clauses(Disposition.ENCODED)

    assert (sorted(encoded - cited()), sorted(encoded - shown())) == ([], [])


def test_every_clause_left_to_a_person_has_a_question_that_cites_it_and_an_example() -> None:
    left = clauses(Disposition.LEFT_TO_A_PERSON)
    questions = {cite for question in DECLARED.questions for cite in question.cites}

    assert (sorted(left - questions), sorted(left - shown())) == ([], [])


def test_every_decision_names_what_is_to_be_weighed() -> None:
    assert [question.id for question in DECLARED.questions if question.decided_by and not question.weigh] == []


def test_a_clause_that_is_neither_encoded_nor_left_to_a_person_says_why() -> None:
    rest = clauses(Disposition.GUIDANCE) | clauses(Disposition.OUT_OF_SCOPE)

    assert [clause.id for clause in DECLARED.clauses if clause.id in rest and not clause.reason] == []
