"""Every public name crosses from one process to another: itself, a value of its kind, an error with its message."""

from __future__ import annotations

import collections.abc
import datetime as dt
import enum
import importlib
import importlib.util
import inspect
import pickle
import types
import typing
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs
import pytest

import cimscore
from cimscore.assessment import words_for
from cimscore.composition import load_rulebook, vocabulary_of
from cimscore.errors import RulebookError
from cimscore.wire.examples import load_examples

NAMES: Final = Path(__file__).parents[1] / "site" / "names.py"
SAMPLES: Final[dict[object, object]] = {
    dt.date: dt.date(2025, 3, 3),
    dt.time: dt.time(9),
    dt.datetime: dt.datetime(2025, 3, 3, 9, tzinfo=dt.UTC),
    dt.tzinfo: dt.UTC,
    ZoneInfo: ZoneInfo("Australia/Brisbane"),
    int: 1,
    bool: True,
    bytes: b"{}",
    RulebookError: RulebookError([]),
    UnicodeError: UnicodeEncodeError("ascii", "é", 0, 1, "not ascii"),
} | dict.fromkeys((str, object, Any, inspect.Parameter.empty), "some-word")
"""What stands for a part of a value that no worked example has."""
OF_THIS_PROCESS: Final = {
    ("cimscore.plugins", "hookimpl"),
    ("cimscore.interview", "Sitting"),
    ("cimscore.many", "CaseReader"),
    ("cimscore.many", "Input"),
}
"""No values: the mark of pluggy, an interview that goes on, a stream of cases and what reads it."""


def public() -> Iterator[tuple[str, str]]:
    """Each public name with the package to import it from, as the page of names lists them."""
    spec = importlib.util.spec_from_file_location("names", NAMES)
    assert spec is not None and spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    yield from ((package, name) for package in script.PACKAGES for name in script.public(package))


def held(package: str, name: str) -> Any:
    return getattr(importlib.import_module(package), name)


def parts(value: object) -> tuple[object, ...]:
    """What a value is made of: its fields, or its members in an order of their own."""
    if isinstance(value, typing.Mapping):
        return *value.keys(), *value.values()
    if isinstance(value, tuple | list):
        return tuple(value)
    if isinstance(value, set | frozenset):
        return tuple(sorted(value, key=repr))
    if attrs.has(type(value)):
        return tuple(getattr(value, field.name) for field in attrs.fields(type(value)) if field.repr)
    return ()


@cache
def found() -> dict[type, object]:
    """One value of each kind that the public values hold, a rulebook, some worked examples and their decisions."""
    rulebook = load_rulebook()
    examples = list(load_examples(rulebook))[::8]
    waiting: list[object] = [held(*name) for name in public()]
    waiting += [rulebook, rulebook.rules, vocabulary_of(rulebook), *examples]
    waiting += [cimscore.assess(each.case, rulebook) for each in examples]
    waiting.append(words_for(examples[0].case, next(iter(rulebook.programs.values())).program))
    kinds: dict[type, object] = {}
    seen: dict[int, object] = {}  # with the value, so that its number is not given away again
    while waiting:
        value = waiting.pop()
        if id(value) not in seen:
            seen[id(value)] = value
            kinds.setdefault(type(value), value)
            waiting += parts(value)
    return kinds


def made(kind: Any) -> Any:
    """A value of a kind, with a sample in each place that has to be filled."""
    if kind in SAMPLES:
        return SAMPLES[kind]
    origin, of = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return made(of[0])
    if origin is collections.abc.Callable:
        return str
    if origin is not None and issubclass(origin, collections.abc.Mapping):
        return {made(of[0]): made(of[1])}
    if origin is not None and issubclass(origin, collections.abc.Collection | collections.abc.Iterable):
        return (made(of[0]),)
    if issubclass(kind, enum.Enum):
        return next(iter(kind))
    hints = typing.get_type_hints(kind if attrs.has(kind) else kind.__init__)
    takes = inspect.signature(kind).parameters.values()
    needs = {each.name: made(hints.get(each.name, each.empty)) for each in takes if each.default is each.empty}
    return kind(**needs)


def of_kind(kind: type) -> Iterator[object]:
    """Values of a kind: each member, those that were found, or one that is made."""
    if issubclass(kind, enum.Enum):
        yield from kind
        return
    known = [value for other, value in found().items() if issubclass(other, kind)]
    yield from known or [made(kind)]


def alike(one: object, other: object) -> bool:
    """Return True if two values are equal, or of one kind and alike in all that they show."""
    if type(one) is not type(other) or one == other:
        return type(one) is type(other)
    if isinstance(one, BaseException):
        return (str(one), vars(one)) == (str(other), vars(other))
    ours, theirs = parts(one), parts(other)
    return len(ours) == len(theirs) > 0 and all(map(alike, ours, theirs))


def crossed(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


@pytest.mark.parametrize(("package", "name"), sorted(set(public()) - OF_THIS_PROCESS))
def test_each_public_name_and_each_value_of_its_kind_arrives_as_it_was(package: str, name: str) -> None:
    it = held(package, name)

    assert alike(crossed(it), it)
    if inspect.isclass(it):
        for value in of_kind(it):
            assert alike(crossed(value), value), value


def test_a_difference_is_seen() -> None:
    ((_, decision),) = [each for each in found().items() if each[0] is cimscore.Decision]

    assert not alike(decision, attrs.evolve(decision, case="another"))
    assert not alike(cimscore.UnknownNameError("a", "b", [], ""), cimscore.UnknownNameError("a", "c", [], ""))
