"""``cimscore sources fingerprint``: what a program keeps to know a passage again once it is rewritten."""

from __future__ import annotations

import argparse
from pathlib import Path

from cimscore.cli.exits import Exit
from cimscore.cli.loading import load_rulebook
from cimscore.cli.options import add_programs
from cimscore.cli.output import show
from cimscore.cli.tracing import folder_to_write, writing
from cimscore.rulebook import InstalledProgram
from cimscore.traceability.lining_up import fingerprints_of, write_fingerprints
from cimscore.traceability.sources import HeldSources, hold_sources


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the folder of the documents, and of which programs."""
    parser.add_argument("folder", metavar="DIR", type=Path, help="the documents, as .txt, .md, .html or .docx")
    add_programs(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Write the fingerprints of every document at hand beside the program it belongs to."""
    rulebook = load_rulebook()
    held = hold_sources(rulebook, arguments.folder)
    programs = [rulebook.program(program) for program in arguments.programs or rulebook.programs]
    told = [_written(program, held) for program in programs]
    lacking = [f"{match.source}: {match.why}; no fingerprints of it.\n" for match in held.matches if not match.file]
    show("".join([*filter(None, told), *lacking]))
    return Exit.DONE if any(told) and not lacking else Exit.PROBLEMS


def _written(program: InstalledProgram, held: HeldSources) -> str:
    texts = {text.id for source in program.declared.sources for text in source.texts}
    found = fingerprints_of(
        passage for text, copy in held.passages.items() if text in texts for passage in copy.values()
    )
    if not found:
        return ""
    folder = folder_to_write(program)
    with writing(str(folder)):
        file = write_fingerprints(folder, found)
    return f"{program.id}: fingerprints of {len(found)} passages in {file}\n"
