"""Drift: what became of the passages that clauses rest on, in a newer copy of their document."""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from cimscore.policy.clauses import Anchor, Clause, Locator
from cimscore.policy.passages import Passage
from cimscore.policy.sources import Source, SourceText


class DriftState(enum.StrEnum):
    """States of a passage in a newer copy."""

    IN_STEP = "in step"
    MOVED = "moved"
    CHANGED = "changed"
    GONE = "gone"
    NEW = "new"


@attrs.frozen(kw_only=True)
class Drift:
    """State of a passage in a newer copy, with the clause that rests on it.

    Attributes:
        source: Id of the source.
        clause: Clause that rests on the passage; empty if there is none.
        state: State of the passage.
        was: Its place when the clause was written; None for a new passage.
        where: Its place now; None if it is gone.
        text: Id of the compared text of the source, the last one unless another is named; see
            `cimscore.policy.sources.SourceText`.
        also: Where the rest of it stands, where it was split.
    """

    source: str
    clause: str
    state: DriftState
    was: Locator | None
    where: Locator | None
    text: str = attrs.Factory(lambda self: self.source, takes_self=True)
    also: tuple[Locator, ...] = ()


def compare(
    clauses: Iterable[Clause], sources: Iterable[Source], passages: Mapping[str, Sequence[Passage]]
) -> tuple[Drift, ...]:
    """Return the state of every passage that `clauses` rest on, and every new passage.

    A clause that rests on several passages has one `Drift` for each. Passages that a source passes over are
    compared too, so that a changed line of navigation is seen; those under its `unread` headings are not.

    Args:
        clauses: Clauses to compare. Those of other sources than `passages` has are left out.
        sources: Their sources.
        passages: Newer copies, by the id of the text that each is a copy of.
    """
    by_source = defaultdict[str, list[Clause]](list)
    for clause in clauses:
        by_source[clause.source].append(clause)
    return tuple(
        drift
        for source in sources
        for text in source.texts
        if text.id in passages
        for drift in _compare_one(source.id, text, by_source[source.id], passages[text.id])
    )


def _compare_one(source: str, text: SourceText, clauses: Iterable[Clause], copy: Sequence[Passage]) -> list[Drift]:
    carried = dict.fromkeys(
        (anchor, clause.id) for clause in clauses for told in clause.texts_in(text.editions) for anchor in told.anchors
    )
    known = [*carried, *((anchor, "") for anchor in text.passed_over)]
    read = [passage.anchor for passage in copy if passage.heading not in text.unread]
    fates = _fates([anchor for anchor, _ in known], read)
    # A passage that a clause has moved to is not new.
    accounted = {where for _, where in fates.values()}
    new = [anchor.locator for anchor in read if anchor.locator not in accounted]
    found = [(clause, fates[anchor][0], anchor.locator, fates[anchor][1]) for anchor, clause in known]
    return [
        Drift(source=source, text=text.id, clause=clause, state=state, was=was, where=where)
        for clause, state, was, where in [*found, *(("", DriftState.NEW, None, where) for where in new)]
    ]


def _fates(known: Iterable[Anchor], read: Iterable[Anchor]) -> dict[Anchor, tuple[DriftState, Locator | None]]:
    """Return the state of every known passage, and its place now.

    Matches are tried in this order, so that a looser one never takes the passage of a closer one: the same words in the
    same place, the same words under the same heading, the same words anywhere, other words in the same place, and other
    words under the same heading.
    """
    # Sorted, so that equal candidates are matched in the same order in every run.
    lost, free = sorted(set(known)), sorted(set(read))
    fates: dict[Anchor, tuple[DriftState, Locator | None]] = {}
    for state, likeness in (
        (DriftState.IN_STEP, _itself),
        (DriftState.MOVED, _words_and_heading),
        (DriftState.MOVED, _words),
        (DriftState.CHANGED, _place),
        (DriftState.CHANGED, _heading),
    ):
        # A copy, because the loop removes what it finds.
        for was in tuple(lost):
            now = next((passage for passage in free if likeness(passage) == likeness(was)), None)
            if now is not None:
                fates[was] = (state, now.locator)
                lost.remove(was)
                free.remove(now)
    return fates | dict.fromkeys(lost, (DriftState.GONE, None))


def _itself(anchor: Anchor) -> object:
    return anchor


def _words_and_heading(anchor: Anchor) -> object:
    return anchor.digest, anchor.locator.heading


def _words(anchor: Anchor) -> object:
    return anchor.digest


def _place(anchor: Anchor) -> object:
    return anchor.locator


def _heading(anchor: Anchor) -> object:
    return anchor.locator.heading
