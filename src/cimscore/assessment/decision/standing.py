"""Certainty of what a decision says, and the answers on which it rests."""

from __future__ import annotations

import enum
import itertools
from collections.abc import Iterable

from cimscore.reasoning.claims.told import Decided, WorkingClaim

Supposed = tuple[tuple[str, str], ...]
"""Answers supposed together: the address of each question and the answer in words."""


def address_of(id: str, things: Iterable[object]) -> str:
    """Return the address of what is concluded of some things, as in ``role@ari@notification:north``.

    Things may be left out from the end of an address, and a value that has a space or an ``@`` in it is.
    """
    return "@".join((id, *itertools.takewhile(lambda text: text and not {" ", "@"} & {*text}, map(str, things))))


class Standing(enum.StrEnum):
    """Levels of certainty of a conclusion."""

    CERTAIN = "certain"
    PROVISIONAL = "provisional"

    @classmethod
    def of(cls, *, certain: bool) -> Standing:
        """Return the level of what is certain, or is not."""
        return cls.CERTAIN if certain else cls.PROVISIONAL


def supposed_in_words(decided: Decided, told: WorkingClaim) -> tuple[Supposed, ...]:
    """Return the answers with which something would not hold, in words.

    Args:
        decided: What was decided.
        told: What is told of it.
    """
    points = decided.points
    return tuple(
        tuple((address, points[address].in_words(value)) for address, value in answers) for answers in told.rests_on
    )
