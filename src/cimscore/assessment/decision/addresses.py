"""Addresses of conclusions, as people write them: ``role@ari@notification:north``."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean, split_record_address
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.graded import EMPTY, Tuple, by_text
from cimscore.reasoning.reasons.support import bound_by_head
from cimscore.reasoning.run import Run
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.things import (
    Concern,
    File,
    Household,
    Person,
    Place,
    Record,
    RecordName,
    Value,
    Variable,
)
from cimscore.rules.rows.clocks import ClockPart
from cimscore.rules.rows.conclusions import RECORD, Conclusion, RecordKind
from cimscore.rules.vocabulary import is_withdrawn

Meant = tuple[Predicate, tuple[Tuple, ...]]
"""A conclusion or the part of a clock that says whether it is owed, and the things that an address may mean."""

MOST_MEANT: Final = 40
"""So many things at most are explained for an address that leaves some open."""
_LISTS: Final[Mapping[type[Variable], str]] = {
    Person: "relation:is-person",
    Household: "relation:is-home",
    Place: "relation:is-place",
    Concern: "relation:is-concern",
    File: "relation:is-file",
}


def meant_by(decided: Decided, address: str) -> Meant:
    """Return what an address names, with the things it is reported for, or else those it could be true for.

    Args:
        decided: What was decided.
        address: The id of a conclusion or clock, then as many of its things as are meant, each after ``@``. The
            program need not be named.

    Raises:
        UnknownNameError: There is no such conclusion or clock, or one of the things is not in the case.
    """
    run = decided.run
    id, *given = address.split("@")
    predicate = _named(run, id.rpartition("/")[2] if id.rpartition("/")[0] in run.compiled.program.owners else id)
    columns = predicate.columns
    if len(given) > len(columns):
        names = " and ".join(str(column) for column in columns) or "nothing"
        raise UnknownNameError("conclusion", address, (), f"{id} is about {names}.")
    for place, text in enumerate(given):
        _refuse_unless_there(run, predicate, place, text)
    held = _held(decided, predicate, given)
    return predicate, held or tuple(itertools.islice(_imagined(run, predicate, given), MOST_MEANT))


def _named(run: Run, id: str) -> Predicate:
    program = run.compiled.program
    known: dict[str, Predicate] = {clock.id: clock.part("owed") for clock in program.clocks}
    known.update({conclusion.id: conclusion for conclusion in program.conclusions})
    if id not in known:
        raise UnknownNameError("conclusion", id, known, did_you_mean(id, known))
    return known[id]


def _held(decided: Decided, predicate: Predicate, given: Sequence[str]) -> tuple[Tuple, ...]:
    """Return the reported things that begin with the given ones."""
    fit = (things for things in decided.of(predicate.key) if _begins(things, given))
    return tuple(sorted(fit, key=by_text))


def _begins(things: Tuple, given: Sequence[str]) -> bool:
    # Not strict: an address may leave out the last things, and then means every one of them.
    return all(str(thing) == text for thing, text in zip(things, given, strict=False))


def _imagined(run: Run, predicate: Predicate, given: Sequence[str]) -> Iterator[Tuple]:
    """Yield the things for which something could be true: the given ones, with every one that could follow."""
    texts = [*given, *([None] * (len(predicate.columns) - len(given)))]
    choices = [list(_choices(run, predicate, place, text)) for place, text in enumerate(texts)]
    for things in itertools.product(*choices):
        if isinstance(predicate, ClockPart) or _may_give(predicate, things):
            yield things


def _may_give(predicate: Predicate, things: Tuple) -> bool:
    rows = predicate.rows if isinstance(predicate, Conclusion) else []
    return any(bound_by_head(row, things) is not None for row in rows)


def _choices(run: Run, predicate: Predicate, place: int, text: str | None) -> Iterable[Any]:
    column = predicate.columns[place]
    listed = _things_of(run, column) or _values_of(run, predicate, place)
    if text is None:
        return sorted(listed, key=str)
    fit = [thing for thing in listed if str(thing) == text]
    record = _record(run, text) if isinstance(column, Record) else None
    return fit or ([record] if record is not None else [text])


def _refuse_unless_there(run: Run, predicate: Predicate, place: int, text: str) -> None:
    """Raise an error if a thing is not in the case. What is concluded of something is known by its name, too."""
    column = predicate.columns[place]
    if isinstance(column, Value):
        return
    held = {things[place] for things in run.value(predicate).rows}
    known = {str(thing) for thing in held | _things_of(run, column)}
    if text not in known and not (isinstance(column, Record) and _record(run, text) is not None):
        hint = _why_withdrawn(run, text) or did_you_mean(text, known)
        raise UnknownNameError(f"{column.noun} in the case", text, known, hint)


def _why_withdrawn(run: Run, text: str) -> str:
    """Return why nothing is concluded of a concern, or of a record of it, that is withdrawn; else empty."""
    address = split_record_address(text)
    id = address[1] if address else text
    if (id,) not in run.situation.base.get(is_withdrawn.key, EMPTY).rows:
        return ""
    return f"{id} is withdrawn, so nothing is concluded of it. Leave `as: withdrawn` out to see what it calls for."


def _things_of(run: Run, column: type[Variable] | Variable) -> set[Any]:
    """Return the things of a kind in the case, or the records that may be made."""
    if isinstance(column, Record):
        made = run.compiled.program.predicates.get(RECORD)
        return set() if made is None else {things[0] for things in run.value(made).rows}
    key = _LISTS.get(type(column)) if isinstance(column, Variable) else None
    return set() if key is None else {row[0] for row in run.situation.base.get(key, EMPTY).rows}


def _values_of(run: Run, predicate: Predicate, place: int) -> set[Any]:
    """Return the values that a place can have: those of its rows, and those that a row names."""
    found = {things[place] for things in run.value(predicate).rows}
    for row in predicate.rows if isinstance(predicate, Conclusion) else []:
        term = row.head[place]
        if isinstance(term, str | int) and not isinstance(term, Variable):
            found.add(term)
    return found


def _record(run: Run, text: str) -> RecordName | None:
    """Return the record that an address names, if the program makes records of that kind of something in the case."""
    parts = split_record_address(text)
    kinds = {kind.name for kind in run.compiled.program.of_kind(RecordKind)}
    if parts is None or parts[0] not in kinds:
        return None
    kind, of, focus = parts
    for column in (Household, Concern, File, Person):
        if of in {row[0] for row in run.situation.base.get(_LISTS[column], EMPTY).rows}:
            return RecordName(kind, column.noun, of, focus)
    return RecordName(kind, "case", of, focus) if of == "case" else None
