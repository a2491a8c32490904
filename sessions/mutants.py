"""Breaks one part of the code in small ways, one at a time, and lists each way that no test notices.

It runs in a copy of the repository, which it changes. The ways are tried in an order that a seed shuffles, so that
those of a run that ends early are a fair sample of all.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import os
import random
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

OPERATORS: Final[dict[type[ast.AST], str]] = {
    ast.Eq: "!=", ast.NotEq: "==", ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.In: "not in",
    ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is", ast.And: "or", ast.Or: "and", ast.Add: "-", ast.Sub: "+",
    ast.BitAnd: "|", ast.BitOr: "&", ast.Mult: "//", ast.FloorDiv: "*",
}  # fmt: skip
"""What stands in the place of an operator."""
IMPORTED_ONCE: Final = ("attrs", "holidays", "hypothesis", "jsonschema", "networkx", "pluggy", "pytest", "yaml")
"""What every trial needs and no mutant is in."""
SECONDS: Final = 300
"""A trial that takes longer has noticed: something runs for ever."""


class Mutant(NamedTuple):
    """One small change of one file."""

    path: Path
    line: int
    was: str
    becomes: str
    source: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {' '.join(self.was.split())} -> {' '.join(self.becomes.split())}"


def mutants(path: Path) -> Iterator[Mutant]:
    """Yield every mutant of a file."""
    text = path.read_text(encoding="utf-8")
    lines = text.encode().splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]
    for node, becomes in _changes(ast.parse(text)):
        begin = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        was, rest = text.encode()[begin:end].decode(), text.encode()[end:].decode()
        yield Mutant(path, node.lineno, was, becomes, text.encode()[:begin].decode() + becomes + rest)


def _changes(tree: ast.Module) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """Yield what is replaced, and by what."""
    for node in _running(tree):
        match node:
            case ast.Constant(value=bool() | int() as value):
                yield node, str(not value if isinstance(value, bool) else value + 1)
            case ast.UnaryOp(op=ast.Not(), operand=denied):
                yield node, f"bool({ast.unparse(denied)})"
            case ast.Compare(left=one, ops=[operator], comparators=[other]):
                yield node, _joined(operator, one, other)
            case ast.BinOp(left=one, op=operator, right=other) if type(operator) in OPERATORS:
                yield node, _joined(operator, one, other)
            case ast.BoolOp(op=operator, values=parts):
                yield node, _joined(operator, *parts)
            case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
                yield test, f"(not ({ast.unparse(test)}))"
            case ast.Return(value=ast.expr()):
                yield node, "return None"
            case ast.Expr(value=ast.Call()) | ast.Raise() | ast.Continue() | ast.Break() | ast.AugAssign():
                yield node, "pass"


def _joined(operator: ast.AST, *parts: ast.expr) -> str:
    """Return the parts, joined by what stands in the place of the operator."""
    return f"({f' {OPERATORS[type(operator)]} '.join(map(ast.unparse, parts))})"


def _running(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what runs: neither annotations, nor parts of a string, whose places are not told."""
    yield node
    for name, held in ast.iter_fields(node):
        if name not in ("annotation", "returns") and not isinstance(node, ast.JoinedStr):
            for part in held if isinstance(held, list) else [held]:
                if isinstance(part, ast.AST):
                    yield from _running(part)


def noticed(mutant: Mutant, tests: Sequence[str]) -> bool:
    """Return True if a test fails with the mutant, or a trial does not end."""
    sound = mutant.path.read_bytes()
    mutant.path.write_text(mutant.source, encoding="utf-8")
    try:
        return _status(tests) != 0
    finally:
        mutant.path.write_bytes(sound)


def _status(tests: Sequence[str]) -> int:
    """Run the tests in a process that branches off before anything of this project is imported."""
    child = os.fork()
    if not child:
        _run(tests)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.alarm(SECONDS)
    status = os.waitpid(child, 0)[1]
    signal.alarm(0)
    return status


def _run(tests: Sequence[str]) -> None:
    import pytest  # noqa: PLC0415 - imported already, before the branching

    sys.dont_write_bytecode = True
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    os._exit(int(pytest.main(["-x", "-q", "--assert=plain", "-p", "no:cacheprovider", *tests])))


def main() -> int:
    """Try mutants until there are no more, or time is up; tell each that nobody notices, and the share that is."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("part", type=Path, help="a folder or a file")
    wanted.add_argument("tests", nargs="+", help="the tests, the quickest first")
    wanted.add_argument("--seconds", type=float, default=float("inf"), help="end after so long")
    wanted.add_argument("--seed", type=int, default=1, help="of the order in which they are tried")
    asked = wanted.parse_args()
    for name in IMPORTED_ONCE:
        importlib.import_module(name)
    files = [asked.part] if asked.part.is_file() else sorted(asked.part.rglob("*.py"))
    found = [mutant for path in files for mutant in mutants(path)]
    random.Random(asked.seed).shuffle(found)  # noqa: S311 - a fair sample, no secret
    if _status(asked.tests):
        raise SystemExit("The tests fail without any mutant: mend them first.")
    began, tried, unnoticed = time.monotonic(), 0, 0
    for mutant in found:
        if time.monotonic() - began > asked.seconds:
            break
        tried += 1
        if not noticed(mutant, asked.tests):
            unnoticed += 1
            print(f"not noticed: {mutant}", flush=True)
    print(f"{tried} of {len(found)} mutants tried, {tried - unnoticed} noticed, {unnoticed} not")
    return 0


if __name__ == "__main__":
    sys.exit(main())
