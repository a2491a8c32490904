"""Invented incidents for the rules of Victoria, and short ways to say what follows from them, by when."""

from __future__ import annotations

import datetime as dt
from functools import cache

import cimscore
import cimscore_vic_cims
from cimscore.assessment import Decision, decide_case
from cimscore.calendars import Due
from cimscore.case import (
    UNKNOWN,
    Case,
    ConcernEntry,
    Dates,
    DecisionEntry,
    FactEntry,
    HouseholdEntry,
    Moment,
    MoveEntry,
    PersonEntry,
    RecordEntry,
    ResidenceEntry,
    ResidenceKind,
)
from cimscore.reasoning.compiling.compiled import Compiled

VIC = "vic-cims"
REPORT = "incident-report:c1"
INQUIRY = "investigation:c1"
DAY = "2025-03-03T10:00+11:00"
PER_INCIDENT = (
    "disclosed",
    "aware",
    "client-harmed",
    "harm-alleged",
    "serious-harm-likely",
    "during-service-delivery",
    "incident-type",
    "impact",
    "in-approved-care",
    "no-more-than-illness-or-dangerous-actions",
    "was-a-client-incident",
    "reported-to-police",
    "cleared-by-police",
    "extended-by",
    "extended-again",
    "submission",
)
PER_PERSON = ("position", "has-died", "needs-medical-attention")
DECIDED = {"impact": "authorised-delegate", "extended-by": "authorised-delegate"}


@cache
def compiled() -> Compiled:
    """Return the program, ready to run."""
    return cimscore.load_rulebook([cimscore_vic_cims]).program(VIC).compiled


def at(text: str) -> Moment:
    """Return a moment from its text; a day where it has no time."""
    return Moment(dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text))


def _usual(told: str, about: str) -> dict[str, object]:
    """Return the answers of the plain incident: a client of a disability service, hurt while served."""
    return {
        "provider": "organisation",
        "department_funds_it": True,
        "ndis_funds_it": False,
        "service": "disability",
        "disclosed": told,
        "client_harmed": True,
        "during_service_delivery": True,
        "needs_medical_attention": dict.fromkeys(about.split(), False),
        "incident_type": "injury-explained",
    }


def incident(happened: str = DAY, told: str = "", *, about: str = "cal", accused: str = "", **answers: object) -> Case:
    """Return the case of an incident, with the answers to questions by their ids, written with underscores.

    Answers about people are written as ``position={"kim": "staff"}``; ``moves`` and ``inquiry`` are lists of
    ``"submit 2025-03-04T10:00+11:00 staff member"``; None leaves an answer out.
    """
    records = [
        *_record(REPORT, "incident-report", answers.pop("moves", ())),
        *_record(INQUIRY, "investigation", answers.pop("inquiry", ())),
    ]
    homes = answers.pop("homes", {})
    given = {**_usual(told or happened, about), **answers}
    people = dict.fromkeys([*about.split(), *accused.split(), *answers.pop("others", "").split()])
    given.pop("others", None)
    place = given.pop("place", "elsewhere")
    lines = [line for name, answer in given.items() if answer is not None for line in _said(name, answer)]
    return Case(
        id="invented",
        programs=(VIC,),
        dates=Dates(received=at(told or happened) if happened else UNKNOWN),
        people=tuple(PersonEntry(id=id) for id in people),
        households=tuple(HouseholdEntry(id=id) for id in homes),
        residences=tuple(
            ResidenceEntry(person=who, household=home, kind=ResidenceKind("part-time"))
            for home, those in homes.items()
            for who in those.split()
        ),
        concerns=(
            ConcernEntry(
                id="c1",
                about=tuple(about.split()),
                responsible=tuple(accused.split()),
                place=place,
                occurred=at(happened),
            ),
        ),
        records=tuple(records),
        decisions=tuple(line for line in lines if isinstance(line, DecisionEntry)),
        facts=tuple(line for line in lines if isinstance(line, FactEntry)),
    )


def _record(id: str, kind: str, moves: object) -> list[RecordEntry]:
    made = tuple(_move(*line.split(maxsplit=2)) for line in moves)
    return [RecordEntry(id=id, kind=kind, moves=made)] if made else []


def _move(move: str, moment: str, by: str = "") -> MoveEntry:
    return MoveEntry(move=move, at=at(moment), by=by or UNKNOWN)


def _said(name: str, answer: object) -> list[FactEntry | DecisionEntry]:
    id = name.replace("_", "-")
    if isinstance(answer, dict):
        return [FactEntry(question=f"{VIC}/{id}", about=about, answer=each) for about, each in answer.items()]
    about = "c1" if id in PER_INCIDENT else "case"
    typed = at(answer) if id in ("disclosed", "aware") and isinstance(answer, str) else answer
    if id in DECIDED:
        return [DecisionEntry(question=f"{VIC}/{id}", about=(about,), answer=typed, by=DECIDED[id])]
    return [FactEntry(question=f"{VIC}/{id}", about=about, answer=typed)]


def decided(case: Case, moment: str = "", **readings: str) -> Decision:
    """Return the decision about a case, by readings named with underscores."""
    chosen = {name.replace("_", "-"): member for name, member in readings.items()}
    return decide_case(case, compiled(), at=at(moment) if moment else None, readings=chosen)


def holds(decision: Decision, id: str, *things: str) -> str:
    """Return how sure a conclusion is, ``certain`` or ``provisional``; empty where it is not told."""
    for line in decision.conclusions:
        if line.id == id and tuple(map(str, line.things))[: len(things)] == things:
            return str(line.standing)
    return ""


def refused(decision: Decision) -> dict[tuple[str, str, str], str]:
    """Return how sure it is that a move counts for nothing, by the move, why, and the clauses, each after a comma."""
    lines = decision.about("refused-move")
    return {(line.things[1], line.things[2], ", ".join(sorted(line.clauses))): str(line.standing) for line in lines}


def clauses(decision: Decision, id: str) -> set[str]:
    """Return the clauses on which a conclusion rests."""
    return {clause for line in decision.conclusions if line.id == id for clause in line.clauses}


def records(decision: Decision) -> set[str]:
    """Return the records to be made."""
    return {str(line.things[-1]) for line in decision.conclusions if line.id == "record"}


def roles(decision: Decision, person: str) -> set[str]:
    """Return what a person is in the incident report."""
    return {str(line.things[2]) for line in decision.conclusions if line.id == "role" and line.things[0] == person}


def duties(decision: Decision, about: str = "") -> set[str]:
    """Return the acts that are owed, of one thing where it is named."""
    owed = [line.things for line in decision.conclusions if line.topic == "duties"]
    return {str(things[-2]) for things in owed if not about or about in map(str, things[:-2])}


def due(decision: Decision, clock: str) -> str:
    """Return when something is due, as ``2025-03-06 24:00`` for the end of a day; why not counted; empty if neither."""
    for each in decision.clocks:
        if each.id == clock:
            return _when(each.due)
    return ""


def _when(day: object) -> str:
    if not isinstance(day, Due):
        return "" if day is None else str(day)
    if day.earliest != day.latest:
        return str(day)
    if day.end_of_day:
        return f"{day.latest - dt.timedelta(seconds=1):%Y-%m-%d} 24:00"
    return f"{day.latest:%Y-%m-%d %H:%M}"


def state(decision: Decision, clock: str) -> dict[str, str]:
    """Return how a clock stands, each word with how sure it is."""
    return {word: str(standing) for each in decision.clocks if each.id == clock for word, standing in each.states}
