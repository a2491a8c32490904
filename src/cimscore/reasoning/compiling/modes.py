"""Modes of a predicate while a case is decided."""

from __future__ import annotations

import enum

from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.predicates import Defined
from cimscore.rules.rows.editions import Covers
from cimscore.rules.rows.questions import DecidedAt, Question


class Mode(enum.Enum):
    """Ways to hold a predicate."""

    LISTED = "a table of where it holds"
    DENIED = "a table of where it does not hold, with a grade for all else"
    ASKED = "answers, looked up by what they are about"
    LOOKED_UP = "a function of its things, worked out where it is needed"


def mode_of(predicate: Predicate) -> Mode:
    """Return how a predicate is held; the same in every case."""
    if isinstance(predicate, Question | DecidedAt | Covers):
        return Mode.ASKED
    if isinstance(predicate, Defined) and predicate.things and not predicate.lists:
        return Mode.DENIED if predicate.lists_denied else Mode.LOOKED_UP
    return Mode.LISTED
