"""Every error a caller can meet, one class for each thing the caller can do about it.

Every one of them crosses from one process to another: it arrives with the same message and attributes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from cimscore.limits import MOST_PROBLEMS_TOLD


def tellable(text: str) -> str:
    """Return the text with whatever a terminal or a log could stumble over written as an escape."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign == "\n" else ascii(sign)[1:-1] for sign in text)


class CimsError(Exception):
    """Root of every error that cimscore raises on purpose."""

    def __init__(self, message: str = "") -> None:
        super().__init__(tellable(message))

    def __reduce__(self) -> tuple[Any, ...]:
        return _arrived, (type(self), self.args, vars(self))


def _arrived(error: type[CimsError], args: tuple[object, ...], attributes: Mapping[str, object]) -> CimsError:
    """Build an error again as it was, whatever its class takes to be raised."""
    again = error.__new__(error, *args)
    vars(again).update(attributes)
    return again


@attrs.frozen(kw_only=True, order=True)
class Problem:
    """Problem, described so that its reader can correct it.

    Attributes:
        where: Path in a document (``people[2].born``), or the name of a rule, clause or question.
        found: Present value, in words; empty if naming it could reveal a protected value.
        expected: Kind of value that belongs there.
        hint: Next step, for example the nearest known name; empty if there is nothing to add.
        line: Line in a document, from 1, counted without the lines of the notifier; 0 if there is none.
        beside: Other places that are part of it, in words.
    """

    where: str = attrs.field(converter=tellable)
    found: str = attrs.field(converter=tellable)
    expected: str = attrs.field(converter=tellable)
    hint: str = attrs.field(default="", converter=tellable)
    line: int = 0
    beside: tuple[str, ...] = ()

    def __str__(self) -> str:
        where = place_in_words(self.where, self.line)
        beside = f", with {' and '.join(self.beside)}" if self.beside else ""
        found = f"found {self.found}; " if self.found else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{where}{beside}: {found}expected {self.expected}.{hint}"


def place_in_words(where: str, line: int) -> str:
    """Return a path with its line, where it has one."""
    return f"{where} (line {line})" if line else where


class SeveralProblems(CimsError):
    """An error that reports everything wrong at once, so that one repair round is enough.

    Attributes:
        problems: Every problem found, sorted by place.
        where: What they were found in: a document, the files of a policy; empty where the problems say it.
    """

    opening = "Something is wrong"

    def __init__(self, problems: Iterable[Problem], where: str = "") -> None:
        self.problems, self.where = tuple(sorted(set(problems), key=_by_place)), where
        count = len(self.problems)
        counted = f"{count} problem{'s' * (count != 1)}"
        lines = "; lines are counted without the notifier" if any(problem.line for problem in self.problems) else ""
        shown = [f"  - {problem}" for problem in self.problems[:MOST_PROBLEMS_TOLD]]
        rest = [f"  - and {count - MOST_PROBLEMS_TOLD:,} more"] if count > MOST_PROBLEMS_TOLD else []
        heading = f"{self.opening}{f' in {where}' if where else ''} ({counted}{lines}):"
        super().__init__("\n".join([heading, *shown, *rest]))


def _by_place(problem: Problem) -> tuple[object, ...]:
    """Sort by line, then by path with its numbers in the order of numbers."""
    # Python refuses to read a number of thousands of digits, and a path may hold one.
    path = [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"([0-9]{1,18})", problem.where)]
    return problem.line, path, problem


class DocumentError(SeveralProblems):
    """A case document cannot be read: correct it and read it again."""

    opening = "The case document cannot be read"


class FileError(DocumentError):
    """A policy document, or a file that cimscore wrote, cannot be read: fix it, or name another."""

    opening = "The file cannot be read"


class CaseError(DocumentError):
    """A case built in Python does not hold together: correct what it is built from."""

    opening = "Something does not hold together"


class RulebookError(SeveralProblems):
    """Declarations of the installed plugins do not fit together: correct or remove the plugin that is named."""

    opening = "The rulebook cannot be built"


class RecordError(RulebookError):
    """A record about rules or clauses cannot be read: fix the file, or put back the last one that could be."""

    opening = "The record cannot be read"


class LeftOutWarning(UserWarning):
    """An installed program is left out of the rulebook: correct or remove its plugin, or leave it out on purpose.

    Attributes:
        problems: Everything wrong with it that the warning tells; none where it is left out on purpose.
    """

    def __init__(self, sentence: str, problems: Iterable[Problem] = ()) -> None:
        self.problems = tuple(problems)
        super().__init__(sentence)


class UnknownNameError(CimsError):
    """A program, rule, question, reading or thing was asked for that does not exist.

    Attributes:
        name: The name asked for.
        known: The names that would have been understood.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str], hint: str) -> None:
        self.name = name
        self.known = tuple(sorted(known))
        super().__init__(f"There is no {kind} {name!r}.{f' {hint}' if hint else ''}")


class NotToBeChosenError(CimsError):
    """Another reading was chosen of an unclear point that is only noted: leave it out, since nothing reads it.

    Attributes:
        name: The reading.
    """

    def __init__(self, name: str, because: str) -> None:
        self.name = name
        super().__init__(
            f"The reading {name!r} is noted: no rule reads it, so choosing another would change nothing. {because} "
            "Leave it out; `cimscore readings` tells which can be chosen."
        )


class RuleFailure(CimsError):
    """A function that a plugin's row calls raised an error: fix the plugin that is named.

    Attributes:
        rule: Row, definition, clock or question.
        plugin: Package of the function.
        where: File and line of the error.
        problem: The error, in words.
    """

    def __init__(self, rule: str, plugin: str, where: str, problem: str) -> None:
        self.rule, self.plugin, self.where, self.problem = rule, plugin, where, problem
        super().__init__(f"{rule} of {plugin} failed at {where}: {problem}. Fix or remove that plugin.")


class NaiveTimeError(CimsError):
    """A time without a zone was given: add its offset, for example ``+10:00``."""

    def __init__(self, what: str, value: object) -> None:
        super().__init__(
            f"{what}: {value} has no offset from UTC, so it could be any of several instants. "
            "Write the offset with it, for example 2025-03-03T10:15+10:00."
        )


class CalendarError(CimsError):
    """A calendar was asked about a year or place that it does not cover: supply a calendar that does.

    Attributes:
        found: What it does not cover, without what to do about it.
    """

    def __init__(self, found: str, remedy: str = "") -> None:
        super().__init__(f"{found} {remedy}".strip())
        self.found = found
