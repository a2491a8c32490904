"""Moves of many cases as a picture: for each clause what moves, with a bar as long as the cases are many."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from cimscore.publishing.pictures import svg
from cimscore.publishing.pictures.tiles import LINE
from cimscore.rules.english.nouns import counted

if TYPE_CHECKING:  # whoever draws one household needs no traces
    from cimscore.traceability.impact import ImpactTally, TalliedMove

MOST_BARS: Final = 40
"""More are told in words: they stand in the table."""
NO_CLAUSE: Final = "resting on no clause of its own"
_MARGIN: Final = 24
_LETTER: Final = 8
_LONGEST: Final = 300
_WIDTH: Final = 900


def draw_moves(tally: ImpactTally, compared: int) -> str:
    """Return a picture of what moves. Each number stands beside its bar, so that nothing hangs on a colour.

    Args:
        tally: What moves.
        compared: Number of cases that were compared.
    """
    shown, left = tally.moves[:MOST_BARS], tally.moves[MOST_BARS:]
    moving = tally.cases
    title = f"What moves in {moving:,} of {compared:,} cases, by clause"
    more = f"and {len(left):,} more, which stand in the table" if left else ""
    parts, height = _rows(tally, shown, title, more)
    told = "; ".join(f"{move.clause or NO_CLAUSE}: {_says(move)}: {counted(move.cases, 'case')}" for move in shown)
    return svg.document("impact", title, told, (_WIDTH, height), parts)


def _rows(tally: ImpactTally, shown: Sequence[TalliedMove], title: str, more: str) -> tuple[list[str], int]:
    """Return everything that is drawn, and how far down it reaches."""
    y = _MARGIN + LINE
    parts = [svg.text(_MARGIN, y, title, "strong", anchor="start", size=15)]
    most = max((move.cases for move in shown), default=1)
    for clause, moves in itertools.groupby(shown, key=lambda move: move.clause):
        y += 2 * LINE
        head = f"{clause or NO_CLAUSE}: {counted(tally.of_clause(clause), 'case')}"
        parts.append(svg.text(_MARGIN, y, head, "strong", anchor="start"))
        for move in moves:
            parts += _bar(move, y + LINE, most)
            y += 2 * LINE
    if more:
        y += 2 * LINE
        parts.append(svg.text(_MARGIN, y, more, anchor="start"))
    return parts, y + _MARGIN


def _bar(move: TalliedMove, y: int, most: int) -> Iterator[str]:
    long = max(2, round(_LONGEST * move.cases / most))
    yield svg.text(_MARGIN, y, _says(move), anchor="start")
    yield svg.box(_MARGIN, y + LINE // 3, long, LINE // 2, "ink")
    yield svg.text(_MARGIN + long + _LETTER, y + LINE - 3, f"{move.cases:,}", "strong", anchor="start")


def _says(move: TalliedMove) -> str:
    return f"{move.outcome}, {move.change}"
