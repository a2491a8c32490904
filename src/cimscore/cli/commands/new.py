"""``cimscore new``: a new program's distribution, green at once."""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.loading import load_rulebook
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.cli.tracing import writing
from cimscore.errors import DocumentError, Problem, RulebookError
from cimscore.scaffold import NewProgram, ProgramName, Taken, name_of, new_program, new_program_from
from cimscore.traceability.sources import first_reading, laid_out

_GROUP = "cimscore"


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="the program's id: small letters and digits, such as home-visits")
    parser.add_argument(
        "--out", metavar="DIR", type=Path, default=Path(),
        help="the folder in which the folder NAME is made, which must not be there (default: this one)",
    )  # fmt: skip
    parser.add_argument(
        "--from-source", metavar="FILE", dest="source", type=Path,
        help="begin from this document instead, as .txt, .md, .html or .docx: a clause to read for each passage",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="write JSON for machines instead of text for people")


def _run(arguments: argparse.Namespace) -> Exit:
    name = name_of(arguments.name, _taken(arguments.name))
    program = _from_source(name, arguments.source) if arguments.source else new_program(name)
    folder = arguments.out / name.id
    with writing(str(folder)):
        program.write(folder)
    if arguments.json:
        show_json({"folder": str(folder), "package": name.package, "files": sorted(program.files)})
    else:
        show(_page(program, folder))
    return Exit.DONE


def _from_source(name: ProgramName, file: Path) -> NewProgram:
    """Return a program that begins from a document.

    Raises:
        DocumentError: It cannot be read, or has no passage under a heading.
    """
    reading = first_reading(laid_out(file.expanduser()))
    if not reading.placed:
        problem = Problem(
            where=file.name, found="no passage under a heading", expected="headings that can be told from the text",
            hint="Put # before each heading and save it as .md; `cimscore sources passages FILE` shows what is found.",
        )  # fmt: skip
        raise DocumentError([problem], where=str(file))
    return new_program_from(name, reading, file.name)


def _taken(typed: str) -> Taken:
    """Return the names in use near a name that was typed: those of programs, documents, plugins and packages."""
    package = typed.replace("-", "_")
    found = package.isidentifier() and importlib.util.find_spec(package) is not None
    return Taken(ids=dict(_ids(typed)), packages={package: "a package that is installed"} if found else {})


def _ids(typed: str) -> Iterator[tuple[str, str]]:
    with contextlib.suppress(metadata.PackageNotFoundError, ValueError):
        yield typed, f"the distribution {metadata.distribution(typed).name}"
    for point in metadata.entry_points(group=_GROUP):
        yield point.name, f"the program of {point.dist.name if point.dist else point.value}"
    try:
        rulebook = load_rulebook()
    except RulebookError:  # a plugin that is broken keeps nobody from beginning another
        return
    for id, program in rulebook.programs.items():
        yield id, f"the program of {program.declared.distribution[0]}"
        yield from ((source.id, f"a document of the program {id}") for source in program.declared.sources)


def _page(program: NewProgram, folder: Path) -> TextPage:
    page = TextPage()
    page.line(f"Written: {len(program.files)} files in {folder}")
    page.blank()
    page.line("To try it:")
    page.raw(f"cd {folder}", 1)
    page.raw('python -m pip install -e ".[test]"', 1)
    page.raw("python -m pytest", 1)
    page.raw(f"cimscore check-plugin {program.name.id}", 1)
    page.raw(f"cimscore coverage --program {program.name.id}", 1)
    page.blank()
    page.line(
        "check-plugin holds it to everything that programs promise; coverage says which clauses nobody carries yet."
    )
    page.line("README.md there says which file holds what, and what to replace first.")
    return page


COMMAND = Command(
    teaches="Writes a distribution that is green at once: the clauses of an invented policy in two editions, a "
    "question, a duty with a deadline, a calendar with its days, worked examples and their test, a README, a licence, "
    "and a file for continuous integration. Replace the invented policy clause by clause, and stay green. With "
    "--from-source it begins from a document: each passage has its place, its digest and a clause that is to do, but "
    "none of its words, and coverage is 0 %. Nothing is written over.",
    example="cimscore new home-visits",
    options=_options,
    run=_run,
)
