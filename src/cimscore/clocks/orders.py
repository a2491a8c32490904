"""The moves of a record in every order that their moments allow, or in the order in which they are listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

import attrs

from cimscore.case import Unknown
from cimscore.clocks.moves import Forbidden, Illegal, Move, WorkflowRow, rule
from cimscore.clocks.spans import BEGINNING, END, Range, range_of

# 6! orders: six moves on one day are followed completely. Real records seldom have more.
ORDERS = 720
"""The most orders that are followed side by side."""


@attrs.frozen
class Path:
    """Some moves of a record in one order, and what became of them.

    Attributes:
        state: The state after them.
        moved: The moves taken or refused so far, one bit for each.
        took: The legal ones among them, one bit for each.
        illegal: The others.
        order: The moves in this order.
        working: Every role that is not known was one that may take the move.
    """

    state: str
    moved: int = 0
    took: int = 0
    illegal: frozenset[tuple[int, Illegal]] = frozenset()
    order: tuple[int, ...] = ()
    working: bool = True

    @property
    def fit(self) -> tuple[bool, int]:
        """Return how well the moves fit the workflow, the lower the better: roles first, then illegal moves."""
        # False sorts before True, so paths whose roles fit come first.
        return not self.working, len(self.illegal)

    @property
    def rank(self) -> tuple[bool, int, tuple[int, ...]]:
        """Return the sort key of the working order: the best fit, then the order of moments."""
        return *self.fit, self.order

    @property
    def outcome(self) -> tuple[object, ...]:
        """Return everything that later results can depend on."""
        # Two paths that agree on all of this cannot differ later, so one of them is enough. Without this, twenty moves
        # on one day could not be followed.
        return self.state, self.moved, self.took, self.illegal, self.working


def in_order(moves: Sequence[Move], steps: Sequence[WorkflowRow], zone: ZoneInfo) -> tuple[Move, ...]:
    """Return the moves by their moments, those of one moment as the workflow has them, however they were listed.

    Args:
        moves: The moves.
        steps: The rows of the workflow.
        zone: Where a day begins.
    """
    # Reversed, so that the first row of a move wins.
    rows = {step.move: number for number, step in reversed(list(enumerate(steps)))}

    def key(move: Move) -> tuple[object, ...]:
        # Text breaks the last ties, so that the order of the list makes no difference.
        texts = (str(part) for part in (move.at, move.role, move.person, move.amount, move.id))
        return _range(move, zone).working, rows.get(move.move, len(rows)), move.move, *texts

    return tuple(sorted(moves, key=key))


def paths(
    moves: Sequence[Move], steps: Sequence[WorkflowRow], forbidden: Sequence[Forbidden], start: str, zone: ZoneInfo
) -> tuple[tuple[Path, ...], bool]:
    """Return the different ways that the moves can have gone, best first, and if these are all there are.

    A record lists its moves in the order they happened, which settles the order of one day. Where another order of
    that day fits the workflow better, the list may be wrong, and the order is open.

    Args:
        moves: The moves, as `in_order` has them.
        steps: The rows of the workflow.
        forbidden: The rows that forbid a move.
        start: The state before the first move.
        zone: Where a day begins.
    """
    earlier = _earlier(moves, zone)
    found, whole = _through(moves, earlier, steps, forbidden, start)
    if len(found) == 1:
        return found, whole
    listed, every = _through(moves, _as_listed(moves, earlier), steps, forbidden, start)
    # The list is believed only where it fits the workflow as well as the best order does.
    return (listed, every) if listed and listed[0].fit == found[0].fit else (found, whole)


def _through(
    moves: Sequence[Move],
    earlier: Sequence[int],
    steps: Sequence[WorkflowRow],
    forbidden: Sequence[Forbidden],
    start: str,
) -> tuple[tuple[Path, ...], bool]:
    found: tuple[Path, ...] = (Path(start),)
    whole = True
    for _ in moves:
        longer: dict[object, Path] = {}
        for path in found:
            for number in _next(path, moves, earlier):
                for further in _after(path, number, moves[number], steps, forbidden):
                    known = longer.get(further.outcome)
                    # Paths that came to the same outcome go on alike, so the better of the two is enough.
                    longer[further.outcome] = further if known is None else min(known, further, key=_rank)
        every = sorted(longer.values(), key=_rank)
        # Once an order was dropped, nothing may be called certain because every order agrees.
        whole = whole and len(every) <= ORDERS
        found = tuple(every[:ORDERS])
    return found, whole


def _rank(path: Path) -> tuple[bool, int, tuple[int, ...]]:
    return path.rank


def _range(move: Move, zone: ZoneInfo) -> Range:
    return Range(BEGINNING, END, BEGINNING) if isinstance(move.at, Unknown) else range_of(move.at, zone)


def _earlier(moves: Sequence[Move], zone: ZoneInfo) -> tuple[int, ...]:
    """Return for each move the ones that certainly came before it, one bit for each."""
    ranges = [_range(move, zone) for move in moves]
    return tuple(sum(1 << number for number, rival in enumerate(ranges) if rival.last < mine.first) for mine in ranges)


def _as_listed(moves: Sequence[Move], earlier: Sequence[int]) -> tuple[int, ...]:
    """Return for each move the ones that came before it, with the one that the record lists before it."""
    bits = {move.id: 1 << number for number, move in enumerate(moves) if move.id}
    return tuple(before | bits.get(move.after, 0) for move, before in zip(moves, earlier, strict=True))


def _next(path: Path, moves: Sequence[Move], earlier: Sequence[int]) -> Iterator[int]:
    """Yield each move that can come next; of moves alike in everything only one."""
    seen: set[Move] = set()
    for number, move in enumerate(moves):
        # A move can come next if it has not been made, and everything that certainly came before it has.
        if not path.moved >> number & 1 and not earlier[number] & ~path.moved and move not in seen:
            seen.add(move)
            yield number


def _after(
    path: Path, number: int, move: Move, steps: Sequence[WorkflowRow], forbidden: Sequence[Forbidden]
) -> Iterator[Path]:
    ruling = rule(move, path.state, steps, forbidden)
    moved, order = path.moved | 1 << number, (*path.order, number)
    if ruling.to:
        took = path.took | 1 << number
        yield attrs.evolve(path, state=ruling.to, moved=moved, took=took, order=order)
    if ruling.illegal:
        illegal = path.illegal | {(number, ruling.illegal)}
        # The same move was also followed as legal. That path is the working one.
        working = path.working and not ruling.to
        yield attrs.evolve(path, moved=moved, illegal=illegal, order=order, working=working)
