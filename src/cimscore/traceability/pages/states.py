"""A picture of a workflow: its states in a row, moves forward above them and moves back below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

import attrs

from cimscore.traceability.model import TracedMove, TracedWorkflow
from cimscore.traceability.pages.figures import WIDTH, svg_document

_BOX: Final = 46
_LEVEL: Final = 30
_ASIDE: Final = 9
_LOOP: Final = 30


@attrs.frozen
class _Arrow:
    """A move between two states, by where it leaves and arrives; one that stays is drawn as a loop."""

    move: TracedMove
    left: float
    right: float
    forward: bool


def workflow_picture(id: str, workflow: TracedWorkflow) -> str:
    """The states and moves of a workflow. The table of its moves says the same in words."""
    step = WIDTH / len(workflow.states)
    middle = {state: step * (at + 0.5) for at, state in enumerate(workflow.states)}
    arrows = [arrow for move in workflow.moves if move.to for arrow in _arrows(move, middle)]
    above = _levelled([it for it in arrows if it.forward])
    below = _levelled([it for it in arrows if not it.forward])
    top = _LEVEL * max(above.values(), default=0) + 20
    height = top + _BOX + _LEVEL * max(below.values(), default=0) + 20
    parts = [part for state, x in middle.items() for part in _state(state, x, top, step)]
    parts += [part for arrow, level in above.items() for part in _drawn(arrow, top, -level * _LEVEL)]
    parts += [part for arrow, level in below.items() for part in _drawn(arrow, top + _BOX, level * _LEVEL)]
    return svg_document(id, workflow.title, " ".join(map(move_in_words, workflow.moves)), height, parts)


def move_in_words(move: TracedMove) -> str:
    """A move in a sentence."""
    states = " or ".join(move.from_)
    return f"{move.move}: from {states} to {move.to}." if move.to else f"{move.move}: not from {states}."


def _arrows(move: TracedMove, middle: dict[str, float]) -> Iterator[_Arrow]:
    for state in move.from_:
        start, end = middle[state], middle[move.to]
        if start == end:
            yield _Arrow(move, start - _LOOP, end + _LOOP, forward=True)
        else:
            yield _Arrow(move, min(start, end) + _ASIDE, max(start, end) - _ASIDE, forward=start < end)


def _levelled(arrows: Sequence[_Arrow]) -> dict[_Arrow, int]:
    """How far from the states each arrow runs, so that no two run into one another: short ones stay near."""
    levels: dict[_Arrow, int] = {}
    for arrow in sorted(arrows, key=lambda it: (it.right - it.left, it.left, it.move.move)):
        taken = {level for other, level in levels.items() if arrow.left < other.right and other.left < arrow.right}
        levels[arrow] = next(level for level in range(1, len(arrows) + 1) if level not in taken)
    return levels


def _state(state: str, x: float, top: int, step: float) -> Iterator[str]:
    width = min(step - 16, 116)
    yield f'<rect class="cims-state" x="{x - width / 2:.1f}" y="{top}" width="{width:.1f}" height="{_BOX}" rx="6"/>'
    first, _, rest = state.partition(" ")
    lines = [first, rest] if rest and len(state) * 7.5 > width - 8 else [state]
    for at, line in enumerate(lines):
        y = top + _BOX / 2 + 5 + 16 * (at - (len(lines) - 1) / 2)
        yield f'<text class="cims-label" x="{x:.1f}" y="{y:.1f}" text-anchor="middle">{escape(line)}</text>'


def _drawn(arrow: _Arrow, edge: int, away: int) -> Iterator[str]:
    """A line out of one state, along, and into the other, with its name and a head where it arrives."""
    start, end = (arrow.left, arrow.right) if arrow.forward else (arrow.right, arrow.left)
    kind = "cims-move" if arrow.move.clauses else "cims-move cims-uncited"
    head = 7 if away < 0 else -7
    yield f'<path class="{kind}" d="M{start:.1f} {edge}v{away}H{end:.1f}V{edge}"/>'
    yield f'<path class="cims-head" d="M{end:.1f} {edge}l-4 {-head}h8z"/>'
    y, x = edge + away + (-5 if away < 0 else 15), (start + end) / 2
    yield f'<text class="cims-label" x="{x:.1f}" y="{y}" text-anchor="middle">{escape(arrow.move.move)}</text>'
