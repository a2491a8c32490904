"""Where a key has one answer, rows that give two are refused by name; equal answers are several grounds of one."""

from __future__ import annotations

import attrs
import pytest
from small_runs import program_with

from cimscore.case import Case, ConcernEntry
from cimscore.errors import RuleFailure
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.deciding import decide
from cimscore.rules import Concern, Conclusion, Topic, Value
from cimscore.rules.vocabulary import is_concern

concern = Concern("concern")
tier = Value("tier", str)
CASE = Case(id="small", programs=("small",), concerns=(ConcernEntry(id="c1"), ConcernEntry(id="c2")))


def tiers(*given: str, one: bool = True) -> Compiled:
    conclusion = Conclusion(
        "tier", (concern, tier), "{concern} [is] of tier {tier}", topic=Topic.STARTS, one=(concern,) if one else ()
    )
    for place, word in enumerate(given):
        conclusion.row(f"row-{place}", concern, word, when=is_concern(concern), cites=["doc/a"])
    return Compiled(attrs.evolve(program_with([conclusion]), conclusions=(conclusion,)))


def test_two_answers_to_one_key_are_refused_with_the_rows_that_give_them() -> None:
    with pytest.raises(RuleFailure, match="two answers about c1: high by row-0, and low by row-1") as caught:
        decide(run_of(CASE, tiers("high", "low")))
    assert caught.value.rule == "conclusion:tier"


def test_equal_answers_are_several_grounds_of_one() -> None:
    told = decide(run_of(CASE, tiers("high", "high"))).told
    assert {things for _, things in told} == {("c1", "high"), ("c2", "high")}


def test_a_conclusion_that_may_have_several_answers_has_them() -> None:
    told = decide(run_of(CASE, tiers("high", "low", one=False))).told
    assert len(told) == 4
