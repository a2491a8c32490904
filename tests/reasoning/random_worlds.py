"""Random cases of invented people, complete first, and the same with some facts taken out."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from typing import Any, Final

import attrs

from cimscore.calendars import age_on
from cimscore.case import (
    ALLEGED,
    UNKNOWN,
    Age,
    Between,
    Case,
    ConcernEntry,
    Dates,
    DecisionEntry,
    FactEntry,
    Home,
    HouseholdEntry,
    Moment,
    MoveEntry,
    PartialDay,
    PersonEntry,
    RecordEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
    State,
)
from cimscore.ids import ELSEWHERE

RECEIVED: Final = dt.datetime(2025, 3, 3, 0, 15, tzinfo=dt.UTC)
AREAS: Final = ("Logan", "Brisbane", "Toowoomba", "Dalby")


class World:
    """A random case: who is who, who lives where, what was told and decided."""

    def __init__(self, seed: int, program: str, answers: Callable[[random.Random, World], None]) -> None:
        self.random = random.Random(seed)
        self.program = program
        self.decisions: list[DecisionEntry] = []
        self.facts: list[FactEntry] = []
        self.records: list[RecordEntry] = []
        self._people()
        self._homes()
        self._concerns()
        self._files()
        answers(self.random, self)

    def _people(self) -> None:
        chance = self.random
        self.adults = [f"adult{number}" for number in range(chance.randint(1, 3))]
        self.children = [f"child{number}" for number in range(chance.randint(1, 4))]
        self.people = [PersonEntry(id=id, born=self._born(32, 60)) for id in self.adults]
        self.people += [PersonEntry(id=id, born=self._born(0, 17)) for id in self.children]
        self.kin = [
            RelationshipEntry(from_=chance.choice(self.adults), to=child, kind=RelationshipKind.PARENT)
            for child in self.children
        ]
        young = [person for person in self.people if person.id in self.children and self._age(person) >= 13]
        if young and chance.random() < 0.3:
            infant = PersonEntry(id="infant", born=self._born(0, 1))
            self.people.append(infant)
            self.kin.append(RelationshipEntry(from_=young[0].id, to="infant", kind=RelationshipKind.PARENT))
            self.children.append("infant")

    def _born(self, youngest: int, oldest: int) -> dt.date:
        days = self.random.randint(youngest * 365 + 20, oldest * 365 + 300)
        return RECEIVED.date() - dt.timedelta(days=days)

    @staticmethod
    def _age(person: PersonEntry) -> int:
        return (RECEIVED.date() - person.born).days // 365 if isinstance(person.born, dt.date) else 0

    def _homes(self) -> None:
        chance = self.random
        self.homes = [
            HouseholdEntry(id=f"home{number}", area=chance.choice(AREAS)) for number in range(chance.randint(1, 3))
        ]
        self.stays: list[ResidenceEntry] = []
        for person in self.people:
            size = 2 if len(self.homes) > 1 and chance.random() < 0.3 else 1
            for home in chance.sample(self.homes, size):
                kinds = (
                    [ResidenceKind.PART_TIME] if size > 1 else [ResidenceKind.FULL_TIME] * 3 + [ResidenceKind.VISITS]
                )
                kind = ResidenceKind.BY_CHOICE if chance.random() < 0.1 else chance.choice(kinds)
                self.stays.append(ResidenceEntry(person=person.id, household=home.id, kind=kind))

    def _concerns(self) -> None:
        chance = self.random
        everybody = [person.id for person in self.people]
        self.concerns = [
            ConcernEntry(
                id=f"concern{number}",
                about=tuple(sorted(chance.sample(everybody, chance.randint(1, min(2, len(everybody)))))),
                place=chance.choice([*[home.id for home in self.homes], ELSEWHERE]),
                present=tuple(chance.sample(everybody, chance.randint(0, 1))),
                responsible=tuple(chance.sample(everybody, chance.randint(0, 2))),
                kind=chance.choice(ALLEGED),
            )
            for number in range(chance.randint(1, 3))
        ]

    def _files(self) -> None:
        chance = self.random
        if chance.random() < 0.4:
            kind = chance.choice(["investigation", "ongoing-intervention", "child-concern-report"])
            moves = [MoveEntry(move="decide", at=Moment(RECEIVED - dt.timedelta(days=chance.randint(61, 90))))]
            if chance.random() < 0.4:
                moves.append(MoveEntry(move="close", at=Moment(RECEIVED - dt.timedelta(days=chance.randint(1, 60)))))
            people = {child: "subject child" for child in self.children if chance.random() < 0.6}
            home = chance.choice(self.homes).id
            self.records.append(RecordEntry(id="EV-1", kind=kind, household=home, people=people, moves=tuple(moves)))

    def decide(self, question: str, about: str, answer: object, by: str) -> None:
        """Add an answer that is a person's decision."""
        at = Moment(RECEIVED + dt.timedelta(hours=self.random.randint(1, 30)))
        name = f"{self.program}/{question}"
        self.decisions.append(DecisionEntry(question=name, about=(about,), answer=answer, by=by, at=at))

    def state(self, question: str, about: str, answer: object) -> None:
        """Add an answer that is a fact."""
        self.facts.append(FactEntry(question=f"{self.program}/{question}", about=about, answer=answer))

    def case(self) -> Case:
        """Return the case."""
        return Case(
            id="random",
            programs=(self.program,),
            dates=Dates(received=Moment(RECEIVED)),
            people=tuple(self.people),
            households=tuple(self.homes),
            residences=tuple(self.stays),
            relationships=tuple(self.kin),
            concerns=tuple(self.concerns),
            records=tuple(self.records),
            decisions=tuple(self.decisions),
            facts=tuple(self.facts),
        )


