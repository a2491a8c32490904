"""Changes of the policies, from edition to edition, and of what rests on them since somebody last read it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.clauses.editions import side_by_side_link
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.markdown import Page, Sheet, bullets, count, plain, table
from cimscore.publishing.pages.parts import shared
from cimscore.publishing.pages.standing.figures import window
from cimscore.publishing.pages.standing.standing import stands
from cimscore.traceability.trace.links import Hop, Link, LinkState
from cimscore.traceability.trace.model import TracedClause, TracedRule, TracedSource

_MOST_NAMED: Final = 8

Reading = tuple[dt.date, str, str, str]
"""The day on which rules were read, by whom, what was read of them, and why."""


def changes_page(book: Book) -> Page:
    """Return the page of changes."""
    sheet = Sheet(places.CHANGES, "What changed", find=None)
    sheet.add(shared.trail(sheet))
    sheet.add(
        "Policies change from edition to edition. What rests on a changed sentence is marked until a person "
        "has read it again and said so."
    )
    sheet.heading(2, "To be read again").add(_again(sheet, book) or _nothing(book))
    for program in book.published:
        for source in book.part_of(program.id, book.sources):
            sheet.section(f"Editions: {source.title}", *_editions(sheet, book, source))
    return sheet.section("Who last read which rule", _reviews(sheet, book)).page


def _nothing(book: Book) -> str:
    """Return a sentence which says that nothing has changed since it was read, or that nobody has read it."""
    links = (link for address in book.rules for link in book.trace.links_of.get(address, ()))
    unread = {link.lower for link in links if link.hop is Hop.CLAUSE_RULE and link.state is LinkState.UNREAD}
    if unread:
        number = count(len(unread), "rule")
        return f"Nothing has changed since it was read. Never read against its clauses: {number}."
    return "Nothing: every rule is up to date with its clauses."


def _again(sheet: Sheet, book: Book) -> str:
    rows = [(shared.named(sheet, book, address), _why(links)) for address, links in book.again.items()]
    return table(("What", "Why"), rows)


def _why(links: tuple[Link, ...]) -> str:
    return "; ".join(dict.fromkeys(f"{stands(link.state)} {plain(link.why)}" for link in links))


def _editions(sheet: Sheet, book: Book, source: TracedSource) -> tuple[str, ...]:
    parts: list[str] = [side_by_side_link(sheet, source)]
    before = ""
    for edition in source.editions:
        lines = [*map(plain, edition.changes)]
        if edition.encoded:
            lines += _compared(sheet, book, source.id, before, edition.id) if before else []
            before = edition.id
        elif edition.gap:
            lines.append(plain(edition.gap))
        parts = [f"**{plain(edition.title)}**, {plain(window(edition))}.", bullets(lines), *parts]
    return tuple(parts)


def _compared(sheet: Sheet, book: Book, source: str, before: str, after: str) -> list[str]:
    clauses = [clause for clause in book.clauses.values() if clause.source == source]
    new = [clause for clause in clauses if after in clause.editions and before not in clause.editions]
    gone = [clause for clause in clauses if before in clause.editions and after not in clause.editions]
    other = [clause for clause in clauses if after in (clause.since, *(since for since, _ in clause.earlier[1:]))]
    return [
        *_many(sheet, "New", new),
        *_many(sheet, "Says something else", other),
        *_many(sheet, "No longer there", gone),
    ]


def _many(sheet: Sheet, words: str, clauses: list[TracedClause]) -> list[str]:
    return [f"{words}: {', '.join(shared.clause_link(sheet, clause) for clause in clauses)}"] if clauses else []


def _reviews(sheet: Sheet, book: Book) -> str:
    """Return who last read which rules, the latest first; rules read at one time and for one reason share a row."""
    found = defaultdict[Reading, list[TracedRule]](list)
    for rule in book.rules.values():
        if rule.review:
            whole, last = rule.review.last_whole, rule.review
            found[whole.on, whole.by, "the whole rule", whole.why].append(rule)
            if last.whole:
                found[last.on, last.by, "what changed since", last.why].append(rule)
    rows = [
        ("<br>".join(_named(sheet, book, rules)), plain(by), str(on), what, plain(why))
        for (on, by, what, why), rules in sorted(found.items(), reverse=True, key=lambda read: read[0])
    ]
    return table(("Rules", "Read by", "On", "What was read", "Why"), rows)


def _named(sheet: Sheet, book: Book, rules: list[TracedRule]) -> Iterator[str]:
    """Yield a few rules by name; of many, each conclusion with how many of its rules are meant."""
    if len(rules) > _MOST_NAMED:
        yield from shared.in_brief(sheet, book, rules)
    else:
        yield from (shared.rule_link(sheet, book, rule.address) for rule in rules)
