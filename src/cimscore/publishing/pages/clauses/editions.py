"""The editions of a source side by side, clause by clause: in our words and, where they are held, in the source's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from cimscore.policy import Clause
from cimscore.policy.policy import Policy
from cimscore.policy.side_by_side import Became, Beside, side_by_side
from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.markdown import Page, Sheet, plain, table
from cimscore.publishing.pages.parts import shared
from cimscore.publishing.pages.standing.standing import became
from cimscore.traceability.trace.model import TracedEdition, TracedSource

_MOST_ROWS: Final = 300


def edition_pages(book: Book) -> Iterator[Page]:
    """Yield a page for each source of which more than one edition is held."""
    for source in book.sources.values():
        if has_several(source):
            yield _side_by_side(book, source)


def has_several(source: TracedSource) -> bool:
    """Return True if clauses of more than one edition of a source are here."""
    return sum(edition.encoded for edition in source.editions) > 1


def side_by_side_link(sheet: Sheet, source: TracedSource) -> str:
    """Return the link to the editions of a source side by side; empty where there is one edition alone."""
    link = sheet.link("The editions side by side, clause by clause", places.editions(source.id))
    return f"{link}." if has_several(source) else ""


def _side_by_side(book: Book, source: TracedSource) -> Page:
    sheet = Sheet(places.editions(source.id), f"Editions side by side: {source.title}", kind="Editions", find=None)
    sheet.add(shared.trail(sheet, ("Clauses", places.CLAUSES), (source.title, places.source(source.id))))
    sheet.add(
        "What each edition says that the one before it did not, clause by clause. Where an edition is known in part, "
        "what it does not tell is not called new or gone."
    )
    declared = book.rulebook.programs[source.program].declared
    policy = Policy(sources=declared.sources, clauses=declared.clauses)
    held = [edition for edition in source.editions if edition.encoded]
    # The newest first: it is what most readers come for.
    for before, after in reversed([*pairwise(held)]):
        sheet.heading(2, f"{before.title} → {after.title}")
        found = side_by_side(policy, source.id, before.id, after.id)
        sheet.add(plain(_counted(found)), *_tables(sheet, book, found, before, after))
    return sheet.page


def _counted(found: Sequence[Beside]) -> str:
    counts = ((kind, sum(beside.became is kind for beside in found)) for kind in Became)
    return f"{'; '.join(f'{kind.value}: {number}' for kind, number in counts if number).capitalize()}."


def _tables(
    sheet: Sheet, book: Book, found: Sequence[Beside], before: TracedEdition, after: TracedEdition
) -> Iterator[str]:
    said_in = {Became.CHANGED: (before, after), Became.ADDED: (after,), Became.GONE: (before,)}
    for kind, editions in said_in.items():
        those = [beside for beside in found if beside.became is kind and beside.clause.id in book.clauses]
        rows = [
            (
                f"{shared.clause_link(sheet, book.clauses[beside.clause.id])}<br>{plain(kind.value.capitalize())}",
                *(_says(book, beside.clause, edition.id) for edition in editions),
            )
            for beside in those[:_MOST_ROWS]
        ]
        yield table(("Clause", *(plain(edition.title) for edition in editions)), rows)
        yield _by_number(sheet, book, f"{kind.value} besides", those[_MOST_ROWS:])
    for kind in (Became.ONLY_LATER, Became.ONLY_EARLIER):
        those = [beside for beside in found if beside.became is kind and beside.clause.id in book.clauses]
        yield _by_number(sheet, book, kind.value, those)


def _by_number(sheet: Sheet, book: Book, words: str, those: Sequence[Beside]) -> str:
    """Return clauses by their numbers alone; empty where there is none."""
    numbers = shared.clause_numbers(sheet, [book.clauses[beside.clause.id] for beside in those])
    return f"{plain(words.capitalize())}: {numbers}." if those else ""


def _says(book: Book, clause: Clause, edition: str) -> str:
    """Return what a clause says in an edition: our words, the source's where they are held, and what became of it."""
    text = clause.in_edition(edition)
    words = (f"“{plain(words)}”" for words in book.words_in.get((clause.id, edition), ()))
    return "<br>".join((plain(text.text), *words, became(text.disposition)))
