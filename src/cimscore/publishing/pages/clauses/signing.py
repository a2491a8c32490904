"""Sign-off sheets: one chapter each, to print on A4, read, tick and sign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.markdown import Page, Sheet, bullets, plain, table
from cimscore.publishing.pages.parts import shared
from cimscore.publishing.pages.parts.english import in_a_cell
from cimscore.publishing.pages.parts.signed import signed_list
from cimscore.publishing.pages.standing.force import band
from cimscore.publishing.pages.standing.standing import became
from cimscore.traceability.reports.signoff import SignOffRow, SignOffSheet, sign_off_sheets

_NOTE: Final = '<span class="cims-note">Note</span>'
"""The heading of a column in which people write by hand."""

_TICK: Final = "☐&nbsp;agree<br>☐&nbsp;change"


def signing_pages(book: Book) -> Iterator[Page]:
    """Yield the index of sign-off sheets, and a sheet for each chapter."""
    slugs = {
        (chapter.source, chapter.heading): chapter.slug for chapters in book.chapters.values() for chapter in chapters
    }
    sheets = [sheet for sheet in sign_off_sheets(book.trace) if sheet.program in book.programs]
    index = Sheet(places.SIGN_OFF, "Sign-off sheets", find=None)
    index.add(shared.trail(index))
    index.add(
        "One for each chapter, to print on A4: what the policy says as we read it, what carries it out, and "
        "room to agree or to object."
    )
    for source in book.sources.values():
        links = (
            index.link(sheet.heading, places.sign_off(sheet.source, slugs[sheet.source, sheet.heading]))
            for sheet in sheets
            if sheet.source == source.id
        )
        index.section(source.title, bullets(links))
    yield index.page
    yield from (_sheet(book, sheet, slugs[sheet.source, sheet.heading]) for sheet in sheets)


def _sheet(book: Book, chapter: SignOffSheet, slug: str) -> Page:
    sheet = Sheet(
        places.sign_off(chapter.source, slug), f"Sign-off: {chapter.heading}", kind="Sign-off sheet", find=None
    )
    program = book.program(chapter.program)
    source = book.sources[chapter.source]
    sheet.add(
        shared.trail(
            sheet, ("Sign-off sheets", places.SIGN_OFF), (chapter.heading, places.chapter(chapter.source, slug))
        )
    )
    clauses = tuple(row.clause for row in chapter.rows)
    sheet.add(band(book, *clauses))
    sheet.add(table(("Of", "Which"), [
        ("Document", plain(f"{chapter.title}, {source.publisher}")),
        ("Editions", plain("; ".join(edition.title for edition in source.editions if edition.encoded))),
        ("Program", plain(f"{program.title} ({program.distribution} {program.version}, digest {program.digest})")),
        ("Software", plain(f"cimscore {book.trace.engine}")),
    ]))  # fmt: skip
    sheet.add(
        "Tick a clause where our reading is right and what carries it out is what you expect. Write what "
        "should be otherwise beside it."
    )
    told: set[str] = set()
    rows = [(_clause(sheet, book, row), _carried(sheet, book, row, clauses, told), _TICK, " ") for row in chapter.rows]
    sheet.add(table(("Clause, as we read it", "What carries it out", "Sign", _NOTE), rows))
    sheet.heading(2, "Signed").add(table(("Name", "Position", "Date", "Signature"), [("&nbsp;",) * 4] * 2))
    return sheet.page


def _clause(sheet: Sheet, book: Book, row: SignOffRow) -> str:
    """Return what is signed: our reading, the source's words where they are held, and the unclear points to tick."""
    words = (f"“{plain(words)}”" for words in book.words.get(row.clause, ()))
    said = signed_list(book, book.clauses[row.clause]).removeprefix("- ").replace("\n- ", "<br>")
    return "<br>".join(
        filter(None, [shared.clause_link(sheet, book.clauses[row.clause]), plain(row.reading), *words,
                      *_unclear(book, row), said])
    )  # fmt: skip


def _unclear(book: Book, row: SignOffRow) -> Iterator[str]:
    """Yield each unclear point that a clause has a part in, with every reading of it to tick."""
    for point in (book.readings[name] for name in row.readings if name in book.readings):
        yield f"*{plain(point.question)}*"
        yield from (
            f"☐ {plain(text)}{' (taken)' if value == point.taken else ''}" for value, text in point.readings
        )  # fmt: skip


def _carried(sheet: Sheet, book: Book, row: SignOffRow, clauses: tuple[str, ...], told: set[str]) -> str:
    """Return what carries out a clause. A rule that the sheet has told already, in `told`, is only named."""
    lines = [became(row.disposition)]
    lines += [plain(row.note)] if row.note else []
    if len(row.rules) > shared.MOST_RULES:
        return "<br>".join([*lines, *shared.in_brief(sheet, book, (book.rules[rule.address] for rule in row.rules))])
    again = [rule.address for rule in row.rules if rule.address in told]
    for rule in (rule for rule in row.rules if rule.address not in told):
        told.add(rule.address)
        state = shared.standing(book, rule.address, rule.state, told=clauses)
        tests = f"{rule.passed} of {rule.tests} tests passed."
        state = f"{state} {plain(rule.read[0].upper() + rule.read[1:])}."
        name = f"**{plain(shared.rule_name(book, rule.address))}**"
        lines += [name, in_a_cell(book.rulebook.rules[rule.address]), f"{state} {tests}"]
    if again:
        names = ", ".join(f"**{plain(shared.rule_name(book, address))}**" for address in again)
        lines.append(f"As above: {names}")
    return "<br>".join(lines)
