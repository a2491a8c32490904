"""Where reading stands in a document, and what was found wrong there."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Final, TypeAlias

import attrs

from cimscore.errors import Problem

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
    """

    shape: list[Problem] = attrs.field(factory=list)
    beyond: list[Problem] = attrs.field(factory=list)


@attrs.frozen
class Place:
    """A place in a document, where problems can be noted."""

    path: str
    report: Report
    or_unknown: bool = False

    def key(self, name: object) -> Place:
        """The value of a key of the mapping here."""
        return Place(step(self.path, name), self.report)

    def item(self, index: int) -> Place:
        """An item of the list here, counted from 0."""
        return Place(f"{self.path}[{index}]", self.report)

    def unless_unknown(self) -> Place:
        """The same place, where ``unknown`` may be written too."""
        return attrs.evolve(self, or_unknown=True)

    def wrong(self, value: object, expected: str, hint: str = "") -> Wrong:
        """Note that `value` is not what belongs here, and stand in for it; silently if that is said already."""
        if value is BROKEN:
            return WRONG
        return self.say(describe(value), f"{expected}{', or unknown' if self.or_unknown else ''}", hint)

    def say(self, found: str, expected: str, hint: str = "") -> Wrong:
        """Note a problem of shape in words, without showing any value."""
        self.report.shape.append(self._problem(found, expected, hint))
        return WRONG

    def wrong_beyond_schema(self, value: object, expected: str, hint: str = "") -> Wrong:
        """Note a wrong value that a schema would let pass."""
        self.report.beyond.append(self._problem(describe(value), expected, hint))
        return WRONG

    def _problem(self, found: str, expected: str, hint: str) -> Problem:
        return Problem(where=self.path or "the document", found=found, expected=expected, hint=hint)


def step(path: str, key: object) -> str:
    """The path of a key in the mapping at `path`."""
    name = str(key) if str(key).isprintable() and len(str(key)) <= LONGEST_QUOTE else repr(str(key)[:LONGEST_QUOTE])
    return f"{path}.{name}" if path else name


def describe(value: object) -> str:
    """What a value is, in the words of a document rather than of Python."""
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
