"""Hours counted only while an office is open."""

from __future__ import annotations

import datetime as dt

from cimscore.errors import CalendarError

_NOON = dt.date(2000, 1, 1)
"""Any day: the clock of an office is counted by its hands."""


def office_hours(opens: dt.time | None, closes: dt.time | None) -> tuple[dt.time, dt.time]:
    """Return when an office opens and closes.

    Args:
        opens: Time of day from which it is open; None if nobody says.
        closes: Time of day at which it closes.

    Raises:
        CalendarError: Nobody says, or it closes before it opens.
    """
    if opens is None or closes is None or opens >= closes:
        raise CalendarError("the calendar does not say when its office is open", "Give it opens=… and closes=….")
    return opens, closes


def office_end(
    n: int, clock: dt.time, office: tuple[dt.time, dt.time], *, works: bool, back: bool = False
) -> tuple[int, dt.time]:
    """Return on which business day from a moment on a count of office hours ends, and at what time; 0 for its own day.

    A count that uses up the last hour of a day ends as the office closes, and counted back as it opens.

    Args:
        n: How many hours, from 1.
        clock: Time of day of the moment.
        office: When the office opens and closes.
        works: True if the day of the moment is a business day.
        back: True to count back from the moment.
    """
    opens, closes = (dt.datetime.combine(_NOON, time) for time in office)
    at = min(max(dt.datetime.combine(_NOON, clock), opens), closes)
    hours, whole = dt.timedelta(hours=n), closes - opens
    left = (at - opens if back else closes - at) if works else dt.timedelta()
    if hours <= left:
        return 0, (at - hours if back else at + hours).time()
    days = -((left - hours) // whole)
    last = hours - left - (days - 1) * whole
    return days, (closes - last if back else opens + last).time()
