"""Reservations about a decision: everything that keeps it from being final, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from cimscore.assessment.checks.at_odds import at_odds, moves_unread, records_not_entered
from cimscore.assessment.checks.doubles import doubt_of
from cimscore.assessment.decision.duty import Duty
from cimscore.assessment.decision.standing import Standing
from cimscore.assessment.decision.undecided import Law, OpenPoint, Reservation
from cimscore.assessment.decision.value import DecidedClock, DecidedConclusion
from cimscore.assessment.decision.words import Words, begun
from cimscore.assessment.governing import Governed, begins_later, chooses_edition, none_in_force
from cimscore.assessment.owed.learning import to_learn
from cimscore.assessment.questions.asking import is_in_doubt, perhaps_the_same
from cimscore.assessment.timing.in_a_run import CANNOT_BE_TOLD
from cimscore.assessment.timing.waiting import waiting_of
from cimscore.calendars import Due
from cimscore.calendars.words import day_in_words
from cimscore.case import Case
from cimscore.clocks import Uncounted
from cimscore.reasoning.claims.told import Decided
from cimscore.rules.vocabulary import assessed_at


@attrs.frozen(kw_only=True)
class Reservations:
    """Reasons why a decision is not final.

    Attributes:
        case: The case.
        decided: What was decided.
        words: Words of the program for the things of the case.
        kept: The clocks of the case with nothing withdrawn; none where nothing is.
        conclusions: What is concluded.
        clocks: The clocks.
        points: What is open.
        governed: The editions that govern.
        duties: What is owed and not done.
    """

    case: Case
    decided: Decided
    words: Words
    kept: tuple[DecidedClock, ...]
    conclusions: tuple[DecidedConclusion, ...]
    clocks: tuple[DecidedClock, ...]
    points: tuple[OpenPoint, ...]
    governed: tuple[Governed, ...]
    duties: tuple[Duty, ...]

    @property
    def _lines(self) -> tuple[DecidedConclusion | DecidedClock, ...]:
        return (*self.conclusions, *self.clocks)

    def every(self, laws: tuple[Law, ...]) -> Iterator[str]:
        """Yield every reason, those of the laws that do not hold among them."""
        yield from map(str, self._untoward())
        if none_in_force(self.decided.run):
            return
        for law in laws:
            yield law.sentence
        yield from map(str, waiting_of(self.decided, self.points, self.words))
        resting = sum(line.standing is Standing.PROVISIONAL for line in self._lines)
        if resting:
            rest = "conclusion rests" if resting == 1 else "conclusions rest"
            yield f"{resting} {rest} on answers that nobody has given yet."
        yield from dict.fromkeys(_day_in_doubt(clock) for clock in self.clocks if is_in_doubt(clock.due))
        yield from self._doubles()
        yield from dict.fromkeys(_day_expected(clock) for clock in self.clocks if _is_expected(clock))
        if not resting:
            yield from self._could_add()
        yield from self._known_in_part()
        yield from (f"Still to be learnt, and may change this: {learn.what}." for learn in to_learn(self.duties))

    def told_nowhere_else(self) -> Iterator[Reservation]:
        """Yield the reasons that no law, clock or question tells, and what is mistyped or counts for nothing."""
        yield from self._untoward()
        if not none_in_force(self.decided.run):
            yield from waiting_of(self.decided, self.points, self.words)
            yield from map(Reservation, self._doubles())
            yield from map(Reservation, self._known_in_part())
            yield from map(Reservation, moves_unread(self.case, self.decided))
            yield from map(Reservation, records_not_entered(self.case, self.decided, self.words))

    def _untoward(self) -> Iterator[Reservation]:
        """Yield that no edition is in force; else what does not fit together."""
        run = self.decided.run
        if not none_in_force(run):
            yield from map(Reservation, at_odds(self.case, self.decided, self.kept))
        elif first := [(point.address, point.asks) for point in self.points if chooses_edition(run, point.address)]:
            holds = "Which edition of the policy holds is not known yet, so no rule applies. First of all:"
            yield Reservation(holds, tuple(first))
        elif assessed_at.key not in run.situation.base:
            yield Reservation(
                "The document does not say when it happened or when it was received, so it is not known which edition "
                "holds."
            )
            yield Reservation(
                "Find out when the information was received, and write it under dates: received. Until then, give the "
                "moment to assess for by --at."
            )
        else:
            yield Reservation("No edition of the policy is known to be in force on that day, so no rule applies.")
            yield from map(Reservation, self._first_held())

    def _first_held(self) -> Iterator[str]:
        """Yield what to do where nothing is in force: which text is the first that is held, and what to ask for."""
        for document in sorted(self.decided.run.force.choices):
            source = self.decided.run.compiled.program.policy.source(document)
            titles = [edition.title for edition in source.editions if edition.encoded]
            first = f"The first that is held is {titles[0]!r}. " if titles else ""
            yield f"{first}Ask for {source.title} as it stood on that day."

    def _could_add(self) -> Iterator[str]:
        """Yield what could add something: an answer, several together, or the moment of what is told."""
        doubles = set(perhaps_the_same(self.decided))
        asked = sum(point.address not in doubles for point in self.points)
        if self.decided.otherwise:
            yield "Another answer to an open question would add something."
        elif any(self.decided.together.values()) and asked != 1:
            yield "Answers to several questions together could add something."
        elif asked:
            yield "Another answer to an open question would add something."
        elif self.decided.together:
            untold = (clock for clock in self.clocks if clock.states and clock.stands.word == CANNOT_BE_TOLD)
            told = [f"{begun(_named(clock))} [{clock.stands.says}]." for clock in untold]
            yield from told or ("Something that is told only as a day, or as between two, could add something.",)

    def _doubles(self) -> Iterator[str]:
        """Yield who may be one person."""
        doubles = set(perhaps_the_same(self.decided))
        yield from (doubt_of(point, self._lines, self.words) for point in self.points if point.address in doubles)

    def _known_in_part(self) -> Iterator[str]:
        """Yield what is not known of an edition that governs, and what is told by one that begins later."""
        yield from (sentence for _, _, sentence in self.governed if sentence)
        cited = {clause for line in self._lines for clause in line.clauses}
        for source, first in begins_later(self.decided.run, cited):
            day = day_in_words(first)
            yield f"{source.title} is held from {day} on only; this was received before. Ask for what held then."


def _named(clock: DecidedClock) -> str:
    """Return what a clock times, and for what."""
    return f"{clock.what}{f' ({clock.things[0]})' if clock.things else ''}"


def _day_in_doubt(clock: DecidedClock) -> str:
    """Return that a clock has no one day yet, with the reasons that the calendar gives."""
    if isinstance(clock.due, Uncounted):
        return f"When to {clock.what} cannot be counted: {clock.due.why.removesuffix('.')}."
    reasons = clock.due.unsettled if isinstance(clock.due, Due) else ()
    since = f", as {clock.counted_from} is not" if clock.counted_from and not reasons else ""
    return " ".join((f"When to {clock.what} is not known exactly{since}.", *reasons))


def _is_expected(clock: DecidedClock) -> bool:
    return isinstance(clock.due, Due) and clock.due.predicted


def _day_expected(clock: DecidedClock) -> str:
    """Return that the day of a clock hangs on a holiday that is not fixed yet."""
    return f"When to {clock.what} holds only {clock.due.expected if isinstance(clock.due, Due) else ''}."
