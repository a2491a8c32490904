"""Where a decision about less is wrong about the whole: certain and not so, or ruled out and so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from zoneinfo import ZoneInfo

from open_points import worlds

from cimscore.calendars import Due
from cimscore.case import UNKNOWN, Case, Moment
from cimscore.clocks import Span, Uncounted, range_of
from cimscore.grades import CERTAIN, PROVISIONAL
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.deciding import Claim, decide, told_of
from cimscore.reasoning.run import Run
from cimscore.reasoning.timing.earliest import NO_MOMENT

UTC = ZoneInfo("UTC")
ABOUT_THE_DOCUMENT = frozenset({"conclusion:has-a-response", "conclusion:in-order"})
"""Laws about what the document says, not about the matter.

A decision that is left out has not been taken, and of a moment that nobody tells no order is claimed.
"""


def breaches_of(
    whole: Case,
    less: Case,
    compiled: Compiled,
    *,
    at: Moment | None = None,
    readings: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[str]:
    """Yield what is certain without some facts and not so with them, and what was ruled out and is so."""
    decided = decide(run_of(less, compiled, at=at, readings=readings))
    free = free_answers(whole) - free_answers(less)
    full = run_of(whole, compiled, at=at, readings=readings)
    found = (breach for world in worlds(full) for breach in breaches_in(world, decided, free))
    yield from dict.fromkeys(found)


def breaches_in(full: Run, decided: Decided, free: set[str]) -> Iterator[str]:
    """Yield what was decided without some facts and is not so in a world that has them."""
    zone = decided.run.context.zone
    holding = {claim for claim, grade in graded(full) if grade >= PROVISIONAL}
    for claim, told in decided.told.items():
        known = is_within(claim, holding, zone) or says_that_a_start_is_not_known(claim, decided)
        if told.certain and claim not in holding and not known:
            yield f"certain, and not so: {in_words(claim)}"
    possible = {claim for claim, grade in graded(decided.run) if grade}
    for claim in certain_in(full) - possible:
        named = free.isdisjoint(map(str, claim[1])) and not claim[0].endswith(".due")
        if (
            named
            and claim[0] not in ABOUT_THE_DOCUMENT
            and not any(is_within(other, {claim}, zone) for other in possible)
        ):
            yield f"ruled out, and so: {in_words(claim)}"


def says_that_a_start_is_not_known(claim: Claim, decided: Decided) -> bool:
    """Return True for a clock that has no day for want of its start: so of the document, whatever the matter is."""
    key, things = claim
    dues = (other for other in decided.told if other[0] == f"{key.removesuffix('.not-counted')}.due")
    return key.endswith(".not-counted") and any(
        due[:-1] == things and isinstance(due[-1], Uncounted) and due[-1].why == NO_MOMENT for _, due in dues
    )


def free_answers(case: Case) -> set[str]:
    """Return every answer in words of its own, and every moment: of what is not known of such, not each can be listed.

    A moment that is not known is represented by one on each side of every day that matters.
    """
    return {str(row.answer) for row in (*case.decisions, *case.facts) if isinstance(row.answer, str | Moment | dt.date)}


def graded(run: Run) -> Iterator[tuple[Claim, int]]:
    for predicate in told_of(run):
        for things, grade in run.value(predicate).rows.items():
            yield (predicate.key, things), grade


def certain_in(run: Run) -> set[Claim]:
    return {claim for claim, grade in graded(run) if grade == CERTAIN}


def is_within(claim: Claim, holding: set[Claim], zone: ZoneInfo) -> bool:
    """Return True if what is certain as a range, of days or of moments, holds the one that is so."""
    key, things = claim
    alike = (other for name, other in holding if name == key and len(other) == len(things))
    return any(all(holds(certain, so, zone) for certain, so in zip(things, other, strict=True)) for other in alike)


def holds(certain: object, so: object, zone: ZoneInfo) -> bool:
    """Return True if a value is another, or a range that holds it."""
    if certain == so:
        return True
    if isinstance(certain, Due) and isinstance(so, Due):
        return certain.earliest <= so.earliest and so.latest <= certain.latest
    if isinstance(certain, Span) and isinstance(so, Moment | Span):
        mine, theirs = range_of(certain, zone), range_of(so, zone)
        return mine.first <= theirs.first and theirs.last <= mine.last
    if isinstance(certain, Uncounted):
        return isinstance(so, Uncounted) or (isinstance(so, Due) and certain.why == NO_MOMENT)
    return certain is UNKNOWN


def in_words(claim: Claim) -> str:
    return f"{claim[0]} of {', '.join(map(str, claim[1]))}"
