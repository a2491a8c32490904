"""Small pictures: how far a program is covered, when each edition of a source was in force; and what all share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final

from cimscore.policy import Disposition
from cimscore.publishing.pages.standing.standing import BECAME
from cimscore.traceability.trace.model import TracedEdition, TracedSource

WIDTH: Final = 720
_NARROW: Final = 110
_FILLS: Final = {
    Disposition.ENCODED: "cims-fill-1",
    Disposition.ENCODED_IN_PART: "cims-fill-5",
    Disposition.LEFT_TO_A_PERSON: "cims-fill-2",
    Disposition.GUIDANCE: "cims-fill-3",
    Disposition.OUT_OF_SCOPE: "cims-fill-4",
    Disposition.TO_DO: "cims-fill-4",
}
_ON: Final = {kind: "cims-on-fill-4" if fill == "cims-fill-4" else "cims-on-fill" for kind, fill in _FILLS.items()}


# A page may set ``--cims-fill-1`` and the others for itself; on a page that sets none, ink is that of its text.
_STYLE: Final = "".join(
    f".cims-{name}{{{rule}}}"
    for name, rule in {
        "fill-1": "fill:var(--cims-fill-1,#12636c)",
        "fill-2": "fill:var(--cims-fill-2,#5a3fa0)",
        "fill-3": "fill:var(--cims-fill-3,#4f5b66)",
        "fill-4": "fill:var(--cims-fill-4,none);stroke:var(--cims-line,currentColor);stroke-dasharray:4 3",
        "fill-5": "fill:var(--cims-fill-5,#2f7480)",
        "on-fill": "fill:var(--cims-on-fill,#ffffff);font-weight:600",
        "on-fill-4": "fill:var(--cims-on-4,currentColor);font-weight:600",
        "bar": "fill:var(--cims-fill-1,#12636c)",
        "vague": "fill:var(--cims-box,none);stroke:var(--cims-line,currentColor);stroke-dasharray:5 3;stroke-width:1.5",
        "on-bar": "fill:var(--cims-on-fill,#ffffff);font-size:13px",
        "vague + .cims-on-bar": "fill:var(--cims-ink,currentColor)",
        "label": "fill:var(--cims-ink,currentColor);font-size:13px",
        "state": "fill:var(--cims-box,none);stroke:var(--cims-line,currentColor);stroke-width:1.5",
        "move": "fill:none;stroke:var(--cims-line,currentColor);stroke-width:1.5",
        "uncited": "stroke-dasharray:5 4",
        "over": "paint-order:stroke;stroke:var(--cims-paper,none);stroke-width:5px",
        "head": "fill:var(--cims-line,currentColor)",
        "tick": "stroke:var(--cims-rule,currentColor)",
    }.items()
)


def coverage_bar(id: str, title: str, counts: Mapping[Disposition, int]) -> str:
    """Return a bar cut by what became of each clause. Shapes and numbers say the same as its colours."""
    total = max(1, sum(counts.values()))
    said = "; ".join(f"{BECAME[kind][1].lower()}: {number}" for kind, number in counts.items())
    parts = [_part(kind, number, left, width) for kind, number, left, width in _cut(counts, total)]
    return svg_document(id, f"Coverage of {title}", f"Of {total} clauses: {said}.", 44, parts)


def has_windows(source: TracedSource) -> bool:
    """Return True if a timeline has something to show: one edition has replaced another."""
    return len(source.editions) > 1


def timeline(id: str, source: TracedSource) -> str:
    """Return the editions of a source as bars over the years. What is not known is left open, and said so."""
    first, last = _span(source.editions)
    parts = list(_years(first, last, 34 * len(source.editions) + 10))
    parts += [part for row, edition in enumerate(source.editions) for part in _bar(edition, row, first, last)]
    said = " ".join(f"{edition.title}: {window(edition)}." for edition in source.editions)
    return svg_document(id, f"Editions of {source.title}", said, 34 * len(source.editions) + 34, parts)


def window(edition: TracedEdition) -> str:
    """Return the time in which an edition was in force, in words."""
    if edition.from_known_only_to:
        begins = f"from some day of {edition.from_known_only_to}"
    else:
        begins = f"from {edition.from_}" if edition.from_ else "from a day that is not stated"
    ends = f" until the day before {edition.until}" if edition.until else ", in force"
    return f"{begins}{ends}"


def _cut(counts: Mapping[Disposition, int], total: int) -> Iterator[tuple[Disposition, int, float, float]]:
    left = 0.0
    for kind, number in counts.items():
        width = WIDTH * number / total
        if number:
            yield kind, number, left, width
        left += width


def _part(kind: Disposition, number: int, left: float, width: float) -> str:
    shape, words = BECAME[kind]
    label = f"{shape} {number}" if width >= 44 else shape if width >= 16 else ""
    tight = " cims-tight" if width < _NARROW else ""  # read from the words beside the bar on a narrow screen
    return (
        f"<g><title>{escape(f'{words}: {number}')}</title>"
        f'<rect class="{_FILLS[kind]}" x="{left + 1:.1f}" y="2" width="{max(width - 2, 1):.1f}" height="40" rx="4"/>'
        f'<text class="{_ON[kind]}{tight}" x="{left + width / 2:.1f}" y="28" text-anchor="middle">{label}</text></g>'
    )


def _span(editions: Sequence[TracedEdition]) -> tuple[dt.date, dt.date]:
    days = [day for edition in editions for day in (_begins(edition), edition.until) if day]
    first, last = min(days, default=dt.date(2020, 1, 1)), max(days, default=dt.date(2021, 1, 1))
    return dt.date(first.year, 1, 1), dt.date(last.year + 2, 1, 1)


def _begins(edition: TracedEdition) -> dt.date | None:
    """Return the earliest day on which an edition can have come into force."""
    month = edition.from_known_only_to
    return dt.date.fromisoformat(f"{month}-01") if month else edition.from_


def _bar(edition: TracedEdition, row: int, first: dt.date, last: dt.date) -> Iterator[str]:
    left, right = _at(_begins(edition) or first, first, last), _at(edition.until or last, first, last)
    vague = edition.from_known_only_to or not edition.from_ or not edition.complete
    y = 34 * row + 4
    kind = "cims-bar cims-vague" if vague else "cims-bar"
    words = f"{edition.id}{', in force' if edition.until is None else ''}"
    yield f"<g><title>{escape(f'{edition.title}: {window(edition)}')}</title>"
    yield f'<rect class="{kind}" x="{left:.1f}" y="{y}" width="{max(right - left, 3):.1f}" height="24" rx="4"/>'
    middle = (left + right) / 2
    if right - left >= 9 * len(words):
        yield f'<text class="cims-on-bar" x="{middle:.1f}" y="{y + 17}" text-anchor="middle">{escape(words)}</text></g>'
    elif left > WIDTH / 2:
        yield f'<text class="cims-label" x="{left - 8:.1f}" y="{y + 17}" text-anchor="end">{escape(words)}</text></g>'
    else:
        yield f'<text class="cims-label" x="{right + 8:.1f}" y="{y + 17}">{escape(words)}</text></g>'


def _years(first: dt.date, last: dt.date, top: int) -> Iterator[str]:
    step = 1 + (last.year - first.year) // 10
    for year in range(first.year, last.year, step):
        x = _at(dt.date(year, 1, 1), first, last)
        yield f'<line class="cims-tick" x1="{x:.1f}" x2="{x:.1f}" y1="0" y2="{top}"/>'
        yield f'<text class="cims-label" x="{x + 4:.1f}" y="{top + 10}">{year}</text>'


def _at(day: dt.date, first: dt.date, last: dt.date) -> float:
    return WIDTH * (day - first).days / (last - first).days


def svg_document(id: str, title: str, description: str, height: int, parts: Sequence[str]) -> str:
    """Return a picture of the common width, with its title and description for those who do not see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="cims-figure" role="img" viewBox="0 0 {WIDTH} {height}"'
        f' aria-labelledby="{id}-title {id}-desc" font-family="system-ui, sans-serif" font-size="14">'
        f'<title id="{id}-title">{escape(title)}</title><desc id="{id}-desc">{escape(description)}</desc>'
        f"<style>{_STYLE}</style>{''.join(parts)}</svg>"
    )
