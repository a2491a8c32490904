"""Records on file: their kinds and their people; also the names of new records."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext

from cimscore.case import Case, RecordEntry, Unknown
from cimscore.household_graph import Entered, exists_fact
from cimscore.reasoning.situation.moves import Moves
from cimscore.reasoning.situation.notes import Notes
from cimscore.rules.conditions.things import RecordName
from cimscore.rules.vocabulary import file_kind, has_ended, is_file, recorded_as


def write_files(notes: Notes, entered: Entered, moves: Moves, roles: Sequence[str]) -> None:
    """Write the records on file, and the progress of those and of new records.

    Args:
        notes: Where to write.
        entered: The case.
        moves: Settings for reading moves.
        roles: Words that rules use for people's roles on a record.
    """
    for record in entered.files:
        with notes.facts.only_if(exists_fact(record), True) if isinstance(record.exists, Unknown) else nullcontext():
            _write_file(notes, record, entered, roles)
            moves.write(notes, record, record.id, entered)
    for record in entered.made:
        moves.write(notes, record, record_named(record.id, entered.case) or record.id, entered)


def _write_file(notes: Notes, record: RecordEntry, entered: Entered, roles: Sequence[str]) -> None:
    notes.state(is_file, record.id)
    notes.state(file_kind, record.id, record.kind)
    if record.as_ is not None:
        notes.state(has_ended, record.id)
    for person, role in sorted(record.people.items(), key=lambda entry: entry[0]):
        if not isinstance(role, Unknown):
            notes.state(recorded_as, person, record.id, role)
            continue
        notes.leave_open(
            f"recorded-as@{person}@{record.id}",
            f"As what is {person} recorded in {record.id}?",
            {"": [], **{word: [(recorded_as, (person, record.id, word))] for word in roles}},
            working=roles[0] if len(roles) == 1 and entered.is_likely_child(person) else "",
            why="a child is taken as the one whom the record is about, anybody else as named beside, until it is known",
            words={"": "something else, or not at all"},
        )


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
        ("person", [person.id for person in case.people]),
    )
    noun = next((noun for noun, ids in things if of in ids), "case")
    return RecordName(kind, noun, of, focus)
