"""What the entries of a case say together: who acts, who is a child, who had died, who are twins."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from invented_families import DAY, case, kin, person, unborn

from cimscore.case import (
    UNKNOWN,
    ConcernEntry,
    DoneEntry,
    Moment,
    MoveEntry,
    Part,
    RecordEntry,
)
from cimscore.household_graph import Days, Entered

TODAY = Days(DAY, DAY)
SOMEBODY = person("eve")


def entered(*people: Any, **more: Any) -> Entered:
    return Entered(case((person("ari", "2014-05-02"), *people), **more), TODAY)


@pytest.mark.parametrize(
    "more",
    [
        {"records": (RecordEntry(id="EV-1", kind="report", moves=(MoveEntry(move="submit", by="eve"),)),)},
        {"done": (DoneEntry(act="visit", for_=("c1",), by="eve"),), "concerns": (ConcernEntry(id="c1"),)},
    ],
    ids=["a step", "an act"],
)
def test_whoever_is_named_for_what_they_did_alone_acts_and_is_no_stranger(more: dict[str, Any]) -> None:
    assert entered(SOMEBODY, **more).acting == {"eve"}
    assert entered(SOMEBODY, **more).strangers == frozenset()
    assert entered(person("eve", "1986-01-20"), **more).acting == frozenset()
    assert entered(person("eve", is_=Part.STAFF)).acting == {"eve"}


@pytest.mark.parametrize(
    ("born", "named", "is_child"),
    [
        (DAY.replace(year=DAY.year - 18) + dt.timedelta(days=1), False, True),
        (DAY.replace(year=DAY.year - 18), True, False),
        (None, True, True),
        (None, False, False),
    ],
    ids=["17", "18 today", "no age, named", "no age"],
)
def test_a_child_is_under_18_or_named_as_one_while_no_age_is_known(
    born: dt.date | None, named: bool, is_child: bool
) -> None:
    concerns = (ConcernEntry(id="c1", about=("kit",)),) if named else ()
    kit = attrs.evolve(person("kit"), born=born or UNKNOWN)
    assert entered(kit, concerns=concerns).is_likely_child("kit") is is_child


def test_whoever_is_somebodys_parent_is_not_named_as_a_child_by_their_own_kin() -> None:
    rows = (kin("eve", "parent", "kit"), kin("eve", "sibling", "sam"), kin("gran", "parent", "eve"))
    found = entered(*(person(id) for id in ("eve", "kit", "sam", "gran")), relationships=rows)
    assert found.children_by_entry == {"kit", "sam"}


@pytest.mark.parametrize(
    ("died", "dead"),
    [(DAY - dt.timedelta(days=1), True), (DAY, False), (True, True), (False, False), (UNKNOWN, False)],
)
def test_whoever_died_before_the_receipt_was_surely_dead(died: Any, dead: bool) -> None:
    assert entered(person("eve", died=died)).has_died_before("eve") is dead
    assert Entered(case((person("eve", died=DAY),)), Days(None, DAY)).has_died_before("eve") is False


def test_a_late_parent_is_one_of_whom_no_concern_may_be() -> None:
    late, row = person("eve", died=True), kin("eve", "parent", "ari")

    def is_late(**more: Any) -> bool:
        return entered(late, **{"relationships": (row,), **more}).is_late_parent("eve")

    assert is_late()
    assert is_late(concerns=(ConcernEntry(id="c1", about=("ari",)),))
    assert not is_late(concerns=(ConcernEntry(id="c1", about=("eve",)),))
    assert not is_late(concerns=(ConcernEntry(id="c1"),))
    assert not is_late(relationships=())


def test_twins_have_each_others_parents_and_were_born_within_days() -> None:
    found = entered(person("bo"), person("mia"), relationships=(kin("ari", "twin", "bo"), kin("mia", "parent", "ari")))
    assert found.parents == {"ari": ("mia",), "bo": ("mia",)}
    assert (
        abs((found.births["bo"].first - dt.date(2014, 5, 2)).days)
        == (found.births["bo"].last - dt.date(2014, 5, 2)).days
    )
    assert found.known_parents("bo") == {"mia"}
    assert entered(unborn("bub", "mia"), person("mia")).known_parents("bub") == {"mia"}


def test_a_step_that_somebody_took_at_some_time_is_theirs_whatever_the_record() -> None:
    moves = (MoveEntry(move="submit", at=Moment(DAY), by="eve"), MoveEntry(move="approve", by="sam"))
    records = (RecordEntry(id="notification:north", kind="notification", moves=moves),)
    assert entered(SOMEBODY, person("sam"), records=records).acting == {"eve", "sam"}
