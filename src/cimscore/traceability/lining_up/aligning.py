"""Lining up the passages of two documents by what they say, and by what stands around them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

import attrs

from cimscore.traceability.lining_up.likeness import adds, likenesses, weights_of

Pair = tuple[int, int]
Words = Sequence[frozenset[str]]

_ROUNDS: Final = 4
_AROUND: Final = ((1, 1.0), (2, 0.6), (3, 0.3))
_REACH: Final = 3
_CONTEXT: Final = 0.5
_ENOUGH: Final = 0.42
_STRAY: Final = 0.2
_ALONE: Final = 0.03
_BETWEEN: Final = 0.15
_FARTHEST: Final = 12
_PLAINLY: Final = 1.15
_BESIDE: Final = 0.45
_ALIKE: Final = 0.2
_PART: Final = 0.3
_REST: Final = 0.4


@attrs.frozen(kw_only=True)
class LinedPassage:
    """A passage as it is lined up.

    Attributes:
        words: Its words or their fingerprint; both documents have the same of the two.
        digest: The digest of its own words.
        listed: True for a line of a list of contents, which says no more than the heading it leads to.
    """

    words: frozenset[str]
    digest: str
    listed: bool = False


def aligned(old: Sequence[LinedPassage], new: Sequence[LinedPassage]) -> dict[int, tuple[int, ...]]:
    """Return where each old passage is among the new ones, by their numbers; one that is gone is no key.

    Several old passages may stand in one new one that merges them, and one in several that split it.

    Args:
        old: The passages of the old document, in its order.
        new: Those of the new one, in its order.
    """
    said, says = [passage.words for passage in old], [passage.words for passage in new]
    weights = weights_of(said, says)
    alike = likenesses(said, says, weights) | _same(old, new)
    alike = {pair: likeness for pair, likeness in alike.items() if old[pair[0]].listed == new[pair[1]].listed}
    kept = _kept(old, new)
    alike = {
        (before, after): likeness
        for (before, after), likeness in alike.items()
        if new[after].digest not in kept or old[before].digest == new[after].digest
    }
    scores = _in_context(alike)
    taken = _best_first(scores)
    joining = _Joining(said=said, says=says, weights=weights, scores=scores)
    _in_gaps(taken, joining)
    _with_neighbours(taken, {pair: score for pair, score in scores.items() if alike[pair] >= _ALIKE})
    # Merging comes again after splitting: a passage that was split may be what another merges into.
    for find in (joining.merged, joining.split, joining.merged):
        for old_one, new_one in [*find(taken)]:
            taken.setdefault(old_one, []).append(new_one)
    _enclosed(taken, alike)
    return {place: tuple(sorted(found)) for place, found in sorted(taken.items())}


def _kept(old: Sequence[LinedPassage], new: Sequence[LinedPassage]) -> frozenset[str]:
    """Return the digests that stand as often as before: such a passage says what it said, and no other one's words."""
    before, after = (Counter(passage.digest for passage in page) for page in (old, new))
    return frozenset(digest for digest, count in after.items() if count <= before[digest])


def _same(old: Sequence[LinedPassage], new: Sequence[LinedPassage]) -> dict[Pair, float]:
    having = defaultdict[str, list[int]](list)
    for number, passage in enumerate(new):
        having[passage.digest].append(number)
    # More than any likeness of words: the same digest is the same sentence.
    return {(before, after): 1.5 for before, passage in enumerate(old) for after in having.get(passage.digest, ())}


def _in_context(alike: Mapping[Pair, float]) -> dict[Pair, float]:
    """Return the likeness of each pair with what its neighbours add: passages that were neighbours mostly still are."""
    scores = dict(alike)
    for _ in range(_ROUNDS):
        sure = _rivalled(scores)
        support = _support(sure)
        scores = {pair: likeness + _CONTEXT * support[pair] for pair, likeness in alike.items()}
    return scores


def _rivalled(scores: Mapping[Pair, float]) -> dict[Pair, float]:
    """Return each score as a share of the best that either of its passages has."""
    best_old, best_new = defaultdict[int, float](float), defaultdict[int, float](float)
    for (before, after), score in scores.items():
        best_old[before] = max(best_old[before], score)
        best_new[after] = max(best_new[after], score)
    return {
        pair: min(1.0, score) * (score / best_old[pair[0]]) * (score / best_new[pair[1]])
        for pair, score in scores.items()
    }


def _support(sure: Mapping[Pair, float]) -> dict[Pair, float]:
    total = 2 * sum(weight for _, weight in _AROUND)
    return {
        pair: sum(
            weight * _near(sure, pair, step * way, way) for step, weight in _AROUND for way in (-1, 1)
        ) / total
        for pair in sure
    }  # fmt: skip


def _near(sure: Mapping[Pair, float], pair: Pair, step: int, way: int) -> float:
    """Return how surely the passage `step` away from the old one stands just before or behind the new one."""
    before, after = pair
    return max(
        sure.get((before + step, after + way * far), 0.0) / (1 + _STRAY * abs(far - abs(step)))
        for far in range(abs(step) + _REACH)
    )


