"""An edition known in part answers "not in the source" where it is silent, and says so once."""

from __future__ import annotations

import pytest

import cimscore
from cimscore.assessment import Asked
from cimscore.case import Case
from cimscore.policy import Clause, PolicyEdition
from cimscore.rules import Asks, Duty, Facts, InScope, Ruleset, TheCase, Topic
from cimscore.testing import InlinePlugin, inline_clause, inline_source

NOW = PolicyEdition(id="now", title="The edition in force", complete=False)


def plugin(clause: Clause, edition: PolicyEdition = NOW) -> InlinePlugin:
    """One duty under the clause; the source has one edition at a time, so that it holds without a rule."""
    duties: Ruleset[Duty] = Ruleset(Topic.DUTIES)

    @duties.rule("act", cites=[clause.id])
    def act(facts: Facts, case: TheCase) -> Duty:
        """Somebody acts."""
        return Duty(act="act", who="somebody", what="act")

    source = inline_source("doc", (edition,))
    return InlinePlugin(rulesets=(duties,), clauses=(clause,), sources=(source,))


def asked(one: InlinePlugin) -> tuple[Asked, ...]:
    case = Case(id="one", programs=("invented",))
    return cimscore.assess(case, cimscore.load_rulebook([one])).open_questions


def elsewhere(*, bounded: bool = False) -> Clause:
    """A clause that does not stand in the edition in force."""
    return inline_clause("doc/heading/clause", editions=(), bounded=bounded)


def test_a_rule_kept_out_by_an_edition_known_in_part_is_asked_for() -> None:
    (question,) = asked(plugin(elsewhere()))

    assert question.question.address == "source/doc/now@case"
    assert question.question.asks is Asks.SOURCE
    assert question.needed_by == ("invented/duties/act",)
    assert question.clauses == ("doc/heading/clause",)


def test_nothing_is_asked_where_the_edition_is_complete() -> None:
    assert asked(plugin(elsewhere(), PolicyEdition(id="now", title="The edition in force"))) == ()


def test_nothing_is_asked_where_the_clause_is_known_not_to_stand() -> None:
    assert asked(plugin(elsewhere(bounded=True))) == ()


def test_nothing_is_asked_where_the_clause_stands() -> None:
    assert asked(plugin(inline_clause("doc/heading/clause", editions=("now",)))) == ()


@pytest.mark.parametrize(("bounded", "state"), [(False, "open"), (True, "out of scope")])
def test_scope_is_out_only_where_no_scope_rule_is_missing_from_the_source(*, bounded: bool, state: str) -> None:
    scope: Ruleset[InScope] = Ruleset(Topic.SCOPE)

    @scope.rule("in", cites=["doc/heading/clause"])
    def inside(facts: Facts, case: TheCase) -> InScope:
        """It is in scope."""
        return InScope()

    one = InlinePlugin(
        rulesets=(scope,), clauses=(elsewhere(bounded=bounded),), sources=(inline_source("doc", (NOW,)),)
    )
    assessment = cimscore.assess(Case(id="one", programs=("invented",)), cimscore.load_rulebook([one]))

    assert assessment.programs[0].scope == state
    assert [it.question.address for it in assessment.open_questions] == ["source/doc/now@case"] * (not bounded)
