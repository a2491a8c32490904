"""Words by which a reader looks for a page and which the page itself does not have: numerals, and everyday words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

_UNITS: Final = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_EVERYDAY: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (r"serious risk|reasonably likely|only if harm", ("near miss", "nearly happened", "no harm done")),
    (r"\bapprov", ("who approves", "sign off", "approval")),
    (r"\bSCAN\b", ("SCAN", "suspected child abuse and neglect")),
    (r"\bgrandparent", ("nan", "nana", "grandma", "granny", "grandmother", "pop", "grandpa", "grandfather")),
    (r"\bis late\b|\boverdue\b", ("overdue", "too late", "missed")),
    (
        r"lives? part of the time|part-time|more than one household|two homes",
        ("week about", "shared care", "fifty-fifty"),
    ),
    (r"half-sibling|same parent", ("half-sister", "half-brother")),
    (r"police", ("QPS",)),
    (r"business day", ("working days", "weekend", "public holiday")),
)
"""What the pages say, and the everyday words that people type for it."""

_OF_A_TIME: Final = ("deadline", "late", "overdue")


def number_in_words(number: int) -> str:
    """Return a number below a hundred as a word: ``twenty-four``."""
    tens, units = divmod(number, 10)
    if number < 20:
        return _UNITS[number]
    return f"{_TENS[tens]}-{_UNITS[units]}" if units else _TENS[tens]


_WORDS: Final = {number_in_words(number): number for number in range(1, 100)}
_SPAN: Final = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})[ -]"
    r"((?:business|calendar|working)[ -])?(minute|hour|day|week|month|year)(s?)\b",
    re.IGNORECASE,
)


def other_words(*texts: str) -> tuple[str, ...]:
    """Return the words by which somebody may look for a text: spans of time in numerals and in words, everyday words.

    Args:
        texts: What the page says: its title, and what it tells first.
    """
    said = " ".join(texts)
    spans = tuple(_spans(said))
    return tuple(dict.fromkeys([*spans, *(_OF_A_TIME if spans else ()), *_everyday(said)]))


def _spans(said: str) -> Iterator[str]:
    """Yield each span of time in numerals and in words: ``3 business days`` and ``three business days``."""
    for found in _SPAN.finditer(said):
        number = found[1].lower()
        value = int(number) if number.isdigit() else _WORDS[number]
        unit = f"{(found[2] or '').lower().rstrip(' -')} {found[3].lower()}{found[4]}".strip()
        if value:
            yield f"{value} {unit}"
            yield f"{number_in_words(value)} {unit}"


def _everyday(said: str) -> Iterable[str]:
    return (word for pattern, words in _EVERYDAY if re.search(pattern, said, re.IGNORECASE) for word in words)
