"""Places of a person on a given day, as far as a stay by turns or its limits decide them."""

from __future__ import annotations

import datetime as dt

from cimscore.case import ResidenceEntry, ResidenceKind, Rota, Unknown, first_and_last


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
    return _is_turn(stay.rota, day)


def _is_turn(rota: Rota, day: dt.date) -> bool | None:
    """Return whether a day is one of the days here; None where whose turn it is hangs on a day known only in part."""
    if isinstance(rota.from_, Unknown):
        return None
    first, last = first_and_last(rota.from_)
    # Python's remainder is never negative, so the turns run on before their first day as well.
    after = range((day - last).days, (day - first).days + 1)
    turns = {days % (rota.here + rota.away) < rota.here for days in after}
    return turns.pop() if len(turns) == 1 else None
