"""One thing that cannot be, and one place where a case says that it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import attrs

from cimscore.case.material import Material
from cimscore.errors import Problem

TOGETHER: Final = "entries that can be true together"


@attrs.frozen(kw_only=True)
class Contradiction:
    """Entries of a case that cannot all be true.

    Attributes:
        impossibility: The thing that cannot be.
        found: The entries as they stand, in words.
        places: The paths of the entries, the one to look at first in front.
        hint: The next step, where there is one to propose.
    """

    impossibility: Impossibility
    found: str
    places: tuple[str, ...]
    hint: str = ""

    def problem(self) -> Problem:
        """The contradiction as a problem of the case."""
        first, *others = self.places
        hint = " ".join(filter(None, (self.impossibility.sentence, self.hint)))
        return Problem(where=first, found=self.found, expected=TOGETHER, hint=hint, beside=tuple(others))


@attrs.frozen(kw_only=True)
class Impossibility:
    """Something that cannot be, whatever else is or is not known.

    Attributes:
        name: A short name that never changes.
        sentence: What holds instead, in one plain sentence.
    """

    name: str
    sentence: str
    _find: Callable[[Impossibility, Material], Iterator[Contradiction]] = attrs.field(
        repr=False, eq=False, order=False, alias="find"
    )

    def found_in(self, material: Material) -> Iterator[Contradiction]:
        """Every place where these entries say that it is."""
        yield from self._find(self, material)

    def at(self, found: str, *places: str, hint: str = "") -> Contradiction:
        """The contradiction at these places."""
        return Contradiction(impossibility=self, found=found, places=places, hint=hint)
