"""Questions and tables: what the rules ask, who answers, what is worked with until then; and what they look up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.book.shown import ShownExample
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.finding import other_words
from cimscore.publishing.pages.paper.markdown import Find, Page, Sheet, bullets, inline_code, plain, spoken, table
from cimscore.publishing.pages.parts import depends, shared
from cimscore.publishing.pages.parts.english import English
from cimscore.publishing.pages.standing.force import not_in_force
from cimscore.traceability.trace.model import TracedQuestion, TracedRow, TracedTable

_NOTHING_WORKED_WITH: Final = (
    "Nothing is worked with until it is answered: what an answer would change is told as provisional, and never as no."
)


def question_pages(book: Book) -> Iterator[Page]:
    """Yield the index of questions, and a page for each."""
    sheet = Sheet(places.QUESTIONS, "Questions", find=None)
    sheet.add(shared.trail(sheet))
    sheet.add("What the rules ask and never answer themselves: decisions that people make, and facts of the case.")
    for program in book.published:
        asked = book.part_of(program.id, book.questions)
        rows = [(shared.question_link(sheet, book, question.name), plain(_who(question))) for question in asked]
        sheet.section(program.title, table(("Question", "Who answers it"), rows))
    yield sheet.page
    yield from (_question(book, question) for question in book.questions.values())


def _who(question: TracedQuestion) -> str:
    return spoken(question.decided_by) if question.decided_by else "a fact of the case"


def _question(book: Book, question: TracedQuestion) -> Page:
    sheet = Sheet(places.question(question.name), book.asked[question.name], kind="Question", find=Find.EARLY,
                  also=other_words(book.asked[question.name]))  # fmt: skip
    sheet.add(shared.trail(sheet, ("Questions", places.QUESTIONS), _program(book, question.program)))
    sheet.add(not_in_force(book, *question.clauses))
    sheet.add(shared.to_check(sheet, book, [*question.clauses, *question.rules]))
    asked = book.rulebook.questions[question.name]
    sheet.add(English(sheet, book, question.program).question(asked))
    sheet.add("" if asked.working is not None else _NOTHING_WORKED_WITH)
    rows = [
        ("Who answers it", plain(_who(question))),
        ("What it is asked about", plain(question.about)),
        ("Name in the software", inline_code(question.name)),
    ]
    sheet.add(table(("What", "How"), [row for row in rows if row[1]]))
    sheet.section("The clauses that raise it", shared.clause_table(sheet, book, book.some_clauses(question.clauses)))
    sheet.section("The rules that ask it", shared.rule_table(sheet, book, question.rules))
    waiting = [shown for shown in book.shown if shown.is_about(question.name)]
    sheet.section("Worked examples in which it is open", shared.example_list(sheet, waiting))
    moved = [shown for shown in book.shown if shown in waiting or _moves(shown, question.name)]
    return sheet.section(
        depends.TITLE, *depends.depends_through(sheet, book, question.rules, moved, question.clauses)
    ).page


def _moves(shown: ShownExample, question: str) -> bool:
    """Return True if another answer than the one given brings an outcome about, takes it away or leaves it open."""
    worlds = (world for world in shown.worlds if world.question == question)
    return any(world.brought or world.taken or world.left_open for world in worlds)


def table_pages(book: Book) -> Iterator[Page]:
    """Yield the index of tables, and a page for each."""
    sheet = Sheet(places.TABLES, "Tables", find=None)
    sheet.add(shared.trail(sheet))
    sheet.add("What is a table in the policy is a table here, and each row keeps the clause that says it.")
    for program in book.published:
        held = book.part_of(program.id, book.tables)
        sheet.section(
            program.title, bullets(sheet.link(held_table.title, places.table(held_table.name)) for held_table in held)
        )
    yield sheet.page
    yield from (_table(book, table) for table in book.tables.values())


def _table(book: Book, held: TracedTable) -> Page:
    sheet = Sheet(places.table(held.name), held.title, kind="Table", find=Find.LATER)
    sheet.add(shared.trail(sheet, ("Tables", places.TABLES), _program(book, held.program)))
    sheet.add(shared.to_check(sheet, book, [*(row.clause for row in held.rows), *held.rules]))
    rows = [
        (plain(row.key), plain(row.value), _clause(sheet, book, row.clause), _moving(sheet, book, held.name, row))
        for row in held.rows
    ]
    sheet.add(table(("For", "It says", "Clause", "What another value would move, in how many examples"), rows))
    sheet.section("The rules that look it up", shared.rule_table(sheet, book, held.rules))
    clauses = dict.fromkeys(row.clause for row in held.rows)
    return sheet.section(depends.TITLE, *depends.depends_on(sheet, book, *clauses)).page


def _moving(sheet: Sheet, book: Book, table: str, row: TracedRow) -> str:
    return depends.line_moves(sheet, book, table, row.key) or "–"


def _clause(sheet: Sheet, book: Book, id: str) -> str:
    if id not in book.clauses:
        return inline_code(id)
    return f"{shared.clause_link(sheet, book.clauses[id])} {not_in_force(book, id)}".strip()


def _program(book: Book, id: str) -> tuple[str, str]:
    return book.program(id).title, places.program(id)
