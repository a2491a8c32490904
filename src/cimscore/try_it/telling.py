"""A decision as the parts that a page shows: clocks, questions, and what holds, each with its clauses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cimscore.assessment import DecidedClock, DecidedConclusion, Decision, OpenPoint, Words
from cimscore.publishing.pages.book.changed import change_in_words
from cimscore.publishing.pages.cases.verdict import day_of
from cimscore.reasoning.points.points import PointKind

Plain = dict[str, Any]


def told_of(decision: Decision, words: Words) -> Plain:
    """Return what a page shows of a decision.

    Args:
        decision: The decision.
        words: The words of its program for the things of the case.
    """
    return {
        "title": decision.title,
        "state": decision.state.value,
        "because": list(decision.because),
        "clocks": [_clock(clock, words) for clock in decision.clocks],
        "open": [_open(point) for point in decision.points if point.kind in _OPEN],
        "otherwise": [_open(point) for point in decision.points if point.kind not in _OPEN and point.changes],
        "holds": list(_holds(decision)),
    }


_OPEN = (PointKind.FACT, PointKind.DECISION, PointKind.EDITION)


def _clock(clock: DecidedClock, words: Words) -> Plain:
    return {
        "what": clock.what,
        "who": clock.who,
        "about": ", ".join(map(words.name, clock.things)),
        "due": day_of(clock),
        "sure": clock.standing.value,
        "clauses": list(clock.clauses),
    }


def _open(point: OpenPoint) -> Plain:
    changes = [[answer, "; ".join(change_in_words(adds, takes))] for answer, adds, takes in point.changes]
    return {
        "address": point.address,
        "asks": point.asks,
        "whose": point.decided_by or point.ask,
        "working": point.working,
        "why": point.why,
        "changes": changes or [["", point.without_changes]],
    }


def _holds(decision: Decision) -> Iterator[Plain]:
    for line in decision.conclusions:
        if not line.leading:
            yield _held(line)


def _held(line: DecidedConclusion) -> Plain:
    return {"topic": line.topic, "says": line.says, "sure": line.standing.value, "clauses": list(line.clauses)}
