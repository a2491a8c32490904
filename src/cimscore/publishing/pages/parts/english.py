"""Rules, clocks and definitions in plain English, as the very values that run print themselves, with exact links."""

from __future__ import annotations

from typing import Any, Final

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.markdown import Sheet, plain
from cimscore.rulebook import Rule
from cimscore.rules import Clock, Question
from cimscore.rules.conditions.predicates import Defined
from cimscore.rules.english import (
    Line,
    clock_lines,
    definition_lines,
    english_markdown,
    english_text,
    question_lines,
    rule_lines,
)
from cimscore.rules.english.duties import row_lines
from cimscore.rules.rows.duties import DutyWords

_ABOUT_A_QUESTION: Final = frozenset({"question", "grouped", "answered", "decided-at", "answered-by"})


class English:
    """Prints what a program says, and keeps the definitions to which the printed lines have led."""

    def __init__(self, sheet: Sheet, book: Book, program: str) -> None:
        self._sheet, self._book, self._id = sheet, book, program
        declared = book.rulebook.program(program).program
        self._definitions = {definition.key: definition for definition in declared.definitions}
        self._conclusions = {conclusion.id for conclusion in declared.conclusions}
        self._met: dict[str, Defined] = {}

    @property
    def met(self) -> tuple[Defined, ...]:
        """Return the definitions that were linked so far, by sentence."""
        return tuple(self._met[key] for key in sorted(self._met))

    def rule(self, rule: Rule) -> str:
        """Return a row or a clock as Markdown."""
        return self._printed(lines_of(rule))

    def definition(self, definition: Defined) -> str:
        """Return a definition as Markdown."""
        return self._printed(definition_lines(definition))

    def question(self, question: Question[Any]) -> str:
        """Return what is asked, the possible answers, who decides, and what is worked with until then, as Markdown."""
        return self._printed(question_lines(question)[1:])

    def _printed(self, lines: tuple[Line, ...]) -> str:
        return english_markdown(lines, self._address)

    def _address(self, key: str) -> str:
        place = self._place(key)
        if key in self._definitions:
            self._met[key] = self._definitions[key]
        return self._sheet.to(place) if place not in ("", self._sheet.path) else ""

    def _place(self, key: str) -> str:
        """Return where a thing has its paragraph; empty where it has none."""
        kind, _, id = key.partition(":")
        name = f"{self._id}/{id}"
        if key in self._definitions:
            return place_of(self._id, self._definitions[key])
        if kind == "conclusion" and id in self._conclusions:
            return places.conclusion(self._id, id)
        if kind in _ABOUT_A_QUESTION and name in self._book.questions:
            return places.question(name)
        if kind == "reading" and name in self._book.readings:
            return places.reading(name)
        return places.table(name) if kind == "table" and name in self._book.tables else ""


def lines_of(rule: Rule) -> tuple[Line, ...]:
    """Return a row or a clock as lines of plain English."""
    if isinstance(rule.of, Clock) or rule.row is None:
        return clock_lines(rule.of) if isinstance(rule.of, Clock) else ()
    if isinstance(rule.row.notes, DutyWords):
        return row_lines(rule.of, rule.row)
    return rule_lines(rule.of, rule.row)


def in_a_cell(rule: Rule) -> str:
    """Return a row or a clock for the cell of a table, each line of a list on a line of its own."""
    lines = ((line.lstrip(), len(line) - len(line.lstrip())) for line in english_text(lines_of(rule)).splitlines())
    return "<br>".join(f"{'&ensp;' * indent}{plain(words)}" for words, indent in lines)


def place_of(program: str, definition: Defined) -> str:
    """Return where a definition has its paragraph."""
    return places.definition(program, module_of(definition), definition.says)


def module_of(definition: Defined) -> str:
    """Return the module that declares a definition, by its own name."""
    return definition.written.module.rpartition(".")[2]


def title_of(definition: Defined) -> str:
    """Return the sentence of a definition, to stand as a heading."""
    return definition_lines(definition)[0].text.rstrip(".:")
