"""The named list of what cannot be: one list for reader, engine, tests and trace."""

from __future__ import annotations

from typing import Final

from cimscore.case.impossible.births import AGES_APART, TWINS_BORN_APART
from cimscore.case.impossible.contradiction import Contradiction, Impossibility
from cimscore.case.impossible.deaths import (
    ACTED_AFTER_DEATH,
    DIED_AFTER_EVERYTHING,
    DIED_BEFORE_BIRTH,
    HARMED_AFTER_DEATH,
)
from cimscore.case.impossible.file import OF_THE_FILE
from cimscore.case.impossible.homes import (
    HOME_BESIDE_A_FULL_TIME_STAY,
    ROTA_WITHOUT_TURNS,
    SLEEPS_AND_HAS_A_HOME,
)
from cimscore.case.impossible.kin import (
    ADOPTED_BY_MOTHER,
    KIN_AND_NO_RELATION,
    OWN_ANCESTOR,
    OWN_CHILDS_SIBLING,
    PARENT_BEFORE_BIRTH,
    RELATED_TO_ONESELF,
    TOO_YOUNG_A_PARENT,
    YOUNGEST_PARENT,
    years_later,
)
from cimscore.case.impossible.moments import (
    BORN_AFTER_EVERYTHING,
    DECIDED_BEFORE_RECEIVED,
    INCIDENT_AFTER_RECEIPT,
    MOVED_BEFORE_IT_HAPPENED,
    MOVED_BEFORE_RECEIVED,
    MOVED_OUT_OF_ORDER,
    NAMED_TOO_EARLY,
    UNBORN_AND_BORN,
)
from cimscore.case.impossible.stays import ENDS_BEFORE_IT_BEGINS, FULL_TIME_IN_TWO_HOMES
from cimscore.case.material import Entries, Material, material_of

__all__ = [
    "IMPOSSIBLE",
    "YOUNGEST_PARENT",
    "Contradiction",
    "Impossibility",
    "contradictions",
    "contradictions_in",
    "years_later",
]

IMPOSSIBLE: Final[tuple[Impossibility, ...]] = (
    RELATED_TO_ONESELF,
    OWN_ANCESTOR,
    OWN_CHILDS_SIBLING,
    ADOPTED_BY_MOTHER,
    KIN_AND_NO_RELATION,
    PARENT_BEFORE_BIRTH,
    TOO_YOUNG_A_PARENT,
    AGES_APART,
    TWINS_BORN_APART,
    DIED_BEFORE_BIRTH,
    DIED_AFTER_EVERYTHING,
    ACTED_AFTER_DEATH,
    HARMED_AFTER_DEATH,
    BORN_AFTER_EVERYTHING,
    NAMED_TOO_EARLY,
    UNBORN_AND_BORN,
    ENDS_BEFORE_IT_BEGINS,
    FULL_TIME_IN_TWO_HOMES,
    HOME_BESIDE_A_FULL_TIME_STAY,
    SLEEPS_AND_HAS_A_HOME,
    ROTA_WITHOUT_TURNS,
    INCIDENT_AFTER_RECEIPT,
    DECIDED_BEFORE_RECEIVED,
    MOVED_OUT_OF_ORDER,
    MOVED_BEFORE_IT_HAPPENED,
    MOVED_BEFORE_RECEIVED,
    *OF_THE_FILE,
)


def contradictions(entries: Entries) -> tuple[Contradiction, ...]:
    """Return every contradiction in these entries.

    A `Case` has none, because it refuses to be built with one. Use this for entries that are not a case yet.
    """
    return contradictions_in(material_of(entries))


def contradictions_in(material: Material) -> tuple[Contradiction, ...]:
    """Return every contradiction in the usable entries of a document."""
    return tuple(found for impossibility in IMPOSSIBLE for found in impossibility.found_in(material))
