"""Records on file: what they are and whom they name; and the names of records to be made."""

from __future__ import annotations

from cimscore.case import Case
from cimscore.household_graph import Entered
from cimscore.reasoning.situation.moves import Moves
from cimscore.reasoning.situation.notes import Notes
from cimscore.rules.things import RecordName
from cimscore.rules.vocabulary import file_kind, is_file, recorded_as


def write_files(notes: Notes, entered: Entered, moves: Moves) -> None:
    """Write down what is on file, and how far it and the records to be made have come.

    Args:
        notes: Where to write.
        entered: The case.
        moves: How moves are read.
    """
    for record in sorted(entered.case.records, key=lambda record: record.id):
        made = record_named(record.id, entered.case)
        if made is None:
            notes.state(is_file, record.id)
            notes.state(file_kind, record.id, record.kind)
            for person, role in sorted(record.people.items()):
                notes.state(recorded_as, person, record.id, role)
        moves.write(notes, record, made or record.id, entered)


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
