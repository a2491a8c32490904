"""Concerns: what is alleged, and when it happened."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from cimscore.case import ALLEGED, Between, ConcernEntry, ConcernKind, Finish, Moment, Unknown
from cimscore.clocks import Span, before
from cimscore.grades import CERTAIN
from cimscore.household_graph import Entered
from cimscore.ids import split_record_address
from cimscore.reasoning.situation.notes import Notes
from cimscore.rules.vocabulary import is_concern, is_of_kind, is_withdrawn, occurred


def write_concerns(notes: Notes, entered: Entered, receipt: Moment | Span | None, zone: ZoneInfo) -> None:
    """Write down what each concern alleges and when it happened.

    Args:
        notes: Where to write.
        entered: The case.
        receipt: When the information was received, as far as it is known.
        zone: Where a day begins.
    """
    for concern in entered.concerns:
        notes.state(is_concern, concern.id)
        _write_kind(notes, concern)
        _write_moment(notes, concern, entered, receipt, zone)
    for concern in sorted(entered.case.concerns, key=lambda entry: entry.id):
        if concern.as_ is Finish.WITHDRAWN:
            notes.state(is_withdrawn, concern.id)


def _write_kind(notes: Notes, concern: ConcernEntry) -> None:
    if not isinstance(concern.kind, Unknown):
        notes.state(is_of_kind, concern.id, concern.kind)
        return
    notes.leave_open(
        f"kind@{concern.id}",
        f"What does {concern.id} allege?",
        {kind: [(is_of_kind, (concern.id, kind))] for kind in ALLEGED},
        working=ConcernKind.HARM,
        why="harm, until it is known",
    )


def _write_moment(
    notes: Notes, concern: ConcernEntry, entered: Entered, receipt: Moment | Span | None, zone: ZoneInfo
) -> None:
    if isinstance(concern.occurred, Moment):
        notes.state(occurred, concern.id, concern.occurred)
    elif isinstance(concern.occurred, Between):
        told = concern.occurred
        notes.leave_within(
            f"occurred@{concern.id}",
            f"When did {concern.id} happen?",
            occurred,
            concern.id,
            span=Span(first=told.first, last=told.last, working=told.first),
            why="the soonest that it can have been, so that no clock is missed",
        )
    elif receipt is not None and concern.kind is not ConcernKind.NOTHING:
        last, working = (receipt.last, receipt.working) if isinstance(receipt, Span) else (receipt, receipt)
        known = _first_known(concern, entered, working, zone)
        notes.leave_within(
            f"occurred@{concern.id}",
            f"When did {concern.id} happen?",
            occurred,
            concern.id,
            span=Span(first=None, last=last, working=known),
            why="not after the information was received" if known == working else "not after it is said to be known",
        )


def _first_known(concern: ConcernEntry, entered: Entered, receipt: Moment, zone: ZoneInfo) -> Moment:
    """Return the first moment of what is told of a concern, or of its records: it had happened by then."""
    told = [fact.answer for fact in entered.case.facts if fact.about == concern.id]
    for record in entered.case.records:
        address = split_record_address(record.id)
        if address is not None and address[1] == concern.id:
            told += [move.at for move in record.moves]
    first = receipt
    for moment in sorted((moment for moment in told if isinstance(moment, Moment)), key=str):
        first = moment if before(moment, first, zone) == CERTAIN else first
    return first
