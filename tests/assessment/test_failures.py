"""What goes wrong in a plugin is loud and named; its program decides nothing, and the others go on."""

from __future__ import annotations

import attrs
import pytest

import cimscore
from cimscore.assessment import DecisionState
from cimscore.case import Case, HouseholdEntry
from cimscore.rules import Comparison, Conclusion, Household, Topic
from cimscore.rules.vocabulary import is_home
from cimscore.testing import InlinePlugin, inline_clause, inline_source

home = Household("home")
CASE = Case(
    id="one",
    programs=("invented", "second"),
    households=(HouseholdEntry(id="north"), HouseholdEntry(id="south")),
)


def fails(_: object) -> bool:
    """Fail, whatever it is given."""
    raise ZeroDivisionError("of homes")


def table(*, failing: bool = False, clause: str = "doc/heading/clause") -> Conclusion:
    """Return a table of a row for every home and, on request, of one that fails."""
    made = Conclusion("named", (home,), "{home} [is] named", topic=Topic.HOUSEHOLDS)
    made.row("every-home", home, when=is_home(home), cites=[clause])
    if failing:
        made.row("raises", home, when=is_home(home) & Comparison("{0} [is] findable", fails)(home), cites=[clause])
    return made


def plugins(*, failing: bool) -> list[InlinePlugin]:
    """Return a program, failing on request, and another beside it."""
    beside = InlinePlugin(
        id="second", tables=(table(clause="book/heading/clause"),), sources=(inline_source("book"),),
        clauses=(inline_clause("book/heading/clause"),),
    )  # fmt: skip
    return [InlinePlugin(tables=(table(failing=failing),)), beside]


def test_a_row_that_raises_is_named_with_its_place_and_the_other_program_goes_on() -> None:
    assessment = cimscore.assess(CASE, cimscore.load_rulebook(plugins(failing=True)))
    (failure,) = assessment.failures

    assert failure.rule.startswith("conclusion:named/raises")
    assert failure.problem == "ZeroDivisionError: of homes"
    assert "test_failures.py:" in failure.where
    assert [decision.program for decision in assessment.decisions] == ["second"]
    assert [line.things for line in assessment.decision("second").conclusions] == [("north",), ("south",)]


def test_an_assessment_with_a_failure_is_never_final_whatever_the_others_say() -> None:
    sound = cimscore.assess(CASE, cimscore.load_rulebook(plugins(failing=False)))
    failed = cimscore.assess(CASE, cimscore.load_rulebook(plugins(failing=True)))

    assert sound.final
    assert all(decision.state is DecisionState.FINAL for decision in failed.decisions)
    assert not failed.final


def test_what_a_failing_program_would_decide_is_refused_by_its_name() -> None:
    assessment = cimscore.assess(CASE, cimscore.load_rulebook(plugins(failing=True)))

    with pytest.raises(cimscore.UnknownNameError, match="'invented'") as refused:
        assessment.decision("invented")
    assert refused.value.known == ("second",)


def test_the_order_of_plugins_and_homes_changes_no_byte() -> None:
    forth, back = plugins(failing=False), plugins(failing=False)[::-1]
    turned = attrs.evolve(CASE, households=CASE.households[::-1])

    decisions = {
        repr(cimscore.assess(case, cimscore.load_rulebook(loaded)).decisions)
        for case in (CASE, turned)
        for loaded in (forth, back)
    }
    assert len(decisions) == 1
