"""``cimscore sources``: compares clauses with their documents, and drafts the next edition from a new one."""

import argparse
from collections.abc import Callable

from cimscore.cli.command import Command
from cimscore.cli.commands.sources import check, draft_edition, fingerprint
from cimscore.cli.exits import Exit


def _options(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    for name, said, module in (
        ("check", "tell what became of every passage of the documents", check),
        ("draft-edition", "write the next edition's folder from a page that took a source's place", draft_edition),
        ("fingerprint", "keep by what each passage is known again once it is rewritten", fingerprint),
    ):
        one = actions.add_parser(name, help=said, description=said, allow_abbrev=False)
        module.add_options(one)
        one.set_defaults(act=module.run)


def _run(arguments: argparse.Namespace) -> Exit:
    act: Callable[[argparse.Namespace], Exit] = arguments.act
    return act(arguments)


COMMAND = Command(
    teaches="`check` tells which file is which source by its title and headings, and of every passage whether it is in "
    "step, has moved, has changed, is gone or is new, with everything it touches. A page that was renamed or rewritten "
    "is named with --as qld=FILE and lined up by what it says. It ends with exit code 1 unless everything is in step. "
    "`draft-edition` writes a folder from such a page: what stays, what to read again with the old clause beside it, "
    "what is new and what is gone. The documents stay where they are: nothing of them is printed or stored, but with "
    "`fingerprint` a sketch from which no sentence can be read.",
    example="cimscore sources check ~/policies --as qld=~/policies/new-page.html",
    options=_options,
    run=_run,
)
