"""The pytest plugin: it runs worked examples in YAML as tests, and records which rules and clauses each test exercises.

``pytest examples/`` holds each worked example there; ``pytest --cimscore-trace FILE`` writes the record. Nothing of
cimscore is imported here unless one of them is asked for, so that any other test run is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from cimscore.rulebook import Rulebook

_KEYS: Final = ("title", "shows", "case")
_KEY: Final = re.compile(r"^(\w+):", re.MULTILINE)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the options."""
    group = parser.getgroup("cimscore")
    group.addoption(
        "--cimscore-trace",
        metavar="FILE",
        help="write down, as JSON, which rules and clauses each test exercised and what came of it",
    )
    group.addoption(
        "--cimscore-trace-below",
        metavar="FOLDER",
        default="",
        help="write down only the tests below this folder",
    )
    group.addoption(
        "--cimscore-plugin",
        metavar="MODULE-OR-FILE",
        action="append",
        default=[],
        help="hold worked examples in YAML against this program too, which need not be installed",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Begin to record, if a file is named."""
    file = config.getoption("--cimscore-trace")
    if file:
        from cimscore.traceability.recording.recorder import TraceRecorder  # noqa: PLC0415

        started, below = config.invocation_params.dir, config.getoption("--cimscore-trace-below")
        recorder = TraceRecorder(config, started / file, below=started / below if below else None)
        config.pluginmanager.register(recorder, "cimscore-trace")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a YAML file that is a worked example, by its keys; leave every other file alone."""
    if file_path.suffix != ".yaml" or not _is_worked_example(file_path):
        return None
    return ExampleFile.from_parent(parent, path=file_path)


def _is_worked_example(file: Path) -> bool:
    try:
        keys = _KEY.findall(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return False
    return all(key in keys for key in _KEYS)


class ExampleFile(pytest.File):
    """File with one worked example."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield the example as a test."""
        yield ExampleItem.from_parent(self, name=self.path.stem)


class ExampleItem(pytest.Item):
    """Worked example that is held against the rules."""

    def runtest(self) -> None:
        """Hold the example.

        Raises:
            ExampleDoesNotHold: With what differs, in lines.
        """
        from cimscore.testing import check_example  # noqa: PLC0415
        from cimscore.wire import read_example  # noqa: PLC0415

        rulebook = _rulebook(self.config)
        text = self.path.read_text(encoding="utf-8")
        lines = check_example(read_example(text, self.path.parent.name, self.path.stem, rulebook), rulebook)
        if lines:
            raise ExampleDoesNotHold("\n".join(lines))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Return what differs, or what is wrong in the file, without a traceback."""
        from cimscore.errors import CimsError  # noqa: PLC0415

        if isinstance(excinfo.value, ExampleDoesNotHold | CimsError):
            return f"{self.path}\n{excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Return the file and the example's name."""
        return self.path, None, f"worked example {self.name}"


class ExampleDoesNotHold(Exception):
    """A worked example differs from what is decided."""


_RULEBOOK: Final = pytest.StashKey["Rulebook"]()


def _rulebook(config: pytest.Config) -> Rulebook:
    """Return the rulebook, loaded once for all examples of a run."""
    from cimscore.composition import load_rulebook  # noqa: PLC0415
    from cimscore.plugins import named_modules  # noqa: PLC0415

    if _RULEBOOK not in config.stash:
        modules = named_modules(config.getoption("--cimscore-plugin"), "--cimscore-plugin")
        config.stash[_RULEBOOK] = load_rulebook(also=modules)
    return config.stash[_RULEBOOK]
