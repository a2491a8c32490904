"""The open points that a decision tells: what each other answer changes, and what nobody can list the answers of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cimscore.assessment.value import OpenPoint
from cimscore.assessment.words import Words
from cimscore.calendars import Due
from cimscore.case import UNKNOWN
from cimscore.ids import ELSEWHERE
from cimscore.reasoning.deciding import Decided, Otherwise
from cimscore.reasoning.points import Point
from cimscore.reasoning.questions import point_at
from cimscore.reasoning.run import Run
from cimscore.reasoning.trying import Claim
from cimscore.rules import Question
from cimscore.rules.clocks import ClockPart

Change = tuple[str, tuple[str, ...], tuple[str, ...]]


def open_points(decided: Decided, words: Words) -> Iterator[OpenPoint]:
    """Yield the open points that are told, what changes most first.

    Args:
        decided: What was worked out.
        words: The words of the program for the things of the case.
    """
    changes: dict[str, list[Change]] = {address: [] for address in (*_resting(decided), *_unlisted(decided))}
    for other in decided.otherwise:
        changes.setdefault(other.address, []).extend(_change(decided.points[other.address], other, words))
    for address in sorted(changes, key=lambda address: (-_weight(changes[address]), address)):
        yield _told(decided, address, changes[address], words)


def _told(decided: Decided, address: str, changes: list[Change], words: Words) -> OpenPoint:
    point = decided.points.get(address) or point_at(decided.run, address)
    return OpenPoint(
        address=address,
        kind=point.kind.value,
        asks=words.named(point.asks),
        working="" if point.working in (None, UNKNOWN) else point.in_words(point.working),
        why=point.why,
        decided_by=point.decided_by,
        changes=tuple(changes),
    )


def _change(point: Point, other: Otherwise, words: Words) -> Iterator[Change]:
    """Yield what another answer changes, in words; nothing where it only moves what is not told by a sentence."""
    adds, takes = _says(other.adds, words), _says(other.takes, words)
    if adds or takes:
        yield point.in_words(other.value), adds, takes


def _says(claims: tuple[Claim, ...], words: Words) -> tuple[str, ...]:
    return tuple(said for claim in claims if (said := words.claim(claim)))


def _resting(decided: Decided) -> Iterator[str]:
    """Yield the addresses of all points on which something told rests, alone or together with others."""
    for told in decided.told.values():
        yield from (address for answers in told.rests_on for address, _ in answers)


def _unlisted(decided: Decided) -> Iterator[str]:
    """Yield the addresses of points whose answers cannot all be listed, and so not all be tried: a moment, a place."""
    yield from (address for address, point in decided.points.items() if UNKNOWN in point.values)
    ranges = [ClockPart(clock, "due") for clock in decided.run.compiled.program.clocks]
    ranges = [part for part in ranges if any(_is_range(row[-1]) for row in decided.run.value(part).rows)]
    yield from (address for address in _open_places(decided.run) if _is_moved(decided.run, address, ranges))


def _open_places(run: Run) -> Iterator[str]:
    """Yield the addresses of the questions about the case that can be answered by a place, and are not."""
    program = run.compiled.program
    for question in program.questions:
        if _asks_for_a_word(question) and run.value(question).is_open(()):
            yield f"{program.id}/{question.id}@case"


def _asks_for_a_word(question: Question[Any]) -> bool:
    return question.answers is str and not question.things and not question.options and question.working is None


def _is_moved(run: Run, address: str, ranges: list[ClockPart]) -> bool:
    """Return True if a place without holidays of its own gives one of the clocks another day than the open one."""
    key = f"question:{address.rpartition('/')[2].removesuffix('@case')}"
    read = [part for part in ranges if key in run.compiled.reads(part)]
    if not read:
        return False
    other = run.answered(address, ELSEWHERE)
    return any(other.value(part).rows != run.value(part).rows for part in read)


def _is_range(due: object) -> bool:
    return isinstance(due, Due) and not due.exact


def _weight(changes: list[Change]) -> int:
    return max((len(adds) + len(takes) for _, adds, takes in changes), default=0)
