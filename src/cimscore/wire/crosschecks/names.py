"""The ids that a document gives, taken from it as it stands: an entry with a mistake still has its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import attrs

NOUNS: Final = {"people": "person", "households": "household", "concerns": "concern", "records": "record"}


@attrs.frozen(kw_only=True)
class Given:
    """That a document gives an id to something."""

    id: str
    section: str
    where: str


@attrs.frozen(kw_only=True)
class Names:
    """Every id given in a document.

    Attributes:
        given: In the order of the document.
        unsure: Sections in which some id cannot be read, so that nothing can be called missing from them.
    """

    given: tuple[Given, ...]
    unsure: frozenset[str]

    @classmethod
    def of(cls, document: Mapping[str, object]) -> Names:
        """The names given in a document that need not be right otherwise."""
        given: list[Given] = []
        unsure: set[str] = set()
        for section in NOUNS:
            entries = document.get(section, [])
            for index, entry in enumerate(entries if isinstance(entries, list) else [None]):
                id = entry.get("id") if isinstance(entry, Mapping) else None
                if isinstance(id, str):
                    given.append(Given(id=id, section=section, where=f"{section}[{index}].id"))
                else:
                    unsure.add(section)
        return cls(given=tuple(given), unsure=frozenset(unsure))

    def in_sections(self, sections: Iterable[str]) -> frozenset[str]:
        """The ids given in any of `sections`."""
        wanted = frozenset(sections)
        return frozenset(given.id for given in self.given if given.section in wanted)

    def nouns_of(self, id: str) -> list[str]:
        """What `id` names, in words."""
        return [NOUNS[given.section] for given in self.given if given.id == id]
