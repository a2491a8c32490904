"""Who has moved since something happened, or before it was decided: as sure as the days that are known."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from cimscore.case import (
    UNKNOWN,
    Case,
    ConcernEntry,
    Dates,
    DecisionEntry,
    HouseholdEntry,
    Moment,
    PersonEntry,
    ResidenceEntry,
    ResidenceKind,
    Unborn,
    Unknown,
)
from cimscore.reasoning.situation import Asked, Stated, situation_of
from cimscore.rules.vocabulary import (
    moved_in_since,
    moved_in_until_decided,
    moved_out_since,
    moved_out_until_decided,
)

RECEIVED = dt.date(2025, 3, 3)
MOVED = dt.date(2025, 2, 10)
FULL = ResidenceKind.FULL_TIME
RELATIONS = (moved_out_since, moved_in_since, moved_out_until_decided, moved_in_until_decided)


def day(text: str) -> Moment:
    return Moment(dt.date.fromisoformat(text))


def case_of(
    *stays: ResidenceEntry, occurred: Moment | Unknown = UNKNOWN, decided: Moment | Unknown | None = None
) -> Case:
    decisions = () if decided is None else (DecisionEntry(question="a/b", about=("c1",), answer=True, at=decided),)
    return Case(
        id="moved",
        dates=Dates(received=Moment(RECEIVED)),
        people=(PersonEntry(id="ari"), PersonEntry(id="bub", unborn=Unborn(mother="ari"))),
        households=(HouseholdEntry(id="north"), HouseholdEntry(id="south")),
        residences=stays,
        concerns=(ConcernEntry(id="c1", about=("ari",), place="north", occurred=occurred),),
        decisions=decisions,
    )


def stay(household: str, kind: ResidenceKind | Unknown = FULL, **limits: object) -> ResidenceEntry:
    return ResidenceEntry(person="ari", household=household, kind=kind, **limits)  # type: ignore[arg-type]


LEFT = stay("north", until=dt.date(2025, 2, 9))
CAME = stay("south", from_=MOVED)


def said(case: Case) -> Stated:
    return situation_of(Asked(case, ZoneInfo("Australia/Brisbane")))


def moved(case: Case) -> dict[str, int]:
    """Who has moved, in a word each, and how sure that is."""
    base = said(case).base
    return {
        f"{relation.name} {home}": grade
        for relation in RELATIONS
        if relation.key in base
        for (_, person, home), grade in base[relation.key].rows.items()
        if person == "ari"
    }


@pytest.mark.parametrize(
    ("occurred", "found"),
    [
        ("2025-02-01", {"moved-out-since north": 3, "moved-in-since south": 3}),
        ("2025-02-09", {"moved-out-since north": 3, "moved-in-since south": 3}),
        ("2025-02-10", {}),
        ("2025-02-20", {}),
    ],
)
def test_who_moved_after_it_happened_is_told_and_who_moved_before_is_not(occurred: str, found: dict[str, int]) -> None:
    assert moved(case_of(LEFT, CAME, occurred=day(occurred))) == found


def test_where_nobody_knows_when_it_happened_it_is_open_who_lived_there_then() -> None:
    case = case_of(LEFT, CAME)

    assert moved(case) == {"moved-out-since north": 2, "moved-in-since south": 1}
    fact = said(case).facts.open["lived-then@c1@ari@north"]
    assert (fact.values, fact.working) == ((False, True), True)


def test_an_unborn_child_moves_with_its_mother() -> None:
    base = said(case_of(LEFT, CAME, occurred=day("2025-02-01"))).base

    assert base[moved_out_since.key].rows == {("c1", "ari", "north"): 3, ("c1", "bub", "north"): 3}


def test_how_somebody_stayed_that_is_not_known_leaves_open_whether_they_moved() -> None:
    case = case_of(stay("north", UNKNOWN, until=dt.date(2025, 2, 9)), occurred=day("2025-02-01"))

    situation = said(case)
    assert moved(case) == {"moved-out-since north": 2}
    assert situation.sources(moved_out_since.key, ("c1", "ari", "north")) == ("stay@ari@north",)


@pytest.mark.parametrize("limit", [{"from_": UNKNOWN}, {"until": UNKNOWN}])
def test_a_limit_that_is_not_known_may_lie_before_or_after_it(limit: dict[str, Unknown]) -> None:
    found = moved(case_of(stay("north", **limit), occurred=day("2025-02-01")))

    assert found == ({"moved-in-since north": 1} if "from_" in limit else {"moved-out-since north": 1})


def test_two_stays_that_follow_each_other_are_one_for_who_lives_there() -> None:
    first = stay("north", until=dt.date(2025, 1, 31))
    assert moved(case_of(first, stay("north", from_=dt.date(2025, 2, 1)), occurred=day("2025-01-15"))) == {}
    came_back = case_of(first, stay("north", from_=dt.date(2025, 2, 20)), occurred=day("2025-02-05"))
    assert moved(came_back) == {"moved-in-since north": 3}


@pytest.mark.parametrize(
    ("decided", "found"), [("2025-03-04", {}), ("2025-03-05", {"moved-out-until-decided north": 3}), (None, {})]
)
def test_who_moves_between_receipt_and_decision_is_told(decided: str | None, found: dict[str, int]) -> None:
    at = None if decided is None else day(decided)
    leaving = stay("north", until=dt.date(2025, 3, 4))

    assert moved(case_of(leaving, occurred=day("2025-02-01"), decided=at)) == found


def test_nobody_is_taken_to_move_before_a_decision_of_which_the_day_is_not_known() -> None:
    leaving = stay("north", until=dt.date(2025, 3, 4))

    found = moved(case_of(leaving, occurred=day("2025-02-01"), decided=UNKNOWN))

    assert found == {"moved-out-until-decided north": 1}


def test_stays_without_a_limit_are_asked_nothing() -> None:
    situation = said(case_of(stay("north")))

    assert [address for address in situation.facts.open if "then" in address or "decided" in address] == []
