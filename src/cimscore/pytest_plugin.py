"""The pytest plugin: ``pytest --cimscore-trace FILE`` records which rules and clauses each test exercises.

Nothing of cimscore is imported here unless a record is asked for, so that a test run without one is left alone.
"""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the option."""
    parser.getgroup("cimscore").addoption(
        "--cimscore-trace",
        metavar="FILE",
        help="write down, as JSON, which rules and clauses each test exercised and what came of it",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Begin to record, if a file is named."""
    file = config.getoption("--cimscore-trace")
    if file:
        from cimscore.traceability.recording.recorder import TraceRecorder  # noqa: PLC0415

        config.pluginmanager.register(TraceRecorder(config, config.invocation_params.dir / file), "cimscore-trace")
