"""Households, and who stays in them: residence is a link, so that a child may have two homes."""

from __future__ import annotations

import datetime as dt
import enum

import attrs

from cimscore.case.unknown import UNKNOWN, Unknown


class ResidenceKind(enum.StrEnum):
    """How a person stays in a household. Visiting is a habit; having been present once is a fact of a concern."""

    FULL_TIME = "full-time"
    PART_TIME = "part-time"
    VISITS = "visits"
    BY_CHOICE = "by-choice"


@attrs.frozen(kw_only=True)
class HouseholdEntry:
    """A household: where people live together.

    Attributes:
        id: Names the household in this case.
        area: The geographical area it lies in, as the programs name areas.
        label: For people to read.
    """

    id: str
    area: str | Unknown = UNKNOWN
    label: str = ""


@attrs.frozen(kw_only=True)
class ResidenceEntry:
    """That a person stays in a household.

    Attributes:
        person: A person's id.
        household: A household's id.
        kind: How they stay there.
        from_: First day; None when no limit is stated.
        until: Last day; None when no limit is stated.
    """

    person: str
    household: str
    kind: ResidenceKind | Unknown = UNKNOWN
    from_: dt.date | Unknown | None = None
    until: dt.date | Unknown | None = None
