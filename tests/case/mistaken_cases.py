"""Small cases, each with one mistake that no case may have."""

from __future__ import annotations

import datetime as dt
from typing import Any

from cimscore.case import (
    Age,
    ConcernEntry,
    ConcernKind,
    Dates,
    DecisionEntry,
    DoneEntry,
    Exists,
    FactEntry,
    Finish,
    Home,
    HouseholdEntry,
    Moment,
    MoveEntry,
    OnFileEntry,
    Part,
    PartialDay,
    PersonEntry,
    PlaceEntry,
    RecordEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
    Rota,
    Unborn,
)

PEOPLE = (PersonEntry(id="ari"), PersonEntry(id="mia"), PersonEntry(id="leo"))
SMALL: dict[str, Any] = {
    "people": PEOPLE,
    "households": (HouseholdEntry(id="north"), HouseholdEntry(id="south")),
    "concerns": (ConcernEntry(id="c1", about=("ari",)),),
    "records": (RecordEntry(id="inv-1", kind="investigation"),),
}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def at(text: str) -> Moment:
    return Moment(day(text))


def stay(person: str, household: str, kind: ResidenceKind, from_: str = "", until: str = "") -> ResidenceEntry:
    limits = [day(text) if text else None for text in (from_, until)]
    return ResidenceEntry(person=person, household=household, kind=kind, from_=limits[0], until=limits[1])


def kin(from_: str, to: str, kind: RelationshipKind = RelationshipKind.PARENT) -> RelationshipEntry:
    return RelationshipEntry(from_=from_, to=to, kind=kind)


def decided(about: str, answer: object = True, question: str = "relates", **more: Any) -> DecisionEntry:
    return DecisionEntry(question=f"rainbow/{question}", about=(about,), answer=answer, **more)


def received(text: str) -> Dates:
    return Dates(received=at(text))


def by_turns(kind: ResidenceKind, here: int = 7, away: int = 7) -> ResidenceEntry:
    return ResidenceEntry(person="ari", household="north", kind=kind, rota=Rota(here=here, away=away))


def ari(**more: Any) -> tuple[PersonEntry, ...]:
    return (PersonEntry(id="ari", **more), *PEOPLE[1:])


