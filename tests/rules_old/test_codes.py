"""A code is held against the edition in force, without dropping what it is about."""

from __future__ import annotations

import datetime as dt

import pytest

import cimscore
from cimscore.case import Case, FactEntry
from cimscore.policy import PolicyEdition
from cimscore.rules import Code, Duty, Edition, Facts, PolicySource, Question, Ruleset, TheCase, Topic
from cimscore.testing import InlinePlugin, inline_clause, inline_source

EDITIONS = ("first", "second", "third")
CODES = (Code("always"), Code("late", from_="second"), Code("early", until="third"))
TYPE = Question(
    id="type", about=TheCase, text="Of which type?", answers=str, codes=CODES, cites=("doc/heading/clause",)
)
SOURCE = inline_source("doc", tuple(PolicyEdition(id=id, title=id) for id in EDITIONS))
CLAUSE = inline_clause("doc/heading/clause", editions=EDITIONS)


def assessed(code: str, edition: str) -> cimscore.Assessment:
    """A duty that reads the code, under an edition."""
    editions: Ruleset[Edition] = Ruleset(Topic.EDITIONS)
    duties: Ruleset[Duty] = Ruleset(Topic.DUTIES)

    @editions.rule("choice", cites=[CLAUSE.id])
    def choice(facts: Facts, source: PolicySource) -> Edition:
        """The edition under test."""
        return Edition(id=edition, on=dt.date(2025, 3, 3))

    @duties.rule("classify", cites=[CLAUSE.id])
    def classify(facts: Facts, case: TheCase) -> Duty:
        """Somebody gives the type."""
        return Duty(act="classify", who="somebody", what=f"give the type {facts.ask(TYPE, case)}")

    plugin = InlinePlugin(rulesets=(editions, duties), clauses=(CLAUSE,), sources=(SOURCE,), questions=(TYPE,))
    given = (FactEntry(question="invented/type", about="case", answer=code),)
    return cimscore.assess(Case(id="one", programs=("invented",), facts=given), cimscore.load_rulebook([plugin]))


@pytest.mark.parametrize(
    ("code", "standing"),
    [("always", EDITIONS), ("late", ("second", "third")), ("early", ("first", "second"))],
)
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_code_is_taken_in_the_editions_that_have_it(code: str, standing: tuple[str, ...], edition: str) -> None:
    assessment = assessed(code, edition)

    assert [it.duty.summary for it in assessment.duties] == [f"somebody must give the type {code}"] * (
        edition in standing
    )
    assert bool(assessment.open_questions) is (edition not in standing)


@pytest.mark.parametrize(
    ("code", "edition", "said", "others"),
    [
        ("late", "first", "The code 'late' stands only from second.", ("always", "early")),
        ("early", "third", "The code 'early' stood only until third.", ("always", "late")),
    ],
)
def test_a_code_of_another_edition_says_from_when_it_stands_and_which_do(
    code: str, edition: str, said: str, others: tuple[str, ...]
) -> None:
    (asked,) = assessed(code, edition).open_questions

    assert asked.question.address == "invented/type@case"
    assert asked.question.text.endswith(said)
    assert asked.question.options == others
