"""A fact that is taken out of a case is open there, and everything else stays as it was."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from invented_families import kin, person, stay

from cimscore.case import (
    UNKNOWN,
    Actor,
    Age,
    Case,
    ConcernEntry,
    ConcernKind,
    Dates,
    Exists,
    Home,
    HouseholdEntry,
    Moment,
    MoveEntry,
    PersonEntry,
    PlaceEntry,
    PlaceKind,
    RecordEntry,
    State,
    Unborn,
)
from cimscore.household_graph import without_fact

DAY = dt.date(2025, 3, 3)
CASE = Case(
    id="whole",
    dates=Dates(received=Moment(DAY)),
    people=(
        person("ari", "2014-05-02", died=DAY, no_other_parent=True),
        person("mia", "1986-01-20"),
        PersonEntry(id="leo", age=Age(about=40), adult=True, home=Home.NONE, sleeps="park"),
        PersonEntry(id="bub", unborn=Unborn(mother="mia", confirmed=True)),
        PersonEntry(id="ola"),
    ),
    households=(HouseholdEntry(id="north", area="Logan", state=State.QUEENSLAND), HouseholdEntry(id="south")),
    places=(PlaceEntry(id="park", kind=PlaceKind.PARK, state=State.QUEENSLAND),),
    residences=(
        stay("ari", "north", "part-time", from_=DAY),
        stay("ari", "south", "part-time", until=DAY),
        stay("mia", "north", "full-time"),
    ),
    relationships=(kin("mia", "parent", "ari"), attrs.evolve(kin("leo", "partner", "mia"), ended=DAY)),
    concerns=(
        ConcernEntry(
            id="c1", about=("ari",), place="north", present=("mia",), responsible=("leo",),
            kind=ConcernKind.HARM, occurred=Moment(DAY),
        ),
    ),
    records=(
        RecordEntry(
            id="inv-1", kind="investigation", household="north", exists=Exists.YES, people={"ari": "subject child"},
            moves=(MoveEntry(move="commence", at=Moment(DAY), by="ola"), MoveEntry(move="finish", by="team leader")),
        ),
    ),
)  # fmt: skip
ONE_FIELD = {
    "died@ari": ("people", "ari", "died"),
    "area@north": ("households", "north", "area"),
    "state@north": ("households", "north", "state"),
    "state@park": ("places", "park", "state"),
    "place-kind@park": ("places", "park", "kind"),
    "about@c1": ("concerns", "c1", "about"),
    "present@c1": ("concerns", "c1", "present"),
    "responsible@c1": ("concerns", "c1", "responsible"),
    "place@c1": ("concerns", "c1", "place"),
    "kind@c1": ("concerns", "c1", "kind"),
    "occurred@c1": ("concerns", "c1", "occurred"),
    "household@inv-1": ("records", "inv-1", "household"),
    "exists@inv-1": ("records", "inv-1", "exists"),
}


def the(part: str, id: str, case: Case) -> Any:
    return next(entry for entry in getattr(case, part) if entry.id == id)


def changed(case: Case) -> set[tuple[str, str]]:
    """Return the lists of a case that are not those of the whole one, each with the entries that differ."""
    parts = [field.name for field in attrs.fields(Case) if isinstance(getattr(CASE, field.name), tuple)]
    return {
        (part, str(getattr(entry, "id", "")))
        for part in parts
        for entry in getattr(case, part)
        if entry not in getattr(CASE, part)
    }


@pytest.mark.parametrize(("address", "where"), ONE_FIELD.items(), ids=ONE_FIELD)
def test_one_field_of_one_entry_is_not_known_any_more(address: str, where: tuple[str, str, str]) -> None:
    part, id, field = where
    case = without_fact(CASE, address)

    assert getattr(the(part, id, CASE), field) is not UNKNOWN
    assert getattr(the(part, id, case), field) is UNKNOWN
    assert changed(case) == {(part, id)}


@pytest.mark.parametrize("address", ["born@leo", "age@leo"])
def test_nothing_that_tells_an_age_is_left(address: str) -> None:
    leo = the("people", "leo", without_fact(CASE, address))
    assert (leo.born, leo.age, leo.adult) == (UNKNOWN, UNKNOWN, UNKNOWN)
    assert leo.home is Home.NONE


def test_where_somebody_lives_is_open_whether_they_have_homes_or_none() -> None:
    nowhere = without_fact(CASE, "homes@ari@north")
    assert [row.person for row in nowhere.residences] == ["mia"]
    assert the("people", "leo", without_fact(CASE, "homes@leo")).home is None

    leo = the("people", "leo", without_fact(CASE, "home@leo"))
    assert (leo.home, leo.sleeps) == (UNKNOWN, "")
    assert without_fact(CASE, "home@mia") == CASE


@pytest.mark.parametrize(
    ("address", "home", "field"),
    [("stay@ari@north", "north", "kind"), ("from@ari@north", "north", "from_"), ("until@ari@south", "south", "until")],
)
def test_one_part_of_one_stay_is_open(address: str, home: str, field: str) -> None:
    before = CASE.residences
    after = without_fact(CASE, address).residences

    (place,) = (place for place, row in enumerate(after) if row != before[place])
    assert after[place] == attrs.evolve(before[place], **{field: UNKNOWN})
    assert (before[place].person, before[place].household) == ("ari", home)


def test_with_the_parents_goes_that_there_is_no_other() -> None:
    case = without_fact(CASE, "parents@ari")
    assert [row.kind for row in case.relationships] == ["partner"]
    assert not the("people", "ari", case).no_other_parent


def test_parents_of_another_child_and_other_kin_stay_where_the_parents_of_one_are_open() -> None:
    others = (kin("mia", "parent", "ola"), kin("leo", "step-parent", "ari"))
    family = attrs.evolve(CASE, relationships=(*CASE.relationships, *others))

    assert without_fact(family, "parents@ari").relationships == (CASE.relationships[1], *others)


@pytest.mark.parametrize(("word", "field"), [("relationship", "kind"), ("ended", "ended")])
def test_one_part_of_a_tie_is_open(word: str, field: str) -> None:
    mine, theirs = without_fact(CASE, f"{word}@leo->mia").relationships
    assert mine == CASE.relationships[0]
    assert getattr(theirs, field) is UNKNOWN


@pytest.mark.parametrize("part", ["mother", "confirmed"])
def test_one_part_of_a_pregnancy_is_open(part: str) -> None:
    case = without_fact(CASE, f"{part}@bub")
    assert the("people", "bub", case).unborn == attrs.evolve(Unborn(mother="mia", confirmed=True), **{part: UNKNOWN})
    assert changed(case) == {("people", "bub")}


def test_when_it_was_received_is_open() -> None:
    assert without_fact(CASE, "received").dates.received is UNKNOWN
    assert without_fact(CASE, "received@ari") == CASE


@pytest.mark.parametrize(
    ("address", "by"),
    [
        ("person@inv-1@commence@1", Actor(person=UNKNOWN)),
        ("by@inv-1@commence@1", Actor(person="ola", role=UNKNOWN)),
        ("by@inv-1@finish@1", Actor(role=UNKNOWN)),
    ],
)
def test_who_took_a_move_is_open_and_the_other_move_stays(address: str, by: Actor) -> None:
    moves = the("records", "inv-1", without_fact(CASE, address)).moves
    named = address.split("@")[2]

    for before, after in zip(the("records", "inv-1", CASE).moves, moves, strict=True):
        assert after == (attrs.evolve(before, by=by) if before.move == named else before)


def test_when_a_move_was_taken_and_what_somebody_is_recorded_as_are_open() -> None:
    moves = the("records", "inv-1", without_fact(CASE, "moved@inv-1@commence@1")).moves
    assert [move.at for move in moves] == [UNKNOWN, the("records", "inv-1", CASE).moves[1].at]

    recorded = the("records", "inv-1", without_fact(CASE, "recorded-as@ari@inv-1"))
    assert recorded.people == {"ari": UNKNOWN}
    assert without_fact(CASE, "recorded-as@mia@inv-1") == CASE


@pytest.mark.parametrize("address", ["born@nobody", "stay@mia@south", "place@c9", "mother@ari", "no-such-fact@ari", ""])
def test_what_the_case_does_not_state_changes_nothing(address: str) -> None:
    assert without_fact(CASE, address) == CASE
