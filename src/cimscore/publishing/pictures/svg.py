"""Scalable vector graphics: shapes, lines and words as text, with nothing fetched and nothing run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Final

from cimscore.case import Gender, PersonEntry, Unknown
from cimscore.publishing.pictures.tiles import SHAPE

# Each pair of ink and ground has a contrast of at least 4.5 to 1, in light and in dark.
LIGHT: Final = {"ink": "#1b1f24", "paper": "#ffffff", "box": "#f3f5f7", "line": "#4a5560", "mark": "#8a1c1c"}
DARK: Final = {"ink": "#e8eaed", "paper": "#14171a", "box": "#1f2429", "line": "#aab4bf", "mark": "#ffb4a8"}

_RULES: Final = {
    ".paper": "fill:var(--paper)",
    ".household": "fill:var(--box);stroke:var(--line);stroke-width:1.5",
    ".nowhere": "fill:var(--paper);stroke:var(--line);stroke-width:1.5;stroke-dasharray:6 4",
    ".place": "fill:var(--paper);stroke:var(--line);stroke-width:1.5;stroke-dasharray:2 3",
    ".shape": "fill:var(--paper);stroke:var(--ink);stroke-width:2", ".dashed": "stroke-dasharray:5 3",
    ".ink": "fill:var(--ink)", ".strong": "fill:var(--ink);font-weight:600",
    ".mark": "fill:var(--mark);font-weight:600", ".flag": "fill:var(--mark)",
    ".on-flag": "fill:var(--paper);font-weight:600",
    ".kin": "fill:none;stroke:var(--line);stroke-width:1.5",
    ".link": "fill:none;stroke:var(--line);stroke-width:1.5;stroke-dasharray:2 4",
}  # fmt: skip


def style(prefix: str) -> str:
    """Return the styles of one picture; a page may set ``--cims-ink`` and the others for itself."""
    light, dark = _colours(prefix, LIGHT), f"@media (prefers-color-scheme: dark){{{_colours(prefix, DARK)}}}"
    return f"<style>{light}{dark}{''.join(f'#{prefix} {kind}{{{rule}}}' for kind, rule in _RULES.items())}</style>"


def text(x: int, y: int, words: str, kind: str = "ink", *, anchor: str = "middle", size: int = 13) -> str:
    """Return one line of words."""
    return f'<text class="{kind}" x="{x}" y="{y}" text-anchor="{anchor}" font-size="{size}">{escape(words)}</text>'


def lines(points: Sequence[tuple[int, int]], kind: str) -> str:
    """Return a line from point to point."""
    return f'<polyline class="{kind}" points="{" ".join(f"{x},{y}" for x, y in points)}"/>'


def box(x: int, y: int, width: int, height: int, kind: str) -> str:
    """Return a rounded rectangle."""
    return f'<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="{height}" rx="10"/>'


def flag(x: int, y: int, number: int) -> str:
    """Return a small numbered flag."""
    return (
        f'<path class="flag" d="M{x} {y}h30l-6 10l6 10h-30z"/>'
        f'<text class="on-flag" x="{x + 12}" y="{y + 15}" text-anchor="middle" font-size="12">{number}</text>'
    )


def shape(person: PersonEntry, x: int, y: int, *, dashed: bool) -> str:
    """Return a person by the conventions of a genogram: a question mark for an unknown gender, a cross after death."""
    outline = _outline(person, x, y, f"shape{' dashed' if dashed else ''}")
    return outline if person.died is False or isinstance(person.died, Unknown) else outline + _cross(x, y)


def _cross(x: int, y: int) -> str:
    """Return the two strokes over somebody who has died."""
    half = SHAPE // 2
    strokes = (((x - half, y), (x + half, y + SHAPE)), ((x - half, y + SHAPE), (x + half, y)))
    return "".join(lines(stroke, "kin") for stroke in strokes)


def _outline(person: PersonEntry, x: int, y: int, kind: str) -> str:
    half = SHAPE // 2
    if person.is_awaited:
        return f'<polygon class="{kind}" points="{x},{y} {x + half},{y + SHAPE} {x - half},{y + SHAPE}"/>'
    if person.gender is Gender.FEMALE:
        return f'<circle class="{kind}" cx="{x}" cy="{y + half}" r="{half}"/>'
    if person.gender is Gender.MALE:
        return f'<rect class="{kind}" x="{x - half}" y="{y}" width="{SHAPE}" height="{SHAPE}"/>'
    corners = f"{x},{y} {x + half},{y + half} {x},{y + SHAPE} {x - half},{y + half}"
    asked = "" if person.gender is Gender.ANOTHER else text(x, y + half + 5, "?")
    return f'<polygon class="{kind}" points="{corners}"/>{asked}'


def group(kind: str, title: str, parts: Iterable[str]) -> str:
    """Return parts that belong together, with their full name for those who point at them or listen."""
    return f'<g class="{kind}"><title>{escape(title)}</title>{"".join(parts)}</g>'


def document(prefix: str, title: str, description: str, size: tuple[int, int], parts: Iterable[str]) -> str:
    """Return a whole picture, which scales, and whose ids and styles are its own."""
    width, height = size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" id="{prefix}" role="img" viewBox="0 0 {width} {height}"'
        f' aria-labelledby="{prefix}-title {prefix}-desc" font-family="system-ui, sans-serif">'
        f'<title id="{prefix}-title">{escape(title)}</title><desc id="{prefix}-desc">{escape(description)}</desc>'
        f'{style(prefix)}<rect class="paper" width="{width}" height="{height}"/>{"".join(parts)}</svg>\n'
    )


def _colours(prefix: str, colours: Mapping[str, str]) -> str:
    return f"#{prefix}{{{';'.join(f'--{name}:var(--cims-{name},{value})' for name, value in colours.items())}}}"
