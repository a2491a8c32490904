"""Tiles: one person, as drawn in one household."""

from __future__ import annotations

import re
import textwrap
from typing import Final

import attrs

from cimscore.case import ResidenceEntry, ResidenceKind
from cimscore.household_graph.ties import LIVING
from cimscore.publishing.pictures.words import NOT_KNOWN, OUTSIDE, PictureWords

WIDTH: Final = 156
SHAPE: Final = 36
LINE: Final = 16
CHARACTERS: Final = 18
_SPACE: Final = 8


@attrs.frozen(kw_only=True)
class Tile:
    """A person in a household, before it has a place.

    Attributes:
        person: The person's id.
        household: The id of the household, or what is said instead.
        lines: What to write under the shape.
        marks: What a decision says of the person.
        elsewhere: Whether the person stays in another household as well.
        twin: Whether the person is drawn in full in another household.
        dashed: Whether the outline is dashed: a twin, a visitor, or someone here by their own choice.
    """

    person: str
    household: str
    lines: tuple[str, ...]
    marks: tuple[str, ...] = ()
    elsewhere: bool = False
    twin: bool = False
    dashed: bool = False

    @property
    def height(self) -> int:
        """Return its height in pixels."""
        return SHAPE + _SPACE + LINE * (len(self.lines) + len(self.marks))


def tiles_of(words: PictureWords) -> dict[str, list[Tile]]:
    """Return the tiles of each household and place, and of those who stay in neither; nobody who acts for a body."""
    found: dict[str, list[Tile]] = {id: [] for id in (*words.households, *words.places, *OUTSIDE)}
    for person in [id for id, entry in words.people.items() if entry.is_of_family]:
        # Reversed, so that of two stays in one home the one that comes first is kept.
        rows = {row.household: row for row in reversed(words.stays(person))}
        main = min(
            rows, key=lambda id: (_fullness(rows[id]), list(words.households).index(id)), default=words.room(person)
        )
        for household, row in rows.items() or [(words.room(person), None)]:
            found[household].append(_tile(words, person, household, row, main, tuple(rows)))
    return found


def wrapped(text: str, width: int = CHARACTERS) -> list[str]:
    """Return a text in lines; a word too long for a line is parted after its punctuation where it has some."""
    parted = (re.sub(r"(?<=[:/@])(?=.)", " ", word) if len(word) > width else word for word in text.split())
    return textwrap.wrap(" ".join(parted), width, break_on_hyphens=False)


def _fullness(row: ResidenceEntry) -> int:
    return list(ResidenceKind).index(row.kind) if isinstance(row.kind, ResidenceKind) else len(ResidenceKind)


def _tile(
    words: PictureWords, person: str, household: str, row: ResidenceEntry | None, main: str, homes: tuple[str, ...]
) -> Tile:
    entry = words.people[person]
    twin = household != main
    notes = [words.age(entry), *words.death(entry), *words.unknown_parents(person)]
    if row is not None:
        also = "also " if twin and row.kind in LIVING else ""
        notes.append(also + words.stay(row, person))
        notes += [f"also in {words.household(home)}" for home in sorted(homes) if home != household]
    notes.append(words.other_home(person).replace(OUTSIDE[NOT_KNOWN], "home ?"))
    # A name has two lines at most, and an ellipsis where it is cut.
    name = textwrap.wrap(words.label(entry.id), CHARACTERS, max_lines=2, placeholder="…")
    text = [*name, *(line for note in filter(None, notes) for line in wrapped(note))]
    marks = [line for mark in words.marks.people.get(person, ()) for line in wrapped(mark, CHARACTERS - 1)]
    by_habit = row is not None and row.kind in (ResidenceKind.VISITS, ResidenceKind.BY_CHOICE)
    return Tile(
        person=person, household=household, lines=tuple(text), marks=tuple(marks),
        elsewhere=len(homes) > 1, twin=twin, dashed=twin or by_habit,
    )  # fmt: skip
