"""Every error a caller can meet, one class for each thing the caller can do about it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs


class CimsError(Exception):
    """Root of every error that cimscore raises on purpose."""


@attrs.frozen(kw_only=True, order=True)
class Problem:
    """One thing that is wrong, said so that its reader can mend it.

    Attributes:
        where: The path in a document (``people[2].born``), or the name of a rule, clause or question.
        found: What is there now, in words; empty where naming it could give a protected value away.
        expected: What belongs there.
        hint: What to do, for example the nearest known name; empty when there is nothing to add.
    """

    where: str
    found: str
    expected: str
    hint: str = ""

    def __str__(self) -> str:
        found = f"found {self.found}; " if self.found else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.where}: {found}expected {self.expected}.{hint}"


class SeveralProblems(CimsError):
    """An error that reports everything wrong at once, so that one repair round is enough.

    Attributes:
        problems: Every problem found, sorted by place.
    """

    opening = "Something is wrong"

    def __init__(self, problems: Iterable[Problem], where: str = "") -> None:
        self.problems = tuple(sorted(set(problems)))
        count = len(self.problems)
        heading = f"{self.opening}{f' in {where}' if where else ''} ({count} problem{'s' * (count != 1)}):"
        super().__init__("\n".join([heading, *(f"  - {problem}" for problem in self.problems)]))


class DocumentError(SeveralProblems):
    """A case document cannot be read as it stands: correct it and read it again."""

    opening = "The case document cannot be read"


class RulebookError(SeveralProblems):
    """What the installed plugins declare does not fit together: correct or remove the plugin named."""

    opening = "The rulebook cannot be built"


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


class NaiveTimeError(CimsError):
    """A time without a zone was given: add its offset, for example ``+10:00``."""

    def __init__(self, what: str, value: object) -> None:
        super().__init__(
            f"{what}: {value} has no offset from UTC, so it could be any of several instants. "
            "Write the offset with it, for example 2025-03-03T10:15+10:00."
        )


class CalendarError(CimsError):
    """A calendar was asked about a year or place that it does not cover: supply a calendar that does."""
