"""Reading, deciding and drawing what a reader's form holds, as plain values that cross to the page as JSON."""

from __future__ import annotations

import importlib
import json
import pickle
from collections.abc import Callable, Iterable, Mapping
from importlib.resources import files
from typing import Any, Final

import attrs
import yaml

from cimscore.assessment import Decision, Words, decided_by_each, words_for
from cimscore.assessment.assessing import assessment_of
from cimscore.assessment.page.together import pages_of_case
from cimscore.case import SOMETHING_KEPT, Case, Moment, discreet, kept_in
from cimscore.case.moments import typed_moment
from cimscore.composition import load_rulebook, refusing_left_out, vocabulary_of
from cimscore.errors import CimsError, DocumentError, Problem, SeveralProblems
from cimscore.interview import Sitting, next_questions
from cimscore.plugins import hookimpl
from cimscore.publishing.pictures import draw, marks_of, picture_table_markdown
from cimscore.reasoning.claims.told import Decided
from cimscore.rulebook import Rulebook
from cimscore.try_it.reporting import owed_by, report_by
from cimscore.try_it.telling import Plain, asked_next, told_of
from cimscore.wire import read_case_text, to_plain
from cimscore.wire.text import parse_text

CALENDARS: Final = "calendars.pickle"
"""The file beside this module with the calendars of programs that are to be packed."""
READY: Final = "ready.pickle"
"""The file beside this module with packed programs, as they were when some cases had been decided by them."""
FILE: Final = "case.yaml"
"""The name under which a page tells a reader to save the case, so that the commands it prints can be used."""
NOTIFIER: Final = "notifier"

Behind = tuple[Decision, Decided, Words]
"""A decision with the run behind it and the words of its program."""


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

    def decided(self, document: Mapping[str, Any], at: str = "") -> Plain:
        """Return what follows from a case, or what is wrong with its document.

        Args:
            document: What the form holds.
            at: The moment to look from: a day, a time with its offset, or now; empty to compare with none.
        """
        told = {"yaml": as_yaml(document), "json": as_json(document)}
        try:
            return {**told, **self._decided(document, _moment(at))}
        except SeveralProblems as error:
            return {**told, "problems": to_plain(error.problems)}
        except CimsError as error:
            return {**told, "problems": [{"where": "", "found": "", "expected": "", "hint": str(error)}]}

    def _decided(self, document: Mapping[str, Any], at: Moment | None) -> Plain:
        with refusing_left_out(self.rulebook):
            case = self.rulebook.read_case(document)
        decided, failures = decided_by_each(case, self.rulebook, at=at)
        kept, behind = kept_in(case), _behind(case, decided)
        assessment = assessment_of(case, decided, failures)
        return {
            "page": kept.told(pages_of_case(assessment, self.rulebook, file=FILE)),
            "at": str(at or ""),
            "decisions": kept.hide_in([told_of(decision, words) for decision, _, words in behind]),
            "asks": kept.hide_in([asked_next(asked) for asked in next_questions(behind)]),
            **_drawn(case, assessment.decisions),
        }

    def owed(self, form: str, document: Mapping[str, Any], notifier: bool | str) -> list[Plain]:
        """Return what `owed_by` does for a form of the rulebook."""
        return owed_by(self.rulebook, form, document, notifier)

    def report(self, form: str, document: Mapping[str, Any], notifier: bool | str) -> Plain:
        """Return what `report_by` does for a form of the rulebook."""
        return report_by(self.rulebook, form, document, notifier)

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

    def _behind(self, text: str) -> list[Behind]:
        case = read_case_text(text, vocabulary_of(self.rulebook), name=FILE)
        return _behind(case, decided_by_each(case, self.rulebook)[0])


def _moment(typed: str) -> Moment | None:
    """Return the moment to look from; a problem of it stands at its own field of the page."""
    try:
        return typed_moment(typed) if typed else None
    except CimsError as error:
        raise DocumentError([Problem(where="looked_at", found="", expected="", hint=str(error))]) from None


def _behind(case: Case, decided: Iterable[tuple[Decision, Decided]]) -> list[Behind]:
    """Return each decision with the run behind it and its words."""
    return [(decision, behind, words_for(case, behind.run.compiled.program)) for decision, behind in decided]


def _drawn(case: Case, decisions: tuple[Decision, ...]) -> Plain:
    shown = discreet(case)
    picture = draw(shown, marks_of(shown, decisions), note="" if shown is case else SOMETHING_KEPT)
    return {"picture": picture.svg, "table": picture_table_markdown(picture.table)}


def as_yaml(document: Mapping[str, Any]) -> str:
    """Return a document as YAML, without the notifier."""
    return yaml.safe_dump(without_notifier(document), sort_keys=False, allow_unicode=True, width=100)


def as_json(document: Mapping[str, Any]) -> str:
    """Return a document as JSON, without the notifier."""
    return json.dumps(without_notifier(document), indent=2) + "\n"


def without_notifier(document: Mapping[str, Any]) -> Plain:
    """Return a document without the notifier."""
    return {key: section for key, section in document.items() if key != NOTIFIER}


def supply_calendars() -> None:
    """Give programs that are to be packed their calendars, as they are where they come from."""
    for module, calendars in (_held(CALENDARS) or {}).items():
        vars(importlib.import_module(module))["cimscore_calendars"] = hookimpl(_giving(calendars))


def begin() -> Trying:
    """Return the programs as they were packed; where they are not, load those that are installed."""
    packed: Trying | None = _held(READY)
    return packed or Trying(rulebook=load_rulebook())


def _held(name: str) -> Any:
    """Return what a file beside this module holds; None where there is none."""
    packed = files("cimscore.try_it") / name
    return pickle.loads(packed.read_bytes()) if packed.is_file() else None  # noqa: S301 - a part of the same pack


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
