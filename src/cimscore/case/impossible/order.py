"""The order of two moments, as far as it is sure in whatever zones their days are meant."""

from __future__ import annotations

import datetime as dt
from typing import Final

from cimscore.case.moments import Between, Moment

# Somewhere in the world a day has begun from its start in the first zone
# (Kiritimati) to its end in the last one (Baker Island).
_FIRST_ZONE: Final = dt.timezone(dt.timedelta(hours=14))
_LAST_ZONE: Final = dt.timezone(dt.timedelta(hours=-12))


def surely_before(one: object, other: object) -> bool:
    """Return True if both are known and `one` certainly came before `other`.

    A day compared with an instant is a day in the place of the instant's offset. Compared with an instant in UTC, which
    may come from anywhere, it is a day in every zone.
    """
    one = one.last if isinstance(one, Between) else one
    other = other.first if isinstance(other, Between) else other
    if not isinstance(one, Moment) or not isinstance(other, Moment):
        return False
    if one.instant is None and other.instant is None:
        return one.value < other.value
    last_zone, first_zone = _zone(other) or _LAST_ZONE, _zone(one) or _FIRST_ZONE
    latest = one.instant or dt.datetime.combine(one.value, dt.time.max, last_zone)
    return latest < (other.instant or dt.datetime.combine(other.value, dt.time.min, first_zone))


def _zone(moment: Moment) -> dt.tzinfo | None:
    """Return where an instant was noted, by its offset; None for a day, and for UTC."""
    # UTC may be a computer's default rather than the zone of the place, so it says nothing about the zone.
    return moment.instant.tzinfo if moment.instant is not None and moment.instant.utcoffset() else None
