"""Dependents of a thing: the duties, outcomes and examples that move with it, and the sheets to sign again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.book.shown import ShownExample
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.chapters import Chapter
from cimscore.publishing.pages.paper.markdown import Sheet, count, folded, plain
from cimscore.publishing.pages.parts import shared
from cimscore.traceability.worlds.worlds import Outcome

TITLE: Final = "What depends on this"
_MOST: Final = 12


def depends_on(sheet: Sheet, book: Book, *ids: str) -> Iterator[str]:
    """Yield what rests on a clause or a rule in the worked examples, and the sheets to sign again if it changes.

    Args:
        sheet: The page.
        book: What is published.
        ids: Clauses and rules; what rests on any of them.
    """
    held = book.running.examples
    examples = tuple(dict.fromkeys(shown for address in ids for shown in held.get(address, ())))
    yield from _told(sheet, book, ids, examples, ids)


def depends_in_brief(sheet: Sheet, book: Book, rule: str) -> Iterator[str]:
    """Yield the same of a rule among many on a page, with the first of its examples."""
    examples = book.running.examples.get(rule, ())
    yield f"It applies in {len(examples)} of {count(len(book.shown), 'worked example')}."
    yield shared.example_list(sheet, examples)
    yield from _told(sheet, book, (rule,), (), (rule,), brief=True)


def depends_through(
    sheet: Sheet, book: Book, rules: Sequence[str], examples: Sequence[ShownExample], clauses: Sequence[str]
) -> Iterator[str]:
    """Yield what rests on the answer to a question, or on a reading, by way of the rules that read it.

    Args:
        sheet: The page.
        book: What is published.
        rules: The rules that read it.
        examples: The examples in which another answer or reading would change something.
        clauses: The clauses that raise it.
    """
    if rules:
        yield from _told(sheet, book, rules, tuple(examples), (*rules, *clauses))


def _told(
    sheet: Sheet,
    book: Book,
    ids: Sequence[str],
    examples: Sequence[ShownExample],
    signed: Sequence[str],
    *,
    brief: bool = False,
) -> Iterator[str]:
    if not brief:
        yield f"Something moves with it in {len(examples)} of {count(len(book.shown), 'worked example')}."
    links = [shared.example_link(sheet, example) for example in examples[:_MOST]]
    links += [f"and {len(examples) - _MOST} more"] if len(examples) > _MOST else []
    yield folded(f"These examples ({len(examples)})", " · ".join(links))
    acts = [] if brief else _acts(book, ids, examples)
    yield _line("Duties and clocks that move, each with its examples", (_act(sheet, book, *act) for act in acts))
    yield _line("Outcomes that rest on it", (_outcome(sheet, book, outcome) for outcome in _outcomes(book, ids)))
    yield _line("Sheets to sign again", (_signed(sheet, chapter) for chapter in _chapters(book, signed)))


def line_moves(sheet: Sheet, book: Book, table: str, line: str) -> str:
    """Return the duties and clocks that another value in one line of a table would move, each with its examples.

    Args:
        sheet: The page.
        book: What is published.
        table: The name of the table.
        line: What the line is for.
    """
    held = book.running.lines.get((table, line), {})
    return " · ".join(_act(sheet, book, rule, len(those)) for rule, those in held.items() if rule in book.rules)


def lines_move(sheet: Sheet, book: Book, clause: str) -> Iterator[str]:
    """Yield, for each line of a table that rests on a clause and gives a value, what another would move."""
    for table in (book.tables[name] for name in book.clauses[clause].tables if name in book.tables):
        for row in (row for row in table.rows if row.clause == clause and row.value != row.key):
            moves = line_moves(sheet, book, table.name, row.key)
            link = sheet.link(table.title, places.table(table.name))
            yield f"**If “{plain(row.value)}” were another for {plain(row.key)}** ({link}): {moves}" if moves else ""


def _line(words: str, links: Iterable[str]) -> str:
    found = list(links)
    more = [f"and {len(found) - _MOST} more"] if len(found) > _MOST else []
    return f"**{words} ({len(found)}):** {' · '.join([*found[:_MOST], *more])}" if found else ""


def _act(sheet: Sheet, book: Book, rule: str, examples: int) -> str:
    return f"{shared.rule_link(sheet, book, rule)} ({examples})"


def _acts(book: Book, ids: Sequence[str], examples: Collection[ShownExample]) -> list[tuple[str, int]]:
    """Return the duties and clocks that rest on any of some things, those that do in most of the examples first."""
    found: dict[str, set[ShownExample]] = {}
    for address in ids:
        for rule, those in book.running.acts.get(address, {}).items():
            found.setdefault(rule, set()).update(set(those) & set(examples))
    counted = [(rule, len(those)) for rule, those in found.items() if those and rule in book.rules]
    return sorted(counted, key=lambda pair: (-pair[1], pair[0]))


def _outcomes(book: Book, ids: Sequence[str]) -> list[Outcome]:
    return sorted(
        {
            outcome
            for address in ids
            for outcome in book.running.outcomes.get(address, ())
            if outcome.program in book.programs
        }
    )


def _outcome(sheet: Sheet, book: Book, outcome: Outcome) -> str:
    return sheet.link(book.spoken(outcome.name), places.outcome(outcome.program, outcome.topic, outcome.name))


def _chapters(book: Book, ids: Sequence[str]) -> list[Chapter]:
    """Return the chapters whose sheet shows one of some things: a clause's own, and those of what its rules rest on."""
    clauses = [address for address in ids if address in book.clauses]
    rules = [
        *(address for address in ids if address in book.rules),
        *(rule for address in clauses for rule in book.running.rules.get(address, ())),
    ]
    shown = [*clauses, *(clause for rule in rules for clause in book.running.cited.get(rule, ()))]
    found = {address: book.chapter_of[address] for address in shown if address in book.chapter_of}
    return list({(chapter.source, chapter.slug): chapter for chapter in found.values()}.values())


def _signed(sheet: Sheet, chapter: Chapter) -> str:
    return sheet.link(chapter.heading, places.sign_off(chapter.source, chapter.slug))


def clauses_ran(sheet: Sheet, book: Book, shown: ShownExample) -> str:
    """Return the clauses that anything in an example rests on, as a list to unfold."""
    clauses = book.some_clauses(sorted(shown.resting_on))
    return folded(f"The clauses that it rests on ({len(clauses)})", shared.clause_numbers(sheet, clauses))
