"""Days and moments that cannot follow each other as they stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from cimscore.case import Moment, PersonEntry, Unknown
from cimscore.errors import Problem
from cimscore.wire.crosschecks.material import Material

# A day lasts, in one place or another of the world, from its start in the first zone to its end in the last.
_FIRST_ZONE: Final = dt.timezone(dt.timedelta(hours=14))
_LAST_ZONE: Final = dt.timezone(dt.timedelta(hours=-12))


def stays_that_end_too_early(material: Material) -> Iterator[Problem]:
    """A stay ends on or after the day it begins."""
    for path, stay in material.draft.residences.items():
        if isinstance(stay.from_, dt.date) and isinstance(stay.until, dt.date) and stay.until < stay.from_:
            yield Problem(where=f"{path}.until", found=str(stay.until), expected=f"a day on or after {stay.from_}")


def events_before_birth(material: Material) -> Iterator[Problem]:
    """Nobody is born after the information was received, except the unborn, who have no birthday."""
    received = material.draft.dates.received
    for path, person in material.draft.people.items():
        yield from _birthday(f"{path}.born", person, received)


def moves_out_of_order(material: Material) -> Iterator[Problem]:
    """The moves of a record are written in the order they happened."""
    for path, record in material.draft.records.items():
        known = [(move.move, move.at) for move in record.moves if isinstance(move.at, Moment)]
        for (before, earlier), (name, later) in pairwise(known):
            if _surely_before(later, earlier):
                found = f"{name!r} at {later} after {before!r} at {earlier}"
                yield Problem(where=f"{path}.moves", found=found, expected="moves in the order they happened")


def _birthday(where: str, person: PersonEntry, received: Moment | Unknown) -> Iterator[Problem]:
    if isinstance(person.born, Unknown):
        return
    if person.unborn is not None:
        expected, hint = "no day of birth for an unborn child", "Leave out born, or leave out unborn."
        yield Problem(where=where, found=str(person.born), expected=expected, hint=hint)
    elif not isinstance(received, Unknown) and _day_written(received) < person.born:
        expected = f"a day not after the information was received ({received})"
        yield Problem(where=where, found=str(person.born), expected=expected, hint="For an unborn child write unborn.")


def _day_written(moment: Moment) -> dt.date:
    """The day as it was written down, where the information was received."""
    return moment.value.date() if isinstance(moment.value, dt.datetime) else moment.value


def _surely_before(one: Moment, other: Moment) -> bool:
    """Whether `one` came before `other` in whatever zones their days are meant."""
    if one.instant is None and other.instant is None:
        return one.value < other.value
    latest = one.instant or dt.datetime.combine(one.value, dt.time.max, _LAST_ZONE)
    return latest < (other.instant or dt.datetime.combine(other.value, dt.time.min, _FIRST_ZONE))
