"""The words of a passage by which it is known again, and the fingerprint that a program may keep of them."""

from __future__ import annotations

import hashlib
import re
from typing import Final

from cimscore.policy.passages import normalise

DIGITS: Final = "0123456789abcdefghijklmnopqrstuv"
BUCKETS: Final = len(DIGITS) ** 2

_WORD: Final = re.compile(r"\w+(?:'\w+)?")
_NUMBERS: Final = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
_ENDINGS: Final = ("ing", "ly", "ies", "ied", "ed", "es", "s", "e", "y")
_SHORTEST: Final = 3
_KEPT: Final = 6


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, each cut to its stem, so that *approves* and *approval* are one."""
    return frozenset(map(_stem, _WORD.findall(normalise(text))))


def buckets_of(words: frozenset[str]) -> frozenset[str]:
    """Return the fingerprint of some words: each falls into one of 1,024 buckets, and only the buckets are kept.

    A bucket is shared by many words, and neither their order nor how often they stand is kept: a passage can be
    known again by its fingerprint, and not be read from it.
    """
    return frozenset(map(_bucket, words))


def written(fingerprint: frozenset[str]) -> str:
    """Return a fingerprint as it stands in a file: two signs for each bucket, in the order of the alphabet."""
    return "".join(sorted(fingerprint))


def read(fingerprint: str) -> frozenset[str]:
    """Return the fingerprint that a file has."""
    return frozenset(fingerprint[at : at + 2] for at in range(0, len(fingerprint), 2))


def _bucket(word: str) -> str:
    high, low = divmod(int(hashlib.sha256(word.encode()).hexdigest()[:8], 16) % BUCKETS, len(DIGITS))
    return DIGITS[high] + DIGITS[low]


def _stem(word: str) -> str:
    word = _NUMBERS.get(word, word).removesuffix("'s")
    for ending in _ENDINGS:
        # Less than three letters tell nothing: without this "bed" would be "b".
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)[:_KEPT]
    return word[:_KEPT]
