"""The shipped programs can be traced: whatever they say, the trace holds together."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

import pytest

import cimscore
from cimscore.traceability import build_trace, sign_off_sheets, trace_text
from cimscore.publishing.spreadsheets import all_sheets
from cimscore.wire import load_examples

PACKAGES = sorted((Path(__file__).parents[2] / "plugins").glob("*/src/*/__init__.py"))


@pytest.fixture(scope="module")
def trace():
    for file in PACKAGES:
        if str(file.parents[1]) not in sys.path:
            sys.path.append(str(file.parents[1]))
    book = cimscore.load_rulebook([importlib.import_module(file.parent.name) for file in PACKAGES])
    return build_trace(book, examples=load_examples(book))


def test_every_end_of_every_link_is_something_traced(trace):
    kinds = (trace.sources, trace.clauses, trace.tests, trace.examples)
    known = {it.id for kind in kinds for it in kind} | set(trace.rule) | set(trace.question)
    assert {end for link in trace.links for end in (link.upper, link.lower) if end} <= known
    assert len(trace.programs) == len(PACKAGES) > 0


def test_the_code_of_every_rule_is_found_where_it_stands(trace):
    for rule in trace.rules:
        package, _, rest = rule.file.partition("/")
        file = next(it.parent for it in PACKAGES if it.parent.name == package) / rest
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        assert "".join(lines[rule.first - 1 : rule.last]) == rule.code


def test_everything_can_be_written_down(trace):
    assert json.loads(trace_text(trace))["format"] == "trace/1"
    assert all(sheet.rows for sheet in sign_off_sheets(trace))
    assert len(all_sheets(trace)[0].rows) >= len(trace.clauses)
