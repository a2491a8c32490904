"""A picture of a workflow: its states in a row, moves forward above them, moves back or to the same state below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final

import attrs

from cimscore.publishing.pages.standing.figures import WIDTH, svg_document
from cimscore.traceability.declared.workflows import TracedMove, TracedWorkflow

_HEIGHT: Final = 46
_LEVEL: Final = 30
_MARGIN: Final = 20


@attrs.frozen
class _Arrow:
    """A move between two states, by their numbers in the row, and how far from the row it runs."""

    move: TracedMove
    start: int
    end: int
    level: int = 0

    @property
    def above(self) -> bool:
        """Return True if it leads forward, and so runs above the states."""
        return self.start < self.end

    def crosses(self, other: _Arrow) -> bool:
        """Return True if the two would overlap on one level. Two that only meet in a state do not."""
        mine, others = sorted((self.start, self.end)), sorted((other.start, other.end))
        return mine == others or (mine[0] < others[1] and others[0] < mine[1])


def workflow_picture(id: str, workflow: TracedWorkflow) -> str:
    """Return the states and moves of a workflow. The table of its moves says the same in words."""
    number = {state: at for at, state in enumerate(workflow.states)}
    arrows = [
        _Arrow(move, number[state], number[move.to]) for move in workflow.moves if move.to for state in move.from_
    ]
    above = _levelled([arrow for arrow in arrows if arrow.above])
    below = _levelled([arrow for arrow in arrows if not arrow.above])
    top = _depth(above)
    step = WIDTH / len(workflow.states)
    parts = [part for at, state in enumerate(workflow.states) for part in _state(state, step * (at + 0.5), top, step)]
    parts += _drawn(above, step, edge=top, away=-_LEVEL)
    parts += _drawn(below, step, edge=top + _HEIGHT, away=_LEVEL)
    said = " ".join(map(move_in_words, workflow.moves))
    return svg_document(id, workflow.title, said, top + _HEIGHT + _depth(below), parts)


def move_in_words(move: TracedMove) -> str:
    """Return a move in a sentence."""
    states = " or ".join(move.from_)
    return f"{move.move}: from {states} to {move.to}." if move.to else f"{move.move}: not from {states}."


def _levelled(arrows: Sequence[_Arrow]) -> list[_Arrow]:
    """Return the arrows, each so far from the row that no two run into one another: short ones stay near."""
    found: list[_Arrow] = []
    for arrow in sorted(arrows, key=lambda arrow: (abs(arrow.end - arrow.start), arrow.start, arrow.move.move)):
        taken = {drawn.level for drawn in found if arrow.crosses(drawn)}
        found.append(
            attrs.evolve(arrow, level=next(level for level in range(1, len(arrows) + 1) if level not in taken))
        )
    return found


def _depth(arrows: Sequence[_Arrow]) -> int:
    return _LEVEL * max((arrow.level for arrow in arrows), default=0) + _MARGIN


def _width(step: float) -> float:
    return min(step - 16, 116)


def _state(state: str, x: float, top: int, step: float) -> Iterator[str]:
    width = _width(step)
    yield f'<rect class="cims-state" x="{x - width / 2:.1f}" y="{top}" width="{width:.1f}" height="{_HEIGHT}" rx="6"/>'
    first, _, rest = state.partition(" ")
    lines = [first, rest] if rest and len(state) * 7.5 > width - 8 else [state]
    for at, line in enumerate(lines):
        y = top + _HEIGHT / 2 + 5 + 16 * (at - (len(lines) - 1) / 2)
        yield f'<text class="cims-label" x="{x:.1f}" y="{y:.1f}" text-anchor="middle">{escape(line)}</text>'


def _drawn(arrows: Sequence[_Arrow], step: float, *, edge: int, away: int) -> Iterator[str]:
    """Yield each as a line from one state to the other, with a head where it arrives; over all, their names."""
    ports, names = _ports(arrows, step), []
    for arrow in arrows:
        start, end = ports[arrow, arrow.start, True], ports[arrow, arrow.end, False]
        run = arrow.level * away
        kind = "cims-move" if arrow.move.clauses else "cims-move cims-uncited"
        yield f'<path class="{kind}" d="M{start:.1f} {edge}v{run}H{end:.1f}V{edge}"/>'
        yield f'<path class="cims-head" d="M{end:.1f} {edge}l-4 {7 if away > 0 else -7}h8z"/>'
        at = f'x="{(start + end) / 2:.1f}" y="{edge + run + (15 if away > 0 else -5)}"'
        names.append(f'<text class="cims-label cims-over" {at} text-anchor="middle">{escape(arrow.move.move)}</text>')
    yield from names


def _ports(arrows: Sequence[_Arrow], step: float) -> Mapping[tuple[_Arrow, int, bool], float]:
    """Return the place where each arrow meets its states, in an order in which none crosses another there.

    From the left of a state: what leads to states before it, near lines first; what stays; what leads to states
    after it, far lines first.
    """
    at_state: defaultdict[int, list[tuple[tuple[int, int, bool], _Arrow, bool]]] = defaultdict(list)
    for arrow in arrows:
        for here, there, leaves in ((arrow.start, arrow.end, True), (arrow.end, arrow.start, False)):
            side = (there > here) - (there < here)
            at_state[here].append(((side, -side * arrow.level, not leaves), arrow, leaves))
    found = {}
    for state, ends in at_state.items():
        gap = _width(step) / (len(ends) + 1)
        left = step * (state + 0.5) - _width(step) / 2
        for number, (_, arrow, leaves) in enumerate(sorted(ends, key=lambda placed: placed[0]), 1):
            found[arrow, state, leaves] = left + number * gap
    return found
