"""What can be told of a run: what is certain, what is provisional and on what, and what another answer would change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from cimscore.calendars import Due
from cimscore.reasoning.points import Point
from cimscore.reasoning.run import Run
from cimscore.reasoning.trying import Claim, Supposed


@attrs.frozen(kw_only=True)
class Told:
    """One conclusion that holds by the working answers.

    Attributes:
        claim: The key of what is concluded, and of which things.
        certain: Whether it is the same whichever way everything open is answered.
        rests_on: The smallest sets of other answers with which it would not hold, if it is not certain.
        whichever: The address of the question whose every answer gives it, where it is certain by trying them.
        proven: False where it is not certain and no answers were found that change it.
    """

    claim: Claim
    certain: bool
    rests_on: tuple[Supposed, ...] = ()
    whichever: str = ""
    proven: bool = True


@attrs.frozen(kw_only=True)
class Otherwise:
    """What one other answer would change.

    Attributes:
        address: The point.
        value: The answer.
        adds: What it would bring.
        takes: What would no longer hold.
    """

    address: str
    value: Any
    adds: tuple[Claim, ...]
    takes: tuple[Claim, ...]


@attrs.frozen(kw_only=True)
class Decided:
    """What a program says of a case.

    Attributes:
        run: The run with everything open left open.
        told: Everything that holds by the working answers, by claim.
        points: The open points that could change something, by address.
        otherwise: What each other answer to one of them would change.
        untried: The addresses of points that were not tried, for want of room.
        together: What no single answer brings and several together may, with the points below it.
        latest: For each clock's part and things, the latest day that it can be due whichever way one point is answered.
    """

    run: Run
    told: Mapping[Claim, Told]
    points: Mapping[str, Point]
    otherwise: tuple[Otherwise, ...]
    untried: tuple[str, ...] = ()
    together: Mapping[Claim, frozenset[str]] = attrs.field(factory=dict)
    latest: Mapping[Claim, Due] = attrs.field(factory=dict)
