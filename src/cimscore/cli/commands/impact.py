"""``cimscore impact``: whose outcome moves under another edition, another reading, or another version of a program."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.loading import load_rulebook
from cimscore.cli.options import add_json
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.cli.sides import add_sides, sides_of
from cimscore.cli.tracing import writing
from cimscore.many import Choices
from cimscore.rulebook import Rulebook
from cimscore.traceability.impact import (
    Moved,
    Snapshot,
    SnapshotChanges,
    StoredCase,
    compare_snapshots,
    read_snapshot,
    stored_example,
    take_snapshot,
    write_snapshot,
)
from cimscore.wire import load_examples, to_plain


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "cases", metavar="CASE", nargs="*", type=Path, help="case documents, beside the worked examples"
    )
    parser.add_argument("--no-examples", action="store_true", help="leave the programs' worked examples out")
    add_sides(parser)
    add_json(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    rulebook = load_rulebook()
    sides = sides_of(arguments, rulebook)
    saved = read_snapshot(sides.against) if sides.against else None
    cases = _cases(arguments, rulebook)
    after = _snapshot(rulebook, cases, sides.after)
    if sides.save:
        with writing(str(sides.save)):
            write_snapshot(sides.save, after)
        if not sides.compares:
            return Exit.DONE
    impact = compare_snapshots(saved or _snapshot(rulebook, cases, sides.before), after)
    if arguments.json:
        show_json(to_plain(impact))
    else:
        show(_page(impact))
    return Exit.PROBLEMS if arguments.check and impact.moved else Exit.DONE


def _cases(arguments: argparse.Namespace, rulebook: Rulebook) -> tuple[StoredCase, ...]:
    examples = () if arguments.no_examples else load_examples(rulebook)
    read = (StoredCase(name=name, case=rulebook.read_case(file)) for name, file in _named(arguments.cases))
    return (*map(stored_example, examples), *read)


def _named(files: list[Path]) -> Iterator[tuple[str, Path]]:
    """Yield each file once: by its name, or as it was typed if another file has that name too."""
    different = dict.fromkeys(files)
    of_name = Counter(file.name for file in different)
    for file in different:
        yield (file.name if of_name[file.name] == 1 else file.as_posix()), file


def _snapshot(rulebook: Rulebook, cases: tuple[StoredCase, ...], side: Choices | None) -> Snapshot:
    under = side or Choices()
    return take_snapshot(rulebook, cases, readings=under.readings, editions=under.editions)


def _page(impact: SnapshotChanges) -> TextPage:
    page = TextPage()
    compared, moved = len(impact.cases), len({move.case for move in impact.moved})
    noun, verb = "case" if compared == 1 else "cases", "moves" if moved == 1 else "move"
    page.line(f"{compared} {noun} compared, {moved} of them {verb}.")
    for clause, moves in impact.by_clause().items():
        page.heading(clause or "Resting on no clause of its own")
        for move in moves:
            page.line(_said(move), mark="-")
    for noun, names in (("only there afterwards", impact.gained), ("only there before", impact.lost)):
        if names:
            page.blank()
            page.line(f"Not compared, {noun}: {', '.join(names)}.")
    return page


def _said(moved: Moved) -> str:
    before, after = moved.before or "nothing", moved.after or "nothing"
    return f"{moved.case}: {moved.address}: {before} -> {after}"


COMMAND = Command(
    teaches="Runs the worked examples and the cases named, once as it is and once under the edition or reading named, "
    "and lists by clause everything told and every open question that differs. For two versions of a program: --save "
    "with the one installed, then --against with the other. A saved file holds conclusions, and nothing of a notifier.",
    example="cimscore impact --reading qld-child-safety/end-of-last-day=same-clock",
    options=_options,
    run=_run,
)
