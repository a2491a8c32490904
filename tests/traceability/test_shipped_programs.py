"""The shipped programs can be traced: whatever they say, the trace holds together."""

from __future__ import annotations

import datetime as dt
import importlib
import json
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from inverting import inverted
from tests.each_nth import each_nth, spread

import cimscore
from cimscore.publishing.spreadsheets import all_sheets
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.rulebook import Rulebook
from cimscore.rules import Defined
from cimscore.traceability import LinkState, Trace, build_trace, cleared, sign_off_sheets, trace_text
from cimscore.traceability.lining_up import load_fingerprints
from cimscore.wire import load_examples

PACKAGES = sorted((Path(__file__).parents[2] / "plugins").glob("*/src/*/__init__.py"))


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return cimscore.load_rulebook([importlib.import_module(file.parent.name) for file in PACKAGES])


@pytest.fixture(scope="module")
def trace(book: Rulebook) -> Trace:
    return build_trace(book, examples=spread(load_examples(book), 4))


def test_each_passage_of_a_held_source_can_be_known_again_by_its_fingerprint(book):
    """`cimscore sources fingerprint` writes them anew from the documents."""
    kept = load_fingerprints(book)
    held = {id for id, source in book.sources.items() if source.held}
    carried = {it.digest for one in book.clauses.values() if one.source in held for it in one.anchors}
    over = {it.digest for id in held for text in book.sources[id].texts for it in text.passed_over}
    assert {*carried, *over} - kept.keys() == set()
    assert [digest for digest in {*carried, *over} if not kept[digest]] == []


@pytest.mark.spread
def test_every_end_of_every_link_is_something_traced(trace):
    kinds = (trace.sources, trace.clauses, trace.tests, trace.examples)
    known = {it.id for kind in kinds for it in kind} | set(trace.rule) | set(trace.question)
    assert {end for link in trace.links for end in (link.upper, link.lower) if end} <= known
    assert len(trace.programs) == len(PACKAGES) > 0


def test_an_unclear_point_is_read_by_a_rule_or_is_only_noted(trace):
    assert {it.name for it in trace.readings if bool(it.rules) == it.noted} == set()


def test_the_code_of_every_rule_is_found_where_it_stands(trace):
    for rule in trace.rules:
        package, _, rest = rule.file.partition("/")
        file = next(it.parent for it in PACKAGES if it.parent.name == package) / rest
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        assert "".join(lines[rule.first - 1 : rule.last]) == rule.code


@pytest.mark.spread
def test_everything_can_be_written_down(trace):
    assert json.loads(trace_text(trace))["format"] == "trace/2"
    assert all(sheet.rows for sheet in sign_off_sheets(trace))
    assert len(all_sheets(trace)[0].rows) >= len(trace.clauses)


def test_every_rule_and_every_definition_is_told_in_words(trace):
    assert all(rule.sentence and rule.when for rule in trace.rules)
    assert all(it.sentence and it.when for it in trace.definitions)
    assert len({it.name for it in trace.definitions}) == len(trace.definitions)


def test_who_uses_what_is_told_alike_from_both_sides(trace):
    for kind in ("questions", "tables", "readings", "definitions"):
        used = {(it.name, rule) for it in getattr(trace, kind) for rule in it.rules}
        assert used == {(name, rule.address) for rule in trace.rules for name in getattr(rule, kind)}, kind
        assert used, kind


def anew(book: Rulebook, id: str) -> Rulebook:
    """The rulebook of one program, its digests worked out again."""
    program = book.program(id)
    return Rulebook(programs={id: attrs.evolve(program, compiled=Compiled(program.program))}, reader=book.reader)


def outdated(book: Rulebook, reviews) -> Iterator[str]:
    return (link.lower for link in build_trace(book, reviews=reviews).links if link.state is LinkState.OUTDATED)


@pytest.mark.spread
@pytest.mark.parametrize("id", each_nth(["ndis-incidents", "vic-cims"], 2))
def test_whoever_inverts_a_condition_has_every_rule_above_it_to_read_again_and_no_other(book, id):
    before = anew(book, id)
    reviews = cleared((), before, before.rules, by="Kim Example", on=dt.date(2026, 1, 5), why="First reading.")
    above = {it.name: set(it.rules) for it in build_trace(before).definitions}
    names = before.program(id).program.names
    definitions: tuple[Defined, ...] = before.program(id).program.definitions

    for definition in spread(definitions[:: max(1, len(definitions) // 12)], 3):
        with inverted(definition):
            assert set(outdated(anew(book, id), reviews)) == above[f"{id}/{names[definition.key]}"], definition.says
    assert not set(outdated(anew(book, id), reviews))
