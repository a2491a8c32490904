"""``cimscore possible``: what each answer to a question of a case leads to."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any, Final

import attrs

from cimscore.assessment import OpenPoint, Possible, Words, possible_of, what_to_write
from cimscore.cli.changes import plain_changes, write_changes
from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import Assessed, assess_case
from cimscore.cli.options import add_assessing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.errors import UnknownNameError
from cimscore.ids import spelled
from cimscore.reasoning.claims.told import Decided


@attrs.frozen(kw_only=True)
class _Led:
    """A question with what its answers lead to, and what to write to answer it."""

    program: str
    possible: Possible
    point: OpenPoint | None


def _options(parser: argparse.ArgumentParser) -> None:
    add_assessing(parser)
    parser.add_argument(
        "named",
        metavar="QUESTION",
        nargs="*",
        help="the address of a question, open or answered, such as concerns-relate@bo@south, or of a fact, such as "
        "born@ari (default: every question that is open)",
    )


def _run(arguments: argparse.Namespace) -> Exit:
    assessed = assess_case(arguments)
    found = list(_named(assessed, arguments.named) if arguments.named else _open(assessed))
    if arguments.json:
        show_json([_plain(possible) for possible in found])
    else:
        page = TextPage()
        for number, possible in enumerate(found, 1):
            _write(page, number, possible)
        if not found:
            page.line("No question is open that could change anything.")
        show(page)
    assessed.tell_failures()
    return assessed.exit


def _open(assessed: Assessed) -> Iterator[_Led]:
    for decision, decided in assessed.decided:
        for point in decision.points:
            yield _Led(program=decision.program, possible=_led(decided, point, assessed.words(decided)), point=point)


def _led(decided: Decided, point: OpenPoint, words: Words) -> Possible:
    """Return what each answer leads to; a moment from which something counts has too many answers to list."""
    if not point.bounds:
        return possible_of(decided, point.address, words)
    return Possible(address=point.address, asks=point.asks, decided_by=point.decided_by, stated=False, answers=())


def _named(assessed: Assessed, addresses: list[str]) -> Iterator[_Led]:
    """Yield the questions that were named; an address belongs to each program that knows it.

    Raises:
        UnknownNameError: No program knows an address.
    """
    for address in addresses:
        unknown: list[UnknownNameError] = []
        for decision, decided in assessed.decided:
            try:
                possible = possible_of(decided, address, assessed.words(decided))
            except UnknownNameError as error:
                unknown.append(error)
            else:
                point = next((point for point in decision.points if point.address == possible.address), None)
                yield _Led(program=decision.program, possible=possible, point=point)
        if unknown and len(unknown) == len(assessed.decided):
            raise unknown[0]


_UNLISTED: Final = "Its answers are too many to list."


def _without_changes(point: OpenPoint | None) -> str:
    if point is not None and point.unlisted:
        return _UNLISTED
    if point is not None and point.kind == "edition":
        return point.without_changes
    return "By itself it changes nothing; together with another answer it may."


def _write(page: TextPage, number: int, led: _Led) -> None:
    possible = led.possible
    page.blank()
    page.line(possible.asks, mark=f"{number}.")
    page.line(possible.address if "/" in possible.address else f"{possible.address} ({led.program})", 1)
    if possible.decided_by:
        page.line(f"The {spelled(possible.decided_by)} decides.", 1)
    for answer in possible.answers:
        page.line(f"{answer.answer}{_now(possible, working=answer.working)}", 1, mark="-")
        if not answer.working:
            write_changes(page, answer.changes, 2)
    if possible.answers and not any(answer.changes for answer in possible.answers):
        page.line(_without_changes(led.point), 1)
    if not possible.answers:
        page.line(_UNLISTED, 1)
    for moment, brings in led.point.bounds if led.point is not None else ():
        page.line(f"{moment}: {'; '.join(map(str, brings))}", 1, mark="-")
    for line in what_to_write(led.point) if led.point is not None else ():
        page.raw(line, 1)


def _now(possible: Possible, *, working: bool) -> str:
    if not working:
        return ":"
    return " (as the case says)" if possible.stated else " (worked with until it is answered)"


def _plain(led: _Led) -> dict[str, Any]:
    possible = led.possible
    return {
        "program": led.program,
        "address": possible.address,
        "asks": possible.asks,
        "decided_by": possible.decided_by,
        "stated": possible.stated,
        "answers": [
            {"answer": answer.answer, "working": answer.working, **plain_changes(answer.changes)}
            for answer in possible.answers
        ],
        "write": list(what_to_write(led.point)) if led.point is not None else [],
    }


COMMAND = Command(
    teaches="The case is decided again with each answer to each open question, one at a time: what it brings, and what "
    "no longer holds, against the case as it stands. A question that is answered, and a fact that is known, can be "
    "named too; then every other answer is a supposition.",
    example="cimscore possible examples/two-homes.yaml",
    options=_options,
    run=_run,
)
