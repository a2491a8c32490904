"""Decision from a run: what is certain, what is provisional and why, and what other answers would change."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from cimscore.calendars import Due
from cimscore.grades import CERTAIN, PROVISIONAL
from cimscore.limits import MOST_PAIRS_TRIED, MOST_POINTS_TRIED
from cimscore.reasoning.claims.agreeing import refuse_two_answers
from cimscore.reasoning.claims.cutting import cut_by_editions
from cimscore.reasoning.claims.observing import tell
from cimscore.reasoning.claims.told import Decided, Otherwise, WorkingClaim
from cimscore.reasoning.claims.trying import Claim, Supposed, Trials
from cimscore.reasoning.graded import Tuple
from cimscore.reasoning.points.points import Point
from cimscore.reasoning.questions import has_one_of_its_values, point_at
from cimscore.reasoning.reasons.support import Support
from cimscore.reasoning.run import Run
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.rows.conclusions import Conclusion, Topic

_UNTOLD: Final = ("begun", "done", "forecast")
"""Parts of a clock that are no conclusions: they are told with its day."""


def decide(run: Run) -> Decided:
    """Return what a run says: what is certain, what is provisional and on what, what another answer would bring.

    Args:
        run: A run with everything that is open left open.

    Raises:
        RuleFailure: A function of a plugin raised an error, or two rows give different answers where there is one.
    """
    refuse_two_answers(run)
    decided = _Deciding(run).decided()
    tell(decided)
    return decided


def told_of(run: Run) -> tuple[Predicate, ...]:
    """Return the predicates to report: every conclusion, and the days and states of every clock."""
    program = run.compiled.program
    parts = (part for clock in program.clocks for part in clock.parts if part.name not in _UNTOLD)
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
        self._support = Support(run)
        predicates = run.compiled.program.predicates
        self._below = {
            (key, things): self._support.of(predicates[key], things)
            for (key, things), grade in self._base.items()
            if grade < CERTAIN
        }
        self._resting = {claim: frozenset(self._support.points_of(points)) for claim, points in self._below.items()}
        # A bound on time. A point that is left untried makes nothing certain.
        tried = self._ranked()[:MOST_POINTS_TRIED]
        self._points = {address: cut_by_editions(point_at(run, address), run) for address in tried}
        # If the walk was cut off, the points below a claim are not all known, and no two points may share a run.
        known = self._resting if self._support.complete else {}
        self._trials = Trials(run, list(self._points.values()), known)
        self._most = 0

    def decided(self) -> Decided:
        alone = {claim: tuple(self._lost_by_one(claim)) for claim in self._working if self._base[claim] < CERTAIN}
        # Runs made so far do not count: single answers must not use up the room that pairs need.
        self._most = self._trials.made() + MOST_PAIRS_TRIED
        told = {claim: self._told(claim, alone.get(claim, ())) for claim in sorted(self._working, key=_by_weight)}
        # Without a working answer a claim is not in this run, even if every answer gives it.
        undecided = [point for point in self._points.values() if point.working not in point.values]
        told.update({shared.claim: shared for point in undecided for shared in self._shared(point)})
        told.update({law.claim: law for law in self._laws(told)})
        otherwise = tuple(self._flips())
        brought = {claim for flip in otherwise for claim in flip.adds} | told.keys()
        together = sorted((claim for claim in self._resting if claim not in brought), key=_in_order)
        return Decided(
            run=self._run,
            told={claim: told[claim] for claim in sorted(told, key=_in_order)},
            points=self._points,
            otherwise=otherwise,
            together={claim: self._resting[claim] for claim in together},
            latest=self._latest(),
        )

    def _ranked(self) -> list[str]:
        """Return the open points below uncertain claims, those below working claims first."""
        # Sorted within each half, so that the limit cuts the same points whatever the order of the entries.
        first = {address for claim in self._working & self._resting.keys() for address in self._resting[claim]}
        return [*sorted(first), *sorted(set(self._support.addresses) - first)]

    # What each answer changes.

    def _under(self, point: Point, value: Any, claim: Claim) -> int:
        return _grade(self._trials.under(point.address, value), claim)

    def _resting_on(self) -> Mapping[str, list[Claim]]:
        found: dict[str, list[Claim]] = {address: [] for address in self._points}
        for claim, addresses in self._resting.items():
            for address in addresses & found.keys():
                found[address].append(claim)
        return found

    def _flips(self) -> Iterable[Otherwise]:
        """Yield what each other answer to a point would bring, and what it would take."""
        resting = self._resting_on()
        for address, point in self._points.items():
            for value in point.values:
                changed = [
                    # The working value is this very run.
                    claim
                    for claim in resting[address]
                    if value != point.working and self._moves(point, value, claim)
                ]
                if changed:
                    adds = tuple(sorted((claim for claim in changed if claim not in self._working), key=_in_order))
                    takes = tuple(sorted((claim for claim in changed if claim in self._working), key=_in_order))
                    yield Otherwise(address=address, value=value, adds=adds, takes=takes)

    def _moves(self, point: Point, value: Any, claim: Claim) -> bool:
        return (self._under(point, value, claim) >= PROVISIONAL) != (claim in self._working)

    # Telling.

    def _told(self, claim: Claim, alone: tuple[Supposed, ...]) -> WorkingClaim:
        if self._base[claim] == CERTAIN:
            return WorkingClaim(claim=claim, certain=True)
        # One other answer removes the claim, so it cannot be certain and no further trying is needed.
        if alone:
            return WorkingClaim(claim=claim, certain=False, rests_on=alone)
        return self._told_by_several(claim, self._points_below(claim))

    def _points_below(self, claim: Claim) -> list[Point]:
        return [point for address, point in self._points.items() if address in self._resting[claim]]

    def _lost_by_one(self, claim: Claim) -> Iterable[Supposed]:
        """Yield each single answer with which a claim would not hold."""
        for point in self._points_below(claim):
            for value in point.values:
                if self._under(point, value, claim) < PROVISIONAL:
                    yield ((point.address, value),)

    def _is_paper(self, claim: Claim) -> bool:
        """Return True for a claim about documents. It rests on a choice, so answers are not tried together."""
        predicate = self._run.compiled.program.predicates[claim[0]]
        return isinstance(predicate, Conclusion) and predicate.paper

    def _told_by_several(self, claim: Claim, below: Sequence[Point]) -> WorkingClaim:
        for point in below:
            if self._each_gives(point, claim):
                return WorkingClaim(claim=claim, certain=True, whichever=point.address)
        if self._is_paper(claim):
            return WorkingClaim(claim=claim, certain=False, perhaps_on=_addresses(below))
        for point in below:
            # Two levels only: each further one multiplies the runs by the number of open points.
            if self._whichever(claim, (), point, below, deeper=1):
                return WorkingClaim(claim=claim, certain=True, whichever=point.address)
        together = tuple(self._pairs_that_lose(claim, below))
        # Nothing found is not a proof: the answers that remove the claim may be three together.
        perhaps_on = () if together else _addresses(below)
        return WorkingClaim(claim=claim, certain=False, rests_on=together, proven=bool(together), perhaps_on=perhaps_on)

    def _each_gives(self, point: Point, claim: Claim) -> bool:
        """Return True if every answer of a point gives a claim, and there certainly is an answer."""
        sure = has_one_of_its_values(self._run, point)
        return sure and all(self._under(point, value, claim) == CERTAIN for value in point.values)

    def _may_try(self, supposed: Supposed) -> bool:
        return self._trials.made() < self._most or self._trials.knows(*supposed)

    def _whichever(self, claim: Claim, supposed: Supposed, point: Point, below: Sequence[Point], deeper: int) -> bool:
        """Return True if every answer of a point gives a claim, where it must with the help of one point more."""
        if not has_one_of_its_values(self._trials.supposing(*supposed), point):
            return False
        return all(self._gives(claim, (*supposed, (point.address, value)), below, deeper) for value in point.values)

    def _gives(self, claim: Claim, supposed: Supposed, below: Sequence[Point], deeper: int) -> bool:
        if not self._may_try(supposed):
            return False
        grade = _grade(self._trials.supposing(*supposed), claim)
        # Below provisional, the claim is already lost under these answers, so one more answer cannot make it certain.
        if grade == CERTAIN or grade < PROVISIONAL or not deeper:
            return grade == CERTAIN
        used = {address for address, _ in supposed}
        others = [point for point in below if point.address not in used]
        return any(self._whichever(claim, supposed, point, below, deeper - 1) for point in others)

    def _pairs_that_lose(self, claim: Claim, below: Sequence[Point]) -> Iterable[Supposed]:
        """Yield pairs of answers with which a claim would not hold, as far as there is room to try them."""
        for first, second in itertools.combinations(below, 2):
            for mine, theirs in itertools.product(first.values, second.values):
                pair = ((first.address, mine), (second.address, theirs))
                if not self._may_try(pair):
                    return
                if _grade(self._trials.supposing(*pair), claim) < PROVISIONAL:
                    yield pair

    def _laws(self, told: Mapping[Claim, WorkingClaim]) -> Iterator[WorkingClaim]:
        """Yield the laws that hold under every answer to several points, split one after another."""
        predicates = self._run.compiled.program.predicates
        self._most = self._trials.made() + MOST_PAIRS_TRIED
        for claim, so_far in told.items():
            law = predicates[claim[0]]
            if not so_far.certain and not so_far.proven and isinstance(law, Conclusion) and law.topic is Topic.LAWS:
                # Points that settle the claim by themselves come first: they
                # close most branches, so the tree stays small.
                below = sorted(self._points_below(claim), key=lambda point: not self._settles(point, claim))
                if self._split(claim, (), below):
                    yield WorkingClaim(claim=claim, certain=True, whichever=below[0].address)

    def _settles(self, point: Point, claim: Claim) -> bool:
        """Return True if one answer of a point makes a claim certain by itself."""
        return any(self._under(point, value, claim) == CERTAIN for value in point.values)

    def _split(self, claim: Claim, supposed: Supposed, below: Sequence[Point]) -> bool:
        """Return True if a claim is certain under every answer to the points below it, taken one after another."""
        if not self._may_try(supposed):
            return False
        run = self._trials.supposing(*supposed)
        grade = _grade(run, claim)
        if grade == CERTAIN or grade < PROVISIONAL or not below:
            return grade == CERTAIN
        point, *rest = below
        if not has_one_of_its_values(run, point):
            return self._split(claim, supposed, rest)
        return all(self._split(claim, (*supposed, (point.address, value)), rest) for value in point.values)

    def _shared(self, point: Point) -> Iterable[WorkingClaim]:
        """Yield claims that every answer of a point gives. This run lacks them, as the point has no working answer."""
        for claim, addresses in self._resting.items():
            if point.address not in addresses or claim in self._working:
                continue
            if self._each_gives(point, claim):
                yield WorkingClaim(claim=claim, certain=True, whichever=point.address)

    def _latest(self) -> Mapping[Claim, Due]:
        """Return the latest day of each clock over all answers of a point, for the point that gives the best bound."""
        found: dict[Claim, Due] = {}
        for (key, things), claims in self._open_days().items():
            resting = frozenset().union(*(self._resting[claim] for claim in claims))
            for address in sorted(resting & self._points.keys()):
                point = self._points[address]
                if not has_one_of_its_values(self._run, point):
                    continue
                # Whichever answer is true, the latest of these days is late enough.
                # One answer without a certain day gives no bound.
                days = [_certain_day(self._trials.supposing((address, value)), key, things) for value in point.values]
                known = [day for day in days if day is not None]
                if len(known) == len(days):
                    latest = max(known, key=lambda due: due.latest)
                    if (key, things) not in found or latest.latest < found[key, things].latest:
                        found[key, things] = latest
        return found

    def _open_days(self) -> Mapping[Claim, list[Claim]]:
        """Return, for each clock whose day is not certain, the claims of its days."""
        days = {clock.part("due").key for clock in self._run.compiled.program.clocks}
        found: dict[Claim, list[Claim]] = {}
        for claim in self._resting:
            key, things = claim
            if key in days:
                found.setdefault((key, things[:-1]), []).append(claim)
        return found


def _addresses(points: Sequence[Point]) -> tuple[str, ...]:
    return tuple(point.address for point in points)


def _grade(run: Run, claim: Claim) -> int:
    grade: int = run.use(claim[0]).rows.get(claim[1], 0)
    return grade


def _certain_day(run: Run, key: str, things: Tuple) -> Due | None:
    """Return the earliest day on which a clock is certainly due in a run."""
    rows = run.use(key).index(tuple(range(len(things))))
    listed = rows.get(things[0] if len(things) == 1 else things, [])
    days = [row[-1] for row, grade in listed if grade == CERTAIN and isinstance(row[-1], Due)]
    # Of several certain days the first binds, as for a clock that several decisions start.
    return min(days, key=lambda due: due.latest, default=None)


_LAST: Final = ("conclusion:duties-", "conclusion:document")


def _by_weight(claim: Claim) -> tuple[bool, tuple[str, str]]:
    """Return a key that puts clocks, records and laws before duties, which follow from them."""
    # Duties follow from records and clocks. With few runs left, the causes are worth more.
    return claim[0].startswith(_LAST), _in_order(claim)


def _in_order(claim: Claim) -> tuple[str, str]:
    return claim[0], str([str(thing) for thing in claim[1]])
