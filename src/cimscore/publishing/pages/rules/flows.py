"""The whole flow of a program: from what comes in to the last state of a record, each box a link to what decides it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from html import escape
from typing import Final

import attrs

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.markdown import Find, Page, Sheet, plain, spoken
from cimscore.publishing.pages.parts import shared
from cimscore.publishing.pages.standing.force import program_band
from cimscore.rules import Topic
from cimscore.traceability.declared.workflows import TracedWorkflow
from cimscore.traceability.trace.model import TracedProgram, TracedRule
from cimscore.traceability.worlds.worlds import Outcome

CLOCK: Final = "clock"

Link = tuple[str, str]
"""The words of a box, and the page behind it."""


@attrs.frozen(kw_only=True)
class Stage:
    """A stage of a flow.

    Attributes:
        title: What happens.
        says: The same in a sentence.
        boxes: What can be met there, each with its page.
        ordered: Whether each box follows from the one before.
    """

    title: str
    says: str
    boxes: Sequence[Link]
    ordered: bool = False


def flow_pages(book: Book, outcomes: Collection[Outcome]) -> Iterator[Page]:
    """Yield a page for each program with its whole flow: a list of lists, drawn as boxes.

    Args:
        book: What is published.
        outcomes: The outcomes that have a page.
    """
    for program in book.published:
        stages = [stage for stage in _stages(book, program, outcomes) if stage.boxes]
        sheet = Sheet(places.flow(program.id), f"The whole flow: {program.title}", kind="Flow", find=Find.EARLY)
        sheet.add(shared.trail(sheet, ("Programs", places.PROGRAMS), (program.title, places.program(program.id))))
        sheet.add(program_band(book, program), _START.format(plain(program.start)) if program.start else "")
        yield sheet.add(_picture(sheet, stages)).page


_START: Final = "It begins where {}. Each box leads to what decides it."


def _stages(book: Book, program: TracedProgram, outcomes: Collection[Outcome]) -> Iterator[Stage]:
    """Yield every stage, in the order of reasoning and then of work."""
    own = sorted(outcome for outcome in outcomes if outcome.program == program.id)
    clocks = [rule for rule in book.part_of(program.id, book.rules) if rule.of == CLOCK]
    yield Stage(
        title="Something comes in",
        says="What was told is read, and whether it is within the program is decided.",
        boxes=_conclusions(book, program, Topic.SCOPE),
    )
    yield Stage(
        title="People decide", says="What is left to a person is asked, and never answered here.",
        boxes=_decisions(book, program),
    )  # fmt: skip
    yield Stage(
        title="Whom and which home it is about",
        says="Homes and people are told apart by what the case says of them.",
        boxes=[*_reached(book, own, Topic.HOUSEHOLDS), *_conclusions(book, program, Topic.SUBJECTS)],
    )
    yield Stage(title="What is recorded", says="The records that follow, each for whom it is due.",
                boxes=_reached(book, own, Topic.RECORDS))  # fmt: skip
    yield Stage(title="Who is what in it", says="Each person has a role in each record; a record can have a priority.",
                boxes=_reached(book, own, Topic.ROLES))  # fmt: skip
    yield Stage(title="What is to be done", says="What somebody has to do, by the record or the matter it belongs to.",
                boxes=_duties(book, program))  # fmt: skip
    yield Stage(title="By when", says="The clocks that run, from which moment and how long.",
                boxes=_told_apart(clocks))  # fmt: skip
    yield from (_of_workflow(workflow) for workflow in book.part_of(program.id, book.workflows))


def _told_apart(clocks: Sequence[TracedRule]) -> list[Link]:
    """Return the clocks by what is to be done in time; those that say the same by their own name too."""
    times = Counter(map(_timed, clocks))
    return [
        (_timed(clock) if times[_timed(clock)] == 1 else f"{_timed(clock)}: {spoken(clock.id).lower()}",
         places.rule(clock.address))
        for clock in clocks
    ]  # fmt: skip


def _timed(clock: TracedRule) -> str:
    """Return what is to be done in time: *For a concern: somebody reports it.* is *Somebody reports it*."""
    words = clock.sentence.rpartition(": ")[2].rstrip(".")
    return f"{words[:1].upper()}{words[1:]}"


def _conclusions(book: Book, program: TracedProgram, topic: Topic) -> list[Link]:
    """Return the conclusions of a topic, those with most rules first."""
    rules = [rule for rule in book.part_of(program.id, book.rules) if rule.topic == topic.value and rule.of != CLOCK]
    numbers = {of: sum(rule.of == of for rule in rules) for of in dict.fromkeys(rule.of for rule in rules)}
    ordered = sorted(numbers, key=lambda of: (-numbers[of], of))
    return [(book.spoken(of.removeprefix("duties-")), places.conclusion(program.id, of)) for of in ordered]


def _duties(book: Book, program: TracedProgram) -> list[Link]:
    """Return the duties by the chapter that most of them stand in, in the document's own words; by name elsewhere."""
    boxes = _conclusions(book, program, Topic.DUTIES)
    chapters = {place: _chapter(book, program.id, place) for _, place in boxes}
    times = Counter(chapters.values())
    return [(_called(name, chapters[place], alone=times[chapters[place]] == 1), place) for name, place in boxes]


