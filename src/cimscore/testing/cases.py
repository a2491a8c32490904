"""Cases in a line, and what is told of one thing: what a test of a single rule is made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from cimscore.assessment import DecidedClock, DecidedConclusion, assess
from cimscore.case import Case, Moment
from cimscore.errors import DocumentError, Problem
from cimscore.rulebook import Rulebook

RECEIVED: Final = "2025-03-03T10:15+10:00"
"""When the information of a case was received, unless a test says otherwise: a Monday."""


def case(
    rulebook: Rulebook,
    program: str,
    *,
    received: str = RECEIVED,
    people: Mapping[str, str | Mapping[str, Any]] | Iterable[str] = (),
    homes: Mapping[str, Iterable[str] | Mapping[str, str]] | None = None,
    parents: Mapping[str, Iterable[str]] | None = None,
    concerns: Mapping[str, Mapping[str, Any]] | None = None,
    answers: Mapping[str, Any] | None = None,
    **more: Any,
) -> Case:
    """Return a case of invented people, read as strictly as a document.

    Args:
        rulebook: The programs.
        program: The program that is to decide it; several are joined by spaces.
        received: When the information was received.
        people: Ids of people, each with the day of birth or with what else the document says of them.
        homes: By the id of a home, who lives there full-time; or each who stays there, with the kind of stay.
        parents: By the id of a parent, the children.
        concerns: By the id of a concern, what the document says of it; its kind is *harm* unless it says another.
        answers: By the address of a question, ``program/question@thing``, its answer.
        more: Other parts of the document, as it has them.

    Raises:
        DocumentError: It cannot be read, or an answer is to a question that nobody asks.
    """
    known = dict(people) if isinstance(people, Mapping) else {id: dict[str, Any]() for id in people}
    given = list((answers or {}).items())
    return rulebook.read_case({
        "cimscore": 1,
        "id": "invented",
        "programs": program.split(),
        "dates": {"received": received},
        "people": [_person(id, said) for id, said in known.items()],
        "households": [{"id": id, "label": f"the home {id}"} for id in homes or {}],
        "residences": [stay for home, ids in (homes or {}).items() for stay in _stays(home, ids)],
        "relationships": [
            {"from": id, "to": child, "kind": "parent"}
            for id, children in (parents or {}).items()
            for child in children
        ],
        "concerns": [{"id": id, "kind": "harm", **said} for id, said in (concerns or {}).items()],
        "decisions": [_decision(*answer, rulebook, received) for answer in given if _is_decided(answer[0], rulebook)],
        "facts": _facts(answer for answer in given if not _is_decided(answer[0], rulebook)),
        **more,
    })  # fmt: skip


def standing_of(rulebook: Rulebook, case: Case, address: str, *, at: Moment | None = None) -> str:
    """Return how certain one conclusion or clock is: ``certain`` or ``provisional``; empty if it is not told.

    Args:
        rulebook: The programs.
        case: The case.
        address: Its address, as in ``subject@zoe@river`` or ``visit@c1``.
        at: Moment of the decision.
    """
    found = [line.standing.value for line in _told(rulebook, case, at) if line.address == address]
    return found[0] if found else ""


def due_of(rulebook: Rulebook, case: Case, address: str, *, at: Moment | None = None) -> str:
    """Return the day of one clock in words; empty if it is not told, or has none yet.

    Args:
        rulebook: The programs.
        case: The case.
        address: Its address, as in ``visit@c1``.
        at: Moment of the decision.
    """
    clocks = [line for line in _told(rulebook, case, at) if isinstance(line, DecidedClock) and line.address == address]
    return str(clocks[0].due or "") if clocks else ""


def _told(rulebook: Rulebook, case: Case, at: Moment | None) -> Iterator[DecidedConclusion | DecidedClock]:
    assessment = assess(case, rulebook, at=at)
    for failure in assessment.failures:
        raise failure
    for decision in assessment.decisions:
        yield from decision.conclusions
        yield from decision.clocks


def _person(id: str, said: str | dt.date | Mapping[str, Any]) -> dict[str, Any]:
    name = {"given": id.capitalize(), "family": "Example"}
    return {"id": id, "name": name, **({"born": str(said)} if isinstance(said, str | dt.date) else said)}


def _stays(home: str, ids: Iterable[str] | Mapping[str, str]) -> Iterator[dict[str, str]]:
    for id, kind in (ids if isinstance(ids, Mapping) else dict.fromkeys(ids, "full-time")).items():
        yield {"person": id, "household": home, "kind": kind}


def _is_decided(address: str, rulebook: Rulebook) -> bool:
    """Return True for a question that a person decides.

    Raises:
        DocumentError: No program asks it.
    """
    name = address.partition("@")[0]
    if name not in rulebook.questions:
        known = ", ".join(sorted(rulebook.questions))
        raise DocumentError([Problem(where=f"answers.{address}", found=name, expected=f"one of {known}")])
    return bool(rulebook.questions[name].decided_by)


def _decision(address: str, answer: Any, rulebook: Rulebook, received: str) -> dict[str, Any]:
    name, _, about = address.partition("@")
    said = {"question": name, "answer": answer, "by": rulebook.questions[name].decided_by, "at": received}
    return said | ({"about": about} if about else {})


def _facts(answers: Iterable[tuple[str, Any]]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for address, answer in answers:
        name, _, about = address.partition("@")
        program, _, question = name.partition("/")
        if about:
            found.setdefault(program, {}).setdefault(question, {})[about] = answer
        else:
            found.setdefault(program, {})[question] = answer
    return found
