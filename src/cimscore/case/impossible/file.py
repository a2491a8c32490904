"""Impossible things of records on file, and of acts that have been done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from cimscore.case.concerns import ConcernEntry, ConcernKind
from cimscore.case.finished import Finish
from cimscore.case.impossible.contradiction import Contradiction, Impossibility
from cimscore.case.impossible.known import TOLD_IN_PARTS, concerns_of_act, was_known_by
from cimscore.case.impossible.order import surely_before
from cimscore.case.material import Material
from cimscore.case.records import CLOSE, REOPEN, Exists, OnFileEntry, RecordEntry
from cimscore.ids import split_record_address

_RECEIVED: Final = "dates.received"


def _moved_once_closed(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    for path, record in material.records.items():
        closed = -1
        for index, move in enumerate(record.moves):
            if move.move == REOPEN:
                closed = -1
            elif closed >= 0:
                found = f"{move.move!r} of {record.id!r} once it was closed"
                places = (f"{path}.moves[{index}].move", f"{path}.moves[{closed}].move")
                yield rule.at(found, *places, hint=f"If it was opened again, add the move {REOPEN!r}.")
            # The first closing counts, so that everything after it is reported.
            if move.move == CLOSE and closed < 0:
                closed = index


def _not_there_and_moved(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    for path, record in material.records.items():
        if record.exists is Exists.NO and record.moves:
            yield rule.at(f"moves of {record.id!r}, which is not on file", f"{path}.exists", f"{path}.moves")


def _none_and_one_entered(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    for path, none in material.on_file.items():
        if none.exists is not Exists.NO:
            continue
        for place, record in material.records.items():
            if _is_meant(record, none):
                hint = "Say as: ended of a record that is closed, or leave the line under on_file out."
                yield rule.at(f"no {none.kind} on file, and {record.id!r}", path, place, hint=hint)


def _is_meant(record: RecordEntry, none: OnFileEntry) -> bool:
    """Return True if a record goes on, and an answer denies that there is one of its kind, household and person."""
    is_closed = any(move.move == CLOSE for move in record.moves_that_hold)
    goes_on = record.exists is Exists.YES and record.as_ is None and not is_closed
    of_them = none.household in (None, record.household) and (none.person is None or none.person in record.people)
    return goes_on and of_them and record.kind == none.kind and split_record_address(record.id) is None


def _superseded_by_something(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    entries: Mapping[str, RecordEntry | ConcernEntry] = {**material.records, **material.concerns}
    for path, entry in entries.items():
        by = entry.superseded_by
        if by is not None and (entry.as_ is not Finish.SUPERSEDED or by == entry.id):
            found = f"{entry.id!r} superseded by {by!r}{'' if by == entry.id else ', and not said to be superseded'}"
            yield rule.at(found, f"{path}.superseded_by", hint="Write as: superseded beside superseded_by.")


def _nothing_and_somebody_responsible(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    for path, concern in material.concerns.items():
        if concern.kind is ConcernKind.NOTHING and isinstance(concern.responsible, tuple) and concern.responsible:
            found = f"{concern.id!r} alleges nothing, and {', '.join(concern.responsible)} as responsible"
            yield rule.at(found, f"{path}.kind", f"{path}.responsible")


def _done_too_soon(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    on_file = material.names.in_sections(["records"])
    for path, done in material.done.items():
        # An act about a record on file, or about what was known before, may be older than this information.
        older = on_file & set(done.for_) or any(was_known_by(material, of, done.at) for of in concerns_of_act(done))
        if surely_before(done.at, material.received) and not older:
            found = f"{done.act!r} done at {done.at}, received at {material.received}"
            yield rule.at(found, f"{path}.at", _RECEIVED, hint=TOLD_IN_PARTS)
        for of in concerns_of_act(done):
            place, concern = material.concerns_by_id.get(of, ("", None))
            if concern and surely_before(done.at, concern.occurred):
                found = f"{done.act!r} done at {done.at} for {of!r}, which happened at {concern.occurred}"
                yield rule.at(found, f"{path}.at", f"{place}.occurred")


MOVED_ONCE_CLOSED: Final = Impossibility(
    name="moved-once-closed",
    sentence="A record that is closed makes no more moves, unless it is opened again.",
    find=_moved_once_closed,
)
NOT_THERE_AND_MOVED: Final = Impossibility(
    name="not-there-and-moved",
    sentence="A record that does not exist has made no moves.",
    find=_not_there_and_moved,
)
NONE_AND_ONE_ENTERED: Final = Impossibility(
    name="none-and-one-entered",
    sentence="If no record of a kind is on file, no record of that kind is entered.",
    find=_none_and_one_entered,
)
SUPERSEDED_BY_SOMETHING: Final = Impossibility(
    name="superseded-by-something",
    sentence="An entry with superseded_by says as: superseded, and names another entry.",
    find=_superseded_by_something,
)
NOTHING_AND_SOMEBODY_RESPONSIBLE: Final = Impossibility(
    name="nothing-and-somebody-responsible",
    sentence="A call that alleges nothing holds nobody responsible for it.",
    find=_nothing_and_somebody_responsible,
)
DONE_TOO_SOON: Final = Impossibility(
    name="done-too-soon",
    sentence="Nothing is done about a concern before it happened, or before it was received or known.",
    find=_done_too_soon,
)
OF_THE_FILE: Final = (
    MOVED_ONCE_CLOSED,
    NOT_THERE_AND_MOVED,
    NONE_AND_ONE_ENTERED,
    SUPERSEDED_BY_SOMETHING,
    NOTHING_AND_SOMEBODY_RESPONSIBLE,
    DONE_TOO_SOON,
)
