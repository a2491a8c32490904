"""From a case to its situation."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from cimscore.author.vocabulary import (
    area_known,
    assessed_at,
    has_surname,
    in_area,
    is_home,
    is_person,
    is_unborn,
    of_family,
    received,
)
from cimscore.case import Case, Moment, Unknown
from cimscore.reasoning.graded import CERTAIN
from cimscore.reasoning.situation.ages import possible_ages, write_ages
from cimscore.reasoning.situation.concerns import write_concerns
from cimscore.reasoning.situation.facts import Notes
from cimscore.reasoning.situation.files import write_files
from cimscore.reasoning.situation.kin import write_kin
from cimscore.reasoning.situation.situation import Stated
from cimscore.reasoning.situation.stays import write_stays


def situation_of(
    case: Case, zone: ZoneInfo, ages: Sequence[int] = (18,), days: Sequence[int] = (), at: Moment | None = None
) -> Stated:
    """Return what a case says, and every fact that it leaves open.

    Args:
        case: The case.
        zone: Where a day begins.
        ages: The ages that rules ask about, sorted.
        days: The numbers of days since a move that rules ask about, sorted.
        at: The moment for which the case is assessed; the receipt where nobody gives one.
    """
    notes = Notes()
    told = case.dates.received
    day = None if isinstance(told, Unknown) else told.day(zone)
    if not isinstance(told, Unknown):
        notes.state(received, told)
    assessed = at or told
    if isinstance(assessed, Moment):
        notes.state(assessed_at, assessed)
    _write_people(notes, case)
    for home in case.households:
        notes.state(is_home, home.id)
        if not isinstance(home.area, Unknown):
            notes.state(in_area, home.id, home.area)
            notes.state(area_known, home.id)
    write_ages(notes, case, day, ages)
    write_stays(notes, case, day)
    write_kin(notes, case, possible_ages(case, day))
    write_concerns(notes, case)
    write_files(notes, case, zone, days)
    stated = {key: dict.fromkeys(sorted(rows, key=str), CERTAIN) for key, rows in notes.stated.items()}
    facts = sorted(notes.open, key=lambda fact: fact.point.address)
    return Stated(stated, {fact.point.address: fact for fact in facts})


def _write_people(notes: Notes, case: Case) -> None:
    for person in case.people:
        notes.state(is_person, person.id)
        if person.unborn is not None:
            notes.state(is_unborn, person.id)
        if not isinstance(person.family, Unknown):
            notes.state(of_family, person.id, person.family)
        if not isinstance(person.name.family, Unknown):
            notes.state(has_surname, person.id, person.name.family)
