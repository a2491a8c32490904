"""Changes by other answers, as short as possible: a day that moves is shown once, and equal answers together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from cimscore.assessment.decision.words import act_and_day

_OF_A_ZONE: Final = re.compile(r"(?P<day>.*), (?P<zone>[A-Z][\w ]*) time")
_LOCAL: Final = "local time"


@attrs.frozen(kw_only=True)
class Alike:
    """Answers that change the same things.

    Attributes:
        answers: Answers, in words.
        adds: Sentences that they add.
        takes: Sentences that they remove without replacing them.
    """

    answers: tuple[str, ...]
    adds: tuple[str, ...]
    takes: tuple[str, ...]


def told_together(changes: Iterable[tuple[str, Sequence[str], Sequence[str]]]) -> tuple[Alike, ...]:
    """Return what each answer changes, with equal answers together.

    Days that are the same by the clocks of different places are joined too, in local time.

    Args:
        changes: Each answer in words, the sentences that it adds, and those that it removes.
    """
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[str, Sequence[str], Sequence[str]]]] = {}
    for answer, adds, takes in changes:
        gone = _not_replaced(adds, takes)
        found.setdefault((_without_zones(adds), _without_zones(gone)), []).append((answer, adds, gone))
    return tuple(
        Alike(
            answers=tuple(answer for answer, _, _ in same),
            adds=adds if len({tuple(added) for _, added, _ in same}) > 1 else tuple(same[0][1]),
            takes=takes if len({tuple(taken) for _, _, taken in same}) > 1 else tuple(same[0][2]),
        )
        for (adds, takes), same in found.items()
    )


def _not_replaced(adds: Sequence[str], takes: Sequence[str]) -> tuple[str, ...]:
    """Return what no longer holds, without what is brought anew of the same thing, as a clock with another day."""
    anew, before = (Counter(act for act, _ in map(act_and_day, sentences)) for sentences in (adds, takes))
    return tuple(told for told in takes for act, _ in (act_and_day(told),) if anew[act] < before[act])


def _without_zones(sentences: Iterable[str]) -> tuple[str, ...]:
    return tuple(_OF_A_ZONE.sub(rf"\g<day>, {_LOCAL}", sentence) for sentence in sentences)
