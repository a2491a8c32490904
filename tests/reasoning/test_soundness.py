"""What is certain of an incomplete case holds of the whole one, and what the whole one says was never ruled out."""

from __future__ import annotations

import datetime as dt
import os
import random
from zoneinfo import ZoneInfo

import pytest
from answers_of_queensland import programs, queensland, random_case, worked_examples
from breaches import breaches_of
from random_worlds import holes_in, moments_in, moved_by, restless, with_holes

from cimscore.case import Case, Moment

PAIRS = int(os.environ.get("CIMSCORE_PAIRS", "60"))
CHUNK, FEW = 30, 10
UTC = ZoneInfo("UTC")
MOST_HOLES = 8
LATER = Moment(dt.datetime(2026, 6, 1, tzinfo=dt.UTC))
EDITIONS_BEGIN = tuple(
    map(dt.date.fromisoformat, ("2024-09-30", "2025-04-01", "2025-04-30", "2019-07-01", "2024-12-09"))
)


@pytest.mark.parametrize("chunk", range(PAIRS // CHUNK))
def test_less_is_never_wrong(chunk: int) -> None:
    breaches: list[str] = []
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        names, whole, less = pair(seed)
        breaches += [f"{seed} without {names}: {breach}" for breach in breaches_of(whole, less, queensland())]
    assert breaches == []


@pytest.mark.parametrize("chunk", range(max(1, PAIRS // FEW // 12)))
def test_less_of_who_moved_when_and_lives_in_no_home_is_never_wrong(chunk: int) -> None:
    breaches: list[str] = []
    for seed in range(chunk * FEW, (chunk + 1) * FEW):
        chance = random.Random(seed)
        whole = restless(random_case(seed), chance)
        holes = holes_in(whole) + [hole for hole in moments_in(whole) if hole[0].startswith("occurred")]
        taken = chance.sample(holes, min(chance.randint(1, MOST_HOLES), len(holes)))
        less = with_holes(whole, [hole for _, hole in taken])
        names = [name for name, _ in taken]
        breaches += [f"{seed} without {names}: {breach}" for breach in breaches_of(whole, less, queensland())]
    assert breaches == []


@pytest.mark.parametrize("program", ["ndis-incidents", "qld-child-safety", "vic-cims"])
def test_less_of_a_worked_example_is_never_wrong(program: str) -> None:
    examples = sorted(worked_examples(program).items())
    breaches: list[str] = []
    for seed in range(PAIRS // 8):
        chance = random.Random(seed)
        name, whole = examples[seed % len(examples)]
        taken = chance.sample(holes_in(whole), min(chance.randint(1, MOST_HOLES), len(holes_in(whole))))
        less = with_holes(whole, [hole for _, hole in taken])
        found = breaches_of(whole, less, programs()[program])
        breaches += [f"{name} without {[fact for fact, _ in taken]}: {breach}" for breach in found]
    assert breaches == []


@pytest.mark.parametrize("program", ["ndis-incidents", "qld-child-safety", "vic-cims"])
def test_less_of_when_it_was_is_never_wrong(program: str) -> None:
    """Days around which an edition begins, each example moved there, without some of its moments and facts."""
    examples = [each for each in sorted(worked_examples(program).items()) if is_exact(each[1])]
    breaches: list[str] = []
    for seed in range(PAIRS // 8):
        chance = random.Random(seed)
        name, example = examples[seed % len(examples)]
        whole = moved_by(example, days_to(chance.choice(EDITIONS_BEGIN), example) + chance.randint(-9, 4))
        moments, facts = moments_in(whole), holes_in(whole)
        taken = chance.sample(moments, min(chance.randint(1, 4), len(moments)))
        taken += chance.sample(facts, min(chance.randint(0, 3), len(facts)))
        less = with_holes(whole, [hole for _, hole in taken])
        found = breaches_of(whole, less, programs()[program], at=LATER)
        breaches += [f"{seed}, {name} without {[fact for fact, _ in taken]}: {breach}" for breach in found]
    assert breaches == []


def is_exact(case: Case) -> bool:
    """Return True if each decision was taken at an instant: of a whole day only a part may come into question."""
    return isinstance(case.dates.received, Moment) and all(
        decision.at.instant is not None for decision in case.decisions if isinstance(decision.at, Moment)
    )


def days_to(day: dt.date, case: Case) -> int:
    received = case.dates.received
    return (day - received.day(UTC)).days if isinstance(received, Moment) else 0


def pair(seed: int) -> tuple[list[str], Case, Case]:
    """Return a whole case, the same without one to eight facts, and which those are."""
    chance = random.Random(seed * 7 + 1)
    whole = random_case(seed)
    holes = holes_in(whole)
    taken = chance.sample(holes, min(chance.randint(1, MOST_HOLES), len(holes)))
    return [name for name, _ in taken], whole, with_holes(whole, [hole for _, hole in taken])
