"""Denials on the first page: what fails, its clause, what would change it, and who else may be owed something."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from cimscore.assessment.decision.near import Failing, Near
from cimscore.assessment.decision.value import DecidedConclusion, Decision, Denied, Standing
from cimscore.assessment.decision.words import begun

_MOST: Final = 3


def why_not(decision: Decision, *, every: bool = False) -> Iterator[str]:
    """Yield why expected results are denied, and what would change that.

    Args:
        decision: The decision.
        every: True to show every near miss, not only the first ones.
    """
    for denied in decision.denied:
        yield " ".join(_denied(denied, every=every))


def who_else(decision: Decision, beside: Collection[str] = ()) -> Iterator[str]:
    """Yield who else may be owed something, by another program or about a denial, and that no more is known.

    Args:
        decision: The decision.
        beside: The programs whose decisions are told beside it.
    """
    denied = {things for denial in decision.denied for things in denial.things}
    told = [line for line in decision.conclusions if _is_a_program(line.refers) or denied.intersection(line.things)]
    told = [line for line in told if line.refers]
    yield from (f"{_said(line)}. {_ask(line.refers, beside)}".rstrip() for line in told)
    if decision.denied:
        others = "anybody beside these" if told else "anybody else, such as the police or a regulator,"
        yield f"This program does not say whether {others} is owed something."


def _is_a_program(refers: str) -> bool:
    """Return True for the id of a program, and not for who that is in words."""
    return bool(refers) and " " not in refers


def _ask(refers: str, beside: Collection[str]) -> str:
    if not _is_a_program(refers):
        return ""
    if refers in beside:
        return "Its decision is told beside this one."
    return f"Where it is installed, ask it: --program {refers}"


def _said(line: DecidedConclusion) -> str:
    return f"{begun(line.says, line.things)}{_mark(line.standing)}{by(line.clauses)}"


def by(clauses: Iterable[str]) -> str:
    """Return the clauses of something, in brackets."""
    told = ", ".join(clauses)
    return f" [by {told}]" if told else ""


def _mark(standing: Standing) -> str:
    return " (provisional)" if standing is Standing.PROVISIONAL else ""


def _denied(denied: Denied, *, every: bool) -> Iterator[str]:
    told_here = [line for line in denied.grounds if line.topic != "scope"]
    yield from (f"{_said(line)}." for line in told_here)
    if not told_here:
        yield f"{begun(denied.says, denied.things)}{_mark(denied.standing)}."
    shown = denied.nearest if every else denied.nearest[:_MOST]
    yield from _nearest(shown)
    left = denied.others + len(denied.nearest) - len(shown)
    if left:
        yield f"{left} other way{'s are' if left > 1 else ' is'} about another service, provider or day."
    yield from _changes(denied)


def _nearest(shown: Iterable[Near]) -> Iterator[str]:
    """Yield each way that is blocked, and what blocks it."""
    head = "What fails"
    for near in shown:
        if near.stood:
            yield f"{', '.join(near.clauses)} would have it, and stands only in {' and '.join(map(repr, near.stood))}."
        else:
            yield f"{head}: {'; '.join(map(_failing, near.fails))}."
            head = "Another way fails too"


def _failing(failing: Failing) -> str:
    return f"{failing.says}{by(failing.clauses)}"


def _changes(denied: Denied) -> Iterator[str]:
    if denied.would_change:
        answers = "; ".join(f"{asks} {answer}" for _, asks, answer in denied.would_change)
        is_one = len(denied.would_change) == 1
        yield f"{'This answer' if is_one else 'Each of these answers'} alone would change it: {answers}."
    elif denied.nearest:
        yield "No answer to one question alone would change it."
