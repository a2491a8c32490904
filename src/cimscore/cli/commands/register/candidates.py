"""``cimscore register candidates``: what may be the same in different cases."""

from __future__ import annotations

import argparse
import json
import sys

from cimscore.cli.commands.register.opening import add_register, opened
from cimscore.cli.exits import Exit
from cimscore.cli.options import add_json
from cimscore.cli.output import show
from cimscore.cli.page import TextPage
from cimscore.wire import to_plain


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the register, and output for machines: a line for each."""
    add_register(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Write each as it is found, by ids alone. A person looks at it; nothing is merged."""
    count = 0
    for found in opened(arguments).candidates():
        count += 1
        if arguments.json:
            sys.stdout.write(f"{json.dumps(to_plain(found))}\n")
        else:
            page = TextPage()
            page.line(f"Perhaps {found.kind}: {found.first} and {found.second}: {'; '.join(found.reasons)}", mark="-")
            show(page)
    if not arguments.json:
        show(f"Candidates: {count}. Nothing is merged.\n")
    return Exit.DONE
