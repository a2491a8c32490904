"""Children who live in more than one household, found in the graph and told with every assessment."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import attrs

from cimscore.case import Unknown
from cimscore.household_graph import HouseholdGraph, Read


@attrs.frozen(kw_only=True)
class SharedCare:
    """A child who lives in two households or more on the day of receipt.

    Attributes:
        person: The child's id.
        households: Ids of the households, sorted.
        rests_on: The facts this rests on.
    """

    person: str
    households: tuple[str, ...]
    rests_on: tuple[Read, ...]


def shared_care_in(graph: HouseholdGraph, zone: ZoneInfo) -> Iterator[SharedCare]:
    """Every child known to live in two households or more; who is not known to is not listed."""
    received = graph.case.dates.received
    on = None if isinstance(received, Unknown) else received.day(zone)
    for person in graph.people:
        child, homes = graph.is_child(person, on), graph.shared_care(person, on)
        if child.value and homes.value:
            rests_on = tuple(dict.fromkeys((*child.rests_on, *homes.rests_on)))
            yield SharedCare(person=person, households=homes.value, rests_on=rests_on)
