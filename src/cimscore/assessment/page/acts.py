"""Acts that are due: the clocks of a page, what is due for several things on one day told once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

import attrs

from cimscore.assessment.decision.standing import Standing
from cimscore.assessment.decision.value import DecidedClock, Decision, Limited
from cimscore.assessment.page.days import bounds_of, day_of, day_or_moment, late_when_received
from cimscore.assessment.page.marks import IF_OPENED, LineMarks
from cimscore.assessment.page.readings import is_worse
from cimscore.assessment.timing.in_a_run import CANNOT_BE_TOLD, DONE, DONE_IN_WORDS, DONE_STATES
from cimscore.calendars import Due
from cimscore.clocks import ClockState, Uncounted
from cimscore.rules.english.nouns import counted, first_listed

_MOST_NAMED: Final = 6


@attrs.frozen
class Act:
    """An act that is due on one day for several things.

    Attributes:
        clocks: The clocks of those things.
        marks: The marks of the page.
        names: What to call those things; none where nothing is to be told apart.
    """

    clocks: tuple[DecidedClock, ...]
    marks: LineMarks
    names: tuple[str, ...] = ()

    @property
    def first(self) -> DecidedClock:
        """Return the first of its clocks, which tells what all of them share."""
        return self.clocks[0]

    @property
    def says(self) -> str:
        """Return when it is due, who has to do what, for what, and how it stands."""
        return self.said(zoned=True, named=True)

    def said(self, *, zoned: bool, named: bool) -> str:
        """Return the same; the zone or the names may have been said above it."""
        return f"{day_of(self.first, zoned=zoned)}: {self.told(named=named)}"

    def told(self, *, named: bool = True) -> str:
        """Return who has to do what, for what, and how it stands."""
        return f"{self.what if named else self._deed}{standing_of(self.first, self.marks)}"

    def told_beside(self, *, named: bool, own: bool) -> str:
        """Return the same beside a moment that is told with what may make it another.

        Args:
            named: Whether it is said for what it is due.
            own: Whether that moment is of its own day, which alone goes with the time that is left.
        """
        deed = self.what if named else self._deed
        return f"{deed}{standing_of(self.first, self.marks, bounded=False, timed=own)}"

    @property
    def what(self) -> str:
        """Return who has to do what, for what."""
        return f"{self._deed}{f' ({self.whose})' if self.names else ''}"

    @property
    def _deed(self) -> str:
        return f"{self.first.who} to {self.first.what}" if self.first.who else self.first.what

    @property
    def late(self) -> str:
        """Return that it was late already when the information was received, or may have been; else nothing."""
        late = late_when_received(self.first)
        return f"{late}: " if late else ""

    @property
    def is_overdue(self) -> bool:
        """Return True if it is overdue, or may be."""
        return any(word == ClockState.OVERDUE for word, _ in self.first.states)

    @property
    def is_untold(self) -> bool:
        """Return True if it cannot be told how it stands."""
        return self.first.stands.word == CANNOT_BE_TOLD

    @property
    def is_certain(self) -> bool:
        """Return True for a day that no answer moves, of an act that is not done."""
        return self.first.standing is Standing.CERTAIN and isinstance(self.first.due, Due) and not self.is_met

    @property
    def is_met(self) -> bool:
        """Return True if it is sure that it is done, in time or late, or without a day to hold it against."""
        if self.first.stands.word == DONE:
            return True
        done = any(word in DONE_STATES for word, _ in self.first.states)
        return done and not self.first.stands.perhaps

    @property
    def is_read_as_unmet(self) -> bool:
        """Return True if by another reading it is not done."""
        return any(
            is_worse(read, self.first) and read.word not in DONE_IN_WORDS for read in self.first.stands.otherwise
        )

    @property
    def whose(self) -> str:
        """Return for what it is due; empty where nothing is to be told apart."""
        return first_listed(self.names, _MOST_NAMED)


def acts_of(decision: Decision, marks: LineMarks, *, singly: bool = False) -> list[Act]:
    """Return what is due, in order of time; an act that is due for several things on one day is told once.

    An act of a record that is certain is not told again as provisional for another part of the same record.

    Args:
        decision: The decision.
        marks: The marks of its page.
        singly: Whether each clock is told by itself.
    """
    told: dict[tuple[object, ...], list[DecidedClock]] = {}
    clocks = decision.clocks if singly else _once_a_record(decision.clocks)
    for number, clock in enumerate(clocks):
        read = tuple((read.reading, read.answer, read.word, str(read.due)) for read in clock.stands.otherwise)
        alike = clock.what, day_of(clock), str(clock.due), standing_of(clock, marks), read
        told.setdefault((number,) if singly else alike, []).append(clock)
    names = _names(list(told.values()))
    return [Act(tuple(clocks), marks, tuple(named)) for clocks, named in zip(told.values(), names, strict=True)]


def _once_a_record(clocks: Sequence[DecidedClock]) -> list[DecidedClock]:
    """Return the clocks without those that are provisional beside a certain one of the same act, record and day."""
    certain = {(*_act_of(clock), name) for clock in clocks if clock.standing is Standing.CERTAIN for name in clock.of}
    return [
        clock
        for clock in clocks
        if clock.standing is Standing.CERTAIN
        or not clock.of
        or not certain.issuperset((*_act_of(clock), name) for name in clock.of)
    ]


def _act_of(clock: DecidedClock) -> tuple[str, ...]:
    return clock.what, day_of(clock), str(clock.due), clock.stands.word


def _names(acts: Sequence[Sequence[DecidedClock]]) -> list[list[str]]:
    """Return what to call the things of each act: as few words as tell apart lines that ask for the same."""
    if len({(clock.of, clock.things[:1]) for clocks in acts for clock in clocks}) < 2:
        matters = defaultdict[str, set[object]](set)
        for clocks in acts:
            matters[clocks[0].what] |= _matters(clocks)
        several = {what for what, held in matters.items() if len(held) > 1}
        return [sorted(map(_by_rest, clocks)) if clocks[0].what in several else [] for clocks in acts]
    alike: dict[str, list[Sequence[DecidedClock]]] = {}
    for clocks in acts:
        alike.setdefault(clocks[0].what, []).append(clocks)
    ways = {what: next(filter(partial(_tells_apart, same), _WAYS), _by_all) for what, same in alike.items()}
    return [_called(clocks, ways[clocks[0].what]) for clocks in acts]


def _tells_apart(acts: Sequence[Sequence[DecidedClock]], name: Callable[[DecidedClock], str]) -> bool:
    named = [{name(clock) for clock in clocks} for clocks in acts]
    told = [called for names in named for called in names]
    lost = any(len(names) < len(_matters(clocks)) for clocks, names in zip(acts, named, strict=True))
    return all(told) and len({*told}) == len(told) and not lost


def _matters(clocks: Sequence[DecidedClock]) -> set[object]:
    """Return what some clocks are of, each once: their records, or what they belong to where they go to none."""
    return {clock.of if clock.records else clock.things for clock in clocks}


def _called(clocks: Sequence[DecidedClock], name: Callable[[DecidedClock], str]) -> list[str]:
    """Return what to call the things of an act; each record once, where it is due for several."""
    called = sorted({name(clock) for clock in clocks})
    return sorted({record for clock in clocks for record in clock.of}) if name is _by_record and called[1:] else called


def _by_record(clock: DecidedClock) -> str:
    return " and ".join(clock.of)


def _by_first(clock: DecidedClock) -> str:
    return " and ".join(clock.named[:1])


def _by_rest(clock: DecidedClock) -> str:
    return " for ".join(clock.named[1:])


def _by_all(clock: DecidedClock) -> str:
    return " for ".join(clock.named)


_WAYS: Final = (_by_record, _by_first, _by_all)
"""Ways to call the things of acts, those first that take fewer words."""


def standing_of(clock: DecidedClock, marks: LineMarks, *, bounded: bool = True, timed: bool = True) -> str:
    """Return how a clock stands, in brackets; empty where nothing is to be said.

    Args:
        clock: The clock.
        marks: The marks of the page.
        bounded: Whether it is said how soon and how late another answer may make it due.
        timed: Whether it is said if it runs, is overdue or is done, and for how long.
    """
    words = [*(_timed(clock) if timed else ()), *_stands(clock, marks), *(bounds_of(clock) if bounded else ())]
    return f" [{'; '.join(words)}]" if words else ""


def _timed(clock: DecidedClock) -> Iterator[str]:
    """Yield whether a clock runs, is overdue or is done, and for how long."""
    if clock.states and not isinstance(clock.due, Uncounted) and clock.due is not None:
        yield clock.stands.says


def _stands(clock: DecidedClock, marks: LineMarks) -> Iterator[str]:
    """Yield how sure the day of a clock is, and what may make it another."""
    stands = clock.stands
    yield from other_limits(clock, marks)
    if clock.missed:
        yield f"{counted(clock.missed, 'more time')} missed since"
    if clock.then:
        yield f"then {' and '.join(map(day_or_moment, clock.then))}"
    if clock.opens is not None:
        yield f"not before {day_or_moment(clock.opens)}"
    if clock.too_soon:
        yield f"done too soon, so that it counts for nothing: {' and '.join(clock.too_soon)}"
    if stands.barred is not None:
        yield "not allowed yet" if stands.barred is Standing.CERTAIN else "not allowed yet, by the working answers"
    if marks.waits(clock):
        yield IF_OPENED
    if clock.standing is Standing.PROVISIONAL:
        yield marks.provisional(clock)


def other_limits(clock: DecidedClock, marks: LineMarks) -> Iterator[str]:
    """Yield the days on which other programs ask for the same act.

    Args:
        clock: The clock.
        marks: The marks of the page, made with the decisions beside it.
    """
    if clock.limits is not None:
        yield _limited(clock.limits)
    yield from marks.limits.get(clock.address, ())


def _limited(limits: Limited) -> str:
    """Return the other limit on an act, that of the program which its program extends."""
    theirs = f"by {limits.due}" if isinstance(limits.due, Due) else "on a day that is not known yet"
    match limits.stricter:
        case True:
            return f"stricter than {limits.program}, which asks for it {theirs}"
        case False:
            return f"{limits.program} asks for it {theirs}, which holds all the same"
        case _:
            return f"{limits.program} asks for it {theirs}"
