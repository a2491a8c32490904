"""Our words that are the source's: clauses that repeat a run of its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from cimscore.policy import Clause
from cimscore.policy.passages import normalise
from cimscore.traceability.sources.check import HeldSources

RUN: Final = 8
"""So many words in a row are no longer ours."""


@attrs.frozen(kw_only=True, order=True)
class Copied:
    """A clause that repeats its document.

    Attributes:
        clause: The clause's id.
        words: The first run of words that the document has, too.
    """

    clause: str
    words: str


def copied(held: HeldSources, clauses: Iterable[Clause]) -> tuple[Copied, ...]:
    """Return the clauses that repeat a run of words of one passage of their document, where that is at hand."""
    runs = {
        text: {run for passage in passages.values() for run in _runs(_words(passage.text))}
        for text, passages in held.passages.items()
    }
    return tuple(sorted(found for clause in clauses for found in _of(clause, runs.get(clause.source, set()))))


def _of(clause: Clause, runs: set[tuple[str, ...]]) -> Iterator[Copied]:
    first = next((run for run in _runs(_words(clause.text)) if run in runs), None)
    if first is not None:
        yield Copied(clause=clause.id, words=" ".join(first))


def _words(text: str) -> list[str]:
    return "".join(mark if mark.isalnum() else " " for mark in normalise(text)).split()


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
