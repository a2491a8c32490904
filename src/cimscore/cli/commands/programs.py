"""``cimscore programs``: what is installed."""

from __future__ import annotations

import argparse

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import chosen_programs, own
from cimscore.cli.options import add_listing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import Page
from cimscore.rulebook import InstalledProgram
from cimscore.rules import Question, Reading
from cimscore.wire import to_plain


def _run(arguments: argparse.Namespace) -> Exit:
    chosen = chosen_programs(arguments)
    if arguments.json:
        show_json([_plain(program) for program in chosen])
        return Exit.DONE
    page = Page()
    if not chosen:
        page.line("No program is installed. Install a distribution that brings one, for example cimscore-vic-cims.")
    for program in chosen:
        _write(page, program)
    show(page)
    return Exit.DONE


def _plain(one: InstalledProgram) -> dict[str, object]:
    name, version = one.declared.distribution
    return {
        "id": one.id,
        "title": one.program.title,
        "zone": one.program.zone.key,
        "extends": one.program.extends,
        "distribution": name,
        "version": version,
        "digest": one.digest,
        "sources": [
            {"id": source.id, "title": source.title, "publisher": source.publisher} for source in one.declared.sources
        ],
        "counts": _counts(one),
        "calendars": [
            {
                "id": calendar.id,
                "title": calendar.title,
                "first_year": calendar.first_year,
                "last_year": calendar.last_year,
            }
            for calendar in one.declared.calendars
        ],
        "relations": to_plain(one.declared.relations),
    }


def _counts(one: InstalledProgram) -> dict[str, int]:
    return {
        "clauses": len(one.declared.clauses),
        "rules": len(one.rules),
        "questions": len(own(one, Question)),
        "readings": len(own(one, Reading)),
    }


def _write(page: Page, one: InstalledProgram) -> None:
    name, version = one.declared.distribution
    page.blank()
    page.line(f"{one.id}: {one.program.title}")
    extends = f", extends {one.program.extends}" if one.program.extends else ""
    page.line(f"{name} {version}, days of {one.program.zone.key}{extends}", 1)
    page.line(", ".join(f"{count} {noun[:-1] if count == 1 else noun}" for noun, count in _counts(one).items()), 1)
    for calendar in one.declared.calendars:
        page.line(f"calendar {calendar.id}: {calendar.title}, {calendar.first_year} to {calendar.last_year}", 1)
    for relation in one.declared.relations:
        page.line(f"with {' and '.join(relation.programs)}: {relation.text} [{'; '.join(relation.cites)}]", 1)


COMMAND = Command(
    teaches="A program is a set of rules under one name, brought by a plugin. Installed is not active: a case names "
    "the programs it is assessed under.",
    example="cimscore programs",
    options=add_listing,
    run=_run,
)
