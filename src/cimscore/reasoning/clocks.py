"""A clock in a run: its days, counted from what its parts list, and how it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cimscore.author.clocks import Clock
from cimscore.author.conditions import Condition, some
from cimscore.calendars import Due
from cimscore.case import UNKNOWN
from cimscore.clocks import Uncounted, states
from cimscore.reasoning.compiled import Compiled
from cimscore.reasoning.context import Context
from cimscore.reasoning.graded import CERTAIN, EMPTY, Graded, Tuple

Days = dict[Tuple, dict[Due | Uncounted, int]]


class ClockValues:
    """The parts of one clock, each worked out when it is first asked for."""

    def __init__(
        self, clock: Clock, compiled: Compiled, use: Callable[[str], Any], limit: int, context: Context
    ) -> None:
        self._clock = clock
        self._compiled = compiled
        self._use = use
        self._limit = limit
        self._context = context
        self._parts: dict[str, Graded] = {}

    def part(self, name: str) -> Graded:
        """Return what one part of the clock holds of."""
        found = self._parts.get(name)
        if found is None:
            found = self._parts[name] = self._worked_out(name)
        return found

    def _worked_out(self, name: str) -> Graded:
        clock = self._clock
        match name:
            case "owed":
                return self._of_things("owed", clock.owed)
            case "begun":
                started = clock.owed & clock.starts
                return self._of_things("begun", started if clock.begins is None else started & clock.begins)
            case "barred":
                return EMPTY if clock.bars is None else self._of_things("barred", clock.owed & clock.bars)
            case "due":
                return Graded(
                    {(*things, due): grade for things, days in self._days().items() for due, grade in days.items()}
                )
            case "done":
                return self._done()
            case _:
                return self._states(name)

    def _of_things(self, name: str, condition: Condition) -> Graded:
        inner = tuple(condition.free - set(self._clock.things))
        return self._listed(name, some(inner, condition) if inner else condition, self._clock.things)

    def _listed(self, name: str, condition: Condition, head: tuple[Any, ...]) -> Graded:
        if not self._limit:
            return EMPTY
        found: Mapping[Tuple, int] = self._compiled.count(self._clock, name, condition, head)(self._use)
        return Graded({row: min(grade, self._limit) for row, grade in found.items()})

    def _done(self) -> Graded:
        clock = self._clock
        if clock.stops is None or clock.done is None:
            return EMPTY
        return self._listed("done", clock.owed & clock.stops, (*clock.things, clock.done))

    def _days(self) -> Days:
        clock = self._clock
        parts = (clock.moment, clock.within, clock.place, clock.ends)
        listed = self._listed("counted", clock.counting, (*clock.things, *parts))
        size = len(clock.things)
        days: Days = {}
        for row, grade in listed.rows.items():
            moment, period, place, ends = row[size:]
            due = self._counted(moment, period, place, ends)
            so_far = days.setdefault(row[:size], {})
            so_far[due] = max(grade, so_far.get(due, 0))
        return {things: _earliest(found) for things, found in days.items()}

    def _counted(self, moment: Any, period: Any, place: Any, ends: Any) -> Due | Uncounted:
        if period is UNKNOWN or isinstance(period, str):
            return Uncounted(str(period), str(moment), "the source gives no day")
        where = place if place is None else "a place that is not known" if place is UNKNOWN else str(place)
        return self._context.counter.count(period, moment, place=where, calendar=self._clock.calendar, ends=ends)

    def _states(self, name: str) -> Graded:
        size = len(self._clock.things)
        owed, begun, done = self.part("owed"), self.part("begun"), self.part("done")
        days = self._days()
        found: dict[Tuple, int] = {}
        for things, grade in owed.rows.items():
            ended = {row[size]: seen for row, seen in done.rows.items() if row[:size] == things}
            context = self._context
            held = states(grade, begun.grade(things), days.get(things, {}), ended, context.at, context.zone)
            standing = next((seen for state, seen in held.items() if state.value == name), 0)
            if standing:
                found[things] = standing
        return Graded(found)


def _earliest(days: dict[Due | Uncounted, int]) -> dict[Due | Uncounted, int]:
    """Return the grade with which each day is the earliest: what several decisions start is owed by the first."""
    found: dict[Due | Uncounted, int] = {}
    for due, grade in days.items():
        sooner = [other for day, other in days.items() if _is_sooner(day, due)]
        found[due] = min(grade, CERTAIN - max(sooner, default=0))
    return {due: grade for due, grade in found.items() if grade}


def _is_sooner(one: Due | Uncounted, other: Due | Uncounted) -> bool:
    if isinstance(one, Uncounted):
        return False
    return isinstance(other, Uncounted) or one.latest < other.earliest or (one.latest < other.latest and one.exact and other.exact)
