"""Cross checks, the same for a case that is read and for one that is built: what no single entry shows.

Days that do not exist and whole numbers with a decimal point are noticed where the value is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from cimscore.case.crosschecks.references import dangling_ids
from cimscore.case.crosschecks.repeats import (
    answers_given_twice,
    households_grouped_twice,
    ids_given_twice,
    residences_given_twice,
)
from cimscore.case.impossible import contradictions_in
from cimscore.case.material import Material
from cimscore.errors import Problem

__all__ = ["CROSS_CHECKS", "cross_check"]

CROSS_CHECKS: Final[tuple[Callable[[Material], Iterator[Problem]], ...]] = (
    dangling_ids,
    ids_given_twice,
    residences_given_twice,
    answers_given_twice,
    households_grouped_twice,
)


def cross_check(material: Material) -> Iterator[Problem]:
    """Yield everything in which the entries do not fit together, and everything that cannot be."""
    for check in CROSS_CHECKS:
        yield from check(material)
    yield from (contradiction.problem() for contradiction in contradictions_in(material))
