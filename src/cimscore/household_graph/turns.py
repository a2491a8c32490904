"""Places of somebody on a given day, as far as a stay by turns or its limits tell."""

from __future__ import annotations

import datetime as dt

from cimscore.case import ResidenceEntry, ResidenceKind, Unknown


def is_here_on(stay: ResidenceEntry, day: dt.date) -> bool | None:
    """Return whether a person is in a household on a day; None where the stay does not tell.

    Args:
        stay: How the person stays in the household.
        day: The day.
    """
    if isinstance(stay.from_, Unknown) or isinstance(stay.until, Unknown):
        return None
    if (stay.from_ is not None and day < stay.from_) or (stay.until is not None and stay.until < day):
        return False
    if stay.rota is None:
        return True if stay.kind is ResidenceKind.FULL_TIME else None
    if isinstance(stay.rota.from_, Unknown):
        return None
    return (day - stay.rota.from_).days % (stay.rota.here + stay.rota.away) < stay.rota.here
