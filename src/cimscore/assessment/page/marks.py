"""Marks of provisional lines: the numbers of the questions on which they rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from cimscore.assessment.value import Conclusion, Decision, Duty, Standing, Supposed

_MOST: Final = 3


@attrs.frozen
class Marks:
    """Marks that a page puts behind its lines.

    Attributes:
        numbers: The number of each open question, by address.
        ids: Whether addresses are told.
        plain: Whether provisional lines leave out the numbers, so that more of them can be told together.
    """

    numbers: Mapping[str, int]
    ids: bool = False
    plain: bool = False

    def of(self, line: Conclusion | Duty) -> str:
        """Return that a line is provisional and on which questions; empty for what is certain."""
        return "" if line.standing is Standing.CERTAIN else f" ({self.provisional(line.rests_on)})"

    def provisional(self, rests_on: Iterable[Supposed]) -> str:
        """Return ``provisional``, with the numbers of the questions where there are several to tell apart."""
        named = "" if self.plain else self.questions(address for answers in rests_on for address, _ in answers)
        return f"provisional: {named}" if named else "provisional"

    def questions(self, addresses: Iterable[str]) -> str:
        """Return ``questions 1, 2`` for some addresses; empty where there is one question alone."""
        found = sorted({self.numbers[address] for address in addresses if address in self.numbers})
        if not found or len(self.numbers) == 1:
            return ""
        more = " and more" if len(found) > _MOST else ""
        return f"question{'s' if len(found) > 1 else ''} {', '.join(map(str, found[:_MOST]))}{more}"

    def address(self, address: str) -> str:
        """Return an address in brackets, where addresses are told."""
        return f" [{address}]" if self.ids else ""


def marks_of(decision: Decision, *, ids: bool = False, plain: bool = False) -> Marks:
    """Return the marks of a page.

    Args:
        decision: The decision.
        ids: Whether addresses are told.
        plain: Whether provisional lines leave out the numbers of their questions.
    """
    return Marks({point.address: number for number, point in enumerate(decision.points, 1)}, ids, plain)
