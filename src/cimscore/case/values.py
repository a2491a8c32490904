"""Types of the values in a case that was built in Python: each as its class declares it, nothing converted."""

from __future__ import annotations

import builtins
import datetime as dt
import enum
import types
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from cimscore import ids
from cimscore.case.concerns import ConcernKind
from cimscore.case.finished import Finish
from cimscore.case.households import ResidenceKind
from cimscore.case.kin import RelationshipKind
from cimscore.case.moments import Between, Moment
from cimscore.case.notifier import Protected
from cimscore.case.people import Gender, Home
from cimscore.case.places import PlaceKind, State
from cimscore.case.profiles import Part, Recorded
from cimscore.case.records import Exists
from cimscore.case.texts import odd_sign
from cimscore.case.unknown import Unknown
from cimscore.errors import Problem

_ANSWERS = (bool, int, str, dt.date, Moment, Between, Unknown)
_LONGEST_QUOTE = 60
_PLAIN = {
    bool, str, dt.date, type(None), Unknown,
    ConcernKind, Exists, Finish, Gender, Home, Part, PlaceKind, Recorded, RelationshipKind, ResidenceKind, State,
}  # fmt: skip


@attrs.frozen
class _DeclaredField:
    """An attribute as declared, with the types that need no further look."""

    name: str
    hint: Any
    plain: frozenset[type]


def wrong_values(entry: Any, path: str = "") -> Iterator[Problem]:
    """Find every value in an attrs object, and in those it holds, that is not of its declared type."""
    entry_type: Any = type(entry)
    for field in _fields(entry_type):
        value = getattr(entry, field.name)
        # Most values pass this quick test. Only the rest need the slower look.
        if type(value) not in field.plain or (type(value) is str and not value.isprintable()):
            name = field.name.rstrip("_")
            yield from _wrong(value, field.hint, f"{path}.{name}" if path else name)


def _wrong(value: object, hint: Any, where: str) -> Iterator[Problem]:
    inner = _entries_in(hint)
    if inner is not None and type(value) is tuple:
        for index, part in enumerate(value):
            yield from _wrong(part, inner, f"{where}[{index}]")
    elif type(value) in _choices(hint) and attrs.has(type(value)) and type(value) is not Moment:
        yield from wrong_values(value, where)
    elif not _fits(value, hint):
        found = "something else" if hint is Protected else _shown(value)
        yield Problem(where=where, found=found, expected=_in_words(hint), hint=_meant(value, hint))
    elif isinstance(value, str) and (odd := odd_sign(value)):
        yield Problem(where=where, found=odd, expected="text that can be shown", hint="Take the sign away.")


def wrong_ids(entry: Any, path: str) -> Iterator[Problem]:
    """Yield a problem if the id of an entry, or of the case, is not a valid id."""
    may_be_address = hasattr(entry, "moves")
    if not (ids.is_id(entry.id) or (may_be_address and ids.split_record_address(entry.id))):
        expected = "an id (letters, digits, . _ -)"
        yield Problem(where=f"{path}.id".lstrip("."), found=_shown(entry.id), expected=expected)


@cache
def _fields(entry: Any) -> tuple[_DeclaredField, ...]:
    hints = get_type_hints(entry)
    names = [field.name for field in attrs.fields(entry)]
    return tuple(_DeclaredField(name, hints[name], frozenset(_PLAIN & set(_choices(hints[name])))) for name in names)


@cache
def _choices(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)


@cache
def _entries_in(hint: Any) -> Any:
    """Return the type of the entries in a tuple of entries; None for any other type."""
    arguments = get_args(hint)
    return arguments[0] if get_origin(hint) is tuple and attrs.has(arguments[0]) else None


def _fits(value: object, hint: Any) -> bool:
    return any(_is(value, choice) for choice in _choices(hint))


def _is(value: Any, choice: Any) -> bool:
    if choice is object:
        return isinstance(value, _ANSWERS) or (type(value) is tuple and all(_is(part, object) for part in value))
    origin = get_origin(choice)
    if origin is tuple:
        return type(value) is tuple and all(_is(part, get_args(choice)[0]) for part in value)
    if origin is not None:
        words = isinstance(value, Mapping) and all(type(key) is str for key in value)
        return words and all(type(word) is str or isinstance(word, Unknown) for word in value.values())
    # "is", not isinstance: True must not pass for a number, nor an instant for a day.
    return type(value) is choice and not (choice is Moment and not isinstance(value.value, dt.date))


def _in_words(hint: Any) -> str:
    return ", or ".join(_choice_in_words(choice) for choice in _choices(hint))


def _choice_in_words(choice: Any) -> str:
    if choice is object:
        return "a bool, an int, a str, a date, a Moment, UNKNOWN, or a tuple of them"
    if get_origin(choice) is tuple:
        return f"a tuple of {get_args(choice)[0].__name__}"
    if get_origin(choice) is not None:
        return "a mapping from str to str"
    if isinstance(choice, type) and issubclass(choice, enum.StrEnum):
        return f"{choice.__name__} ({', '.join(choice)})"
    special = {type(None): "None", Unknown: "UNKNOWN", Protected: "a Protected value"}
    return special.get(choice, f"exactly {choice.__module__}.{choice.__name__}".replace("builtins.", ""))


def _meant(value: object, hint: Any) -> str:
    words = [choice for choice in _choices(hint) if isinstance(choice, type) and issubclass(choice, enum.StrEnum)]
    return ids.did_you_mean(value, [word.value for word in words[0]]) if words and isinstance(value, str) else ""


def _shown(value: object) -> str:
    quoted = repr(value) if isinstance(value, str | int | float | dt.date | enum.Enum | None) else ""
    kind = type(value)
    # The bool of numpy has the name of Python's own.
    name = f"{kind.__module__.partition('.')[0]}.{kind.__name__}" if kind.__name__ in dir(builtins) else kind.__name__
    name = name.removeprefix("builtins.")
    return f"{quoted[:_LONGEST_QUOTE]} ({name})" if quoted else f"a {name}"
