"""Periods of clocks: what can be counted, and what only looks like it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import MappingProxyType
from typing import Any, Final

from cimscore.calendars import Period
from cimscore.rules.conditions.asked import Holds
from cimscore.rules.conditions.conditions import Condition, walk
from cimscore.rules.conditions.things import Value
from cimscore.rules.refusals import AuthorError
from cimscore.rules.rows.tables import Table

_COUNTED: Final = re.compile(r"(within )?(?P<number>[0-9]+) (?P<unit>.*)")
_UNITS: Final = MappingProxyType(
    {
        "business": "BusinessDays", "working": "BusinessDays", "hour": "Hours", "week": "CalendarWeeks",
        "month": "CalendarMonths", "day": "CalendarDays",
    }
)  # fmt: skip
"""The period of each unit, by a word that names it; the first that fits counts."""


def refuse_unless_a_period(where: str, period: object) -> None:
    """Refuse what is no period, and words that say a number of days: nobody would count them.

    Args:
        where: Owner of the period, for the message.
        period: What was given for it.

    Raises:
        AuthorError: It is neither a period nor words, or is words that say a number.
    """
    if isinstance(period, str) and (said := _COUNTED.fullmatch(period.strip().lower())):
        unit = next((unit for word, unit in _UNITS.items() if word in said["unit"]), "")
        if unit:
            raise AuthorError(
                what=where, found=f"the words {period!r}, which are never counted",
                expected=f"{unit}({said['number']})", hint="Words are for a time that the source gives no number for.",
            )  # fmt: skip
    if not isinstance(period, Period | str):
        raise AuthorError(
            what=where, found=f"the period {period!r}",
            expected="a period such as BusinessDays(5), a variable that lists one, a table of them, or words",
        )  # fmt: skip


def refuse_unless_periods(where: str, period: Value[Any], parts: Iterable[object]) -> None:
    """Refuse a table that lists the period of a clock and has something else in one of its lines.

    Args:
        where: The clock, for the message.
        period: Variable of the period.
        parts: Parts of the clock, its conditions among them.

    Raises:
        AuthorError: A line of such a table is no period.
    """
    asked = (asked for part in parts if isinstance(part, Condition) for asked in walk(part) if isinstance(asked, Holds))
    for holds in asked:
        if isinstance(holds.predicate, Table) and holds.terms[-1] == period:
            for row in holds.predicate.rows:
                refuse_unless_a_period(f"{where}, the table {holds.predicate.id}", row.value)
