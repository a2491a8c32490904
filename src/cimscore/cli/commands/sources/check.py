"""``cimscore sources check``: compares the clauses with their documents."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from cimscore.cli.commands.sources.lined_up import write_successor
from cimscore.cli.commands.sources.named import add_documents, held
from cimscore.cli.exits import Exit
from cimscore.cli.loading import ends, load_rulebook
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.cli.tracing import add_tests, trace_of
from cimscore.policy import Drift, DriftState
from cimscore.rulebook import Rulebook
from cimscore.traceability import Trace
from cimscore.traceability.sources import RUN, Copied, HeldSources, Match, copied, touched_by
from cimscore.wire import to_plain


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the documents, and the record of the tests."""
    add_documents(parser)
    add_tests(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Tell what became of every passage; done where everything is in step and no program is left out."""
    rulebook = load_rulebook()
    found = held(arguments, rulebook)
    trace, repeated = trace_of(arguments, rulebook, found.drifts), copied(found, rulebook.clauses.values())
    if arguments.json:
        show_json(_document(found, trace, repeated))
    else:
        page = _page(found, trace, rulebook)
        _write_repeated(page, repeated)
        show(page)
    return ends(right=found.in_step and not repeated, rulebook=rulebook)


def _write_repeated(page: TextPage, repeated: Sequence[Copied]) -> None:
    """Write which clauses have to be said in words of our own."""
    if repeated:
        page.heading(f"Repeats {RUN} words of its source in a row: {len(repeated)}")
        for copied in repeated:
            page.line(copied.clause, mark="-")


def _document(held: HeldSources, trace: Trace, repeated: Sequence[Copied]) -> dict[str, object]:
    changes = [(drift, held.now(drift), touched_by(drift.clause, trace)) for drift in held.changes]
    return {
        "in_step": held.in_step,
        "matches": to_plain(held.matches),
        "repeats_its_source": [copied.clause for copied in repeated],
        "changes": [
            {"drift": to_plain(drift), "digest": now.digest if now else "", "touches": to_plain(touched)}
            for drift, now, touched in changes
        ],
    }


def _page(held: HeldSources, trace: Trace, rulebook: Rulebook) -> TextPage:
    page = TextPage()
    for match in held.matches:
        page.line(f"{match.source}: {match.why}", mark="-")
        if match.lacks and "@" not in match.source:
            page.line(f"A heading that has another name now is found with --as {match.source}={match.file}", 1)
    if any(not match.file for match in held.matches):
        page.line("A page that took the place of a source under another title is named with --as ID=FILE.")
    copies = [drift for drift in held.drifts if drift.text not in held.successors]
    if copies:
        page.blank()
        page.line(_counted(copies))
        for line in _not_compared(held, rulebook):
            page.line(line)
        for drift in copies:
            if drift.state is not DriftState.IN_STEP:
                _write(page, drift, held, trace)
    for match in _rewritten(held.matches, copies):
        page.blank()
        page.line(
            f"Much of {match.source} stands in other words. To have it lined up by what it says: "
            f"--as {match.source}={match.file}"
        )
    for successor in held.successors.values():
        write_successor(page, successor, trace)
    return page


def _not_compared(held: HeldSources, rulebook: Rulebook) -> Iterator[str]:
    """Yield how many passages of each document are not compared, and where they stand."""
    for text in (text for source in rulebook.sources.values() for text in source.texts):
        if count := 0 if text.id in held.successors else held.not_compared(text):
            under = [f"under {heading!r}" if heading else "before the first heading" for heading in text.unread]
            yield f"Passages of {text.id} that are not compared: {count}, {' and '.join(under)}."


def _rewritten(matches: Sequence[Match], copies: Sequence[Drift]) -> Iterator[Match]:
    """Yield the documents of which more passages say something else, or are gone, than say the same."""
    for match in matches:
        states = [copy.state for copy in copies if copy.text == match.source and copy.was]
        other = sum(state in (DriftState.CHANGED, DriftState.GONE) for state in states)
        if "@" not in match.source and 2 * other > len(states):
            yield match


def _counted(drifts: Sequence[Drift]) -> str:
    return ", ".join(f"{sum(drift.state is state for drift in drifts)} {state}" for state in DriftState)


def _write(page: TextPage, drift: Drift, held: HeldSources, trace: Trace) -> None:
    """Write one change: where, what it touches, and what the clause's file has to say after a new reading."""
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
        for address in ids:
            page.line(f"{noun}: {address}", 1, mark="-")
