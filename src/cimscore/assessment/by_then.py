"""A case as it stood at the moment of an assessment: what was done or decided later is not known yet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from zoneinfo import ZoneInfo

import attrs

from cimscore.case import Between, Case, DecisionEntry, DoneEntry, Moment, MoveEntry, RecordEntry
from cimscore.clocks import Span, by_the_end_of, in_words
from cimscore.grades import NO


def as_it_stood(case: Case, at: Moment | None, zone: ZoneInfo) -> Case:
    """Return a case without each move, act and decision that certainly comes after a moment.

    Args:
        case: The case.
        at: The moment; None if nobody gave one, and then all counts.
        zone: Time zone in which days begin.
    """
    if at is None or not tells_of_later(case, at, zone):
        return case
    return case.as_if(
        records=tuple(attrs.evolve(record, moves=_taken_by(record, at, zone)) for record in case.records),
        decisions=tuple(entry for entry in case.decisions if not _is_later(entry, at, zone)),
        done=tuple(entry for entry in case.done if not _is_later(entry, at, zone)),
    )


def tells_of_later(case: Case, at: Moment, zone: ZoneInfo) -> bool:
    """Return whether a case tells of a move, an act or a decision that certainly comes after a moment.

    Args:
        case: The case.
        at: The moment.
        zone: Time zone in which days begin.
    """
    return any(_later(case, at, zone))


def told_too_late(case: Case, at: Moment | None, zone: ZoneInfo) -> Iterator[str]:
    """Yield a sentence that names what a case tells of a time after the moment of its assessment; none if nothing.

    Args:
        case: The case.
        at: The moment; None if nobody gave one.
        zone: Time zone in which days begin.
    """
    later = [] if at is None else list(_later(case, at, zone))
    if at is not None and later:
        more = f", and {len(later) - 1} more" if later[1:] else ""
        yield f"Left out here, since it comes after {in_words(at, zone)}: {later[0]}{more}."


def _later(case: Case, at: Moment, zone: ZoneInfo) -> Iterator[str]:
    """Yield in words each move, act and decision that comes after a moment."""
    for record in sorted(case.records, key=lambda entry: entry.id):
        for move in record.moves[len(_taken_by(record, at, zone)) :]:
            yield f"the step {move.move} of {record.id}{_on(move, zone)}"
    for act in case.done:
        if _is_later(act, at, zone):
            yield f"{act.act} done for {', '.join(act.for_)}{_on(act, zone)}"
    for decision in case.decisions:
        if _is_later(decision, at, zone):
            yield f"the answer to {decision.question} about {', '.join(decision.about)}{_on(decision, zone)}"


def _taken_by(record: RecordEntry, at: Moment, zone: ZoneInfo) -> tuple[MoveEntry, ...]:
    """Return the moves of a record up to a moment. They are listed in order, so none follows one that is later."""
    return tuple(takewhile(lambda move: not _is_later(move, at, zone), record.moves))


def _is_later(entry: MoveEntry | DoneEntry | DecisionEntry, at: Moment, zone: ZoneInfo) -> bool:
    when = Span(entry.at.first, entry.at.last, entry.at.first) if isinstance(entry.at, Between) else entry.at
    return by_the_end_of(when, at, zone) == NO


def _on(entry: MoveEntry | DoneEntry | DecisionEntry, zone: ZoneInfo) -> str:
    return f" ({in_words(entry.at, zone)})" if isinstance(entry.at, Moment) else ""
