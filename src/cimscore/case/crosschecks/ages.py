"""Ages that say too much or too little."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.case.material import Material
from cimscore.case.unknown import Unknown
from cimscore.errors import Problem
from cimscore.limits import OLDEST


def odd_ages(material: Material) -> Iterator[Problem]:
    """Find the ages that are both exact and not, or neither, and those that nobody has."""
    for path, person in material.people.items():
        if isinstance(person.age, Unknown):
            continue
        given = [years for years in (person.age.about, person.age.is_) if years is not None]
        if len(given) != 1 or not 0 <= given[0] <= OLDEST:
            expected = f"either about or is, from 0 to {OLDEST}"
            yield Problem(where=f"{path}.age", found=" and ".join(map(str, given)) or "neither", expected=expected)
