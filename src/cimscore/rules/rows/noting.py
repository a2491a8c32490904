"""Unclear points that are only noted: no rule reads them, so their two readings need no words of their own."""

from __future__ import annotations

import enum

from cimscore.rules.rows.questions import Reading


class Stance(enum.StrEnum):
    """The reading taken, and the other one."""

    TAKEN = "taken"
    OTHER = "other"


def noted(
    id: str, question: str, taken: str, other: str, because: str, clauses: tuple[str, ...], *ambiguities: str
) -> Reading[Stance]:
    """Return an unclear point that is noted for the reader and that no rule reads.

    Args:
        id: Id, unique within its program.
        question: Question that the source leaves open.
        taken: The reading taken, in words.
        other: The other reading, in words.
        because: The reason for the one taken.
        clauses: The clauses that are unclear.
        ambiguities: Numbers of the point in the program's own list of unclear points.
    """
    return Reading(
        id=id,
        question=question,
        readings={Stance.TAKEN: taken, Stance.OTHER: other},
        taken=Stance.TAKEN,
        because=because,
        clauses=clauses,
        ambiguities=ambiguities,
        noted=True,
    )
