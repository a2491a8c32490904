"""The worked examples hold, show every encoded clause, and keep the promise of three values."""

from __future__ import annotations

import pytest

import cimscore
from cimscore import Case
from cimscore.policy import Disposition
from cimscore.rulebook import Rulebook, WorkedExample
from cimscore.rules import Topic
from cimscore.testing import assess_example, check_example
from cimscore.testing.soundness import unsound
from cimscore.wire.examples import load_examples

PROGRAM = "vic-cims"
RULEBOOK: Rulebook = cimscore.load_rulebook()
EXAMPLES = load_examples(RULEBOOK, PROGRAM)
DECLARED = RULEBOOK.programs[PROGRAM].declared
ENCODED = {clause.id for clause in DECLARED.clauses if clause.disposition is Disposition.ENCODED}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_an_example_holds(example: WorkedExample) -> None:
    assert check_example(example, RULEBOOK) == ()


def test_every_encoded_clause_is_cited_by_a_rule_or_a_row() -> None:
    rules = {cite for rule in RULEBOOK.rules.values() for cite in rule.rule.cites}
    rows = {row.clause for table in DECLARED.tables for row in table.rows}

    assert ENCODED - rules - rows == set()


def test_every_encoded_clause_is_shown_by_an_example() -> None:
    assert ENCODED - {clause for example in EXAMPLES for clause in example.shows} == set()


@pytest.mark.parametrize("example", EXAMPLES[::5], ids=lambda example: example.id)
def test_with_any_fact_left_out_a_decided_finding_is_the_same_in_every_completion(example: WorkedExample) -> None:
    def assess(case: Case) -> cimscore.Assessment:
        return cimscore.assess(case, RULEBOOK, at=example.at, readings=example.readings)

    assert list(unsound(example.case, RULEBOOK, assess)) == []


def test_nothing_is_ever_called_compliant() -> None:
    said = [
        conclusion.summary
        for example in EXAMPLES
        for one in assess_example(example, RULEBOOK).programs
        for conclusion in one.of(Topic.DUTIES)
    ]

    assert said
    assert not any("complian" in text or "compliance" in text for text in said)
