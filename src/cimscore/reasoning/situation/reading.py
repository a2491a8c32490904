"""Base relations of a case, read row by row, with every fact that it leaves open."""

from __future__ import annotations

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from cimscore.case import UNKNOWN, Between, Case, Moment, PersonEntry, Unknown, first_and_last
from cimscore.clocks import Span
from cimscore.household_graph import Days, Entered, days_of_receipt
from cimscore.reasoning.situation.ages import write_ages
from cimscore.reasoning.situation.concerns import write_concerns
from cimscore.reasoning.situation.files import write_files
from cimscore.reasoning.situation.lives import alive_then, write_deaths
from cimscore.reasoning.situation.moved import write_moved
from cimscore.reasoning.situation.moves import Moves
from cimscore.reasoning.situation.notes import Notes
from cimscore.reasoning.situation.people import write_homes, write_people
from cimscore.reasoning.situation.places import write_places
from cimscore.reasoning.situation.ties import write_ties
from cimscore.rules.conditions.predicates import Relation
from cimscore.rules.rows.workflows import Workflow
from cimscore.rules.vocabulary import assessed_at, received

RECEIPT: Final = "received"
"""The address of the moment of receipt."""
_ASKS: Final = "When was the information received?"
_UNBOUNDED: Final = "nothing in the document bounds it"


@attrs.frozen
class Asked:
    """Case, with what rules ask of it.

    Attributes:
        case: The case.
        zone: Time zone in which a day begins.
        ages: Ages that rules ask about, sorted.
        days: Numbers of days since a move that rules ask about, sorted.
        at: Moment of the assessment; None for that of the receipt.
        movers: Roles that rules name for people who make a move.
        recorded_as: Words that rules use for people's roles on a record.
        workflows: Workflows of records.
        chooses: Whether rules choose an edition, so that nothing is in force until a day bounds the receipt.
    """

    case: Case
    zone: ZoneInfo
    ages: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    at: Moment | None = None
    movers: tuple[str, ...] = ()
    recorded_as: tuple[str, ...] = ()
    workflows: tuple[Workflow, ...] = ()
    chooses: bool = False


def received_at(asked: Asked, moment: Moment) -> Asked:
    """Return the same with another moment of receipt.

    Args:
        asked: The case, and what rules ask of it.
        moment: The moment.
    """
    dates = attrs.evolve(asked.case.dates, received=moment)
    return attrs.evolve(asked, case=asked.case.as_if(dates=dates))


def written_down(asked: Asked) -> Notes:
    """Return what a case says and what it leaves open."""
    notes = Notes()
    entered = Entered(_as_it_stood(asked), days_of_receipt(asked.case, asked.zone))
    receipt = _write_receipt(notes, asked, entered.days)
    write_people(notes, entered)
    write_homes(notes, entered)
    write_places(notes, entered, asked.zone)
    write_ages(notes, entered, asked.ages)
    write_deaths(notes, entered, receipt, asked.at)
    write_ties(notes, entered)
    write_moved(notes, entered, asked.zone)
    write_concerns(notes, entered, receipt, asked.zone)
    flows = {workflow.kind: workflow for workflow in asked.workflows}
    write_files(notes, entered, Moves(asked.zone, asked.days, asked.movers, flows, receipt), asked.recorded_as)
    return notes


def _as_it_stood(asked: Asked) -> Case:
    """Return the case as it was at the assessment. A child born later is unborn; a person who died later is alive."""
    case, at = asked.case, asked.at
    if at is None or not any(_changes(person) for person in case.people):
        return case
    day = at.day(asked.zone)
    return case.as_if(people=tuple(_as_on(person, day) for person in case.people))


def _changes(person: PersonEntry) -> bool:
    return (person.unborn is not None and not person.is_awaited) or not isinstance(person.died, bool | Unknown)


def _as_on(person: PersonEntry, day: dt.date) -> PersonEntry:
    if person.unborn and not isinstance(person.born, Unknown) and day < first_and_last(person.born)[0]:
        person = attrs.evolve(person, born=UNKNOWN)
    return attrs.evolve(person, died=False) if alive_then(person, day) else person


def _write_receipt(notes: Notes, asked: Asked, days: Days) -> Moment | Span | None:
    """Write down when the information was received and for when it is assessed; return the first, as far as known."""
    told = asked.case.dates.received
    if isinstance(told, Between):
        span = Span(first=told.first, last=told.last, working=told.first)
        why = "the soonest that it can have been, so that no clock is missed"
        _leave_within(notes, received, span, why)
        if asked.at is None:
            _leave_within(notes, assessed_at, span, why)
        else:
            notes.state(assessed_at, asked.at)
        return span
    if not isinstance(told, Unknown):
        notes.state(received, told)
        notes.state(assessed_at, asked.at or told)
        return told
    if asked.at is not None:
        notes.state(assessed_at, asked.at)
    first, last = (None if day is None else Moment(day) for day in (days.first, days.last))
    working = first or last or asked.at
    if working is None:
        for relation in () if asked.chooses else (received, assessed_at):
            notes.leave_unbounded(RECEIPT, _ASKS, relation, why=_UNBOUNDED)
        return None
    span = Span(first=first, last=last, working=working)
    why = "not before what it tells of, and not after what was done about it"
    _leave_within(notes, received, span, why)
    if asked.at is None:
        _leave_within(notes, assessed_at, span, why)
    return span


def _leave_within(notes: Notes, relation: Relation, span: Span, why: str) -> None:
    notes.leave_within(RECEIPT, _ASKS, relation, span=span, why=why)
