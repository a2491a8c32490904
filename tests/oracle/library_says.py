"""What the library says of a case, in the claims of the answer-set programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
from asp import Claim

from cimscore.calendars import Due
from cimscore.case import Case
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.deciding import decide, told_of
from cimscore.rules import RecordName

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
Naming = Callable[[str, tuple[Any, ...]], Claim | None]
"""Turns a key and its things into a claim of a program; None for what the program does not tell."""


@attrs.frozen
class Said:
    """What the library says: what is certain, and what is at least possible."""

    certain: frozenset[Claim]
    possible: frozenset[Claim]


def said(case: Case, compiled: Compiled, naming: Naming) -> Said:
    """Return what the library says of a case."""
    decided = decide(run_of(case, compiled))
    certain = (_claim(naming, *line.claim) for line in decided.told.values() if line.certain)
    rows = (
        _claim(naming, predicate.key, things)
        for predicate in told_of(decided.run)
        for things, grade in decided.run.value(predicate).rows.items()
        if grade
    )
    return Said(frozenset(filter(None, certain)), frozenset(filter(None, rows)))


def _claim(naming: Naming, key: str, things: tuple[Any, ...]) -> Claim | None:
    name = key.partition(":")[2].replace("-", "_")
    return naming(name, tuple(map(_plain, things)))


def _plain(thing: Any) -> Any:
    match thing:
        case RecordName():
            return (thing.kind, thing.of_kind, thing.of, thing.focus)
        case Due(earliest=earliest, latest=latest) if earliest == latest:
            return int((earliest - EPOCH).total_seconds()) // 60
        case _:
            return str(thing)


def one_of(names: frozenset[str], clocks: frozenset[str]) -> Naming:
    """Return what keeps the conclusions and the clocks of those names."""

    def naming(name: str, things: tuple[Any, ...]) -> Claim | None:
        clock, _, part = name.partition(".")
        if clock in clocks and part == "due":
            return ("due", (clock,), *things)
        return (name, *things) if name in names else None

    return naming
