"""Denials on the first page: what fails, its clause, what would change it, and who else may be owed something."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from cimscore.assessment.decision.near import Failing, Near
from cimscore.assessment.decision.standing import Standing
from cimscore.assessment.decision.value import DecidedConclusion, Decision, Denied
from cimscore.assessment.decision.words import begun
from cimscore.assessment.page.marks import LineMarks
from cimscore.assessment.page.room import Room

_MOST: Final = 3


def why_not(decision: Decision, marks: LineMarks, room: Room) -> Iterator[str]:
    """Yield why something is out of scope, why else something expected is denied, and what would change that.

    Args:
        decision: The decision.
        marks: The marks of its page.
        room: How much it tells.
    """
    grounds = {line.address for denied in decision.denied for line in denied.grounds}
    out = (line for line in decision.of_topic("scope") if line.denies and not (line.leading or line.refers))
    yield from (_said(line, marks) for line in out if line.address not in grounds)
    for denied in decision.denied:
        yield " ".join(_denied(denied, marks, room))


def who_else(decision: Decision, marks: LineMarks, beside: Collection[str] = ()) -> Iterator[str]:
    """Yield who else may be owed something, by another program or about a denial, and that no more is known.

    Args:
        decision: The decision.
        marks: The marks of its page.
        beside: The programs whose decisions are told beside it.
    """
    denied = {things for denial in decision.denied for things in denial.things}
    told = [line for line in decision.conclusions if _is_a_program(line.refers) or denied.intersection(line.things)]
    told = [line for line in told if line.refers]
    yield from (f"{_said(line, marks)}. {_ask(line.refers, beside)}".rstrip() for line in told)
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


def _said(line: DecidedConclusion, marks: LineMarks) -> str:
    return f"{begun(line.says, line.things)}{marks.of(line)}{by(line.clauses)}"


def by(clauses: Iterable[str]) -> str:
    """Return the clauses of something, in brackets."""
    told = ", ".join(clauses)
    return f" [by {told}]" if told else ""


def _denied(denied: Denied, marks: LineMarks, room: Room) -> Iterator[str]:
    yield from (f"{_said(line, marks)}." for line in denied.grounds)
    # A reason says that something is denied, as surely as it holds itself.
    if denied.standing not in {line.standing for line in denied.grounds}:
        mark = " (provisional)" if denied.standing is Standing.PROVISIONAL else ""
        yield f"{begun(denied.says, denied.things)}{mark}."
    shown = denied.nearest if room.every else denied.nearest[:_MOST]
    yield from _nearest(shown, denied, room.fails)
    left = denied.others + len(denied.nearest) - len(shown)
    if left:
        yield f"{left} other way{'s are' if left > 1 else ' is'} about another service, provider or day."
    yield from _besides(shown, denied)


def _nearest(ways: Iterable[Near], denied: Denied, most: int) -> Iterator[str]:
    """Yield each way that is blocked, what blocks it, and which answers would change that.

    Where not all that blocks it is told, whatever an answer would change is, and comes first.
    """
    head = "What fails"
    for near in ways:
        if near.stood:
            yield f"{', '.join(near.clauses)} would have it, and stands only in {' and '.join(map(repr, near.stood))}."
            continue
        fails = [(failing, _answers(failing, denied)) for failing in near.fails]
        left = max(len(fails) - max(most, sum(map(bool, (answers for _, answers in fails)))), 0)
        if left:
            fails.sort(key=lambda failing: not failing[1])
        alike = fails[0][1] if len({answers for _, answers in fails}) == 1 else ""
        shown = fails[: len(fails) - left]
        told = [f"{failing.says}{_changing(changes) * (not alike)}{by(failing.clauses)}" for failing, changes in shown]
        told += [f"and {left} more (--all)"] * bool(left)
        to_any = " to any of these" if len(fails) > 1 else ""
        yield f"{head}: {'; '.join(told)}.{f' {alike}{to_any} would change it.' if alike else ''}"
        head = "Another way fails too"


def _answers(failing: Failing, denied: Denied) -> str:
    """Return the answers to what fails that would change a denial, each by itself."""
    return " or ".join(repr(answer) for address, _, answer in denied.would_change if address == failing.asked)


def _changing(answers: str) -> str:
    return f" ({answers} would change it)" if answers else ""


def _besides(shown: Iterable[Near], denied: Denied) -> Iterator[str]:
    """Yield the answers that would change it and are not told beside what fails; or that no single one would."""
    told = {failing.asked for near in shown for failing in near.fails}
    answers = "; ".join(f"{asks} {answer}" for address, asks, answer in denied.would_change if address not in told)
    if answers:
        yield f"What would change it: {answers}."
    elif denied.nearest and not denied.would_change:
        yield "No single other answer to these would change it."
