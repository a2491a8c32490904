"""Names of things: what an id may be, and what was probably meant by an unknown one."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import Final

from cimscore import limits

CASE: Final = "case"
ELSEWHERE: Final = "elsewhere"
RESERVED: Final = frozenset({CASE, ELSEWHERE, "unknown"})
ID_PATTERN: Final = f"[A-Za-z0-9][A-Za-z0-9._-]{{0,{limits.LONGEST_ID - 1}}}"

_ALIKE: Final = 0.6
_SLIP: Final = 2
_LEAST_TO_MISSPELL: Final = 5

_ID = re.compile(ID_PATTERN)
_KEBAB: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LENGTH: Final = re.compile(
    r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (minute|hour|day|week|month|year)\b"
)
_RECORD = re.compile(f"(?P<kind>{ID_PATTERN}):(?P<of>{ID_PATTERN})(?:/(?P<focus>{ID_PATTERN}))?")


def is_id(text: str) -> bool:
    """Return True if `text` may name a person, household or concern (so it is free of ``@ : / +``)."""
    return _ID.fullmatch(text) is not None and text not in RESERVED


def is_kebab(text: str) -> bool:
    """Return True if a text is small letters and digits, with dashes between words."""
    return _KEBAB.fullmatch(text) is not None


def plainly_written(name: str) -> str:
    """Return a name as everybody writes it alike: in small letters, with one space between its words."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def spelled(name: str) -> str:
    """Return a name as words; a number keeps its unit: ``five-day-form`` is ``five-day form``."""
    return _LENGTH.sub(r"\1-\2", name.replace("-", " "))


def split_record_address(text: str) -> tuple[str, str, str] | None:
    """Return the kind, the thing and the focus of a record address ``kind:of[/focus]``, or None for other texts."""
    match = _RECORD.fullmatch(text)
    return (match["kind"], match["of"], match["focus"] or "") if match else None


def nearest(name: str, known: Iterable[str], alike: float = _ALIKE) -> str:
    """Return the most similar known name; empty if none is similar, or if there are too many to compare."""
    if len(name) > limits.LONGEST_NAME_COMPARED:
        return ""
    likely = sorted({candidate for candidate in known if len(candidate) <= 2 * len(name) + 2})[
        : limits.MOST_NAMES_COMPARED
    ]
    return next(iter(difflib.get_close_matches(name, likely, n=1, cutoff=alike)), "")


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a sentence with the most similar known name, or with all of them if they are few."""
    names = frozenset(known)
    near = nearest(name, names)
    if near:
        return f"Did you mean {near!r}?"
    return f"Known: {', '.join(sorted(names))}." if 0 < len(names) <= 12 else ""


def letters(text: str) -> str:
    """Return the letters and digits of a text in small letters, without the signs between its words; & is an "and"."""
    return "".join(filter(str.isalnum, text.casefold().replace("&", "and")))


def misspelt(text: str, known: Collection[str]) -> str:
    """Return the known word that a text differs from in case, in signs between words, or by a slip of the pen.

    A slip is at most two letters that the two do not share: one letter for another, or two left out. Short words have
    no slips, for one letter makes another word of them.

    Returns:
        The known word; empty if the text is itself one, or is near none.
    """
    if text in known:
        return ""
    plain = letters(text)
    slip = _SLIP if len(plain) >= _LEAST_TO_MISSPELL else 0
    words = {letters(word): word for word in known}
    near = nearest(plain, (word for word in words if abs(len(word) - len(plain)) <= slip))
    alike = difflib.SequenceMatcher(None, plain, near).ratio()
    return words[near] if near and round((1 - alike) * len(plain + near)) <= slip else ""


def which_can_be(name: str, known: Iterable[str]) -> str:
    """Return a sentence with the rules that have a name, or else with every one, those of a program together.

    Args:
        name: What was written.
        known: The addresses of rules, as ``program/table/row``.
    """
    addresses = sorted(set(known))
    called = [address for address in addresses if address.rpartition("/")[2] == name]
    if called:
        return f"Did you mean {' or '.join(map(repr, called))}?"
    programs: dict[str, list[str]] = {}
    for address in addresses:
        program, _, rule = address.partition("/")
        programs.setdefault(program, []).append(rule)
    return " ".join(f"After {program}/ can stand: {', '.join(rules)}." for program, rules in programs.items())


class Hints:
    """Hints at the names that were probably meant in one document, until they have cost enough."""

    def __init__(self, letters: int = limits.MOST_LETTERS_COMPARED) -> None:
        self._left = letters

    def nearest(self, name: str, known: Collection[str]) -> str:
        """Return the most similar known name, while letters are left to compare."""
        return nearest(name, known) if self._may_compare(name, known) else ""

    def did_you_mean(self, name: str, known: Collection[str]) -> str:
        """Return a sentence with the most similar name, while letters are left to compare."""
        return did_you_mean(name, known) if self._may_compare(name, known) else ""

    def which_can_be(self, name: str, known: Collection[str]) -> str:
        """Return a sentence with the rules that can be meant, while letters are left to list them."""
        near = self.nearest(name, known)
        if near or self._left <= 0:
            return f"Did you mean {near!r}?" if near else ""
        self._left -= sum(map(len, known))
        return which_can_be(name, known)

    def _may_compare(self, name: str, known: Collection[str]) -> bool:
        if self._left <= 0:
            return False
        self._left -= max(1, min(len(known), limits.MOST_NAMES_COMPARED)) * min(len(name), limits.LONGEST_NAME_COMPARED)
        return True
