"""What a case says as graded relations, and the same with one fact answered or supposed otherwise."""

from __future__ import annotations

import datetime as dt
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from small_situations import RECEIVED, grades, person, read

from cimscore.case import (
    UNKNOWN,
    ConcernEntry,
    ConcernKind,
    Dates,
    DecisionEntry,
    Moment,
    MoveEntry,
    RecordEntry,
    RelationshipEntry,
    ResidenceEntry,
    ResidenceKind,
)
from cimscore.clocks import Span
from cimscore.reasoning.points.points import PointKind
from cimscore.reasoning.situation import GRANTED
from cimscore.rules.vocabulary import (
    age_at_least,
    born_on,
    happened_elsewhere,
    happened_in,
    is_about,
    is_of_kind,
    is_parent_of,
    lives_in,
    occurred,
    of_family,
    received,
    stays_by_choice,
    visits,
)


def test_a_whole_case_leaves_nothing_open() -> None:
    situation = read()

    assert situation.points == {}
    assert grades(situation, age_at_least) == {("ari", 10): 3, ("mia", 10): 3, ("mia", 18): 3}
    assert grades(situation, lives_in) == {("ari", "north"): 3, ("mia", "north"): 3}
    assert grades(situation, happened_in) == {("c1", "north"): 3}


def test_an_unknown_birthday_is_open_between_the_ages_that_rules_tell_apart() -> None:
    situation = read(people=(person("ari"), person("mia", "1986-01-20")))

    point = situation.points["born@ari"]
    assert [point.in_words(value) for value in point.values] == ["aged 0 to 9", "aged 10 to 17", "aged 18 to 29"]
    assert point.in_words(point.working) == "aged 10 to 17"
    assert grades(situation, age_at_least)["ari", 10] == 2
    assert grades(situation, age_at_least)["ari", 18] == 1
    assert situation.sources(age_at_least.key, ("ari", 18)) == ("born@ari",)


def test_an_answer_gives_what_it_says_and_shares_every_other_relation() -> None:
    situation = read(people=(person("ari"), person("mia", "1986-01-20")))
    youngest, _, oldest = situation.points["born@ari"].values

    young, old = situation.answered("born@ari", youngest), situation.answered("born@ari", oldest)

    assert ("ari", 10) not in grades(young, age_at_least)
    assert grades(old, age_at_least)["ari", 18] == 3
    assert old.sources(age_at_least.key, ("ari", 18)) == ()
    assert [key for key in situation.base if old.base[key] is not situation.base[key]] == [
        age_at_least.key,
        born_on.key,
    ]


def test_a_place_is_exactly_one_of_its_values() -> None:
    situation = read(concerns=(ConcernEntry(id="c1", about=("ari",)),))

    assert grades(situation, happened_in) == {("c1", "north"): 2, ("c1", "south"): 1}
    assert grades(situation, happened_elsewhere) == {("c1",): 1}
    outside = situation.answered("place@c1", "elsewhere")
    assert grades(outside, happened_in) == {}
    assert grades(outside, happened_elsewhere) == {("c1",): 3}


def test_homes_that_are_not_known_may_be_any_stay_in_any_of_them() -> None:
    situation = read(residences=())

    assert grades(situation, lives_in)["mia", "south"] == 1
    assert grades(situation, visits)["mia", "south"] == 1
    assert grades(situation, stays_by_choice)["mia", "south"] == 1
    chosen = situation.answered("homes@mia", (("south", "visits"),))
    assert grades(chosen, visits)["mia", "south"] == 3
    assert ("mia", "south") not in grades(chosen, lives_in)


def test_every_value_worked_with_is_one_of_the_values_and_has_a_reason() -> None:
    situation = read(
        people=(person("ari"), person("mia"), person("kit")),
        residences=(ResidenceEntry(person="ari", household="north"),),
        relationships=(RelationshipEntry(from_="mia", to="ari"),),
        concerns=(ConcernEntry(id="c1", present=UNKNOWN, responsible=UNKNOWN),),
        records=(RecordEntry(id="EV-1", kind="investigation", moves=(MoveEntry(move="close"),)),),
        dates=Dates(),
    )

    assert {address.partition("@")[0] for address in situation.points} == {
        "about", "born", "home", "homes", "household", "kind", "parents", "person", "place", "present", "received",
        "relationship", "responsible", "stay",
    }  # fmt: skip
    for point in situation.points.values():
        assert point.working in point.values
        assert point.why
        assert point.asks.endswith("?")


