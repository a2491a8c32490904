"""Fields of forms, on the pages of the clauses that ask for them."""

from __future__ import annotations

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.markdown import Sheet, bullets, plain
from cimscore.report_forms import label_of


def form_field_list(sheet: Sheet, book: Book, clause: str) -> str:
    """Return the fields that rest on a clause, each with its form; empty if there is none.

    Args:
        sheet: The page.
        book: The book.
        clause: Id of the clause.
    """
    return bullets(
        f"{sheet.link(form.title, places.report_form(program.id, form.id))}: {plain(label_of(field))}"
        for program in book.published
        for form in book.rulebook.program(program.id).declared.forms
        for field in form.fields
        if clause in field.clauses
    )
