"""Days and moments that cannot be in this order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Final

from cimscore.case.births import first_and_last
from cimscore.case.impossible.contradiction import Contradiction, Impossibility
from cimscore.case.impossible.known import TOLD_IN_PARTS, was_known_by
from cimscore.case.impossible.order import surely_before
from cimscore.case.material import Material
from cimscore.case.moments import Moment, day_written
from cimscore.case.people import PersonEntry
from cimscore.case.unknown import Unknown
from cimscore.ids import split_record_address

_RECEIVED: Final = "dates.received"
_LONGEST_UNBORN: Final = 310
"""Days before a birth on which somebody may be spoken of, with some to spare: about ten months."""


def _born_after_everything(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    known = {path: moment for path, moment in _moments(material).items() if isinstance(moment, Moment)}
    if len(known) < len(_moments(material)):  # whatever is without a date may be later
        return
    latest = max(known, key=lambda path: day_written(known[path]))
    for path, person in material.people.items():
        if person.unborn or isinstance(person.born, Unknown):
            continue
        if first_and_last(person.born)[0] > day_written(known[latest]):
            found = f"{_born(person)}, after the latest moment of the case ({known[latest]})"
            hint = "For an unborn child write unborn; for one born since, write unborn as well as born."
            yield rule.at(found, f"{path}.born", latest, hint=hint)


def _named_too_early(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    received = material.received
    if not isinstance(received, Moment):
        return
    for path, concern in material.concerns.items():
        named = ("about", concern.about), ("present", concern.present), ("responsible", concern.responsible)
        for part, who in named:
            for place, person in _people(who, material):
                if isinstance(person.born, Unknown):
                    continue
                if (first_and_last(person.born)[0] - day_written(received)).days > _LONGEST_UNBORN:
                    found = f"{concern.id!r}, received at {received}, names {_born(person)}"
                    yield rule.at(found, f"{place}.born", f"{path}.{part}", _RECEIVED)


def _people(ids: tuple[str, ...] | Unknown, material: Material) -> list[tuple[str, PersonEntry]]:
    named = () if isinstance(ids, Unknown) else ids
    return [material.people_by_id[person] for person in named if person in material.people_by_id]


def _unborn_and_born(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    received = material.received
    for path, person in material.people.items():
        if person.unborn is None or isinstance(person.born, Unknown):
            continue
        if isinstance(received, Moment) and first_and_last(person.born)[1] <= day_written(received):
            hint = "Leave out unborn, or leave out born unless the birth came after the information was received."
            found = f"{_born(person)}, and unborn when the information was received"
            yield rule.at(found, f"{path}.born", f"{path}.unborn", _RECEIVED, hint=hint)


def _incident_after_receipt(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    for path, concern in material.concerns.items():
        if surely_before(material.received, concern.occurred):
            found = f"{concern.id!r} at {concern.occurred}, received at {material.received}"
            yield rule.at(found, f"{path}.occurred", _RECEIVED)


def _decided_before_received(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    on_file = material.names.in_sections(["records"])
    for path, decision in material.decisions.items():
        if surely_before(decision.at, material.received) and not on_file & set(decision.about):
            found = f"{decision.question!r} decided at {decision.at}, received at {material.received}"
            yield rule.at(found, f"{path}.at", _RECEIVED)


def _moved_out_of_order(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    for path, record in material.records.items():
        known = [(move.move, move.at) for move in record.moves if isinstance(move.at, Moment)]
        for (before, earlier), (name, later) in pairwise(known):
            if surely_before(later, earlier):
                found = f"{name!r} at {later} after {before!r} at {earlier}"
                yield rule.at(found, f"{path}.moves")


def _moved_before_it_happened(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    for path, record in material.records.items():
        _, of, _ = split_record_address(record.id) or ("", "", "")
        place, concern = material.concerns_by_id.get(of, ("", None))
        for index, move in enumerate(record.moves if concern else ()):
            if concern and surely_before(move.at, concern.occurred):
                found = f"{move.move!r} at {move.at} for {concern.id!r}, which happened at {concern.occurred}"
                yield rule.at(found, f"{path}.moves[{index}].at", f"{place}.occurred")


def _moved_before_received(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    for path, record in material.records.items():
        named = split_record_address(record.id)
        for index, move in enumerate(record.moves if named else ()):
            if named and surely_before(move.at, material.received) and not was_known_by(material, named[1], move.at):
                found = f"{move.move!r} of {record.id!r} at {move.at}, received at {material.received}"
                yield rule.at(found, f"{path}.moves[{index}].at", _RECEIVED, hint=TOLD_IN_PARTS)


def _moments(material: Material) -> dict[str, object]:
    """Return the moments of the case by which a person must have been born, by path."""
    return dict(
        chain(
            [(_RECEIVED, material.received)],
            ((f"{path}.at", decision.at) for path, decision in material.decisions.items()),
            (
                (f"{path}.moves[{index}].at", move.at)
                for path, record in material.records.items()
                for index, move in enumerate(record.moves)
            ),
        )
    )


def _born(person: PersonEntry) -> str:
    return f"{person.label} ({person.id}) born on {person.born}"


BORN_AFTER_EVERYTHING: Final = Impossibility(
    name="born-after-everything",
    sentence="Nobody has a birthday that comes after everything in the case.",
    find=_born_after_everything,
)
NAMED_TOO_EARLY: Final = Impossibility(
    name="named-too-early",
    sentence="A concern names nobody who is born more than ten months after it was received.",
    find=_named_too_early,
)
UNBORN_AND_BORN: Final = Impossibility(
    name="unborn-and-born",
    sentence="Nobody was born already while they were unborn.",
    find=_unborn_and_born,
)
INCIDENT_AFTER_RECEIPT: Final = Impossibility(
    name="incident-after-receipt",
    sentence="Nothing happens after the information about it was received.",
    find=_incident_after_receipt,
)
DECIDED_BEFORE_RECEIVED: Final = Impossibility(
    name="decided-before-received",
    sentence="Nothing is decided before the information was received, except about a record on file.",
    find=_decided_before_received,
)
MOVED_OUT_OF_ORDER: Final = Impossibility(
    name="moved-out-of-order",
    sentence="The moves of a record are listed in the order in which they happened.",
    find=_moved_out_of_order,
)
MOVED_BEFORE_IT_HAPPENED: Final = Impossibility(
    name="moved-before-it-happened",
    sentence="A record makes no move before what it records has happened.",
    find=_moved_before_it_happened,
)
MOVED_BEFORE_RECEIVED: Final = Impossibility(
    name="moved-before-received",
    sentence="A record that is proposed makes no move before the information was received, or its concern was known.",
    find=_moved_before_received,
)
