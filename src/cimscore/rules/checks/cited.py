"""Checks of citations: each names a clause that the policy declares, in an edition that has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cimscore.errors import Problem
from cimscore.ids import did_you_mean
from cimscore.policy import problems_of_citations, problems_of_rows
from cimscore.rules.conditions.asked import Holds
from cimscore.rules.conditions.conditions import walk
from cimscore.rules.program import Program
from cimscore.rules.refusals import AuthorError
from cimscore.rules.rows.editions import Covers, editions_table
from cimscore.rules.rows.questions import Question, Reading
from cimscore.rules.rows.tables import Table


def citations_of(program: Program) -> Iterator[tuple[str, str]]:
    """Yield every citation of a program's rows, clocks, questions and readings, each with its place, for people."""
    for conclusion in program.conclusions:
        for row in conclusion.rows:
            yield from ((f"{conclusion.written} {conclusion.id}/{row.id}", cite) for cite in row.cites)
    for clock in program.clocks:
        yield from ((f"clock {clock.id}", cite) for cite in clock.cites)
    for question in program.of_kind(Question):
        yield from (
            (f"{question.written} question {question.id}", cite) for cite in (*question.cites, *question.codes.values())
        )
    for reading in program.of_kind(Reading):
        yield from ((f"{reading.written} reading {reading.id}", cite) for cite in reading.clauses)


def cited_wrongly(program: Program) -> Iterator[AuthorError]:
    """Yield the problems with a program's citations and tables.

    A program that extends an unavailable program may cite that program's clauses too. A program without clauses is not
    checked.
    """
    clauses = {clause.id: clause for clause in program.policy.clauses}
    if not clauses:
        return
    others = bool(program.extends) and program.base is None
    yield from map(_refusal, problems_of_citations(citations_of(program), clauses, others=others))
    yield from () if others else _unknown_documents(program)
    documents = {clause.source for clause in clauses.values()}
    for table in program.of_kind(Table):
        rows: list[Any] = [row for row in table.rows if not others or row.clause.partition("/")[0] in documents]
        yield from map(_refusal, problems_of_rows(f"{table.written} table {table.id}", rows, program.policy))


def _unknown_documents(program: Program) -> Iterator[AuthorError]:
    """Yield the problem of every document in a row of editions that has no source."""
    known, base = {source.id for source in program.policy.sources}, program.base
    while base is not None:
        known, base = known | {source.id for source in base.policy.sources}, base.base
    for conclusion in program.conclusions:
        for row in conclusion.rows:
            asked = [part for part in walk(row.condition) if isinstance(part, Holds)]
            named: list[object] = [part.terms[0] for part in asked if isinstance(part.predicate, Covers)]
            named += row.head[:1] if conclusion.key == editions_table().key else ()
            for document in sorted({name for name in named if isinstance(name, str)} - known):
                yield AuthorError(
                    what=f"{row.written} {conclusion.id}/{row.id}", found=f"the document {document!r}",
                    expected="a source of the policy", hint=did_you_mean(document, known),
                )  # fmt: skip


def _refusal(problem: Problem) -> AuthorError:
    return AuthorError(what=problem.where, found=problem.found, expected=problem.expected, hint=problem.hint)
