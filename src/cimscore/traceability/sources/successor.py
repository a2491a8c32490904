"""A document that took the place of a source, under another title or in other words: what became of each passage."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from cimscore.policy import Anchor, Clause, Drift, DriftState, Locator, Passage, Source, passages_of
from cimscore.policy.passages import digest
from cimscore.traceability.lining_up import (
    Laid,
    LinedPassage,
    abbreviations_in,
    aligned,
    bare,
    buckets_of,
    headings_of,
    spelt_out,
    words_of,
)  # fmt: skip


@attrs.frozen(kw_only=True, slots=False)
class Successor:
    """A document lined up with the last text of the source that it takes the place of.

    Attributes:
        source: The source.
        headings: The document's own headings, in order.
        passages: Its passages.
        drifts: What became of each passage of the source, clause by clause, and which passages are new.
        by: What the old passages were known by, in words.
    """

    source: Source
    headings: tuple[str, ...]
    passages: tuple[Passage, ...]
    drifts: tuple[Drift, ...]
    by: str

    def of(self, clause: str) -> tuple[Drift, ...]:
        """Return what became of the passages that a clause rests on, in the order of the document."""
        return tuple(drift for drift in self.drifts if drift.clause == clause)


def line_up(
    source: Source,
    clauses: Iterable[Clause],
    document: Laid,
    *,
    before: Sequence[Passage] = (),
    fingerprints: Mapping[str, frozenset[str]] | None = None,
) -> Successor:
    """Return what became of the passages of a source in a document that takes its place.

    Args:
        source: The source.
        clauses: The clauses; those of other sources are left out.
        document: The document.
        before: The passages of the old document, where that is held.
        fingerprints: Fingerprints by the digest of the passage, for where it is not.
    """
    carried = _carried(source, clauses)
    old = _in_order(source, carried)
    headings = headings_of(document, source.headings, {anchor.digest for anchor in old})
    unread = {heading for heading in source.texts[-1].unread if heading}
    passages = tuple(passage for passage in passages_of(document.text, headings) if passage.heading not in unread)
    known, by = _known(source, old, carried, before, fingerprints or {})
    told = _told(passages, headings, known, in_words=bool(before))
    found = aligned(known, told)
    return Successor(
        source=source,
        headings=headings,
        passages=passages,
        by=by,
        drifts=_drifts(source, carried, old, passages, found),
    )


def _carried(source: Source, clauses: Iterable[Clause]) -> dict[Anchor, list[tuple[str, str]]]:
    """Return the clauses that rest on each passage of a source's last text, each with what it says there."""
    text = source.texts[-1]
    found: dict[Anchor, list[tuple[str, str]]] = {}
    for clause in clauses:
        for told in clause.texts_in(text.editions) if clause.source == source.id else ():
            for anchor in told.anchors:
                carriers = found.setdefault(anchor, [])
                if clause.id not in (clause for clause, _ in carriers):
                    carriers.append((clause.id, told.text))
    return found | {anchor: found.get(anchor, []) for anchor in text.passed_over}


def _in_order(source: Source, anchors: Iterable[Anchor]) -> list[Anchor]:
    """Return passages in the order of the document."""
    order = {heading: number for number, heading in enumerate(source.texts[-1].headings)}
    return sorted(
        anchors, key=lambda anchor: (order.get(anchor.locator.heading, -1), anchor.locator.position, anchor.digest)
    )


def _known(
    source: Source,
    old: Sequence[Anchor],
    carried: Mapping[Anchor, Sequence[tuple[str, str]]],
    before: Sequence[Passage],
    fingerprints: Mapping[str, frozenset[str]],
) -> tuple[list[LinedPassage], str]:
    """Return the old passages as they are known, and what they are known by."""
    listed = {digest(heading) for heading in source.texts[-1].headings}
    texts = {passage.digest: words_of(passage.text) for passage in before}
    ours = {anchor: _fingerprint(" ".join(text for _, text in carried[anchor])) for anchor in old}
    known = [
        LinedPassage(
            words=texts.get(anchor.digest, frozenset()) if before else fingerprints.get(anchor.digest, ours[anchor]),
            digest=anchor.digest,
            listed=anchor.digest in listed,
        )
        for anchor in old
    ]
    if before:
        return known, "the old document, which is held"
    if all(anchor.digest in fingerprints for anchor in old):
        return known, "the fingerprints that the program keeps of its passages"
    return known, "our own statement of it where no fingerprint is kept, which finds less"


def _told(
    passages: Sequence[Passage], headings: Iterable[str], known: Iterable[LinedPassage], *, in_words: bool
) -> list[LinedPassage]:
    """Return the new passages in the words of the old: an abbreviation that the old page lacks is spelt out."""
    listed, said = set(map(bare, headings)), frozenset[str]().union(*(passage.words for passage in known))
    words = words_of if in_words else _fingerprint
    explained = abbreviations_in("\n".join(passage.text for passage in passages))
    strange = {short: full for short, full in explained.items() if not words(short) <= said}
    return [
        LinedPassage(
            words=words(spelt_out(passage.text, strange)), digest=passage.digest, listed=bare(passage.text) in listed
        )
        for passage in passages
    ]


def _fingerprint(text: str) -> frozenset[str]:
    return buckets_of(words_of(text))


def _drifts(
    source: Source,
    carried: Mapping[Anchor, Sequence[tuple[str, str]]],
    old: Sequence[Anchor],
    passages: Sequence[Passage],
    found: Mapping[int, Sequence[int]],
) -> tuple[Drift, ...]:
    instead = _instead(old, passages, found)
    drifts = []
    for number, anchor in enumerate(old):
        now = [passages[place] for place in found.get(number, ())]
        places = tuple(passage.anchor.locator for passage in now)
        for clause, _ in carried[anchor] or [("", "")]:
            drifts.append(
                Drift(
                    source=source.id, clause=clause, was=anchor.locator, where=places[0] if places else None,
                    state=_state(anchor, now, instead), also=places[1:],
                )
            )  # fmt: skip
    used = {place for places in found.values() for place in places}
    fresh = [passage.anchor.locator for number, passage in enumerate(passages) if number not in used]
    new = [Drift(source=source.id, clause="", state=DriftState.NEW, was=None, where=where) for where in fresh]
    return (*drifts, *new)


def _instead(
    old: Sequence[Anchor], passages: Sequence[Passage], found: Mapping[int, Sequence[int]]
) -> Mapping[str, str]:
    """Return the heading that took the place of each: the one under which most of its passages stand now."""
    counts = defaultdict[str, Counter[str]](Counter)
    for number, places in found.items():
        counts[old[number].locator.heading].update(passages[place].heading for place in places[:1])
    return {heading: min(counted, key=lambda name: (-counted[name], name)) for heading, counted in counts.items()}


def _state(anchor: Anchor, now: Sequence[Passage], instead: Mapping[str, str]) -> DriftState:
    """Return what became of a passage: it is kept where it says the same under what its heading has become."""
    if not now:
        return DriftState.GONE
    if [passage.digest for passage in now] != [anchor.digest]:
        return DriftState.CHANGED
    locator: Locator = now[0].anchor.locator
    return DriftState.IN_STEP if instead[anchor.locator.heading] == locator.heading else DriftState.MOVED
