"""Nouns and values as people say them: articles, plurals, quoted words, dates."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Sequence
from typing import Any, Final

from cimscore.calendars.words import date_in_words
from cimscore.rules.conditions.things import RecordName, Variable

_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PLURALS: Final = {"person": "people", "child": "children", "household": "households", "day": "days"}
_SOUNDS_LIKE_A_CONSONANT: Final = ("unit", "unif", "uniq", "univ", "use", "one", "once", "eu")
_SOMEBODY: Final = frozenset({"anyone", "anybody", "someone", "somebody"})
_HEAD_NOUN: Final = re.compile(r"(\w+)(?= (?:of|about|to|with|for|kept|combined|from|in|outside)\b|$)")
_BETWEEN_LETTERS: Final = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")


def with_article(noun: str) -> str:
    """Return a noun with "a" or "an"; a plural without either."""
    head = _HEAD_NOUN.search(noun)
    if head and head[1].endswith("s") and not head[1].endswith(("ss", "us", "is", "as")):
        return noun
    vowel = noun[:1].lower() in "aeiou" and not noun.lower().startswith(_SOUNDS_LIKE_A_CONSONANT)
    return f"an {noun}" if vowel or noun.startswith("hour") else f"a {noun}"


def plural(noun: str) -> str:
    """Return the plural of a noun, that of its last word."""
    front, _, last = noun.rpartition(" ")
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        many = f"{last[:-1]}ies"
    else:
        many = _PLURALS.get(last, f"{last}es" if last.endswith(("s", "x", "ch", "sh")) else f"{last}s")
    return f"{front} {many}".strip()


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 case``, ``2,000 cases``."""
    return f"{number:,} {noun if number == 1 else plural(noun)}"


def number(count: int) -> str:
    """Return a number in words up to ten."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def spaced(words: str) -> str:
    """Return words with spaces for hyphens between letters: ``child concern report``."""
    return _BETWEEN_LETTERS.sub(" ", words)


def quoted(words: str) -> str:
    """Return words in quotation marks."""
    return f"‘{words}’"


def constant(value: Any) -> str:
    """Return a constant of a condition as people say it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, enum.Enum):
        return quoted(spaced(str(value.value)))
    if isinstance(value, str):
        return quoted(spaced(value))
    if isinstance(value, dt.datetime):
        return f"{value:%H:%M} on {date_in_words(value)}"
    if isinstance(value, dt.date):
        return date_in_words(value)
    if isinstance(value, RecordName | int):
        return str(value)
    if isinstance(value, Sequence):
        return listed_words([constant(member) for member in value])
    return str(value)


def first_listed(words: Sequence[str], most: int) -> str:
    """Return the first of some words as a list, and how many more there are.

    Args:
        words: The words.
        most: How many are listed.
    """
    left = len(words) - most
    return listed_words([*words[:most], *([f"{left} more"] if left > 0 else [])])


def listed_words(words: Sequence[str], joining: str = "and") -> str:
    """Return words in a list: ``a, b and c``.

    Args:
        words: The words.
        joining: Word before the last.
    """
    return f" {joining} ".join(part for part in (", ".join(words[:-1]), words[-1]) if part) if words else ""


def noun_of(variable: Variable) -> str:
    """Return the noun of a variable: its word, without a leading "any" or "some"."""
    if variable.name in _SOMEBODY:
        return "person"
    opening, _, rest = variable.name.partition(" ")
    return rest if opening in {"any", "some"} and rest else variable.name
