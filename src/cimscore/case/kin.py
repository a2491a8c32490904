"""Who is whose parent, carer, partner or sibling."""

from __future__ import annotations

import enum

import attrs

from cimscore.case.unknown import UNKNOWN, Unknown


class RelationshipKind(enum.StrEnum):
    """What the person in ``from`` is to the person in ``to``."""

    PARENT = "parent"
    ADOPTIVE_PARENT = "adoptive-parent"
    STEP_PARENT = "step-parent"
    FOSTER_PARENT = "foster-parent"
    GUARDIAN = "guardian"
    CARER = "carer"
    PARTNER = "partner"
    SIBLING = "sibling"
    HALF_SIBLING = "half-sibling"
    STEP_SIBLING = "step-sibling"
    RELATIVE = "relative"


@attrs.frozen(kw_only=True)
class RelationshipEntry:
    """That one person is something to another, for example ``mia`` the parent of ``ari``."""

    from_: str
    to: str
    kind: RelationshipKind | Unknown = UNKNOWN
