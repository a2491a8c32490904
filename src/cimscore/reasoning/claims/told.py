"""Results of a run: certain claims, provisional claims with their points, and the effect of other answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import attrs

from cimscore.calendars import Due
from cimscore.reasoning.claims.trying import Claim, Supposed
from cimscore.reasoning.graded import Tuple
from cimscore.reasoning.points.points import Point
from cimscore.reasoning.run import Run
from cimscore.rules.conditions.things import RecordName
from cimscore.rules.rows.conclusions import GOES


@attrs.frozen(kw_only=True)
class WorkingClaim:
    """Claim that holds by the working answers.

    Attributes:
        claim: Key of the conclusion, with its things.
        certain: True if every answer to every open point gives it.
        rests_on: Smallest sets of other answers that would remove it, if it is not certain.
        whichever: Address of the question whose every answer gives it, if it is certain by trying them all.
        proven: False if it is not certain, but no answers were found that remove it.
        perhaps_on: Addresses of the points that may remove it, if no answers were found that do.
    """

    claim: Claim
    certain: bool
    rests_on: tuple[Supposed, ...] = ()
    whichever: str = ""
    proven: bool = True
    perhaps_on: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Otherwise:
    """Effect of one other answer.

    Attributes:
        address: The point.
        value: The answer.
        adds: Claims that it would add.
        takes: Claims that it would remove.
    """

    address: str
    value: Any
    adds: tuple[Claim, ...]
    takes: tuple[Claim, ...]


@attrs.frozen(kw_only=True, slots=False)
class Decided:
    """Results of a program for a case.

    Attributes:
        run: Run with all open points left open.
        told: Every claim that holds by the working answers.
        points: Open points that could change something, by address.
        otherwise: Effect of each other answer to one of them.
        together: Claims that only several answers together may add, with the points below each.
        latest: Latest day of each clock's part and things, whichever way one point is answered.
    """

    run: Run
    told: Mapping[Claim, WorkingClaim]
    points: Mapping[str, Point]
    otherwise: tuple[Otherwise, ...]
    together: Mapping[Claim, frozenset[str]] = attrs.field(factory=dict)
    latest: Mapping[Claim, Due] = attrs.field(factory=dict)

    def of(self, key: str) -> Sequence[Tuple]:
        """Return the things of which one conclusion, or part of a clock, is told; in a fixed order."""
        return self._by_key.get(key, ())

    def records_of(self, things: Tuple) -> list[RecordName]:
        """Return the records into which some things go, sorted."""
        size = len(things)
        return sorted({row[-1] for row in self.of(GOES) if row[:size] == things}, key=str)

    @cached_property
    def _by_key(self) -> Mapping[str, Sequence[Tuple]]:
        found: dict[str, list[Tuple]] = {}
        for key, things in self.told:
            found.setdefault(key, []).append(things)
        return found
