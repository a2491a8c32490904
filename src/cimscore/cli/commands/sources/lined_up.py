"""New page of a source, shown passage by passage: what to read again comes first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cimscore.cli.page import TextPage
from cimscore.policy import Drift, DriftState
from cimscore.traceability import Trace
from cimscore.traceability.sources import Successor, touched_by

_WORDS: Final = {
    DriftState.CHANGED: ("changed", "Says it in other words: read the clause again"),
    DriftState.GONE: ("gone", "No longer there"),
    DriftState.NEW: ("new", "New: no clause carries it yet"),
    DriftState.MOVED: ("moved", "Says the same under another heading"),
    DriftState.IN_STEP: ("kept", "Says the same under what its heading has become"),
}
"""Each state in a word and in a sentence, in the order of what there is to do."""


def write_successor(page: TextPage, found: Successor, trace: Trace) -> None:
    """Write what became of each passage of a source in the page that took its place."""
    passages = [*dict.fromkeys((drift.state, drift.was, drift.where) for drift in found.drifts)]
    counts = {state: sum(passage[0] is state for passage in passages) for state in _WORDS}
    page.heading(f"{found.source.id}: {found.source.title}")
    page.line(f"Passages: {', '.join(f'{count} {_WORDS[state][0]}' for state, count in counts.items())}.")
    for state, (_, says) in _WORDS.items():
        drifts = [drift for drift in found.drifts if drift.state is state]
        if drifts and state is not DriftState.IN_STEP:
            page.blank()
            page.line(f"{says}: {counts[state]}")
            for drift in drifts:
                page.line(f"{drift.clause or 'no clause'}: {_where(drift)}", 1, mark="-")
                _write_touched(page, drift, trace)


def _where(drift: Drift) -> str:
    places = " and ".join(str(place) for place in (drift.where, *drift.also) if place)
    return " -> ".join(part for part in (str(drift.was or ""), places) if part)


def _write_touched(page: TextPage, drift: Drift, trace: Trace) -> None:
    """Write what rests on a clause that has to be read again: its rules by name, the rest by number."""
    if drift.state not in (DriftState.CHANGED, DriftState.GONE) or not drift.clause:
        return
    touched = touched_by(drift.clause, trace)
    if touched.rules:
        page.line(f"rules: {', '.join(touched.rules)}", 2)
    others = (
        ("question", touched.questions), ("table", touched.tables), ("unclear point", touched.readings),
        ("workflow", touched.workflows), ("test", touched.tests), ("example", touched.examples),
    )  # fmt: skip
    told = [_number(ids, noun) for noun, ids in others if ids]
    if told:
        page.line(f"and {', '.join(told)}", 2)


def _number(ids: Iterable[str], noun: str) -> str:
    count = len([*ids])
    return f"{count} {noun}{'' if count == 1 else 's'}"
