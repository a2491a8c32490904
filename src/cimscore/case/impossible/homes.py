"""Impossible facts about where a person lives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cimscore.case.births import first_and_last
from cimscore.case.households import ResidenceEntry, ResidenceKind
from cimscore.case.impossible.contradiction import Contradiction, Impossibility
from cimscore.case.material import Material
from cimscore.case.moments import Moment, day_written
from cimscore.case.people import Home
from cimscore.case.unknown import Unknown


def _home_beside_a_full_time_stay(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    for path, stay in material.residences.items():
        place, person = material.people_by_id.get(stay.person, ("", None))
        if person is None or person.home is None or stay.kind is not ResidenceKind.FULL_TIME:
            continue
        if _is_surely_now(stay, material):
            home = person.home.value
            found = f"home {home!r} of {stay.person!r}, who stays full-time in {stay.household!r}"
            hint = "Leave out home; or write part-time, or until the day on which the stay ended."
            yield rule.at(found, f"{place}.home", path, hint=hint)


def _is_surely_now(stay: ResidenceEntry, material: Material) -> bool:
    """Return True if the stay is surely in force on the day of receipt."""
    received = material.received
    day = day_written(received) if isinstance(received, Moment) else None
    if isinstance(stay.from_, Unknown) or isinstance(stay.until, Unknown):
        return False
    begun = stay.from_ is None or (day is not None and first_and_last(stay.from_)[1] < day)
    return begun and (stay.until is None or (day is not None and first_and_last(stay.until)[0] > day))


def _sleeps_and_has_a_home(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    households = material.names.in_sections(["households"])
    for path, person in material.people.items():
        if not person.sleeps:
            continue
        if person.home is not Home.NONE:
            hint = "Write home: none, or leave out sleeps."
            yield rule.at(f"{person.id!r} sleeps in {person.sleeps!r}, without home: none", f"{path}.sleeps", hint=hint)
        elif person.sleeps in households:
            hint = "Enter a stay in it under residences, and leave out home and sleeps."
            yield rule.at(f"{person.sleeps!r}, which is a household", f"{path}.sleeps", f"{path}.home", hint=hint)


def _rota_without_turns(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    for path, stay in material.residences.items():
        if stay.rota is None:
            continue
        for part, days in (("here", stay.rota.here), ("away", stay.rota.away)):
            if days < 1:
                yield rule.at(f"{days} days {part} in a row", f"{path}.rota.{part}")
        if stay.kind is ResidenceKind.FULL_TIME:
            found = f"{stay.person!r} full-time in {stay.household!r}, by turns"
            yield rule.at(found, f"{path}.rota", f"{path}.kind", hint="Write part-time, or leave out the rota.")


HOME_BESIDE_A_FULL_TIME_STAY: Final = Impossibility(
    name="home-beside-a-full-time-stay",
    sentence="A person who stays full-time in a household has no other home.",
    find=_home_beside_a_full_time_stay,
)
SLEEPS_AND_HAS_A_HOME: Final = Impossibility(
    name="sleeps-and-has-a-home",
    sentence="Only people who live in no home have an entry for where they sleep.",
    find=_sleeps_and_has_a_home,
)
ROTA_WITHOUT_TURNS: Final = Impossibility(
    name="rota-without-turns",
    sentence="A stay by turns has at least one day here and one day away.",
    find=_rota_without_turns,
)
