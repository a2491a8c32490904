"""What follows from facts by an answer-set program: in every answer set, and in at least one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest

clingo = pytest.importorskip("clingo", reason="clingo has no wheel for this Python: nothing is decided a second time")
from clingo.ast import ProgramBuilder, parse_files  # noqa: E402 - after clingo is known to be there

Claim = tuple[Any, ...]


@attrs.frozen
class Verdict:
    """What the text says of a case.

    Attributes:
        cautious: The claims that hold however the open facts are settled.
        brave: The claims that hold if they are settled in some way.
        spoken: The claims that the text decides, however they are settled.
    """

    cautious: frozenset[Claim]
    brave: frozenset[Claim]
    spoken: frozenset[Claim]


def verdict(program: str, facts: Iterable[str]) -> Verdict:
    """Return what the program of that name says of some facts."""
    control = clingo.Control(["--warn=none"], message_limit=0)
    with ProgramBuilder(control) as builder:
        for statement in _read(program):
            builder.add(statement)
    control.add("base", [], "\n".join(facts))
    control.ground([("base", [])])
    cautious, brave = _consequences(control, "cautious"), _consequences(control, "brave")
    return Verdict(
        frozenset(_claims(cautious, "claim")),
        frozenset(_claims(brave, "claim")),
        frozenset(_claims(cautious, "spoken")),
    )


@cache
def _read(program: str) -> tuple[Any, ...]:
    """Return a program's statements, read once: read again for each case, they take as long as the case does."""
    statements: list[Any] = []
    parse_files([str(Path(__file__).parent / f"{program}.lp")], statements.append)
    return tuple(statements)


def _consequences(control: clingo.Control, mode: str) -> list[clingo.Symbol]:
    control.configuration.solve.enum_mode = mode  # type: ignore[union-attr]
    control.configuration.solve.models = 0  # type: ignore[union-attr]
    last: list[clingo.Symbol] | None = None
    with control.solve(yield_=True) as models:
        for model in models:
            last = list(model.symbols(shown=True))
    if last is None:
        raise AssertionError("the facts contradict one another: the program has no answer set")
    return last


def _claims(symbols: list[clingo.Symbol], name: str) -> Iterable[Claim]:
    return (_value(symbol.arguments[0]) for symbol in symbols if symbol.name == name)


def _value(symbol: clingo.Symbol) -> Any:
    match symbol.type:
        case clingo.SymbolType.Number:
            return symbol.number
        case clingo.SymbolType.String:
            return symbol.string
        case _:
            parts = tuple(_value(part) for part in symbol.arguments)
            return (symbol.name, *parts) if symbol.name else parts
