"""The work that every engine is given: an invented table of how a concern is answered, and how soon.

The first line of which every part holds gives the answer. No line is any jurisdiction's policy.
"""

from __future__ import annotations

import itertools
from typing import Any, Final, NamedTuple

Facts = dict[str, Any]
Answer = tuple[str, int]


class Line(NamedTuple):
    """One line of the table: what each named fact has to be, and the answer with its hours."""

    parts: Facts
    answer: str
    hours: int


FEWER: Final = "fewer than 30"
LINES: Final = (
    Line({"known": False}, "note it", 240),
    Line({"serious": True, "repeated": True}, "join them", 24),
    Line({"serious": True, "work": "assessment"}, "add it", 48),
    Line({"serious": True}, "visit", 24),
    Line({"work": "support"}, "tell the worker", 72),
    Line({"repeated": True, "days": FEWER}, "consult", 120),
    Line({"repeated": True}, "write to them", 120),
    Line({}, "file it", 240),
)
FACTS: Final[dict[str, tuple[Any, ...]]] = {
    "known": (True, False),
    "serious": (True, False),
    "repeated": (True, False),
    "work": ("none", "assessment", "support"),
    "days": (0, 29, 30, 400),
}
CASES: Final[tuple[Facts, ...]] = tuple(
    dict(zip(FACTS, values, strict=True)) for values in itertools.product(*FACTS.values())
)
HALF_KNOWN: Final[Facts] = {"known": True, "repeated": True, "work": "none", "days": 29}
"""A case in which nobody knows whether it is serious; the answer turns on that."""


def holds(value: Any, wanted: Any) -> bool:
    """Return True if a fact is what a line wants it to be."""
    return bool(value < 30) if wanted == FEWER else bool(value == wanted)


def expected(facts: Facts) -> Answer:
    """Return the answer of the table, walked line by line."""
    line = next(line for line in LINES if all(holds(facts[name], wanted) for name, wanted in line.parts.items()))
    return line.answer, line.hours
