"""Day of a clock in words: how it is told, how it may move, and why it is not exact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

import attrs

from cimscore.assessment.decision.standing import Standing
from cimscore.assessment.decision.value import DecidedClock, ReadOtherwise
from cimscore.calendars import NO_BEGINNING, Due
from cimscore.calendars.days import WEEKEND
from cimscore.calendars.words import day_in_words, skipped_in_words
from cimscore.clocks import Uncounted
from cimscore.rules.english.nouns import listed_words

_NO_DAY: Final = "no day yet"
_MOST_HOLIDAYS: Final = 2


def day_of(clock: DecidedClock, *, zoned: bool = True) -> str:
    """Return when a clock is due, in words.

    Args:
        clock: The clock.
        zoned: Whether the zone is said.
    """
    if clock.due is None:
        waiting = f"{_NO_DAY}, waiting for {clock.counted_from or 'its start'}"
        return waiting if clock.forecast is None else f"{waiting}; if that is on its last day, {clock.forecast}"
    if isinstance(clock.due, Uncounted):
        told = _NO_DAY
    else:
        told = f"{clock.due if zoned else clock.due.when}{holidays_of(clock.due)}"
    forecast = f"if {clock.counted_from or 'its start'} is on its last day, {clock.forecast}" if clock.forecast else ""
    return ", ".join(words for words in (told, forecast) if words)


def due_in_words(clock: DecidedClock) -> str:
    """Return by when a clock is due and how it stands, in words."""
    day = f"waits for {clock.counted_from or 'its start'}" if clock.due is None else str(clock.due)
    unless = clock.due.unless_in_words() if isinstance(clock.due, Due) else ""
    day = f"{day} ({unless})" if unless else day
    latest = f"; certainly by {clock.latest}" if clock.latest else ""
    stands = clock.stands.says if clock.states and clock.due is not None else ""
    return f"{day}{latest}{f' ({stands})' if stands else ''}"


def first_moment(due: Due) -> str:
    """Return the first moment at which something can be due, in words; that it may be any, where nothing bounds it.

    Args:
        due: The time.
    """
    return attrs.evolve(due, latest=due.earliest).when if due.opens else f"{last_moment(due)} or earlier"


def moment_or_later(due: Due) -> str:
    """Return the first moment at which something can be due, in words, and that it may be a later one.

    Args:
        due: The time.
    """
    return f"{first_moment(due)}{' or later' if due.opens and not due.exact else ''}"


def holidays_of(due: Due) -> str:
    """Return the holidays that moved a time, to be said behind it; empty where there are none.

    Args:
        due: The time.
    """
    sure = [f"{day_in_words(day.day)} ({day.why})" for day in due.holidays if not day.predicted]
    named = listed_words(sure) if len(sure) <= _MOST_HOLIDAYS else f"{len(sure)} holidays"
    return "".join(f", {told}" for told in (f"not counting {named}" if sure else "", due.expected) if told)


def working_day_before(due: Due) -> str:
    """Return the last working day before a moment that is on none, and why it is so early; empty for any other.

    Args:
        due: The time that begins with the moment.
    """
    if due.business_day_before is None:
        return ""
    holidays = [skipped_in_words(day) for day in due.closed if day.day.weekday() not in WEEKEND]
    why = f", as {listed_words(holidays)} {'are holidays' if holidays[1:] else 'is a holiday'}" if holidays else ""
    return f"do it by {day_in_words(due.business_day_before)}, the last working day before{why}"


def last_moment(due: Due) -> str:
    """Return the last moment at which something can be due, in words; that it is not known, where nothing bounds it.

    Args:
        due: The time.
    """
    return attrs.evolve(due, earliest=due.latest).when if due.closes else "not known"


def strictest_end(due: Due) -> Due | None:
    """Return the last moment at which something can be due, whatever its place keeps; None where it is not known.

    Args:
        due: The time.
    """
    if not due.opens and due.working > NO_BEGINNING:
        return attrs.evolve(due, latest=due.working, end_of_day=due.end_of_day)
    return due if due.closes and (due.exact or not due.unsettled) else None


def late_when_received(clock: DecidedClock | ReadOtherwise) -> str:
    """Return that the day of a clock had passed when the information was received, or may have; empty where not.

    Args:
        clock: The clock, or another reading of it.
    """
    if clock.late is None:
        return ""
    return f"{'perhaps ' if clock.late is Standing.PROVISIONAL else ''}late already when it was received"


def day_or_moment(due: Due) -> str:
    """Return a time beside that of a clock: its day alone, if it begins or ends with one.

    Args:
        due: The time.
    """
    midnight = due.latest.astimezone(due.zone)
    if not due.exact or midnight.time() != dt.time():
        return str(due)
    return day_in_words((midnight - dt.timedelta(days=due.end_of_day)).date())


def bounds_of(clock: DecidedClock) -> Iterator[str]:
    """Yield how soon and how late another answer may make a clock due, where that is another day.

    Args:
        clock: The clock.
    """
    if clock.standing is not Standing.PROVISIONAL:
        return
    if clock.soonest is not None:
        yield f"another answer may make it due {first_moment(clock.soonest)}"
    if clock.latest is not None and (not isinstance(clock.due, Due) or clock.latest.latest > clock.due.latest):
        yield f"at the latest {last_moment(clock.latest)}"


def why_not_exact(clock: DecidedClock, *, started: bool) -> Iterator[str]:
    """Yield why the day of a clock is not exact, and what would move it.

    Args:
        clock: The clock.
        started: Whether it is said from which moment it counts.
    """
    due = clock.due
    if isinstance(due, Uncounted):
        yield f"{due}."
    if not isinstance(due, Due):
        return
    yield from due.unsettled
    # A day that is not named adds nothing to the reasons.
    if any(unless.holiday for unless in due.unless) or not due.unsettled:
        yield from (f"{told}." for told in (due.unless_in_words(),) if told)
    if started and not due.exact and not due.unsettled and clock.counted_from:
        yield f"The day counts from {clock.counted_from}, of which the moment is not known exactly."
