"""Where a day that chooses the edition is not known, only what holds on every day it can be is certain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs
import pytest

from cimscore import Rulebook
from cimscore.assessment import Decision, Standing, decide_case
from cimscore.case import UNKNOWN, Case, FactEntry, Moment
from cimscore.clocks import Span
from cimscore.grades import CERTAIN, PROVISIONAL
from cimscore.reasoning.cases import run_of
from cimscore.rulebook import WorkedExample
from cimscore.testing import unsound
from cimscore.wire.examples import load_examples

SUBMISSION = "vic-cims/submission"
BEFORE_THE_POLICY = Moment(dt.datetime(2024, 12, 7, 9, tzinfo=dt.UTC))
DAYS = ("2024-12-08", "2024-12-09", "2025-01-20", "2025-08-21", "2026-02-02")


@pytest.fixture(scope="module")
def examples(rulebook: Rulebook) -> tuple[WorkedExample, ...]:
    return tuple(each for each in load_examples(rulebook) if each.case.programs == ("vic-cims",))


def without_a_receipt(case: Case) -> Case:
    return attrs.evolve(case, dates=attrs.evolve(case.dates, received=UNKNOWN))


def certain(decision: Decision) -> set[tuple[object, ...]]:
    lines = (line for line in decision.conclusions if line.standing is Standing.CERTAIN)
    return {(line.id, *map(str, line.things)) for line in lines}


def test_without_a_receipt_no_single_day_is_certain(examples: tuple[WorkedExample, ...], rulebook: Rulebook) -> None:
    (example,) = (each for each in examples if each.case.id == "unexplained-injury")
    run = run_of(without_a_receipt(example.case), rulebook.program("vic-cims").compiled)
    chosen = {id: run.use(f"conclusion:{id}").rows for id in ("today", "chooses", "selects")}

    assert set(chosen["today"].values()) == {PROVISIONAL}
    assert [type(row[-1]) for id in ("chooses", "selects") for row in chosen[id]] == [Span, Span]


@pytest.mark.long
def test_every_certain_claim_of_every_example_with_a_fact_less_is_sound(
    examples: tuple[WorkedExample, ...], rulebook: Rulebook
) -> None:
    for example in examples:
        assert list(unsound(example.case, rulebook, at=example.at)) == [], example.case.id


def submitted_on(case: Case) -> Iterator[tuple[str, Case]]:
    """Yield the case with each of some days as the one on which the report will be submitted."""
    incident = case.concerns[0].id
    for day in DAYS:
        fact = FactEntry(question=SUBMISSION, about=incident, answer=dt.date.fromisoformat(day))
        yield day, attrs.evolve(case, facts=(*case.facts, fact))


def test_before_a_report_is_submitted_what_is_certain_holds_on_whichever_day_it_is(
    examples: tuple[WorkedExample, ...], rulebook: Rulebook
) -> None:
    compiled = rulebook.program("vic-cims").compiled
    (example,) = (each for each in examples if each.case.id == "not-submitted-yet")
    open_day = decide_case(example.case, compiled, at=BEFORE_THE_POLICY)
    assert f"{SUBMISSION}@c1" in {point.address for point in open_day.points}
    assert len(certain(open_day)) > 3
    editions: set[str] = set()
    for day, case in submitted_on(example.case):
        known = decide_case(case, compiled, at=BEFORE_THE_POLICY)
        assert certain(open_day) <= certain(known), day
        editions |= {edition for document, edition, _ in known.governed_by if document == "vic"}
    assert editions == {"2024-06", "2024-12"}


def test_no_order_is_claimed_of_a_moment_that_nobody_tells(
    examples: tuple[WorkedExample, ...], rulebook: Rulebook
) -> None:
    compiled = rulebook.program("vic-cims").compiled
    (example,) = (each for each in examples if each.case.id == "unexplained-injury")
    (concern,) = example.case.concerns
    untold = attrs.evolve(example.case, concerns=(attrs.evolve(concern, occurred=UNKNOWN),))
    told = [run_of(case, compiled).use("conclusion:in-order").rows for case in (example.case, untold)]

    assert told == [{("c1",): CERTAIN}, {}]
