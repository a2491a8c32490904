"""What is certain of an incomplete case holds of the whole one, and what the whole one says was never ruled out."""

from __future__ import annotations

import datetime as dt
import os
import random
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from answers_of_queensland import programs, queensland, random_case, worked_examples
from open_points import worlds
from random_worlds import holes_in, moments_in, moved_by, with_holes

from cimscore.calendars import Due
from cimscore.case import UNKNOWN, Case, Moment
from cimscore.clocks import Span, Uncounted, range_of
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.compiled import Compiled
from cimscore.reasoning.deciding import Claim, Decided, decide, told_of
from cimscore.reasoning.graded import PROVISIONAL
from cimscore.reasoning.run import Run

PAIRS = int(os.environ.get("CIMSCORE_PAIRS", "1000"))
CHUNK = 100
UTC = ZoneInfo("UTC")
MOST_HOLES = 8
LATER = Moment(dt.datetime(2026, 6, 1, tzinfo=dt.UTC))
EDITIONS_BEGIN = tuple(
    map(dt.date.fromisoformat, ("2024-09-30", "2025-04-01", "2025-04-30", "2019-07-01", "2024-12-09"))
)
ABOUT_THE_DOCUMENT = frozenset({"conclusion:has-a-response"})
"""Laws about what the document says, not about the matter: a decision that is left out has not been taken."""


@pytest.mark.parametrize("chunk", range(PAIRS // CHUNK))
def test_less_is_never_wrong(chunk: int) -> None:
    breaches: list[str] = []
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        names, whole, less = pair(seed)
        breaches += [f"{seed} without {names}: {breach}" for breach in breaches_of(whole, less, queensland())]
    assert breaches == []


@pytest.mark.parametrize("program", ["ndis-incidents", "qld-child-safety", "vic-cims"])
def test_less_of_a_worked_example_is_never_wrong(program: str) -> None:
    examples = sorted(worked_examples(program).items())
    breaches: list[str] = []
    for seed in range(PAIRS // 10):
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
    for seed in range(PAIRS // 10):
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


def breaches_of(whole: Case, less: Case, compiled: Compiled, *, at: Moment | None = None) -> Iterator[str]:
    """Yield what is certain without some facts and not so with them, and what was ruled out and is so."""
    decided, free = decide(run_of(less, compiled, at=at)), free_answers(whole) - free_answers(less)
    full = run_of(whole, compiled, at=at)
    found = (breach for world in worlds(full) for breach in breaches_in(world, decided, free))
    yield from dict.fromkeys(found)


def breaches_in(full: Run, decided: Decided, free: set[str]) -> Iterator[str]:
    """Yield what was decided without some facts and is not so in a world that has them."""
    holding = {claim for claim, grade in graded(full) if grade >= PROVISIONAL}
    for claim, told in decided.told.items():
        if told.certain and claim not in holding and not is_within(claim, holding):
            yield f"certain, and not so: {in_words(claim)}"
    possible = {claim for claim, grade in graded(decided.run) if grade}
    for claim in certain_in(full) - possible:
        named = free.isdisjoint(map(str, claim[1])) and not claim[0].endswith(".due")
        if named and claim[0] not in ABOUT_THE_DOCUMENT and not any(is_within(other, {claim}) for other in possible):
            yield f"ruled out, and so: {in_words(claim)}"


def free_answers(case: Case) -> set[str]:
    """Return every answer in words of its own: what is not known in such words cannot be listed."""
    return {str(row.answer) for row in (*case.decisions, *case.facts) if isinstance(row.answer, str)}


def graded(run: Run) -> Iterator[tuple[Claim, int]]:
    for predicate in told_of(run):
        for things, grade in run.value(predicate).rows.items():
            yield (predicate.key, things), grade


def certain_in(run: Run) -> set[Claim]:
    return {claim for claim, grade in graded(run) if grade == 3}


def is_within(claim: Claim, holding: set[Claim]) -> bool:
    """Return True if what is certain as a range, of days or of moments, holds the one that is so."""
    key, things = claim
    return any(name == key and all(map(holds, things, other)) for name, other in holding if len(other) == len(things))


def holds(certain: object, so: object) -> bool:
    """Return True if a value is another, or a range that holds it."""
    if certain == so:
        return True
    if isinstance(certain, Due) and isinstance(so, Due):
        return certain.earliest <= so.earliest and so.latest <= certain.latest
    if isinstance(certain, Span) and isinstance(so, Moment | Span):
        mine, theirs = range_of(certain, UTC), range_of(so, UTC)
        return mine.first <= theirs.first and theirs.last <= mine.last
    return certain is UNKNOWN or (isinstance(certain, Uncounted) and isinstance(so, Uncounted))


def in_words(claim: Claim) -> str:
    return f"{claim[0]} of {', '.join(map(str, claim[1]))}"
