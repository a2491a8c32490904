"""The day of receipt, on which people live somewhere and are of some age, as far as it is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import attrs

from cimscore.case import Between, Case, ConcernEntry, Moment, Unknown, concerns_of_act, first_of, is_known_by, last_of
from cimscore.ids import split_record_address


@attrs.frozen
class Days:
    """The days that a day can be.

    Attributes:
        first: The first; None where nothing bounds it.
        last: The last; None where nothing bounds it.
    """

    first: dt.date | None
    last: dt.date | None


def days_of_receipt(case: Case, zone: ZoneInfo | None) -> Days:
    """Return the possible days of receipt of the information.

    Everything reported happened no later. Every decision and every act came no earlier, except about a record on file
    and about a concern that somebody knew of by then.

    Args:
        case: The case.
        zone: Time zone in which a day begins. With None, each day is taken as written.
    """
    received = case.dates.received
    if not isinstance(received, Unknown):
        return Days(day_of(first_of(received), zone), day_of(last_of(received), zone))
    happened = [concern.occurred for concern in case.concerns]
    # Whatever it tells of had happened by then, and nothing was done about it before.
    first = max((day_of(first_of(when), zone) for when in happened if not isinstance(when, Unknown)), default=None)
    last = min((day_of(last_of(when), zone) for when in _acted(case) if not isinstance(when, Unknown)), default=None)
    # Something done about one thing and another that happened later fit no day: what happened counts.
    return Days(first, last if first is None or last is None or first <= last else None)


def _acted(case: Case) -> Iterator[Moment | Between | Unknown]:
    """Yield when something was decided or done about the information; a record on file may be years older than it."""
    on_file = {record.id for record in case.records}
    yield from (decision.at for decision in case.decisions if on_file.isdisjoint(decision.about))
    for done in case.done:
        known = any(is_known_by(case.facts, concern, done.at) for concern in concerns_of_act(done))
        if on_file.isdisjoint(done.for_) and not known:
            yield done.at
    for record in case.records:
        if (named := split_record_address(record.id)) is not None:
            yield from (move.at for move in record.moves if not is_known_by(case.facts, named[1], move.at))


def days_of_concern(concern: ConcernEntry, receipt: Days, zone: ZoneInfo | None) -> Days:
    """Return the days on which a concern can have happened: not after the information was received.

    Args:
        concern: The concern.
        receipt: The days on which the information can have been received.
        zone: Where a day begins; each day as it is written down, if None.
    """
    if isinstance(concern.occurred, Unknown):
        return Days(None, receipt.last)
    return Days(day_of(first_of(concern.occurred), zone), day_of(last_of(concern.occurred), zone))


def days_of_decision(concern: str, case: Case, receipt: Days, zone: ZoneInfo | None) -> Days | None:
    """Return the days on which a concern can have been decided about first; None where nothing is decided.

    Args:
        concern: The concern.
        case: The case.
        receipt: The days on which the information can have been received.
        zone: Where a day begins; each day as it is written down, if None.
    """
    moments = [decision.at for decision in case.decisions if concern in decision.about]
    known = [when for when in moments if not isinstance(when, Unknown)]
    if not moments:
        return None
    if not known:
        return Days(receipt.first, None)
    return Days(min(day_of(first_of(when), zone) for when in known), min(day_of(last_of(when), zone) for when in known))


def day_of(moment: Moment, zone: ZoneInfo | None = None) -> dt.date:
    """Return the day of a moment in a zone; the day as it is written down, if that is None."""
    if zone is not None:
        return moment.day(zone)
    return moment.value.date() if isinstance(moment.value, dt.datetime) else moment.value
