"""The same incident under each edition of the page, and what differs."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

import cimscore
from cimscore import Rulebook
from cimscore.assessment import compare
from cimscore.case import DecisionEntry, FactEntry

DOCUMENT = Path(__file__).parents[2] / "examples" / "december-gap.yaml"


@pytest.fixture(scope="module")
def case(rulebook: Rulebook) -> cimscore.Case:
    """The incident of December 2024, with what the earlier editions ask for as well."""
    read = rulebook.read_case(DOCUMENT)
    fact = FactEntry(question="vic-cims/was-a-client-incident", about="c1", answer=True)
    impact = DecisionEntry(question="vic-cims/impact", about=("c1",), answer="major", by="authorised-delegate")
    return attrs.evolve(read, facts=(*read.facts, fact), decisions=(impact,))


def due(assessment: cimscore.Assessment) -> list[str]:
    return [it.summary for it in assessment.programs[0].conclusions if it.topic == "timeframes"]


@pytest.mark.parametrize(
    ("edition", "expected"),
    [
        ("2018-10", "Saturday 7 December 2024, 16:00"),
        ("2019-07", "Saturday 7 December 2024, 16:00"),
        ("2020-02", "Wednesday 11 December 2024, end of day"),
        ("2024-06", "Wednesday 11 December 2024, end of day"),
        ("2024-12", "Wednesday 11 December 2024, end of day"),
    ],
)
def test_one_incident_under_each_edition(rulebook: Rulebook, case: cimscore.Case, edition: str, expected: str) -> None:
    assessment = cimscore.assess(case, rulebook, editions={"vic": edition})

    assert due(assessment) == [f"report by {expected}, Melbourne time"]
    assert assessment.programs[0].editions[0].flags[0] == f"Edition {edition} of vic was chosen for this assessment."


def test_what_differs_between_the_guide_of_2019_and_the_policy(rulebook: Rulebook, case: cimscore.Case) -> None:
    comparison = compare(case, rulebook, "vic-cims", "2019-07", "2024-12")
    changed = {it.conclusion: (it.before, it.after) for it in comparison.differences}

    assert comparison.source == "vic"
    assert changed["vic-cims/timeframes/report@incident-report:c1"] == (
        "report by Saturday 7 December 2024, 16:00, Melbourne time",
        "report by Wednesday 11 December 2024, end of day, Melbourne time",
    )
    assert changed["vic-cims/duties/make-safe@c1"][0] == ""  # the five are not carried back
    assert "source/vic/2019-07@case" in [it.question.address for it in comparison.one.open_questions]


def test_an_edition_compared_with_itself_differs_in_nothing(rulebook: Rulebook, case: cimscore.Case) -> None:
    assert compare(case, rulebook, "vic-cims", "2024-12", "2024-12").differences == ()
