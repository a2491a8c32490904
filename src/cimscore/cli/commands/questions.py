"""``cimscore questions``: everything the programs may ask."""

from __future__ import annotations

import argparse
import enum
from typing import Any

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import chosen_programs
from cimscore.cli.options import add_listing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import Page
from cimscore.rules import Question
from cimscore.wire import to_plain

_NOUNS = {"bool": "yes or no", "str": "a text", "int": "a whole number", "date": "a day", "Moment": "a day or a time"}


def _run(arguments: argparse.Namespace) -> Exit:
    chosen = chosen_programs(arguments)
    questions = sorted((f"{one.program.id}/{it.id}", it) for one in chosen for it in one.declared.questions)
    if arguments.json:
        show_json([_plain(name, question) for name, question in questions])
        return Exit.DONE
    page = Page()
    for name, question in questions:
        _write(page, name, question)
    show(page)
    return Exit.DONE


def _plain(name: str, question: Question[Any, Any]) -> dict[str, object]:
    return {
        "question": name,
        "about": question.about.__name__,
        "text": question.text,
        "answers": question.answers.__name__ if not issubclass(question.answers, enum.Enum) else "word",
        "options": to_plain([question.to_stored(option) for option in question.options]),
        "codes": to_plain(question.codes),
        "decided_by": question.decided_by,
        "weigh": list(question.weigh),
        "clauses": list(question.cites),
        "silence": to_plain(question.silence),
        "silence_because": question.silence_because,
    }


def _write(page: Page, name: str, question: Question[Any, Any]) -> None:
    page.blank()
    page.line(f"{name}, about {question.about.noun}")
    clauses = f" [{'; '.join(question.cites)}]" if question.cites else ""
    page.line(f"{question.text}{clauses}", 1)
    asks = f"decided by: {question.decided_by}" if question.decided_by else "a fact"
    page.line(f"{asks}; answered by {_answers(question)}", 1)
    if question.weigh:
        page.line(f"to weigh: {'; '.join(question.weigh)}", 1)
    if question.silence_because:
        page.line(f"without an answer: {to_plain(question.silence)}, because {question.silence_because}", 1)


def _answers(question: Question[Any, Any]) -> str:
    kind = question.answers
    if kind is bool or not question.options:
        return _NOUNS.get(kind.__name__) or _of_thing(kind)
    return "one of " + ", ".join(str(question.to_stored(option)) for option in question.options)


def _of_thing(kind: type[Any]) -> str:
    noun = getattr(kind, "noun", "")
    return f"the id of {noun}" if noun else "groups of households, the leading one of each first"


COMMAND = Command(
    teaches="A decision is answered under `decisions:` by the role named, a fact under `facts:`. What the programs do "
    "not ask, they cannot learn.",
    example="cimscore questions --program qld-child-safety",
    options=add_listing,
    run=_run,
)
