"""``cimscore interview``: ask what is open in a case, one question at a time, and write the answers into it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import Final

from cimscore.assessment import Decision, Words
from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import STANDARD_INPUT, assess_opened, open_text, text_of
from cimscore.cli.loading import load_rulebook
from cimscore.cli.options import add_assessing
from cimscore.cli.output import replace, show, show_json
from cimscore.cli.page import TextPage
from cimscore.errors import CimsError
from cimscore.ids import spelled
from cimscore.interview import OpenQuestion, PossibleAnswer, Sitting, plain_question
from cimscore.reasoning.claims.told import Decided
from cimscore.rules.english.nouns import listed_words

_STOP: Final = ("q", "quit", "stop")
_ANSWER: Final = "Answer (Enter leaves it open, q stops): "
_WHEN: Final = "When was it decided? A day, or a time with its offset (Enter leaves it open): "
_WRITE: Final = "Write these answers into the document? (yes or no): "
_YES: Final = ("yes", "y")
_SHOWN: Final = 3
"""So many sentences of what an answer changes are told; `cimscore possible` tells them all."""


def _options(parser: argparse.ArgumentParser) -> None:
    add_assessing(parser)
    parser.add_argument(
        "--answer",
        metavar="ADDRESS=ANSWER",
        dest="answers",
        action="append",
        default=[],
        type=_answer,
        help="an answer to begin with, such as born@ari=2014-05-02; may be given several times",
    )
    parser.add_argument("--list", action="store_true", help="list what would be asked, and ask nothing")
    parser.add_argument("--write", action="store_true", help="write the answers into CASE; all else in it stays")


def _answer(typed: str) -> tuple[str, str]:
    address, _, answer = typed.partition("=")
    if not (address and answer):
        raise argparse.ArgumentTypeError(f"{typed!r} is no ADDRESS=ANSWER, such as born@ari=2014-05-02")
    return address, answer


def _run(arguments: argparse.Namespace) -> Exit:
    if arguments.write and arguments.case == STANDARD_INPUT:
        raise CimsError("--write needs a file to write into: name it in place of -.")
    rulebook = load_rulebook()
    ends = list[Exit]()

    def decide(text: str) -> Iterable[tuple[Decision, Decided, Words]]:
        assessed = assess_opened(open_text(text, arguments, rulebook), arguments)
        assessed.tell_failures()
        ends.append(assessed.exit)
        return [(decision, decided, assessed.words(decided)) for decision, decided in assessed.decided]

    sitting = Sitting(text_of(arguments), decide)
    for address, said in arguments.answers:
        sitting.take(sitting.question(address), said)
    if arguments.json:
        show_json([plain_question(asked) for asked in sitting.questions])
    elif arguments.list or arguments.case == STANDARD_INPUT:
        show(_listed(sitting.questions))
    else:
        _ask(sitting)
        arguments.write = arguments.write or (sitting.given and (_typed(_WRITE) or "").lower() in _YES)
    if arguments.write and sitting.given:
        replace(arguments.case, sitting.text)
    if not arguments.json and sitting.given:
        show(_end(sitting, arguments))
    return ends[-1]


def _ask(sitting: Sitting) -> None:
    """Ask on standard input until nothing is left to ask, or whoever answers stops."""
    while questions := sitting.questions:
        asked = questions[0]
        show(_question(asked, f"Question {len(sitting.given) + 1}, of {len(questions)} open."))
        said = _typed(_ANSWER)
        if said is None or said.lower() in _STOP:
            return
        if not said:
            sitting.leave(asked)
            continue
        at = _typed(_WHEN) if asked.decided_by else ""
        try:
            sitting.take(asked, said, at or "")
        except CimsError as error:
            # The same question comes again: whoever answers can correct what was typed.
            show(f"{error}\n\n")


def _typed(prompt: str) -> str | None:
    """Return what is typed after a prompt; None where standard input has ended."""
    sys.stdout.write(prompt)
    sys.stdout.flush()
    if sys.stdin is None:  # as Python has it where a process begins with it closed
        return None
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        sys.stdout.write("\n")  # A terminal shows the end of the line that was typed; a pipe does not.
    return line.strip() if line else None


def _listed(questions: Sequence[OpenQuestion]) -> TextPage:
    page = TextPage()
    if not questions:
        page.line("No question is open that could change anything.")
    for number, asked in enumerate(questions, 1):
        page.blank()
        _write(page, asked, f"{number}.")
    return page


def _question(asked: OpenQuestion, before: str) -> str:
    page = TextPage()
    page.line(before)
    _write(page, asked, "")
    return f"{page}"


def _write(page: TextPage, asked: OpenQuestion, mark: str) -> None:
    page.line(asked.asks, mark=mark)
    page.line(f"{asked.address} ({listed_words(asked.programs)})", 1)
    page.line(f"The {spelled(asked.decided_by)} decides." if asked.decided_by else f"Ask {asked.ask}.", 1)
    if asked.clauses:
        page.line(f"[{'; '.join(asked.clauses)}]", 1)
    if asked.working:
        page.line(f"Worked with until then: {asked.working}{f' ({asked.why})' if asked.why else ''}", 1)
    for number, choice in enumerate(asked.choices, 1):
        page.line(choice.words, 1, mark=f"{number})")
        _write_changes(page, choice)
    for choice in asked.classes:
        page.line(choice.words, 1, mark="-")
        _write_changes(page, choice)
    if asked.typed:
        page.line(f"{'Or type' if asked.choices else 'Type'} {listed_words(asked.typed, 'or')}.", 1)
    elif not asked.choices:
        for line in asked.by_hand:
            page.raw(line, 1)


def _write_changes(page: TextPage, choice: PossibleAnswer) -> None:
    told = [*(f"then: {says}" for says in choice.adds), *(f"no longer: {says}" for says in choice.takes)]
    for says in told[:_SHOWN]:
        page.line(says, 3)
    if len(told) > _SHOWN:
        page.line(f"and {len(told) - _SHOWN} more", 3)


def _end(sitting: Sitting, arguments: argparse.Namespace) -> TextPage:
    """Write what was answered, where it stands now, and what to do next."""
    page = TextPage()
    page.blank()
    for asked, said in sitting.given:
        page.line(f"{asked.asks} {_in_words(asked, said)}", mark="-")
    if arguments.write:
        page.line(f"Written into {arguments.case}. What follows: cimscore assess {arguments.case}")
    else:
        again = " ".join(f"--answer '{asked.address}={_in_words(asked, said)}'" for asked, said in sitting.given)
        page.line("Nothing is written. To write it into the document:")
        page.raw(f"cimscore interview {arguments.case} --list --write {again}", 1)
    return page


def _in_words(asked: OpenQuestion, said: str) -> str:
    number = int(said) if said.isdecimal() and len(said) < 4 else 0
    return asked.choices[number - 1].words if 0 < number <= len(asked.choices) else said


COMMAND = Command(
    teaches="Each question tells who can answer, its clauses, the answers to choose from and what each would change. "
    "An answer is written where it belongs in the document, the case is decided again, and the next question follows "
    "from that. What is left open stays open: it never counts as no. Answers are read from standard input, a number, "
    "the words of an answer, or what else can be typed. Nothing is written into CASE without --write.",
    example="cimscore interview examples/two-homes.yaml",
    options=_options,
    run=_run,
)
