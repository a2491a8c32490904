"""The worked examples of Queensland hold, rest on the clauses they show, and keep the promise of certainty."""

from __future__ import annotations

import os

import pytest

import cimscore
from cimscore import WorkedExample
from cimscore.testing import check_example, unsound
from cimscore.traceability.worlds.examples import shown_by
from cimscore.wire import load_examples

RULEBOOK = cimscore.load_rulebook()
EXAMPLES = load_examples(RULEBOOK, "qld-child-safety")
LEFT_OUT = int(os.environ.get("CIMSCORE_OMISSIONS", "1"))
"""How many facts of each example are left out in turn; all of them for 0, which takes minutes."""

each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)


@each_example
def test_an_example_gives_what_it_expects(example: WorkedExample) -> None:
    assert check_example(example, RULEBOOK) == ()


@each_example
def test_an_example_rests_on_the_clauses_it_shows(example: WorkedExample) -> None:
    asked = {row.question for row in (*example.case.decisions, *example.case.facts)}
    cited = {clause for name in asked for clause in RULEBOOK.questions[name].cites}
    assert set(example.shows) - set(shown_by(example, RULEBOOK).clauses) - cited == set()


@each_example
def test_what_is_certain_without_a_fact_is_so_whatever_the_fact_is(example: WorkedExample) -> None:
    found = unsound(example.case, RULEBOOK, at=example.at, readings=example.readings, most=LEFT_OUT)
    assert list(found) == []
