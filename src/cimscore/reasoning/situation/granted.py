"""Assumptions made of every document, stated once."""

from __future__ import annotations

from typing import Final

from cimscore.reasoning.points.points import Point, PointKind


def _granted(address: str, says: str, why: str) -> Point:
    return Point(
        address=f"granted@{address}",
        kind=PointKind.GRANTED,
        asks=says,
        values=(True,),
        working=True,
        why=why,
        words={True: "taken for granted"},
    )


GRANTED: Final[tuple[Point, ...]] = (
    _granted(
        "lists",
        "Every person, household, concern, record, move and stay that matters is entered.",
        "only the homes of a person without a stay and the parents of a child without a parent are asked for",
    ),
    _granted(
        "alleged",
        "A concern that is entered alleges harm or a risk of it, unless it says that it alleges nothing.",
        "a call that only asks is entered with the kind 'nothing'",
    ),
    _granted(
        "about-family",
        "A concern of which nobody says whom it is about is about none of those who act for a body.",
        "it is about a family or a client; where it is about a worker, they are entered",
    ),
    _granted(
        "states",
        "A household or place without a state lies in the state whose rules are asked, unless the name of its area "
        "says otherwise.",
        "most do; where it is not known, write state: unknown, and it is asked for",
    ),
    _granted(
        "parents",
        "Parents that are entered are all the parents that a child has, beside the mother of an unborn child.",
        "where none is entered for somebody who may be a minor, they are asked for",
    ),
    _granted(
        "acting",
        "Whoever is named only for a step of a record, or for something that is done, acts for a body.",
        "somebody of the family has a home, a tie or a part in a concern besides",
    ),
    _granted(
        "unborn",
        "An unborn child stays where its mother stays.",
        "it is not born yet",
    ),
)
"""What no document says and every reading of one supposes."""
