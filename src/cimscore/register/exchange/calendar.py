"""The due list for a calendar (iCalendar, RFC 5545): an event for each act that has a day."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable

import icalendar

from cimscore.register.trays.lists import ListPart

_A_MINUTE = dt.timedelta(minutes=1)


def calendar_of(parts: Iterable[ListPart], now: dt.datetime) -> str:
    """Return a calendar of what is due.

    Whoever takes it in again finds the same events, by their names.

    Args:
        parts: The due list.
        now: The time at which it is made.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//cimscore//register//EN")
    calendar.add("version", "2.0")
    for part in parts:
        for item in part.items:
            if item.due is None:
                continue
            event = icalendar.Event()
            name = hashlib.sha256(f"{item.case}\n{item.program}\n{item.thing}".encode()).hexdigest()[:32]
            event.add("uid", f"{name}@cimscore")
            event.add("dtstamp", now.astimezone(dt.UTC).replace(microsecond=0))
            # A day ends with the midnight that begins the next one, and an event stands on the day it is due.
            event.add("dtstart", item.due - _A_MINUTE if item.ends_a_day else item.due)
            event.add("summary", f"{item.case}: {item.detail['who']} to {item.detail['what']}".replace(":  to ", ": "))
            event.add("description", item.says)
            event.add("class", "PRIVATE")
            event.add("status", "CONFIRMED" if item.detail["standing"] == "certain" else "TENTATIVE")
            calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made.decode()
