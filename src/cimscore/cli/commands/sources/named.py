"""Documents given for sources on the command line, and the names of their passages."""

from __future__ import annotations

import argparse
from pathlib import Path

from cimscore.cli.options import add_json
from cimscore.errors import CimsError, UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.rulebook import Rulebook
from cimscore.traceability.lining_up import load_fingerprints
from cimscore.traceability.sources import HeldSources, hold_sources


class NothingNamedError(CimsError):
    """No document was named, or two for one source: name one for each source."""


class NotHeldError(CimsError):
    """A source has no text that a page could take the place of: its document was never held."""


def add_documents(parser: argparse.ArgumentParser) -> None:
    """Add the folder of the documents, and those that took the place of a source."""
    parser.add_argument(
        "folder", metavar="DIR", type=Path, nargs="?",
        help="the documents, as .txt, .md, .html or .docx; the old one among them makes lining up surer",
    )  # fmt: skip
    parser.add_argument(
        "--as", metavar="ID=FILE", dest="named", action="append", default=[], type=_named,
        help="a page that took the place of a source, under whatever title: the source's id, or the program's for its "
        "first source; may be given several times",
    )  # fmt: skip
    add_json(parser)


def held(arguments: argparse.Namespace, rulebook: Rulebook) -> HeldSources:
    """Hold the clauses against the documents that were typed.

    Raises:
        FileError: A document cannot be read.
        NothingNamedError: None was named, or two for one source.
        NotHeldError: A source was named whose document was never held.
        UnknownNameError: A source is not known.
    """
    if arguments.folder is None and not arguments.named:
        raise NothingNamedError(
            f"No document was named. Name the folder that holds them, or a new page: {how_to_name(rulebook)}."
        )
    named = {source_of(id, rulebook): file for id, file in arguments.named}
    if len(named) < len(arguments.named):
        raise NothingNamedError("One source was named twice. Give --as once for each, with the page in its place.")
    return hold_sources(rulebook, arguments.folder, named, load_fingerprints(rulebook) if named else None)


def how_to_name(rulebook: Rulebook) -> str:
    """Return how the page of a source is named, by a source whose document is held if there is one."""
    held = [source.id for source in rulebook.sources.values() if source.held]
    return f"--as {(held or ['ID'])[0]}=FILE"


def source_of(id: str, rulebook: Rulebook) -> str:
    """Return the id of a source that was named by its own id or by its program's.

    Raises:
        NotHeldError: Its document was never held.
        UnknownNameError: There is no such source.
    """
    held = {source.id for source in rulebook.sources.values() if source.held}
    if id in held:
        return id
    if id in rulebook.sources:
        known = ", ".join(sorted(held))
        raise NotHeldError(f"{id}: its document was never held, so nothing of it can be lined up. Held are {known}.")
    if id in rulebook.programs:
        own = [source.id for source in rulebook.programs[id].declared.sources if source.id in held]
        if own:
            return own[0]
    every = sorted({*held, *rulebook.programs})
    raise UnknownNameError("source", id, every, did_you_mean(id, every))


def _named(text: str) -> tuple[str, Path]:
    id, _, file = text.partition("=")
    if not (id and file):
        raise argparse.ArgumentTypeError(f"{text!r} is not ID=FILE, such as qld=new-page.html")
    return id, Path(file).expanduser()
