"""Force of things on the day of the site. Each page says it at the top, in words, before all else."""

from __future__ import annotations

from collections.abc import Sequence

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.paper.markdown import plain
from cimscore.publishing.pages.standing.standing import in_force
from cimscore.traceability.reports.currency import Currency, Force, currency_of, force_on, in_words
from cimscore.traceability.trace.model import TracedProgram

_BEFORE = "It still decides what came in before."
_SINCE = (
    "None of its clauses is here. The old one still decides what came in before. It decides what came in since too, "
    "but provisionally, and each decision says so."
)


def not_in_force(book: Book, *ids: str) -> str:
    """Return a sentence which says that none of some clauses or rules is in force; empty if one of them is."""
    currency = book.together(ids)
    return "" if currency.force is Force.IN_FORCE else in_force(currency)


def band(book: Book, *ids: str) -> str:
    """Return the state of some clauses or rules on the day, in a sentence or two that nobody overlooks."""
    currency = book.together(ids)
    return _notice(currency, _in_words(book, currency, ids)) if set(ids) & book.currency.keys() else ""


def program_band(book: Book, program: TracedProgram) -> str:
    """Return the state, on the day, of the first document that a program carries out; empty while it has none."""
    source = next(iter(book.part_of(program.id, book.sources)), None)
    if source is None:
        return ""
    encoded = [edition for edition in source.editions if edition.encoded]
    currency = currency_of(source, (edition.id for edition in encoded), book.on)
    if currency.force is Force.ENDED:
        return _notice(currency, f"These rules carry out: {encoded[-1].title}. {_what_is_left(currency)}")
    holds = [edition for edition in encoded if force_on(edition, book.on) in (Force.IN_FORCE, Force.PERHAPS)]
    since = next((f", since {in_words(interval.from_)}" for interval in holds[-1:] if interval.from_), "")
    named = f"{holds[-1].title}{since}. " if holds else ""
    return _notice(currency, f"{named}{_in_words(book, currency, ())}")


def replaced(currency: Currency) -> str:
    """Return what replaced something that ended."""
    return f"Replaced by: {currency.by.title}." if currency.by else "What took its place is not known here."


def _what_is_left(currency: Currency) -> str:
    """Return what replaced something that ended, and what is still decided by it."""
    return f"{replaced(currency)} {_BEFORE if currency.by is None or currency.by.encoded else _SINCE}"


def _notice(currency: Currency, words: str) -> str:
    kind = currency.force.name.lower().replace("_", "-")
    return f"{in_force(currency)} {plain(words)}\n{{: .cims-notice .cims-notice-{kind} data-search-exclude }}"


def _in_words(book: Book, currency: Currency, ids: Sequence[str]) -> str:
    match currency.force:
        case Force.ENDED:
            return _what_is_left(currency)
        case Force.PERHAPS:
            return "Another edition began this month, on a day that is not known: until it is, either may hold."
        case Force.NOT_YET:
            return "Nothing is decided by it until then."
    ended = sum(book.currency[clause].force is Force.ENDED for clause in ids if clause in book.currency)
    rest = f" {ended} of its clauses {'has' if ended == 1 else 'have'} ended." if ended else ""
    return f"As of {in_words(book.on)}.{rest}"
