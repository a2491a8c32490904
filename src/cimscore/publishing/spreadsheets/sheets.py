"""A trace as sheets: rows and columns for people who live in spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import attrs

from cimscore.traceability.impact import TalliedMove
from cimscore.traceability.recording import Result
from cimscore.traceability.reports.coverage import coverage_of
from cimscore.traceability.trace.model import Trace, TracedClause, TracedRule

Row = tuple[str | int, ...]


@attrs.frozen(kw_only=True)
class Worksheet:
    """One table: its name, its headings, its rows."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def matrix_sheet(trace: Trace) -> Worksheet:
    """Return the traceability matrix: a row for every clause with every rule that rests on it."""
    return Worksheet(name="Matrix", headings=_MATRIX, rows=tuple(_matrix(trace)))


def all_sheets(trace: Trace) -> tuple[Worksheet, ...]:
    """Return the matrix, and a sheet for each kind of thing traced."""
    missing = coverage_of(trace).missing
    return (
        matrix_sheet(trace),
        _sheet(
            "Rules", trace.rules, "address sentence when unless file first last digest state clauses tests examples"
        ),
        _sheet("Questions", trace.questions, "name text about options decided_by weigh working why clauses rules"),
        _sheet("Unclear points", trace.readings, "name question readings taken because clauses rules"),
        _sheet("Definitions", trace.definitions, "name sentence when digest rules"),
        _sheet("Tables", trace.tables, "name title rows rules"),
        _sheet("Tests", trace.tests, "id file line result state exercised clauses"),
        _sheet("Examples", trace.examples, "id program title state shows rules digest"),
        _sheet("Links", trace.links, "hop upper lower state why"),
        _sheet("Missing", missing, "gap program id why because"),
    )


def impact_sheet(moves: Iterable[TalliedMove]) -> Worksheet:
    """Return what moves in many cases: a row for each clause, outcome and change."""
    headings = ("Clause", "Outcome", "Change", "Cases", "Moves", "First cases")
    rows = (
        (move.clause, move.outcome, move.change.value, move.cases, move.moves, "; ".join(move.first)) for move in moves
    )
    return Worksheet(name="Impact", headings=headings, rows=tuple(rows))


_MATRIX: Final = (
    "Program", "Source", "Heading", "Passage", "Clause", "As we read it", "Status",
    "Reason, question or what is missing", "State", "Editions", "Rule", "Rule in words", "State of the rule",
    "File", "Lines", "Tests passed", "Tests", "Examples", "Read by", "Read on", "Why read",
    "The whole rule read on", "Why read then",
)  # fmt: skip


def _matrix(trace: Trace) -> Iterator[Row]:
    for clause in sorted(trace.clauses, key=_document_order(trace)):
        for address in clause.rules or ("",):
            yield (*_of_clause(clause), *_of_rule(trace.rule.get(address), trace))


def _document_order(trace: Trace) -> Callable[[TracedClause], tuple[int, int, int, str]]:
    sources = {source.id: number for number, source in enumerate(trace.sources)}
    places = {(source.id, heading): at for source in trace.sources for at, heading in enumerate(source.headings)}

    def order(clause: TracedClause) -> tuple[int, int, int, str]:
        heading = places.get((clause.source, clause.heading), len(places))
        return sources[clause.source], heading, clause.position, clause.id

    return order


def _of_clause(clause: TracedClause) -> Row:
    return (
        clause.program, clause.source, clause.heading, clause.position or "", clause.id, clause.text,
        clause.disposition, clause.reason or clause.question or clause.missing, clause.state, _cell(clause.editions),
    )  # fmt: skip


def _of_rule(rule: TracedRule | None, trace: Trace) -> Row:
    if rule is None:
        return ("",) * 13
    review = rule.review
    read = ("",) * 5
    if review:
        whole = review.last_whole
        read = (review.by, review.on.isoformat(), review.why, whole.on.isoformat(), whole.why)
    passed = sum(trace.test[test].result is Result.PASSED for test in rule.tests)
    lines = f"{rule.first}-{rule.last}" if rule.first else ""
    proof = (passed, len(rule.tests), _cell(rule.examples))
    return (rule.address, rule.sentence, rule.state, rule.file, lines, *proof, *read)


def _sheet(name: str, things: Iterable[Any], fields: str) -> Worksheet:
    names = fields.split()
    headings = tuple(field.replace("_", " ").capitalize() for field in names)
    rows = tuple(tuple(_cell(getattr(thing, field)) for field in names) for thing in things)
    return Worksheet(name=name, headings=headings, rows=rows)


def _cell(value: Any) -> str | int:
    """Return a value as one cell; the parts of a list each on a line of their own."""
    if attrs.has(type(value)):
        return ": ".join(str(getattr(value, field.name)) for field in attrs.fields(type(value)))
    if isinstance(value, tuple):
        return "\n".join(": ".join(part) if isinstance(part, tuple) else str(_cell(part)) for part in value)
    return value if isinstance(value, int) else str(value)
