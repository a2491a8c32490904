"""Recording a run of pytest: which rules each test exercised, in one process or in several."""

from __future__ import annotations

import inspect
from collections.abc import Generator, Iterable, Mapping
from pathlib import Path
from types import FunctionType
from typing import Any, Final

import pytest

from cimscore.reasoning.claims.observing import observing
from cimscore.traceability.recording.exercises import Exercises
from cimscore.traceability.recording.meaning import digest_of_function
from cimscore.traceability.recording.records import RecordedTest, Result, plain_test, recorded_test, write_tests

_OUTPUT: Final = "cimscore_tests"
Wrapper = Generator[None, Any, Any]


class TraceRecorder:
    """Hooks of pytest that write down what every test exercised, and what came of it.

    What a fixture assesses counts for every test that uses the fixture, whichever of them ran first.
    """

    def __init__(self, config: pytest.Config, file: Path, *, below: Path | None = None) -> None:
        self._config = config
        self._file = file
        self._below = below
        self._tests: dict[str, RecordedTest] = {}
        self._fixtures: dict[tuple[str, str], Exercises] = {}
        self._reports: list[pytest.TestReport] = []

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Wrapper:
        """See what one test exercises, unless it lies elsewhere than the tests that are asked for."""
        if self._below is not None and not item.path.is_relative_to(self._below):
            return (yield)
        seen = Exercises()
        self._reports = []
        with observing(seen.see):
            result = yield
        for node in item.listchain():
            for name in getattr(item, "fixturenames", ()):
                seen.add(self._fixtures.get((name, node.nodeid), Exercises()))
        self._tests[item.nodeid] = _recorded(item, seen, self._reports)
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest) -> Wrapper:
        """See what a fixture exercises while it is set up."""
        seen = self._fixtures[fixturedef.argname, request.node.nodeid] = Exercises()
        with observing(seen.see):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self) -> Wrapper:
        """Keep the report of each phase of a test."""
        report = yield
        self._reports.append(report)
        return report

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take in what another process has recorded, under pytest-xdist."""
        self._take(node.workeroutput.get(_OUTPUT, ()) if hasattr(node, "workeroutput") else ())

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self) -> None:
        """Hand the record to the controlling process, or write it."""
        output: dict[str, Any] | None = getattr(self._config, "workeroutput", None)
        if output is None:
            write_tests(self._file, self._tests.values())
        else:
            output[_OUTPUT] = [plain_test(test) for test in self._tests.values()]

    def _take(self, tests: Iterable[Mapping[str, Any]]) -> None:
        self._tests.update((plain["id"], recorded_test(plain)) for plain in tests)


def _recorded(item: pytest.Item, seen: Exercises, reports: Iterable[pytest.TestReport]) -> RecordedTest:
    file, line, _ = item.location
    return RecordedTest(
        id=item.nodeid,
        file=Path(file).as_posix(),
        line=(line or 0) + 1,
        digest=_digest(getattr(item, "function", None)),
        result=_result(tuple(reports)),
        exercised=seen.exercised,
        clauses=seen.clauses,
    )


def _digest(function: Any) -> str:
    """Return the digest of the function as written, below what a library has wrapped around it."""
    inner = getattr(getattr(function, "hypothesis", None), "inner_test", function)
    plain = inspect.unwrap(inner) if callable(inner) else None
    return digest_of_function(plain) if isinstance(plain, FunctionType) else ""


def _result(reports: tuple[pytest.TestReport, ...]) -> Result:
    if any(report.failed for report in reports):
        return Result.FAILED
    skipped = [report for report in reports if report.skipped]
    if skipped:
        return Result.EXPECTED_FAILURE if hasattr(skipped[0], "wasxfail") else Result.SKIPPED
    return Result.PASSED
