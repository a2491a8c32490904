"""Programs and the home page: what is here, how far it goes, and the doors for each kind of reader."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.cases.report_forms import report_form_links
from cimscore.publishing.pages.cases.try_it import try_door
from cimscore.publishing.pages.clauses.clauses import edition_table
from cimscore.publishing.pages.clauses.coverage import in_brief, summary, taken_along
from cimscore.publishing.pages.limits import limits_beside
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.markdown import Page, Sheet, bullets, count, figure, inline_code, plain, table
from cimscore.publishing.pages.parts import shared
from cimscore.publishing.pages.rules.rules import topic_list
from cimscore.publishing.pages.standing.figures import has_windows, timeline
from cimscore.traceability.trace.model import TracedProgram, TracedSource

_INTRODUCTION = (
    "These pages show how we understood policies about children, households and incidents, clause by clause. For each "
    "clause they show what it says in plain words, its status, the rules that carry it out, their tests, and invented "
    "families that show it at work."
)
_DOORS = (
    ("What now, by when, and whom do we ask?", places.EXAMPLES, "Find the worked example that is like yours"),
    ("What does the policy say, and what moves if it changes?", places.CLAUSES, "Find the clause, or search above"),
    ("What leads to a record or a role?", places.OUTCOMES, "The rules, the families, and what one change does"),
    ("Where can it be read in two ways?", places.UNCLEAR, "Which reading is taken, and what another would change"),
    ("Is every sentence covered, tested and read?", places.COVERAGE, "Chapter by chapter, with a reason for every gap"),
    ("What has changed?", places.CHANGES, "Editions, and what has to be read again"),
    ("Do we agree?", places.SIGN_OFF, "Sheets to print, tick and sign"),
)


def program_pages(book: Book) -> Iterator[Page]:
    """Yield the home page, the list of programs, and a page for each."""
    yield _home(book)
    sheet = Sheet(places.PROGRAMS, "Programs", find=None)
    sheet.add(shared.trail(sheet))
    sheet.add(
        "A program is one set of rules for one policy. Each is a plugin of its own, and what several programs"
        " ask for adds up."
    )
    for program in book.published:
        sheet.section(program.title, *_start(program), *_sources_in_brief(sheet, book, program))
    yield sheet.page
    yield from (_program(book, program) for program in book.published)


def _home(book: Book) -> Page:
    sheet = Sheet(places.HOME, "Policies as rules you can check")
    sheet.add(_INTRODUCTION, _attention(sheet, book))
    sheet.heading(2, "What do you want to know?")
    sheet.add(bullets(f"**{sheet.link(words, place)}** {what}." for words, place, what in _DOORS))
    for program in book.published:
        _door(sheet, book, program)
    sheet.section("Take it along", taken_along(sheet))
    sheet.heading(2, "What these pages are not")
    sheet.add(
        "They are our reading, in our own words: not the policies themselves, and not legal advice. Where a "
        "policy leaves something to a person's judgement, so do the rules."
    )
    return sheet.page


def _door(sheet: Sheet, book: Book, program: TracedProgram) -> None:
    """Add a program to the home page: who begins with it, how it stands, and the ways into it."""
    sheet.heading(2, program.title)
    sheet.add(f"**Start here if {plain(program.start)}.**" if program.start else "")
    sheet.add(" · ".join([
        f"**{sheet.link('The whole flow', places.flow(program.id))}**",
        sheet.link(f"About {program.title}", places.program(program.id)),
        *try_door(sheet, book, program),
        *report_form_links(sheet, book, program),
        sheet.link("Its worked examples", places.examples(program.id)),
        *(sheet.link("Its clauses", places.source(source.id)) for source in book.part_of(program.id, book.sources)[:1]),
        sheet.link("Its unclear points", places.unclear(program.id)),
        sheet.link("Its coverage", places.coverage(program.id)),
    ]), *in_brief(book, program))  # fmt: skip


def _attention(sheet: Sheet, book: Book) -> str:
    if not book.again:
        return ""
    said = f"{count(len(book.again), 'thing')} {'has' if len(book.again) == 1 else 'have'}"
    return f"**{said} to be read again:** see {sheet.link('what changed', places.CHANGES)}."


def _start(program: TracedProgram) -> tuple[str, ...]:
    return (f"Start here if {plain(program.start)}.",) if program.start else ()


def _sources_in_brief(sheet: Sheet, book: Book, program: TracedProgram) -> tuple[str, ...]:
    rows = [
        (sheet.link(source.title, places.source(source.id)), plain(source.publisher))
        for source in book.part_of(program.id, book.sources)
    ]
    return sheet.link(f"About {program.title}", places.program(program.id)), table(("Document", "Issued by"), rows)


def _program(book: Book, program: TracedProgram) -> Page:
    sheet = Sheet(places.program(program.id), program.title, kind="Program")
    sheet.add(shared.trail(sheet, ("Programs", places.PROGRAMS)))
    sheet.add(*_start(program))
    sheet.section("How far it is covered", *summary(book, program))
    rules, questions = book.part_of(program.id, book.rules), book.part_of(program.id, book.questions)
    decisions = sum(bool(question.decided_by) for question in questions)
    unclear = book.part_of(program.id, book.readings)
    workflows = book.part_of(program.id, book.workflows)
    examples = [example for example in book.shown if example.program == program.id]
    here = [
        f"{sheet.link('The whole flow', places.flow(program.id))}, each box a link",
        sheet.link(f"Coverage of {program.title}", places.coverage(program.id)),
        f"{sheet.link('Rules', places.rules(program.id))}: {topic_list(sheet, program.id, rules)}",
        f"{sheet.link('Definitions', places.definitions(program.id))}: {_number_of_definitions(book, program)}",
        f"{sheet.link('Questions', places.QUESTIONS)}: {len(questions)}, {decisions} of them decisions of people",
        *([f"{sheet.link('Workflows', places.WORKFLOWS)}: {len(workflows)}"] if workflows else []),
        *report_form_links(sheet, book, program),
        f"{sheet.link('Unclear points', places.unclear(program.id))}: {len(unclear)}",
        f"{sheet.link('Worked examples', places.examples(program.id))}: {len(examples)}",
    ]
    sheet.section("What is here", bullets(here))
    sheet.section("Beside other programs", _relations(sheet, book, program))
    sheet.section("Acts on which two programs set a limit", limits_beside(sheet, book, program))
    for source in book.part_of(program.id, book.sources):
        _source(sheet, book, source)
    rows = [
        ("Program", inline_code(program.id)),
        ("Distribution", plain(f"{program.distribution} {program.version}")),
        ("Adds to", plain(program.extends)),
        ("Digest of everything it declares", inline_code(program.digest)),
    ]
    return sheet.section("In the software", table(("What", "Which"), [row for row in rows if row[1]])).page


def _number_of_definitions(book: Book, program: TracedProgram) -> int:
    return len(book.rulebook.program(program.id).program.definitions)


def _relations(sheet: Sheet, book: Book, program: TracedProgram) -> str:
    """Return its relations to other programs, with their clauses."""
    held = [relation for relation in book.trace.relations if program.id in relation.programs]
    return bullets(
        f"{plain(relation.text)} {shared.clause_numbers(sheet, book.some_clauses(relation.clauses))}"
        for relation in held
    )


def _source(sheet: Sheet, book: Book, source: TracedSource) -> None:
    sheet.heading(2, source.title).add(f"{plain(source.publisher)}. {plain(source.document)}.")
    sheet.add(
        figure(timeline(f"editions-{source.id}", source), f"Editions of {source.title}") if has_windows(source) else "",
        edition_table(source.editions, book.on),
    )
    sheet.add(sheet.link(f"Clauses of {source.title}", places.source(source.id)))
