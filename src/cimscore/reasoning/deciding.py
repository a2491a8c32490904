"""From a run to what can be told of it: certain, provisional and on what, and what another answer would bring."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import attrs

from cimscore.author.clocks import PARTS, ClockPart
from cimscore.author.predicates import Predicate
from cimscore.calendars import Due
from cimscore.reasoning.graded import CERTAIN, PROVISIONAL, Graded, Tuple
from cimscore.reasoning.points import Point
from cimscore.reasoning.questions import point_at
from cimscore.reasoning.run import Run
from cimscore.reasoning.support import Support

MOST_POINTS: Final = 60
MOST_TRIES: Final = 300
"""So many points are tried one by one, and so many pairs of answers for each conclusion; what lies beyond stays
provisional, unproven."""

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
        self._base = {
            (predicate.key, things): grade
            for predicate in self._predicates
            for things, grade in run.value(predicate).rows.items()
            if grade
        }
        self._working = {claim for claim, grade in self._base.items() if grade >= PROVISIONAL}
        self._runs: dict[Supposed, Run] = {(): run}
        self._support: dict[Claim, tuple[str, ...]] = {}
        self._left = MOST_TRIES

    def decided(self) -> Decided:
        uncertain = sorted((claim for claim, grade in self._base.items() if grade < CERTAIN), key=_in_order)
        addresses = self._ranked(uncertain)
        tried, untried = addresses[:MOST_POINTS], addresses[MOST_POINTS:]
        points = {address: point_at(self._run, address) for address in tried}
        flips = [flip for point in points.values() for flip in self._flips(point)]
        told = {claim: self._told(claim, points) for claim in self._working}
        undecided = [point for point in points.values() if point.working not in point.values]
        told.update({each.claim: each for point in undecided for each in self._shared(point)})
        told = {claim: told[claim] for claim in sorted(told, key=_in_order)}
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

    def _grade(self, run: Run, claim: Claim) -> int:
        grade: int = run.use(claim[0]).rows.get(claim[1], 0)
        return grade

    def _try(self, *supposed: tuple[str, Any]) -> Run:
        """Return the run in which some answers are supposed, each on top of the one before."""
        answers = tuple(sorted(supposed, key=lambda answer: answer[0]))
        run = self._runs.get(answers)
        if run is None:
            run = self._runs[answers] = self._try(*answers[:-1]).answered(*answers[-1])
        return run

    def _flips(self, point: Point) -> Iterable[Otherwise]:
        for value in point.values:
            if value == point.working:
                continue
            run = self._try((point.address, value))
            adds, takes = self._changes(run)
            if adds or takes:
                yield Otherwise(address=point.address, value=value, adds=adds, takes=takes)

    def _changes(self, run: Run) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
        """Return what holds in a run by the working answers and not in this one, and the reverse."""
        adds: list[Claim] = []
        takes: list[Claim] = []
        for predicate in self._predicates:
            mine, theirs = self._run.value(predicate), run.value(predicate)
            if mine is theirs:
                continue
            mine_now, theirs_now = _working(mine), _working(theirs)
            adds += [(predicate.key, things) for things in theirs_now - mine_now]
            takes += [(predicate.key, things) for things in mine_now - theirs_now]
        return tuple(sorted(adds, key=_in_order)), tuple(sorted(takes, key=_in_order))

    def _latest(self, points: Mapping[str, Point]) -> Mapping[Claim, Due]:
        """Return a bound for each clock: of each point the latest day over its answers, over all points the earliest."""
        found: dict[Claim, Due] = {}
        for point in points.values():
            answers = [self._certain_days(self._try((point.address, value))) for value in point.values]
            shared = set.intersection(*map(set, answers)) if answers else set()
            for clock in shared:
                latest = max((each[clock] for each in answers), key=lambda due: due.latest)
                if clock not in found or latest.latest < found[clock].latest:
                    found[clock] = latest
        return found

    def _certain_days(self, run: Run) -> dict[Claim, Due]:
        """Return, for each clock, the earliest day by which it is certainly due in a run."""
        found: dict[Claim, Due] = {}
        for clock in run.compiled.program.clocks:
            key = clock.part("due").key
            for things, grade in run.use(key).rows.items():
                due, name = things[-1], (key, things[:-1])
                if grade == CERTAIN and isinstance(due, Due) and (name not in found or due.latest < found[name].latest):
                    found[name] = due
        return found

    # Telling.

    def _told(self, claim: Claim, points: Mapping[str, Point]) -> Told:
        if self._base[claim] == CERTAIN:
            return Told(claim=claim, certain=True)
        below = [points[address] for address in self._points_below(claim) if address in points]
        alone = [
            ((point.address, value),)
            for point in below
            for value in point.values
            if self._grade(self._try((point.address, value)), claim) < PROVISIONAL
        ]
        if alone:
            return Told(claim=claim, certain=False, rests_on=tuple(alone))
        self._left = MOST_TRIES
        for point in below:
            if self._whichever(claim, (), point, below, deeper=1):
                return Told(claim=claim, certain=True, whichever=point.address)
        together = tuple(self._pairs_that_lose(claim, below))
        return Told(claim=claim, certain=False, rests_on=together, proven=bool(together))

    def _whichever(self, claim: Claim, supposed: Supposed, point: Point, below: Sequence[Point], deeper: int) -> bool:
        """Return True if every answer of a point gives a claim, where it must with the help of one point more."""
        return all(self._gives(claim, (*supposed, (point.address, value)), below, deeper) for value in point.values)

    def _gives(self, claim: Claim, supposed: Supposed, below: Sequence[Point], deeper: int) -> bool:
        self._left -= 1
        grade = self._grade(self._try(*supposed), claim)
        if grade == CERTAIN or grade < PROVISIONAL or not deeper or self._left < 0:
            return grade == CERTAIN
        used = {address for address, _ in supposed}
        others = [point for point in below if point.address not in used]
        return any(self._whichever(claim, supposed, other, below, deeper - 1) for other in others)

    def _pairs_that_lose(self, claim: Claim, below: Sequence[Point]) -> Iterable[Supposed]:
        """Yield pairs of answers with which a claim would not hold, as far as there is room to try them."""
        for one, other in itertools.combinations(below, 2):
            for mine, theirs in itertools.product(one.values, other.values):
                self._left -= 1
                if self._left < 0:
                    return
                pair = ((one.address, mine), (other.address, theirs))
                if self._grade(self._try(*pair), claim) < PROVISIONAL:
                    yield pair

    def _shared(self, point: Point) -> Iterable[Told]:
        """Yield what every answer of a point gives that has no answer worked with, and so is not in this run yet."""
        runs = [self._try((point.address, value)) for value in point.values]
        for claim, grade in self._base.items():
            if grade < PROVISIONAL and all(self._grade(run, claim) == CERTAIN for run in runs):
                yield Told(claim=claim, certain=True, whichever=point.address)


def _working(relation: Graded) -> set[Tuple]:
    return {things for things, grade in relation.rows.items() if grade >= PROVISIONAL}


def _in_order(claim: Claim) -> tuple[str, str]:
    return claim[0], str([str(thing) for thing in claim[1]])
