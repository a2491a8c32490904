"""Invented cases for the rules of Queensland, and short ways to say what is owed in them, by when."""

from __future__ import annotations

import datetime as dt
from functools import cache

import cimscore
import cimscore_qld_child_safety
from cimscore.calendars import Due
from cimscore.calendars.words import day_in_words
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
    Name,
    PersonEntry,
    RecordEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
    Unborn,
)
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.deciding import decide

QLD = "qld-child-safety"
RECEIVED = "2025-03-03T10:15+10:00"
DECIDED = "2025-03-03T14:00+10:00"
BY = {"response": "child-safety-officer", "response-priority": "child-safety-officer"}


@cache
def compiled() -> Compiled:
    """Return the program, ready to run."""
    return cimscore.load_rulebook([cimscore_qld_child_safety]).program(QLD).compiled


# What is written in a document.


def at(text: str) -> Moment:
    """Return a moment from its text; a day where it has no time."""
    return Moment(dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text))


def people(**born: str) -> tuple[PersonEntry, ...]:
    """Return people by id and day of birth; `of …` for an unborn child of that mother, empty for an unknown day."""
    return tuple(person(id, text) for id, text in born.items())


def person(id: str, born: str, family: str = "") -> PersonEntry:
    """Return a person, by the day of birth, the mother of an unborn child, or neither; and by a family name."""
    unborn = Unborn(mother=born.removeprefix("of ")) if born.startswith("of ") else None
    day = dt.date.fromisoformat(born) if born and unborn is None else UNKNOWN
    name = {"name": Name(given=id.title(), family=family)} if family else {}
    return PersonEntry(id=id, unborn=unborn, **name) if unborn else PersonEntry(id=id, born=day, **name)


def homes(**areas: str) -> tuple[HouseholdEntry, ...]:
    """Return households by id and area; empty for an unknown area."""
    return tuple(HouseholdEntry(id=id, area=area or UNKNOWN) for id, area in areas.items())


def stays(*lines: str) -> tuple[ResidenceEntry, ...]:
    """Return stays such as ``ari north part-time``; full-time where no kind is named."""
    return tuple(_stay(*line.split()) for line in lines)


def _stay(who: str, household: str, kind: str = "full-time") -> ResidenceEntry:
    return ResidenceEntry(person=who, household=household, kind=ResidenceKind(kind))


def parents(**children: str) -> tuple[RelationshipEntry, ...]:
    """Return parents by the children they have: ``mia="ari bo"``."""
    pairs = [(parent, child) for parent, those in children.items() for child in those.split()]
    return tuple(RelationshipEntry(from_=one, to=other, kind=RelationshipKind.PARENT) for one, other in pairs)


def concern(id: str, about: str, place: str, *, kind: str = "harm") -> ConcernEntry:
    """Return a concern; several people are written with blanks between them."""
    return ConcernEntry(id=id, about=tuple(about.split()), place=place, kind=ConcernKind(kind))


def decided(question: str, about: str, answer: object, moment: str = DECIDED) -> DecisionEntry:
    """Return a decision; several things are written with blanks between them."""
    by = BY.get(question, UNKNOWN)
    return DecisionEntry(question=f"{QLD}/{question}", about=tuple(about.split()), answer=answer, by=by, at=at(moment))


def notified(about: str, priority: str = "5-day", moment: str = DECIDED) -> tuple[DecisionEntry, ...]:
    """Return the decisions that concerns are notified, with a priority."""
    return decided("response", about, "notification", moment), decided("response-priority", about, priority, moment)


def reported(about: str, moment: str = DECIDED) -> tuple[DecisionEntry, ...]:
    """Return the decision that concerns get a child concern report."""
    return (decided("response", about, "child-concern-report", moment),)


def created(moment: str) -> FactEntry:
    """Return when the intake event of a case was created."""
    return fact("intake-created", Moment(dt.datetime.fromisoformat(moment)))


def fact(question: str, answer: object, about: str = "case") -> FactEntry:
    """Return a fact that the program asks for."""
    return FactEntry(question=f"{QLD}/{question}", about=about, answer=answer)


def on_file(id: str, kind: str, roles: dict[str, str] | None = None, home: str = "", **moves: str) -> RecordEntry:
    """Return a record on file or to be made, with its moves by name and moment; empty for an unknown moment."""
    by = {"approve": "senior-team-leader"}
    made = tuple(
        MoveEntry(move=move, by=by.get(move, UNKNOWN), at=at(text) if text else UNKNOWN) for move, text in moves.items()
    )
    return RecordEntry(id=id, kind=kind, people=roles or {}, household=home or UNKNOWN, moves=made)