FULL, VISITS = ResidenceKind.FULL_TIME, ResidenceKind.VISITS
MISTAKES: dict[str, dict[str, Any]] = {
    "a stay of nobody": {"residences": (stay("zed", "north", FULL),)},
    "a stay nowhere": {"residences": (stay("ari", "nort", FULL),)},
    "a parent who is a household": {"relationships": (kin("north", "ari"),)},
    "a mother who is not there": {"people": (*PEOPLE, PersonEntry(id="twin", unborn=Unborn(mother="zed")))},
    "a concern about nobody": {"concerns": (ConcernEntry(id="c1", about=("zed",)),)},
    "a concern nowhere": {"concerns": (ConcernEntry(id="c1", about=("ari",), place="ari"),)},
    "a record of nothing": {"records": (RecordEntry(id="report:zed", kind="report"),)},
    "a record of a stranger": {"records": (RecordEntry(id="r", kind="investigation", people={"zed": "child"}),)},
    "one id for two things": {"households": (HouseholdEntry(id="north"), HouseholdEntry(id="ari"))},
    "no id": {"people": (*PEOPLE, PersonEntry(id="a b"))},
    "a word that means something else": {"people": (*PEOPLE, PersonEntry(id="elsewhere"))},
    "a very long id": {"people": (*PEOPLE, PersonEntry(id="a" * 101))},
    "an odd sign": {"concerns": (ConcernEntry(id="c1", about=("ari",), text="a\x1bb"),)},
    "half a character": {"concerns": (ConcernEntry(id="c1", about=("ari",), text="a\ud800b"),)},
    "one stay twice": {"residences": (stay("ari", "north", VISITS), stay("ari", "north", VISITS))},
    "a stay that ends too early": {"residences": (stay("ari", "north", VISITS, "2025-02-10", "2025-02-09"),)},
    "two homes full-time": {"residences": (stay("ari", "north", FULL), stay("ari", "south", FULL))},
    "no home and a full-time stay": {"people": ari(home=Home.NONE), "residences": (stay("ari", "north", FULL),)},
    "another home and a full-time stay": {
        "people": ari(home=Home.ELSEWHERE),
        "residences": (stay("ari", "north", FULL, "2025-03-02", "2025-03-04"),),
        "dates": received("2025-03-03"),
    },
    "sleeping somewhere else than at home": {"people": ari(sleeps="a car")},
    "sleeping in a household": {"people": ari(home=Home.NONE, sleeps="north")},
    "full-time by turns": {"residences": (by_turns(FULL),)},
    "no days here": {"residences": (by_turns(VISITS, here=0),)},
    "fewer days away than none": {"residences": (by_turns(VISITS, away=-1),)},
    "one id for a home and a place": {"places": (PlaceEntry(id="north"),)},
    "a stay in a place": {
        "places": (PlaceEntry(id="school"),),
        "residences": (stay("ari", "school", FULL),),
    },
    "a record of a place": {
        "places": (PlaceEntry(id="school"),),
        "records": (RecordEntry(id="r", kind="investigation", household="school"),),
    },
    "kin to oneself": {"relationships": (kin("ari", "ari"),)},
    "a mother who adopts": {
        "people": (PersonEntry(id="ari", unborn=Unborn(mother="mia")), *PEOPLE[1:]),
        "relationships": (kin("mia", "ari", RelationshipKind.ADOPTIVE_PARENT),),
    },
    "a parent who is no relation": {
        "relationships": (kin("mia", "ari"), kin("ari", "mia", RelationshipKind.NO_RELATION))
    },
    "a circle of parents": {"relationships": (kin("ari", "mia"), kin("mia", "leo"), kin("leo", "ari"))},
    "a twin of one's unborn child": {
        "people": (PersonEntry(id="ari", unborn=Unborn(mother="mia")), *PEOPLE[1:]),
        "relationships": (kin("ari", "mia", RelationshipKind.TWIN),),
    },
    "a child of one's twin's child": {
        "relationships": (
            kin("mia", "ari"),
            kin("ari", "leo", RelationshipKind.TWIN),
            kin("leo", "mia", RelationshipKind.ADOPTIVE_PARENT),
        ),
    },
    "a twin of a twin who is a parent": {
        "relationships": (
            kin("ari", "leo", RelationshipKind.TWIN),
            kin("leo", "mia", RelationshipKind.TWIN),
            kin("mia", "ari", RelationshipKind.ADOPTIVE_PARENT),
        ),
    },
    "an unborn parent": {
        "people": (PersonEntry(id="ari", unborn=Unborn()), *PEOPLE[1:]),
        "relationships": (kin("ari", "mia"),),
    },
    "an unborn mother": {
        "people": (PersonEntry(id="ari", unborn=Unborn()), PersonEntry(id="mia", unborn=Unborn(mother="ari"))),
        "concerns": (),
    },
    "a sibling of one's child": {"relationships": (kin("mia", "ari"), kin("ari", "mia", RelationshipKind.SIBLING))},
    "a parent of nine": {
        "people": (PersonEntry(id="ari", born=day("2014-05-02")), PersonEntry(id="mia", born=day("2004-05-03"))),
        "relationships": (kin("mia", "ari"),),
    },
    "an age that no birthday gives": {
        "people": (PersonEntry(id="ari", born=PartialDay(2010), age=Age(about=7, on=day("2025-03-03"))),),
    },
    "twins of different years": {
        "people": (PersonEntry(id="ari", born=PartialDay(2014)), PersonEntry(id="mia", born=day("2015-02-01"))),
        "relationships": (kin("mia", "ari", RelationshipKind.TWIN),),
    },
    "harmed after their death": {
        "people": (PersonEntry(id="ari", died=day("2025-02-01")),),
        "concerns": (ConcernEntry(id="c1", about=("ari",), kind=ConcernKind.HARM, occurred=at("2025-02-20")),),
    },
    "born more than a year after the call": {
        "people": ari(born=day("2026-05-02")),
        "dates": received("2025-03-03"),
        "decisions": (decided("c1", "red", "colour"),),  # nobody says when, so that it may be later
    },
    "died before birth": {"people": (PersonEntry(id="ari", born=day("2014-05-02"), died=PartialDay(2013)),)},
    "died after everything": {
        "people": (PersonEntry(id="ari", died=PartialDay(2025, 4)),),
        "dates": received("2025-03-03"),
    },
    "there after death": {
        "people": (PersonEntry(id="ari"), PersonEntry(id="mia", died=day("2025-02-01"))),
        "concerns": (ConcernEntry(id="c1", about=("ari",), responsible=("mia",), occurred=at("2025-03-01")),),
    },
    "moved after death": {
        "people": (PersonEntry(id="ari"), PersonEntry(id="mia", died=day("2025-02-01"))),
        "records": (
            RecordEntry(id="r", kind="investigation", moves=(MoveEntry(move="a", by="mia", at=at("2025-03-03")),)),
        ),
    },
    "a grandmother of nineteen": {
        "people": (PersonEntry(id="ari", born=day("2014-05-02")), PersonEntry(id="mia", born=day("1995-01-01"))),
        "relationships": (kin("mia", "ari", RelationshipKind.GRANDPARENT),),
    },
    "a grandchild of one's child": {
        "relationships": (kin("mia", "ari"), kin("ari", "mia", RelationshipKind.GRANDPARENT)),
    },
    "a policeman at home": {
        "people": (*PEOPLE, PersonEntry(id="joe", is_=Part.POLICE)),
        "residences": (stay("joe", "north", FULL),),
    },
    "a parent who acts for a body": {
        "people": (*PEOPLE, PersonEntry(id="joe", is_=Part.AGENCY)),
        "relationships": (kin("joe", "ari"),),
    },
    "no longer a sibling": {
        "relationships": (RelationshipEntry(from_="mia", to="ari", kind=RelationshipKind.TWIN, ended=True),),
    },
    "kept from oneself": {"people": (PersonEntry(id="ari", kept_from=("ari",)),)},
    "kept from nobody who is there": {"households": (HouseholdEntry(id="north", kept_from=("zed",)),)},
    "born after everything": {
        "people": (PersonEntry(id="ari", born=day("2025-03-04")),),
        "dates": received("2025-03-03"),
    },
    "born before unborn": {
        "people": (PersonEntry(id="ari", born=day("2025-03-02"), unborn=Unborn()),),
        "dates": received("2025-03-03"),
    },
    "told before it happened": {
        "concerns": (ConcernEntry(id="c1", about=("ari",), occurred=at("2025-03-04")),),
        "dates": received("2025-03-03"),
    },
    "decided before it was told": {
        "decisions": (decided("ari@north", at=at("2025-03-02")),),
        "dates": received("2025-03-03"),
    },
    "moves out of order": {
        "records": (
            RecordEntry(id="r", kind="investigation", moves=(
                MoveEntry(move="open", at=at("2025-03-03")), MoveEntry(move="close", at=at("2025-03-02")),
            )),
        ),
    },
    "moved before it happened": {
        "concerns": (ConcernEntry(id="c1", about=("ari",), occurred=at("2025-03-04")),),
        "records": (RecordEntry(id="report:c1", kind="report", moves=(MoveEntry(move="a", at=at("2025-03-03")),)),),
    },
    "moved before it was told": {
        "dates": received("2025-03-04"),
        "records": (RecordEntry(id="report:north", kind="report", moves=(MoveEntry(move="a", at=at("2025-03-03")),)),),
    },
    "two answers to one question": {"decisions": (decided("ari@north"), decided("ari@north", answer=False))},
    "a decision about a ghost": {"decisions": (decided("c9", "red", "colour"),)},
    "a decision about another sort of thing": {"decisions": (decided("ari", "red", "colour"),)},
    "an answer that names nothing": {"facts": (FactEntry(question="rainbow/mentor", about="ari", answer="zed"),)},
    "a fact about nothing": {"facts": (FactEntry(question="rainbow/remark", about="zed", answer="x"),)},
    "a home in two groups": {"decisions": (decided("case", (("north",), ("north", "south")), "joined"),)},
    "a decision by another role": {"decisions": (decided("c1", "red", "colour", by="boss"),)},
    "a move once it was closed": {
        "records": (
            RecordEntry(id="r", kind="investigation", moves=(MoveEntry(move="close"), MoveEntry(move="approve"))),
        ),
    },
    "moves of a record that does not exist": {
        "records": (RecordEntry(id="r", kind="investigation", exists=Exists.NO, moves=(MoveEntry(move="open"),)),)
    },
    "none on file and one entered": {"on_file": (OnFileEntry(kind="investigation", exists=Exists.NO),)},
    "superseded by something, and not said to be": {
        "records": (
            RecordEntry(id="r", kind="investigation", superseded_by="s"),
            RecordEntry(id="s", kind="investigation"),
        ),
    },
    "superseded by itself": {
        "records": (RecordEntry(id="r", kind="investigation", as_=Finish.SUPERSEDED, superseded_by="r"),)
    },
    "nothing alleged, and somebody responsible": {
        "concerns": (ConcernEntry(id="c1", about=("ari",), kind=ConcernKind.NOTHING, responsible=("mia",)),)
    },
    "done before it was received": {
        "dates": received("2025-03-03"),
        "done": (DoneEntry(act="rainbow/clock/approve", for_=("c1",), at=at("2025-03-01")),),
    },
    "done before it happened": {
        "concerns": (ConcernEntry(id="c1", about=("ari",), occurred=at("2025-03-03")),),
        "done": (DoneEntry(act="rainbow/clock/approve", for_=("c1",), at=at("2025-03-01")),),
    },
}  # fmt: skip
