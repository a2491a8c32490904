"""Facts that few cases state: a life that ended, a birth since, many people known by name alone, odd moments."""

from __future__ import annotations

import datetime as dt

import pytest
from small_situations import RECEIVED, ZONE, case, grades, person, read

from cimscore.case import UNKNOWN, Between, Case, Dates, Moment, MoveEntry, PartialDay, RecordEntry, Unborn
from cimscore.clocks import Span
from cimscore.reasoning.situation import Asked, Stated, situation_of
from cimscore.reasoning.situation.files import record_named
from cimscore.rules.vocabulary import (
    age_at_least,
    assessed_at,
    born_on,
    days_since,
    died_on,
    has_died,
    is_unborn,
    moved,
    pregnancy_confirmed,
    received,
    recorded_as,
)

BORN, DIED = dt.date(2025, 4, 1), dt.date(2025, 3, 20)
TWO_DAYS = Between(Moment(dt.date(2025, 3, 3)), Moment(dt.date(2025, 3, 4)))


def day(text: str) -> Moment:
    return Moment(dt.date.fromisoformat(text))


def assessed(said: Case, at: str) -> Stated:
    return situation_of(Asked(said, ZONE, (10, 18), at=day(at)))


def written_in_may(**parts: object) -> Case:
    """Return a case of which the last thing that is told is a move in May."""
    closed = MoveEntry(move="close", at=day("2025-05-01"))
    return case(records=(RecordEntry(id="EV-1", kind="investigation", moves=(closed,)),), **parts)


# Lives.


@pytest.mark.parametrize(
    ("at", "died"), [("2025-03-19", {}), ("2025-03-20", {("mia",): 3}), ("2025-05-01", {("mia",): 3})]
)
def test_who_dies_after_the_assessment_is_alive_at_it(at: str, died: dict[tuple[str], int]) -> None:
    said = written_in_may(people=(person("ari", "2014-05-02"), person("mia", "1986-01-20", died=DIED)))
    assert grades(assessed(said, at), has_died) == died


def test_of_a_death_whose_month_is_known_nobody_says_that_it_had_come_before_that_month() -> None:
    said = written_in_may(people=(person("ari", "2014-05-02"), person("mia", "1986-01-20", died=PartialDay(2025, 3))))
    assert grades(assessed(said, "2025-02-28"), has_died) == {}
    assert grades(assessed(said, "2025-03-01"), has_died) == {("mia",): 3}


def test_of_a_death_without_a_day_nothing_tells_the_day_where_no_moment_is_known() -> None:
    people = (person("ari", "2014-05-02"), person("mia", "1986-01-20", died=True))
    bounded, unbounded = read(people=people), read(people=people, dates=Dates(), concerns=())

    assert grades(bounded, died_on) == {("mia", Span(first=None, last=RECEIVED, working=RECEIVED)): 3}
    assert (grades(unbounded, has_died), grades(unbounded, died_on)) == ({("mia",): 3}, {})


@pytest.mark.parametrize(("at", "unborn"), [("2025-03-31", True), ("2025-04-01", False)])
def test_a_child_born_since_is_unborn_at_an_assessment_before_the_birth(at: str, unborn: bool) -> None:
    kit = person("kit", BORN.isoformat(), unborn=Unborn(mother="mia"))
    situation = assessed(written_in_may(people=(*case().people, kit)), at)

    assert grades(situation, is_unborn) == ({("kit",): 3} if unborn else {})
    assert (("kit", Moment(BORN)) in grades(situation, born_on)) is not unborn


@pytest.mark.parametrize(("confirmed", "grade"), [(True, 3), (UNKNOWN, 2), (False, 0)])
def test_a_pregnancy_is_confirmed_as_far_as_it_is_said(confirmed: object, grade: int) -> None:
    situation = read(people=(*case().people, person("kit", unborn=Unborn(mother="mia", confirmed=confirmed))))

    assert grades(situation, pregnancy_confirmed).get(("kit",), 0) == grade
    assert ("confirmed@kit" in situation.points) is (confirmed is UNKNOWN)


def test_many_people_known_by_name_alone_are_adults_until_one_answer_says_otherwise() -> None:
    names = ("amy", "ben", "cal", "dee")
    situation = read(people=(*case().people, *map(person, names)))
    strangers = {(name, age) for name in names for age in (10, 18)}

    assert situation.points["born@*"].asks == "Is any of them a child: amy, ben, cal, dee?"
    assert {row: grade for row, grade in grades(situation, age_at_least).items() if row in strangers} == dict.fromkeys(
        strangers, 2
    )
    assert strangers <= grades(situation.answered("born@*", False), age_at_least).keys()
    one_is = grades(situation.answered("born@*", True), age_at_least)
    assert all(one_is.get(row, 0) < 3 for row in strangers)


# Moments.


def test_a_receipt_within_bounds_bounds_the_assessment_where_nobody_says_for_when_it_is() -> None:
    span = Span(first=TWO_DAYS.first, last=TWO_DAYS.last, working=TWO_DAYS.first)
    said = case(dates=Dates(received=TWO_DAYS))

    assert grades(read(dates=said.dates), assessed_at) == grades(read(dates=said.dates), received) == {(span,): 3}
    assert grades(assessed(said, "2025-03-05"), assessed_at) == {(day("2025-03-05"),): 3}


def test_days_since_a_move_before_a_receipt_within_bounds_leave_its_moment_as_it_was() -> None:
    first, last = day("2025-01-01"), day("2025-03-02")
    record = RecordEntry(id="EV-1", kind="investigation", moves=(MoveEntry(move="close", at=Between(first, last)),))
    long_ago = read(dates=Dates(received=TWO_DAYS), records=(record,)).answered("moved@EV-1@close", 30)

    assert grades(long_ago, days_since) == {("EV-1", "close", 30): 3}
    assert grades(long_ago, moved) == {("EV-1", "close", Span(first=first, last=last, working=last)): 3}


def test_moves_within_bounds_that_cannot_be_in_their_order_are_each_told_as_entered() -> None:
    first, second = Between(day("2025-02-20"), day("2025-02-22")), Between(day("2025-02-10"), day("2025-02-13"))
    moves = (MoveEntry(move="commence", at=first), MoveEntry(move="complete", at=second))
    said = RecordEntry(id="EV-1", kind="investigation", moves=moves)
    told = {move: when for _, move, when in grades(read(records=(said,)), moved)}

    assert told == {
        "commence": Span(first=first.first, last=first.last, working=first.last),
        "complete": Span(first=second.first, last=second.last, working=second.last),
    }


# Records.


def test_who_is_recorded_as_what_is_open_between_the_words_that_rules_use_and_something_else() -> None:
    record = RecordEntry(id="EV-1", kind="investigation", people={"ari": UNKNOWN, "mia": "parent"})
    situation = situation_of(Asked(case(records=(record,)), ZONE, (18,), recorded_as=("subject child",)))
    point = situation.points["recorded-as@ari@EV-1"]

    assert (point.values, point.working) == (("", "subject child"), "subject child")
    assert grades(situation, recorded_as) == {("ari", "EV-1", "subject child"): 2, ("mia", "EV-1", "parent"): 3}
    assert grades(situation.answered(point.address, ""), recorded_as) == {("mia", "EV-1", "parent"): 3}


def test_an_address_without_a_kind_names_no_record_to_be_made() -> None:
    assert record_named("EV-1", case()) is None
    assert str(record_named("report:c1", case())) == "report:c1"
