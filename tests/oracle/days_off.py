"""Public holidays that fall on weekdays, written down anew, without the library's calendars."""

from __future__ import annotations

import datetime as dt
from typing import Final

_QUEENSLAND: Final = """
2024 1-1 1-26 3-29 4-1 4-25 5-6 10-7 12-25 12-26
2025 1-1 1-27 4-18 4-21 4-25 5-5 10-6 12-25 12-26
2026 1-1 1-26 4-3 4-6 5-4 10-5 12-25 12-28
2027 1-1 1-26 3-26 3-29 4-26 5-3 10-4 12-27 12-28
"""
_EKKA: Final = "2024 8-14\n2025 8-13\n2026 8-12\n2027 8-11"
_VICTORIA: Final = """
2018 1-1 1-26 3-12 3-30 4-2 4-25 6-11 9-28 11-6 12-25 12-26
2019 1-1 1-28 3-11 4-19 4-22 4-25 6-10 9-27 11-5 12-25 12-26
2020 1-1 1-27 3-9 4-10 4-13 6-8 10-23 11-3 12-25 12-28
2021 1-1 1-26 3-8 4-2 4-5 6-14 9-24 11-2 12-27 12-28
2022 1-3 1-26 3-14 4-15 4-18 4-25 6-13 9-22 9-23 11-1 12-26 12-27
2023 1-2 1-26 3-13 4-7 4-10 4-25 6-12 9-29 11-7 12-25 12-26
2024 1-1 1-26 3-11 3-29 4-1 4-25 6-10 9-27 11-5 12-25 12-26
2025 1-1 1-27 3-10 4-18 4-21 4-25 6-9 9-26 11-4 12-25 12-26
2026 1-1 1-26 3-9 4-3 4-6 6-8 9-25 11-3 12-25 12-28
2027 1-1 1-26 3-8 3-26 3-29 6-14 9-24 11-2 12-27 12-28
"""


def _days(table: str) -> frozenset[dt.date]:
    rows = (line.split() for line in table.strip().splitlines())
    return frozenset(dt.date(int(row[0]), *map(int, each.split("-"))) for row in rows for each in row[1:])


BRISBANE: Final = _days(_QUEENSLAND) | _days(_EKKA)
MELBOURNE: Final = _days(_VICTORIA)


def free_days(first: dt.date, count: int, holidays: frozenset[dt.date]) -> list[dt.date]:
    """Return the days among so many from the first on which nobody works: weekends and holidays."""
    days = (first + dt.timedelta(days=number) for number in range(count))
    return [day for day in days if day.weekday() >= 5 or day in holidays]
