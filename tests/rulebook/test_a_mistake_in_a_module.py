"""A mistake in a module that every hook imports is told once, by its file and line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import cimscore

PROGRAM = """
from zoneinfo import ZoneInfo
from cimscore.plugins import hookimpl
from cimscore.rulebook import Identity
from cimscore.rules import Topic, tables_in
from late_rules import rules

@hookimpl
def cimscore_program():
    return Identity(id="late-rules", title="Late rules", zone=ZoneInfo("Europe/London"))

@hookimpl
def cimscore_scope():
    return tables_in(rules, Topic.SCOPE)

@hookimpl
def cimscore_records():
    return tables_in(rules, Topic.RECORDS)
"""


def test_it_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = tmp_path / "late_rules" / "rules"
    rules.mkdir(parents=True)
    (tmp_path / "late_rules" / "__init__.py").write_text(PROGRAM)
    (rules / "__init__.py").write_text("")
    (rules / "days.py").write_text("from cimscore.calendars import CalendarDays\nDAY = CalendarDays(0)\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    import late_rules  # type: ignore[import-not-found]  # noqa: PLC0415 - it is written above

    with pytest.raises(cimscore.RulebookError) as refused:
        cimscore.load_rulebook([late_rules])
    for name in [name for name in sys.modules if name.partition(".")[0] == "late_rules"]:
        monkeypatch.delitem(sys.modules, name)

    (problem,) = refused.value.problems
    assert "days.py:2: found ValueError: A period of 0 calendar days cannot be counted." in str(problem)
