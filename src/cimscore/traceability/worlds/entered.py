"""The facts that a case states, by the addresses under which each can be supposed to be otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cimscore.case import Case

_OF_PERSON: Final = ("homes", "home", "parents", "family", "mother", "confirmed")
_OF_CONCERN: Final = ("place", "kind")
_OF_BOTH: Final = ("about", "present", "responsible")


def addresses_entered(case: Case) -> Iterator[str]:
    """Yield the address of every fact that a case may state, but for dates and moments, in a fixed order."""
    yield from (f"{word}@{person.id}" for person in case.people for word in _OF_PERSON)
    yield from sorted({f"stay@{stay.person}@{stay.household}" for stay in case.residences})
    yield from sorted({f"relationship@{kin.from_}->{kin.to}" for kin in case.relationships})
    yield from (f"{word}@{concern.id}" for concern in case.concerns for word in _OF_CONCERN)
    yield from (
        f"{word}@{concern.id}@{person.id}" for concern in case.concerns for word in _OF_BOTH for person in case.people
    )
    yield from (f"{word}@{home.id}" for home in case.households for word in ("area", "state"))
    yield from (f"{word}@{place.id}" for place in case.places for word in ("place-kind", "state"))
    yield from (f"household@{record.id}" for record in case.records)
