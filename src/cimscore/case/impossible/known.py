"""Concerns that somebody knew of before the information of the case was received."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cimscore.case.decisions import FactEntry
from cimscore.case.finished import DoneEntry
from cimscore.case.impossible.order import surely_before
from cimscore.case.material import Material
from cimscore.case.moments import Between, Moment
from cimscore.case.unknown import Unknown
from cimscore.ids import split_record_address

TOLD_IN_PARTS: Final = "Where it was told in parts, write when the first of them came in under dates: received."


def was_known_by(material: Material, concern: str, at: Moment | Between | Unknown) -> bool:
    """Return True if a fact puts a moment of a concern, such as its disclosure, before the receipt and by some time.

    Args:
        material: The entries of the case.
        concern: The id of the concern.
        at: That time.
    """
    before = (fact for fact in material.facts.values() if surely_before(fact.answer, material.received))
    return is_known_by(before, concern, at)


def is_known_by(facts: Iterable[FactEntry], concern: str, at: Moment | Between | Unknown) -> bool:
    """Return True if a fact puts a moment of a concern no later than some time.

    Args:
        facts: The facts.
        concern: The id of the concern.
        at: That time.
    """
    moments = (fact.answer for fact in facts if fact.about == concern)
    return any(isinstance(moment, Moment | Between) and not surely_before(at, moment) for moment in moments)


def concerns_of_act(done: DoneEntry) -> Iterator[str]:
    """Yield the id of whatever an act was done for that may be a concern."""
    for address in done.for_:
        for part in address.split("@"):
            _, concern, _ = split_record_address(part) or ("", part, "")
            yield concern
