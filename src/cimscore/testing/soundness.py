"""Soundness check: what is certain without a fact is true whatever the fact is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import attrs

from cimscore.assessment import DecisionState, decided_under
from cimscore.calendars import Due
from cimscore.case import UNKNOWN, Case, Moment
from cimscore.clocks import Span, Uncounted, before, range_of
from cimscore.grades import CERTAIN, PROVISIONAL
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.claims.trying import Claim
from cimscore.reasoning.deciding import decide, told_of
from cimscore.reasoning.run import Run
from cimscore.reasoning.timing.earliest import NO_MOMENT
from cimscore.rulebook import InstalledProgram, Rulebook
from cimscore.rules import Topic
from cimscore.testing.omissions import Omission, omissions, pairs_of_omissions

T = TypeVar("T")
_ZONE = ZoneInfo("UTC")


def unsound(
    case: Case,
    rulebook: Rulebook,
    *,
    at: Moment | None = None,
    readings: Mapping[str, Any] | None = None,
    pairs: bool = False,
    most: int = 0,
) -> Iterator[str]:
    """Yield a sentence for each certain claim that the case with one fact less gets wrong.

    What is certain of the case without a fact must be true of the case with any value of it. If that decision is final,
    a completed case may add nothing. Call it on each worked example; the iterator is lazy.

    Args:
        case: The case.
        rulebook: Installed programs. The case is decided by those that it names.
        at: Moment of the decision.
        readings: Readings to use, by ``program/reading``.
        pairs: True to leave out two facts at a time.
        most: Number of facts, or pairs, to leave out, spread over the case; 0 for all of them.

    Raises:
        CaseError: The case does not fit the questions of its programs.
        RuleFailure: A function of a plugin raised an error.
    """
    left_out = list((pairs_of_omissions if pairs else omissions)(case, rulebook))
    for omission in (up_to(omission, at) for omission in _spread(left_out, most)):
        for program in map(rulebook.program, case.programs):
            decision, decided = decided_under(omission.case, program, rulebook, at=at, readings=readings)
            final = decision.state is DecisionState.FINAL
            yield from (f"without {omission.fact}: {said}" for said in _breaches(omission, decided, program, at, final))


def up_to(omission: Omission, at: Moment | None) -> Omission:
    """Return an omission without the worlds in which an act that is told as done is done only after the decision."""
    if at is None or not omission.fact.startswith("done["):
        return omission
    told = (case for case in omission.completions if not any(_is_after(entry.at, at) for entry in case.done))
    return attrs.evolve(omission, completions=tuple(told))


def _is_after(moment: object, at: Moment) -> bool:
    return isinstance(moment, Moment) and before(at, moment, _ZONE) == CERTAIN


def _spread(several: list[T], most: int) -> Iterable[T]:
    """Return so many of several, the same distance apart; all of them for 0."""
    # Division rounded up, so that no more than the wanted number come out.
    step = max(1, -(-len(several) // most)) if most else 1
    return islice(several, step // 2, None, step)


def _breaches(
    omission: Omission, decided: Decided, program: InstalledProgram, at: Moment | None, final: bool
) -> Iterator[str]:
    untold = _without_a_start(decided)
    certain = [claim for claim, told in decided.told.items() if told.certain and claim not in untold]
    for completion in omission.completions:
        holding = _holding(completion, program, at, decided.run.readings)
        zone = program.program.zone
        denied = [claim for claim in certain if not _is_among(claim, holding, zone)]
        told = decide(_run(completion, program, at, decided.run.readings)).told if denied else ()
        denied = [claim for claim in denied if not any(_is_within(claim, claimed, zone) for claimed in told)]
        yield from (f"certain is {_in_words(claim)}; not so in a completion" for claim in denied)
        words = _words_in(completion) - _words_in(omission.case)
        added = _added(holding, decided, _shown(program), words) if final else ()
        yield from (f"the decision is final; in a completion there is {_in_words(claim)} too" for claim in added)


def _without_a_start(decided: Decided) -> set[Claim]:
    """Return what is told of clocks that have no day since nobody says when they start: so it is, of the document."""
    found: set[Claim] = set()
    for key, things in decided.told:
        clock, _, part = key.rpartition(".")
        if part == "due" and isinstance(things[-1], Uncounted) and things[-1].why == NO_MOMENT:
            found |= {(key, things), (f"{clock}.not-counted", things[:-1])}
    return found


def _added(holding: set[Claim], decided: Decided, shown: set[str], words: set[str]) -> Iterator[Claim]:
    """Yield what is shown of a completed case and not of the case without the fact, but for answers in words."""
    zone = decided.run.context.zone
    for claim in sorted(holding, key=_in_words):
        told = any(_is_within(claimed, claim, zone) for claimed in decided.told)
        if claim[0] in shown and not told and words.isdisjoint(map(str, claim[1])):
            yield claim


def _words_in(case: Case) -> set[str]:
    """Return every answer in free words. Nothing can be known beforehand about such an answer."""
    answers = [*(row.answer for row in case.decisions), *(row.answer for row in case.facts)]
    return {answer for answer in answers if isinstance(answer, str)}


def _shown(program: InstalledProgram) -> set[str]:
    """Return the keys of what a decision shows: its conclusions, but for laws and editions, and the days of clocks."""
    concluded = (
        conclusion for conclusion in program.program.conclusions if conclusion.topic not in (Topic.LAWS, Topic.EDITIONS)
    )
    return {*(conclusion.key for conclusion in concluded), *(clock.part("due").key for clock in program.program.clocks)}


def _holding(case: Case, program: InstalledProgram, at: Moment | None, readings: Mapping[str, Any]) -> set[Claim]:
    """Return everything that holds of a case by the working answers."""
    run = _run(case, program, at, readings)
    return {
        (predicate.key, things)
        for predicate in told_of(run)
        for things, grade in run.value(predicate).rows.items()
        if grade >= PROVISIONAL
    }


def _run(case: Case, program: InstalledProgram, at: Moment | None, readings: Mapping[str, Any]) -> Run:
    return run_of(case, program.compiled, at=at, readings=readings)


def _is_among(claim: Claim, holding: set[Claim], zone: ZoneInfo) -> bool:
    return claim in holding or any(_is_within(claim, held, zone) for held in holding)


def _is_within(told: Claim, other: Claim, zone: ZoneInfo) -> bool:
    """Return True if one claim covers another: it is the same, or a range that contains or overlaps it."""
    same = told[0] == other[0] and len(told[1]) == len(other[1])
    return same and all(_covers(mine, theirs, zone) for mine, theirs in zip(told[1], other[1], strict=True))


def _covers(told: object, other: object, zone: ZoneInfo) -> bool:
    if told == other:
        return True
    if isinstance(told, Due) and isinstance(other, Due):
        return told.earliest <= other.latest and other.earliest <= told.latest
    if isinstance(told, Span) and isinstance(other, Moment | Span):
        mine, theirs = range_of(told, zone), range_of(other, zone)
        return mine.first <= theirs.last and theirs.first <= mine.last
    return told is UNKNOWN or (isinstance(told, Uncounted) and isinstance(other, Uncounted))


def _in_words(claim: Claim) -> str:
    return f"{claim[0]} of {', '.join(map(str, claim[1])) or 'the case'}"
