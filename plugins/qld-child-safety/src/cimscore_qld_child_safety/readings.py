"""Unclear points of the page that touch a rule, with every reading and the one taken."""

from __future__ import annotations

import enum

from cimscore.policy import Interpretation


class EndOfLastDay(enum.StrEnum):
    """How a period of business days ends."""

    END_OF_DAY = "end-of-day"
    SAME_CLOCK = "same-clock"
    CLOSE_OF_BUSINESS = "close-of-business"


END_OF_LAST_DAY = Interpretation(
    id="end-of-last-day",
    question="When on its last business day does a period end?",
    readings={
        EndOfLastDay.END_OF_DAY: "At the end of the day, local time.",
        EndOfLastDay.SAME_CLOCK: "At the time of day at which it began.",
        EndOfLastDay.CLOSE_OF_BUSINESS: "At the close of business, taken as 5 pm.",
    },
    taken=EndOfLastDay.END_OF_DAY,
    because="The page counts in days and names no hour; a period in days lasts through its last day.",
    clauses=("qld/approve/5-day", "qld/approve/10-day"),
    ambiguities=("Q-66",),
)
