"""Clocks in plain English, part by part: who does what, from when, how long, and what stops it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from cimscore.calendars import Before, EndOfPeriod, Hours, OfficeHours, periods_within
from cimscore.clocks import Repeats
from cimscore.rules.conditions.asked import Holds
from cimscore.rules.conditions.conditions import walk
from cimscore.rules.conditions.things import Attribute, Value, Variable
from cimscore.rules.english.answers import row_line
from cimscore.rules.english.lines import Line, Lines, TextSpan, as_sentences, plain
from cimscore.rules.english.modals import must_do
from cimscore.rules.english.nouns import constant, listed_words, quoted
from cimscore.rules.english.rules import followed
from cimscore.rules.english.scope import Scope, Style
from cimscore.rules.rows.clocks import Clock
from cimscore.rules.rows.tables import Table


def clock_lines(clock: Clock) -> tuple[Line, ...]:
    """Return a clock, one part to a line."""
    scope = Scope.of(clock.things, Style.HEAD)
    return as_sentences(_lines(clock, scope))


def time_lines(clock: Clock) -> tuple[Line, ...]:
    """Return how long a clock runs, and nothing else of it."""
    return as_sentences((_time(clock, Scope.of(clock.things, Style.HEAD)),))


def _lines(clock: Clock, scope: Scope) -> Iterator[Line]:
    about = listed_words([scope.mention(thing) for thing in clock.things]) or "the case"
    act = must_do(clock.by, clock.modal, clock.what)
    yield Line((TextSpan(f"for {about}: {act}", strong=True),))
    yield from followed((TextSpan("this is owed if "),), clock.owed, scope)
    if clock.begins is not None:
        yield from followed((TextSpan("it waits until "),), clock.begins, scope)
    yield from _starts(clock, scope)
    yield from _period(clock, scope)
    yield from _course(clock)
    if clock.stops is not None:
        after = _after(clock)
        at = f" at {_given(clock.done, after)}," if clock.done else ""
        yield from followed((TextSpan(f"it is done{at} when "),), clock.stops, after)
    if clock.bars is not None:
        yield from followed((TextSpan("meanwhile it may not be done if "),), clock.bars, _after(clock))


def _starts(clock: Clock, scope: Scope) -> Lines:
    moment = _given(clock.moment, scope)
    named = f" ({clock.says_from})" if clock.says_from else ""
    return followed((TextSpan(f"it counts from {moment}{named} when "),), clock.starts, scope)


def _after(clock: Clock) -> Scope:
    """Return the scope for a part that is shown alone: it knows only the things of the clock."""
    return Scope.of(clock.things)


def _period(clock: Clock, scope: Scope) -> Iterator[Line]:
    yield _time(clock, scope)
    if clock.place is not None:
        yield plain(f"its days are those of {_given(clock.place, scope)}")
    if clock.calendar:
        yield plain(f"it counts by the calendar {_given(clock.calendar, scope)}")
    if not all(isinstance(period, Hours | OfficeHours) for period in periods_within(clock.within) or (None,)):
        yield plain(f"it ends {_end(clock.ends, scope)}")
    if clock.also is not None:
        yield from followed((TextSpan("for these parts, "),), clock.also, scope)


def _course(clock: Clock) -> Iterator[Line]:
    """Yield how the act comes round again, how soon it may be done, and what it follows."""
    if clock.repeats is not None:
        yield plain(f"it comes round again: {_again(clock)}")
    if clock.not_before is not None:
        since = "that moment" if isinstance(clock.not_before, Before) else "after it"
        yield plain(
            f"it may not be done sooner than {clock.not_before} {since}; what is done sooner counts for nothing"
        )
    if clock.follows is not None:
        yield plain(f"until it starts, its day is forecast from when {quoted(clock.follows.what)} is due")


def _again(clock: Clock) -> str:
    if clock.repeats is Repeats.FROM_THE_START:
        return "each time is counted from that same moment"
    return f"{clock.then or 'the same time'} after it was last done"


def _time(clock: Clock, scope: Scope) -> Line:
    """Return how long it runs, with the lines of its table where it has one."""
    if isinstance(clock.within, Before):
        return plain(f"it is due {clock.within} that moment")
    time = _given(clock.within, scope)
    tables = [
        part.predicate
        for part in (walk(clock.also) if clock.also is not None else ())
        if isinstance(part, Holds) and isinstance(part.predicate, Table) and part.terms[1] == clock.within
    ]
    if len(tables) != 1:
        return plain(f"the time is {time}")
    return Line((TextSpan(f"the time is {time}, by the table:"),), tuple(row_line(row) for row in tables[0].rows))


def _end(ends: Any, scope: Scope) -> str:
    if ends is EndOfPeriod.END_OF_DAY:
        return "with the last day"
    if ends is EndOfPeriod.SAME_CLOCK_TIME:
        return "on the last day at the time of day from which it counts"
    if isinstance(ends, dt.time):
        return f"on the last day at {ends:%H:%M}"
    return f"as {_given(ends, scope)} says"


def _given(term: Any, scope: Scope) -> str:
    """Return how a value is spoken of: "the moment", or a constant."""
    if isinstance(term, Variable) and term not in scope.state:
        scope.bind([term], Style.GIVEN)
    return scope.mention(term) if isinstance(term, Value | Attribute) else constant(term)
