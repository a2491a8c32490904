"""The register of unclear points: every reading taken seriously, the one taken, and why."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.publishing.pages import places, shared
from cimscore.publishing.pages.book import Book
from cimscore.publishing.pages.force import not_in_force
from cimscore.publishing.pages.markdown import Page, Sheet, bullets, count, inline_code, listed, plain
from cimscore.traceability.model import TracedProgram, TracedReading


def unclear_pages(book: Book) -> Iterator[Page]:
    """The index of registers, and the register of each program."""
    sheet = Sheet(places.UNCLEAR, "Unclear points", searched=False)
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
        sheet.add(bullets(sheet.link(it.question, places.reading(it.name)) for it in points))
    yield sheet.page
    yield from (_register(book, program) for program in book.published)


def _register(book: Book, program: TracedProgram) -> Page:
    sheet = Sheet(places.unclear(program.id), f"Unclear points of {program.title}", kind="Register")
    sheet.add(shared.trail(sheet, ("Unclear points", places.UNCLEAR), (program.title, places.program(program.id))))
    points = book.part_of(program.id, book.readings)
    sheet.add("" if points else "No unclear point is recorded for this program.")
    for point in points:
        _point(sheet, book, point)
    return sheet.page


def _point(sheet: Sheet, book: Book, point: TracedReading) -> None:
    sheet.heading(2, point.question, anchor=point.name.partition("/")[2])
    sheet.add(not_in_force(book, *point.clauses))
    sheet.add(shared.to_check(sheet, book, [*point.clauses, *point.rules]))
    sheet.add("The readings:", bullets(_reading(name, meaning, point.taken) for name, meaning in point.readings))
    sheet.add(f"**Why:** {plain(point.because)}")
    clauses = [shared.clause_link(sheet, book.clauses[id]) for id in point.clauses if id in book.clauses]
    rules = [book.rules[address] for address in point.rules if address in book.rules]
    sheet.add(f"**Unclear in:** {', '.join(clauses)}" if clauses else "")
    sheet.add(
        *(
            ("**Matters to:**", shared.rules_in_brief(sheet, rules))
            if rules
            else ("It is noted: no rule reads it, so that no other reading can be chosen.",)
        )
    )
    moved = [shown for shown in book.shown if shown.is_about(point.name)]
    sheet.add(
        *(("**Another reading would change these examples:**", shared.example_list(sheet, moved)) if moved else ())
    )
    numbers = f", in the list of unclear places {listed(list(point.ambiguities))}" if point.ambiguities else ""
    sheet.add(f"Name in the software: {inline_code(point.name)}{plain(numbers)}.")


def _reading(name: str, meaning: str, taken: str) -> str:
    return (
        f"**Taken:** {plain(meaning)} ({inline_code(name)})"
        if name == taken
        else f"{plain(meaning)} ({inline_code(name)})"
    )
