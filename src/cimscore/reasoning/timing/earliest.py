"""The earliest of the days on which a clock may be due: if several decisions start it, the first one counts."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from cimscore.calendars import NO_BEGINNING, Due
from cimscore.clocks import Uncounted, earliest_of
from cimscore.grades import CERTAIN, NO, POSSIBLE, PROVISIONAL

NO_MOMENT: Final = "the moment from which it counts is not known"
NO_PERIOD: Final = "the period is not known"
Ends = tuple[dt.datetime, dt.datetime]
"""The first and the last moment that a day can be."""
_NOT_KNOWN: Final = (NO_MOMENT, NO_PERIOD)


def earliest_day(days: dict[Due | Uncounted, int]) -> dict[Due | Uncounted, int]:
    """Return the grade for each day being the earliest. If several decisions start a clock, the first one counts."""
    dues = {due: grade for due, grade in days.items() if isinstance(due, Due)}
    sure = [due for due, grade in dues.items() if grade == CERTAIN]
    uncounted = sorted({_not_known(why) for why in days if isinstance(why, Uncounted) and why.why in _NOT_KNOWN})
    if sure and uncounted:
        # The certain day stays a bound: a start that nobody can count may only bring it forward.
        return {_or_sooner(earliest_of(sure), uncounted): CERTAIN}
    if any(_overlap(due, rival) for due, rival in itertools.combinations(dues, 2)):
        # No day at all is only as likely as the surest of the days is open.
        least = CERTAIN - max(dues.values())
        found = {why: min(grade, least) for why, grade in days.items() if why not in dues}
        found.update((due, grade) for due, grade in _earliest_of_ranges(dues).items())
    else:
        # Kleene's "and not": a day that may come before leaves this one no surer than its denial.
        found = {due: min(grade, CERTAIN - _sooner(due, days)) for due, grade in days.items()}
    return {due: grade for due, grade in found.items() if grade}


def _not_known(due: Uncounted) -> str:
    """Return what of another day is not known, and what is."""
    return f"{due.why} ({due.period if due.why == NO_MOMENT else f'from {due.start}'})"


def _or_sooner(due: Due, uncounted: Sequence[str]) -> Due:
    """Return a day as the latest that it can be: it may be owed by another day too, which nobody can count."""
    why = (f"It may be sooner: {due}." for due in uncounted)
    return attrs.evolve(due, earliest=NO_BEGINNING, unless=(), unsettled=(*due.unsettled, *why))


def _sooner(due: Due | Uncounted, days: Mapping[Due | Uncounted, int]) -> int:
    """Return the grade with which another day comes before one."""
    return max((grade for day, grade in days.items() if _is_sooner(day, due)), default=NO)


def _overlap(one: Due, other: Due) -> bool:
    """Return True if two days differ, and it is open which is the earlier."""
    return not (ends_of(one) == ends_of(other) or _is_sooner(one, other) or _is_sooner(other, one))


def _earliest_of_ranges(dues: Mapping[Due, int]) -> dict[Due, int]:
    """Return the possible values of the earliest day: the first of each set of days that can be true together.

    The first of the working days is certain if the first of every such set lies within it.
    """
    found = dict.fromkeys(_firsts(dues, CERTAIN), POSSIBLE)
    working = {due: grade for due, grade in dues.items() if grade >= PROVISIONAL}
    if working:
        # Of days worked with alike, one that a rule lists goes before a range made of two.
        first = max(_firsts(working, PROVISIONAL), key=lambda due: dues.get(due, NO))
        within = all(first.earliest <= possible.earliest and possible.latest <= first.latest for possible in found)
        found[first] = CERTAIN if within and max(dues.values()) == CERTAIN else PROVISIONAL
    return found


def _firsts(dues: Mapping[Due, int], holding: int) -> list[Due]:
    """Return the possible first of several days, if those with a grade are true. Two days of a set give its ends."""
    held = [ends_of(due) for due, grade in dues.items() if grade >= holding]
    # Ranges that overlap have no order; their texts have one, the same in every process.
    pairs = itertools.combinations_with_replacement(sorted(dues, key=repr), 2)
    firsts = ((pair, _first_ends(*pair)) for pair in pairs)
    return list(dict.fromkeys(_first(pair, ends) for pair, ends in firsts if _comes_before(ends, held)))


def _first_ends(one: Due, other: Due) -> Ends:
    return min(one.earliest, other.earliest), min(one.latest, other.latest)


def _comes_before(ends: Ends, held: Sequence[Ends]) -> bool:
    """Return True if a day of some ends can be the first of several others: neither end comes after one of theirs."""
    return all(ends[0] <= earliest and ends[1] <= latest for earliest, latest in held)


def _first(pair: tuple[Due, Due], ends: Ends) -> Due:
    """Return the earlier of two days, as it is listed. If that is open, return the smaller of each end."""
    return next((due for due in pair if ends_of(due) == ends), None) or earliest_of(pair)


def ends_of(due: Due) -> Ends:
    """Return the first and the last moment that a day can be, to order days by."""
    return due.earliest, due.latest


def _is_sooner(one: Due | Uncounted, other: Due | Uncounted) -> bool:
    if isinstance(one, Uncounted):
        return False
    return isinstance(other, Uncounted) or one.latest < other.earliest
