"""Similarity of two passages: by the words they share, each weighted by how rare it is."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

LEAST: Final = 0.03
"""Below this two passages have nothing in common that would tell them from others."""

_WHOLE: Final = 0.5
_DOUBT: Final = 4.0
_TELLING: Final = 2.0


def likenesses(
    old: Sequence[frozenset[str]], new: Sequence[frozenset[str]], weights: Mapping[str, float]
) -> dict[tuple[int, int], float]:
    """Return how like each old passage is to each new one, from 0 to 1, where that is worth anything.

    Args:
        old: The words of each old passage.
        new: The words of each new one.
        weights: How much each word tells.
    """
    old_weight, new_weight = ([sum(weights[word] for word in words) for words in side] for side in (old, new))
    shared = _shared(old, new, weights)
    found = ((pair, _likeness(both, old_weight[pair[0]], new_weight[pair[1]])) for pair, both in shared)
    return {pair: likeness for pair, likeness in found if likeness >= LEAST}


def weights_of(old: Sequence[frozenset[str]], new: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """Return how much each word tells: one of every second passage tells little."""
    counts = Counter(word for side in (old, new) for words in side for word in words)
    passages = len(old) + len(new)
    return {word: math.log(1 + passages / count) for word, count in counts.items()}


def _shared(
    old: Sequence[frozenset[str]], new: Sequence[frozenset[str]], weights: Mapping[str, float]
) -> Iterator[tuple[tuple[int, int], float]]:
    having = defaultdict[str, list[int]](list)
    for number, words in enumerate(new):
        for word in words:
            having[word].append(number)
    for before, words in enumerate(old):
        found = defaultdict[int, float](float)
        # Sorted, since sums of floats depend on their order, and sets have another in each process.
        for word in sorted(words):
            for after in having.get(word, ()):
                found[after] += weights[word]
        yield from (((before, after), found[after]) for after in sorted(found))


def adds(whole: frozenset[str], part: frozenset[str], beside: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return how much of what a part says beyond another part is in a whole, from 0 to 1.

    Args:
        whole: The words of a passage that may be made of several.
        part: The words of one of them.
        beside: The words of the other, which is known to be in it.
        weights: How much each word tells.
    """
    own = part - beside
    found = sum(weights[word] for word in own & whole)
    # A share alone would make one common word of a two-word remainder look like half of it.
    return found / sum(weights[word] for word in own) if found >= _TELLING else 0.0


def _likeness(both: float, old: float, new: float) -> float:
    """Return the likeness of two passages: of the whole of both, and of the smaller, which may stand in the other."""
    whole = 2 * both / (old + new)
    # The last factor doubts short passages: a few shared words are all of a short one, and chance in a long one.
    within = both / min(old, new) * both / (both + _DOUBT)
    return _WHOLE * whole + (1 - _WHOLE) * within