def _called(name: str, chapter: str, *, alone: bool) -> str:
    """Return what to call some duties: by their chapter, with their own name where others stand in it too."""
    if not chapter:
        return name
    own = name if name[:2].isupper() else f"{name[:1].lower()}{name[1:]}"
    return chapter if alone else f"{chapter}: {own}"


def _chapter(book: Book, program: str, place: str) -> str:
    """Return the heading under which most rules of a conclusion have their clause; empty where no document is held."""
    rules = [rule for rule in book.part_of(program, book.rules) if places.conclusion(program, rule.of) == place]
    first = [book.clauses[rule.clauses[0]] for rule in rules if rule.clauses]
    held = Counter(clause.heading for clause in first if book.rulebook.sources[clause.source].held)
    return min(held, key=lambda heading: (-held[heading], heading), default="")


def _decisions(book: Book, program: TracedProgram) -> list[Link]:
    """Return what people decide, what most rules ask first."""
    asked = [
        question for question in book.part_of(program.id, book.questions) if question.decided_by and question.rules
    ]
    ordered = sorted(asked, key=lambda question: (-len(question.rules), question.name))
    return [(book.asked[question.name], places.question(question.name)) for question in ordered]


def _reached(book: Book, outcomes: Sequence[Outcome], topic: Topic) -> list[Link]:
    found = [outcome for outcome in outcomes if outcome.topic == topic.value]
    return [
        (book.spoken(outcome.name), places.outcome(outcome.program, outcome.topic, outcome.name)) for outcome in found
    ]


def _of_workflow(workflow: TracedWorkflow) -> Stage:
    page = places.workflow(workflow.name)
    return Stage(
        title=workflow.title, says=f"The record goes from {workflow.states[0]} to {workflow.states[-1]}.",
        boxes=[(spoken(state), page) for state in workflow.states], ordered=True,
    )  # fmt: skip


def _picture(sheet: Sheet, stages: Sequence[Stage]) -> str:
    """Return the stages one under the other, joined by arrows, as a list that any reader can follow."""
    parts = "".join(f"<li>{_stage(sheet, stage)}</li>" for stage in stages)
    return f'<ol class="cims-flow" aria-label="The stages, in order">{parts}</ol>'


def _stage(sheet: Sheet, stage: Stage) -> str:
    boxes = "".join(
        f'<li><a href="{escape(sheet.to(place).replace(".md", ".html"))}">{escape(words)}</a></li>'
        for words, place in stage.boxes
    )
    tag = "ol" if stage.ordered else "ul"
    says = f'<p class="cims-says">{escape(stage.says)}</p>'
    return f'<p class="cims-stage">{escape(stage.title)}</p>{says}<{tag} class="cims-boxes">{boxes}</{tag}>'
