"""What other answers change, as short as it can be told: a day that moves is told once, and answers alike together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

_OF_A_ZONE: Final = re.compile(r"(?P<day>.*), (?P<zone>[A-Z][\w ]*) time")
_LOCAL: Final = "local time"


@attrs.frozen(kw_only=True)
class Alike:
    """Answers that change the same.

    Attributes:
        answers: The answers, in words.
        adds: What they bring, in sentences.
        takes: What would then no longer hold, where nothing is brought in its stead.
    """

    answers: tuple[str, ...]
    adds: tuple[str, ...]
    takes: tuple[str, ...]


def told_together(changes: Iterable[tuple[str, Sequence[str], Sequence[str]]]) -> tuple[Alike, ...]:
    """Return what each answer changes, with answers that change the same told together.

    Days that are the same by the clocks of different places are told together too, as of local time.

    Args:
        changes: Each answer in words, what it would bring, and what would no longer hold.
    """
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[str, Sequence[str], Sequence[str]]]] = {}
    for answer, adds, takes in changes:
        gone = _not_replaced(adds, takes)
        found.setdefault((_without_zones(adds), _without_zones(gone)), []).append((answer, adds, gone))
    return tuple(
        Alike(
            answers=tuple(answer for answer, _, _ in same),
            adds=adds if len({tuple(each) for _, each, _ in same}) > 1 else tuple(same[0][1]),
            takes=takes if len({tuple(each) for _, _, each in same}) > 1 else tuple(same[0][2]),
        )
        for (adds, takes), same in found.items()
    )


def _not_replaced(adds: Sequence[str], takes: Sequence[str]) -> tuple[str, ...]:
    """Return what no longer holds, without what is brought anew of the same thing, as a clock with another day."""
    anew, before = _numbers(adds), _numbers(takes)
    return tuple(each for each in takes if anew[_what(each)] < before[_what(each)])


def _numbers(sentences: Iterable[str]) -> Mapping[str, int]:
    return Counter(_what(each) for each in sentences)


def _what(sentence: str) -> str:
    """Return what a sentence is about, before the colon; the whole sentence where it has none."""
    return sentence.partition(": ")[0]


def _without_zones(sentences: Iterable[str]) -> tuple[str, ...]:
    return tuple(_OF_A_ZONE.sub(rf"\g<day>, {_LOCAL}", each) for each in sentences)
