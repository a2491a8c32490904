"""Places of a person on a given day, as far as a stay by turns or its limits decide them."""

from __future__ import annotations

import datetime as dt

from cimscore.case import ResidenceEntry, ResidenceKind, Unknown, first_and_last


def is_here_on(stay: ResidenceEntry, day: dt.date) -> bool | None:
    """Return whether a person is in a household on a day; None where the stay does not tell.

    Args:
        stay: How the person stays in the household.
        day: The day.
    """
    if isinstance(stay.from_, Unknown) or isinstance(stay.until, Unknown):
        return None
    begun = None if stay.from_ is None else first_and_last(stay.from_)
    ended = None if stay.until is None else first_and_last(stay.until)
    if (begun is not None and day < begun[0]) or (ended is not None and ended[1] < day):
        return False
    # Within the range of a day that is known only in part, they may be here or not yet.
    if (begun is not None and day < begun[1]) or (ended is not None and ended[0] < day):
        return None
    if stay.rota is None:
        return True if stay.kind is ResidenceKind.FULL_TIME else None
    if isinstance(stay.rota.from_, Unknown):
        return None
    # Python's remainder is never negative, so the turns run on before their first day as well.
    return (day - stay.rota.from_).days % (stay.rota.here + stay.rota.away) < stay.rota.here
