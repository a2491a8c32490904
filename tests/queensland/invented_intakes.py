"""Invented intakes for Queensland, and short ways to say what came of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import cimscore
from cimscore.case import (
    UNKNOWN,
    Case,
    ConcernEntry,
    ConcernKind,
    Dates,
    DecisionEntry,
    FactEntry,
    HouseholdEntry,
    Moment,
    MoveEntry,
    PersonEntry,
    RecordEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
    Unborn,
)
from cimscore.rules import Topic

RULEBOOK = cimscore.load_rulebook()
PROGRAM = "qld-child-safety"
RECEIVED = Moment(dt.datetime.fromisoformat("2025-03-03T10:15+10:00"))
DECIDED = Moment(dt.datetime.fromisoformat("2025-03-03T14:00+10:00"))


def at(text: str) -> Moment:
    """A moment from its text; a day where it has no time."""
    return Moment(dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text))


def people(**born: str) -> tuple[PersonEntry, ...]:
    """People by id and day of birth; `of …` for an unborn child of that mother, empty for an unknown day."""
    return tuple(_person(id, text) for id, text in born.items())


def _person(id: str, born: str) -> PersonEntry:
    if born.startswith("of "):
        return PersonEntry(id=id, unborn=Unborn(mother=born.removeprefix("of ")))
    return PersonEntry(id=id, born=dt.date.fromisoformat(born) if born else UNKNOWN)


def homes(**areas: str) -> tuple[HouseholdEntry, ...]:
    """Households by id and area."""
    return tuple(HouseholdEntry(id=id, area=area) for id, area in areas.items())


def stays(*rows: str) -> tuple[ResidenceEntry, ...]:
    """Stays such as ``ari north part-time``; full-time where no kind is named."""
    return tuple(_stay(*row.split()) for row in rows)


def _stay(person: str, household: str, kind: str = "full-time") -> ResidenceEntry:
    known = UNKNOWN if kind == "unknown" else ResidenceKind(kind)
    return ResidenceEntry(person=person, household=household, kind=known)


def parents(**children: str) -> tuple[RelationshipEntry, ...]:
    """Parents by the children they have: ``mia="ari bo"``."""
    return tuple(
        RelationshipEntry(from_=parent, to=child, kind=RelationshipKind.PARENT)
        for parent, those in children.items()
        for child in those.split()
    )


def concern(
    id: str, about: str, place: str, *, kind: str = "harm", responsible: str = "", present: str = ""
) -> ConcernEntry:
    """A concern; several people are written with blanks between them."""
    return ConcernEntry(
        id=id, about=tuple(about.split()), place=place, kind=ConcernKind(kind),
        responsible=tuple(responsible.split()), present=tuple(present.split()),
    )  # fmt: skip


def decision(question: str, about: str, answer: object, *, moment: Moment = DECIDED) -> DecisionEntry:
    """A decision by whoever has to make it; several things are written with blanks between them."""
    by = RULEBOOK.questions[f"{PROGRAM}/{question}"].decided_by
    return DecisionEntry(question=f"{PROGRAM}/{question}", about=tuple(about.split()), answer=answer, by=by, at=moment)


def notified(about: str, priority: str = "5-day", *, moment: Moment = DECIDED) -> tuple[DecisionEntry, ...]:
    """Concerns answered by a notification with a priority."""
    return (
        decision("response", about, "notification", moment=moment),
        decision("response-priority", about, priority, moment=moment),
    )


def reported(about: str, *, moment: Moment = DECIDED) -> tuple[DecisionEntry, ...]:
    """Concerns answered by a child concern report."""
    return (decision("response", about, "child-concern-report", moment=moment),)


def fact(question: str, answer: object, about: str = "case") -> FactEntry:
    """A fact that the program asks for."""
    return FactEntry(question=f"{PROGRAM}/{question}", about=about, answer=answer)


def on_file(id: str, kind: str, people: Mapping[str, str] | None = None, home: str = "", **moves: str) -> RecordEntry:
    """A record on file, with its moves by name and moment."""
    return RecordEntry(
        id=id, kind=kind, people=dict(people or {}), household=home or UNKNOWN,
        moves=tuple(MoveEntry(move=move, at=at(text)) for move, text in moves.items()),
    )  # fmt: skip


def intake(**parts: object) -> Case:
    """A case of the program, received on Monday 3 March 2025 unless it says otherwise."""
    whole = {"id": "invented", "programs": (PROGRAM,), "dates": Dates(received=RECEIVED), **parts}
    return Case(**whole)


def two_homes(**parts: object) -> Case:
    """Ari lives in two homes, with Mia in the north and Leo in the south; harm in one, risk in the other."""
    usual = {
        "people": people(ari="2014-05-02", mia="1986-01-20", leo="1984-09-09"),
        "households": homes(north="Logan", south="Cairns"),
        "residences": stays("ari north part-time", "ari south part-time", "mia north", "leo south"),
        "relationships": parents(mia="ari", leo="ari"),
        "concerns": (
            concern("c1", "ari", "north", responsible="mia"),
            concern("c2", "ari", "south", kind="risk", responsible="leo"),
        ),
        "decisions": notified("c1 c2"),
    }
    return intake(**{**usual, **parts})


def one_home(**parts: object) -> Case:
    """Ari lives with Mia in the north, where she came to harm."""
    usual = {
        "people": people(ari="2014-05-02", mia="1986-01-20"),
        "households": homes(north="Logan"),
        "residences": stays("ari north", "mia north"),
        "relationships": parents(mia="ari"),
        "concerns": (concern("c1", "ari", "north", responsible="mia"),),
        "decisions": notified("c1"),
    }
    return intake(**{**usual, **parts})


def assess(case: Case, **readings: str) -> cimscore.Assessment:
    """The assessment of a case, by readings named with underscores."""
    chosen = {f"{PROGRAM}/{name.replace('_', '-')}": reading for name, reading in readings.items()}
    return cimscore.assess(case, RULEBOOK, readings=chosen)


def records(assessment: cimscore.Assessment) -> set[str]:
    """The addresses of the records to be made."""
    return {str(it.answer) for it in assessment.programs[0].of(Topic.RECORDS)}


def roles(assessment: cimscore.Assessment) -> dict[str, str]:
    """What each person is in each record, by ``person@record``."""
    return {it.about: it.summary for it in assessment.programs[0].of(Topic.ROLES) if it.key == "role"}


def carried(assessment: cimscore.Assessment) -> set[str]:
    """Which record carries which concern, as ``concern@record``."""
    return {it.about for it in assessment.programs[0].of(Topic.ROLES) if it.key == "carried"}


def due(assessment: cimscore.Assessment, act: str, about: str) -> str:
    """When an act is due; empty where it has no deadline."""
    found = (it.answer.due for it in assessment.programs[0].of(Topic.TIMEFRAMES) if (it.key, it.about) == (act, about))
    one = next(found, None)
    return one.describe().removesuffix(", Brisbane time") if one else ""


def duties(assessment: cimscore.Assessment, about: str) -> dict[str, str]:
    """What is owed about a thing, by act."""
    return {it.key: it.summary for it in assessment.programs[0].of(Topic.DUTIES) if it.about == about}


def asked(assessment: cimscore.Assessment, *, proposed: bool | None = None) -> list[str]:
    """The open questions, without the program's name; only those with or without a proposal, if that is said."""
    those: Iterable[cimscore.Asked] = assessment.open_questions
    chosen = (it for it in those if proposed is None or it.proposed is proposed)
    return [it.question.address.removeprefix(f"{PROGRAM}/") for it in chosen]
