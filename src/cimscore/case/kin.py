"""Relationships: parents, carers, partners and siblings."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Final

import attrs

from cimscore.case.partial import PartialDay
from cimscore.case.unknown import UNKNOWN, Unknown


class RelationshipKind(enum.StrEnum):
    """Kinds of relationship: what the person in ``from`` is to the person in ``to``."""

    PARENT = "parent"
    ADOPTIVE_PARENT = "adoptive-parent"
    STEP_PARENT = "step-parent"
    FOSTER_PARENT = "foster-parent"
    FOSTER_CARER = "foster-carer"
    KINSHIP_CARER = "kinship-carer"
    GUARDIAN = "guardian"
    CARER = "carer"
    DONOR = "donor"
    PARTNER = "partner"
    FORMER_PARTNER = "former-partner"
    SIBLING = "sibling"
    TWIN = "twin"
    HALF_SIBLING = "half-sibling"
    STEP_SIBLING = "step-sibling"
    GRANDPARENT = "grandparent"
    AUNT_OR_UNCLE = "aunt-or-uncle"
    COUSIN = "cousin"
    RELATIVE = "relative"
    NO_RELATION = "no-relation"
    SAME_PERSON = "same-person"


PARENTS: Final = frozenset({RelationshipKind.PARENT, RelationshipKind.ADOPTIVE_PARENT})
"""The relationships that make somebody a parent, by birth or adoption."""


@attrs.frozen(kw_only=True)
class RelationshipEntry:
    """Relationship of one person to another, for example ``mia``, the parent of ``ari``.

    Attributes:
        from_: Person who has the relationship.
        to: Person to whom they have it.
        kind: Kind of relationship. ``same-person`` says that the two may be one person, so somebody should check;
            ``no-relation``, that they are no kin, such as a friend of the family, so that nobody asks.
        ended: Day on which it ended, or as much of it as is known; true if only the end is known.
    """

    from_: str
    to: str
    kind: RelationshipKind | Unknown = UNKNOWN
    ended: dt.date | PartialDay | bool | Unknown = False
