"""Reading, deciding and drawing what a reader's form holds, as plain values that cross to the page as JSON."""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import pickle
from argparse import Namespace
from collections.abc import Callable, Mapping
from contextvars import copy_context
from importlib.resources import files
from typing import Any, Final

import attrs
import yaml

from cimscore.assessment import Decision, Words
from cimscore.case import discreet, kept_in
from cimscore.cli.commands.assess import assessed_pages
from cimscore.cli.inputs import Assessed, Opened, assess_opened
from cimscore.cli.output import json_by_line, keep_back, show
from cimscore.cli.running import parser
from cimscore.composition import load_rulebook, refusing_left_out, vocabulary_of
from cimscore.errors import CimsError, SeveralProblems
from cimscore.interview import Sitting, next_questions
from cimscore.plugins import hookimpl
from cimscore.publishing.pictures import draw, marks_of, picture_table_markdown
from cimscore.reasoning.claims.told import Decided
from cimscore.rulebook import Rulebook
from cimscore.try_it.telling import asked_next, told_of
from cimscore.wire import read_case_text, to_plain
from cimscore.wire.text import parse_text

CALENDARS: Final = "calendars.pickle"
"""The file beside this module in which a packed copy has the calendars of its programs."""
FILE: Final = "case.yaml"
"""The name under which a page tells a reader to save the case, so that the commands it prints can be used."""
NOTIFIER: Final = "notifier"

Plain = dict[str, Any]


@attrs.frozen(kw_only=True)
class Trying:
    """The installed programs, ready to decide what a form holds.

    Attributes:
        rulebook: The rulebook.
    """

    rulebook: Rulebook

    def opened(self, text: str, name: str) -> Plain:
        """Return the document that a file holds and its notifier apart, or what is wrong with its text.

        Args:
            text: What the file holds.
            name: Its name, which says whether it is JSON.
        """
        document = parse_text(text, name)
        if document.problems:
            return {"problems": to_plain(document.problems)}
        return {"document": dict(document.sections), NOTIFIER: document.notifier.reveal()}

    def decided(self, document: Mapping[str, Any]) -> Plain:
        """Return what follows from a case, or what is wrong with its document.

        Args:
            document: What the form holds.
        """
        told = {"yaml": as_yaml(document), "json": as_json(document)}
        try:
            return {**told, **copy_context().run(self._decided, document)}
        except SeveralProblems as error:
            return {**told, "problems": to_plain(error.problems)}
        except CimsError as error:
            return {**told, "problems": [{"where": "", "found": "", "expected": "", "hint": str(error)}]}

    def _decided(self, document: Mapping[str, Any]) -> Plain:
        with refusing_left_out(self.rulebook):
            case = self.rulebook.read_case(document)
        keep_back(kept_in(case))
        assessed = assess_opened(Opened(rulebook=self.rulebook, case=case, shown=discreet(case)), _ARGUMENTS)
        told = [told_of(decision, assessed.words(decided)) for decision, decided in assessed.decided]
        asks = [asked_next(asked) for asked in next_questions(_behind(assessed))]
        kept = kept_in(case)
        return {
            "page": _page(assessed),
            "decisions": kept.hide_in(told),
            "asks": kept.hide_in(asks),
            **_drawn(assessed),
        }

    def answered(self, document: Mapping[str, Any], address: str, said: str, at: str = "") -> Plain:
        """Return the document with an answer to one of its open questions, or why it is none.

        Args:
            document: What the form holds.
            address: The question.
            said: The number or words of an answer, or what can be typed instead.
            at: When it was decided; empty for a fact, or where that is not known.
        """
        try:
            sitting = Sitting(as_yaml(document), self._behind)
            sitting.take(sitting.question(address), said, at)
        except CimsError as error:
            return {"refused": str(error)}
        return self.opened(sitting.text, FILE)

    def _behind(self, text: str) -> list[tuple[Decision, Decided, Words]]:
        case = read_case_text(text, vocabulary_of(self.rulebook), name=FILE)
        return _behind(assess_opened(Opened(rulebook=self.rulebook, case=case, shown=case), _ARGUMENTS))


def _behind(assessed: Assessed) -> list[tuple[Decision, Decided, Words]]:
    """Return each decision with the run behind it and its words."""
    return [(decision, decided, assessed.words(decided)) for decision, decided in assessed.decided]


def _page(assessed: Assessed) -> str:
    """Return what `cimscore assess` prints of the case."""
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        show("\n".join(assessed_pages(assessed, _ARGUMENTS)))
    return printed.getvalue()


def _drawn(assessed: Assessed) -> Plain:
    picture = draw(assessed.shown, marks_of(assessed.shown, assessed.assessment.decisions), note=assessed.note)
    return {"picture": picture.svg, "table": picture_table_markdown(picture.table)}


def as_yaml(document: Mapping[str, Any]) -> str:
    """Return a document as YAML, without the notifier."""
    return yaml.safe_dump(without_notifier(document), sort_keys=False, allow_unicode=True, width=100)


def as_json(document: Mapping[str, Any]) -> str:
    """Return a document as JSON, without the notifier."""
    return json_by_line(without_notifier(document))


def without_notifier(document: Mapping[str, Any]) -> Plain:
    """Return a document without the notifier."""
    return {key: section for key, section in document.items() if key != NOTIFIER}


def _arguments() -> Namespace:
    typed = ["assess", FILE]
    return parser(typed).parse_args(typed)


_ARGUMENTS: Final = _arguments()


def begin() -> Trying:
    """Load the installed programs. A packed copy has their calendars as they were when it was packed."""
    packed = files("cimscore.try_it") / CALENDARS
    if packed.is_file():
        for module, calendars in pickle.loads(packed.read_bytes()).items():  # noqa: S301 - a part of the same pack
            vars(importlib.import_module(module))["cimscore_calendars"] = hookimpl(_giving(calendars))
    return Trying(rulebook=load_rulebook())


def _giving(calendars: tuple[Any, ...]) -> Callable[[], tuple[Any, ...]]:
    def cimscore_calendars() -> tuple[Any, ...]:
        return calendars

    return cimscore_calendars


def call(running: Trying, name: str, arguments: str) -> str:
    """Run one of the functions of `running`, with its arguments and its answer as JSON.

    Args:
        running: The programs.
        name: The function.
        arguments: A list of what it takes.
    """
    return json.dumps(getattr(running, name)(*json.loads(arguments)))
