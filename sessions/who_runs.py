"""Which tests run which lines and exercise which rules: those that can notice a mutant, in the order to be asked."""

from __future__ import annotations

import importlib
import itertools
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import coverage
import pytest
from loaded import SECONDS, run_tests, status_of

A_RUN: Final = 2
"""How many seconds a run of tests takes at least, where its file has so many: to begin a run takes a quarter of one."""
LOADING: Final = ""
"""What stands for a test where a line runs before the first of them."""


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

    def runs_for(self, path: Path, line: int) -> list[list[str]]:
        """Return the runs of tests that can notice a changed line: one if it is only in what functions do."""
        ids = self.lines[str(path)].get(str(line), ())
        return [*self._of_rule(path, line), *self.whole] if LOADING in ids or not ids else [ids]

    def _of_rule(self, path: Path, line: int) -> list[list[str]]:
        begun = [runs for first, runs in self.rules.get(str(path), ()) if first <= line]
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
