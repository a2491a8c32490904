"""``cimscore draw``: the picture of a case's households, with a table that says the same."""

from __future__ import annotations

import argparse
import sys

from cimscore.assessment import NoProgramError
from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import Opened, assess_opened, open_case
from cimscore.cli.options import add_assessing
from cimscore.cli.output import STANDARD_OUTPUT, OutputError, save, show_json, tell_of_kept
from cimscore.publishing.pictures import Picture, PictureTable, draw, marks_of, picture_table_markdown
from cimscore.wire import to_plain


def _options(parser: argparse.ArgumentParser) -> None:
    add_assessing(parser)
    parser.add_argument("-o", "--output", metavar="FILE.svg", help="where the picture goes; - for standard output")
    parser.add_argument("--table", metavar="FILE.md", help="where its table goes, in Markdown; - for standard output")


def _run(arguments: argparse.Namespace) -> Exit:
    if not (arguments.output or arguments.table or arguments.json):
        raise OutputError("The picture", "no file is named for it", "Give -o FILE.svg, --table FILE.md or --json.")
    _refuse_mixing(arguments)
    opened = open_case(arguments)
    picture, code = _drawn(opened, arguments)
    if arguments.output:
        save(picture.svg, arguments.output)
    if arguments.table:
        save(picture_table_markdown(picture.table), arguments.table)
    if arguments.json:
        show_json(_plain(picture.table))
    else:
        tell_of_kept()
    return code


def _refuse_mixing(arguments: argparse.Namespace) -> None:
    """Refuse two documents: only one fits on standard output."""
    typed = {
        "-o -": arguments.output == STANDARD_OUTPUT,
        "--table -": arguments.table == STANDARD_OUTPUT,
        "--json": arguments.json,
    }
    there = [option for option, is_there in typed.items() if is_there]
    if len(there) > 1:
        hint = "Leave all but one of them out, or name a file: -o FILE.svg, --table FILE.md."
        raise OutputError("The picture", f"{' and '.join(there)} would mix on standard output", hint)


def _drawn(opened: Opened, arguments: argparse.Namespace) -> tuple[Picture, Exit]:
    """Return the picture with the marks of the decision; without them, and with a note, if no program is named."""
    try:
        assessed = assess_opened(opened, arguments)
    except NoProgramError as error:
        sys.stderr.write(f"cimscore: drawn without marks. {error}\n")
        return draw(opened.shown, note=opened.note), Exit.DONE
    marks = marks_of(opened.shown, assessed.assessment.decisions)
    return draw(opened.shown, marks, note=opened.note), assessed.exit


def _plain(table: PictureTable) -> list[dict[str, str]]:
    return [dict(zip(table.header, row, strict=True)) for row in to_plain(table.rows)]


COMMAND = Command(
    teaches="People, homes, kin and concerns as in a genogram; what the decision makes of them is written beside them. "
    "The table says everything the picture shows, for those who do not see it; --json gives that table.",
    example="cimscore draw examples/two-homes.yaml -o two-homes.svg --table -",
    options=_options,
    run=_run,
)
