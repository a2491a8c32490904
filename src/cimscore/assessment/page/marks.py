"""Marks of provisional lines: the numbers of the questions on which they rest."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Mapping
from typing import Final

import attrs

from cimscore.assessment.decision.duty import Duty
from cimscore.assessment.decision.standing import Standing
from cimscore.assessment.decision.value import DecidedClock, DecidedConclusion, Decision
from cimscore.calendars import Due

_MOST: Final = 3
IF_OPENED: Final = "only if it is opened"


@attrs.frozen
class LineMarks:
    """Marks that a page puts behind its lines.

    Attributes:
        numbers: The number of each open question, by address.
        shown: How many of them the page shows.
        ids: Whether addresses are told.
        plain: Whether provisional lines leave out the numbers, so that more of them can be told together.
        file: What a command that is named calls the case: its file, or ``CASE``.
        held: The records that are not to be opened yet.
        limits: Other limits on the act of a clock, by its address: those of programs that extend this one.
    """

    numbers: Mapping[str, int]
    shown: int = sys.maxsize
    ids: bool = False
    plain: bool = False
    file: str = "CASE"
    limits: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    held: frozenset[str] = frozenset()

    def of(self, line: DecidedConclusion | Duty) -> str:
        """Return that a line is provisional and on which questions; empty for what is certain."""
        told = [] if line.standing is Standing.CERTAIN else [self.provisional(line)]
        if isinstance(line, DecidedConclusion):
            told += ["not to be opened yet"] * (line.id == "record" and str(line.things[0]) in self.held)
        elif not line.is_urgent and self.waits(line):
            told.append(IF_OPENED)
        return f" ({'; '.join(told)})" if told else ""

    def waits(self, line: DecidedClock | Duty) -> bool:
        """Return True if every record to which a clock or a duty belongs is not to be opened yet."""
        return bool(line.records) and self.held.issuperset(line.records)

    def provisional(self, line: DecidedConclusion | DecidedClock | Duty) -> str:
        """Return ``provisional``, with the numbers of the questions on which a line rests, or may rest."""
        if self.plain:
            return "provisional"
        if asked := {address for answers in line.rests_on for address, _ in answers}:
            return f"provisional: {self.named(asked)}"
        perhaps = self.numbers.keys() & line.perhaps_on
        return f"provisional: {f'perhaps {self.named(perhaps)}' if perhaps else 'not shown to be certain'}"

    def on_the_page(self, address: str) -> bool:
        """Return True if the page shows a question."""
        return address in self.numbers and self.numbers[address] <= self.shown

    def named(self, addresses: Iterable[str]) -> str:
        """Return some questions by their numbers, and that there are more; by no number where they have none."""
        asked = {*addresses}
        shown = sorted(self.numbers[address] for address in asked if address in self.numbers)[:_MOST]
        if not shown:
            return "an open question"
        more = " and more" if len(asked) > len(shown) else ""
        return f"question{'s' if len(asked) > 1 else ''} {', '.join(map(str, shown))}{more}"

    def command(self, name: str, rest: str = "") -> str:
        """Return a command about the case, as it is typed."""
        return f"cimscore {name} {self.file}{f' {rest}' if rest else ''}"

    def address(self, address: str) -> str:
        """Return an address in brackets, where addresses are told."""
        return f" [{address}]" if self.ids else ""


def marks_of(
    decision: Decision,
    *,
    ids: bool = False,
    plain: bool = False,
    beside: Collection[Decision] = (),
    file: str = "CASE",
    questions: int = sys.maxsize,
) -> LineMarks:
    """Return the marks of a page.

    Args:
        decision: The decision.
        ids: Whether addresses are told.
        plain: Whether provisional lines leave out the numbers of their questions.
        beside: Decisions of other programs that are told beside it.
        file: What a command that is named calls the case.
        questions: How many questions the page shows.
    """
    numbers = {point.address: number for number, point in enumerate(decision.points, 1)}
    held = frozenset(record for law in decision.laws for record, _ in law.holds_back)
    return LineMarks(numbers, questions, ids, plain, file, _limits_on(decision.program, beside), held)


def _limits_on(program: str, beside: Collection[Decision]) -> dict[str, tuple[str, ...]]:
    """Return what programs that extend one ask of the acts of its clocks, in words."""
    found: dict[str, tuple[str, ...]] = {}
    for decision in sorted(beside, key=lambda decision: decision.program):
        for clock in decision.clocks:
            if clock.limits is not None and clock.limits.program == program and isinstance(clock.due, Due):
                said = f"{decision.program} asks for it {'sooner, ' if clock.limits.stricter else ''}by {clock.due}"
                found[clock.limits.clock] = (*found.get(clock.limits.clock, ()), said)
    return found
