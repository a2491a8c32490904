"""Records of a test run: each test with its result, and the rules and clauses that it really exercised."""

from __future__ import annotations

import enum
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from cimscore.traceability.recording.stored import read_stored

FORMAT: Final = "tests/1"


class Result(enum.StrEnum):
    """Results of a test."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    EXPECTED_FAILURE = "failed, as expected"


class Way(enum.StrEnum):
    """Ways in which a test exercised a rule, the strongest first."""

    APPLIED = "it applied"
    EXCEPTED = "its exception held it back"
    OPEN = "it was left open"


@attrs.frozen(kw_only=True, order=True)
class Exercise:
    """One rule that a test exercised.

    Attributes:
        rule: The rule's address.
        way: The strongest way in which it was exercised.
        digest: The rule's digest at the time.
    """

    rule: str
    way: Way
    digest: str


@attrs.frozen(kw_only=True)
class RecordedTest:
    """One test of a recorded run.

    Attributes:
        id: Its node id, ``plugins/vic-cims/tests/test_scope.py::test_a_branch``.
        file: The file it stands in, from the root of the tests.
        line: Its first line, from 1.
        digest: Digest of the test's function; empty where it is none.
        result: What came of it.
        exercised: The rules it exercised, sorted.
        clauses: Ids of the clauses these rest on, with those that the questions left open cite, sorted.
    """

    id: str
    file: str
    line: int
    digest: str
    result: Result
    exercised: tuple[Exercise, ...] = ()
    clauses: tuple[str, ...] = ()


def plain_test(test: RecordedTest) -> dict[str, Any]:
    """Return a recorded test as plain data, which can be sent to another process."""
    return attrs.asdict(
        test, value_serializer=lambda _, __, value: value.value if isinstance(value, enum.Enum) else value
    )


def recorded_test(plain: Mapping[str, Any]) -> RecordedTest:
    """Return the reverse of `plain_test`.

    Raises:
        KeyError: A part is missing.
        TypeError: A part is not of its kind.
        ValueError: A result or way is none that is known.
    """
    exercised = (
        Exercise(rule=exercise["rule"], way=Way(exercise["way"]), digest=exercise["digest"])
        for exercise in plain["exercised"]
    )
    return RecordedTest(
        id=str(plain["id"]),
        file=str(plain["file"]),
        line=int(plain["line"]),
        digest=str(plain["digest"]),
        result=Result(plain["result"]),
        exercised=tuple(exercised),
        clauses=tuple(plain["clauses"]),
    )


def write_tests(file: Path, tests: Iterable[RecordedTest]) -> None:
    """Write a recorded run, sorted by test."""
    ordered = sorted(tests, key=lambda test: test.id)
    file.parent.mkdir(parents=True, exist_ok=True)
    document = {"format": FORMAT, "tests": [plain_test(test) for test in ordered]}
    file.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_tests(file: Path) -> tuple[RecordedTest, ...]:
    """Return the tests of a recorded run.

    Raises:
        FileError: The file is none that ``pytest --cimscore-trace`` has written.
    """
    hint = "Record the tests again: pytest --cimscore-trace FILE."
    return read_stored(file, _recorded, f"recorded tests in the format {FORMAT}", hint)


def _recorded(document: Mapping[str, Any]) -> tuple[RecordedTest, ...]:
    if document["format"] != FORMAT:
        raise ValueError(f"the format {document['format']!r}")
    return tuple(recorded_test(plain) for plain in document["tests"])
