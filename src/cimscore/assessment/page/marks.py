"""Marks of provisional lines: the numbers of the questions on which they rest."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from cimscore.assessment.decision.duty import Duty
from cimscore.assessment.decision.standing import Standing
from cimscore.assessment.decision.undecided import OpenPoint
from cimscore.assessment.decision.value import DecidedClock, DecidedConclusion, Decision
from cimscore.assessment.owed.learning import ToLearn, to_learn
from cimscore.assessment.page.readings import shown_unclear, unclear_points_of
from cimscore.assessment.page.room import UNBOUNDED, Room
from cimscore.calendars import Due

IF_OPENED: Final = "only if it is opened"


@attrs.frozen
class LineMarks:
    """Marks that a page puts behind its lines.

    Attributes:
        numbers: The number of each open question, of what is to be learnt and of each unclear point, by address.
        printed: Those that the page shows.
        ids: Whether addresses are told.
        plain: Whether provisional lines leave out the numbers, so that more of them can be told together.
        led: Whether the head of the page has the numbers all the same.
        file: What a command that is named calls the case: its file, or ``CASE``.
        held: The records that are not to be opened yet.
        limits: Other limits on the act of a clock, by its address: those of programs that extend this one.
    """

    numbers: Mapping[str, int]
    printed: frozenset[str] = frozenset()
    ids: bool = False
    plain: bool = False
    file: str = "CASE"
    limits: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    held: frozenset[str] = frozenset()
    led: bool = False

    def of(self, line: DecidedConclusion | Duty) -> str:
        """Return that a line is provisional and on which questions; empty for what is certain."""
        told = [] if line.standing is Standing.CERTAIN else [self.provisional(line)]
        if isinstance(line, DecidedConclusion):
            told += ["not to be opened yet"] * (line.id == "record" and str(line.things[0]) in self.held)
        elif not (line.is_urgent or line.in_any_case) and self.waits(line):
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
        """Return True if the page shows a question, or an unclear point of the policy."""
        return address in self.printed

    def named(self, addresses: Iterable[str]) -> str:
        """Return some questions by the numbers that the page shows, and how many more there are."""
        asked = {*addresses}
        shown = sorted(self.numbers[address] for address in asked & self.printed)
        left = len(asked) - len(shown)
        if not shown:
            return "an open question" if left == 1 else f"{left} open questions"
        more = f" and {left} more" if left else ""
        return f"question{'s' if len(asked) > 1 else ''} {', '.join(spans(shown))}{more}"

    def command(self, name: str, rest: str = "") -> str:
        """Return a command about the case, as it is typed."""
        return f"cimscore {name} {self.file}{f' {rest}' if rest else ''}"

    def address(self, address: str) -> str:
        """Return an address in brackets, where addresses are told."""
        return f" [{address}]" if self.ids else ""


def spans(numbers: Sequence[int]) -> Iterator[str]:
    """Yield numbers in order, three or more in a row as ``1 to 3``.

    Args:
        numbers: The numbers, in order.
    """
    for _, row in itertools.groupby(enumerate(numbers), key=lambda place: place[1] - place[0]):
        first, *others = (number for _, number in row)
        yield from [f"{first} to {others[-1]}"] if len(others) > 1 else map(str, (first, *others))


def asked_in(decision: Decision) -> tuple[OpenPoint | ToLearn, ...]:
    """Return what a page asks, in its order: what is open, what is to be learnt, the editions that change nothing.

    Args:
        decision: The decision.
    """
    idle = [point for point in decision.points if point.is_idle]
    return (*(point for point in decision.points if not point.is_idle), *to_learn(decision.duties), *idle)


def marks_of(
    decision: Decision,
    room: Room = UNBOUNDED,
    *,
    ids: bool = False,
    beside: Collection[Decision] = (),
    file: str = "CASE",
    leading: Collection[str] = (),
) -> LineMarks:
    """Return the marks of a page.

    Args:
        decision: The decision.
        room: How much the page tells.
        ids: Whether addresses are told.
        beside: Decisions of other programs that are told beside it.
        file: What a command that is named calls the case.
        leading: Addresses of the questions on which its head rests.
    """
    asked = asked_in(decision)
    unclear = unclear_points_of(decision)
    addresses = [*(asking.address for asking in asked), *(point.address for point in unclear)]
    numbers = {address: number for number, address in enumerate(addresses, 1)}
    shown = shown_unclear(unclear, room.unclear, room.put_off)
    head = {*sorted(leading, key=numbers.__getitem__)[: room.led]}
    first = sorted((asking.address for asking in asked), key=lambda address: address not in head)
    printed = frozenset((*first[: max(room.questions, len(head))], *(point.address for point in shown)))
    held = frozenset(record for law in decision.laws for record, _ in law.holds_back)
    return LineMarks(numbers, printed, ids, room.plain, file, _limits_on(decision.program, beside), held, room.led > 0)


def _limits_on(program: str, beside: Collection[Decision]) -> dict[str, tuple[str, ...]]:
    """Return what programs that extend one ask of the acts of its clocks, in words."""
    found: dict[str, tuple[str, ...]] = {}
    for decision in sorted(beside, key=lambda decision: decision.program):
        for clock in decision.clocks:
            if clock.limits is not None and clock.limits.program == program and isinstance(clock.due, Due):
                said = f"{decision.program} asks for it {'sooner, ' if clock.limits.stricter else ''}by {clock.due}"
                found[clock.limits.clock] = (*found.get(clock.limits.clock, ()), said)
    return found
