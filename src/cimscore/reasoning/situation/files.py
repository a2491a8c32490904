"""Records on file, and the moves that records have made."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from cimscore.author.things import RecordName
from cimscore.author.vocabulary import (
    days_since,
    file_home,
    file_kind,
    has_moved,
    is_file,
    moved,
    moved_by,
    record_has_moved,
    record_moved,
    record_moved_by,
    recorded_as,
)
from cimscore.case import Case, Moment, MoveEntry, RecordEntry, Unknown
from cimscore.clocks import Span
from cimscore.reasoning.situation.facts import Notes


def write_files(notes: Notes, case: Case, zone: ZoneInfo, thresholds: Sequence[int]) -> None:
    """Write down what is on file and how far it has come.

    Args:
        notes: Where to write.
        case: The case.
        zone: Where a day begins.
        thresholds: The numbers of days that rules ask about, sorted.
    """
    for record in case.records:
        made = record_named(record.id, case)
        if made is None:
            notes.state(is_file, record.id)
            notes.state(file_kind, record.id, record.kind)
            for person, role in record.people.items():
                notes.state(recorded_as, person, record.id, role)
            _write_home(notes, record, case)
        for move in record.moves:
            _write_move(notes, record, made or record.id, move, case, zone, thresholds)


def record_named(address: str, case: Case) -> RecordName | None:
    """Return the record to be made that an address names, as in ``notification:north``; None for one on file."""
    kind, colon, rest = address.partition(":")
    of, _, focus = rest.partition("/")
    if not colon:
        return None
    things = (
        ("household", [home.id for home in case.households]),
        ("concern", [concern.id for concern in case.concerns]),
        ("file", [record.id for record in case.records]),
    )
    noun = next((noun for noun, ids in things if of in ids), "case")
    return RecordName(kind, noun, of, focus)


def _write_home(notes: Notes, record: RecordEntry, case: Case) -> None:
    if not isinstance(record.household, Unknown):
        notes.state(file_home, record.id, record.household)
        return
    homes = sorted(home.id for home in case.households)
    notes.leave_open(
        f"household@{record.id}",
        f"About which household is {record.id}?",
        {"": [], **{home: [(file_home, (record.id, home))] for home in homes}},
        working="",
        why="none of these, until it is known",
        words={"": "none of these"},
    )


def _write_move(
    notes: Notes,
    record: RecordEntry,
    named: RecordName | str,
    move: MoveEntry,
    case: Case,
    zone: ZoneInfo,
    thresholds: Sequence[int],
) -> None:
    notes.state(record_has_moved if isinstance(named, RecordName) else has_moved, named, move.move)
    if isinstance(move.by, str):
        notes.state(record_moved_by if isinstance(named, RecordName) else moved_by, named, move.move, move.by)
    received = case.dates.received
    if isinstance(move.at, Moment):
        notes.state(record_moved if isinstance(named, RecordName) else moved, named, move.move, move.at)
        if isinstance(received, Moment):
            _write_days(notes, named, move, (received.day(zone) - move.at.day(zone)).days, thresholds)
        return
    if isinstance(received, Moment):
        notes.state(record_moved if isinstance(named, RecordName) else moved, named, move.move, Span(first=None, last=None, working=received))
    _write_days_open(notes, record.id, named, move, thresholds)


def _write_days(notes: Notes, named: RecordName | str, move: MoveEntry, days: int, thresholds: Sequence[int]) -> None:
    for number in thresholds:
        if days >= number:
            notes.state(days_since, named, move.move, number)


def _write_days_open(
    notes: Notes, id: str, named: RecordName | str, move: MoveEntry, thresholds: Sequence[int]
) -> None:
    edges = [0, *thresholds]
    notes.leave_open(
        f"moved@{id}@{move.move}",
        f"When did {id} make the move {move.move!r}?",
        {edge: [(days_since, (named, move.move, number)) for number in thresholds if number <= edge] for edge in edges},
        working=edges[0],
        why="lately, so that nobody is left untold",
        words={edge: f"{edge} days before the receipt, or more" for edge in edges},
    )
