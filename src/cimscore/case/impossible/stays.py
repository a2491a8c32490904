"""Stays that cannot be."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import Final

from cimscore.case.births import first_and_last
from cimscore.case.households import ResidenceEntry, ResidenceKind
from cimscore.case.impossible.contradiction import Contradiction, Impossibility
from cimscore.case.material import Material
from cimscore.case.unknown import Unknown

_Stay = tuple[str, ResidenceEntry]


def overlapping(stays: list[_Stay], least: int) -> Iterator[tuple[_Stay, _Stay]]:
    """Yield neighbouring stays that certainly share at least so many days. An unknown limit leaves it open.

    Each stay is compared with the earlier one that lasts longest, so the work grows only with their number.
    """
    known = [
        stay for stay in stays if not isinstance(stay[1].from_, Unknown) and not isinstance(stay[1].until, Unknown)
    ]
    longest: _Stay | None = None
    for stay in sorted(known, key=lambda entry: _first_day(entry[1])):
        if longest and (min(_last_day(longest[1]), _last_day(stay[1])) - _first_day(stay[1])).days + 1 >= least:
            yield longest, stay
        longest = max(filter(None, (longest, stay)), key=lambda held: _last_day(held[1]))


def by(stays: Iterator[tuple[Hashable, _Stay]]) -> dict[Hashable, list[_Stay]]:
    """Return the stays by a key that they have in common."""
    found = defaultdict[Hashable, list[_Stay]](list)
    for key, stay in stays:
        found[key].append(stay)
    return found


def _ends_before_it_begins(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    for path, stay in material.residences.items():
        if isinstance(stay.from_, Unknown | None) or isinstance(stay.until, Unknown | None):
            continue
        if first_and_last(stay.until)[1] < first_and_last(stay.from_)[0]:
            found = f"{stay.person!r} in {stay.household!r} from {stay.from_} until {stay.until}"
            yield rule.at(found, f"{path}.until")


def _full_time_in_two_homes(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    full_time = (
        (stay.person, (path, stay))
        for path, stay in material.residences.items()
        if stay.kind is ResidenceKind.FULL_TIME
    )
    for person, stays in by(full_time).items():
        # One shared day is the day of the move.
        for (first_path, first), (second_path, second) in overlapping(stays, least=2):
            if first.household != second.household:
                found = f"{person!r} full-time in {first.household!r} and in {second.household!r} at once"
                hint = "Write part-time for shared care, or until the day on which one stay ended."
                yield rule.at(found, second_path, first_path, hint=hint)


def _first_day(stay: ResidenceEntry) -> dt.date:
    """Return the day on which a stay has surely begun."""
    return dt.date.min if isinstance(stay.from_, Unknown | None) else first_and_last(stay.from_)[1]


def _last_day(stay: ResidenceEntry) -> dt.date:
    """Return the last day on which a stay is surely not over."""
    return dt.date.max if isinstance(stay.until, Unknown | None) else first_and_last(stay.until)[0]


ENDS_BEFORE_IT_BEGINS: Final = Impossibility(
    name="ends-before-it-begins",
    sentence="A stay ends on or after the day on which it begins.",
    find=_ends_before_it_begins,
)
FULL_TIME_IN_TWO_HOMES: Final = Impossibility(
    name="full-time-in-two-homes",
    sentence="Nobody stays full-time in two homes at once.",
    find=_full_time_in_two_homes,
)
