"""The documents of this folder, decided, and what a decision says of them in a line each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from cimscore.assessment import DecidedClock, Decision, DecisionState, OpenPoint, decide_case
from cimscore.case import Case, Moment
from cimscore.composition import load_rulebook
from cimscore.errors import DocumentError
from cimscore.rulebook import Rulebook

DOCUMENTS: Final = Path(__file__).parent / "documents"


@cache
def rulebook() -> Rulebook:
    return load_rulebook()


def case_of(name: str) -> Case:
    return rulebook().read_case(DOCUMENTS / f"{name}.yaml")


def decided(name: str, *, at: str = "", readings: Mapping[str, Any] | None = None) -> Decision:
    """Return the decision of the one program that a document names."""
    case = case_of(name)
    moment = Moment(dt.datetime.fromisoformat(at)) if at else None
    return decide_case(case, rulebook().program(case.programs[0]).compiled, at=moment, readings=readings)


def refusal(name: str) -> str:
    """Return what the reader says of a document that it refuses."""
    with pytest.raises(DocumentError) as caught:
        case_of(name)
    return str(caught.value)


def is_final_but_for_what_is_to_be_learnt(decision: Decision) -> bool:
    """Return True if nothing but a duty to learn keeps a decision from being final."""
    reasons = {reason.partition(":")[0] for reason in decision.because}
    return decision.state is DecisionState.PROVISIONAL and reasons == {"Still to be learnt, and may change this"}


def records(decision: Decision) -> dict[str, str]:
    """Return how sure each record is, by its id."""
    return {str(record.things[0]): record.standing.value for record in decision.about("record")}


def roles(decision: Decision, record: str) -> dict[str, str]:
    """Return how sure each role in a record is, by ``person role``."""
    found = (role for role in decision.about("role") if str(role.things[1]) == record)
    return {f"{role.things[0]} {role.things[2]}": role.standing.value for role in found}


def standing(decision: Decision, id: str, *things: str) -> str:
    """Return how sure a conclusion about some things is; empty where it is not drawn."""
    found = (line for line in decision.about(id) if tuple(map(str, line.things)) == things)
    return next((line.standing.value for line in found), "")


def clocks(decision: Decision, *things: str) -> dict[str, str]:
    """Return when each clock of some things is due, and how sure that is, by the clock's id."""
    return {line.id: _clock(line) for line in decision.clocks if line.things == things}


def _clock(clock: DecidedClock) -> str:
    states = "".join(f", {state}" for state, _ in clock.states)
    day = "waiting" if clock.due is None else str(clock.due).rpartition(", ")[0] or str(clock.due)
    return f"{day}: {clock.standing.value}{states}"


def rests_on(decision: Decision, record: str) -> list[dict[str, str]]:
    """Return the smallest sets of other answers with which a record would not be made."""
    made = next(line for line in decision.about("record") if str(line.things[0]) == record)
    return [dict(answers) for answers in made.rests_on]


def bounds_of(point: OpenPoint) -> dict[str, tuple[str, ...]]:
    """Return what the first and the last moment of a question would bring, in words."""
    return {moment: tuple(map(str, brings)) for moment, brings in point.bounds}


def question(decision: Decision, address: str) -> OpenPoint:
    """Return what is open under an address."""
    return next(point for point in decision.points if point.address == address)


def brings(point: OpenPoint, answer: str) -> tuple[str, ...]:
    """Return what another answer to a question would bring."""
    return next(adds for value, adds, _ in point.changes if value == answer)


def owed(decision: Decision, words: str) -> str:
    """Return how sure the duty is in which some words stand; empty where there is none."""
    return next((sure.value for says, sure in decision.duties if words in says), "")
