"""``cimscore register report``: a case as a document that a person can send."""

from __future__ import annotations

import argparse

from cimscore.case import kept_in
from cimscore.cli.commands.register.opening import add_register, opened
from cimscore.cli.exits import Exit
from cimscore.cli.options import add_json, add_kept, add_moment
from cimscore.cli.output import STANDARD_OUTPUT, json_text, keep_back, save, tell_of_kept


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the case, the moment, and where the document goes."""
    add_register(parser, case=True)
    add_moment(parser)
    parser.add_argument(
        "-o", "--output", metavar="FILE", default=STANDARD_OUTPUT, help="where it goes (default: standard output)"
    )
    add_kept(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Write it as an HTML document that prints on A4, or as JSON; without the notifier."""
    report = opened(arguments).report(arguments.case, at=arguments.at, show_kept=arguments.show_kept)
    if not arguments.show_kept:
        keep_back(kept_in(report.case))
    save(json_text(report.document()) if arguments.json else report.page(), arguments.output)
    tell_of_kept()
    return Exit.DONE
