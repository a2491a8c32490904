"""``cimscore sources check``: the clauses held against the documents they came from."""

from __future__ import annotations

import argparse
from pathlib import Path

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.options import add_json
from cimscore.cli.output import show, show_json
from cimscore.cli.page import Page
from cimscore.cli.tracing import add_tests, trace_of
from cimscore.composition import load_rulebook
from cimscore.policy import Drift, DriftState
from cimscore.traceability import Trace
from cimscore.traceability.sources import HeldSources, hold_sources, touched_by
from cimscore.wire import to_plain


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("check",), help="what to do")
    parser.add_argument("folder", metavar="DIR", type=Path, help="the documents, as .txt, .md, .html or .docx")
    add_tests(parser)
    add_json(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    rulebook = load_rulebook()
    held = hold_sources(rulebook, arguments.folder)
    trace = trace_of(arguments, rulebook, held.drifts)
    if arguments.json:
        show_json(_document(held, trace))
    else:
        show(_page(held, trace))
    return Exit.DONE if held.in_step else Exit.PROBLEMS


def _document(held: HeldSources, trace: Trace) -> dict[str, object]:
    changes = [(drift, held.now(drift), touched_by(drift.clause, trace)) for drift in held.changes]
    return {
        "in_step": held.in_step,
        "matches": to_plain(held.matches),
        "changes": [
            {"drift": to_plain(drift), "digest": now.digest if now else "", "touches": to_plain(touched)}
            for drift, now, touched in changes
        ],
    }


def _page(held: HeldSources, trace: Trace) -> Page:
    page = Page()
    for match in held.matches:
        page.line(f"{match.source}: {match.why}", mark="-")
    counts = {state: sum(drift.state is state for drift in held.drifts) for state in DriftState}
    page.blank()
    page.line(", ".join(f"{count} {state}" for state, count in counts.items()))
    for drift in held.changes:
        _write(page, drift, held, trace)
    return page


def _write(page: Page, drift: Drift, held: HeldSources, trace: Trace) -> None:
    """One change: where, what it touches, and what the clause's file has to say once the clause is read again."""
    page.heading(f"{drift.state}: {drift.clause or 'a passage that no clause carries'}")
    where = " -> ".join(str(place) for place in (drift.was, drift.where) if place)
    page.line(f"{drift.source}: {where}")
    now = held.now(drift)
    if now:
        page.line(f'now: position = {now.position}, digest = "{now.digest}"')
    touched = touched_by(drift.clause, trace)
    for noun, ids in (
        ("rule", touched.rules),
        ("question", touched.questions),
        ("table", touched.tables),
        ("unclear point", touched.readings),
        ("workflow", touched.workflows),
        ("test", touched.tests),
        ("example", touched.examples),
    ):
        for id in ids:
            page.line(f"{noun}: {id}", 1, mark="-")


COMMAND = Command(
    teaches="Tells which file is which source by its title and headings, and of every passage whether it is in step, "
    "has moved, has changed, is gone or is new, with everything it touches: rules, questions, tables, unclear points, "
    "workflows, tests and examples. Ends with exit code 1 unless everything is in step. The documents stay where they "
    "are: nothing of them is printed or stored.",
    example="cimscore sources check ~/policies",
    options=_options,
    run=_run,
)
