"""Shapes of single values: each reads strictly and gives the JSON Schema of what it accepts.

Nothing is coerced: ``"false"`` is not false, 7 is not ``"7"``, true is not 1.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, Final, Protocol, TypeAlias

import attrs

from cimscore import ids
from cimscore.case import RESEMBLES_NONE, UNKNOWN, Moment, PartialDay, Protected, odd_sign
from cimscore.limits import FIRST_YEAR, LAST_YEAR, LONGEST_ID, LONGEST_NAME, LONGEST_TEXT
from cimscore.wire import patterns
from cimscore.wire.report import DocumentPlace

Schema: TypeAlias = dict[str, Any]
_ANYTHING: Final = r"[\s\S]*"
_SOMETHING: Final = r"[\s\S]+"


class Shape(Protocol):
    """Required shape of a part of a document."""

    def read(self, value: object, at: DocumentPlace) -> object:
        """Return the value as the case stores it, or ``WRONG`` if problems were noted at `at`."""

    def schema(self) -> Schema:
        """Return the JSON Schema that accepts exactly what `read` accepts."""


@attrs.frozen(kw_only=True)
class Text:
    """A text, which may have to match a pattern, of at most so many characters.

    Attributes:
        expected: What is expected, in words.
        pattern: Regular expression that the whole text matches.
        reserved: Words that it cannot be.
        listed: Words with a meaning of their own. It may be one of them, and nothing that is nearly one.
        most: Most characters.
    """

    expected: str = "text"
    pattern: str = _ANYTHING
    reserved: frozenset[str] = frozenset()
    listed: tuple[str, ...] = ()
    most: int = LONGEST_TEXT

    def read(self, value: object, at: DocumentPlace) -> object:
        if type(value) is not str:
            hint = "Write it in quotes." if isinstance(value, bool | int | float) else ""
            return at.wrong(value, self.expected, hint)
        if value in self.reserved:
            return at.wrong(value, self.expected, f"The word {value!r} has a meaning of its own here.")
        if meant := ids.misspelt(value, self.listed):
            return at.wrong_beyond_schema(value, RESEMBLES_NONE, f"Did you mean {meant!r}?")
        if not re.fullmatch(self.pattern, value):
            too_long = len(value) > LONGEST_ID and re.fullmatch(self.pattern, value[:LONGEST_ID])
            return at.wrong(value, self.expected, f"Use at most {LONGEST_ID} characters." if too_long else "")
        if len(value) > self.most:
            return at.say(f"a text of {len(value):,} characters", f"at most {self.most:,}", "Write it shorter.")
        odd = odd_sign(value)
        return at.say_beyond_schema(odd, "text that can be shown", "Take the sign away.") if odd else value

    def schema(self) -> Schema:
        pattern = {} if self.pattern == _ANYTHING else {"pattern": patterns.for_schema(self.pattern)}
        # The pattern of an id says how long it may be.
        most = {"maxLength": self.most} if self.pattern in (_ANYTHING, _SOMETHING) else {}
        reserved = {"not": {"enum": sorted(self.reserved)}} if self.reserved else {}
        return {"type": "string", **pattern, **most, **reserved}


@attrs.frozen(kw_only=True)
class Choice:
    """One of some words; `advice` says what to do about a word that belongs elsewhere."""

    words: tuple[str, ...]
    advice: Mapping[str, str] = attrs.field(factory=dict)
    expected: str = ""

    def read(self, value: object, at: DocumentPlace) -> object:
        if type(value) is str and value in self.words:
            return value
        hint = self.advice.get(value) or at.did_you_mean(value, self.words) if type(value) is str else ""
        listed = f"one of {', '.join(self.words)}" if len(self.words) > 1 else "".join(self.words)
        return at.wrong(value, self.expected or listed, hint)

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


@attrs.frozen
class Word:
    """One of some words that have a type of their own."""

    type: Any

    def read(self, value: object, at: DocumentPlace) -> object:
        word = self._choice().read(value, at)
        return self.type(word) if type(word) is str else word

    def schema(self) -> Schema:
        return self._choice().schema()

    def _choice(self) -> Choice:
        return Choice(words=tuple(member.value for member in self.type))


_SPOKEN: Final = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false", "false": "false"}


@attrs.frozen
class Flag:
    """True or false."""

    def read(self, value: object, at: DocumentPlace) -> object:
        meant = _SPOKEN.get(value.lower()) if isinstance(value, str) else None
        hint = f"Write {meant}, without quotes." if meant else ""
        return value if isinstance(value, bool) else at.wrong(value, "true or false", hint)

    def schema(self) -> Schema:
        return {"type": "boolean"}


@attrs.frozen
class Whole:
    """A whole number, perhaps one in particular, or one of a range.

    Attributes:
        only: The one number that it may be.
        least: The least that it may be.
        most: The most.
    """

    only: int | None = None
    least: int | None = None
    most: int | None = None

    def read(self, value: object, at: DocumentPlace) -> object:
        expected = self._expected()
        if type(value) is int:
            return value if self.allows(value) else at.wrong(value, expected)
        if type(value) is float and value.is_integer() and self.allows(value):
            # To a schema 7.0 is a whole number, so only the reader can be this exact.
            return at.wrong_beyond_schema(value, expected, "Write it without a decimal point.")
        return at.wrong(value, expected, "Write it without quotes." if _is_number(value) else "")

    def schema(self) -> Schema:
        if self.only is not None:
            return {"const": self.only}
        limits = {"minimum": self.least, "maximum": self.most}
        return {"type": "integer", **{name: limit for name, limit in limits.items() if limit is not None}}

    def allows(self, number: object) -> bool:
        """Return True if a number is one of those that it may be."""
        if not isinstance(number, int | float):
            return False
        low = self.least is None or self.least <= number
        return self.only in (None, number) and low and (self.most is None or number <= self.most)

    def _expected(self) -> str:
        if self.only is not None:
            return f"the number {self.only}"
        if self.least is None:
            return "a whole number"
        limits = f"of at least {self.least}" if self.most is None else f"from {self.least} to {self.most}"
        return f"a whole number {limits}"


@attrs.frozen
class Year:
    """A year, in numbers."""

    def read(self, value: object, at: DocumentPlace) -> object:
        if type(value) is int and FIRST_YEAR <= value <= LAST_YEAR:
            return value
        if type(value) is float and value.is_integer() and FIRST_YEAR <= value <= LAST_YEAR:
            return at.wrong_beyond_schema(value, "a year such as 2025", "Write it without a decimal point.")
        return at.wrong(value, "a year such as 2025", "Write it without quotes." if _is_number(value) else "")

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}


@attrs.frozen
class Day:
    """A day of the calendar."""

    def read(self, value: object, at: DocumentPlace) -> object:
        if type(value) is not str or not re.fullmatch(patterns.DAY, value):
            return at.wrong(value, "a day such as 2025-03-03", _AS_TEXT if isinstance(value, dt.date) else "")
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            return at.wrong_beyond_schema(value, "a day that exists", "The calendar has no such day.")

    def schema(self) -> Schema:
        return {"type": "string", "pattern": patterns.for_schema(patterns.DAY), "$comment": _REAL_DAY}


@attrs.frozen
class DayOrPart:
    """A day of the calendar, or as much of it as is known: its month, or its year, which may be written as a number."""

    def read(self, value: object, at: DocumentPlace) -> object:
        if type(value) in (int, float) and YEAR.allows(value):
            year = YEAR.read(value, at)
            return PartialDay(year) if type(year) is int else year
        if type(value) is str and re.fullmatch(patterns.PARTIAL_DAY, value) and value.count("-") < len("-d"):
            return PartialDay(*map(int, value.split("-")))
        if type(value) is not str or not re.fullmatch(patterns.DAY, value):
            hint = _AS_TEXT if isinstance(value, dt.date) else ""
            return at.wrong(value, "a day such as 2025-03-03, a month such as 2025-03 or a year", hint)
        return Day().read(value, at)

    def schema(self) -> Schema:
        text = {"type": "string", "pattern": patterns.for_schema(patterns.PARTIAL_DAY), "$comment": _REAL_DAY}
        return {"anyOf": [text, YEAR.schema()]}


@attrs.frozen
class DayOrFlag:
    """A day, or as much of it as is known; true where only that it came is known, false where it did not."""

    def read(self, value: object, at: DocumentPlace) -> object:
        if isinstance(value, str) and value.lower() in _SPOKEN:
            return Flag().read(value, at)
        return value if isinstance(value, bool) else DayOrPart().read(value, at)

    def schema(self) -> Schema:
        return {"anyOf": [DayOrPart().schema(), Flag().schema()]}


@attrs.frozen
class When:
    """A day, or an instant with its offset from UTC.

    Attributes:
        expected: What is expected, in words.
    """

    expected: str = "a day, or a time with offset such as 2025-03-03T10:15+10:00"

    def read(self, value: object, at: DocumentPlace) -> object:
        if type(value) is not str or not re.fullmatch(patterns.MOMENT, value):
            return at.wrong(value, self.expected, _moment_hint(value))
        try:
            return Moment(dt.datetime.fromisoformat(value) if "T" in value else dt.date.fromisoformat(value))
        except ValueError:
            return at.wrong_beyond_schema(value, "a moment on a day that exists", "The calendar has no such day.")

    def schema(self) -> Schema:
        return {"type": "string", "pattern": patterns.for_schema(patterns.MOMENT), "$comment": _REAL_DAY}


@attrs.frozen
class OrUnknown:
    """Another shape, or the word ``unknown``."""

    shape: Shape

    def read(self, value: object, at: DocumentPlace) -> object:
        unknown = type(value) is str and value == UNKNOWN.value
        return UNKNOWN if unknown else self.shape.read(value, at.unless_unknown())

    def schema(self) -> Schema:
        return {"anyOf": [{"const": UNKNOWN.value}, self.shape.schema()]}


@attrs.frozen
class Opaque:
    """Protected part. It is neither read nor named in a problem."""

    def read(self, value: object, at: DocumentPlace) -> object:
        return Protected(value)

    def schema(self) -> Schema:
        return {}


@attrs.frozen
class Unread:
    """Something that cannot be judged, because what it depends on is wrong."""

    def read(self, value: object, at: DocumentPlace) -> object:
        return value

    def schema(self) -> Schema:
        return {}


ID = Text(expected="an id (letters, digits, . _ -)", pattern=patterns.ID, reserved=ids.RESERVED)
RECORD_ID = Text(
    expected="an id, or the address of a record such as notification:north",
    pattern=patterns.RECORD_ID,
    reserved=ids.RESERVED,
)
SOME_TEXT = Text(expected="text that is not empty", pattern=_SOMETHING)
ANY_TEXT = Text()
NAME = attrs.evolve(SOME_TEXT, most=LONGEST_NAME)
ANY_NAME = attrs.evolve(ANY_TEXT, most=LONGEST_NAME)

_AS_TEXT = "Write it as text."
YEAR = Whole(least=FIRST_YEAR, most=LAST_YEAR)
_REAL_DAY = "The reader also refuses days that the calendar does not have."


def _is_number(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch("[+-]?[0-9]+", value) is not None


def _moment_hint(value: object) -> str:
    if isinstance(value, dt.date):
        return _AS_TEXT
    if isinstance(value, str) and re.fullmatch(patterns.NAIVE, value):
        return "Add the offset from UTC, for example +10:00: without it this could be any of several instants."
    if isinstance(value, str) and re.fullmatch(f"{patterns.NAIVE}{patterns.OFFSET}", value):
        return "Write a T between day and time."
    return ""
