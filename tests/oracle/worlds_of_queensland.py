"""Random cases of Queensland, whole: everything is entered that the page makes something hang on."""

from __future__ import annotations

import datetime as dt
import random
from typing import Final

import attrs
from facts_of_queensland import PROGRAM

from cimscore.case import (
    ALLEGED,
    UNKNOWN,
    Case,
    ConcernEntry,
    Dates,
    DecisionEntry,
    FactEntry,
    HouseholdEntry,
    Moment,
    PersonEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
)

OFFICER: Final = "child-safety-officer"
FIRST: Final = dt.datetime(2024, 10, 1, tzinfo=dt.UTC)
STAYS: Final = (ResidenceKind.FULL_TIME, ResidenceKind.FULL_TIME, ResidenceKind.PART_TIME, ResidenceKind.VISITS)
RESPONSES: Final = ("notification",) * 4 + ("child-concern-report",) * 3 + ("intake-enquiry", "limited-intake")
PRIORITIES: Final = ("24-hour", "5-day", "10-day")
AGES: Final = {"infant": (0,), "small": (3, 8), "ten": (11, 12), "teen": (14, 16)}


def whole_case(seed: int) -> Case:
    """Return the random case of a seed."""
    return _Whole(random.Random(seed)).case()


class _Whole:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.received = FIRST + dt.timedelta(minutes=chance.randrange(60 * 24 * 1000))
        self.homes = [f"home{number}" for number in range(chance.choice((1, 1, 2)))]
        self.adults = [f"adult{number}" for number in range(chance.choice((1, 2)))]
        self.children = [f"{chance.choice((*AGES,))}{number}" for number in range(chance.choice((1, 2, 2, 3)))]
        self.concerns = [f"c{number}" for number in range(chance.choice((1, 1, 2)))]

    def case(self) -> Case:
        return Case(
            id="whole",
            programs=(PROGRAM,),
            dates=Dates(received=Moment(self.received)),
            people=tuple(map(self._person, (*self.adults, *self.children))),
            households=tuple(HouseholdEntry(id=home, area="Brisbane") for home in self.homes),
            residences=tuple(self._stays()),
            relationships=tuple(self._kin()),
            concerns=tuple(map(self._concern, self.concerns)),
            decisions=tuple(self._decisions()),
            facts=tuple(self._facts()),
        )

    def _person(self, id: str) -> PersonEntry:
        # Whoever has one parent entered may have another, who may be anybody here: so it is said that there is none.
        return PersonEntry(id=id, born=self._born(id), no_other_parent=id in self.children)

    def _born(self, person: str) -> dt.date:
        """Return a day of birth whose anniversary is far from the day of the call."""
        years = self.chance.choice(AGES.get(person.rstrip("0123456789"), (35, 40)))
        return self.received.date() - dt.timedelta(days=years * 365 + years // 4 + self.chance.randrange(60, 300))

    def _stays(self) -> list[ResidenceEntry]:
        found = []
        for person in (*self.adults, *self.children):
            homes = self.chance.sample(self.homes, self.chance.randint(1, len(self.homes)))
            kinds = (ResidenceKind.PART_TIME, ResidenceKind.VISITS) if len(homes) > 1 else STAYS
            stays = [ResidenceEntry(person=person, household=home, kind=self.chance.choice(kinds)) for home in homes]
            found += [self._whole_stay(row) if len(homes) < len(self.homes) else row for row in stays]
        return found

    @staticmethod
    def _whole_stay(row: ResidenceEntry) -> ResidenceEntry:
        """Return a stay that leaves nothing open: who lives somewhere for part of the time may live elsewhere too."""
        full = attrs.evolve(row, kind=ResidenceKind.FULL_TIME)
        return full if row.kind is ResidenceKind.PART_TIME else row

    def _kin(self) -> list[RelationshipEntry]:
        found = []
        for child in self.children:
            older = [other for other in self.children if other.startswith("teen") and child.startswith("infant")]
            parents = self.chance.sample(self.adults, self.chance.randint(1, len(self.adults)))
            parents = [self.chance.choice(older)] if older and self.chance.random() < 0.5 else parents
            found += [RelationshipEntry(from_=each, to=child, kind=RelationshipKind.PARENT) for each in parents]
        return found

    def _concern(self, id: str) -> ConcernEntry:
        chance = self.chance
        about = chance.sample(self.children, chance.randint(1, min(2, len(self.children))))
        others = [each for each in (*self.adults, *self.children) if each not in about]
        responsible = chance.sample(others, chance.randint(0, min(1, len(others))))
        present = chance.sample(others, chance.choice((0, 0, min(1, len(others)))))
        return ConcernEntry(
            id=id,
            about=tuple(about),
            place=chance.choice(self.homes),
            responsible=tuple(responsible),
            present=tuple(present),
            kind=chance.choice(ALLEGED),
            occurred=Moment(self.received - dt.timedelta(days=chance.randint(0, 9))),
        )

    def _decisions(self) -> list[DecisionEntry]:
        found = []
        for concern in self.concerns:
            at = self.received + dt.timedelta(minutes=self.chance.randrange(1, 3 * 24 * 60))
            response = self.chance.choice(RESPONSES)
            found.append(self._decision("repeats", concern, answer=False, at=at))
            found.append(self._decision("response", concern, response, at))
            if response == "notification":
                found.append(self._decision("response-priority", concern, self.chance.choice(PRIORITIES), at))
        for child in self.children:
            pairs = [f"{child}@{home}" for home in self.homes]
            found += [
                self._decision("concerns-relate", pair, self.chance.random() < 0.5, self.received) for pair in pairs
            ]
        return found

    @staticmethod
    def _decision(question: str, about: str, answer: object, at: dt.datetime) -> DecisionEntry:
        return DecisionEntry(question=f"{PROGRAM}/{question}", about=(about,), answer=answer, by=OFFICER, at=Moment(at))

    def _facts(self) -> list[FactEntry]:
        protective = [
            FactEntry(question=f"{PROGRAM}/protective-parent", about=child, answer=self.chance.random() < 0.5)
            for child in self.children
        ]
        created = Moment(self.received + dt.timedelta(minutes=self.chance.randrange(600)))
        return [
            *protective,
            FactEntry(question=f"{PROGRAM}/office", about="case", answer="Brisbane"),
            FactEntry(question=f"{PROGRAM}/intake-created", about="case", answer=created),
        ]


OPEN: Final = ("response", "response-priority", "concerns-relate", "protective-parent")


def open_case(seed: int) -> Case:
    """Return the whole case of a seed with one to three of its answers and kinds of stay not known."""
    case, chance = whole_case(seed), random.Random(-seed - 1)
    sections = {"decisions": "answer", "facts": "answer", "residences": "kind"}
    rows = [
        (section, place)
        for section in sections
        for place, row in enumerate(getattr(case, section))
        if section == "residences" or row.question.partition("/")[2] in OPEN
    ]
    for section, place in chance.sample(rows, min(len(rows), chance.randint(1, 3))):
        each = list(getattr(case, section))
        each[place] = attrs.evolve(each[place], **{sections[section]: UNKNOWN})
        case = attrs.evolve(case, **{section: tuple(each)})
    return case
