"""``cimscore explain``: why something holds in a case, or why it does not."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from cimscore.assessment import Doubt, Explanation, explanations_of, traced
from cimscore.assessment.decision.words import begun
from cimscore.assessment.explaining import address_of_claim
from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import Assessed, assess_case
from cimscore.cli.loading import case_as_typed
from cimscore.cli.options import add_assessing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.errors import UnknownNameError
from cimscore.grades import PROVISIONAL
from cimscore.reasoning.reasons.explaining import Reason

_BRIEFLY: Final = 1
_WHOLLY: Final = 100
_DEPTHS: Final = (_WHOLLY, 6, 5, 4, 3, 2, _BRIEFLY, 0)
_ROOM: Final = 58
"""So many lines, and one on what is left out, are read in a minute."""
_MOST_DOUBTS: Final = 4


@attrs.frozen
class _Explained:
    """Explanation by a program.

    Attributes:
        program: Id of the program.
        explanation: What it says.
        file: What a command calls the case.
    """

    program: str
    explanation: Explanation
    file: str


def _options(parser: argparse.ArgumentParser) -> None:
    add_assessing(parser)
    parser.add_argument(
        "named",
        metavar="ADDRESS",
        nargs="*",
        help="what to explain: the id of a conclusion or clock with its things, such as role@ari@notification:north, "
        "as `cimscore assess CASE --all` shows them; things may be left out from the end (default: the main "
        "conclusions, briefly)",
    )
    parser.add_argument(
        "--all", action="store_true", help="follow the reasons all the way down, through other conclusions"
    )


def _run(arguments: argparse.Namespace) -> Exit:
    assessed, file = assess_case(arguments), case_as_typed(arguments)
    addresses = arguments.named or [""]
    if arguments.json:
        found = (told for address in addresses for told in _found(assessed, address, file, through=arguments.all))
        show_json([{"program": told.program, **traced(told.explanation)} for told in found])
    else:
        show("\n".join(str(_page(assessed, address, file, whole=arguments.all)) for address in addresses))
    assessed.tell_failures()
    return assessed.exit


def _found(assessed: Assessed, address: str, file: str, *, through: bool) -> Iterator[_Explained]:
    """Yield what an address names, for each program that knows it.

    Raises:
        UnknownNameError: No program knows it.
    """
    unknown: list[UnknownNameError] = []
    for decision, decided in assessed.decided:
        try:
            found = explanations_of(decided, assessed.words(decided), address, through=through)
        except UnknownNameError as error:
            unknown.append(error)
        else:
            yield from (_Explained(decision.program, explained, file) for explained in found)
    if unknown and len(unknown) == len(assessed.decided):
        raise unknown[0]


def _page(assessed: Assessed, address: str, file: str, *, whole: bool) -> TextPage:
    """Return the reasons of what an address names, as deep as one screen allows."""
    found = list(_found(assessed, address, file, through=whole))
    if not found:
        page = TextPage()
        page.line("Nothing is concluded that could be explained.")
        return page
    if whole or not address:
        return _written(found, _WHOLLY if address else _BRIEFLY)
    all_of_it = _written(list(_found(assessed, address, file, through=True)), _WHOLLY)
    if all_of_it.lines <= _ROOM + 1:
        return all_of_it
    deepest = _written(found, _WHOLLY)
    if deepest.lines <= _ROOM + 1:
        return deepest
    page = next((page for page in _shallower(found) if page.lines <= _ROOM), None) or _first_of(found)
    page.blank()
    page.line(f"The rest, all the way down: cimscore explain {file} {shlex.quote(address)} --all")
    return page


def _shallower(found: Sequence[_Explained]) -> Iterator[TextPage]:
    yield from (_written(found, depth) for depth in _DEPTHS[1:])


def _first_of(found: Sequence[_Explained]) -> TextPage:
    """Return as many of several explanations as fit, without their reasons, and how many there are."""
    shown = max((number for number in range(1, len(found)) if _written(found[:number], 0).lines < _ROOM - 2), default=1)
    page = _written(found[:shown], 0)
    page.blank()
    page.line(f"and {len(found) - shown} more: add the things that are meant to the address")
    return page


def _written(found: Sequence[_Explained], depth: int) -> TextPage:
    page = TextPage()
    for told in found:
        _write(page, told, depth)
    return page


def _write(page: TextPage, told: _Explained, depth: int) -> None:
    explanation = told.explanation
    page.blank()
    says = begun(explanation.says, explanation.address.split("@")[1:])
    page.line(f"{says}{' (provisional)' if explanation.standing == 'provisional' else ''}")
    page.line(f"{told.program}/{explanation.address}", 1)
    if explanation.clauses:
        page.line(f"by {'; '.join(explanation.clauses)}", 1)
    for note in explanation.notes:
        page.line(note, 1)
    if explanation.whichever:
        page.line(f"Certain whichever way this is answered: {explanation.whichever}", 1)
    for answers, reason in _alike(explanation.ways):
        page.line(f"If {' or '.join(map(repr, answers))}, because:", 2)
        _because(page, reason, 3, min(depth, _BRIEFLY))
    if explanation.reason.because and not explanation.ways and depth:
        page.line("Because:", 1)
        _because(page, explanation.reason, 2, depth)
    _write_doubts(page, explanation, told.file)


def _alike(ways: Iterable[tuple[str, Reason]]) -> Iterator[tuple[list[str], Reason]]:
    """Yield the answers that give something for the same reasons, together."""
    found: dict[tuple[str, ...], tuple[list[str], Reason]] = {}
    for answer, reason in ways:
        answers, _ = found.setdefault(tuple(part.says for part in reason.because), ([], reason))
        answers.append(answer)
    yield from found.values()


def _because(page: TextPage, reason: Reason, indent: int, depth: int) -> None:
    """Write what something rests on, level by level; other conclusions with their addresses."""
    for part in reason.because if depth else ():
        where = f" [{address_of_claim(part.claim)}]" if part.claim is not None else ""
        again = " (see above)" if part.again else ""
        mark = " (provisional)" if part.grade == PROVISIONAL else ""
        below = " …" if part.because and depth == 1 else ""
        page.line(f"{part.says}{mark}{where}{again}{below}", indent, mark="-")
        _because(page, part, indent + 1, depth - 1)


def _write_doubts(page: TextPage, explanation: Explanation, file: str) -> None:
    if explanation.rests_on:
        page.line("It rests on what nobody has answered yet. It would not hold:", 1)
    for doubts in explanation.rests_on[:_MOST_DOUBTS]:
        page.line("; and ".join(map(_doubt, doubts)), 2, mark="-")
    if len(explanation.rests_on) > _MOST_DOUBTS:
        page.line(f"and {len(explanation.rests_on) - _MOST_DOUBTS} more: cimscore possible {file}", 2, mark="-")
    if explanation.standing == "provisional" and not explanation.rests_on:
        page.line("No answer to one question, or to two together, was found that would change it.", 1)


def _doubt(doubt: Doubt) -> str:
    working = f" (worked with: {doubt.working}, {doubt.why})" if doubt.working else ""
    return f"with {doubt.loses!r} to: {doubt.asks}{working} [{doubt.address}]"


COMMAND = Command(
    teaches="Each condition once, in the words of its rule: what it rests on, down to the facts of the document and "
    "the answers of people. Where that is more than one screen, another conclusion on which it rests is told by its "
    "address, to be explained in turn. What does not hold is explained as a no. What is certain whichever way a "
    "question is answered is told for each answer, and what is provisional with the answers that would change it.",
    example="cimscore explain examples/two-homes.yaml role@ari@notification:north",
    options=_options,
    run=_run,
)
