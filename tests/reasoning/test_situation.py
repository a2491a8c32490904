"""What a case says as graded relations, and the same with one fact answered or supposed otherwise."""

from __future__ import annotations

import datetime as dt
import pickle
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs
import pytest

from cimscore.case import (
    UNKNOWN,
    Actor,
    Case,
    ConcernEntry,
    ConcernKind,
    Dates,
    DecisionEntry,
    Exists,
    Finish,
    HouseholdEntry,
    Moment,
    MoveEntry,
    PersonEntry,
    RecordEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
)
from cimscore.clocks import Span
from cimscore.reasoning.points import PointKind
from cimscore.reasoning.situation import GRANTED, Stated, situation_of
from cimscore.rules.things import RecordName
from cimscore.rules.vocabulary import (
    age_at_least,
    asks_about,
    born_on,
    concerns_home,
    days_since,
    file_home,
    file_kind,
    happened_elsewhere,
    happened_in,
    has_ended,
    has_moved,
    is_about,
    is_concern,
    is_file,
    is_of_kind,
    is_parent_of,
    lives_in,
    moved,
    occurred,
    of_family,
    received,
    record_moved_by,
    record_moved_by_person,
    recorded_as,
    stays_by_choice,
    visits,
)

ZONE = ZoneInfo("Australia/Brisbane")
RECEIVED = Moment(dt.datetime(2025, 3, 3, 10, 15, tzinfo=ZONE))


def person(id: str, born: str = "", **more: object) -> PersonEntry:
    return PersonEntry(id=id, born=dt.date.fromisoformat(born) if born else UNKNOWN, **more)


def case(**parts: object) -> Case:
    """Mia and her child Ari in one of two homes, and what else is said."""
    given = {
        "id": "example",
        "dates": Dates(received=RECEIVED),
        "people": (person("ari", "2014-05-02"), person("mia", "1986-01-20")),
        "households": (HouseholdEntry(id="north", area="Logan"), HouseholdEntry(id="south")),
        "residences": (
            ResidenceEntry(person="ari", household="north", kind=ResidenceKind.FULL_TIME),
            ResidenceEntry(person="mia", household="north", kind=ResidenceKind.FULL_TIME),
        ),
        "relationships": (RelationshipEntry(from_="mia", to="ari", kind=RelationshipKind.PARENT),),
        "concerns": (
            ConcernEntry(
                id="c1", about=("ari",), place="north", kind=ConcernKind.HARM, occurred=Moment(dt.date(2025, 3, 1))
            ),
        ),
    }
    return Case(**{**given, **parts})


def read(**parts: object):
    return situation_of(case(**parts), ZONE, (10, 18), (30,))


def grades(situation, relation) -> dict[tuple, int]:
    return dict(situation.base[relation.key].rows) if relation.key in situation.base else {}


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
        "about", "born", "home", "homes", "household", "kind", "parents", "person", "place", "present", "relationship",
        "responsible", "stay",
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
    situation = situation_of(case(records=(record,)), ZONE, (18,), (), movers=("staff",))

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
        return situation_of(case(records=records), ZONE, (18,), (), movers=("delegate", "staff"))

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
