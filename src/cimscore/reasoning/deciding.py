"""From a run to what can be told of it: certain, provisional and on what, and what another answer would bring."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import attrs

from cimscore.author.clocks import PARTS, ClockPart
from cimscore.author.predicates import Predicate
from cimscore.calendars import Due
from cimscore.reasoning.graded import CERTAIN, PROVISIONAL, Tuple
from cimscore.reasoning.points import Point
from cimscore.reasoning.questions import point_at
from cimscore.reasoning.run import Run
from cimscore.reasoning.support import Support

MOST_POINTS: Final = 60
MOST_PAIRS: Final = 400
"""So many points are tried one by one, and so many pairs of answers; what lies beyond stays provisional, unproven."""

Claim = tuple[str, Tuple]
Supposed = tuple[tuple[str, Any], ...]


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
        latest: For each clock's part and things, the latest day that it can be due whichever way one point is answered.
    """

    run: Run
    told: Mapping[Claim, Told]
    points: Mapping[str, Point]
    otherwise: tuple[Otherwise, ...]
    untried: tuple[str, ...] = ()
    latest: Mapping[Claim, Due] = attrs.field(factory=dict)


def decide(run: Run) -> Decided:
    """Return what a run says: what is certain, what is provisional and on what, what another answer would bring.

    Args:
        run: A run with everything that is open left open.
    """
    return _Deciding(run).decided()


def told_of(run: Run) -> tuple[Predicate, ...]:
    """Return what is told: every conclusion, and of every clock its days and states."""
    program = run.compiled.program
    parts = (ClockPart(clock, name) for clock in program.clocks for name in PARTS if name not in ("begun", "done"))
    return (*program.conclusions, *parts)


class _Deciding:
    def __init__(self, run: Run) -> None:
        self._run = run
        self._predicates = told_of(run)
        self._base = self._graded(run)
        self._working = {claim for claim, grade in self._base.items() if grade >= PROVISIONAL}
        self._tried: dict[Supposed, Mapping[Claim, int]] = {}
        self._runs: dict[Supposed, Run] = {(): run}
        self._support: dict[Claim, tuple[str, ...]] = {}

    def decided(self) -> Decided:
        uncertain = sorted((claim for claim, grade in self._base.items() if grade < CERTAIN), key=_in_order)
        addresses = self._ranked(uncertain)
        tried, untried = addresses[:MOST_POINTS], addresses[MOST_POINTS:]
        points = {address: point_at(self._run, address) for address in tried}
        flips = [flip for point in points.values() for flip in self._flips(point)]
        told = {claim: self._told(claim, points) for claim in sorted(self._working, key=_in_order)}
        return Decided(run=self._run, told=told, points=points, otherwise=tuple(flips), untried=tuple(untried))

    # Relevance.

    def _ranked(self, uncertain: Sequence[Claim]) -> list[str]:
        """Return the open points below what is uncertain: first those below what holds by the working answers."""
        provisional = [claim for claim in uncertain if claim in self._working]
        first = dict.fromkeys(address for claim in provisional for address in self._points_below(claim))
        rest = Support(self._run)
        for key, things in uncertain:
            rest.of(self._run.compiled.program.predicates[key], things)
        return [*sorted(first), *sorted(rest.found.keys() - first.keys())]

    def _points_below(self, claim: Claim) -> tuple[str, ...]:
        found = self._support.get(claim)
        if found is None:
            support = Support(self._run)
            support.of(self._run.compiled.program.predicates[claim[0]], claim[1])
            found = self._support[claim] = tuple(sorted(support.found))
        return found

    # Trying.

    def _graded(self, run: Run) -> Mapping[Claim, int]:
        found: dict[Claim, int] = {}
        for predicate in self._predicates:
            key = predicate.key
            for things, grade in run.value(predicate).rows.items():
                if grade:
                    found[key, things] = grade
        return found

    def _try(self, supposed: Supposed) -> Mapping[Claim, int]:
        supposed = tuple(sorted(supposed, key=lambda answer: answer[0]))
        found = self._tried.get(supposed)
        if found is None:
            found = self._tried[supposed] = self._graded(self._run_of(supposed))
        return found

    def _run_of(self, supposed: Supposed) -> Run:
        run = self._runs.get(supposed)
        if run is None:
            address, value = supposed[-1]
            run = self._runs[supposed] = self._run_of(supposed[:-1]).answered(address, value)
        return run

    def _flips(self, point: Point) -> Iterable[Otherwise]:
        for value in point.values:
            if value == point.working:
                continue
            other = {claim for claim, grade in self._try(((point.address, value),)).items() if grade >= PROVISIONAL}
            adds, takes = other - self._working, self._working - other
            if adds or takes:
                yield Otherwise(
                    address=point.address, value=value,
                    adds=tuple(sorted(adds, key=_in_order)), takes=tuple(sorted(takes, key=_in_order)),
                )  # fmt: skip

    def _latest(self, points: Mapping[str, Point]) -> Mapping[Claim, Due]:
        """Return a bound for each clock: of each point the latest day over its answers, over all points the earliest."""
        found: dict[Claim, Due] = {}
        for point in points.values():
            answers = [_certain_days(self._try(((point.address, value),))) for value in point.values]
            shared = set.intersection(*map(set, answers)) if answers else set()
            for clock in shared:
                latest = max((each[clock] for each in answers), key=lambda due: due.latest)
                if clock not in found or latest.latest < found[clock].latest:
                    found[clock] = latest
        return found

    # Telling.

    def _told(self, claim: Claim, points: Mapping[str, Point]) -> Told:
        if self._base[claim] == CERTAIN:
            return Told(claim=claim, certain=True)
        below = [points[address] for address in self._points_below(claim) if address in points]
        for point in below:
            if all(self._try(((point.address, value),)).get(claim) == CERTAIN for value in point.values):
                return Told(claim=claim, certain=True, whichever=point.address)
        alone = [
            ((point.address, value),)
            for point in below
            for value in point.values
            if self._try(((point.address, value),)).get(claim, 0) < PROVISIONAL
        ]
        if alone:
            return Told(claim=claim, certain=False, rests_on=tuple(alone))
        return self._told_by_pairs(claim, below)

    def _told_by_pairs(self, claim: Claim, below: Sequence[Point]) -> Told:
        left = MOST_PAIRS
        together: list[Supposed] = []
        for one, other in itertools.combinations(below, 2):
            pairs = [((one.address, mine), (other.address, theirs)) for mine in one.values for theirs in other.values]
            left -= len(pairs)
            if left < 0:
                break
            grades = [self._try(pair).get(claim, 0) for pair in pairs]
            if all(grade == CERTAIN for grade in grades):
                return Told(claim=claim, certain=True, whichever=f"{one.address}, {other.address}")
            together += [pair for pair, grade in zip(pairs, grades, strict=True) if grade < PROVISIONAL]
        return Told(claim=claim, certain=False, rests_on=tuple(together), proven=bool(together))


def _certain_days(grades: Mapping[Claim, int]) -> dict[Claim, Due]:
    """Return, for each clock, the earliest day by which it is certainly due."""
    found: dict[Claim, Due] = {}
    for (key, things), grade in grades.items():
        due = things[-1] if things else None
        if grade == CERTAIN and isinstance(due, Due) and key.endswith(".due"):
            clock = (key, things[:-1])
            if clock not in found or due.latest < found[clock].latest:
                found[clock] = due
    return found


def _in_order(claim: Claim) -> tuple[str, str]:
    return claim[0], str([str(thing) for thing in claim[1]])
