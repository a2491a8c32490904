"""Things that nobody does before they are born or after they have died."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

from cimscore.case.actors import actor_of
from cimscore.case.births import first_and_last
from cimscore.case.concerns import ALLEGED
from cimscore.case.impossible.births import ends_of_birth
from cimscore.case.impossible.contradiction import Contradiction, Impossibility
from cimscore.case.material import Material
from cimscore.case.moments import Moment, day_written
from cimscore.case.people import PersonEntry
from cimscore.case.unknown import Unknown

_Death = tuple[str, PersonEntry, dt.date, dt.date]
"""The path of the entry, the entry, and the first and the last day on which the person can have died."""


def _died_before_birth(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    for path, person, _, last in _deaths(material).values():
        born, _ = ends_of_birth(person, material)
        if born and last < born.day:
            yield rule.at(f"{_died(person)} and {born.says}", f"{path}.died", f"{path}.{born.field}")
    for path, person in material.people.items():
        # Without a day of death, only "unborn" can contradict it.
        if person.died is True and person.is_awaited:
            yield rule.at(f"{_died(person)} and unborn", f"{path}.died", f"{path}.unborn")


def _died_after_everything(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    moments = {"dates.received": material.received}
    moments |= {f"{path}.at": decision.at for path, decision in material.decisions.items()}
    for path, record in material.records.items():
        moments |= {f"{path}.moves[{index}].at": move.at for index, move in enumerate(record.moves)}
    known = {where: moment for where, moment in moments.items() if isinstance(moment, Moment)}
    if len(known) < len(moments):  # whatever is without a date may be later
        return
    latest = max(known, key=lambda where: day_written(known[where]))
    for path, person, first, _ in _deaths(material).values():
        if first > day_written(known[latest]):
            found = f"{_died(person)}, after the latest moment of the case ({known[latest]})"
            yield rule.at(found, f"{path}.died", latest)


def _acted_after_death(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    deaths = _deaths(material)
    for path, record in material.records.items():
        for index, move in enumerate(record.moves):
            person = actor_of(move.by, list(material.people_by_id)).person
            if isinstance(person, str) and person in deaths and _is_after(move.at, deaths[person]):
                found = f"{move.move!r} at {move.at} by {_died(deaths[person][1])}"
                yield rule.at(found, f"{path}.moves[{index}].by", f"{deaths[person][0]}.died")
    for path, concern in material.concerns.items():
        for part in ("present", "responsible"):
            who: tuple[str, ...] | Unknown = getattr(concern, part)
            for person in () if isinstance(who, Unknown) else who:
                if person in deaths and _is_after(concern.occurred, deaths[person]):
                    found = f"{part} at {concern.occurred}: {_died(deaths[person][1])}"
                    yield rule.at(found, f"{path}.{part}", f"{deaths[person][0]}.died")


def _harmed_after_death(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    deaths = _deaths(material)
    for path, concern in material.concerns.items():
        harmed = () if concern.kind not in ALLEGED or isinstance(concern.about, Unknown) else concern.about
        for person in harmed:
            if person in deaths and _is_after(concern.occurred, deaths[person]):
                found = f"{concern.id!r} at {concern.occurred}, about {_died(deaths[person][1])}"
                hint = "Write what happened before the death with its own moment, or leave out who had died."
                yield rule.at(found, f"{path}.occurred", f"{deaths[person][0]}.died", hint=hint)


def _is_after(moment: object, death: _Death) -> bool:
    # Two days in different zones may overlap by a day. Only a full day in between is certain.
    return isinstance(moment, Moment) and (day_written(moment) - death[3]).days > 1


def _deaths(material: Material) -> Mapping[str, _Death]:
    return {
        person.id: (path, person, *first_and_last(person.died))
        for path, person in material.people.items()
        if not isinstance(person.died, bool | Unknown)
    }


def _died(person: PersonEntry) -> str:
    when = "dead" if person.died is True else f"died {person.died}"
    return f"{person.label} ({person.id}), {when}"


DIED_BEFORE_BIRTH: Final = Impossibility(
    name="died-before-birth", sentence="Nobody dies before they are born.", find=_died_before_birth
)
DIED_AFTER_EVERYTHING: Final = Impossibility(
    name="died-after-everything",
    sentence="Nobody has died after the latest moment of the case.",
    find=_died_after_everything,
)
HARMED_AFTER_DEATH: Final = Impossibility(
    name="harmed-after-death",
    sentence="Nobody is harmed, or at risk of harm, after they have died.",
    find=_harmed_after_death,
)
ACTED_AFTER_DEATH: Final = Impossibility(
    name="acted-after-death", sentence="Nobody acts, or is anywhere, after they have died.", find=_acted_after_death
)
