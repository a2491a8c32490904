"""Concerns: what is alleged, about whom, and where it happened."""

from __future__ import annotations

import enum
from typing import Final

import attrs

from cimscore.case.finished import Finish
from cimscore.case.moments import Between, Moment
from cimscore.case.unknown import UNKNOWN, Unknown


class ConcernKind(enum.StrEnum):
    """Kinds of allegation: harm, significant harm, a risk of harm; nothing, in a call that only asks."""

    HARM = "harm"
    SIGNIFICANT_HARM = "significant-harm"
    RISK = "risk"
    NOTHING = "nothing"


ALLEGED: Final = (ConcernKind.HARM, ConcernKind.SIGNIFICANT_HARM, ConcernKind.RISK)
"""What a concern can be of which it is not known what it alleges."""


@attrs.frozen(kw_only=True)
class ConcernEntry:
    """Concern or incident.

    Attributes:
        id: Id of the concern in this case.
        about: Ids of the people it is about. If nothing is alleged, the people whom the call asks about.
        place: Id of the household or place where it happened, or ``elsewhere``. Whether that makes it a harm household
            is a finding, never an entry.
        present: Ids of other people who were there.
        responsible: Ids of people said to be responsible.
        kind: Kind of allegation.
        occurred: Time when it happened. Receipt, disclosure and decision are other moments.
        household: Ids of other households that the concern belongs to, apart from the place; none if nobody says.
        as_: Way in which it was finished; None while it goes on.
        superseded_by: Id of the concern that replaced it.
        text: Free text for people; no rule reads it.
    """

    id: str
    about: tuple[str, ...] | Unknown = UNKNOWN
    place: str | Unknown = UNKNOWN
    present: tuple[str, ...] | Unknown = ()
    responsible: tuple[str, ...] | Unknown = ()
    kind: ConcernKind | Unknown = UNKNOWN
    occurred: Moment | Between | Unknown = UNKNOWN
    household: tuple[str, ...] | Unknown = ()
    as_: Finish | None = None
    superseded_by: str | None = None
    text: str = ""

    @property
    def alleged_of(self) -> tuple[str, ...] | Unknown:
        """Return the ids of the people in the allegation: nobody in a call that only asks."""
        return () if self.kind is ConcernKind.NOTHING else self.about
