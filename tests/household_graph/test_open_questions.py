"""What is asked where a case says nothing: the question, its answers, what is worked with until then, and why."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from invented_families import DAY, case, kin, person, stay, unborn

from cimscore.case import (
    UNKNOWN,
    Between,
    Case,
    ConcernEntry,
    Home,
    Moment,
    Part,
    RecordEntry,
    RelationshipKind,
    ResidenceEntry,
)
from cimscore.grades import CERTAIN, NO, POSSIBLE
from cimscore.household_graph import Days, Entered, Facts, OpenFact, Tie, TieKind, ties_of

TODAY = Days(DAY, DAY)
ARI, MIA = person("ari", "2014-05-02"), person("mia", "1986-01-20")
GUESTS = tuple(person(f"guest{number}") for number in range(7))


def asked(family: Case, address: str, days: Days = TODAY) -> OpenFact:
    return ties_of(Entered(family, days)).open[address]


def grade(family: Case, tie: Tie, **settled: Any) -> int:
    return ties_of(Entered(family, TODAY)).grade(tie, settled)


WHOLE = case(
    (ARI, MIA, person("worker", adult=True, is_=Part.STAFF), unborn("bub")),
    residences=(stay("ari", "north", "part-time"), stay("mia", "south")),
    relationships=(attrs.evolve(kin("mia", "foster-carer", "ari"), ended=UNKNOWN),),
    concerns=(ConcernEntry(id="c1", place="north"),),
    records=(RecordEntry(id="EV-1", kind="past-report", exists=UNKNOWN),),
)
MANY = case((ARI, *GUESTS), concerns=(ConcernEntry(id="c1", place="north"),))
NO_PARENT = "nobody is taken for a parent unasked"
EVERY_HOME = "every household that matters is taken to be in the case"
AT_HOME = (
    "a child lives with their parents, a parent with their child where no other adult does, and everybody else in none "
    "of these, until it is known"
)
CHILDREN = "each child who lives where it happened, else each child of the case, so that no child is lost"
STAYS = "Does any of them live in a household of the case, visit it, or stay there by choice"
NAMES = "guest0, guest1, guest2, guest3, guest4, guest5 and 1 more"
QUESTIONS: list[tuple[Case, str, str, Any, str]] = [
    (WHOLE, "ended@mia->ari", "Was mia no longer foster carer of ari at the receipt?", True, "it is entered as ended"),
    (MANY, "parents@ari", "Who are the parents of ari?", (), NO_PARENT),
    (WHOLE, "mother@bub", "Who is pregnant with bub?", "", "nobody of the case, until it is known"),
    (
        WHOLE, "home@ari", "Does ari live in a home that is not in the case?", True,
        "they live in a household of the case for part of the time only, and in no other of them",
    ),
    (MANY, "home@ari", "Does ari live in a home that is not in the case?", False, EVERY_HOME),
    (WHOLE, "homes@ari", "In which households of the case does ari live?", (), AT_HOME),
    (WHOLE, "about@c1@ari", "Is ari one whom c1 is about?", True, CHILDREN),
    (WHOLE, "about@c1@mia", "Is mia one whom c1 is about?", False, CHILDREN),
    (MANY, "about@c1@*", f"Is any of them one whom c1 is about: {NAMES}?", False, "nobody is named unasked"),
    (
        MANY, "homes@*", f"{STAYS}: {NAMES}?",
        False, AT_HOME,
    ),
    (MANY, "parents@*", f"Is any of them a child of somebody in the case: {NAMES}?", False, NO_PARENT),
    (
        WHOLE, "exists@EV-1", "Is EV-1 (past report) on file?", False,
        "until it is found, what is new is recorded by itself and keeps clocks of its own",
    ),
    (WHOLE, "household@EV-1", "About which household is EV-1?", "", "none of these, until it is known"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("family", "address", "asks", "working", "why"), QUESTIONS, ids=[question[1] for question in QUESTIONS]
)
def test_a_question_says_what_is_worked_with_until_it_is_answered_and_why(
    family: Case, address: str, asks: str, working: Any, why: str
) -> None:
    fact = asked(family, address)
    assert (fact.asks, fact.working, fact.why) == (asks, working, why)


def test_the_answers_are_in_words() -> None:
    assert list(asked(MANY, "homes@*").words.items()) == [(False, "none of them"), (True, "at least one of them")]
    assert asked(MANY, "homes@*").values == (False, True)
    assert asked(WHOLE, "household@EV-1").words == {"": "none of these"}
    assert asked(WHOLE, "mother@bub").words == {"": "nobody of the case"}
    assert list(asked(WHOLE, "homes@ari").words.values()) == [
        "in none", "lives in south", "visits south", "stays by choice in south",
    ]  # fmt: skip
    assert list(asked(WHOLE, "stay@mia@south").words.values()) == ["full-time", "part-time", "by-choice", "visits"]


def test_whether_somebody_lived_there_comes_before_that_they_never_did() -> None:
    family = case((ARI,), residences=(stay("ari", "north", "full-time", from_=UNKNOWN, until=UNKNOWN),))
    words = list(asked(family, "stay@ari@north").words.values())
    assert words == ["full-time", "not at all, and lived there before", "not at all"]


def test_of_six_strangers_every_name_is_told() -> None:
    family = case((ARI, *GUESTS[:6]))
    assert asked(family, "parents@*").asks.endswith(": guest0, guest1, guest2, guest3, guest4, guest5?")


def test_who_acts_for_a_body_is_not_asked_about_as_one_whom_it_is_about_but_as_one_who_was_there() -> None:
    family = attrs.evolve(WHOLE, concerns=(ConcernEntry(id="c1", place="north", present=UNKNOWN),))
    found = ties_of(Entered(family, TODAY)).open
    of_the_worker = {
        address for address in found if address.startswith(("about@c1", "present@c1")) and "worker" in address
    }
    assert of_the_worker == {"present@c1@worker"}
    assert asked(family, "present@c1@worker").why == "nobody is named unasked"


@pytest.mark.parametrize(("answer", "sure"), [(True, CERTAIN), (False, NO)])
def test_whom_a_concern_is_about_is_so_by_the_answer(answer: bool, sure: int) -> None:
    assert grade(WHOLE, Tie(TieKind.ABOUT, "c1", "mia"), **{"about@c1@mia": answer}) == sure


def test_no_stranger_of_many_is_asked_about_alone() -> None:
    found = ties_of(Entered(MANY, TODAY)).open
    assert not [address for address in found if "guest" in address]
    assert {"about@c1@*", "homes@*", "parents@*"} <= set(found)
    assert grade(MANY, Tie(TieKind.ABOUT, "c1", "guest3"), **{"about@c1@*": False}) == NO
    assert grade(MANY, Tie(TieKind.ABOUT, "c1", "guest3"), **{"about@c1@*": True}) == POSSIBLE


def test_a_fact_of_one_value_is_no_question_and_one_that_says_nothing_is_none_either() -> None:
    facts = Facts[str]()
    only = OpenFact(address="only", asks="Is it?", values=(True,), working=True, why="so")
    idle = OpenFact.whether("idle", "Is it?", why="so")
    facts.leave_open(only, {True: ["row"]})
    facts.leave_open(idle, {True: []})
    assert (facts.stated, facts.open) == ({"row": None}, {})


def test_an_unborn_child_stays_wherever_whoever_turns_out_to_be_the_mother_perhaps_stays() -> None:
    family = case((MIA, unborn("bub")), homes="north", residences=(stay("mia", "north"),))
    lives = Tie(TieKind.LIVES_IN, "bub", "north")
    full_time, *_, visits = asked(family, "stay@mia@north").values

    assert grade(family, lives) == POSSIBLE
    assert grade(family, lives, **{"mother@bub": "mia", "stay@mia@north": full_time}) == CERTAIN
    assert grade(family, lives, **{"mother@bub": "mia", "stay@mia@north": visits}) == NO
    assert grade(family, lives, **{"mother@bub": "", "stay@mia@north": full_time}) == NO


@pytest.mark.parametrize(
    ("kind", "of_both"), [(RelationshipKind.PARENT, CERTAIN), (RelationshipKind.GRANDPARENT, NO)], ids=str
)
def test_whoever_turns_out_to_be_the_parent_of_a_twin_is_the_others_parent(
    kind: RelationshipKind, of_both: int
) -> None:
    people = (ARI, person("bo", "2014-05-02"), person("mia", "1950-01-20"))
    rows = (kin("ari", "twin", "bo"), kin("mia", "", "ari"))
    family = case(people, relationships=rows)
    settled = {"relationship@mia->ari": kind, "parents@bo": (), "parents@ari": ()}
    assert grade(family, Tie(TieKind.PARENT, "mia", "bo"), **settled) == of_both


NOW, OVER = stay("ari", "", "part-time"), stay("ari", "", "part-time", until=DAY - dt.timedelta(days=30))
UNTIL_THEN = stay("ari", "", "part-time", until=DAY - dt.timedelta(days=2))
ALWAYS = stay("ari", "", "full-time")
THAT_WEEK = Between(first=Moment(DAY - dt.timedelta(days=7)), last=Moment(DAY))


@pytest.mark.parametrize(
    ("occurred", "north", "south", "where"),
    [
        (Moment(DAY), OVER, NOW, "south"),
        (Moment(DAY), NOW, ALWAYS, "south"),
        (THAT_WEEK, OVER, UNTIL_THEN, "south"),
        (THAT_WEEK, UNTIL_THEN, ALWAYS, "south"),
        (UNKNOWN, OVER, NOW, "north"),
    ],
    ids=["by turns before over", "always before by turns", "a part of that week", "all that week", "no day is known"],
)
def test_it_is_taken_to_have_happened_where_the_child_was_at_home_that_day(
    occurred: Any, north: ResidenceEntry, south: ResidenceEntry, where: str
) -> None:
    family = case(
        (ARI,),
        residences=(attrs.evolve(north, household="north"), attrs.evolve(south, household="south")),
        concerns=(ConcernEntry(id="c1", about=("ari",), occurred=occurred),),
    )
    assert asked(family, "place@c1").working == where


def test_what_is_about_nobody_with_a_home_is_taken_to_have_happened_elsewhere() -> None:
    family = case((person("ari", "2014-05-02", home=Home.NONE),), concerns=(ConcernEntry(id="c1", about=("ari",)),))
    assert asked(family, "place@c1").working == "elsewhere"
