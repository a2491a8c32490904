"""Concerns: what was told, about whom, and where it happened."""

from __future__ import annotations

import enum

import attrs

from cimscore.case.moments import Moment
from cimscore.case.unknown import UNKNOWN, Unknown


class ConcernKind(enum.StrEnum):
    """What is alleged: harm, significant harm, or a risk of harm."""

    HARM = "harm"
    SIGNIFICANT_HARM = "significant-harm"
    RISK = "risk"


@attrs.frozen(kw_only=True)
class ConcernEntry:
    """One concern, or one incident.

    Attributes:
        id: Names the concern in this case.
        about: Ids of the people it is about.
        place: Id of the household or place where it happened, or ``elsewhere``. Whether that makes it a harm
            household is a finding, never an entry.
        present: Ids of people who were there, beside those it is about.
        responsible: Ids of people said to be responsible.
        kind: What is alleged.
        occurred: When it happened. When it was received, disclosed or decided are other moments.
        text: Free text for people; no rule reads it.
    """

    id: str
    about: tuple[str, ...] | Unknown = UNKNOWN
    place: str | Unknown = UNKNOWN
    present: tuple[str, ...] | Unknown = ()
    responsible: tuple[str, ...] | Unknown = ()
    kind: ConcernKind | Unknown = UNKNOWN
    occurred: Moment | Unknown = UNKNOWN
    text: str = ""
