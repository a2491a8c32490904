"""``cimscore programs``: what is installed."""

from __future__ import annotations

import argparse

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import chosen_programs
from cimscore.cli.loading import ends, load_rulebook
from cimscore.cli.options import add_listing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.rulebook import InstalledProgram
from cimscore.wire import to_plain


def _options(parser: argparse.ArgumentParser) -> None:
    add_listing(parser)
    parser.add_argument(
        "--check",
        action="store_true",
        help="tell instead what looks like a slip in them: what nobody uses, what was pasted, what is left out",
    )


def _run(arguments: argparse.Namespace) -> Exit:
    if arguments.check:
        return _check(arguments)
    chosen = chosen_programs(arguments)
    if arguments.json:
        show_json([_plain(program) for program in chosen])
        return Exit.DONE
    page = TextPage()
    if not chosen:
        page.line("No program is installed. Install a distribution that brings one, for example cimscore-vic-cims.")
    for program in chosen:
        _write(page, program)
    show(page)
    return Exit.DONE


def _check(arguments: argparse.Namespace) -> Exit:
    """Tell the warnings of the chosen programs. Those that are left out are told on standard error."""
    rulebook = load_rulebook()
    ids = [rulebook.program(program).id for program in dict.fromkeys(arguments.programs or rulebook.programs)]
    found = [warning for warning in rulebook.warnings if warning.where.partition(",")[0] in ids]
    if arguments.json:
        show_json(to_plain(found))
    else:
        page = TextPage()
        for warning in found:
            page.line(str(warning), mark="-")
        if not found and ids:
            page.line(f"Nothing looks like a slip in {', '.join(ids)}.")
        show(page)
    return ends(right=not found, rulebook=rulebook)


def _plain(program: InstalledProgram) -> dict[str, object]:
    name, version = program.declared.distribution
    return {
        "id": program.id,
        "title": program.program.title,
        "zone": program.program.zone.key,
        "extends": program.program.extends,
        "distribution": name,
        "version": version,
        "digest": program.digest,
        "sources": [
            {"id": source.id, "title": source.title, "publisher": source.publisher}
            for source in program.declared.sources
        ],
        "counts": _counts(program),
        "calendars": [
            {
                "id": calendar.id,
                "title": calendar.title,
                "first_year": calendar.first_year,
                "last_year": calendar.last_year,
            }
            for calendar in program.declared.calendars
        ],
        "relations": to_plain(program.declared.relations),
    }


def _counts(program: InstalledProgram) -> dict[str, int]:
    return {
        "clauses": len(program.declared.clauses),
        "rules": len(program.rules),
        "questions": len(program.own(program.program.questions)),
        "readings": len(program.own(program.program.readings)),
    }


def _write(page: TextPage, program: InstalledProgram) -> None:
    name, version = program.declared.distribution
    page.blank()
    page.line(f"{program.id}: {program.program.title}")
    extends = f", extends {program.program.extends}" if program.program.extends else ""
    page.line(f"{name} {version}, days of {program.program.zone.key}{extends}", 1)
    page.line(", ".join(f"{count} {noun[:-1] if count == 1 else noun}" for noun, count in _counts(program).items()), 1)
    for calendar in program.declared.calendars:
        page.line(f"calendar {calendar.id}: {calendar.title}, {calendar.first_year} to {calendar.last_year}", 1)
    for relation in program.declared.relations:
        page.line(f"with {' and '.join(relation.programs)}: {relation.text} [{'; '.join(relation.cites)}]", 1)


COMMAND = Command(
    teaches="A program is a set of rules under one name, brought by a plugin. Installed is not active: a case names "
    "the programs it is assessed under. With --check it ends with 1 where something looks like a slip, and with 5 "
    "where a program cannot be used.",
    example="cimscore programs",
    options=_options,
    run=_run,
)
