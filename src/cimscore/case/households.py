"""Households, and who stays in them: residence is a link, so that a child may have two homes."""

from __future__ import annotations

import datetime as dt
import enum

import attrs

from cimscore.case.partial import PartialDay
from cimscore.case.places import State
from cimscore.case.unknown import UNKNOWN, Unknown


class ResidenceKind(enum.StrEnum):
    """Kinds of stay in a household. Visiting is a habit; having been present once is a fact of a concern."""

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
        state: The state it lies in. Defaults to the one that its area's name says (``Tweed Heads, NSW``), and then to
            that of the program that asks.
        label: For people to read.
        kept_from: Ids of those who must not learn where it is. Outputs show neither without being asked to.
    """

    id: str
    area: str | Unknown = UNKNOWN
    state: State | Unknown | None = None
    label: str = ""
    kept_from: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Rota:
    """Days here and days away, in turn: a week about, every second weekend.

    Attributes:
        here: How many days in a row the person is here.
        away: How many days in a row the person is away.
        from_: A day on which days here begin, or as much of it as is known; ``unknown`` where nobody knows whose turn
            it is.
    """

    here: int
    away: int
    from_: dt.date | PartialDay | Unknown = UNKNOWN


@attrs.frozen(kw_only=True)
class ResidenceEntry:
    """Stay of a person in a household.

    Attributes:
        person: Id of the person.
        household: Id of the household.
        kind: Kind of stay.
        from_: First day, or as much of it as is known; None if no limit is stated.
        until: Last day, or as much of it as is known; None if no limit is stated.
        rota: Days here and away, if they take turns. The stay is part-time unless its kind says otherwise.
    """

    person: str
    household: str
    kind: ResidenceKind | Unknown = UNKNOWN
    from_: dt.date | PartialDay | Unknown | None = None
    until: dt.date | PartialDay | Unknown | None = None
    rota: Rota | None = None
