"""Worked examples: the household as a picture and as a table, what is decided, and why."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cimscore.assessment import OpenPoint
from cimscore.assessment.explaining import Explanation
from cimscore.assessment.questions.changed import change_in_words
from cimscore.case import discreet
from cimscore.clocks import ClockState
from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.book.shown import ShownExample, name_of
from cimscore.publishing.pages.cases.try_it import try_link
from cimscore.publishing.pages.cases.verdict import Verdict
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.finding import other_words
from cimscore.publishing.pages.paper.markdown import (
    Find,
    Page,
    Sheet,
    bullets,
    code,
    count,
    figure,
    folded,
    plain,
    table,
)
from cimscore.publishing.pages.paper.opening import opening
from cimscore.publishing.pages.parts import depends, shared
from cimscore.publishing.pages.parts.reasons import reasons
from cimscore.publishing.pages.standing.standing import CAME, badge
from cimscore.publishing.pictures import draw, marks_of, picture_table_markdown
from cimscore.reasoning.points.points import PointKind
from cimscore.rules import Topic
from cimscore.traceability.trace.model import TracedProgram

_MOST: Final = 6
_SURE: Final = (
    "● *Certain* is what holds whichever way everything open is answered. ◌ *Provisional* is what holds by the "
    "working answers below, and would not by another."
)


def example_pages(book: Book) -> Iterator[Page]:
    """Yield the index of worked examples, the list of each program's, and a page for each."""
    sheet = Sheet(places.EXAMPLES, "Worked examples", find=None)
    sheet.add(shared.trail(sheet))
    sheet.add(
        "Families that are invented, decided by the rules as they stand. Each shows clauses at work, and is "
        "held against the rules by the tests."
    )
    late = bullets(shared.example_link(sheet, shown) for shown in book.shown if _late(shown))
    sheet.section("Where something is late", late)
    for program in book.published:
        own = [shown for shown in book.shown if shown.program == program.id]
        every = sheet.link(f"All {count(len(own), 'example')} of {program.title}", places.examples(program.id))
        sheet.section(program.title, every if own else "", bullets(_chapters(sheet, book, program.id)))
    yield sheet.page
    yield from (_list(book, program) for program in book.published)
    yield from (_example(book, shown) for shown in book.shown)


def _chapters(sheet: Sheet, book: Book, program: str) -> Iterator[str]:
    """Yield each chapter that has examples, with their number."""
    for heading, those in _by_chapter(book, program).items():
        place = f"{places.examples(program)}#{places.slug(heading)}"
        yield f"{sheet.link(heading, place)} ({len(those)})"


def _list(book: Book, program: TracedProgram) -> Page:
    """Return the examples of a program, chapter by chapter, each with how it stands."""
    sheet = Sheet(places.examples(program.id), f"Worked examples of {program.title}", kind="Worked examples", find=None)
    way = (("Worked examples", places.EXAMPLES), (program.title, places.program(program.id)))
    sheet.add(shared.trail(sheet, *way))
    for heading, those in _by_chapter(book, program.id).items():
        rows = [(shared.example_link(sheet, shown), _stands(shown), _shown(sheet, book, shown)) for shown in those]
        sheet.heading(2, heading, anchor=places.slug(heading))
        sheet.add(table(("Example", "How it stands", "Clauses"), rows))
    return sheet.page


def _by_chapter(book: Book, program: str) -> dict[str, list[ShownExample]]:
    """Return the examples of a program by the chapter of the first clause that each shows, in the document's order."""
    own = [shown for shown in book.shown if shown.program == program]
    found: dict[str, list[ShownExample]] = {
        chapter.heading: [] for source in book.part_of(program, book.sources) for chapter in book.chapters[source.id]
    }
    for shown in own:
        chapters = (book.chapter_of[clause].heading for clause in shown.example.shows if clause in book.chapter_of)
        found.setdefault(next(chapters, "Others"), []).append(shown)
    return {heading: those for heading, those in found.items() if those}


def _stands(shown: ShownExample) -> str:
    """Return how far its decisions have come, how much is asked, and how much is late."""
    states = dict.fromkeys(decision.state for decision in shown.decisions)
    said = [badge(*CAME[state][:2], state.value) for state in states]
    asked = len(list(shown.points(*_OPEN)))
    late = _late(shown)
    said += [f"{count(asked, 'question')} open"] if asked else []
    said += [badge("▲", f"{count(late, 'clock')} late", "suspect")] if late else []
    return " ".join(said)


def _late(shown: ShownExample) -> int:
    """Return the number of clocks that are overdue, of those of which it is told how they stand."""
    told = (clock for decision in shown.decisions for clock in decision.clocks if clock.states)
    return sum(clock.stands.word == ClockState.OVERDUE for clock in told)


def _shown(sheet: Sheet, book: Book, shown: ShownExample) -> str:
    return shared.clause_numbers(sheet, book.some_clauses(shown.example.shows))


def _shows(sheet: Sheet, book: Book, shown: ShownExample) -> str:
    return ", ".join(
        shared.clause_link(sheet, book.clauses[clause]) for clause in shown.example.shows if clause in book.clauses
    )


