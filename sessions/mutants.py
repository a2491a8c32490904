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
import itertools
import json
import os
import random
import sys
import tempfile
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import coverage
import pytest
from loaded import SECONDS, Loaded, run_tests, status_of

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
A_RUN: Final = 2
"""How many seconds a run of tests takes at least, where its file has so many: to begin a run takes a quarter of one."""
LOADING: Final = ""
"""What stands for a test where a line runs before the first of them."""
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


class Ran(NamedTuple):
    """The tests, the quickest first.

    Attributes:
        lines: Those that run each line of each file. A line that runs while modules are loaded has `LOADING` before
            them.
        whole: All of them, in short runs.
        seconds: How long each of them took.
        rules: The line at which each rule of a file begins, in order, and a run of each file of tests that exercise it.
        files: The files of tests, those that noticed something last before the others.
    """

    lines: dict[str, dict[str, list[str]]]
    whole: list[list[str]]
    seconds: dict[str, float]
    rules: dict[str, list[tuple[int, dict[str, list[str]]]]]
    files: list[str]

    def patience(self, runs: list[list[str]]) -> int:
        """Return how many seconds a trial may work; a shared machine may be three times slower than it was."""
        return SECONDS + int(3 * sum(self.seconds[id] for ids in runs for id in ids if id))

    def runs_for(self, mutant: Mutant) -> list[list[str]]:
        """Return the runs of tests that can notice a mutant: one if it is only in what functions do."""
        ids = self.lines[str(mutant.path)].get(str(mutant.line), ())
        return [*self._of_rule(mutant), *self.whole] if LOADING in ids or not ids else [ids]

    def _of_rule(self, mutant: Mutant) -> list[list[str]]:
        begun = [runs for line, runs in self.rules.get(str(mutant.path), ()) if line <= mutant.line]
        return [begun[-1][file] for file in self.files if file in begun[-1]] if begun else []

    def put_first(self, run: list[str]) -> None:
        """Let a run come before others, and its file before other files."""
        self.files.sort(key=lambda file: file != file_of(run[0]))
        self.whole.sort(key=lambda ids: ids is not run)


def file_of(test: str) -> str:
    """Return the file of a test."""
    return test.partition("::")[0]


def who_runs(files: Sequence[Path], tests: Sequence[str]) -> Ran:
    """Return which tests run which lines of some files; fail if a test fails."""
    with tempfile.TemporaryDirectory() as folder:
        told, exercised = Path(folder, "told.json"), Path(folder, "exercised.json")
        options = ("-p", "cimscore.pytest_plugin", "--cimscore-trace", str(exercised)) if are_of_programs(files) else ()
        if status_of(lambda: run_tests([*options, *tests], plugins=[Recorder(files, told)]), seconds=0):
            raise SystemExit("The tests fail without any mutant: mend them first.")
        ran = json.loads(told.read_text(encoding="utf-8"))
        if options:
            by_rule = _by_rule(json.loads(exercised.read_text(encoding="utf-8"))["tests"])
            ran["rules"] = {
                path: [(line, _quick(by_rule[rule], ran["seconds"])) for line, rule in begun]
                for path, begun in ran["rules"].items()
            }
        return Ran(**ran)


def are_of_programs(files: Sequence[Path]) -> bool:
    """Return True if all files are of a program."""
    return all("plugins" in path.parts for path in files)


def _by_rule(tests: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Return which of the recorded tests exercise each rule, by its address."""
    found = defaultdict[str, list[str]](list)
    for test in tests:
        for exercise in test["exercised"]:
            found[exercise["rule"]].append(test["id"])
    return found


def _quick(ids: Sequence[str], seconds: Mapping[str, float]) -> dict[str, list[str]]:
    """Return a short run of the quickest of some tests, by file."""
    runs = dict[str, list[str]]()
    for id in sorted(ids, key=lambda test: (seconds[test], test)):
        run = runs.setdefault(file_of(id), [])
        if not run or sum(seconds[test] for test in run) + seconds[id] <= A_RUN:
            run.append(id)
    return runs


class Recorder:
    """A plugin of pytest that writes down which tests run which lines."""

    def __init__(self, files: Sequence[Path], told: Path) -> None:
        """Record the lines of some files in another."""
        self._files, self._told, self._seconds = files, told, dict[str, float]()
        self._coverage = coverage.Coverage(data_file=None, include=[str(path.resolve()) for path in files])

    def pytest_sessionstart(self) -> None:
        """Begin to record."""
        self._coverage.start()

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Begin a test."""
        self._coverage.switch_context(nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add up how long a test takes."""
        self._seconds[report.nodeid] = self._seconds.get(report.nodeid, 0) + report.duration

    def pytest_sessionfinish(self) -> None:
        """Write all that was recorded."""
        self._coverage.stop()
        data = self._coverage.get_data()
        lines = {
            str(path): {line: self._by_time(ids) for line, ids in data.contexts_by_lineno(str(path.resolve())).items()}
            for path in self._files
        }
        whole = self._in_runs()
        told = {
            "lines": lines, "whole": whole, "seconds": self._seconds, "rules": self._rules(),
            "files": list(dict.fromkeys(file_of(run[0]) for run in whole)),
        }  # fmt: skip
        self._told.write_text(json.dumps(told), encoding="utf-8")

    def _rules(self) -> dict[str, list[tuple[int, str]]]:
        """Return the line at which each rule of each file begins, with its address; none where no program is asked."""
        if not are_of_programs(self._files):
            return {}
        rules = importlib.import_module("cimscore").load_rulebook().rules.values()
        places = [(sys.modules[rule.written.module].__file__, rule.written.line, rule.address) for rule in rules]
        return {
            str(path): sorted((line, rule) for file, line, rule in places if file == str(path.resolve()))
            for path in self._files
        }

    def _in_runs(self) -> list[list[str]]:
        """Return all tests in short runs, each of one file, so that the run that noticed a mutant can be the first."""
        runs: list[list[str]] = []
        enough = max(A_RUN, sum(self._seconds.values()) / 100)  # a process ends with a number below 256
        for _, ids in itertools.groupby(sorted(self._seconds), key=file_of):
            seconds = enough
            for id in self._by_time(list(ids)):
                if seconds >= enough:
                    seconds = 0.0
                    runs.append([])
                runs[-1].append(id)
                seconds += self._seconds[id]
        return sorted(runs, key=lambda ids: sum(map(self._seconds.__getitem__, ids)))

    def _by_time(self, ids: Sequence[str]) -> list[str]:
        return sorted(ids, key=lambda id: (self._seconds.get(id, 0), id))


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
    runs = ran.runs_for(mutant)
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
