"""The holidays of single places, read from a list that a plugin brings: by place and year, with their source."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any, Final

import attrs

from cimscore.calendars.local import LocalDays
from cimscore.errors import CalendarError

_KEYS: Final = frozenset({"year", "source", "called", "instead_of", "whole", "days"})


@attrs.frozen(kw_only=True)
class Listed:
    """Lists of local holidays from a plugin.

    Attributes:
        local: Differences of each place, for the years that are listed.
        whole: First and last day of each period for which a list has every place.
    """

    local: Mapping[str, LocalDays]
    whole: tuple[tuple[dt.date, dt.date], ...]


def listed_places(package: str, name: str, holidays: Mapping[dt.date, str]) -> Listed:
    """Return what the lists in a file say.

    Each entry of ``[[list]]`` has a ``year``, its ``source``, what a day is ``called``, and under ``days`` the day of
    each place. ``instead_of`` names the holiday of the jurisdiction in whose place it is kept. ``whole`` is the first
    and the last day between which the list has every place.

    Args:
        package: The package that has the file.
        name: The name of the file.
        holidays: The holidays of the jurisdiction.

    Raises:
        CalendarError: An entry lacks something, or names a holiday or a day that is not there.
    """
    found: dict[str, LocalDays] = {}
    whole: list[tuple[dt.date, dt.date]] = []
    for entry in _entries(package, name):
        where = f"{name} of {package}, the list for {entry.get('year', 'no year')}"
        _refuse_unless_sound(entry, where)
        removed = _replaced(entry, holidays, where)
        for place, day in entry["days"].items():
            days = LocalDays(
                added={day: str(entry["called"]).format(place=place)},
                removed=removed,
                years=frozenset({entry["year"]}),
                sources={entry["year"]: entry["source"]},
            )
            # Each list is of one year, and a place may be on many.
            found[place] = found[place].with_years_of(days) if place in found else days
        if "whole" in entry:
            whole.append((entry["whole"][0], entry["whole"][1]))
    return Listed(local=found, whole=tuple(whole))


def named_places(package: str, name: str) -> frozenset[str]:
    """Return the places that the lists in a file name, for whichever year.

    Args:
        package: The package that has the file.
        name: The name of the file.
    """
    return frozenset(place for entry in _entries(package, name) for place in entry.get("days", ()))


def _entries(package: str, name: str) -> list[dict[str, Any]]:
    return list(tomllib.loads(files(package).joinpath(name).read_text("utf-8")).get("list", []))


def _replaced(entry: Mapping[str, Any], holidays: Mapping[dt.date, str], where: str) -> frozenset[dt.date]:
    """Return the days of the jurisdiction that the places of a list do not keep."""
    named = entry.get("instead_of", "")
    days = frozenset(day for day, name in holidays.items() if name == named and day.year == entry["year"])
    if named and not days:
        raise CalendarError(f"{where}: there is no holiday {named!r} in that year.", "Name it as the calendar does.")
    return days


def _refuse_unless_sound(entry: Mapping[str, Any], where: str) -> None:
    lacking = sorted({"year", "source", "called", "days"} - entry.keys())
    if lacking:
        raise CalendarError(f"{where} lacks {', '.join(lacking)}.", "Add it: a day without a source is not used.")
    odd = sorted(entry.keys() - _KEYS)
    if odd:
        raise CalendarError(f"{where} has {', '.join(odd)}.", f"Use only {', '.join(sorted(_KEYS))}.")
    for day in _days(entry):
        if not isinstance(day, dt.date) or isinstance(day, dt.datetime) or day.year != entry["year"]:
            raise CalendarError(f"{where} has {day!r}.", f"Give a day of {entry['year']}, as in {entry['year']}-03-21.")


def _days(entry: Mapping[str, Any]) -> Iterable[object]:
    return (*entry["days"].values(), *entry.get("whole", ()))
