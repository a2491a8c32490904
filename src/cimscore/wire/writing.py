"""Writing: a case as a document again, and any value as plain JSON."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Final

import attrs

from cimscore.case import (
    Age,
    Between,
    Case,
    DecisionEntry,
    FactEntry,
    Moment,
    PartialDay,
    Profile,
    Protected,
)
from cimscore.rules import RecordName
from cimscore.wire.document import FORMAT
from cimscore.wire.entries import ENTRIES

_ENTRIES: Final = (*ENTRIES, Age, Profile)


def to_plain(value: object) -> Any:
    """Return any value of cimscore in a form that JSON can hold, with its keys in declared order.

    Things become their addresses, days and moments ISO text, and `UNKNOWN` the word ``unknown``. Only what is
    `Protected` is left out.

    Raises:
        TypeError: The value holds something that has no plain form.
    """
    if not isinstance(value, type | bytes | Protected):
        for types, write in _WRITTEN:
            if isinstance(value, types):
                return write(value)
        if attrs.has(type(value)):
            return _entry(value)
        if isinstance(value, Sequence):
            return _items(value)
    raise TypeError(f"A {type(value).__name__} has no plain form: give a value that is data, not behaviour.")


def write_case(case: Case) -> dict[str, Any]:
    """Return the case as a document that `read_case` reads to an equal case. It never has the notifier.

    A part that is left out means its default.
    """
    sections = {
        field.name: _in_a_document(getattr(case, field.name))
        for field in attrs.fields(Case)
        if field.name not in ("id", "facts", "notifier")
    }
    facts = _facts(case.facts)
    filled = {name: section for name, section in {**sections, "facts": facts}.items() if section}
    return {"cimscore": FORMAT, "id": case.id, **filled}


def write_notifier(case: Case) -> object:
    """Return the notifier as given. Use it only to write the notifier field of a record."""
    return case.notifier.reveal()


def _facts(entries: tuple[FactEntry, ...]) -> dict[str, dict[str, Any]]:
    facts: dict[str, dict[str, Any]] = {}
    for entry in entries:
        program, _, question = entry.question.partition("/")
        answers = facts.setdefault(program, {})
        if entry.about == "case":
            answers[question] = to_plain(entry.answer)
        else:
            answers.setdefault(question, {})[entry.about] = to_plain(entry.answer)
    return facts


def _entry(value: Any) -> dict[str, Any]:
    parts = ((field.name, getattr(value, field.name)) for field in attrs.fields(type(value)))
    return {_key(value, name): to_plain(part) for name, part in parts if not isinstance(part, Protected)}


def _key(entry: object, attribute: str) -> str:
    """Return the key under which a document has an attribute of an entry."""
    return attribute.replace("_", "-") if isinstance(entry, Profile) else attribute.rstrip("_")


def _mapping(value: Mapping[object, object]) -> dict[str, Any]:
    return {str(to_plain(key)): to_plain(part) for key, part in value.items() if not isinstance(part, Protected)}


def _items(value: Iterable[object]) -> list[Any]:
    return [to_plain(item) for item in value if not isinstance(item, Protected)]


def _moment(moment: Moment) -> str:
    """Return the shortest exact form: no seconds if there are none."""
    exact = moment.instant is not None and (moment.instant.second or moment.instant.microsecond)
    return moment.value.isoformat() if exact else str(moment)


# The first that applies counts.
_WRITTEN: Final[tuple[tuple[tuple[type, ...], Callable[[Any], Any]], ...]] = (
    # Before str: a StrEnum is a str too.
    ((enum.Enum,), lambda value: value.value),
    ((bool, int, float, str, type(None)), lambda value: value),
    ((Moment,), _moment),
    ((Between,), lambda between: {"between": [_moment(between.first), _moment(between.last)]}),
    ((dt.date,), lambda value: value.isoformat()),
    ((RecordName, PartialDay), str),
    ((Mapping,), _mapping),
    # Sets have no order, and the output must be the same in every run.
    ((AbstractSet,), lambda value: sorted(_items(value), key=str)),
)


def _in_a_document(value: Any) -> Any:
    """Return a section of a document, or a part of one, without parts that are at their default."""
    if isinstance(value, tuple):
        return [_in_a_document(part) for part in value]
    if type(value) not in _ENTRIES:
        return to_plain(value)
    parts = {field.name: getattr(value, field.name) for field in attrs.fields(type(value)) if _is_said(value, field)}
    written = {_key(value, name): _in_a_document(part) for name, part in parts.items()}
    if isinstance(value, DecisionEntry):
        written["about"] = value.about[0] if len(value.about) == 1 else list(value.about)
    return written


def _is_said(entry: Any, field: Any) -> bool:
    """Return True if a document must write an attribute, because it is not at its default."""
    default = field.default.factory() if hasattr(field.default, "factory") else field.default
    value = getattr(entry, field.name)
    return value is not None and bool(field.name == "about" or value != default)
