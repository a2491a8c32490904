"""What is asked where a case says nothing: the question, its answers, what is worked with until then, and why."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from invented_families import DAY, case, kin, person, stay, unborn

from cimscore.case import (
    UNKNOWN,
    Case,
    ConcernEntry,
    Part,
    RecordEntry,
)
from cimscore.grades import CERTAIN, NO
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


@pytest.mark.parametrize(("answer", "sure"), [(True, CERTAIN), (False, NO)])
def test_whom_a_concern_is_about_is_so_by_the_answer(answer: bool, sure: int) -> None:
    assert grade(WHOLE, Tie(TieKind.ABOUT, "c1", "mia"), **{"about@c1@mia": answer}) == sure


def test_a_fact_of_one_value_is_no_question_and_one_that_says_nothing_is_none_either() -> None:
    facts = Facts[str]()
    only = OpenFact(address="only", asks="Is it?", values=(True,), working=True, why="so")
    idle = OpenFact.whether("idle", "Is it?", why="so")
    facts.leave_open(only, {True: ["row"]})
    facts.leave_open(idle, {True: []})
    assert (facts.stated, facts.open) == ({"row": None}, {})
