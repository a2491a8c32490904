"""``cimscore compare``: one case under two editions, and what differs."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from cimscore.assessment import Difference, difference
from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import Assessed, Opened, assess_opened, open_case
from cimscore.cli.options import add_assessing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.errors import CimsError, UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.rulebook import InstalledProgram


class ComparisonError(CimsError):
    """A comparison was asked for without two editions of one program: name them."""


def _options(parser: argparse.ArgumentParser) -> None:
    add_assessing(parser)
    parser.add_argument(
        "--edition",
        metavar="ID",
        dest="editions",
        action="append",
        required=True,
        help="an edition; give two, which `cimscore timeline` lists",
    )


def _run(arguments: argparse.Namespace) -> Exit:
    opened = open_case(arguments)
    source = _source(_program(opened, arguments), arguments.editions)
    one, other = (assess_opened(opened, arguments, {source: edition}) for edition in arguments.editions)
    if one.decided and other.decided:
        changes = _difference(one, other)
        if arguments.json:
            show_json(
                {
                    "source": source,
                    "editions": arguments.editions,
                    "not_held_whole": [_not_held_whole(assessed, source) for assessed in (one, other)],
                    "differences": _plain(arguments, changes),
                }
            )
        else:
            show(_page(source, arguments.editions, changes, (one, other)))
    one.tell_failures()
    return max(one.exit, other.exit)


def _program(opened: Opened, arguments: argparse.Namespace) -> InstalledProgram:
    """Return the one program under which editions are compared.

    Raises:
        ComparisonError: There are not two editions and one program.
        UnknownNameError: The program is not installed.
    """
    programs = arguments.programs or list(opened.case.programs)
    if len(arguments.editions) != 2 or len(programs) != 1:
        given = f"{len(arguments.editions)} editions and {len(programs)} programs"
        raise ComparisonError(f"compare takes two --edition and one --program, and was given {given}")
    return opened.rulebook.program(programs[0])


def _source(program: InstalledProgram, editions: Sequence[str]) -> str:
    """Return the document that has both editions.

    Raises:
        ComparisonError: Each is an edition of another document.
        UnknownNameError: One of them is no edition of the program.
    """
    having = {source.id: {edition.id for edition in source.editions} for source in program.declared.sources}
    known = sorted(set().union(*having.values()))
    for edition in editions:
        if edition not in known:
            raise UnknownNameError(f"edition of {program.id}", edition, known, did_you_mean(edition, known))
    both = next((source for source, ids in having.items() if ids.issuperset(editions)), "")
    if not both:
        raise ComparisonError(
            f"No one document of {program.id} has the editions {' and '.join(editions)}. Name two of one."
        )
    return both


def _difference(one: Assessed, other: Assessed) -> Difference:
    """Return what differs in what the named program decides: the last, where it is decided beside another."""
    before, after = one.decided[-1][1], other.decided[-1][1]
    return difference(before.run, after.run, one.words(before))


def _page(source: str, editions: Sequence[str], changes: Difference, both: tuple[Assessed, Assessed]) -> TextPage:
    page = TextPage()
    page.line(f"{source}: edition {editions[0]}, and then edition {editions[1]}.")
    for edition, told in zip(editions, (changes.takes, changes.adds), strict=True):
        for says in told:
            page.line(f"only under {edition}: {says}", mark="-")
    if not changes:
        page.line("Nothing differs.")
    for edition, assessed in zip(editions, both, strict=True):
        decision = assessed.assessment.decisions[-1]
        asked = ", ".join(point.address for point in decision.points) or "nothing"
        page.line(f"Under {edition} the decision is {decision.state}. Open: {asked}.")
        if said := _not_held_whole(assessed, source):
            page.line(f"Of {edition}: {said}", 1)
    return page


def _not_held_whole(assessed: Assessed, source: str) -> str:
    """Return what is not held of the edition by which a side is decided; empty where all of it is."""
    told = assessed.assessment.decisions[-1].governed_by
    return next((sentence for document, _, sentence in told if document == source), "")


def _plain(arguments: argparse.Namespace, changes: Difference) -> list[dict[str, str]]:
    told = zip(arguments.editions, (changes.takes, changes.adds), strict=True)
    return [{"only_under": edition, "says": says} for edition, sentences in told for says in sentences]


COMMAND = Command(
    teaches="Which edition holds is decided by rules. Here two are chosen by hand for the same case, to see what "
    "a change of the policy changes for it.",
    example="cimscore compare examples/december-gap.yaml --edition 2024-06 --edition 2024-12",
    options=_options,
    run=_run,
)
