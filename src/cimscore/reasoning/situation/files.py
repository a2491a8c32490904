"""Records on file: their kinds and their people; also the names of new records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from typing import Final

from cimscore.case import Case, RecordEntry, Unknown
from cimscore.household_graph import Entered, exists_fact
from cimscore.reasoning.situation.moves import Moves
from cimscore.reasoning.situation.notes import Notes
from cimscore.rules.conditions.things import RecordName
from cimscore.rules.vocabulary import file_kind, has_ended, is_file, recorded_as

_AS_NOBODY: Final = "something else, or not at all"


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
            words={"": _AS_NOBODY},
        )
    for person in _who_may_be_in(record, entered, roles):
        notes.leave_open(
            f"recorded-as@{person}@{record.id}",
            f"As what is {person} recorded in {record.id}?",
            {"": [], **{word: [(recorded_as, (person, record.id, word))] for word in roles}},
            working="",
            why="nobody is entered as the one whom the record is about; until then the concerns are taken as new",
            words={"": _AS_NOBODY},
        )


def _who_may_be_in(record: RecordEntry, entered: Entered, roles: Sequence[str]) -> Iterator[str]:
    """Yield each child whom a record may be about, though nobody enters them, while it names nobody in such a role."""
    if not any(role in roles for role in record.people.values()):
        unsaid = (person.id for person in entered.case.people if person.id not in record.people)
        yield from (person for person in sorted(unsaid) if entered.is_likely_child(person))


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
