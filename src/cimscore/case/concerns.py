"""Concerns: what was told, about whom, and where it happened."""

from __future__ import annotations

import enum
from typing import Final

import attrs

from cimscore.case.finished import Finish
from cimscore.case.moments import Between, Moment
from cimscore.case.unknown import UNKNOWN, Unknown


class ConcernKind(enum.StrEnum):
    """What is alleged: harm, significant harm, a risk of harm; nothing, in a call that only asks."""

    HARM = "harm"
    SIGNIFICANT_HARM = "significant-harm"
    RISK = "risk"
    NOTHING = "nothing"


ALLEGED: Final = (ConcernKind.HARM, ConcernKind.SIGNIFICANT_HARM, ConcernKind.RISK)
"""What a concern can be of which it is not known what it alleges."""


@attrs.frozen(kw_only=True)
class ConcernEntry:
    """One concern, or one incident.

    Attributes:
        id: Names the concern in this case.
        about: Ids of the people it is about; of those asked about, where nothing is alleged.
        place: Id of the household or place where it happened, or ``elsewhere``. Whether that makes it a harm
            household is a finding, never an entry.
        present: Ids of people who were there, beside those it is about.
        responsible: Ids of people said to be responsible.
        kind: What is alleged.
        occurred: When it happened. When it was received, disclosed or decided are other moments.
        household: Ids of the households whose concern it is, apart from where it happened; none where nobody says.
        as_: How it has come to owe nothing more; None while it goes on.
        superseded_by: Id of the concern that took its place.
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
        """Ids of the people of whom something is alleged: nobody in a call that only asks."""
        return () if self.kind is ConcernKind.NOTHING else self.about
