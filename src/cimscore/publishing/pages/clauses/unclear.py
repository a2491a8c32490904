"""Unclear points: a register for each program, and a page for each with every reading, the one taken, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cimscore.assessment.questions.changed import change_in_words
from cimscore.assessment.questions.comparing import Difference
from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.book.shown import ShownExample, name_of
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.finding import other_words
from cimscore.publishing.pages.paper.markdown import (
    Find,
    Page,
    Sheet,
    bullets,
    count,
    folded,
    inline_code,
    plain,
    table,
)
from cimscore.publishing.pages.parts import depends, shared
from cimscore.publishing.pages.standing.force import not_in_force
from cimscore.rules.english.nouns import listed_words
from cimscore.traceability.trace.model import TracedProgram, TracedReading

_MOST: Final = 4
_SHOWN: Final = 4


def unclear_pages(book: Book) -> Iterator[Page]:
    """Yield the index of registers, the register of each program, and a page for each point."""
    sheet = Sheet(places.UNCLEAR, "Unclear points", find=None)
    sheet.add(shared.trail(sheet))
    sheet.add(
        "Where a policy can be read in more than one way we say so, name every reading, take one and say why."
        " Whoever decides a case can choose another, save where the point is only noted."
    )
    for program in book.published:
        points = book.part_of(program.id, book.readings)
        number = count(len(points), "unclear point")
        sheet.heading(2, program.title)
        sheet.add(f"{sheet.link(f'Register of {program.title}', places.unclear(program.id))}: {number}.")
        sheet.add(bullets(sheet.link(point.question, places.reading(point.name)) for point in points))
    yield sheet.page
    yield from (_register(book, program) for program in book.published)
    yield from (_point(book, reading) for reading in book.readings.values())


def _register(book: Book, program: TracedProgram) -> Page:
    sheet = Sheet(places.unclear(program.id), f"Unclear points of {program.title}", kind="Register", find=None)
    sheet.add(shared.trail(sheet, ("Unclear points", places.UNCLEAR), (program.title, places.program(program.id))))
    points = book.part_of(program.id, book.readings)
    sheet.add("" if points else "No unclear point is recorded for this program.")
    rows = [
        (
            sheet.link(point.question, places.reading(point.name)),
            plain(dict(point.readings)[point.taken]),
            _moves(book, point),
        )
        for point in points
    ]
    return sheet.add(table(("What is unclear", "Read as", "Where another reading matters"), rows)).page


def _moves(book: Book, point: TracedReading) -> str:
    """Return how much another reading would move."""
    if not point.rules:
        return "noted only"
    return count(sum(shown.is_about(point.name) for shown in book.shown), "worked example")


def _point(book: Book, point: TracedReading) -> Page:
    meanings = [meaning for _, meaning in point.readings]
    also = other_words(point.question, *meanings)
    sheet = Sheet(places.reading(point.name), point.question, kind="Unclear point", find=Find.EARLY, also=also)
    program = book.program(point.program)
    register = (program.title, places.unclear(program.id))
    sheet.add(shared.trail(sheet, ("Unclear points", places.UNCLEAR), register))
    sheet.add(not_in_force(book, *point.clauses))
    sheet.add(shared.to_check(sheet, book, [*point.clauses, *point.rules]))
    sheet.add("The readings:", bullets(_reading(name, meaning, point.taken) for name, meaning in point.readings))
    sheet.add(f"**Why:** {plain(point.because)}")
    sheet.section("The clauses it is unclear in", shared.clause_table(sheet, book, book.some_clauses(point.clauses)))
    rules = [book.rules[address] for address in point.rules if address in book.rules]
    noted = "It is noted: no rule reads it, so that no other reading can be chosen."
    sheet.section("The rules it matters to", shared.rules_in_brief(sheet, book, rules) or noted)
    moved = [shown for shown in book.shown if shown.is_about(point.name)]
    sheet.section("The examples that another reading would change", *_changes(sheet, point, moved))
    sheet.section(depends.TITLE, *depends.depends_through(sheet, book, point.rules, moved, point.clauses))
    numbers = f", in the list of unclear places {listed_words(list(point.ambiguities))}" if point.ambiguities else ""
    return sheet.add(f"Name in the software: {inline_code(point.name)}{plain(numbers)}.").page


def _changes(sheet: Sheet, point: TracedReading, moved: Sequence[ShownExample]) -> Iterator[str]:
    """Yield what each other reading would change, the first of the examples before the rest of them."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for shown in moved:
        for sensitivity in shown.sensitive:
            if name_of(sensitivity.address) == point.name:
                row = shared.example_link(sheet, shown), plain("; ".join(_told(sensitivity.changes)))
                found.setdefault(sensitivity.meaning, {})[row] = None
    for meaning, held in found.items():
        rows = list(held)
        yield f"Read as **{plain(meaning.rstrip('.'))}**:"
        yield table(("Example", "What changes"), rows[:_SHOWN])
        yield folded(f"{len(rows) - _SHOWN} more", table(("Example", "What changes"), rows[_SHOWN:]))


def _told(changes: Difference) -> list[str]:
    said = change_in_words(changes.adds, changes.takes)
    return [*said[:_MOST], *([f"{len(said) - _MOST} more"] if len(said) > _MOST else [])]


def _reading(name: str, meaning: str, taken: str) -> str:
    said = f"{plain(meaning)} ({inline_code(name)})"
    return f"**Taken:** {said}" if name == taken else said
