"""Trying answers: each open point answered in every way, those that no conclusion rests on together at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cimscore.reasoning.graded import Tuple
from cimscore.reasoning.points.points import Point
from cimscore.reasoning.run import Run

Claim = tuple[str, Tuple]
Supposed = tuple[tuple[str, Any], ...]


class Trials:
    """Runs in which open points are answered.

    Points of one *class* share no conclusion, so one run answers them all. A difference below a conclusion comes from
    the one point of the class that it rests on.
    """

    def __init__(self, run: Run, points: Sequence[Point], resting: Mapping[Claim, frozenset[str]]) -> None:
        """Put points into classes.

        Args:
            run: The run with everything open left open.
            points: The points, the most important first.
            resting: The addresses of the points on which each uncertain conclusion rests; empty where that is not
                known to be all, and then each point is tried by itself.
        """
        self._run = run
        self._runs: dict[Supposed, Run] = {(): run}
        self._under: dict[tuple[str, int], Run] = {}
        self._points = {point.address: point for point in points}
        self._class: dict[str, list[Point]] = {}
        conflicts = _conflicts(self._points, resting)
        classes: list[list[Point]] = []
        for point in points:
            # A class shares its runs, so it holds only points that no uncertain claim rests on together.
            free = (group for group in classes if resting and conflicts[point.address].isdisjoint(_addresses(group)))
            joined = next(free, None)
            if joined is None:
                joined = []
                classes.append(joined)
            joined.append(point)
            self._class[point.address] = joined

    def under(self, address: str, value: Any) -> Run:
        """Return a run in which a point has a value. Other points of its class have some value too.

        Use it only for conclusions that rest on the point.
        """
        place = self._points[address].values.index(value)
        run = self._under.get((address, place))
        if run is None:
            # Points of a class share no conclusion, so their n-th values are
            # tried in one run. Points with fewer values sit out.
            members = (point for point in self._class[address] if place < len(point.values))
            answers = ((point.address, point.values[place]) for point in members)
            run = self._under[address, place] = self.supposing(*answers)
        return run

    def made(self) -> int:
        """Return how many runs have been made."""
        return len(self._runs) - 1

    def knows(self, *answers: tuple[str, Any]) -> bool:
        """Return True if some answers have been supposed together already."""
        return tuple(sorted(answers, key=lambda answer: answer[0])) in self._runs

    def supposing(self, *answers: tuple[str, Any]) -> Run:
        """Return the run in which some answers are assumed, each on top of the one before."""
        # Sorted, so that one set of answers has one run, whatever the order in which they were tried.
        supposed = tuple(sorted(answers, key=lambda answer: answer[0]))
        run = self._runs.get(supposed)
        if run is None:
            # Answers build on one another: most of a run is shared with the run before.
            run = self._runs[supposed] = self.supposing(*supposed[:-1]).answered(*supposed[-1])
        return run


def _addresses(points: Sequence[Point]) -> frozenset[str]:
    return frozenset(point.address for point in points)


def _conflicts(points: Mapping[str, Point], resting: Mapping[Claim, frozenset[str]]) -> Mapping[str, set[str]]:
    """Return, for each point, the points with which it shares a conclusion."""
    found: dict[str, set[str]] = {address: set() for address in points}
    for shared in set(resting.values()):
        for address in shared & found.keys():
            found[address] |= shared
    return found
