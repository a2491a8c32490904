"""Everything that a program says, in plain English, a paragraph to each thing that has one."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from cimscore.rules.english.answers import question_lines, reading_lines, table_lines
from cimscore.rules.english.clocks import clock_lines
from cimscore.rules.english.duties import row_lines
from cimscore.rules.english.lines import Line
from cimscore.rules.english.rules import definition_lines, rule_lines
from cimscore.rules.program import Program
from cimscore.rules.rows.conclusions import Conclusion
from cimscore.rules.rows.duties import DutyWords
from cimscore.rules.rows.tables import Table


@attrs.frozen
class Paragraph:
    """Some lines with an address.

    Attributes:
        key: What they are about: the key that links name, ``row:subject/self-placed`` or ``clock:approve``.
        lines: The lines.
    """

    key: str
    lines: tuple[Line, ...]


def program_english(program: Program) -> tuple[Paragraph, ...]:
    """Return a paragraph for each rule, duty, clock, definition, question, unclear point and table of a program."""
    return tuple(_paragraphs(program))


def _paragraphs(program: Program) -> Iterator[Paragraph]:
    for conclusion in program.conclusions:
        yield from conclusion_english(conclusion)
    for clock in program.clocks:
        yield Paragraph(f"clock:{clock.id}", clock_lines(clock))
    for definition in program.definitions:
        yield Paragraph(definition.key, definition_lines(definition))
    for question in program.questions:
        yield Paragraph(question.key, question_lines(question))
    for reading in program.readings:
        yield Paragraph(reading.key, reading_lines(reading))
    for table in program.of_kind(Table):
        yield Paragraph(table.key, table_lines(table))


def conclusion_english(conclusion: Conclusion) -> Iterator[Paragraph]:
    """Yield a paragraph for each row of a conclusion."""
    for row in conclusion.rows:
        lines = row_lines(conclusion, row) if isinstance(row.notes, DutyWords) else rule_lines(conclusion, row)
        yield Paragraph(f"row:{conclusion.id}/{row.id}", lines)
