"""Lines: couples, the children that hang from them, and the dashed links between two drawings of one child."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cimscore.publishing.pictures.boxes import GUTTER, LANE, Box, Placed, shape_centre
from cimscore.publishing.pictures.tiles import SHAPE, WIDTH

Path = tuple[tuple[int, int], ...]


def kinship_lines(box: Box) -> Iterator[Path]:
    """Yield the lines of a household: they run between the rows and between the tiles, never through words."""
    people = {placed.tile.person: placed for placed in box.people}
    for number, union in enumerate(box.unions):
        parents = sorted((people[person] for person in union.parents), key=lambda tile: (tile.row, tile.x))
        yield from _from_parents(box, parents, number, hangs=bool(union.children))
        yield from _to_children(box, parents, [people[person] for person in union.children], number)


def links(boxes: Sequence[Box], edge: int) -> Iterator[Path]:
    """Yield a dashed link for each child drawn twice, below the households and along their right edge."""
    drawn = [(box, placed) for box in boxes for placed in box.people]
    full = {placed.tile.person: (box, placed) for box, placed in drawn if not placed.tile.twin}
    twins = [(box, placed) for box, placed in drawn if placed.tile.twin]
    ends = [(*full[twin.tile.person], box, twin) for box, twin in twins]
    # A lane is kept for each link that is drawn, and for no other.
    last = [end for end in ends if _is_last(end[0], end[1]) and _is_last(end[2], end[3])]
    for number, (home, placed, box, twin) in enumerate(last):
        start, end = (_lane_below(shape, number) for shape in (home, box))
        right = edge + LANE * number
        between = () if start == end else ((right, start), (right, end))
        yield ((placed.x, placed.bottom + 2), (placed.x, start), *between, (twin.x, end), (twin.x, twin.bottom + 2))


def _from_parents(box: Box, parents: Sequence[Placed], number: int, *, hangs: bool) -> Iterator[Path]:
    if _are_beside_each_other(parents):
        left, right = parents
        y = shape_centre(left)[1]
        yield (left.x + SHAPE // 2, y), (right.x - SHAPE // 2, y)
        if hangs:
            x = (left.x + right.x) // 2
            yield (x, y), (x, _lane(box, left.row + 1, number))
        return
    for parent in parents:
        # Lower than a couple's line, so that the two are told apart; it begins under the shape.
        y, x = shape_centre(parent)[1] + 4 + 3 * (number % 4), _gutter(parent, number, len(box.unions))
        yield (parent.x, y), (x, y), (x, _lane(box, parent.row + 1, number))


def _to_children(box: Box, parents: Sequence[Placed], children: Sequence[Placed], number: int) -> Iterator[Path]:
    """Yield a bar above each row of children, and a trunk at the left edge that joins the bars and the parents."""
    beside = _are_beside_each_other(parents)
    ends: dict[int, list[int]] = {}
    for parent in parents:
        x = sum(parent.x for parent in parents) // 2 if beside else _gutter(parent, number, len(box.unions))
        ends.setdefault(parent.row + 1, []).append(x)
    for child in children:
        ends.setdefault(child.row, []).append(child.x)
        yield (child.x, _lane(box, child.row, number)), (child.x, child.y)
    trunk = box.x + LANE * (number + 1)
    for row, xs in ends.items():
        bar = [*xs, trunk] if len(ends) > 1 else xs
        if children or not beside:
            yield (min(bar), _lane(box, row, number)), (max(bar), _lane(box, row, number))
    if len(ends) > 1:
        yield (trunk, _lane(box, min(ends), number)), (trunk, _lane(box, max(ends), number))


def _are_beside_each_other(parents: Sequence[Placed]) -> bool:
    return len(parents) == 2 and parents[0].row == parents[1].row and parents[1].x - parents[0].x == WIDTH + GUTTER


def _gutter(parent: Placed, number: int, of: int) -> int:
    """Return a place of its own in the gutter to the right of a parent."""
    return parent.x + WIDTH // 2 + GUTTER * (number + 1) // (of + 1)


def _lane(box: Box, row: int, number: int) -> int:
    """Return the height at which a union's line runs above a row."""
    top = box.gaps[row] if row < len(box.gaps) else max(person.bottom for person in box.people)
    return top + LANE * (number + 1)


def _lane_below(box: Box, number: int) -> int:
    return box.y + box.height + LANE * (number + 1)


def _is_last(box: Box, placed: Placed) -> bool:
    return placed.row == len(box.gaps) - 1
