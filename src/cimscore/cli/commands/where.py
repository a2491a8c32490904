"""``cimscore where``: finds everything that contains a word."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import attrs

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import chosen_programs
from cimscore.cli.options import add_listing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.rulebook import InstalledProgram
from cimscore.rules.written import Written
from cimscore.traceability.declared.wording import words_of_rule


@attrs.frozen(order=True)
class _Place:
    """Text that contains the word: its name, where it is written, and what it says."""

    name: str
    written: Written
    says: str


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("word", metavar="WORD", help="a word or a part of one, such as visit")
    add_listing(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    word = arguments.word.casefold()
    every = (place for program in chosen_programs(arguments) for place in _places_in(program))
    found = [place for place in every if word in place.says.casefold() or word in place.name.casefold()]
    if arguments.json:
        show_json([{"name": place.name, "written": str(place.written), "says": place.says} for place in found])
    else:
        show(_page(found, arguments.word))
    return Exit.DONE if found else Exit.PROBLEMS


def _page(found: list[_Place], word: str) -> TextPage:
    page = TextPage()
    for place in found:
        page.line(f"{place.name} ({place.written})")
        page.line(place.says, 1)
    if not found:
        page.line(f"Nothing speaks of {word!r}. Try a part of the word, or another word of the policy's.")
    return page


def _places_in(installed: InstalledProgram) -> Iterator[_Place]:
    """Yield all that a program says: its definitions, questions, unclear points and rules."""
    program = installed.program
    for definition in program.definitions:
        name = program.names.get(definition.key, definition.key)
        yield _Place(f"{installed.id}/{name}", definition.written, definition.says)
    for question in program.questions:
        yield _Place(f"{installed.id}/{question.id}", question.written, question.text)
    for reading in program.readings:
        says = " ".join((reading.question, *reading.readings.values()))
        yield _Place(f"{installed.id}/{reading.id}", reading.written, says)
    for rule in installed.rules:
        yield _Place(rule.address, rule.written, words_of_rule(rule).sentence)


COMMAND = Command(
    teaches="Definitions, questions, unclear points and rules whose words or name speak of it, each with the file and "
    "line at which it is written: where to begin when a policy changes what is said of a visit.",
    example="cimscore where visit --program qld-child-safety",
    options=_options,
    run=_run,
)
