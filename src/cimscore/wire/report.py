"""Place of the reader in a document, with the problems found there."""

from __future__ import annotations

import enum
from collections.abc import Collection, Mapping
from typing import Final, TypeAlias

import attrs

from cimscore.errors import Problem
from cimscore.ids import Hints

LONGEST_QUOTE: Final = 60
LARGEST_SHOWN: Final = 10**18


class Marker(enum.Enum):
    """Stands in for a value that cannot be used, so that the rest is still read."""

    WRONG = "reported, and not usable"
    BROKEN = "its text could not be parsed, which is reported already"


WRONG: Final = Marker.WRONG
BROKEN: Final = Marker.BROKEN
Wrong: TypeAlias = Marker


@attrs.frozen
class Report:
    """The problems of a document, in the two stages of reading.

    Attributes:
        shape: What the JSON Schema refuses as well.
        beyond: What no schema can see: dates that do not exist, ids that name nothing, contradictions.
        hints: What is left for naming what was probably meant.
        lines: The line of every path.
        programs: The programs that the document names.
    """

    shape: list[Problem] = attrs.field(factory=list)
    beyond: list[Problem] = attrs.field(factory=list)
    hints: Hints = attrs.field(factory=Hints)
    lines: Mapping[str, int] = attrs.field(factory=dict)
    programs: frozenset[str] = frozenset()


@attrs.frozen
class DocumentPlace:
    """A place in a document, where problems can be noted."""

    path: str
    report: Report
    or_unknown: bool = False

    @property
    def is_section(self) -> bool:
        """Return True if this is the place of a whole section."""
        return self.path.isidentifier()

    def key(self, name: object) -> DocumentPlace:
        """Return the place of a key's value in the mapping here."""
        return DocumentPlace(step(self.path, name), self.report)

    def item(self, index: int) -> DocumentPlace:
        """Return the place of an item in the list here, counted from 0."""
        return DocumentPlace(f"{self.path}[{index}]", self.report)

    def unless_unknown(self) -> DocumentPlace:
        """Return the same place, where ``unknown`` is allowed too."""
        return attrs.evolve(self, or_unknown=True)

    def wrong(self, value: object, expected: str, hint: str = "") -> Wrong:
        """Note that `value` does not belong here, and return a marker; silently if it is noted already."""
        if value is BROKEN:
            return WRONG
        # A section that holds a single value may be a part of what was said of the notifier.
        found = sort_of(value) if self.is_section else describe(value)
        return self.say(found, f"{expected}{', or unknown' if self.or_unknown else ''}", hint)

    def wrong_sort(self, value: object, expected: str, hint: str = "") -> Wrong:
        """Note that `value` is no list or mapping as belongs here, without showing it."""
        return WRONG if value is BROKEN else self.say(sort_of(value), expected, hint)

    def say(self, found: str, expected: str, hint: str = "") -> Wrong:
        """Note a problem of shape in words, without showing any value."""
        self.report.shape.append(self._problem(found, expected, hint))
        return WRONG

    def too_many(self, value: Collection[object], most: int) -> Wrong:
        """Note that a list or mapping has more entries than are read."""
        return self.say(f"{len(value):,} entries", f"at most {most:,}", "Make cases of their own of its parts.")

    def say_of_a_key(self, name: object, found: str, expected: str, hint: str = "") -> Wrong:
        """Note a problem of a key in the mapping here without its name, but with its line."""
        line = self.report.lines.get(step(self.path, name), 0)
        self.report.shape.append(attrs.evolve(self._problem(found, expected, hint), line=line))
        return WRONG

    def wrong_beyond_schema(self, value: object, expected: str, hint: str = "") -> Wrong:
        """Note a wrong value that a schema would let pass."""
        return self.say_beyond_schema(describe(value), expected, hint)

    def say_beyond_schema(self, found: str, expected: str, hint: str = "") -> Wrong:
        """Note in words what a schema would let pass."""
        self.report.beyond.append(self._problem(found, expected, hint))
        return WRONG

    def did_you_mean(self, name: str, known: Collection[str]) -> str:
        """Return a sentence with the most similar name, while the document has not cost too much yet."""
        return self.report.hints.did_you_mean(name, known)

    def which_can_be(self, name: str, known: Collection[str]) -> str:
        """Return a sentence with the rules that can be meant, of the programs that the document names, if any."""
        named = [address for address in known if address.partition("/")[0] in self.report.programs]
        return self.report.hints.which_can_be(name, named or known)

    def _problem(self, found: str, expected: str, hint: str) -> Problem:
        return Problem(where=self.path or "the document", found=found, expected=expected, hint=hint)


def step(path: str, key: object) -> str:
    """Return the path of a key in the mapping at `path`."""
    name = str(key) if str(key).isprintable() and len(str(key)) <= LONGEST_QUOTE else repr(str(key)[:LONGEST_QUOTE])
    return f"{path}.{name}" if path else name


def sort_of(value: object) -> str:
    """Return the sort of a value, without showing it."""
    if isinstance(value, str):
        return "a text"
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return "a number" if is_number else describe(value)


def describe(value: object) -> str:
    """Return a value in the words of a document rather than of Python."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"the text {value!r}" if len(value) <= LONGEST_QUOTE else f"the text {value[:LONGEST_QUOTE]!r}..."
    if isinstance(value, int | float):
        return "a very large number" if abs(value) > LARGEST_SHOWN else f"the number {value}"
    if isinstance(value, Mapping):
        return "a mapping"
    return "a list" if isinstance(value, list) else f"a Python {type(value).__name__}"
