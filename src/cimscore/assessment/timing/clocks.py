"""Clocks of a decision: when each is due, how certain that is, and its state."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs

from cimscore.assessment.decision.standing import Standing, address_of, supposed_in_words
from cimscore.assessment.decision.value import DecidedClock, Limited
from cimscore.assessment.decision.words import Words
from cimscore.assessment.timing.in_a_run import DONE_STATES, late_at_receipt
from cimscore.assessment.timing.states import ClockStates
from cimscore.calendars import Due
from cimscore.calendars.words import day_in_words
from cimscore.case import Moment
from cimscore.clocks import Repeats, Uncounted, When, in_time, in_words
from cimscore.grades import CERTAIN, NO, PROVISIONAL
from cimscore.limits import MOST_DAYS_LISTED
from cimscore.reasoning.claims.told import Decided, WorkingClaim
from cimscore.reasoning.claims.trying import Trials
from cimscore.reasoning.reasons.tables import clauses_of_lines
from cimscore.reasoning.run import Run
from cimscore.reasoning.timing.earliest import ends_of
from cimscore.rules.rows.clocks import STATES, Clock

_MOST_TOLD: Final = 2
"""How many later times of an act are told."""


def clocks_of(decided: Decided, words: Words) -> tuple[DecidedClock, ...]:
    """Return every clock that is owed, in order of time.

    Args:
        decided: What was decided.
        words: Words of the program for the things of the case.
    """
    making = _Clocks(decided, ClockStates(decided, words, Trials(decided.run, (), {})))
    return tuple(sorted(making.clocks(), key=_in_time))


@attrs.frozen
class _Clocks:
    decided: Decided
    clock_states: ClockStates

    def clocks(self) -> Iterator[DecidedClock]:
        for timed in self.decided.run.compiled.program.clocks:
            owed = self._told_of(timed, "owed")
            dues = self._dues(timed)
            for things, told in owed.items():
                yield self._clock(timed, things, told, dues.get(things))

    def _told_of(self, timed: Clock, part: str) -> dict[tuple[Any, ...], WorkingClaim]:
        key = timed.part(part).key
        return {things: self.decided.told[key, things] for things in self.decided.of(key)}

    def _dues(self, timed: Clock) -> dict[tuple[Any, ...], tuple[Due | Uncounted, WorkingClaim]]:
        size = len(timed.things)
        # Of several days the surest is told, the last of these; the text breaks ties, the same in every process.
        days = sorted(self._told_of(timed, "due").items(), key=lambda day: (day[1].certain, repr(day[0][size])))
        return {things[:size]: (things[size], told) for things, told in days}

    def _clock(
        self,
        timed: Clock,
        things: tuple[Any, ...],
        owed: WorkingClaim,
        day: tuple[Due | Uncounted, WorkingClaim] | None,
    ) -> DecidedClock:
        due, told = day or (None, owed)
        certain = owed.certain and told.certain
        states = tuple(self._states(timed, things))
        soonest = None if certain else self._soonest(timed, things, due, (owed, told))
        stands = self.clock_states.of(timed, things, due, states, certain=certain)
        return DecidedClock(
            id=timed.id,
            what=timed.what,
            who=timed.by,
            things=things,
            named=tuple(map(self.clock_states.words.name, things)),
            of=self._of(things),
            due=due,
            standing=Standing.of(certain=certain),
            latest=self.decided.latest.get((timed.part("due").key, things)),
            soonest=soonest,
            late=late_at_receipt(self.decided.run, timed, things, due, soonest),
            **self._course(timed, things, due),
            limits=None if timed.limits is None else self._limited(timed.limits, things, due),
            states=tuple((state, Standing.of(certain=of.certain)) for state, of in states),
            stands=stands,
            counted_from=timed.says_from,
            rests_on=supposed_in_words(self.decided, told if told.rests_on else owed),
            perhaps_on=tuple(dict.fromkeys((*told.perhaps_on, *owed.perhaps_on))),
            clauses=tuple(dict.fromkeys((*timed.cites, *self._lines(timed, things)))),
            records=tuple(map(str, self.decided.records_of(things))),
        )

    def _course(self, timed: Clock, things: tuple[Any, ...], due: Due | Uncounted | None) -> dict[str, Any]:
        """Return the later times of a clock, those missed, how soon its act may be done, and its forecast."""
        run, at = self.decided.run, self.decided.run.context.at
        if not isinstance(due, Due):
            if timed.follows is None:
                return {}
            days = run.value(timed.part("forecast")).behind(things)
            return {"forecast": min((day for day in days if isinstance(day, Due)), key=ends_of, default=None)}
        values, zone = run.clock(timed.id), run.context.zone
        opens = values.opens(things, due) if timed.not_before is not None else None
        later = itertools.islice(values.later(things, due), MOST_DAYS_LISTED if timed.repeats is not None else 0)
        times = [*later]
        by_schedule = timed.repeats is Repeats.FROM_THE_START and at is not None
        missed = sum(in_time(at, time, zone) == NO for time in times) if by_schedule and at is not None else 0
        return {
            "then": tuple(times[missed : missed + _MOST_TOLD]),
            "missed": missed,
            "opens": opens if isinstance(opens, Due) else None,
            "too_soon": tuple(_when(moment, zone) for moment in values.too_soon(things, due)) if opens else (),
        }

    def _limited(self, base: Clock, things: tuple[Any, ...], due: Due | Uncounted | None) -> Limited | None:
        """Return the limit of the base program on the same act; None if that owes it not."""
        run = self.decided.run
        if run.value(base.part("owed")).grade(things) < PROVISIONAL:
            return None
        days = run.value(base.part("due")).behind(things)
        theirs = max(days, key=lambda day: (days[day], str(day)), default=None)
        stricter = None
        if isinstance(due, Due) and isinstance(theirs, Due):
            stricter = _is_stricter(due, theirs)
        return Limited(
            program=run.compiled.program.owner_of_clock(base), clock=address_of(base.id, things), due=theirs,
            stricter=stricter,
        )  # fmt: skip

    def _soonest(
        self, timed: Clock, things: tuple[Any, ...], due: Due | Uncounted | None, told: tuple[WorkingClaim, ...]
    ) -> Due | None:
        """Return the soonest possible day on which the act may be left to do, if it is sooner than the working one."""
        listed = self.decided.run.value(timed.part("due")).behind(things)
        days = [day for day, grade in listed.items() if grade and isinstance(day, Due)]
        worked_with = due.earliest if isinstance(due, Due) else None
        # Also days that are only possible: nobody may be late because the working answer was kinder.
        for day in sorted(days, key=ends_of):
            if worked_with is not None and day.earliest >= worked_with:
                return None
            if not self._is_ruled_out(timed, things, day, told):
                return day
        return None

    def _is_ruled_out(self, timed: Clock, things: tuple[Any, ...], day: Due, told: tuple[WorkingClaim, ...]) -> bool:
        """Return True if, whichever way one point is answered, the act is not due on a day or certainly done."""
        done = self.decided.run.value(timed.part("done")).behind(things)
        # What comes round again is never done; where no answer has it done, the runs below would find nothing.
        if timed.repeats is not None or not done:
            return False
        return any(
            all(
                self._is_no_day(self.clock_states.trials.supposing((address, value)), timed, things, day)
                for value in values
            )
            for address, values in self._asked(told)
        )

    def _asked(self, told: tuple[WorkingClaim, ...]) -> Iterator[tuple[str, tuple[Any, ...]]]:
        """Yield each point on which claims rest, with all its values, if it has more than one."""
        supposed = [address for claim in told for answers in claim.rests_on for address, _ in answers]
        for address in dict.fromkeys((*supposed, *(address for claim in told for address in claim.perhaps_on))):
            point = self.decided.points.get(address)
            if point is not None and len(point.values) > 1:
                yield address, point.values

    @staticmethod
    def _is_no_day(run: Run, timed: Clock, things: tuple[Any, ...], day: Due) -> bool:
        done = any(run.value(timed.part(state)).grade(things) == CERTAIN for state in DONE_STATES)
        return done or not run.value(timed.part("due")).grade((*things, day))

    def _lines(self, timed: Clock, things: tuple[Any, ...]) -> tuple[str, ...]:
        """Return the clauses of the table lines that a clock uses."""
        return clauses_of_lines(self.decided.run, timed.counting, dict(zip(timed.things, things, strict=True)))

    def _states(self, timed: Clock, things: tuple[Any, ...]) -> Iterator[tuple[str, WorkingClaim]]:
        for state in STATES:
            told = self.decided.told.get((timed.part(state).key, things))
            if told is not None:
                yield state, told

    def _of(self, things: tuple[Any, ...]) -> tuple[str, ...]:
        words = self.clock_states.words
        of = dict.fromkeys(filter(None, map(words.whose, self.decided.records_of(things))))
        return tuple(of) or tuple(map(words.name, things[:1]))


def _when(moment: When, zone: ZoneInfo) -> str:
    """Return a moment of an act in words: its day alone, if only that is known."""
    if isinstance(moment, Moment) and moment.instant is None:
        return day_in_words(moment.day(zone))
    return in_words(moment, zone)


def _is_stricter(mine: Due, theirs: Due) -> bool | None:
    """Return True if one due time certainly comes before another, False if it certainly does not."""
    if mine.latest <= theirs.earliest and ends_of(mine) != ends_of(theirs):
        return True
    return False if mine.earliest >= theirs.latest else None


def _in_time(clock: DecidedClock) -> tuple[int, str, str, list[str]]:
    due = clock.due
    ends = (due.latest if due.closes else due.earliest) if isinstance(due, Due) else None
    return (
        ends is None,
        ends.astimezone(dt.UTC).isoformat() if ends is not None else "",
        clock.id,
        [str(thing) for thing in clock.things],
    )
