"""Relations with a grade for each tuple, listed or worked out where it is asked, and what joins need of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs

from cimscore.grades import NO

Tuple = tuple[Any, ...]
Index = dict[Any, list[tuple[Tuple, int]]]


def by_text(things: Tuple) -> list[str]:
    """Return what to sort things by: those of several kinds have no order of their own, and their texts have one."""
    return [str(thing) for thing in things]


@attrs.define(eq=False)
class Graded:
    """A relation: a grade for each tuple that is listed, and one for all others.

    Attributes:
        rows: The grade of each listed tuple.
        default: The grade of every other tuple: 0 for what lists where it holds, 3 for what lists where it does not.
    """

    rows: Mapping[Tuple, int]
    default: int = NO
    _indexes: dict[tuple[int, ...], Index] = attrs.field(factory=dict, init=False, repr=False)

    def grade(self, things: Tuple) -> int:
        """Return the grade of a tuple."""
        return self.rows.get(things, self.default)

    def index(self, places: tuple[int, ...]) -> Index:
        """Return the listed tuples by the values in some places, computed once."""
        found = self._indexes.get(places)
        if found is None:
            found = self._indexes[places] = {}
            # One place is looked up by its value alone: a tuple of one would be made for every look-up.
            single = places[0] if len(places) == 1 else None
            for row, grade in self.rows.items():
                key = row[single] if single is not None else tuple(row[place] for place in places)
                found.setdefault(key, []).append((row, grade))
        return found

    def behind(self, things: Tuple) -> dict[Any, int]:
        """Return what is listed behind some things, such as the days of a clock for its things, each with its grade."""
        return {row[-1]: grade for row, grade in self.rows.items() if row[:-1] == things}

    def same_as(self, other: Graded) -> bool:
        """Return True if both grade every tuple alike."""
        return self.default == other.default and self.rows == other.rows


class LookedUp:
    """A definition that lists nothing: its grade is worked out for given things, once each."""

    def __init__(self, function: Callable[..., int]) -> None:
        self._function = function
        self._known: dict[Tuple, int] = {}

    def grade(self, things: Tuple) -> int:
        """Return the grade of some things."""
        found = self._known.get(things)
        if found is None:
            found = self._known[things] = self._function(*things)
        return found


EMPTY: Final = Graded({})
