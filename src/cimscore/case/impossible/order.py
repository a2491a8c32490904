"""The order of two moments, as far as it is sure in whatever zones their days are meant."""

from __future__ import annotations

import datetime as dt
from typing import Final

from cimscore.case.moments import Between, Moment

# A day lasts, in one place or another of the world, from its start in the first zone to its end in the last.
_FIRST_ZONE: Final = dt.timezone(dt.timedelta(hours=14))
_LAST_ZONE: Final = dt.timezone(dt.timedelta(hours=-12))


def surely_before(one: object, other: object) -> bool:
    """Return True if both are known and `one` came before `other` in every zone, whenever each was."""
    one = one.last if isinstance(one, Between) else one
    other = other.first if isinstance(other, Between) else other
    if not isinstance(one, Moment) or not isinstance(other, Moment):
        return False
    if one.instant is None and other.instant is None:
        return one.value < other.value
    latest = one.instant or dt.datetime.combine(one.value, dt.time.max, _LAST_ZONE)
    return latest < (other.instant or dt.datetime.combine(other.value, dt.time.min, _FIRST_ZONE))


def day_written(moment: Moment) -> dt.date:
    """Return the day as it was written down, where the moment was noted."""
    return moment.value.date() if isinstance(moment.value, dt.datetime) else moment.value
