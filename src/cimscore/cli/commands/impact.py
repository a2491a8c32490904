"""``cimscore impact``: whose outcome moves under another edition, another reading, or another version of a program."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from cimscore.assessment.assessing import check_choices
from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.loading import load_rulebook
from cimscore.cli.options import add_json, pair_of
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.cli.tracing import writing
from cimscore.errors import CimsError
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


class NothingToCompareError(CimsError):
    """Both sides are the same: name an edition, a reading or a saved snapshot, or save one."""


class TwoBeforesError(CimsError):
    """The earlier state is given twice, by a saved file and by an edition or reading: leave one of them out."""


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "cases", metavar="CASE", nargs="*", type=Path, help="case documents, beside the worked examples"
    )
    parser.add_argument("--no-examples", action="store_true", help="leave the programs' worked examples out")
    for name, said, what in (
        ("edition", "SOURCE=EDITION", "let this edition hold"),
        ("reading", "ID=VALUE", "read an unclear point this way"),
    ):
        for option, side in ((f"--{name}", "afterwards"), (f"--from-{name}", "before")):
            says = f"{what} {side}; may be given several times"
            parser.add_argument(option, metavar=said, action="append", default=[], type=pair_of(said), help=says)
    parser.add_argument("--save", metavar="FILE", type=Path, help="keep what the cases come to, for a later --against")
    parser.add_argument("--against", metavar="FILE", type=Path, help="compare with what was saved before")
    parser.add_argument("--check", action="store_true", help="end with exit code 1 where an outcome moves")
    add_json(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    before_is_given = arguments.against or arguments.from_edition or arguments.from_reading
    if not (before_is_given or arguments.edition or arguments.reading or arguments.save):
        raise NothingToCompareError(
            "There is nothing to compare. Name --edition, --reading or --against; --save keeps what the cases come to."
        )
    rulebook = load_rulebook()
    _check(arguments, rulebook)
    saved = read_snapshot(arguments.against) if arguments.against else None
    cases = _cases(arguments, rulebook)
    after = _snapshot(rulebook, cases, dict(arguments.edition), dict(arguments.reading))
    if arguments.save:
        with writing(str(arguments.save)):
            write_snapshot(arguments.save, after)
        if not (before_is_given or arguments.edition or arguments.reading):
            return Exit.DONE
    before = saved or _snapshot(rulebook, cases, dict(arguments.from_edition), dict(arguments.from_reading))
    impact = compare_snapshots(before, after)
    if arguments.json:
        show_json(to_plain(impact))
    else:
        show(_page(impact))
    return Exit.PROBLEMS if arguments.check and impact.moved else Exit.DONE


def _check(arguments: argparse.Namespace, rulebook: Rulebook) -> None:
    """Refuse what cannot be compared, before any case is read."""
    if arguments.against and (arguments.from_edition or arguments.from_reading):
        raise TwoBeforesError(
            "What was before is told twice: by the file of --against, and by --from-edition or --from-reading. "
            "The file was saved under one edition and reading, and cannot be read under another. Leave --against out, "
            "or leave the others out and save the file again under what they name (--edition and --reading with "
            "--save)."
        )
    for editions, readings in (
        (arguments.from_edition, arguments.from_reading),
        (arguments.edition, arguments.reading),
    ):
        check_choices(rulebook, editions=dict(editions), readings=dict(readings))


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


def _snapshot(
    rulebook: Rulebook, cases: tuple[StoredCase, ...], editions: Mapping[str, str], readings: Mapping[str, str]
) -> Snapshot:
    return take_snapshot(rulebook, cases, readings=readings, editions=editions)


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