def one_home(received: str = RECEIVED, **parts: object) -> Case:
    """Return the case of Ari, who lives with Mia in the north, where harm came to Ari."""
    usual = {
        "id": "invented",
        "programs": (QLD,),
        "dates": Dates(received=at(received)),
        "people": people(ari="2014-05-02", mia="1986-01-20"),
        "households": homes(north="Brisbane"),
        "residences": stays("ari north", "mia north"),
        "relationships": parents(mia="ari"),
        "concerns": (concern("c1", "ari", "north"),),
        "decisions": notified("c1"),
    }
    return Case(**{**usual, **parts})


def two_homes(**parts: object) -> Case:
    """Return the case of Ari, who lives in two homes: harm in the north, harm in the south."""
    usual = {
        "people": people(ari="2014-05-02", mia="1986-01-20", leo="1984-09-09"),
        "households": homes(north="Brisbane", south="Toowoomba"),
        "residences": stays("ari north part-time", "ari south part-time", "mia north", "leo south"),
        "relationships": parents(mia="ari", leo="ari"),
        "concerns": (concern("c1", "ari", "north"), concern("c2", "ari", "south")),
        "decisions": notified("c1 c2"),
    }
    return one_home(**{**usual, **parts})


def added(priority: str = "5-day", before: str = "10-day", response: str = "notification", **moves: str) -> Case:
    """Return the case of new concerns of 14 March for an investigation that was decided on 3 March."""
    moment = "2025-03-14T14:00+10:00"
    subject = {"ari": "subject child"}
    return one_home(
        received="2025-03-14T10:15+10:00",
        decisions=notified("c1", priority, moment) if response == "notification" else reported("c1", moment),
        records=(on_file("inv-1", "investigation", subject, "north", decide="2025-03-03T14:00+10:00", **moves),),
        facts=(*_priority(before), fact("family-moved", False, "inv-1"), fact("office", "Brisbane")),
    )


def _priority(before: str) -> tuple[FactEntry, ...]:
    return (fact("priority-of-record", before, "inv-1"),) if before else ()


# What comes of it.


def told(case: Case, moment: str = "", **readings: str) -> Decided:
    """Return what is decided of a case, by readings named with underscores."""
    chosen = {name.replace("_", "-"): _member(name.replace("_", "-"), word) for name, word in readings.items()}
    return decide(run_of(case, compiled(), at=at(moment) if moment else None, readings=chosen))


def _member(id: str, word: str) -> object:
    reading = next(each for each in compiled().program.readings if each.id == id)
    return next(member for member in reading.readings if str(member) == word)


def due(decided: Decided, clock: str, *things: str) -> str:
    """Return when a clock of some things is due, with ``?`` where that is provisional; empty where it has no day."""
    claims = [claim for claim in decided.told if claim[0] == f"clock:{clock}.due" and claim[1][:-1] == things]
    if not claims:
        return ""
    (claim,) = claims
    assert isinstance(claim[1][-1], Due)
    text = claim[1][-1].describe().removesuffix(", Brisbane time").removesuffix(", end of day")
    return text.removesuffix(" 2025") + ("" if decided.told[claim].certain else "?")


def states(decided: Decided, clock: str, *things: str) -> set[str]:
    """Return how a clock of some things stands."""
    words = ("waiting", "running", "met", "met-late", "overdue", "not-counted")
    return {word for word in words if (f"clock:{clock}.{word}", things) in decided.told}


def duties(decided: Decided, about: str = "") -> dict[str, str]:
    """Return what is owed about a thing, by act: who, what and to whom; with ``?`` where that is provisional."""
    found: dict[str, str] = {}
    for conclusion in compiled().program.conclusions:
        notes = {row.notes.act: row.notes for row in conclusion.rows if conclusion.id.startswith("duties-")}
        for (key, things), claim in decided.told.items():
            if key == conclusion.key and notes and "@".join(map(str, things[:-2])) == about:
                words = notes[things[-2]]
                text = f"{words.by} {words.modal} {words.what}{', to ' if words.to else ''}{words.to}"
                detail = things[-1]
                told_of = day_in_words(detail.value) if isinstance(detail, Moment) else str(detail)
                found[things[-2]] = text.replace("{}", told_of) + ("" if claim.certain else "?")
    return found
