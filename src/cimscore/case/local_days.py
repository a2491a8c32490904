"""The holidays of one place, as whoever hands over the case knows them."""

from __future__ import annotations

import datetime as dt
import re

import attrs

from cimscore.case.places import State
from cimscore.case.unknown import UNKNOWN, Unknown

_SORT = r"(?:rural city|city|shire|town|borough|district)"
_BEFORE = re.compile(rf"^(?:the )?{_SORT} of (?:the )?")
_BEHIND = re.compile(rf" {_SORT}(?: council)?$")


@attrs.frozen(kw_only=True)
class LocalDaysEntry:
    """Full list of what is different in one place, for each year that it names.

    Attributes:
        at: The place, as a question or an area names it.
        state: State of the place. If left out, the list counts for any state whose calendar is used.
        holidays: Whole-day holidays of that place alone.
        working: Holidays of the state that the place does not keep.
        years: Further years in which nothing is different there.
    """

    at: str
    state: State | Unknown = UNKNOWN
    holidays: tuple[dt.date, ...] = ()
    working: tuple[dt.date, ...] = ()
    years: tuple[int, ...] = ()

    @property
    def named(self) -> frozenset[int]:
        """Return every year that it names, by a day or by itself."""
        return frozenset({*self.years, *(day.year for day in (*self.holidays, *self.working))})


def place_key(name: str) -> str:
    """Return what two spellings of one place share: ``Shire of Moyne``, ``moyne`` and ``Moyne Shire`` are the same.

    A region is more than the town it is named after, so that ``Toowoomba Region`` is another place than ``Toowoomba``.
    """
    plain = " ".join(re.sub(r"[^\w]+", " ", name.casefold().replace("'", "").replace("\u2019", "")).split())
    return _BEHIND.sub("", _BEFORE.sub("", plain)) or plain