Hole = Callable[[Case], Case]


def holes_in(case: Case) -> list[tuple[str, Hole]]:
    """Return every fact that can be taken out of a case, with its name."""
    found: list[tuple[str, Hole]] = []
    for place, person in enumerate(case.people):
        if person.born is not UNKNOWN:
            found.append((f"born@{person.id}", _field("people", place, born=UNKNOWN)))
        if isinstance(person.born, dt.date) and person.born <= RECEIVED.date():
            age = Age(about=age_on(person.born, RECEIVED.date()), on=RECEIVED.date())
            found.append((f"year@{person.id}", _field("people", place, born=PartialDay(person.born.year))))
            found.append((f"about@{person.id}", _field("people", place, born=UNKNOWN, age=age)))
        found.append((f"homes@{person.id}", _without_homes(person.id)))
        if any(row.to == person.id for row in case.relationships):
            found.append((f"parents@{person.id}", _without("relationships", lambda row, id=person.id: row.to == id)))
    found += _holes_in_places(case)
    found += [(f"stay@{place}", _field("residences", place, kind=UNKNOWN)) for place in range(len(case.residences))]
    for place, concern in enumerate(case.concerns):
        for name in ("about", "place", "present", "responsible", "kind"):
            found.append((f"{name}@{concern.id}", _field("concerns", place, **{name: UNKNOWN})))
        found.append((f"household@{concern.id}", _field("concerns", place, household=UNKNOWN)))
    found += [(f"file@{place}", _field("records", place, household=UNKNOWN)) for place in range(len(case.records))]
    found += [(f"exists@{place}", _field("records", place, exists=UNKNOWN)) for place in range(len(case.records))]
    for decision in case.decisions:
        name = f"{decision.question}@{decision.about[0]}"
        found.append((name, _unknown("decisions", decision)))
    for fact in case.facts:
        found.append((f"{fact.question}@{fact.about}", _unknown("facts", fact)))
    return found


def restless(case: Case, chance: random.Random) -> Case:
    """Return a case in which some move in or out around what happened, some live in no home, and one home far away."""
    full = {row.person for row in case.residences if row.kind is ResidenceKind.FULL_TIME}
    people = [
        attrs.evolve(each, home=chance.choice(list(Home))) if each.id not in full and chance.random() < 0.5 else each
        for each in case.people
    ]
    happened = [
        attrs.evolve(each, occurred=Moment(RECEIVED.date() - dt.timedelta(days=chance.randint(1, 30))))
        if chance.random() < 0.5
        else each
        for each in case.concerns
    ]
    far = attrs.evolve(case.households[0], state=chance.choice(list(State)))
    return attrs.evolve(
        case,
        people=tuple(people),
        households=(far, *case.households[1:]),
        residences=tuple(_limited(row, chance) for row in case.residences),
        concerns=tuple(happened),
    )


def _limited(stay: ResidenceEntry, chance: random.Random) -> ResidenceEntry:
    day = RECEIVED.date() - dt.timedelta(days=chance.randint(-2, 40))
    limit = chance.choice([{}, {}, {"from_": day}, {"until": day}])
    return attrs.evolve(stay, **limit)


