"""The state of a clock in words: how much is left, by how much it is late, and what would tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from zoneinfo import ZoneInfo

import attrs

from cimscore.assessment.decision.standing import Standing
from cimscore.assessment.decision.value import StateInWords
from cimscore.assessment.decision.words import Words
from cimscore.assessment.timing.in_a_run import (
    BEFORE,
    CANNOT_BE_TOLD,
    DONE,
    DONE_STATES,
    OF_A_MOMENT,
    Things,
    first_done,
    grades_of_done,
)
from cimscore.assessment.timing.otherwise import OtherReadings
from cimscore.calendars import Due, periods_within
from cimscore.case import Moment, Unknown
from cimscore.clocks import ClockState, Measure, Span, Uncounted, When, in_time, lateness, range_of, time_left
from cimscore.grades import CERTAIN, NO
from cimscore.ids import spelled
from cimscore.reasoning.claims.told import Decided, WorkingClaim
from cimscore.reasoning.claims.trying import Trials
from cimscore.reasoning.run import Run
from cimscore.rules.rows.clocks import Clock


@attrs.frozen
class ClockStates:
    """States of the clocks of a decision.

    Attributes:
        decided: What was decided.
        words: The words of the program for the things of the case.
        trials: Runs by other answers: several clocks ask for the same one, and a run is expensive.
    """

    decided: Decided
    words: Words
    trials: Trials

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
        clock = _OneClock(self.decided, self.words, timed, things, due, word, told)
        if not isinstance(due, Due) and CERTAIN in clock.grades_of_done:
            return StateInWords(word=DONE, standing=Standing.CERTAIN, says=DONE)
        others = OtherReadings(
            run=self.decided.run,
            trials=self.trials,
            timed=timed,
            things=things,
            due=due,
            word=word,
            within=clock.is_within,
        )
        return attrs.evolve(clock.in_words(certain=certain), otherwise=tuple(others.moving()))


@attrs.frozen(slots=False)
class _OneClock:
    """Clock of some things, in the surest of the states that it has by the working answers.

    Attributes:
        decided: What was decided.
        words: The words of the program for the things of the case.
        timed: The clock.
        things: What it hangs on.
        due: When it is due by the working answers.
        word: Its state; empty where it has none.
        told: What is told of that state; None where it has none.
    """

    decided: Decided
    words: Words
    timed: Clock
    things: Things
    due: Due | Uncounted | None
    word: str
    told: WorkingClaim | None

    def in_words(self, *, certain: bool) -> StateInWords:
        """Return how it stands by the readings taken.

        Args:
            certain: Whether it is certain that it is owed, and by when.
        """
        sure = self.told is not None and self.told.certain
        untold = self.told is None or (certain and not sure) or self.is_within
        perhaps = untold and not (self.is_within and self._is_settled)
        barred = self.decided.told.get((self.timed.part("barred").key, self.things))
        amount = self._amount()
        return StateInWords(
            word=CANNOT_BE_TOLD if untold else spelled(self.word),
            standing=Standing.of(certain=sure),
            amount=amount,
            says=self._what_would_tell(amount, perhaps=perhaps) if untold else self._said(amount),
            perhaps=perhaps,
            barred=None if barred is None else Standing.of(certain=barred.certain),
        )

    @property
    def is_within(self) -> bool:
        """Return True if the deciding moment is between the first and the last possible due time."""
        # Neither certainly in time nor certainly late.
        when = self._deciding
        return isinstance(self.due, Due) and when is not None and NO < in_time(when, self.due, self._zone) < CERTAIN

    @cached_property
    def grades_of_done(self) -> set[int]:
        """Return how certain it is that its act was done, of each moment."""
        return grades_of_done(self._run, self.timed, self.things)

    @property
    def _run(self) -> Run:
        return self.decided.run

    @property
    def _at(self) -> Moment | None:
        return self._run.context.at

    @property
    def _zone(self) -> ZoneInfo:
        return self._run.context.zone

    @cached_property
    def _done(self) -> When | None:
        """Return the first moment at which it was done by the working answers; none if it comes round again."""
        return first_done(self._run, self.timed, self.things)

    @property
    def _deciding(self) -> When | None:
        """Return the moment that decides between in time and late; None for a state that no moment decides."""
        if self.word in BEFORE:
            return self._at
        return self._done if self.word in OF_A_MOMENT else None

    @property
    def _is_settled(self) -> bool:
        """Return True if it is sure whether the act is done."""
        return not self.grades_of_done if self.word in BEFORE else CERTAIN in self.grades_of_done

    # Amounts.

    def _amount(self) -> str:
        """Return the time left or the lateness; empty if there is none."""
        if not isinstance(self.due, Due):
            return ""
        match self.word:
            case ClockState.RUNNING if self._at is not None:
                return time_left(self.due, self._at, self._zone, self._measure(self.due))
            case ClockState.OVERDUE if self._at is not None:
                return lateness(self.due, self._at, self._zone, self._measure(self.due))
            case ClockState.MET_LATE if self._done is not None:
                return lateness(self.due, self._done, self._zone, self._measure(self.due))
            case _:
                return ""

    def _measure(self, due: Due) -> Measure:
        _, period, place, calendar = self._run.clock(self.timed.id).counted_by(self.things, due)
        counter = self._run.context.counter
        named = place if isinstance(place, str) and not isinstance(place, Unknown) else None
        # By office hours, a count of days is told in days and one of hours in hours.
        ahead = periods_within(period)[-1 if due.end_of_day else 0]
        return Measure(ahead, counter.calendars.get(calendar or counter.first), named)

    # Words.

    def _said(self, amount: str) -> str:
        match self.word:
            case ClockState.WAITING:
                return f"waiting for {self.timed.says_from or 'its start'}"
            case ClockState.RUNNING if amount:
                return f"running, {amount} left"
            case ClockState.MET_LATE if amount:
                return f"met late, by {amount}"
            case ClockState.OVERDUE if amount:
                return f"overdue by {amount}"
            case ClockState.NOT_COUNTED if isinstance(self.due, Uncounted):
                return f"not counted: {self.due.why.removesuffix('.')}"
            case _:
                return spelled(self.word)

    def _either(self) -> str:
        """Return the two states between which a moment decides, with the lateness that it can come to at most."""
        late = ""
        if self._deciding is not None and isinstance(self.due, Due):
            late = lateness(self.due, self._deciding, self._zone, self._measure(self.due))
        in_time, too_late = (state.in_words for state in (BEFORE if self.word in BEFORE else DONE_STATES))
        return f"{in_time}, or {too_late}{f' by {late}' if late else ''}"

    def _what_would_tell(self, amount: str, *, perhaps: bool) -> str:
        """Return what would decide its state: an answer, a moment, or the moment of the assessment."""
        if self.told is None:
            asked_for = "say `at` to see whether it is running or overdue" if self._at is None else "nothing says yet"
            return f"{CANNOT_BE_TOLD}: {asked_for}"
        state = self._either() if self.is_within else self._said(amount)
        working = f"{CANNOT_BE_TOLD}: {'perhaps ' if perhaps else ''}{state}"
        asked = list(dict.fromkeys(address for answers in self.told.rests_on for address, _ in answers))
        if asked and not self.is_within:
            points = (self.decided.points[address] for address in asked)
            return f"{working}; the answer would tell: {' '.join(self.words.asked(point) for point in points)}"
        if isinstance(self.due, Due) and self.due.unsettled:
            unsettled = " ".join(self.due.unsettled).removesuffix(".")
            return f"{working}; it would be told by what is not known here: {unsettled}"
        if self.word in BEFORE and self._at is not None and self._at.instant is None:
            return f"{working}; the time of day of `at` would tell"
        return f"{working}; {' and '.join(self._moments_that_tell())} would tell"

    def _moments_that_tell(self) -> Iterator[str]:
        """Yield which moments would decide its state."""
        when, sure = self._done, CERTAIN in self.grades_of_done
        if when is None:
            yield "the moment from which it counts"
            return
        if sure or self.is_within or isinstance(when, Span):
            is_exact = isinstance(when, Moment) and when.instant is not None
            yield "the moment from which it counts" if is_exact else "the moment at which it was done"
        if not sure and not self._is_after_now(when):
            yield "the moment of what has to come before it"

    def _is_after_now(self, when: When) -> bool:
        """Return True if an act of an unknown moment may have been done after the moment of the assessment."""
        if self._at is None or not isinstance(when, Span):
            return False
        return when.last is None or range_of(when.last, self._zone).last > range_of(self._at, self._zone).last
