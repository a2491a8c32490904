"""``cimscore questions``: everything the programs may ask."""

from __future__ import annotations

import argparse
import enum
from typing import Any

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import own_by_name
from cimscore.cli.options import add_listing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage, write_english
from cimscore.rules import Condition, Question
from cimscore.rules.english import english_text, question_lines


def _run(arguments: argparse.Namespace) -> Exit:
    questions = own_by_name(arguments, Question)
    if arguments.json:
        show_json([_plain(name, question) for name, question in questions.items()])
        return Exit.DONE
    page = TextPage()
    for name, question in questions.items():
        page.blank()
        page.line(f"{name}, about {_about(question)}")
        write_english(page, question_lines(question), 1)
        if question.cites:
            page.line(f"[{'; '.join(question.cites)}]", 1)
    show(page)
    return Exit.DONE


def _about(question: Question[Any]) -> str:
    return " and ".join(f"a {thing.noun}" for thing in question.things) or "the case"


def _plain(name: str, question: Question[Any]) -> dict[str, object]:
    working = question.working
    return {
        "question": name,
        "about": [thing.noun for thing in question.things],
        "text": question.text,
        "answers": "word" if issubclass(question.answers, enum.Enum) else question.answers.__name__,
        "options": [option if isinstance(option, bool) else str(option) for option in question.options],
        "decided_by": question.decided_by,
        "weigh": list(question.weigh),
        "clauses": list(question.cites),
        "working": None if working is None else "by a rule" if isinstance(working, Condition) else _answer(working),
        "why": question.why,
        "granted": question.granted,
        "says": english_text(question_lines(question)),
    }


def _answer(working: object) -> object:
    return working if isinstance(working, bool | int) else str(working)


COMMAND = Command(
    teaches="A decision is answered under `decisions:` by the role named, a fact under `facts:`. Until it is answered, "
    "the working answer is used, and what rests on it is told as provisional.",
    example="cimscore questions --program qld-child-safety",
    options=add_listing,
    run=_run,
)
