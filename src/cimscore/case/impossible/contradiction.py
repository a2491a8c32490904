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
        impossibility: Rule that they break.
        found: The entries, in words.
        places: Paths of the entries, the most likely error first.
        hint: Next step, if there is one to suggest.
    """

    impossibility: Impossibility
    found: str
    places: tuple[str, ...]
    hint: str = ""

    def problem(self) -> Problem:
        """Return the contradiction as a problem of the case."""
        first, *others = self.places
        hint = " ".join(filter(None, (self.impossibility.sentence, self.hint)))
        return Problem(where=first, found=self.found, expected=TOGETHER, hint=hint, beside=tuple(others))


@attrs.frozen(kw_only=True)
class Impossibility:
    """Rule of what can never be true, whatever else is known.

    Attributes:
        name: Short name that never changes.
        sentence: The rule in one plain sentence.
    """

    name: str
    sentence: str
    _find: Callable[[Impossibility, Material], Iterator[Contradiction]] = attrs.field(
        repr=False, eq=False, order=False, alias="find"
    )

    def found_in(self, material: Material) -> Iterator[Contradiction]:
        """Yield every place where these entries break the rule."""
        yield from self._find(self, material)

    def at(self, found: str, *places: str, hint: str = "") -> Contradiction:
        """Return the contradiction at these places."""
        return Contradiction(impossibility=self, found=found, places=places, hint=hint)
