"""Several due dates as one: the range over all of them, and the earliest of them."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from cimscore.calendars import Due, Skipped


def hull(dues: Iterable[Due], working: Due | None = None) -> Due:
    """Return the range over several due times. The skipped days are those of the working one.

    Args:
        dues: At least one.
        working: The working one. Defaults to the one with the earliest working instant.
    """
    every = sorted(dues, key=_by_working)
    # The earliest by its working instant: nobody is late who keeps to it.
    taken = working or every[0]
    latest = max(due.latest for due in every)
    return attrs.evolve(
        taken,
        earliest=min(due.earliest for due in every),
        closed=_closed(every),
        latest=latest,
        # Several may share the latest instant. An instant includes that very moment, the end of a day does not, so the
        # range is an end of day only if all of them are.
        end_of_day=all(due.end_of_day for due in every if due.latest == latest),
        unsettled=tuple(dict.fromkeys(reason for due in every for reason in due.unsettled)),
    )


def earliest_of(dues: Iterable[Due]) -> Due:
    """Return the due time of the first of several things. It takes the smaller of each end, so it may match none.

    Args:
        dues: At least one, all of them due.
    """
    every = sorted(dues, key=_by_working)
    latest = min(due.latest for due in every)
    return attrs.evolve(
        every[0],
        earliest=min(due.earliest for due in every),
        closed=_closed(every),
        latest=latest,
        # The first of several is the strictest, so one end of day at this instant is enough.
        end_of_day=any(due.end_of_day for due in every if due.latest == latest),
        unsettled=tuple(dict.fromkeys(reason for due in every for reason in due.unsettled)),
    )


def _closed(every: Iterable[Due]) -> tuple[Skipped, ...]:
    return min(every, key=lambda due: due.earliest).closed


def _by_working(due: Due) -> tuple[object, ...]:
    # The tail of this key only breaks ties, so that the result does not depend on the order of the input.
    passed_over = tuple((day.day, day.why) for day in due.skipped)
    return due.working, not due.end_of_day, due.earliest, due.latest, passed_over, due.falls_on, due.notes()