def _example(book: Book, shown: ShownExample) -> Page:
    example = shown.example
    place, also = places.example(shown.program, example.id), other_words(example.title)
    sheet = Sheet(place, example.title, kind="Worked example", find=Find.LATER, also=also)
    title = book.program(shown.program).title
    sheet.add(shared.trail(sheet, ("Worked examples", places.EXAMPLES), (title, places.examples(shown.program))))
    sheet.add(f"It shows {_shows(sheet, book, shown)}. Everyone in it is invented.")
    sheet.add(try_link(sheet, book, shown), shared.to_check(sheet, book, [*example.shows, *shown.resting_on]))
    sheet.section("In short", *(block for decision in shown.decisions for block in opening(decision, shown.decisions)))
    case = discreet(example.case)
    picture = draw(case, marks_of(case, shown.decisions), prefix=f"picture-{example.id}")
    sheet.section("The households", figure(picture.svg, "The households as a picture"), "The same in words:",
                  picture_table_markdown(picture.table))  # fmt: skip
    verdicts = (Verdict(sheet, book, decision, case, shown.decisions).blocks() for decision in shown.decisions)
    sheet.section("What is decided", _SURE, *(block for blocks in verdicts for block in blocks))
    sheet.section("What is missing", bullets(_missing(shown)))
    sheet.section("What is still open", *_open(sheet, book, shown.points(*_OPEN)))
    sheet.section("Where the reading would matter", *_sensitive(sheet, book, shown, PointKind.READING))
    sheet.section("What is taken for granted", *_sensitive(sheet, book, shown, PointKind.GRANTED))
    sheet.section("Why", *_why(sheet, book, shown))
    sheet.add(depends.clauses_ran(sheet, book, shown))
    return sheet.section("The case as a document", code(shown.document, "text")).page


_OPEN: Final = (PointKind.FACT, PointKind.DECISION, PointKind.EDITION)


def _missing(shown: ShownExample) -> Iterator[str]:
    """Yield the laws that do not hold of something, or are not proven."""
    for law in (law for decision in shown.decisions for law in decision.laws):
        yield plain(f"{law.state}: {law.says}.")


def _open(sheet: Sheet, book: Book, points: Iterable[OpenPoint]) -> Iterator[str]:
    for point in points:
        whose = shared.answered_by(point.decided_by) if point.kind == PointKind.DECISION else ""
        asked = f"**{_asked(sheet, book, point.address, point.asks)}**"
        yield " ".join(part for part in (asked, plain(whose), _worked_with(point)) if part)
        changes = bullets(_change("if", *change) for change in point.changes)
        yield changes or f"- {point.without_changes}"


def _worked_with(point: OpenPoint) -> str:
    return f"Working answer: **{plain(point.working)}**, {plain(point.why)}." if point.working else ""


def _sensitive(sheet: Sheet, book: Book, shown: ShownExample, kind: PointKind) -> Iterator[str]:
    """Yield each reading taken, or answer taken for granted, of which another would change something."""
    for address, same in itertools.groupby(
        (sensitivity for sensitivity in shown.sensitive if sensitivity.kind == kind),
        lambda sensitivity: sensitivity.address,
    ):
        others = list(same)
        first = others[0]
        yield f"**{_asked(sheet, book, address, first.asks)}** Taken: **{plain(first.taken.rstrip('.'))}**."
        yield bullets(
            _change("by", sensitivity.meaning, sensitivity.changes.adds, sensitivity.changes.takes)
            for sensitivity in others
        )


def _asked(sheet: Sheet, book: Book, address: str, asks: str) -> str:
    """Return a question; a link where it has a page of its own."""
    name = name_of(address)
    if name in book.questions:
        return sheet.link(asks, places.question(name))
    return sheet.link(asks, places.reading(name)) if name in book.readings else plain(asks)


def _change(lead: str, answer: str, adds: Sequence[str], takes: Sequence[str]) -> str:
    said = change_in_words(adds, takes)
    more = f"; and {count(len(said) - _MOST, 'more change')}" if len(said) > _MOST else ""
    return f"{lead} **{plain(answer.rstrip('.'))}**: {plain('; '.join(said[:_MOST]))}{more}"


def _why(sheet: Sheet, book: Book, shown: ShownExample) -> Iterator[str]:
    """Yield each conclusion with its reasons, folded by topic."""
    for program, held in shown.reasons.items():
        declared = book.rulebook.program(program).program
        topics = {conclusion.id: conclusion.topic for conclusion in declared.conclusions}
        by_topic: defaultdict[Topic, list[Explanation]] = defaultdict(list)
        for claim in held:
            by_topic[topics.get(claim.address.partition("@")[0], Topic.TIMEFRAMES)].append(claim)
        for topic, those in by_topic.items():
            words = f"{declared.title}: {topic}" if len(shown.reasons) > 1 else topic.capitalize()
            yield folded(
                f"{words} ({len(those)})",
                *(part for claim in those for part in reasons(sheet, book, claim)),
            )
