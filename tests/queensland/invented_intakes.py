"""Invented intakes for Queensland, and short ways to say what came of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import cimscore
from cimscore.assessment import DecidedClock, DecidedConclusion, Decision, OpenPoint, Standing
from cimscore.calendars import Due
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


def assess(case: Case, **readings: str) -> Decision:
    """Return what the program decides, by readings named with underscores."""
    chosen = {f"{PROGRAM}/{name.replace('_', '-')}": reading for name, reading in readings.items()}
    assessment = cimscore.assess(case, RULEBOOK, readings=chosen)
    assert assessment.failures == ()
    return assessment.decision(PROGRAM)


def records(decision: Decision, *, sure: bool = False) -> set[str]:
    """Return the addresses of the records to be made; only the certain ones, if that is said."""
    return {str(line.things[0]) for line in decision.about("record") if _counts(line, sure=sure)}


def roles(decision: Decision, *, sure: bool = False) -> dict[str, str]:
    """Return what each person is in each record, by ``person@record``, several roles joined by *and*.

    Args:
        decision: The decision.
        sure: Only what is certain.
    """
    found: dict[str, list[str]] = {}
    for line in decision.about("role"):
        if _counts(line, sure=sure):
            found.setdefault(f"{line.things[0]}@{line.things[1]}", []).append(str(line.things[2]))
    return {who: " and ".join(sorted(those)) for who, those in found.items()}


def carried(decision: Decision, *, sure: bool = False) -> set[str]:
    """Return which record carries which concern, as ``concern@record``; only what is certain, if that is said."""
    return {f"{line.things[0]}@{line.things[-1]}" for line in decision.about("goes") if _counts(line, sure=sure)}


def documents(decision: Decision) -> dict[str, str]:
    """Return, for each home with a notification of its own, the home whose document it stands in."""
    return dict(line.things for line in decision.about("document"))


def subjects(decision: Decision) -> set[str]:
    """Return the children whom concerns are about."""
    return {line.things[0] for line in decision.about("subject")}


def clocks(decision: Decision, act: str, about: str) -> list[DecidedClock]:
    """Return the clocks of an act that a record, or a record on file, shows."""
    return [clock for clock in decision.clocks if clock.id == act and about in (*clock.records, *clock.things)]


def due(decision: Decision, act: str, about: str) -> str:
    """Return when an act of a record is due, by the first of its clocks; empty where none has a day."""
    days = [clock.due for clock in clocks(decision, act, about) if isinstance(clock.due, Due)]
    first = min(days, key=lambda day: day.latest, default=None)
    return first.describe().removesuffix(", Brisbane time") if first else ""


def duties(decision: Decision, about: str, *, sure: bool = False) -> dict[str, str]:
    """Return what is owed about a thing, by act, with where or to whom; only what is certain, if that is said."""
    owed = [line for line in decision.of_topic("duties") if _counts(line, sure=sure)]
    return {
        line.things[-2]: str(line.things[-1])
        for line in owed
        if ("@".join(map(str, line.things[:-2])) or "case") == about
    }


def open_points(decision: Decision) -> dict[str, OpenPoint]:
    """Return the facts and decisions that are open and could change something, without the program's name."""
    kinds = ("fact", "decision")
    return {point.address.removeprefix(f"{PROGRAM}/"): point for point in decision.points if point.kind in kinds}


def asked(decision: Decision) -> set[str]:
    """Return the addresses of the open facts and decisions, without the program's name."""
    return set(open_points(decision))


def rests_on(line: DecidedConclusion | DecidedClock) -> set[str]:
    """Return the addresses of the questions on which something rests, without the program's name."""
    return {address.removeprefix(f"{PROGRAM}/") for answers in line.rests_on for address, _ in answers}


def _counts(line: DecidedConclusion, *, sure: bool) -> bool:
    return line.standing is Standing.CERTAIN or not sure
