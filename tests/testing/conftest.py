"""Lets the tests of this folder share their invented program."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from cimscore.rules import AuthorError
from cimscore.rules.checks import checks

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def faults_get_past_the_load(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let functions with a planted fault be loaded, so that the checks that come after have it to find."""
    refused: Callable[[Callable[..., object], str], Iterable[AuthorError]] = checks.undetermined

    def let_past(function: Callable[..., object], place: str) -> Iterable[AuthorError]:
        return () if function.__module__ == "faulty_programs" else refused(function, place)

    monkeypatch.setattr(checks, "undetermined", let_past)
