"""Whatever is typed, a command ends with one of its exit codes, and nobody reads a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_program import CASE, declared, install

from cimscore.cli.commands import SUMMARIES
from cimscore.cli.exits import Exit

WRITING = {"new", "site", "sources", "trace", "sign-off", "impact", "impact-many", "check-plugin"}
"""Commands that write files or decide every worked example: each has tests of its own."""
WORDS = st.sampled_from([
    "case.yaml", "-", "--", "nothing.yaml", "north", "c1", "invented/loud", "loud-home@north", "invented", "qld", "x=y",
    "=", "--json", "--at", "now", "2025-03-03", "2025-02-30", "9999-12-31T00:00Z", "--reading", "--program", "--format",
    "json", "--all", "--ids", "--show-kept", "--require-decided", "--help", "--version", "-o", "--table",
    "", "é", "\u202e", "a\nb", "%s", "{}", "@", "*", "../..", "--plugin", "x" * 5000, "-" * 200,
])  # fmt: skip
"""Anything but --traceback, which shows one because it is asked to."""
TYPED = st.tuples(
    st.sampled_from(["", "asess", *(name for name in SUMMARIES if name not in WRITING)]), st.lists(WORDS, max_size=5)
)

Run = Callable[..., Any]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=TYPED)
def test_whatever_is_typed_ends_well(
    typed: tuple[str, list[str]], tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, declared())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", None)
    Path("case.yaml").write_text(CASE, encoding="utf-8")
    command, words = typed
    ran = run(*filter(None, [command]), *words)

    assert ran.code in {Exit.DONE, Exit.PROBLEMS, Exit.USAGE, Exit.UNDECIDED, Exit.DOCUMENT, Exit.RULEBOOK}
    assert ran.out or ran.err
    assert Path("case.yaml").read_text(encoding="utf-8") == CASE