def test_a_moment_that_is_not_known_is_a_span_with_an_address() -> None:
    situation = read(concerns=(ConcernEntry(id="c1", about=("ari",), place="north", kind=ConcernKind.HARM),))

    span = Span(first=None, last=RECEIVED, working=RECEIVED)
    assert grades(situation, occurred) == {("c1", span): 3}
    assert situation.sources(occurred.key, ("c1", span)) == ("occurred@c1",)
    told = Moment(dt.date(2025, 2, 1))
    assert grades(situation.answered("occurred@c1", told), occurred) == {("c1", told): 3}


def test_a_day_of_receipt_that_is_not_known_lies_between_what_happened_and_what_was_decided() -> None:
    decided = Moment(dt.date(2025, 3, 4))
    situation = read(
        dates=Dates(), decisions=(DecisionEntry(question="p/response", about=("c1",), answer="report", at=decided),)
    )

    assert grades(situation, received) == {
        (Span(first=Moment(dt.date(2025, 3, 1)), last=decided, working=Moment(dt.date(2025, 3, 1))),): 3
    }
    assert grades(situation, age_at_least)["mia", 18] == 3


def test_families_are_open_only_where_the_case_tells_families_apart() -> None:
    assert grades(read(), of_family) == {}
    two = read(people=(person("ari", "2014-05-02", family="Example"), person("mia", "1986-01-20")))
    assert grades(two, of_family) == {("ari", "Example"): 3, ("mia", "Example"): 2}


def test_a_stated_fact_can_be_supposed_otherwise() -> None:
    situation = read()

    visit = situation.answered("stay@ari@north", next(
        value for value in situation.known("stay@ari@north").values if value.kind is ResidenceKind.VISITS
    ))  # fmt: skip

    assert grades(visit, lives_in) == {("mia", "north"): 3}
    assert grades(visit, visits) == {("ari", "north"): 3}
    assert visit.base[age_at_least.key] is situation.base[age_at_least.key]


@pytest.mark.parametrize(
    "address",
    ["born@ari", "homes@ari", "stay@mia@north", "parents@ari", "relationship@mia->ari", "about@c1@ari", "about@c1@mia",
     "place@c1", "kind@c1", "occurred@c1", "received"],
)  # fmt: skip
def test_a_stated_fact_with_the_value_that_is_stated_is_what_the_case_says(address: str) -> None:
    situation = read()

    point = situation.known(address)
    same = situation.answered(address, point.working)

    assert point.known
    assert point.adopted
    for key, relation in situation.base.items():
        if (address, key) != ("born@ari", born_on.key):  # an age that is supposed tells no day of birth
            assert same.base[key].rows == relation.rows, key


def test_to_suppose_that_a_concern_is_about_somebody_else_takes_away_nobody() -> None:
    both = read().answered("about@c1@mia", True)

    assert grades(both, is_about) == {("c1", "ari"): 3, ("c1", "mia"): 3}


def test_answers_stay_when_a_stated_fact_is_supposed_otherwise() -> None:
    situation = read(concerns=(ConcernEntry(id="c1", about=("ari",), place="north"),))

    supposed = situation.answered("kind@c1", ConcernKind.RISK).answered("place@c1", "south")

    assert grades(supposed, is_of_kind) == {("c1", ConcernKind.RISK): 3}
    assert grades(supposed, happened_in) == {("c1", "south"): 3}


def test_an_address_of_nothing_is_refused() -> None:
    with pytest.raises(KeyError, match="born@nobody"):
        read().answered("born@nobody", 3)


def test_parents_may_be_any_who_can_be() -> None:
    situation = read(relationships=())

    assert grades(situation, is_parent_of) == {("mia", "ari"): 1}
    assert situation.points["parents@ari"].values == ((), ("mia",))


def test_a_situation_crosses_a_process() -> None:
    situation = read(residences=())

    copied = pickle.loads(pickle.dumps(situation))  # noqa: S301 - our own value

    assert {key: relation.rows for key, relation in copied.base.items()} == {
        key: relation.rows for key, relation in situation.base.items()
    }


def test_what_is_taken_for_granted_is_told_once() -> None:
    assert all(point.kind is PointKind.GRANTED and point.adopted for point in GRANTED)


def test_a_whole_case_is_read_without_networkx() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import test_situation; test_situation.read(); "
        "print('networkx' in sys.modules)"
    )

    said = subprocess.run([sys.executable, "-c", code, str(Path(__file__).parent)], capture_output=True, check=True)

    assert said.stdout.strip() == b"False"
