"""Families within one household: who stands in which row, and who hangs from whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from cimscore.case import PARENTS, RelationshipKind
from cimscore.publishing.pictures.tiles import Tile
from cimscore.publishing.pictures.words import PictureWords


@attrs.frozen(kw_only=True)
class Union:
    """Parents who are in the household, and their children who are there too; a couple may have none there."""

    parents: tuple[str, ...]
    children: tuple[str, ...] = ()


def unions_of(words: PictureWords, tiles: Sequence[Tile]) -> tuple[Union, ...]:
    """Return every union within a household, in a fixed order."""
    here = {tile.person for tile in tiles}
    by_parents: dict[tuple[str, ...], list[str]] = {pair: [] for pair in _couples(words, here)}
    for child in sorted(here):
        parents = tuple(sorted(_parents(words, child) & here))
        if parents:
            by_parents.setdefault(parents, []).append(child)
    return tuple(Union(parents=pair, children=tuple(by_parents[pair])) for pair in sorted(by_parents))


def rows_of(words: PictureWords, tiles: Sequence[Tile], unions: Iterable[Union], columns: int) -> list[list[Tile]]:
    """Return the tiles in rows: each generation under its parents, and last the children who are elsewhere as well."""
    unions = tuple(unions)
    depth = {tile.person: _depth(tile.person, unions, words, ()) for tile in tiles}
    parents = {parent for union in unions for parent in union.parents}
    doubled = [tile for tile in tiles if tile.elsewhere and tile.person not in parents and depth[tile.person]]
    groups = [[tile for tile in tiles if depth[tile.person] == level and tile not in doubled]
              for level in sorted(set(depth.values()))]  # fmt: skip
    rows: list[list[Tile]] = []
    for group in [*groups, doubled]:
        ordered = _families_together(group, unions)
        rows += [ordered[start : start + columns] for start in range(0, len(ordered), columns)]
    return rows


def _couples(words: PictureWords, here: set[str]) -> set[tuple[str, ...]]:
    rows = words.case.relationships
    return {
        tuple(sorted((row.from_, row.to)))
        for row in rows
        if row.kind is RelationshipKind.PARTNER and row.ended is False and {row.from_, row.to} <= here
    }


def _parents(words: PictureWords, child: str) -> set[str]:
    found = {row.from_ for row in words.case.relationships if row.to == child and row.kind in PARENTS}
    unborn = words.people[child].unborn
    return found | {unborn.mother} if unborn and isinstance(unborn.mother, str) else found


def _depth(person: str, unions: Sequence[Union], words: PictureWords, seen: tuple[str, ...]) -> int:
    above = [parent for union in unions if person in union.children for parent in union.parents]
    if person in seen or not above:
        young = words.is_young(person) and not any(person in union.parents for union in unions)
        return 1 if young else 0
    return 1 + max(_depth(parent, unions, words, (*seen, person)) for parent in above)


def _families_together(group: list[Tile], unions: Sequence[Union]) -> list[Tile]:
    """Return partners beside each other, brothers and sisters beside each other, visitors last."""
    order = _couples_together(unions)
    order += [child for union in unions for child in union.children if child not in order]
    place = {person: number for number, person in enumerate(order)}
    return sorted(group, key=lambda tile: (place.get(tile.person, len(place)), tile.dashed, tile.person))


def _couples_together(unions: Sequence[Union]) -> list[str]:
    """Return parents in a line, so that one who has children with two others stands between them."""
    line: list[str] = []
    for union in unions:
        joining = [parent for parent in union.parents if parent not in line]
        if line and line[0] in union.parents and len(joining) == 1:
            line.insert(0, joining[0])
        else:
            line += joining
    return line
