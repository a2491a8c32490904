"""Invented incidents for the rules of the NDIS, and short ways to say what is sent, by when."""

from __future__ import annotations

import datetime as dt
from functools import cache
from types import ModuleType

import cimscore
import cimscore_ndis_incidents
from cimscore.assessment import Decision, decide_case
from cimscore.calendars import Due
from cimscore.case import UNKNOWN, Case, ConcernEntry, Dates, FactEntry, Moment, MoveEntry, PersonEntry, RecordEntry
from cimscore.reasoning.compiling.compiled import Compiled

NDIS = "ndis-incidents"
NOTIFICATION = "immediate-notification:c1"
FORM = "five-day-form:c1"
DAY = "2025-03-03T10:00+11:00"
OF_THE_CASE = ("registered-provider", "state", "authorisation-process", "place")


@cache
def compiled(*others: ModuleType) -> Compiled:
    """Return the program beside other plugins, ready to run."""
    return cimscore.load_rulebook([cimscore_ndis_incidents, *others]).program(NDIS).compiled


def at(text: str) -> Moment:
    """Return a moment from its text; a day where it has no time."""
    return Moment(dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text))


def incident(happened: str = DAY, told: str = "", sent: str = "", **answers: object) -> Case:
    """Return the case of an incident, with the answers to questions by their ids, written with underscores.

    None leaves an answer out; `sent` is the moment at which the notification was sent.
    """
    usual = {
        "registered_provider": True,
        "state": "victoria",
        "kind": "serious-injury",
        "connected_with_supports": True,
        "only_alleged": False,
        "aware": told or happened,
    }
    given = {name: answer for name, answer in {**usual, **answers}.items() if answer is not None}
    moves = (MoveEntry(move="send", at=at(sent)),) if sent else ()
    return Case(
        id="invented",
        programs=(NDIS,),
        dates=Dates(received=at(told or happened)),
        people=(PersonEntry(id="dan"),),
        concerns=(
            ConcernEntry(id="c1", about=("dan",), place="elsewhere", occurred=at(happened) if happened else UNKNOWN),
        ),
        records=(RecordEntry(id=NOTIFICATION, kind="immediate-notification", moves=moves),) if moves else (),
        facts=tuple(_said(name.replace("_", "-"), answer) for name, answer in given.items()),
    )


def _said(id: str, answer: object) -> FactEntry:
    typed = (
        at(answer)
        if id.endswith(("aware", "aware-of-harm", "business-day", "known-to-others")) and isinstance(answer, str)
        else answer
    )
    return FactEntry(question=f"{NDIS}/{id}", about="case" if id in OF_THE_CASE else "c1", answer=typed)


def decided(case: Case, moment: str = "", *others: ModuleType, **readings: str) -> Decision:
    """Return the decision about a case, by readings named with underscores."""
    chosen = {name.replace("_", "-"): member for name, member in readings.items()}
    return decide_case(case, compiled(*others), at=at(moment) if moment else None, readings=chosen)


def records(decision: Decision, standing: str = "") -> set[str]:
    """Return the records to be made; only those of one standing where it is named."""
    lines = (line for line in decision.conclusions if line.id == "record")
    return {str(line.things[0]) for line in lines if standing in ("", line.standing)}


def holds(decision: Decision, id: str, *things: str) -> str:
    """Return how sure a conclusion is; empty where it is not told."""
    for line in decision.conclusions:
        if line.id == id and tuple(map(str, line.things))[: len(things)] == things:
            return str(line.standing)
    return ""


def clauses(decision: Decision, id: str) -> set[str]:
    """Return the clauses on which a conclusion rests."""
    return {clause for line in decision.conclusions if line.id == id for clause in line.clauses}


def duties(decision: Decision) -> set[str]:
    """Return the acts that are owed."""
    return {str(line.things[-2]) for line in decision.conclusions if line.topic == "duties"}


def due(decision: Decision, clock: str) -> str:
    """Return when something is due, as ``2025-03-06 24:00`` for the end of a day; else in words."""
    for each in decision.clocks:
        if each.id == clock:
            return _when(each.due)
    return ""


def _when(day: object) -> str:
    if not isinstance(day, Due) or day.earliest != day.latest:
        return "" if day is None else str(day)
    if day.end_of_day:
        return f"{day.latest - dt.timedelta(seconds=1):%Y-%m-%d} 24:00"
    return f"{day.latest:%Y-%m-%d %H:%M}"


def standing(decision: Decision, clock: str) -> str:
    """Return how sure a clock's day is."""
    return next((str(each.standing) for each in decision.clocks if each.id == clock), "")


def state(decision: Decision, clock: str) -> dict[str, str]:
    """Return how a clock stands, each word with how sure it is."""
    return {word: str(sure) for each in decision.clocks if each.id == clock for word, sure in each.states}
