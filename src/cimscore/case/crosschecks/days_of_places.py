"""The holidays of single places: one whole list for each place, each day once."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.case.local_days import LocalDaysEntry, place_key
from cimscore.case.material import Material
from cimscore.case.unknown import UNKNOWN
from cimscore.errors import Problem


def local_days_that_do_not_fit(material: Material) -> Iterator[Problem]:
    """Find the places that are listed twice, the days given twice, and the lists that say nothing."""
    seen: list[tuple[str, LocalDaysEntry]] = []
    for path, entry in material.local_days.items():
        for earlier_path, earlier in seen:
            if _share_a_year(entry, earlier):
                yield _listed_twice(path, earlier_path)
        seen.append((path, entry))
        yield from _of_one_place(path, entry)


def _share_a_year(one: LocalDaysEntry, other: LocalDaysEntry) -> bool:
    # A list without a state counts in every state, so it can clash with any.
    together = UNKNOWN in (one.state, other.state) or one.state == other.state
    return together and place_key(one.at) == place_key(other.at) and not one.named.isdisjoint(other.named)


def _listed_twice(path: str, earlier: str) -> Problem:
    return Problem(
        where=path,
        found="the holidays of the same place and year again",
        expected="one whole list for each place and year",
        hint="Put the days of both into one entry.",
        beside=(earlier,),
    )


def _of_one_place(path: str, entry: LocalDaysEntry) -> Iterator[Problem]:
    if not entry.named:
        yield Problem(
            where=path,
            # Not the name of the place: under a notifier that is written badly, it may be part of the notifier.
            found="no day and no year",
            expected="a day among holidays or working, or the years in which nothing is different there",
        )
    for day in sorted(frozenset(entry.holidays) & frozenset(entry.working)):
        yield Problem(
            where=f"{path}.working",
            found=f"{day.isoformat()}, which is among holidays too",
            expected="each day as a holiday or as a working day",
            beside=(f"{path}.holidays",),
        )