def _best_first(scores: Mapping[Pair, float]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    used: set[int] = set()
    # The best pair first, by place where scores are equal: a pair that is taken bars the weaker ones.
    for (before, after), score in sorted(scores.items(), key=lambda scored: (-scored[1], scored[0])):
        if score < _ENOUGH:
            break
        if before not in found and after not in used:
            found[before] = [after]
            used.add(after)
    return found


def _with_neighbours(taken: dict[int, list[int]], scores: Mapping[Pair, float]) -> None:
    """Put an old passage where its neighbour is if that is plainly more like it: two bullets became one sentence."""
    best: dict[int, tuple[float, int]] = {}
    for (before, after), score in sorted(scores.items()):
        if score > best.get(before, (_BESIDE, 0))[0]:
            best[before] = (score, after)
    whose = _turned(taken)
    for before, (score, after) in best.items():
        beside = any(0 < abs(before - neighbour) < len(_AROUND) for neighbour in whose.get(after, ()))
        held = max((scores.get((before, place), 0.0) for place in taken.get(before, ())), default=0.0)
        if beside and score >= _PLAINLY * held and after not in taken.get(before, ()):
            taken[before] = [after]


def _enclosed(taken: dict[int, list[int]], alike: Mapping[Pair, float]) -> None:
    """Put what stands between two parts of a sentence into it, if it has a word of it: a list became that sentence."""
    for before, after in pairwise(sorted(taken)):
        if taken[before] == taken[after] and len(taken[before]) == 1:
            (whole,) = taken[before]
            taken.update({part: [whole] for part in range(before + 1, after) if (part, whole) in alike})


@attrs.frozen(kw_only=True)
class _Joining:
    """Index for passages that were merged or split."""

    said: Words
    says: Words
    weights: Mapping[str, float]
    scores: Mapping[Pair, float]

    def merged(self, taken: Mapping[int, Sequence[int]]) -> Iterator[Pair]:
        """Yield the old passages that a new one has merged with one that was taken for it."""
        yield from self._joined(self.said, self.says, taken, _turned(taken), _PART)

    def split(self, taken: Mapping[int, Sequence[int]]) -> Iterator[Pair]:
        """Yield the new passages that say the rest of an old one, which another new one was taken for."""
        for after, before in self._joined(self.says, self.said, _turned(taken), taken, _REST):
            yield before, after

    def _joined(
        self, parts: Words, wholes: Words, known: Mapping[int, Sequence[int]], having: Mapping[int, Sequence[int]],
        least: float,
    ) -> Iterator[Pair]:  # fmt: skip
        """Yield each part that is not known to be anywhere, with the whole of a neighbour that has most of it."""
        for part in range(len(parts)):
            near = _near_ones(part, known) if part not in known else ()
            found = [
                (self._adds(wholes[whole], parts[part], [parts[place] for place in having[whole]]), whole)
                for whole in near
            ]
            # Of equal fits the earlier passage, so that the result does not depend on the order of search.
            best = max(found, default=(0.0, 0), key=lambda fit: (fit[0], -fit[1]))
            if best[0] >= least:
                yield part, best[1]

    def _adds(self, whole: frozenset[str], part: frozenset[str], others: Iterable[frozenset[str]]) -> float:
        return adds(whole, part, frozenset().union(*others), self.weights)


def _in_gaps(taken: dict[int, list[int]], joining: _Joining) -> None:
    """Take the new passages between two that are known for the old ones between the same two, the likest first."""
    for lost, fresh in _gaps(taken, len(joining.said), len(joining.says)):
        pairs = [(joining.scores.get((before, after), 0.0), before, after) for before in lost for after in fresh]
        alone = len(lost) == len(fresh) == 1
        for score, before, after in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
            crossing = any((before - place) * (after - taken[place][0]) <= 0 for place in lost if place in taken)
            if not crossing and score >= (_ALONE if alone else _BETWEEN):
                taken[before] = [after]


def _gaps(taken: Mapping[int, Sequence[int]], old: int, new: int) -> list[tuple[range, list[int]]]:
    """Return each run of old passages that are not found, with the new ones between its neighbours."""
    whose = _turned(taken)
    known = [-1, *sorted(taken), old]
    found = []
    for first, last in pairwise(known):
        start = taken[first][-1] if first >= 0 else -1
        end = taken[last][0] if last < old else new
        fresh = [after for after in range(start + 1, min(end, start + _FARTHEST)) if after not in whose]
        if last - first > 1 and fresh:
            found.append((range(first + 1, last), fresh))
    return found


def _turned(taken: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    found = defaultdict[int, list[int]](list)
    for before, afters in taken.items():
        for after in afters:
            found[after].append(before)
    return dict(found)


def _near_ones(passage: int, taken: Mapping[int, Sequence[int]]) -> tuple[int, ...]:
    """Return where the neighbours of a passage are."""
    return tuple(dict.fromkeys(where for step in (-1, 1, -2, 2) for where in taken.get(passage + step, ())))
