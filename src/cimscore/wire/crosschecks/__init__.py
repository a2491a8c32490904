"""Cross checks, the second stage of reading: what no schema can see.

Impossible dates and whole numbers with a decimal point belong to this stage as well; they are
noticed where the value is read, in `cimscore.wire.scalars`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from cimscore.errors import Problem
from cimscore.wire.crosschecks.chronology import events_before_birth, moves_out_of_order, stays_that_end_too_early
from cimscore.wire.crosschecks.kinship import circles_of_parents, related_to_oneself
from cimscore.wire.crosschecks.material import Material
from cimscore.wire.crosschecks.names import Names
from cimscore.wire.crosschecks.references import dangling_ids
from cimscore.wire.crosschecks.repeats import (
    decisions_made_twice,
    households_grouped_twice,
    ids_given_twice,
    residences_given_twice,
)

__all__ = ["CROSS_CHECKS", "Material", "Names", "cross_check"]

CROSS_CHECKS: Final[tuple[Callable[[Material], Iterator[Problem]], ...]] = (
    dangling_ids,
    ids_given_twice,
    residences_given_twice,
    decisions_made_twice,
    households_grouped_twice,
    stays_that_end_too_early,
    events_before_birth,
    moves_out_of_order,
    related_to_oneself,
    circles_of_parents,
)


def cross_check(material: Material) -> Iterator[Problem]:
    """Every contradiction in what could be read."""
    for check in CROSS_CHECKS:
        yield from check(material)
