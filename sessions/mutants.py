"""Breaks one part of the code in small ways, one at a time, and lists each way that no test notices.

It runs in a copy of the repository, which it changes. The ways are tried in an order that a seed shuffles, so that
those of a run that ends early are a fair sample of all, and another run can go on after them. The tests that run the
changed line are asked, the quickest first: at once where only functions differ, else in a process that loads the
changed file. Where the line runs while modules are loaded, all tests are asked in short runs: of a rule those that
exercise it first, and those that noticed the last ways before the others. A way that nobody can notice is explained in
``survivors.toml``.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import os
import random
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from loaded import Loaded, run_tests, status_of
from who_runs import Ran, are_of_programs, who_runs

OPERATORS: Final[dict[type[ast.AST], str]] = {
    ast.Eq: "!=", ast.NotEq: "==", ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.In: "not in",
    ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is", ast.And: "or", ast.Or: "and", ast.Add: "-", ast.Sub: "+",
    ast.BitAnd: "|", ast.BitOr: "&", ast.Mult: "//", ast.FloorDiv: "*",
}  # fmt: skip
"""What stands in the place of an operator."""
IMPORTED_ONCE: Final = ("attrs", "holidays", "hypothesis", "jsonschema", "networkx", "pluggy", "yaml")
"""What every trial needs and no mutant is in."""
CORE: Final = ("cimscore.composition", "cimscore.testing", "cimscore.traceability")
"""What every trial of a program needs beside it."""
REASONS: Final = Path(__file__).with_name("survivors.toml")
NOTICED, EXPLAINED, LEFT = "noticed", "explained", "not noticed"


class Mutant(NamedTuple):
    """One small change of one file."""

    path: Path
    line: int
    was: str
    becomes: str
    source: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self._what}"

    @property
    def change(self) -> str:
        """What is changed, wherever the line has moved to."""
        return f"{self.path}: {self.path.read_text(encoding='utf-8').splitlines()[self.line - 1].strip()}: {self._what}"

    @property
    def _what(self) -> str:
        return f"{' '.join(self.was.split())} -> {' '.join(self.becomes.split())}"


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
            case ast.Return(value=ast.expr() as value) if ast.unparse(value) not in ("False", "None"):  # as false
                yield node, "return None"
            case ast.Expr(value=ast.Call()) | ast.Raise() | ast.Continue() | ast.Break() | ast.AugAssign():
                yield node, "pass"


def _joined(operator: ast.AST, *parts: ast.expr) -> str:
    """Return the parts, joined by what stands in the place of the operator."""
    return f"({f' {OPERATORS[type(operator)]} '.join(map(ast.unparse, parts))})"


def _running(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what runs: neither annotations, nor parts of a string, whose places are not told.

    How a class keeps its values, and that they are to be named, is left out too: whoever names them sees no difference.
    """
    if isinstance(node, ast.keyword) and node.arg in ("kw_only", "slots"):
        return
    yield node
    for name, held in ast.iter_fields(node):
        if name not in ("annotation", "returns") and not isinstance(node, ast.JoinedStr):
            for part in held if isinstance(held, list) else [held]:
                if isinstance(part, ast.AST):
                    yield from _running(part)


def noticed(mutant: Mutant, ran: Ran, runs: list[list[str]]) -> bool:
    """Return True if a test of some runs fails with the mutant in its file, or a trial does not end.

    The run that noticed it becomes the first: it may notice the next mutant too.
    """
    sound = mutant.path.read_bytes()
    mutant.path.write_text(mutant.source, encoding="utf-8")
    try:
        status = status_of(lambda: run_tests(*runs), ran.patience(runs))
    finally:
        mutant.path.write_bytes(sound)
    if 0 < os.waitstatus_to_exitcode(status) <= len(runs):
        ran.put_first(runs[os.waitstatus_to_exitcode(status) - 1])
    return bool(status)


def explained(path: Path) -> dict[str, str]:
    """Return why nobody can notice a mutant, by what is changed."""
    listed = tomllib.loads(path.read_text(encoding="utf-8"))["survivor"]
    return {f"{each['file']}: {each['line']}: {each['change']}": each["why"] for each in listed}


def main() -> int:
    """Try mutants until there are no more, or time is up; tell what becomes of each, and how many are noticed."""
    asked = _wanted().parse_args()
    sys.dont_write_bytecode = True
    os.environ["HYPOTHESIS_PROFILE"] = "ci"  # the same examples in every trial, so that two runs give one verdict
    files = [path for part in asked.part for path in ([part] if part.is_file() else sorted(part.rglob("*.py")))]
    for name in (*IMPORTED_ONCE, *(CORE if are_of_programs(files) else ())):
        importlib.import_module(name)
    found = [mutant for path in files for mutant in mutants(path)]
    random.Random(asked.seed).shuffle(found)  # noqa: S311 - a fair sample, no secret
    reasons, ran = explained(REASONS), who_runs(files, asked.tests)
    loaded, began, verdicts = Loaded(asked.tests), time.monotonic(), list[str]()
    for mutant in found[asked.after :][: asked.sample or None]:
        if time.monotonic() - began > asked.seconds:
            break
        verdicts.append(_verdict(mutant, loaded, ran, reasons))
        print(f"{verdicts[-1]}: {mutant}", flush=True)
    count, tried = Counter(verdicts), len(verdicts)
    share = f"{100 * count[NOTICED] / max(tried, 1):.1f} %"
    told = f"{count[NOTICED]} noticed ({share}), {count[EXPLAINED]} explained, {count[LEFT]} neither"
    print(f"{tried} of {len(found)} mutants tried with the seed {asked.seed}: {told}")
    return 1 if count[LEFT] else 0


def _verdict(mutant: Mutant, loaded: Loaded, ran: Ran, reasons: Mapping[str, str]) -> str:
    """Return what becomes of a mutant.

    Args:
        mutant: What is changed.
        loaded: Where the tests are at hand.
        ran: Which tests can notice it.
        reasons: Why nobody can notice a mutant.
    """
    runs = ran.runs_for(mutant.path, mutant.line)
    at_once = len(runs) == 1 and loaded.notices(mutant.path, mutant.source, runs[0], ran.patience(runs))
    if at_once or noticed(mutant, ran, runs):
        return NOTICED
    return EXPLAINED if mutant.change in reasons else LEFT


def _wanted() -> argparse.ArgumentParser:
    """Return what the command takes."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--part", type=Path, action="append", required=True, help="a folder or a file")
    wanted.add_argument("tests", nargs="+", help="the tests, the quickest first")
    wanted.add_argument("--after", type=int, default=0, help="how many of the order were tried before")
    wanted.add_argument("--sample", type=int, default=0, help="how many are tried; all if left out")
    wanted.add_argument("--seconds", type=float, default=float("inf"), help="end after so long")
    wanted.add_argument("--seed", type=int, default=1, help="of the order in which they are tried")
    return wanted


if __name__ == "__main__":
    sys.exit(main())
