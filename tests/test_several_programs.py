"""One document under several programs: decisions apart, obligations of all, nothing merged."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

import cimscore
from cimscore.assessment import Decision, Standing
from cimscore.plugins import hookimpl
from cimscore.policy import Clause, Disposition, Locator, Policy, PolicyEdition, Source
from cimscore.rulebook import Identity
from cimscore.rules import Comparison, Conclusion, Household, Rows, Topic, Value
from cimscore.rules.vocabulary import in_area

RULEBOOK = cimscore.load_rulebook()
CASE = RULEBOOK.read_case(Path(__file__).parents[1] / "examples" / "both-programs.yaml")
BOTH = cimscore.assess(CASE, RULEBOOK)


def records(decision: Decision) -> set[str]:
    return {str(line.things[0]) for line in decision.about("record") if line.standing is Standing.CERTAIN}


def test_each_program_decides_by_itself() -> None:
    assert [one.program for one in BOTH.decisions] == ["qld-child-safety", "vic-cims"]
    assert records(BOTH.decision("qld-child-safety")) == {"notification:border-house"}
    assert records(BOTH.decision("vic-cims")) == {"incident-report:c1"}


@pytest.mark.parametrize("program", ["qld-child-safety", "vic-cims"])
def test_what_one_decides_is_what_it_would_decide_alone(program: str) -> None:
    alone = cimscore.assess(CASE, RULEBOOK, programs=[program])
    assert repr(alone.decisions) == repr((BOTH.decision(program),))


def test_the_obligations_of_both_add_up() -> None:
    assert all(decision.duties for decision in BOTH.decisions)
    due = {
        decision.program: {str(clock.due) for clock in decision.clocks if clock.id in ("approve", "report")}
        for decision in BOTH.decisions
    }
    assert due == {
        "qld-child-safety": {"Tuesday 4 March 2025, 14:00, Brisbane time"},
        "vic-cims": {"Thursday 6 March 2025, end of day, Melbourne time"},
    }


def test_answers_to_one_program_change_nothing_of_the_other() -> None:
    mute = attrs.evolve(CASE, facts=())
    fewer = cimscore.assess(mute, RULEBOOK)
    mine, theirs = fewer.decisions

    assert attrs.evolve(mine, receipt=()) == attrs.evolve(BOTH.decisions[0], receipt=())
    assert attrs.evolve(theirs, receipt=()) != attrs.evolve(BOTH.decisions[1], receipt=())


home = Household("home")
area = Value("area", str)


def breaks(word: str) -> bool:
    """Fail, as a program's own function can."""
    raise ZeroDivisionError(word)


BROKEN = Conclusion("broken", (home,), "{home} [is] broken", topic=Topic.HOUSEHOLDS)
BROKEN.row(
    "row", home, when=in_area(home, area) & Comparison("{0} [is] far away", breaks)(area), cites=["doc/heading/c"]
)


class Failing:
    """A program whose only row fails."""

    @hookimpl
    def cimscore_program(self) -> Identity:
        return Identity(id="failing", title="Failing", zone=RULEBOOK.programs["vic-cims"].program.zone)

    @hookimpl
    def cimscore_policy_sources(self) -> Policy:
        editions = (PolicyEdition(id="1", title="One"),)
        source = Source(id="doc", title="Doc", publisher="Example", document="doc", editions=editions)
        clause = Clause(
            id="doc/heading/c", source="doc", statements=(), text="A clause.", editions=("1",), digest="",
            locator=Locator(heading="Heading", position=1), disposition=Disposition.ENCODED,
        )  # fmt: skip
        return Policy(sources=(source,), clauses=(clause,))

    @hookimpl
    def cimscore_households(self) -> tuple[Rows, ...]:
        return (BROKEN,)


def test_a_program_that_fails_does_not_stop_the_others() -> None:
    import cimscore_qld_child_safety  # noqa: PLC0415 - the plugin beside the failing one

    rulebook = cimscore.load_rulebook([Failing(), cimscore_qld_child_safety])
    found = cimscore.assess(CASE, rulebook, programs=["failing", "qld-child-safety"])
    (failure,) = found.failures

    assert [decision.program for decision in found.decisions] == ["qld-child-safety"]
    assert attrs.evolve(found.decisions[0], receipt=()) == attrs.evolve(BOTH.decisions[0], receipt=())
    assert "ZeroDivisionError" in str(failure) and "test_several_programs.py" in str(failure)
    assert not found.final
