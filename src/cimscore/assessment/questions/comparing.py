"""The same case decided twice, with one thing otherwise: what the one says and the other does not, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from cimscore.assessment.decision.words import Words
from cimscore.grades import PROVISIONAL
from cimscore.reasoning.claims.trying import Claim
from cimscore.reasoning.deciding import told_of
from cimscore.reasoning.graded import EMPTY, by_text
from cimscore.reasoning.run import Run
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.rows.clocks import ClockPart
from cimscore.rules.rows.conclusions import Conclusion, Topic
from cimscore.rules.vocabulary import is_concern


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
    several = len(before.situation.base.get(is_concern.key, EMPTY).rows) > 1
    old, new = (
        _said((claim for predicate in moved for claim in _held(predicate, run)), words, several=several)
        for run in (before, after)
    )
    return Difference(
        adds=tuple(says for says in new if says not in old), takes=tuple(says for says in old if says not in new)
    )


def _held(predicate: Predicate, run: Run) -> list[Claim]:
    """Return what holds of a predicate by the working answers, in a fixed order."""
    held = (things for things, grade in run.value(predicate).rows.items() if grade >= PROVISIONAL)
    return [(predicate.key, things) for things in sorted(held, key=by_text)]


def _said(claims: Iterator[Claim], words: Words, *, several: bool) -> dict[str, None]:
    """Return claims in words, each once; where a case has several concerns, an act says which it is about."""
    said: dict[str, None] = {}
    for claim in claims:
        if says := words.claim(claim, duties=True):
            about = [name for name in map(words.name, _acted_on(claim, words)) if name not in says] if several else []
            said[f"{says} ({' and '.join(about)})" if about else says] = None
    return said


def _acted_on(claim: Claim, words: Words) -> Sequence[object]:
    """Return what an act is about: the things of a duty or of the day of a clock; nothing for any other claim."""
    key, things = claim
    conclusion = words.program.predicates.get(key)
    if isinstance(conclusion, Conclusion):
        return things[:-2] if conclusion.topic is Topic.DUTIES else ()
    return things[:-1]
