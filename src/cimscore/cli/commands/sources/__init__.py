"""``cimscore sources``: compares clauses with their documents, and drafts the next edition from a new one."""

import argparse

from cimscore.cli.command import Command, add_actions, run_action
from cimscore.cli.commands.sources import check, draft_edition, fingerprint, passages


def _options(parser: argparse.ArgumentParser) -> None:
    add_actions(
        parser,
        (
            ("check", "tell what became of every passage of the documents", check.add_options, check.run),
            (
                "draft-edition",
                "write the next edition's folder from a page that took a source's place",
                draft_edition.add_options,
                draft_edition.run,
            ),
            (
                "fingerprint",
                "keep by what each passage is known again once it is rewritten",
                fingerprint.add_options,
                fingerprint.run,
            ),
            ("passages", "list the passages of a document, with their digests", passages.add_options, passages.run),
        ),
    )


COMMAND = Command(
    teaches="`check` tells which file is which source by its title and headings, and of every passage whether it is in "
    "step, has moved, has changed, is gone or is new, with everything it touches. A page that was renamed or rewritten "
    "is named with --as qld=FILE and lined up by what it says. It ends with exit code 1 unless everything is in step. "
    "`draft-edition` writes a folder from such a page: what stays, what to read again with the old clause beside it, "
    "what is new and what is gone. `passages` lists the passages of one document with the number and digest that a "
    "clause keeps, and their opening words. The documents stay where they are: nothing of them is stored, but with "
    "`fingerprint` a sketch from which no sentence can be read.",
    example="cimscore sources check ~/policies --as qld=~/policies/new-page.html",
    options=_options,
    run=run_action,
)
