"""Other readings of the policy under which a clock would be due on another day, or stand otherwise."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from cimscore.assessment.decision.value import ReadOtherwise
from cimscore.assessment.decision.whom import who_explains
from cimscore.assessment.timing.in_a_run import (
    BEFORE,
    DONE_STATES,
    NOT_OWED,
    OF_A_MOMENT,
    Things,
    first_done,
    first_due,
    late_at_receipt,
    likeness,
    perhaps_late,
    state_in,
)
from cimscore.calendars import Due
from cimscore.clocks import Uncounted, in_time
from cimscore.grades import CERTAIN, NO, PROVISIONAL
from cimscore.ids import spelled
from cimscore.reasoning.claims.trying import Trials
from cimscore.reasoning.questions import point_at
from cimscore.reasoning.run import Run
from cimscore.rules import Reading
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.rows.clocks import Clock
from cimscore.rules.rows.conclusions import EDITION


@attrs.frozen(kw_only=True)
class OtherReadings:
    """Other readings of one clock.

    Attributes:
        run: The run by the working answers.
        trials: Runs by other answers.
        timed: The clock.
        things: What it hangs on.
        due: When it is due by the working answers.
        word: Its state by these.
        within: True if the moment that decides its state lies between the first and the last that it may be due.
    """

    run: Run
    trials: Trials
    timed: Clock
    things: Things
    due: Due | Uncounted | None
    word: str
    within: bool

    def moving(self) -> Iterator[ReadOtherwise]:
        """Yield each other reading under which the clock would be due on another day, or stand otherwise."""
        own = perhaps_late(self.word) if self.within else self.word
        for address in self._addresses():
            point = point_at(self.run, address)
            for value in point.values:
                if value == point.working:
                    continue
                stands, day = self._under(self.trials.supposing((address, value)), own)
                if stands != own or day is not None:
                    yield ReadOtherwise(
                        reading=address,
                        asks=point.asks,
                        answer=point.in_words(value),
                        taken=point.in_words(point.working),
                        word=spelled(stands),
                        due=day,
                        late=late_at_receipt(self.run, self.timed, self.things, day),
                        ask=who_explains(self.run.compiled.program.policy),
                    )

    def _under(self, run: Run, own: str) -> tuple[str, Due | None]:
        """Return how the clock stands in a run, and when it is due there, if that is another day."""
        clock = self._counting(run)
        # Where it is not owed at all there is nothing left to wait for, or to count.
        spared = clock is None and not self._is_due_elsewhere(run)
        stands = self._stands(run, clock) if spared or self.word in OF_A_MOMENT else own
        # What is done and stands as before has no other day, unless another clock counts it.
        same = clock is self.timed and self.word in DONE_STATES and stands == own
        if clock is None or same or not isinstance(self.due, Due):
            return stands, None
        return stands, self._other_day(run, clock, self.due, exactly=stands != own)

    def _is_due_elsewhere(self, run: Run) -> bool:
        """Return True if a run alone has another clock due on the day: the same is owed there by another name."""
        for part in (clock.part("due") for clock in run.compiled.program.clocks):
            before = self.run.value(part).rows
            for row, grade in run.value(part).rows.items():
                if row[-1] == self.due and grade >= PROVISIONAL > before.get(row, NO):
                    return True
        return False

    def _addresses(self) -> Iterator[str]:
        """Yield the addresses of the readings on which the state of the clock can hang, or its day.

        These are all that its rows read, or those that choose the edition. Whether one of them moves it in this case
        is soon tried, since a run takes over whatever a reading does not touch.
        """
        compiled = self.run.compiled
        parts: list[Predicate] = [self.timed.part("owed")]
        parts += [self.timed.part(self.word)] if self.word in OF_A_MOMENT else []
        parts += [self.timed.part("due")] if isinstance(self.due, Due) else []
        if EDITION in compiled.program.predicates:
            parts.append(compiled.program.predicates[EDITION])
        read = (compiled.reads(part) for part in parts)
        for key in sorted(frozenset[str]().union(*read)):
            reading = compiled.program.predicates[key]
            if isinstance(reading, Reading):
                yield f"{compiled.program.owner_of(reading)}/{reading.id}"

    def _other_day(self, run: Run, clock: Clock, due: Due, *, exactly: bool) -> Due | None:
        """Return when the act is due in a run, if that is another day; or another time, where that counts.

        The time of day counts where the clock stands otherwise by it, and where neither is due by the end of a day.
        That a day ends sooner or later is a doubt of every clock, and no reason to tell each.
        """
        first = first_due(run, clock, self.things) or due
        by_day = not exactly and (first.end_of_day or due.end_of_day)
        same = first.days == due.days if by_day else (first.earliest, first.latest) == (due.earliest, due.latest)
        return None if same else first

    def _counting(self, run: Run) -> Clock | None:
        """Return the clock that counts the act in a run: its own, or another that times the act only there."""
        if self._is_owed(run, self.timed):
            return self.timed
        taken_over = (
            clock
            for clock in run.compiled.program.clocks
            if any(likeness(clock, self.timed)) and self._is_owed(run, clock) and not self._is_owed(self.run, clock)
        )
        # max is stable, so the first in the program's order wins among equally like ones.
        return max(taken_over, key=lambda clock: likeness(clock, self.timed), default=None)

    def _stands(self, run: Run, clock: Clock | None) -> str:
        """Return the state of a clock in a run; it is perhaps late if only a part of its possible days has passed."""
        if clock is None:
            return NOT_OWED
        word, due = state_in(run, clock, self.things), first_due(run, clock, self.things)
        at = run.context.at
        when = at if word in BEFORE else first_done(run, clock, self.things) if word in DONE_STATES else None
        is_open = due is not None and when is not None and NO < in_time(when, due, run.context.zone) < CERTAIN
        return perhaps_late(word) if is_open else word

    def _is_owed(self, run: Run, clock: Clock) -> bool:
        return bool(run.value(clock.part("owed")).grade(self.things) >= PROVISIONAL)
