"""What other readings give: rules are run again on what those readings change, and on nothing else."""

from __future__ import annotations

import enum

import pytest

import cimscore
from cimscore.case import Case
from cimscore.policy import Interpretation
from cimscore.rules import Duty, Facts, Ruleset, TheCase, Topic, any_of
from cimscore.testing import InlinePlugin

CLAUSE = "doc/heading/clause"
TESTED: list[str] = []


class Said(enum.StrEnum):
    """Two readings."""

    NARROW = "narrow"
    WIDE = "wide"


UNCLEAR = Interpretation(
    id="unclear", question="How wide?", readings={Said.NARROW: "Narrow.", Said.WIDE: "Wide."}, taken=Said.NARROW,
    because="It is.", clauses=(CLAUSE,),
)  # fmt: skip
DUTIES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


def is_read_widely(facts: Facts, case: TheCase) -> bool:
    """it is read widely"""
    TESTED.append("wide")
    return facts.reading(UNCLEAR) is Said.WIDE


def is_plain(facts: Facts, case: TheCase) -> bool:
    """it is plain"""
    TESTED.append("plain")
    return False


def never(facts: Facts, case: TheCase) -> bool:
    """never"""
    return False


@DUTIES.rule("act", cites=[CLAUSE], when=[], unless=[any_of(is_plain, never)])
def act(facts: Facts, case: TheCase) -> Duty:
    """Somebody acts, as far as the reading goes."""
    return Duty(act="act", who="somebody", what="far" if facts.holds(is_read_widely, case) else "near")


@pytest.fixture
def assessment() -> cimscore.Assessment:
    TESTED.clear()
    case = Case(id="one", programs=("invented",))
    return cimscore.assess(case, cimscore.load_rulebook([InlinePlugin(rulesets=(DUTIES,), questions=(UNCLEAR,))]))


def test_what_another_reading_gives_stands_beside_what_the_one_taken_gives(assessment: cimscore.Assessment) -> None:
    finding = next(it for it in assessment.findings if it.rule == "act")

    assert (finding.answer.what, [it.others for it in finding.readings]) == (
        "near", [(("wide", "somebody must far"),)],
    )  # fmt: skip


def test_only_what_consulted_a_reading_is_tested_again_for_another(assessment: cimscore.Assessment) -> None:
    assert sorted(TESTED) == ["plain", "wide"]
    assert assessment.findings
    assert sorted(TESTED) == ["plain", "wide", "wide"]
