"""Concerns that somebody knew of before the information of the case was received."""

from __future__ import annotations

from typing import Final

from cimscore.case.impossible.order import surely_before
from cimscore.case.material import Material
from cimscore.case.moments import Between, Moment
from cimscore.case.unknown import Unknown

TOLD_IN_PARTS: Final = "Where it was told in parts, write when the first of them came in under dates: received."


def was_known_by(material: Material, concern: str, at: Moment | Between | Unknown) -> bool:
    """Return True if a fact puts a moment of a concern, such as its disclosure, before the receipt and by some time.

    Args:
        material: The entries of the case.
        concern: The id of the concern.
        at: That time.
    """
    return any(
        surely_before(fact.answer, material.received) and not surely_before(at, fact.answer)
        for fact in material.facts.values()
        if fact.about == concern
    )
