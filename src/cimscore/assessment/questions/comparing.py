"""The same case decided twice, with one thing otherwise: what the one says and the other does not, in words."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from cimscore.assessment.decision.words import Words
from cimscore.grades import PROVISIONAL
from cimscore.reasoning.claims.trying import Claim
from cimscore.reasoning.deciding import told_of
from cimscore.reasoning.graded import by_text
from cimscore.reasoning.run import Run
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.rows.clocks import ClockPart


@attrs.frozen(kw_only=True)
class Difference:
    """Difference between two decisions on one case, each sentence once.

    Attributes:
        adds: Sentences of the second one only.
        takes: Sentences of the first one only.
    """

    adds: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.adds or self.takes)


def difference(before: Run, after: Run, words: Words) -> Difference:
    """Return what differs between two runs of one program over one case, by the working answers of each.

    Args:
        before: The first run.
        after: The second run.
        words: The words of the program for the things of the case.
    """
    told = sorted(told_of(before), key=lambda predicate: not isinstance(predicate, ClockPart))  # Days come first.
    moved = [predicate for predicate in told if after.value(predicate) is not before.value(predicate)]
    old, new = (
        _said((claim for predicate in moved for claim in _held(predicate, run)), words) for run in (before, after)
    )
    return Difference(
        adds=tuple(says for says in new if says not in old), takes=tuple(says for says in old if says not in new)
    )


def _held(predicate: Predicate, run: Run) -> list[Claim]:
    """Return what holds of a predicate by the working answers, in a fixed order."""
    held = (things for things, grade in run.value(predicate).rows.items() if grade >= PROVISIONAL)
    return [(predicate.key, things) for things in sorted(held, key=by_text)]


def _said(claims: Iterator[Claim], words: Words) -> dict[str, None]:
    return dict.fromkeys(says for claim in claims if (says := words.claim(claim, duties=True)))
