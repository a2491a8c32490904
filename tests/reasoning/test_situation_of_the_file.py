"""What a case says of what is on file, and of concerns, as graded relations."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from small_situations import ZONE, case, grades, read

from cimscore.case import (
    UNKNOWN,
    Actor,
    ConcernEntry,
    ConcernKind,
    Exists,
    Finish,
    Moment,
    MoveEntry,
    RecordEntry,
)
from cimscore.reasoning.situation import Asked, Stated, situation_of
from cimscore.rules.conditions.things import RecordName
from cimscore.rules.vocabulary import (
    asks_about,
    concerns_home,
    days_since,
    file_home,
    file_kind,
    has_ended,
    has_moved,
    is_about,
    is_concern,
    is_file,
    is_of_kind,
    moved,
    record_moved_by,
    record_moved_by_person,
    recorded_as,
)


def test_days_since_a_move_are_bands_and_each_says_when_it_was() -> None:
    situation = read(records=(RecordEntry(id="EV-1", kind="investigation", moves=(MoveEntry(move="close"),)),))

    assert grades(situation, days_since) == {("EV-1", "close", 30): 1}
    assert situation.points["moved@EV-1@close"].values == (0, 30)
    long_ago = situation.answered("moved@EV-1@close", 30)
    assert grades(long_ago, days_since) == {("EV-1", "close", 30): 3}
    ((_, _, when),) = grades(long_ago, moved)
    assert when.last == Moment(dt.date(2025, 2, 1))


def test_who_made_a_move_may_be_anybody_whom_rules_name_or_the_case() -> None:
    record = RecordEntry(
        id="report:c1", kind="report", moves=(MoveEntry(move="endorse", at=Moment(dt.date(2025, 3, 4))),)
    )
    situation = situation_of(Asked(case(records=(record,)), ZONE, movers=("staff",)))

    assert situation.points["by@report:c1@endorse"].values == ("", "staff")
    assert situation.points["person@report:c1@endorse"].values == ("", "ari", "mia")
    named = RecordName("report", "concern", "c1")
    assert grades(situation, record_moved_by)[named, "endorse", "staff"] == 1
    known = situation.answered("by@report:c1@endorse", "staff")
    assert grades(known, record_moved_by)[named, "endorse", "staff"] == 3
    assert grades(known, record_moved_by_person) == {(named, "endorse", id): 1 for id in ("ari", "mia")}


def test_a_person_and_a_role_of_a_move_are_known_each_by_itself() -> None:
    def made_by(by: object) -> Stated:
        move = MoveEntry(move="endorse", by=by, at=Moment(dt.date(2025, 3, 4)))
        records = (RecordEntry(id="report:c1", kind="report", moves=(move,)),)
        return situation_of(Asked(case(records=records), ZONE, movers=("delegate", "staff")))

    endorsed = RecordName("report", "concern", "c1"), "endorse"
    both = made_by(Actor(person="mia", role="delegate"))
    assert grades(both, record_moved_by_person) == {(*endorsed, "mia"): 3}
    assert grades(both, record_moved_by)[(*endorsed, "delegate")] == 3
    assert not {"by@report:c1@endorse", "person@report:c1@endorse"} & both.points.keys()
    assert made_by("delegate").points.keys() == made_by(Actor(role="delegate")).points.keys() == both.points.keys()
    role_alone = made_by(Actor(person=UNKNOWN, role="delegate"))
    assert role_alone.points.keys() - both.points.keys() == {"person@report:c1@endorse"}
    assert made_by("mia").points.keys() - both.points.keys() == {"by@report:c1@endorse"}
    assert both.known("person@report:c1@endorse").working == "mia"
    assert both.known("by@report:c1@endorse").working == "delegate"


def test_a_record_of_which_it_is_not_known_whether_there_is_one_hangs_on_that() -> None:
    record = RecordEntry(
        id="EV-1", kind="ongoing-intervention", people={"ari": "subject child"}, exists=UNKNOWN,
        moves=(MoveEntry(move="open"),),
    )  # fmt: skip
    situation = read(records=(record,))

    assert situation.points["exists@EV-1"].working is False
    for relation in (is_file, file_kind, recorded_as, has_moved, file_home):
        assert set(grades(situation, relation).values()) == {1}, relation
    found = situation.answered("exists@EV-1", True)
    assert grades(found, is_file) == {("EV-1",): 3}
    assert grades(found, recorded_as) == {("ari", "EV-1", "subject child"): 3}
    assert grades(found, file_home) == {("EV-1", "north"): 1, ("EV-1", "south"): 1}
    assert grades(situation.answered("exists@EV-1", False), is_file) == {}
    assert read(records=(attrs.evolve(record, exists=Exists.NO, moves=()),)).points.keys().isdisjoint({"exists@EV-1"})
    assert grades(read(records=(attrs.evolve(record, exists=Exists.NO, moves=()),)), is_file) == {}
    known = read(records=(attrs.evolve(record, exists=Exists.YES),))
    assert known.known("exists@EV-1").working is True
    assert grades(known.answered("exists@EV-1", False), is_file) == {}


@pytest.mark.parametrize("finish", [Finish.WITHDRAWN, Finish.SUPERSEDED])
def test_a_record_that_something_took_the_place_of_counts_for_nothing(finish: Finish) -> None:
    record = RecordEntry(id="EV-1", kind="investigation", as_=finish)
    assert grades(read(records=(record,)), is_file) == {}


def test_a_record_that_has_ended_is_on_file_and_has_ended() -> None:
    situation = read(records=(RecordEntry(id="EV-1", kind="investigation", as_=Finish.ENDED),))
    assert grades(situation, is_file) == grades(situation, has_ended) == {("EV-1",): 3}


def test_a_concern_that_is_withdrawn_is_no_concern_to_be_assessed() -> None:
    concern = attrs.evolve(case().concerns[0], as_=Finish.WITHDRAWN)
    situation = read(concerns=(concern,))
    assert grades(situation, is_concern) == grades(situation, is_about) == {}


def test_a_call_that_alleges_nothing_is_about_nobody_and_asks_about_those_it_names() -> None:
    situation = read(concerns=(ConcernEntry(id="call", about=("ari",), kind=ConcernKind.NOTHING),))
    assert grades(situation, is_about) == {}
    assert grades(situation, asks_about) == {("call", "ari"): 3}
    assert grades(situation, is_of_kind) == {("call", "nothing"): 3}


def test_whose_concern_it_is_may_be_said_or_left_open_for_each_household() -> None:
    concern = attrs.evolve(case().concerns[0], household=("south",))
    assert grades(read(concerns=(concern,)), concerns_home) == {("c1", "south"): 3}
    unknown = read(concerns=(attrs.evolve(concern, household=UNKNOWN),))
    assert grades(unknown, concerns_home) == {("c1", "north"): 1, ("c1", "south"): 1}
    assert grades(unknown.answered("concerns-home@c1@north", True), concerns_home)["c1", "north"] == 3
