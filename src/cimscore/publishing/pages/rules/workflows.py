"""Workflows: how records go from state to state, who may take a move, and where the sources are silent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.markdown import Find, Page, Sheet, bullets, figure, plain, table
from cimscore.publishing.pages.parts import shared
from cimscore.publishing.pages.standing.force import band
from cimscore.publishing.pages.standing.states import workflow_picture
from cimscore.rulebook import Legality, Ruling
from cimscore.traceability.declared.workflows import TracedMove, TracedWorkflow

_SAID: Final = {
    Legality.LEGAL: "✓ allowed",
    Legality.ILLEGAL: "✗ not allowed",
    Legality.NOT_IN_SOURCE: "– not in the source",
}
_SILENT: Final = (
    "Only what a source speaks of is listed. Any other move in any other state is *not in the source*: neither allowed "
    "nor forbidden by it."
)


def workflow_pages(book: Book) -> Iterator[Page]:
    """Yield the index of workflows, and a page for each."""
    sheet = Sheet(places.WORKFLOWS, "Workflows", find=None)
    sheet.add(shared.trail(sheet))
    sheet.add("How records go from state to state, by whom, and which clause says so.")
    for program in book.published:
        held = book.part_of(program.id, book.workflows)
        flow = sheet.link(f"The whole flow: {program.title}", places.flow(program.id))
        sheet.section(
            program.title,
            flow,
            bullets(sheet.link(workflow.title, places.workflow(workflow.name)) for workflow in held),
        )
    if not book.workflows:
        sheet.add("None of these programs has one.")
    yield sheet.page
    yield from (_workflow(book, workflow) for workflow in book.workflows.values())


def _workflow(book: Book, workflow: TracedWorkflow) -> Page:
    sheet = Sheet(places.workflow(workflow.name), workflow.title, kind="Workflow", find=Find.EARLY)
    program = book.program(workflow.program)
    sheet.add(shared.trail(sheet, ("Workflows", places.WORKFLOWS), (program.title, places.program(program.id))))
    sheet.add(band(book, *workflow.clauses), shared.to_check(sheet, book, workflow.clauses))
    picture = workflow_picture(f"workflow-{places.slug(workflow.name)}", workflow)
    sheet.add(figure(picture, f"States and moves: {workflow.title}"))
    practice = any(not move.clauses for move in workflow.moves)
    sheet.add("A dashed line is a move that practice knows and no source names." if practice else "")
    rows = [_move(sheet, book, move) for move in workflow.moves]
    sheet.section("Its moves", table(("Move", "From", "To", "By", "Clauses", "Clocks", "Needs"), rows))
    said = [rulings for rulings in _by_move(workflow) if any(ruling.clauses for ruling in rulings)]
    heads = ("State", "Move", *(role.capitalize() for role in workflow.roles), "Clauses")
    return sheet.section(
        "Who may do what", _SILENT, table(heads, [_said(sheet, book, rulings) for rulings in said])
    ).page


def _move(sheet: Sheet, book: Book, move: TracedMove) -> tuple[str, ...]:
    clocks = [f"starts: {', '.join(move.starts)}"] if move.starts else []
    clocks += [f"stops: {', '.join(move.stops)}"] if move.stops else []
    needs = (name for name in move.needs if name in book.questions)
    return (
        plain(move.move),
        plain(", ".join(move.from_)),
        plain(move.to) or "forbidden",
        plain(" or ".join(move.by)),
        _clauses(sheet, book, move.clauses) or "not in the source",
        plain("; ".join(clocks)),
        " ".join(shared.question_link(sheet, book, name) for name in needs),
    )


def _by_move(workflow: TracedWorkflow) -> list[tuple[Ruling, ...]]:
    """Return the rulings by state and move, each with every role."""
    found: dict[tuple[str, str], tuple[Ruling, ...]] = {}
    for ruling in workflow.rulings:
        found[ruling.state, ruling.move] = (*found.get((ruling.state, ruling.move), ()), ruling)
    return list(found.values())


def _said(sheet: Sheet, book: Book, rulings: tuple[Ruling, ...]) -> tuple[str, ...]:
    clauses = tuple(dict.fromkeys(clause for ruling in rulings for clause in ruling.clauses))
    said = (_SAID[ruling.legality] for ruling in rulings)
    return (plain(rulings[0].state), plain(rulings[0].move), *said, _clauses(sheet, book, clauses))


def _clauses(sheet: Sheet, book: Book, ids: tuple[str, ...]) -> str:
    return ", ".join(shared.clause_link(sheet, clause) for clause in book.some_clauses(ids))
