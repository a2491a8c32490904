"""Every passage of a document at hand, in its order: the clauses that carry it, or that it says nothing of its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cimscore.policy import DriftState, Locator
from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.markdown import Page, Sheet, count, plain, table
from cimscore.publishing.pages.parts import shared
from cimscore.rules.english.nouns import listed_words
from cimscore.traceability.reports.currency import in_words
from cimscore.traceability.trace.model import TracedClause, TracedSource

_STATES = {
    DriftState.IN_STEP: "as it was read",
    DriftState.MOVED: "moved",
    DriftState.CHANGED: "changed",
    DriftState.GONE: "gone",
    DriftState.NEW: "new",
}
_TIMES: Final = ("not yet", "once", "twice")
_NOTHING: Final = "says nothing of its own: a heading, navigation, or where to read on"


def passage_pages(book: Book) -> Iterator[Page]:
    """Yield a page for each document at hand, with what became of every passage of it."""
    yield from (_passages(book, source) for source in book.sources.values() if source.held)


def accounted(book: Book, source: TracedSource) -> str:
    """Return how many passages of a document are accounted for, by what, and when they were last compared with it."""
    found = carried_by(book, source.id)
    carried = sum(bool(clauses) for clauses in found.values())
    rest = f"{len(found) - carried} say nothing of their own" if len(found) > carried else "none is passed over"
    return f"{count(carried, 'passage')} carried by clauses; {rest}. {_checked(book, source)}"


def carried_by(book: Book, source: str) -> Mapping[Locator, tuple[str, ...]]:
    """Return the clauses that carry each passage of a document, in its order; none for what says nothing of its own."""
    declared = book.rulebook.sources[source]
    clauses = [clause for clause in book.rulebook.clauses.values() if clause.source == source]
    found = defaultdict[Locator, list[str]](list)
    for text in declared.texts:
        for clause in clauses:
            for told in clause.texts_in(text.editions):
                for anchor in told.anchors:
                    found[anchor.locator].append(clause.id)
        for anchor in text.passed_over:
            found[anchor.locator]
    order = {heading: at for at, heading in enumerate(declared.headings)}
    ordered = sorted(
        found, key=lambda passage: (order.get(passage.heading, len(order)), passage.heading, passage.position)
    )
    return {passage: tuple(dict.fromkeys(found[passage])) for passage in ordered}


def _checked(book: Book, source: TracedSource) -> str:
    if book.held is None:
        return "The document was not at hand when these pages were made, so nothing was held against it that day."
    states = Counter(drift.state for drift in book.held.drifts if drift.source == source.id)
    told = listed_words([f"{states[state]} {words}" for state, words in _STATES.items() if states[state]])
    return f"Held against the document on {in_words(book.on)}: {told}." if told else "Its file was not found."


def _passages(book: Book, source: TracedSource) -> Page:
    title = f"Every passage of: {source.title}"
    sheet = Sheet(places.passages(source.id), title, kind="Passages", find=None)
    sheet.add(shared.trail(sheet, ("Clauses", places.CLAUSES), (source.title, places.source(source.id))))
    sheet.add(plain(accounted(book, source)))
    sheet.add(
        "A passage is a paragraph or a bullet of the document, numbered under its heading. With it stand the clauses "
        "that carry it, how many tests met one of them when last run, and how often the authors have read them."
    )
    rows: dict[str, list[tuple[str, ...]]] = {}
    for place, ids in carried_by(book, source.id).items():
        clauses = book.some_clauses(ids)
        links = " · ".join(shared.clause_link(sheet, clause) for clause in clauses) or _NOTHING
        rows.setdefault(place.heading, []).append((str(place.position), links, *_held_by(clauses)))
    for heading, held in rows.items():
        sheet.section(heading or "Before the first heading", table(("Passage", "Carried by", "Tests", "Read"), held))
    return sheet.page


def _held_by(clauses: Sequence[TracedClause]) -> tuple[str, str]:
    """Return how many tests met one of some clauses, and how often the one of them least read was read."""
    if not clauses:
        return "–", "–"
    tests = {test for clause in clauses for test in clause.tests}
    times = min(len({review.reader for review in clause.reviews}) for clause in clauses)
    return str(len(tests) or "none"), _TIMES[min(times, len(_TIMES) - 1)]
