"""Clocks in a run: their days, counted from what their parts list, and their states."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import attrs

from cimscore.calendars import NO_BEGINNING, Due
from cimscore.case import UNKNOWN, Moment
from cimscore.clocks import Uncounted, earliest_of, start_in_words, states
from cimscore.ids import CASE
from cimscore.reasoning.acts import DoneAct
from cimscore.reasoning.compiled import Compiled
from cimscore.reasoning.context import Context
from cimscore.reasoning.graded import CERTAIN, EMPTY, NO, POSSIBLE, PROVISIONAL, Graded, Tuple
from cimscore.rules.clocks import Clock

Days = dict[Tuple, dict[Due | Uncounted, int]]
ADDRESS: Final = "@"
GOES: Final = "conclusion:goes"
"""The key of what goes to which record: an act done for a record is done for all that goes to it."""

_NO_MOMENT: Final = "the moment from which it counts is not known"
_NO_PERIOD: Final = "the period is not known"
_NOT_KNOWN: Final = (_NO_MOMENT, _NO_PERIOD)


class CountedBy(NamedTuple):
    """Parts from which a day is counted.

    Attributes:
        moment: Moment of the start, or what is known of it.
        period: The period.
        place: Place of the business days.
        calendar: Id of the calendar; empty for the first.
    """

    moment: Any
    period: Any
    place: Any
    calendar: str


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

    def counted_by(self, things: Tuple, due: Due) -> CountedBy:
        """Return the parts from which a day is counted; of several sets, the likeliest.

        Args:
            things: Things that the clock belongs to.
            due: The day.
        """
        moment, period, place, _, calendar = self._row_of(things, due)
        return CountedBy(moment, period, place, calendar)

    def counted_from(self, moment: Moment, things: Tuple, due: Due) -> Due | Uncounted:
        """Return the due time if the clock counted from another moment and all else stayed the same.

        Args:
            moment: The moment.
            things: Things that the clock belongs to.
            due: The day.
        """
        return self._counted(moment, *self._row_of(things, due)[1:])

    def _row_of(self, things: Tuple, due: Due) -> Tuple:
        """Return the moment, period, place, end and calendar of a day; of several sets, the likeliest."""
        size = len(self._clock.things)
        rows = [(row[size:], grade) for row, grade in self._listed("counted").rows.items() if row[:size] == things]
        counted = ((self._counted(*row) == due, grade, str(row), row) for row, grade in rows if row[1] is not UNKNOWN)
        return max(counted, key=lambda count: count[:3])[3]

    def _worked_out(self, name: str) -> Graded:
        match name:
            case "owed" | "begun":
                return self._listed(name)
            case "barred":
                return EMPTY if self._clock.bars is None else self._listed(name)
            case "done":
                listed = EMPTY if self._clock.stops is None else self._listed(name)
                return self._by_then(self._with_what_is_said(listed) if self._said else listed)
            case "due":
                days = self._days()
                return Graded(
                    {(*things, due): grade for things, of_things in days.items() for due, grade in of_things.items()}
                )
            case _:
                return self._states(name)

    @property
    def _said(self) -> list[DoneAct]:
        """Return the acts reported as done that are, or may be, the act of this clock."""
        return [act for act in self._context.done if act.act == self._clock.id]

    def _with_what_is_said(self, listed: Graded) -> Graded:
        """Return the times of the act, from conditions and from what is reported about the things of the clock."""
        found = dict(listed.rows)
        for things, owed in self.part("owed").rows.items():
            for act in self._said:
                when = self._context.done_at(act)
                grade = min(owed, self._is_for(act, things))
                if when is not None and grade > found.get((*things, when), 0):
                    found[(*things, when)] = grade
        return Graded(found)

    def _by_then(self, done: Graded) -> Graded:
        """Return the acts done by the moment of the assessment."""
        by_then = {row: min(grade, self._context.by_then(row[-1])) for row, grade in done.rows.items()}
        return Graded({row: grade for row, grade in by_then.items() if grade})

    def _is_for(self, act: DoneAct, things: Tuple) -> int:
        """Return the grade with which an act was done for some things, or for the record that they go to."""
        if act.for_ == (ADDRESS.join(map(str, things)) or CASE):
            return CERTAIN
        if not act.of or GOES not in self._compiled.program.predicates:
            return NO
        rows = self._use(GOES).rows.items()
        return max((grade for row, grade in rows if row[:-1] == things and str(row[-1]) == act.for_), default=NO)

    def _listed(self, name: str) -> Graded:
        if not self._limit:
            return EMPTY
        found: Mapping[Tuple, int] = self._compiled.clock(self._clock, name)(self._use)
        return Graded({row: min(grade, self._limit) for row, grade in found.items()})

    def _days(self) -> Days:
        size = len(self._clock.things)
        days: Days = {}
        for row, grade in self._listed("counted").rows.items():
            due = self._counted(*row[size:])
            so_far = days.setdefault(row[:size], {})
            so_far[due] = max(grade, so_far.get(due, 0))
        return {things: _earliest(found) for things, found in days.items()}

    def _counted(self, moment: Any, period: Any, place: Any, ends: Any, calendar: Any) -> Due | Uncounted:
        if moment is UNKNOWN:
            return Uncounted(str(period), "its start", _NO_MOMENT)
        if period is UNKNOWN:
            return Uncounted("a period that is not known", start_in_words(moment, self._context.zone), _NO_PERIOD)
        return self._context.counter.count(period, moment, place=place, calendar=calendar, ends=ends)

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
    """Return the grade for each day being the earliest. If several decisions start a clock, the first one counts."""
    dues = {due: grade for due, grade in days.items() if isinstance(due, Due)}
    sure = [due for due, grade in dues.items() if grade == CERTAIN]
    uncounted = sorted({_not_known(why) for why in days if isinstance(why, Uncounted) and why.why in _NOT_KNOWN})
    if sure and uncounted:
        return {_or_sooner(earliest_of(sure), uncounted): CERTAIN}
    if any(_overlap(due, rival) for due, rival in itertools.combinations(dues, 2)):
        least = CERTAIN - max(dues.values())
        found = {why: min(grade, least) for why, grade in days.items() if why not in dues}
        found.update((due, grade) for due, grade in _earliest_of_ranges(dues).items())
    else:
        found = {due: min(grade, CERTAIN - _sooner(due, days)) for due, grade in days.items()}
    return {due: grade for due, grade in found.items() if grade}


def _not_known(due: Uncounted) -> str:
    """Return what of another day is not known, and what is."""
    return f"{due.why} ({due.period if due.why == _NO_MOMENT else f'from {due.start}'})"


def _or_sooner(due: Due, uncounted: Sequence[str]) -> Due:
    """Return a day as the latest that it can be: it may be owed by another day too, which nobody can count."""
    why = (f"It may be sooner: {due}." for due in uncounted)
    return attrs.evolve(due, earliest=NO_BEGINNING, unless=(), unsettled=(*due.unsettled, *why))


def _sooner(due: Due | Uncounted, days: Mapping[Due | Uncounted, int]) -> int:
    """Return the grade with which another day comes before one."""
    return max((grade for day, grade in days.items() if _is_sooner(day, due)), default=NO)


def _overlap(one: Due, other: Due) -> bool:
    """Return True if two days differ, and it is open which is the earlier."""
    return not (_ends(one) == _ends(other) or _is_sooner(one, other) or _is_sooner(other, one))


def _earliest_of_ranges(dues: Mapping[Due, int]) -> dict[Due, int]:
    """Return the possible values of the earliest day: the first of each set of days that can be true together.

    The first of the working days is certain if the first of every such set lies within it.
    """
    found = dict.fromkeys(_firsts(dues, CERTAIN), POSSIBLE)
    working = {due: grade for due, grade in dues.items() if grade >= PROVISIONAL}
    if working:
        first = max(_firsts(working, PROVISIONAL), key=lambda due: dues.get(due, NO))
        within = all(first.earliest <= possible.earliest and possible.latest <= first.latest for possible in found)
        found[first] = CERTAIN if within and max(dues.values()) == CERTAIN else PROVISIONAL
    return found


def _firsts(dues: Mapping[Due, int], holding: int) -> list[Due]:
    """Return the possible first of several days, if those with a grade are true. Two days of a set give its ends."""
    pairs = itertools.combinations_with_replacement(sorted(dues, key=repr), 2)
    held = [due for due, grade in dues.items() if grade >= holding]
    found = dict.fromkeys(_first(day, rival) for day, rival in pairs)
    return [
        first for first in found if all(first.earliest <= due.earliest and first.latest <= due.latest for due in held)
    ]


def _first(one: Due, other: Due) -> Due:
    """Return the earlier of two days, as it is listed. If that is open, return the smaller of each end."""
    first = earliest_of((one, other))
    return next((due for due in (one, other) if _ends(due) == _ends(first)), first)


def _ends(due: Due) -> tuple[dt.datetime, dt.datetime]:
    return due.earliest, due.latest


def _is_sooner(one: Due | Uncounted, other: Due | Uncounted) -> bool:
    if isinstance(one, Uncounted):
        return False
    return (
        isinstance(other, Uncounted)
        or one.latest < other.earliest
        or (one.latest < other.latest and one.exact and other.exact)
    )
