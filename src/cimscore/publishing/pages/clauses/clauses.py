"""Clauses: a page for each, the chapters they stand in, and the jump list of every source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cimscore.policy import Disposition
from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.clauses.editions import side_by_side_link
from cimscore.publishing.pages.clauses.passages import accounted
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.chapters import Chapter
from cimscore.publishing.pages.paper.finding import other_words
from cimscore.publishing.pages.paper.markdown import (
    Find,
    Page,
    Sheet,
    bullets,
    count,
    figure,
    folded,
    inline_code,
    plain,
    quote,
    table,
)
from cimscore.publishing.pages.parts import depends, shared
from cimscore.publishing.pages.parts.form_fields import form_field_list
from cimscore.publishing.pages.parts.signed import signed_list
from cimscore.publishing.pages.standing.figures import has_windows, timeline, window
from cimscore.publishing.pages.standing.force import band
from cimscore.publishing.pages.standing.standing import became, in_force
from cimscore.traceability.reports.currency import Currency, force_on
from cimscore.traceability.trace.links import LinkState
from cimscore.traceability.trace.model import TracedClause, TracedEdition, TracedSource


def clause_pages(book: Book) -> Iterator[Page]:
    """Yield the index of clauses, a page for each source, each chapter and each clause."""
    yield _index(book)
    for source in book.sources.values():
        chapters = book.chapters[source.id]
        yield _source(book, source, chapters)
        yield from (_chapter(book, source, chapter) for chapter in chapters)
        ordered = [clause for chapter in chapters for clause in chapter.clauses]
        neighbours = zip([None, *ordered[:-1]], ordered, [*ordered[1:], None], strict=True)
        yield from (_clause(book, source, *three) for three in neighbours)


def _index(book: Book) -> Page:
    sheet = Sheet(places.CLAUSES, "Clauses", find=None)
    sheet.add(shared.trail(sheet))
    sheet.add(
        "Every statement of every policy, in the order of its document. Choose a document, or search above by"
        " number or by words."
    )
    for program in book.published:
        sheet.heading(2, program.title)
        for source in book.part_of(program.id, book.sources):
            chapters = book.chapters[source.id]
            number = sum(len(chapter.clauses) for chapter in chapters)
            sheet.add(f"{sheet.link(source.title, places.source(source.id))}: {count(number, 'clause')}.")
            sheet.add(bullets(_chapter_line(sheet, chapter) for chapter in chapters))
    return sheet.page


def _chapter_line(sheet: Sheet, chapter: Chapter) -> str:
    link = sheet.link(chapter.heading, places.chapter(chapter.source, chapter.slug))
    return f"{link} ({count(len(chapter.clauses), 'clause')})"


def _source(book: Book, source: TracedSource, chapters: tuple[Chapter, ...]) -> Page:
    sheet = Sheet(places.source(source.id), source.title, kind="Document", find=None)
    program = book.program(source.program)
    sheet.add(shared.trail(sheet, ("Clauses", places.CLAUSES), (program.title, places.program(program.id))))
    sheet.add(f"{plain(source.publisher)}. {plain(source.document)}.")
    if not source.held:
        sheet.add("The document itself is not at hand: what is said of it is known from elsewhere, and is not checked.")
    years = figure(timeline(f"editions-{source.id}", source), f"Editions of {source.title}")
    sheet.section("Editions", years if has_windows(source) else "",
                  edition_table(source.editions, book.on), side_by_side_link(sheet, source))  # fmt: skip
    if source.held:
        every = sheet.link("Every passage of it, with the clauses that carry it", places.passages(source.id))
        sheet.add(f"{every}: {plain(accounted(book, source))}")
    sheet.section("Chapters", bullets(_chapter_line(sheet, chapter) for chapter in chapters))
    sheet.section("Jump to a clause", *(_jumps(sheet, chapter) for chapter in chapters))
    return sheet.page


def edition_table(editions: tuple[TracedEdition, ...], on: dt.date) -> str:
    """Return the editions of a source in words."""
    rows = [
        (
            plain(edition.title),
            in_force(Currency(force=force_on(edition, on))),
            plain(window(edition)),
            plain(_known(edition)),
        )
        for edition in editions
    ]
    return table(("Edition", "Now", "In force", "How well it is known"), rows)


def _known(edition: TracedEdition) -> str:
    if not edition.encoded:
        return edition.gap or "that there is one; none of its clauses is here"
    return "in full" if edition.complete else "in part: where it is silent, the answer is not in the source"


def _jumps(sheet: Sheet, chapter: Chapter) -> str:
    return f"**{plain(chapter.heading)}:** {shared.clause_numbers(sheet, chapter.clauses)}\n{{: .cims-jumps }}"


def _chapter(book: Book, source: TracedSource, chapter: Chapter) -> Page:
    sheet = Sheet(places.chapter(source.id, chapter.slug), chapter.heading, kind="Chapter", find=None)
    sheet.add(shared.trail(sheet, ("Clauses", places.CLAUSES), (source.title, places.source(source.id))))
    every = tuple(clause.id for clause in chapter.clauses)
    sheet.add(band(book, *every))
    rows = [
        (
            shared.clause_link(sheet, clause),
            plain(clause.text),
            f"{became(clause.disposition)} {_state(book, clause, *every)}".strip(),
        )
        for clause in chapter.clauses
    ]
    sheet.add(table(("Clause", "As we read it", "Status"), rows))
    signed = places.sign_off(source.id, chapter.slug)
    sheet.add(f"To print and sign: {sheet.link(f'sign-off sheet of {chapter.heading}', signed)}.")
    return sheet.page


def _state(book: Book, clause: TracedClause, *told: str) -> str:
    """Return the state of a clause, if it has a rule or a gap that somebody could have read.

    Args:
        book: What is published.
        clause: The clause.
        told: The clauses of which the top of the page says whether they are in force.
    """
    read = clause.rules or clause.disposition.by_rules or clause.state is not LinkState.IN_STEP
    if read or clause.id in book.again:
        return shared.standing(book, clause.id, clause.state, told=told)
    return shared.force_of(book, clause.id, told)


def _clause(book: Book, source: TracedSource, before: TracedClause | None, clause: TracedClause,
            after: TracedClause | None) -> Page:  # fmt: skip
    title = shared.clause_title(clause)
    sheet = Sheet(places.clause(clause.id), title, kind="Clause", find=Find.FIRST, also=_also(title, clause))
    chapter = book.chapter_of[clause.id]
    sheet.add(shared.trail(sheet, ("Clauses", places.CLAUSES), (source.title, places.source(source.id)),
                           (chapter.heading, places.chapter(source.id, chapter.slug))))  # fmt: skip
    sheet.add(band(book, clause.id))
    attention = shared.attention(sheet, book, clause.id)
    state = "" if attention else _state(book, clause, clause.id)
    sheet.add(quote(clause.text), f"{became(clause.disposition)} {state}".strip())
    sheet.add(plain(_became_in_words(clause)), attention)
    sheet.section("The source's own words", *map(quote, book.words.get(clause.id, ())))
    sheet.section("Who has signed it", signed_list(book, clause))
    sheet.section("The rules that carry it out", *_rules(sheet, book, clause))
    sheet.section("Read from a table", shared.table_list(sheet, book, clause.tables))
    sheet.section("Moves of a record that rest on it", shared.workflow_list(sheet, book, clause.workflows))
    sheet.section("Fields of a form that ask for it", form_field_list(sheet, book, clause.id))
    sheet.section("What it asks of a person or the case", shared.question_list(sheet, book, clause.questions))
    sheet.section("Where it is unclear", shared.unclear_list(sheet, book, clause.readings))
    sheet.section("Worked examples", shared.example_list(sheet, book.examples_of(clause)))
    moves = depends.lines_move(sheet, book, clause.id)
    sheet.section(depends.TITLE, *moves, *depends.depends_on(sheet, book, clause.id))
    about = (clause.title, clause.text, *clause.synonyms)
    sheet.section("Tests", shared.test_table(book, clause.tests, about, by_name=True))
    sheet.section("Where it stands", _standing(clause, source))
    return sheet.add(_neighbours(sheet, before, after)).page


def _also(title: str, clause: TracedClause) -> tuple[str, ...]:
    """Return the words by which a clause is looked for: its synonyms, and those that its words bring."""
    return tuple(dict.fromkeys((*clause.synonyms, *other_words(title, clause.text))))


def _rules(sheet: Sheet, book: Book, clause: TracedClause) -> Iterator[str]:
    """Yield the rules that cite it or rest on it in an example; and those that look up other lines of its table."""
    own = book.running.rules.get(clause.id, ())
    yield shared.rule_table(sheet, book, own, told=(clause.id,))
    others = [book.rules[rule] for rule in clause.rules if rule not in own and rule in book.rules]
    title = f"Rules that look up the same table, at other lines in every example ({len(others)})"
    yield folded(title, shared.rules_in_brief(sheet, book, others))


def _became_in_words(clause: TracedClause) -> str:
    match clause.disposition:
        case Disposition.ENCODED:
            return "This is how we understood the clause. The rules below carry it out."
        case Disposition.ENCODED_IN_PART:
            return f"The rules below carry out a part of this clause. What is missing: {clause.missing}"
        case Disposition.LEFT_TO_A_PERSON:
            return "A person weighs this. The software asks for the answer and never gives it."
        case Disposition.GUIDANCE:
            return f"No rule carries it out: {clause.reason}"
        case Disposition.TO_DO:
            return (
                "The passage is new or other than before, and nobody has read it yet: what stands here is no reading."
            )
        case _:
            return f"Not part of this program: {clause.reason}"


def _standing(clause: TracedClause, source: TracedSource) -> str:
    titles = {edition.id: f"{edition.title}, {window(edition)}" for edition in source.editions}
    passage = f"{clause.heading}, passage {clause.position}" if clause.position else clause.heading
    copied = f"a copy of {source.captured.isoformat()}" if source.captured else "a copy without a date"
    published = ", ".join(part for part in (source.address, copied if source.held else "") if part)
    rows = [
        ("Who acts, or what it is about", plain(clause.subject)),
        ("How it binds", plain(clause.modality)),
        ("Also looked for as", plain("; ".join(clause.synonyms))),
        ("Document", plain(f"{source.title}. {source.publisher}")),
        ("Published at", plain(published)),
        ("Heading", plain(passage)),
        ("Stands in", "; ".join(plain(titles.get(edition, edition)) for edition in clause.editions)),
        *(("Said before", f"{plain(titles.get(edition, edition))}: {plain(text)}") for edition, text in clause.earlier),
        *(
            (
                f"Read by {review.by}",
                plain(f"{review.reader.words}, {review.on.isoformat()}. {review.remark}".removesuffix(". ")),
            )
            for review in clause.reviews
        ),
        ("Known from elsewhere", plain(clause.confidence and f"with {clause.confidence} confidence")),
        ("Name in the software", inline_code(clause.id)),
        ("Digest of the source's own words", inline_code(clause.pin.source) if clause.pin.source else ""),
    ]
    return table(("What", "Where"), [row for row in rows if row[1]])


def _neighbours(sheet: Sheet, before: TracedClause | None, after: TracedClause | None) -> str:
    parts = [f"Before: {shared.clause_link(sheet, before)}"] if before else []
    parts += [f"Next: {shared.clause_link(sheet, after)}"] if after else []
    return " · ".join(parts)