def _holes_in_places(case: Case) -> list[tuple[str, Hole]]:
    """Return every fact of homes and places that can be taken out."""
    found = [
        (f"home@{person.id}", _field("people", at, home=UNKNOWN, sleeps=""))
        for at, person in enumerate(case.people)
        if isinstance(person.home, Home)
    ]
    found += [
        (f"state@{entry.id}", _field(section, at, state=UNKNOWN))
        for section in ("households", "places")
        for at, entry in enumerate(getattr(case, section))
        if isinstance(entry.state, State)
    ]
    return found + [
        (f"place-kind@{entry.id}", _field("places", at, kind=UNKNOWN)) for at, entry in enumerate(case.places)
    ]


def _without_homes(id: str) -> Hole:
    """Return what takes out everything that is said of where somebody lives."""

    def hole(case: Case) -> Case:
        people = tuple(attrs.evolve(each, home=None, sleeps="") if each.id == id else each for each in case.people)
        stays = tuple(row for row in case.residences if row.person != id)
        return attrs.evolve(case, people=people, residences=stays)

    return hole


def moments_in(case: Case) -> list[tuple[str, Hole]]:
    """Return every moment that can be taken out of a case, or known within bounds alone, with its name."""
    found = [(f"at@{place}", _field("decisions", place, at=UNKNOWN)) for place in range(len(case.decisions))]
    found += [
        (f"within@{section}@{place}", _field(section, place, **{name: bounds(getattr(entry, name))}))
        for section, name in (("decisions", "at"), ("concerns", "occurred"), ("facts", "answer"))
        for place, entry in enumerate(getattr(case, section))
        if isinstance(getattr(entry, name), Moment)
    ]
    if isinstance(case.dates.received, Moment):
        found.append(("within@received", _received_within))
    for place, concern in enumerate(case.concerns):
        found.append((f"occurred@{concern.id}", _field("concerns", place, occurred=UNKNOWN)))
    for place, record in enumerate(case.records):
        for number, move in enumerate(record.moves):
            found.append((f"moved@{record.id}@{move.move}", _without_moment(place, number)))
    return [*found, ("received", _without_receipt)]


def _without_moment(place: int, number: int) -> Hole:
    def taken_out(case: Case) -> Case:
        moves = list(case.records[place].moves)
        moves[number] = attrs.evolve(moves[number], at=UNKNOWN)
        return _field("records", place, moves=tuple(moves))(case)

    return taken_out


def bounds(when: Moment) -> Between:
    """Return that all that is known of a moment is that it was on its day, the one before or the one after."""
    day = when.value.date() if isinstance(when.value, dt.datetime) else when.value
    return Between(Moment(day - dt.timedelta(days=1)), Moment(day + dt.timedelta(days=1)))


def _received_within(case: Case) -> Case:
    received = case.dates.received
    within = bounds(received) if isinstance(received, Moment) else received
    return attrs.evolve(case, dates=attrs.evolve(case.dates, received=within))


def _without_receipt(case: Case) -> Case:
    return attrs.evolve(case, dates=attrs.evolve(case.dates, received=UNKNOWN))


def moved_by(case: Any, days: int) -> Any:
    """Return a case, or a part of one, with every moment and day in it so many days later."""
    match case:
        case Moment(value=value):
            return Moment(value + dt.timedelta(days=days))
        case dt.date():
            return case + dt.timedelta(days=days)
        case tuple():
            return tuple(moved_by(part, days) for part in case)
        case _ if attrs.has(type(case)):
            fields = {field.alias or field.name: getattr(case, field.name) for field in attrs.fields(type(case))}
            return attrs.evolve(case, **{name: moved_by(part, days) for name, part in fields.items()})
        case _:
            return case


def _field(part: str, number: int, /, **changes: Any) -> Hole:
    def taken_out(case: Case) -> Case:
        rows = list(getattr(case, part))
        rows[number] = attrs.evolve(rows[number], **changes)
        return attrs.evolve(case, **{part: tuple(rows)})

    return taken_out


def _without(part: str, gone: Callable[[Any], bool]) -> Hole:
    def taken_out(case: Case) -> Case:
        return attrs.evolve(case, **{part: tuple(row for row in getattr(case, part) if not gone(row))})

    return taken_out


def _unknown(part: str, answered: Any) -> Hole:
    """Return what says that an answer is not known; left out, some questions take their usual answer for granted."""

    def taken_out(case: Case) -> Case:
        rows = (attrs.evolve(row, answer=UNKNOWN) if row is answered else row for row in getattr(case, part))
        return attrs.evolve(case, **{part: tuple(rows)})

    return taken_out


def with_holes(case: Case, holes: Sequence[Hole]) -> Case:
    """Return a case without some facts."""
    for hole in sorted(holes, key=lambda hole: hole.__qualname__.startswith("_without")):
        case = hole(case)
    return case
