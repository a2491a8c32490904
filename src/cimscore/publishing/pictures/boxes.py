"""Boxes: where each household, and each person in it, stands."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from cimscore.publishing.pictures.families import Union, rows_of, unions_of
from cimscore.publishing.pictures.tiles import LINE, SHAPE, WIDTH, Tile, tiles_of
from cimscore.publishing.pictures.words import OUTSIDE, PictureWords

WIDEST: Final = 1180
MARGIN: Final = 20
GUTTER: Final = 28
LANE: Final = 7
FLAG: Final = (30, 20)
_COLUMNS: Final = 6
_PAD: Final = 16


@attrs.frozen(kw_only=True)
class Placed:
    """A tile with a place: the middle and the top of its shape, and its row in the household."""

    tile: Tile
    x: int
    y: int
    row: int

    @property
    def bottom(self) -> int:
        """Return the end of its text."""
        return self.y + self.tile.height


@attrs.frozen(kw_only=True)
class Box:
    """A household with a place.

    Attributes:
        gaps: Where the space above each row begins, in which the lines of kinship run.
        flags: The concerns that happened here, each with the left and top of its flag.
    """

    id: str
    title: str
    marks: tuple[str, ...]
    x: int
    y: int
    width: int
    height: int
    people: tuple[Placed, ...]
    unions: tuple[Union, ...]
    gaps: tuple[int, ...]
    flags: tuple[tuple[int, int, int], ...]

    def moved(self, right: int, down: int, height: int) -> Box:
        """Return the same box elsewhere, and as high as its neighbours."""
        people = tuple(attrs.evolve(person, x=person.x + right, y=person.y + down) for person in self.people)
        return attrs.evolve(
            self, x=self.x + right, y=self.y + down, height=height, people=people,
            gaps=tuple(gap + down for gap in self.gaps),
            flags=tuple((number, x + right, y + down) for number, x, y in self.flags),
        )  # fmt: skip


def boxes_of(words: PictureWords, top: int) -> tuple[Box, ...]:
    """Return every household, place, and group of those who stay in neither, side by side while there is room."""
    tiles = tiles_of(words)
    numbers: dict[str, list[int]] = {home: [] for home in tiles}
    for number, concern in enumerate(words.case.concerns, 1):
        if concern.place in numbers:
            numbers[str(concern.place)].append(number)
    ids = [*words.households, *words.places, *(home for home in OUTSIDE if tiles[home])]
    return _side_by_side([_box(words, home, tiles[home], numbers) for home in ids], top, lanes=_links(tiles))


def _links(tiles: Mapping[str, Sequence[Tile]]) -> int:
    return sum(tile.twin for group in tiles.values() for tile in group)


def _box(words: PictureWords, id: str, tiles: Sequence[Tile], numbers: Mapping[str, Sequence[int]]) -> Box:
    unions = unions_of(words, tiles)
    rows = rows_of(words, tiles, unions, _COLUMNS)
    left = _PAD + LANE * len(unions)
    width = max(left + max((len(row) for row in rows), default=1) * (WIDTH + GUTTER) + _PAD, 260)
    title = words.title(id)
    marks = words.marks.households.get(id, ())
    lines = tuple(line for mark in marks for line in textwrap.wrap(mark, width // 9))
    y = 34 + LINE * len(lines)
    flags = _flags(numbers[id], width, y)
    y = (flags[-1][2] + FLAG[1] if flags else y) + 4
    people, gaps, height = _stacked(rows, left, y, gap=_PAD + LANE * len(unions))
    return Box(id=id, title=_cut(title, width // 9), marks=lines, x=0, y=0, width=width, height=height,
               people=people, unions=unions, gaps=gaps, flags=flags)  # fmt: skip


def _stacked(
    rows: Sequence[Sequence[Tile]], left: int, top: int, gap: int
) -> tuple[tuple[Placed, ...], tuple[int, ...], int]:
    people: list[Placed] = []
    gaps: list[int] = []
    for number, row in enumerate(rows):
        gaps.append(top)
        top += gap
        middle = left + WIDTH // 2
        people += [
            Placed(tile=tile, x=middle + at * (WIDTH + GUTTER), y=top, row=number) for at, tile in enumerate(row)
        ]
        top += max(tile.height for tile in row)
    return tuple(people), tuple(gaps), top + gap  # a couple in the last row is joined below it


def _flags(numbers: Sequence[int], width: int, top: int) -> tuple[tuple[int, int, int], ...]:
    across = max(1, (width - 2 * _PAD) // (FLAG[0] + 6))
    return tuple(
        (number, _PAD + at % across * (FLAG[0] + 6), top + at // across * (FLAG[1] + 6))
        for at, number in enumerate(numbers)
    )


def _side_by_side(boxes: Sequence[Box], top: int, lanes: int) -> tuple[Box, ...]:
    bands: list[list[Box]] = []
    for box in boxes:
        # Full before the first box, so that the first box opens the first band.
        used = sum(box.width + MARGIN for box in bands[-1]) if bands else WIDEST
        if used + box.width > WIDEST - MARGIN:
            bands.append([])
        bands[-1].append(box)
    placed: list[Box] = []
    for band in bands:
        right, height = MARGIN, max(box.height for box in band)
        for box in band:
            placed.append(box.moved(right, top, height))
            right += box.width + MARGIN
        top += height + MARGIN + LANE * lanes
    return tuple(placed)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def shape_centre(placed: Placed) -> tuple[int, int]:
    """Return the middle of a person's shape."""
    return placed.x, placed.y + SHAPE // 2
