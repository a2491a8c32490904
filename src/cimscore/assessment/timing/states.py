"""The state of a clock in words: how much is left, by how much it is late, and what would tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from cimscore.assessment.decision.standing import Standing
from cimscore.assessment.decision.value import ReadOtherwise, StateInWords
from cimscore.assessment.decision.whom import who_explains
from cimscore.assessment.decision.words import Words
from cimscore.assessment.timing.in_a_run import (
    BEFORE,
    DONE_STATES,
    OF_A_MOMENT,
    Things,
    first_done,
    first_due,
    likeness,
    perhaps_late,
    state_in,
)
from cimscore.calendars import Due, periods_within
from cimscore.case import Moment, Unknown
from cimscore.clocks import ClockState, Measure, Span, Uncounted, When, in_time, lateness, range_of, time_left
from cimscore.grades import CERTAIN, NO, PROVISIONAL
from cimscore.ids import spelled
from cimscore.reasoning.claims.told import Decided, WorkingClaim
from cimscore.reasoning.questions import point_at
from cimscore.reasoning.run import Run
from cimscore.rules import Reading
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.rows.clocks import Clock
from cimscore.rules.rows.conclusions import EDITION

CANNOT_BE_TOLD: Final = "cannot be told"
DONE: Final = "done"
"""State of a clock that gives no day, if its act is done: nobody can say whether that was in time."""
NOT_OWED: Final = "not owed"
"""State of a clock by a reading under which nobody has to do what it counts."""


class ClockStates:
    """States of the clocks of a decision; what a reading changes is worked out once for all of them."""

    def __init__(self, decided: Decided, words: Words) -> None:
        """Tell how clocks stand.

        Args:
            decided: What was decided.
            words: The words of the program for the things of the case.
        """
        self._decided = decided
        self._at = decided.run.context.at
        self.words = words
        self._read_otherwise: dict[tuple[str, Any], Run] = {}

    def of(
        self,
        timed: Clock,
        things: Things,
        due: Due | Uncounted | None,
        states: Sequence[tuple[str, WorkingClaim]],
        *,
        certain: bool,
    ) -> StateInWords:
        """Return how one clock stands.

        Args:
            timed: The clock.
            things: What it hangs on.
            due: When it is due by the working answers.
            states: Each state that holds by the working answers.
            certain: Whether it is certain that it is owed, and by when.
        """
        # min is stable, so the first state wins among equally certain ones.
        word, told = min(states, key=lambda state: not state[1].certain, default=("", None))
        if not isinstance(due, Due) and CERTAIN in self._grades_of_done(timed, things):
            return StateInWords(word=DONE, standing=Standing.CERTAIN, says=DONE)
        sure = told is not None and told.certain
        amount = self._amount(timed, things, due, word) if isinstance(due, Due) else ""
        says = self._said(timed, due, word, amount)
        within = isinstance(due, Due) and self._within(timed, things, due, word)
        untold = told is None or (certain and not sure) or within
        perhaps = untold and not (within and self._is_settled(timed, things, word))
        if untold:
            either = self._either(timed, things, due, word) if within else says
            working = f"{CANNOT_BE_TOLD}: {'perhaps ' if perhaps else ''}{either}"
            says = self._what_would_tell(timed, things, due, told, working, within=within)
        return StateInWords(
            word=CANNOT_BE_TOLD if untold else spelled(word),
            standing=Standing.of(certain=sure),
            amount=amount,
            says=says,
            perhaps=perhaps,
            barred=self._barred(timed, things),
            otherwise=tuple(self._otherwise(timed, things, due, word)),
        )

    def late(self, timed: Clock, things: Things, *dues: Due | Uncounted | None) -> Standing | None:
        """Return how certain it is that an act was late already when the information was received.

        Args:
            timed: Its clock.
            things: What the clock hangs on.
            dues: The days on which it may be due.
        """
        received, zone = self._decided.run.context.received, self._decided.run.context.zone
        # What is done, and what is decided for a moment, has its state.
        if self._at is not None or not isinstance(received, Moment) or self._grades_of_done(timed, things):
            return None
        in_times = {in_time(received, due, zone) for due in dues if isinstance(due, Due)}
        if in_times == {NO}:
            return Standing.CERTAIN
        return Standing.PROVISIONAL if in_times - {CERTAIN} else None

    def _barred(self, timed: Clock, things: Things) -> Standing | None:
        told = self._decided.told.get((timed.part("barred").key, things))
        return None if told is None else Standing.of(certain=told.certain)

    def _within(self, timed: Clock, things: Things, due: Due, word: str) -> bool:
        """Return True if the deciding moment is between the first and the last possible due time."""
        when = self._deciding(timed, things, word)
        # Neither certainly in time nor certainly late.
        return when is not None and NO < in_time(when, due, self._decided.run.context.zone) < CERTAIN

    def _deciding(self, timed: Clock, things: Things, word: str) -> When | None:
        """Return the moment that decides between in time and late; None for a state that no moment decides."""
        if word in BEFORE:
            return self._at
        return self._done(timed, things) if word in OF_A_MOMENT else None

    # Amounts.

    def _amount(self, timed: Clock, things: Things, due: Due, word: str) -> str:
        zone = self._decided.run.context.zone
        done = self._done(timed, things)
        match word:
            case ClockState.RUNNING if self._at is not None:
                return time_left(due, self._at, zone, self._measure(timed, things, due))
            case ClockState.OVERDUE if self._at is not None:
                return lateness(due, self._at, zone, self._measure(timed, things, due))
            case ClockState.MET_LATE if done is not None:
                return lateness(due, done, zone, self._measure(timed, things, due))
            case _:
                return ""

    def _done(self, timed: Clock, things: Things) -> When | None:
        """Return the first moment at which it was done by the working answers; none if it comes round again."""
        return first_done(self._decided.run, timed, things)

    def _measure(self, timed: Clock, things: Things, due: Due) -> Measure:
        _, period, place, calendar = self._decided.run.clock(timed.id).counted_by(things, due)
        counter = self._decided.run.context.counter
        named = place if isinstance(place, str) and not isinstance(place, Unknown) else None
        # By office hours, a count of days is told in days and one of hours in hours.
        ahead = periods_within(period)[-1 if due.end_of_day else 0]
        return Measure(ahead, counter.calendars.get(calendar or counter.first), named)

    # Words.

    @staticmethod
    def _said(timed: Clock, due: Due | Uncounted | None, word: str, amount: str) -> str:
        match word:
            case ClockState.WAITING:
                return f"waiting for {timed.says_from or 'its start'}"
            case ClockState.RUNNING:
                return f"running, {amount} left" if amount else word
            case ClockState.MET_LATE:
                return f"met late, by {amount}" if amount else "met late"
            case ClockState.OVERDUE:
                return f"overdue by {amount}" if amount else word
            case ClockState.NOT_COUNTED if isinstance(due, Uncounted):
                return f"not counted: {due.why.removesuffix('.')}"
            case _:
                return spelled(word)

    def _either(self, timed: Clock, things: Things, due: Due | Uncounted | None, word: str) -> str:
        """Return the two states between which a moment decides, with the lateness that it can come to at most."""
        when = self._deciding(timed, things, word)
        late = ""
        if when is not None and isinstance(due, Due):
            late = lateness(due, when, self._decided.run.context.zone, self._measure(timed, things, due))
        in_time, too_late = (state.in_words for state in (BEFORE if word in BEFORE else DONE_STATES))
        return f"{in_time}, or {too_late}{f' by {late}' if late else ''}"

    def _is_settled(self, timed: Clock, things: Things, word: str) -> bool:
        """Return True if it is sure whether the act is done."""
        done = self._grades_of_done(timed, things)
        return not done if word in BEFORE else CERTAIN in done

    def _grades_of_done(self, timed: Clock, things: Things) -> set[int]:
        if timed.repeats is not None:
            return set()
        return {*self._decided.run.value(timed.part("done")).behind(things).values()} - {NO}

    def _what_would_tell(
        self,
        timed: Clock,
        things: Things,
        due: Due | Uncounted | None,
        told: WorkingClaim | None,
        working: str,
        *,
        within: bool,
    ) -> str:
        """Return what would decide the state of a clock: an answer, a moment, or the moment of the assessment."""
        if told is None:
            asked_for = "say `at` to see whether it is running or overdue" if self._at is None else "nothing says yet"
            return f"{CANNOT_BE_TOLD}: {asked_for}"
        asked = list(dict.fromkeys(address for answers in told.rests_on for address, _ in answers))
        if asked and not within:
            points = (self._decided.points[address] for address in asked)
            return f"{working}; the answer would tell: {' '.join(self.words.asked(point) for point in points)}"
        if isinstance(due, Due) and due.unsettled:
            return f"{working}; it would be told by what is not known here: {' '.join(due.unsettled).removesuffix('.')}"
        is_before = told.claim[0] in {timed.part(state).key for state in BEFORE}
        if is_before and self._at is not None and self._at.instant is None:
            return f"{working}; the time of day of `at` would tell"
        if (when := self._done(timed, things)) is not None:
            sure = CERTAIN in self._grades_of_done(timed, things)
            is_exact = isinstance(when, Moment) and when.instant is not None
            what = "the moment from which it counts" if is_exact else "the moment at which it was done"
            moment = [what] if sure or within or isinstance(when, Span) else []
            before = [] if sure or self._after_now(when) else ["the moment of what has to come before it"]
            return f"{working}; {' and '.join((*moment, *before))} would tell"
        return f"{working}; the moment from which it counts would tell"

    def _after_now(self, when: When) -> bool:
        """Return True if an act of an unknown moment may have been done after the moment of the assessment."""
        if self._at is None or not isinstance(when, Span):
            return False
        zone = self._decided.run.context.zone
        return when.last is None or range_of(when.last, zone).last > range_of(self._at, zone).last

    # Other readings.

    def _otherwise(
        self, timed: Clock, things: Things, due: Due | Uncounted | None, word: str
    ) -> Iterator[ReadOtherwise]:
        """Yield each other reading under which a clock would be due on another day, or stand otherwise."""
        within = isinstance(due, Due) and self._within(timed, things, due, word)
        own = perhaps_late(word) if within else word
        for address in self._readings_below(timed, due, word):
            point = point_at(self._decided.run, address)
            for value in point.values:
                if value == point.working:
                    continue
                run = self.under(address, value)
                clock = self._counting(run, timed, things)
                # Where it is not owed at all there is nothing left to wait for, or to count.
                spared = clock is None and not self._is_due_elsewhere(run, due)
                stands = self._stands(run, clock, things) if spared or word in OF_A_MOMENT else own
                # What is done and stands as before has no other day, unless another clock counts it.
                same = clock is timed and word in DONE_STATES and stands == own
                day = None
                if clock and isinstance(due, Due) and not same:
                    day = self._other_day(run, clock, things, due, exactly=stands != own)
                if stands != own or day is not None:
                    yield ReadOtherwise(
                        reading=address,
                        asks=point.asks,
                        answer=point.in_words(value),
                        taken=point.in_words(point.working),
                        word=spelled(stands),
                        due=day,
                        late=self.late(timed, things, day),
                        ask=who_explains(run.compiled.program.policy),
                    )

    def _is_due_elsewhere(self, run: Run, due: Due | Uncounted | None) -> bool:
        """Return True if a run alone has another clock due on a day: the same is owed there by another name."""
        for part in (clock.part("due") for clock in run.compiled.program.clocks):
            before = self._decided.run.value(part).rows
            for row, grade in run.value(part).rows.items():
                if row[-1] == due and grade >= PROVISIONAL > before.get(row, NO):
                    return True
        return False

    def _readings_below(self, timed: Clock, due: Due | Uncounted | None, word: str) -> Iterator[str]:
        """Yield the addresses of the readings on which the state of a clock can hang, or its day.

        These are all that its rows read, or those that choose the edition. Whether one of them moves it in this case
        is soon tried, since a run takes over whatever a reading does not touch.
        """
        compiled = self._decided.run.compiled
        parts: list[Predicate] = [timed.part("owed")]
        parts += [timed.part(word)] if word in OF_A_MOMENT else []
        parts += [timed.part("due")] if isinstance(due, Due) else []
        if parts and EDITION in compiled.program.predicates:
            parts.append(compiled.program.predicates[EDITION])
        read = (compiled.reads(part) for part in parts)
        for key in sorted(frozenset[str]().union(*read)):
            reading = compiled.program.predicates[key]
            if isinstance(reading, Reading):
                yield f"{compiled.program.owner_of(reading)}/{reading.id}"

    @staticmethod
    def _other_day(run: Run, clock: Clock, things: Things, due: Due, *, exactly: bool) -> Due | None:
        """Return when an act is due in a run, if that is another day; or another time, where that counts.

        The time of day counts where the clock stands otherwise by it, and where neither is due by the end of a day.
        That a day ends sooner or later is a doubt of every clock, and no reason to tell each.
        """
        first = first_due(run, clock, things) or due
        by_day = not exactly and (first.end_of_day or due.end_of_day)
        same = first.days == due.days if by_day else (first.earliest, first.latest) == (due.earliest, due.latest)
        return None if same else first

    def under(self, address: str, value: Any) -> Run:
        """Return the run in which a point has a value.

        Args:
            address: The point's address.
            value: One of its values.
        """
        run = self._read_otherwise.get((address, value))
        if run is None:
            # Several clocks ask for the same reading, and a run is expensive.
            run = self._read_otherwise[address, value] = self._decided.run.answered(address, value)
        return run

    def _counting(self, run: Run, timed: Clock, things: Things) -> Clock | None:
        """Return the clock that counts an act in a run: its own, or another that times the act only there."""
        if self._is_owed(run, timed, things):
            return timed
        taken_over = (
            clock
            for clock in run.compiled.program.clocks
            if any(likeness(clock, timed))
            and self._is_owed(run, clock, things)
            and not self._is_owed(self._decided.run, clock, things)
        )
        # max is stable, so the first in the program's order wins among equally like ones.
        return max(taken_over, key=lambda clock: likeness(clock, timed), default=None)

    def _stands(self, run: Run, clock: Clock | None, things: Things) -> str:
        """Return the state of a clock in a run; it is perhaps late if only a part of its possible days has passed."""
        if clock is None:
            return NOT_OWED
        word, due = state_in(run, clock, things), first_due(run, clock, things)
        when = self._at if word in BEFORE else first_done(run, clock, things) if word in DONE_STATES else None
        is_open = due is not None and when is not None and NO < in_time(when, due, run.context.zone) < CERTAIN
        return perhaps_late(word) if is_open else word

    @staticmethod
    def _is_owed(run: Run, timed: Clock, things: Things) -> bool:
        return bool(run.value(timed.part("owed")).grade(things) >= PROVISIONAL)
