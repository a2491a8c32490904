"""Pages of the forms that sources name: each field with its clause, and a form to fill in if the rules are packed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.cases.try_it import try_host
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.markdown import Page, Sheet, plain, table
from cimscore.publishing.pages.parts import shared
from cimscore.report_forms import label_of
from cimscore.rules.rows.forms import FormField, ReportForm
from cimscore.traceability.trace.model import TracedProgram

_ABOUT: Final = (
    "What a report holds by the sources, field by field, in the order of the page. A field that is *not known yet* is "
    "answered, and still has to be learnt; it never counts as no."
)
_HERE: Final = (
    "What is owed is told as you write. **Nothing that you write leaves this computer, and nothing of it is kept** "
    "when you close the page: save it. Use invented people if others can see your screen."
)


def report_form_pages(book: Book) -> Iterator[Page]:
    """Yield a page for each form of the programs."""
    for program in book.published:
        yield from (_page(book, program, form) for form in _forms(book, program))


def report_form_links(sheet: Sheet, book: Book, program: TracedProgram) -> Iterator[str]:
    """Yield the way to each form of a program."""
    for form in _forms(book, program):
        yield sheet.link(f"Its form: {form.title}", places.report_form(program.id, form.id))


def _forms(book: Book, program: TracedProgram) -> tuple[ReportForm, ...]:
    return book.rulebook.program(program.id).declared.forms


def _page(book: Book, program: TracedProgram, form: ReportForm) -> Page:
    sheet = Sheet(places.report_form(program.id, form.id), form.title, kind="Form")
    sheet.add(shared.trail(sheet, (program.title, places.program(program.id))))
    sheet.add(_ABOUT)
    if book.scripts:
        sheet.add(_HERE, *try_host(sheet, book, program, form.id))
    rows = [_field(sheet, book, field) for field in form.fields]
    return sheet.section("Its fields", table(("Field", "Asked for", "By clause"), rows)).page


def _field(sheet: Sheet, book: Book, field: FormField) -> tuple[str, ...]:
    clauses = (shared.clause_link(sheet, clause) for clause in book.some_clauses(field.clauses))
    return plain(label_of(field)), "in every report" if field.required else "where there is one", ", ".join(clauses)
