"""Ties: what joins two things of a case."""

from __future__ import annotations

import enum
from typing import NamedTuple


class NodeKind(enum.StrEnum):
    """Kinds of things that ties join."""

    PERSON = "person"
    UNBORN = "unborn"
    ACTING = "acting"
    HOUSEHOLD = "household"
    PLACE = "place"
    CONCERN = "concern"
    FILE = "file"


class TieKind(enum.StrEnum):
    """Kinds of ties, each read from its first thing to its second."""

    LIVES_IN = "lives-in"
    VISITS = "visits"
    STAYS_BY_CHOICE = "stays-by-choice"
    LIVED_IN = "lived-in"
    LIVES_ELSEWHERE = "lives-elsewhere"
    SLEEPS_AT = "sleeps-at"
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
    SAME_PERSON = "same-person"
    PREGNANT_WITH = "pregnant-with"
    ABOUT = "about"
    ASKED_ABOUT = "asked-about"
    CONCERNS_HOME = "concerns-home"
    PRESENT = "present"
    RESPONSIBLE = "responsible"
    HAPPENED_IN = "happened-in"
    HAPPENED_AT = "happened-at"
    FILE_ABOUT = "file-about"
    RECORDED_IN = "recorded-in"


PARENTAL = frozenset({TieKind.PARENT, TieKind.ADOPTIVE_PARENT})
STAYS = frozenset({TieKind.LIVES_IN, TieKind.VISITS, TieKind.STAYS_BY_CHOICE, TieKind.LIVED_IN})


class Tie(NamedTuple):
    """A tie between two things of a case, for example that a person lives in a household.

    Attributes:
        kind: The kind of tie.
        start: The id of the first thing: of the parent, the resident, the concern.
        end: The id of the second: of the child, the household, the person.
    """

    kind: TieKind
    start: str
    end: str
