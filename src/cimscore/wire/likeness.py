"""Matches of a name, number or address written another way. They are only hints, so rather too many than too few."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

# Letters with a stroke, and ligatures, which Unicode does not take apart into a plain letter and a mark.
_LETTERS: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_WORD: Final = re.compile(r"[^\W_]+")
_NUMBER: Final = re.compile(r"[+(]?\d(?:[\s().+/\-\u2010-\u2015]{0,3}\d){3,}")
_INITIALS: Final = re.compile(r"(?<!\w)(?:[^\W\d_][.\-]\s?){2,4}(?!\w)|(?<!\w)(?:[^\W\d_a-z]\s?){2,4}(?!\w)")
_ROADS: Final = {
    "st": "street", "str": "street", "rd": "road", "ave": "avenue", "av": "avenue", "ct": "court", "dr": "drive",
    "pl": "place", "ln": "lane", "cres": "crescent", "cr": "crescent", "tce": "terrace", "hwy": "highway",
    "pde": "parade", "cl": "close", "blvd": "boulevard", "sq": "square",
}  # fmt: skip
# Shorter names are one letter away from too many ordinary words.
_LEAST_TO_MISSPELL: Final = 5
# Australian numbers without their area or country code, which people often leave out.
_LOCAL_DIGITS: Final = 8


def plain_letters(text: str) -> str:
    """Return the text in lower case without diacritics, apostrophes or invisible characters."""
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return "".join(sign for sign in apart if unicodedata.category(sign) not in ("Mn", "Cf") and sign not in "'’`´ʼ")


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text in plain letters."""
    return tuple(_WORD.findall(plain_letters(text)))


@attrs.frozen
class NameParts:
    """Names taken apart, so that they are found in any order.

    Attributes:
        parts: Their parts in plain letters.
        initials: The initials of each, sorted, where there are several.
    """

    parts: frozenset[str]
    initials: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[str]) -> NameParts:
        """Return names as they were written."""
        apart = [words_in(name) for name in names]
        return cls(
            frozenset(part for words in apart for part in words if len(part) > 1),
            frozenset("".join(sorted(word[0] for word in words)) for words in apart if len(words) > 1),
        )

    def but(self, others: NameParts) -> NameParts:
        """Return the name parts that only these names have. Parts similar to the others are left out."""
        own = {part for part in self.parts if not any(_nearly(part, part_of_other) for part_of_other in others.parts)}
        return NameParts(frozenset(own), self.initials - others.initials)

    def any_in(self, text: str) -> bool:
        """Return True if the text has a part of a name, in any similar spelling, or its initials in any order."""
        words = words_in(text)
        run_together = {"".join(pair) for pair in itertools.pairwise(words)}
        if any(_nearly(word, part) for word in {*words, *run_together} for part in self.parts):
            return True
        return any("".join(sorted(found)) in self.initials for found in _initials(text))


def same_number(text: str, number: str) -> bool:
    """Return True if the text has the telephone number, in any grouping, with or without the country code."""
    wanted = _digits(number)[-_LOCAL_DIGITS:]
    return any(wanted in _digits(found) for found in _NUMBER.findall(text))


def email_in(text: str, email: str) -> bool:
    """Return True if the text has the e-mail address, even with its punctuation written as words."""
    said = re.sub(r"\W+at\W+", "@", re.sub(r"\W+dot\W+", ".", text.casefold()))
    return _unspaced(email.casefold()) in _unspaced(said)


def address_in(text: str, address: str) -> bool:
    """Return True if two neighbouring words of the address are neighbours in the text, or its only word is there."""
    wanted, words = _road_words(address), _road_words(text)
    if len(wanted) == 1:
        return wanted[0] in words
    neighbours = set(itertools.pairwise(words))
    return any(pair in neighbours for pair in itertools.pairwise(wanted))


def _nearly(word: str, part: str) -> bool:
    """Return True for the same name; if it is long enough, also with one letter more, less, changed or swapped."""
    if word in (part, f"{part}s"):
        return True
    if min(len(word), len(part)) < _LEAST_TO_MISSPELL or abs(len(word) - len(part)) > 1:
        return False
    # Compare from the first difference: everything before it is equal.
    start = next((at for at, (a, b) in enumerate(zip(word, part, strict=False)) if a != b), min(len(word), len(part)))
    left, right = word[start:], part[start:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or swapped


def _initials(text: str) -> Iterator[str]:
    for found in _INITIALS.findall(text):
        yield "".join(words_in(found))


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(sign)) for sign in text if sign.isdigit())


def _unspaced(text: str) -> str:
    return "".join(text.split())


def _road_words(text: str) -> tuple[str, ...]:
    return tuple(_ROADS.get(word, word) for word in words_in(text))
