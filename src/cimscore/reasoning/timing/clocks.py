"""Clocks in a run: their days, counted from what their parts list, and their states."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import attrs

from cimscore.calendars import Due
from cimscore.case import UNKNOWN, Moment
from cimscore.clocks import Course, Round, Span, Uncounted, barred, start_in_words, states
from cimscore.grades import CERTAIN, NO, PROVISIONAL
from cimscore.ids import CASE
from cimscore.reasoning.acts import DoneAct
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.context import Context
from cimscore.reasoning.graded import EMPTY, Graded, Tuple
from cimscore.reasoning.timing.earliest import NO_MOMENT, NO_PERIOD, earliest_day
from cimscore.rules.rows.clocks import Clock
from cimscore.rules.rows.conclusions import GOES

Days = dict[Tuple, dict[Due | Uncounted, int]]
ADDRESS: Final = "@"


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


@attrs.frozen
class _Way:
    """One way in which a day is counted.

    Attributes:
        course: Course of the act from its start.
        round: The time of the act that is due.
        parts: Place, end and calendar.
        due: The day.
        grade: Grade of all of it.
    """

    course: Course
    round: Round
    parts: Tuple
    due: Due | Uncounted
    grade: int

    @property
    def start(self) -> Any:
        return self.round.start

    @property
    def period(self) -> Any:
        return self.course.within if self.round.number == 1 else self.course.then

    @property
    def place(self) -> Any:
        return self.parts[0]

    @property
    def calendar(self) -> Any:
        return self.parts[-1]

    @property
    def in_text(self) -> tuple[str, str, str]:
        return str(self.start), str(self.period), str(self.parts)


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
        way = self._way_to(things, due)
        return CountedBy(way.start, way.period, way.place, way.calendar)

    def later(self, things: Tuple, due: Due) -> Iterator[Due]:
        """Yield the times after a day at which the act comes round again, if each is done on its last day.

        Args:
            things: Things that the clock belongs to.
            due: The day.
        """
        way = self._way_to(things, due)
        return way.course.later(way.round, due)

    def opens(self, things: Tuple, due: Due) -> Due | Uncounted | None:
        """Return the soonest moment at which the act may be done; None if it may be done at once."""
        way = self._way_to(things, due)
        return way.course.opens(way.round)

    def too_soon(self, things: Tuple, due: Due) -> tuple[Moment | Span, ...]:
        """Return the moments at which the act was done before it was allowed."""
        return self._way_to(things, due).course.too_soon(self._acts().behind(things))

    def counted_from(self, moment: Moment, things: Tuple, due: Due) -> Due | Uncounted:
        """Return the due time if the clock counted from another moment and all else stayed the same.

        Args:
            moment: The moment.
            things: Things that the clock belongs to.
            due: The day.
        """
        way = self._way_to(things, due)
        return self._counted(moment, way.period, *way.parts)

    def _way_to(self, things: Tuple, due: Due) -> _Way:
        """Return how a day is counted; of several ways, the likeliest."""
        ways = [way for way in self._ways(self._listed("counted")).get(things, []) if way.period is not UNKNOWN]
        told = repr(due)  # Equal days may skip other ones: the explanation is of the very count that is told.
        # The texts break ties, so that it is the same in every process.
        return max(ways, key=lambda way: (repr(way.due) == told, way.due == due, way.grade, *way.in_text))

    def _worked_out(self, name: str) -> Graded:
        match name:
            case "owed" | "begun":
                return self._listed(name)
            case "barred":
                return EMPTY if self._clock.bars is None else self._barred()
            case "done":
                return self._not_too_soon(self._acts()) if self._clock.repeats is None else self._acts()
            case "due":
                return self._listed_days("counted")
            case "forecast":
                return EMPTY if self._clock.follows is None else self._listed_days(name)
            case _:
                return self._states(name)

    def _acts(self) -> Graded:
        """Return each time that the act was done by then, from conditions and from what is reported."""
        listed = EMPTY if self._clock.stops is None else self._listed("done")
        return self._by_then(self._with_what_is_said(listed) if self._said else listed)

    def _barred(self) -> Graded:
        """Return the things for which the act is forbidden for now; of what is done, nothing is forbidden any more."""
        done = self.part("done") if self._clock.repeats is None else EMPTY
        owed, listed = self.part("owed"), self._listed("barred")
        held = {things: barred(owed.grade(things), bars, done.behind(things)) for things, bars in listed.rows.items()}
        return Graded({things: grade for things, grade in held.items() if grade})

    def _listed_days(self, name: str) -> Graded:
        days = self._days(name)
        return Graded({(*things, due): grade for things, of_things in days.items() for due, grade in of_things.items()})

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
                # What is reported can only make an act surer than the rules found it, never less sure.
                found[(*things, when)] = max(grade, found.get((*things, when), NO))
        return Graded(found)

    def _by_then(self, done: Graded) -> Graded:
        """Return the acts done by the moment of the assessment."""
        # "And", in grades: the act counts as far as it was done, and done by then.
        by_then = {row: min(grade, self._context.by_then(row[-1])) for row, grade in done.rows.items()}
        return Graded({row: grade for row, grade in by_then.items() if grade})

    def _is_for(self, act: DoneAct, things: Tuple) -> int:
        """Return the grade with which an act was done for some things, or for the record that they go to."""
        own = ADDRESS.join(map(str, things)) or CASE
        records = self._records_of(things) if act.of or act.apart_from else {}
        done = CERTAIN if act.for_ == own else records.get(act.for_, NO) if act.of else NO
        reported = max((CERTAIN if thing == own else records.get(thing, NO) for thing in act.apart_from), default=NO)
        # Things that only may go to a record whose own act is reported may have the act that is implied.
        return min(done, CERTAIN - reported)

    def _records_of(self, things: Tuple) -> dict[str, int]:
        """Return the records that some things go to, each with its grade."""
        if GOES not in self._compiled.program.predicates:
            return {}
        return {str(record): grade for record, grade in self._use(GOES).behind(things).items()}

    def _listed(self, name: str) -> Graded:
        # A limit of 0: the clause of the clock is in force in no edition that may govern.
        if not self._limit:
            return EMPTY
        found: Mapping[Tuple, int] = self._compiled.clock(self._clock, name)(self._use)
        return Graded({row: min(grade, self._limit) for row, grade in found.items()})

    def _days(self, name: str = "counted") -> Days:
        days: dict[Tuple, dict[Due | Uncounted, list[tuple[Due | Uncounted, int]]]] = {}
        for things, due, grade in self._dated(self._listed(name)):
            days.setdefault(things, {}).setdefault(due, []).append((due, grade))
        return {things: earliest_day(dict(map(_surest, found.values()))) for things, found in days.items()}

    def _dated(self, listed: Graded) -> Iterator[tuple[Tuple, Due | Uncounted, int]]:
        """Yield each day that is counted, with the things of the clock and its grade."""
        if self._clock.repeats is None:
            # An act that is done once has one round: its day is one count, whether or not it may be done too soon.
            size = len(self._clock.things)
            for row, grade in listed.rows.items():
                start, period, *parts = row[size:]
                yield row[:size], self._counted(start, period, *parts), grade
            return
        for things, ways in self._ways(listed).items():
            yield from ((things, way.due, way.grade) for way in ways)

    def _ways(self, listed: Graded) -> dict[Tuple, list[_Way]]:
        """Return every way in which a day is counted, by the things of the clock."""
        size = len(self._clock.things)
        found: dict[Tuple, list[_Way]] = {}
        for row, grade in listed.rows.items():
            things, (origin, period, *parts) = row[:size], row[size:]
            course = self._course(origin, period, tuple(parts))
            for turn, held in self._rounds(course, things).items():
                way = _Way(course, turn, tuple(parts), course.due(turn), min(grade, held))
                found.setdefault(things, []).append(way)
        return found

    def _course(self, origin: Any, period: Any, parts: Tuple) -> Course:
        clock = self._clock
        return Course(
            within=period, then=clock.then or period, not_before=clock.not_before, repeats=clock.repeats, origin=origin,
            count=lambda period, start: self._counted(start, period, *parts), zone=self._context.zone,
        )  # fmt: skip

    def _rounds(self, course: Course, things: Tuple) -> Mapping[Round, int]:
        if self._clock.repeats is None or course.origin is UNKNOWN:
            return {Round(1, course.origin): CERTAIN}
        return course.rounds(self._acts().behind(things))

    def _not_too_soon(self, acts: Graded) -> Graded:
        """Return the acts that count, without those that were done before they were allowed."""
        if self._clock.not_before is None or not acts.rows:
            return acts
        size, ways = len(self._clock.things), self._ways(self._listed("counted"))
        counted = {row: min(grade, _counts(ways.get(row[:size], []), row[size])) for row, grade in acts.rows.items()}
        return Graded({row: grade for row, grade in counted.items() if grade})

    def _counted(self, start: Any, period: Any, place: Any, ends: Any, calendar: Any) -> Due | Uncounted:
        if start is UNKNOWN:
            return Uncounted(str(period), "its start", NO_MOMENT)
        if period is UNKNOWN:
            return Uncounted("a period that is not known", start_in_words(start, self._context.zone), NO_PERIOD)
        if isinstance(start, Uncounted):
            return Uncounted(str(period), start.start, start.why)
        return self._context.counter.count(period, start, place=place, calendar=calendar, ends=ends)

    def _states(self, name: str) -> Graded:
        size = len(self._clock.things)
        owed, begun, done = self.part("owed"), self.part("begun"), self.part("done")
        # What comes round again is never over: each time that it was done has moved the day.
        over = done.rows.items() if self._clock.repeats is None else ()
        days = self._days()
        found: dict[Tuple, int] = {}
        for things, grade in owed.rows.items():
            ended = {row[size]: seen for row, seen in over if row[:size] == things}
            context = self._context
            held = states(grade, begun.grade(things), days.get(things, {}), ended, context.at, context.zone)
            standing = next((seen for state, seen in held.items() if state.value == name), 0)
            if standing:
                found[things] = standing
        return Graded(found)


def _surest(counts: Sequence[tuple[Due | Uncounted, int]]) -> tuple[Due | Uncounted, int]:
    """Return the surest count of one day, which several starts may give, with its grade."""
    if len(counts) == 1:
        return counts[0]
    # Each start skips days of its own. Of equally sure ones the text decides, the same in every process.
    return max(counts, key=lambda count: (count[1], repr(count[0])))


def _counts(ways: Sequence[_Way], when: Any) -> int:
    """Return the grade with which an act counts, that of the way of counting which holds."""
    held = [(way.course.counts(way.round, when), way.grade) for way in ways]
    # Where no way of counting is known, nothing says that the act came too soon.
    every = min((max(counts, CERTAIN - grade) for counts, grade in held), default=CERTAIN)
    some = max((min(counts, grade) for counts, grade in held), default=CERTAIN)
    # `every` may be certain where `some` is not: which way holds is open, and each of them counts the act.
    return max(every, some) if some >= PROVISIONAL else min(every, some)
