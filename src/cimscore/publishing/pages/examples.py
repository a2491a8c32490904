"""Worked examples: the household as a picture and as a table, what is decided, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cimscore.assessment import Assessment, Possibility
from cimscore.publishing.pages import places, shared
from cimscore.publishing.pages.book import Book, Shown
from cimscore.publishing.pages.decided import SHOWN, Spoken, answer_in_words
from cimscore.publishing.pages.markdown import Page, Sheet, bullets, code, figure, folded, plain, table
from cimscore.publishing.pages.reasons import reasons
from cimscore.publishing.pages.verdict import Verdict
from cimscore.publishing.pictures import draw, marks_of, picture_table_markdown

_PROPOSED: Final = (
    "*Proposed* means: so it is while a question below is open and the usual answer stands in for it. Nothing "
    "proposed is decided."
)


def example_pages(book: Book) -> Iterator[Page]:
    """The index of worked examples, and a page for each."""
    sheet = Sheet(places.EXAMPLES, "Worked examples", searched=False)
    sheet.add(
        "Families that are invented, decided by the rules as they stand. Each shows clauses at work, and is "
        "held against the rules by the tests."
    )
    for program in book.published:
        rows = [
            (shared.example_link(sheet, it), _shows(sheet, book, it)) for it in book.shown if it.program == program.id
        ]
        sheet.section(program.title, table(("Example", "Clauses it shows"), rows))
    yield sheet.page
    yield from (_example(book, shown) for shown in book.shown)


def _shows(sheet: Sheet, book: Book, shown: Shown) -> str:
    return ", ".join(shared.clause_link(sheet, book.clauses[id]) for id in shown.example.shows if id in book.clauses)


def _example(book: Book, shown: Shown) -> Page:
    example, assessment = shown.example, shown.assessment
    sheet = Sheet(places.example(shown.program, example.id), example.title, kind="Worked example")
    title = book.program(shown.program).title
    sheet.add(shared.trail(sheet, ("Worked examples", places.EXAMPLES), (title, places.program(shown.program))))
    sheet.add(f"It shows {_shows(sheet, book, shown)}. Everyone in it is invented.")
    sheet.add(shared.to_check(sheet, book, [*example.shows, *shown.resting_on]))
    picture = draw(example.case, marks_of(assessment), prefix=f"picture-{example.id}")
    sheet.section("The households", figure(picture.svg, "The households as a picture"), "The same in words:",
                  picture_table_markdown(picture.table))  # fmt: skip
    spoken = Spoken(example.case)
    verdicts = (Verdict(sheet, book, program, spoken).blocks() for program in assessment.programs)
    sheet.section("What is decided", *(block for blocks in verdicts for block in blocks))
    sheet.add(_PROPOSED if assessment.open_questions else "")
    sheet.section("What is still open", *_open(sheet, book, shown, spoken))
    sheet.section("Why", *_why(sheet, book, assessment, spoken))
    sheet.section("Where the reading would matter", _sensitive(sheet, book, shown))
    sheet.section("What is taken for granted", bullets(map(plain, assessment.assumptions)))
    return sheet.section("The case as a document", code(shown.document, "yaml")).page


def _open(sheet: Sheet, book: Book, shown: Shown, spoken: Spoken) -> Iterator[str]:
    for asked in shown.assessment.open_questions:
        question = asked.question
        named = (
            sheet.link(question.text, places.question(question.question))
            if question.question in book.questions
            else plain(question.text)
        )
        whose = shared.answered_by(question.decided_by)
        yield f"**{named}** About {plain(spoken.about(question.about))}. {plain(whose)}"
        yield bullets(_possibilities(shown.possible[question.address], spoken))


def _possibilities(possible: Iterable[Possibility], spoken: Spoken) -> Iterator[str]:
    for possibility in possible:
        changes = [f"{it.change} {it.after or it.before} ({spoken.about(it.about)})" for it in possibility.leads_to]
        more = f"; and {len(changes) - 6} more" if len(changes) > 6 else ""
        answer, leads_to = answer_in_words(possibility.answer), plain("; ".join(changes[:6]) or "nothing changes")
        yield f"if **{plain(answer)}**: {leads_to}{more}"


def _why(sheet: Sheet, book: Book, assessment: Assessment, spoken: Spoken) -> Iterator[str]:
    """Every conclusion with its reasons, folded by topic; those that share both are told together."""
    for topic in SHOWN:
        together: dict[tuple[str, str], list[str]] = {}
        for conclusion in (it for program in assessment.programs for it in program.of(topic)):
            told = reasons(sheet, book, assessment, conclusion)
            together.setdefault((conclusion.summary, told), []).append(spoken.about(conclusion.about))
        said = (
            part
            for (summary, told), about in together.items()
            for part in (f"**{plain(summary)}** ({plain('; '.join(about))})", told)
        )
        yield folded(f"{topic.capitalize()} ({len(together)})", *said)


def _sensitive(sheet: Sheet, book: Book, shown: Shown) -> str:
    lines = []
    for it in shown.sensitive:
        named = (
            sheet.link(it.question, places.interpretation(it.interpretation))
            if it.interpretation in book.interpretations
            else plain(it.question)
        )
        changes = "; ".join(
            f"{change.before or 'nothing'} becomes {change.after or 'nothing'}" for change in it.changes[:4]
        )
        lines.append(f"{named} By “{plain(it.meaning)}”: {plain(changes)}")
    return bullets(lines)
