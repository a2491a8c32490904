"""What the graph says of days that nobody told, of places that nobody named, and of records that may not be there."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import attrs
import pytest
from invented_families import DAY, case, kin, person, stay

from cimscore.case import (
    ADULT,
    UNKNOWN,
    ConcernEntry,
    ConcernKind,
    Dates,
    DecisionEntry,
    DoneEntry,
    FactEntry,
    Home,
    Moment,
    MoveEntry,
    Part,
    PartialDay,
    PlaceEntry,
    RecordEntry,
)
from cimscore.household_graph import Days, Entered, Tie, TieKind, at_least, is_here_on, ties_of, to_networkx
from cimscore.household_graph.addresses import entry_and_address
from cimscore.household_graph.days import days_of_concern, days_of_decision, days_of_receipt
from cimscore.household_graph.facts import Facts, OpenFact
from cimscore.household_graph.ties.candidates import Candidates

ZONE = ZoneInfo("Australia/Brisbane")
ARI = person("ari", "2014-05-02")
LATER = DAY + dt.timedelta(days=4)


def on(day: dt.date) -> Moment:
    return Moment(day)


TODAY = Days(DAY, DAY)


def read(family, days=TODAY):
    return ties_of(Entered(family, days))


def test_what_happened_and_what_was_done_bound_a_receipt_that_nobody_told() -> None:
    happened = ConcernEntry(id="c1", about=("ari",), occurred=on(DAY))
    decided = DecisionEntry(question="a/b", about=("c1",), answer=True, at=on(LATER))
    family = case((ARI,), concerns=(happened,), decisions=(decided,))

    assert days_of_receipt(family, ZONE) == Days(DAY, LATER)
    assert days_of_receipt(attrs.evolve(family, dates=Dates(received=on(LATER))), ZONE) == Days(LATER, LATER)
    assert days_of_receipt(case((ARI,)), ZONE) == Days(None, None)
    done = DoneEntry(act="a/t/b", for_=("c1",), at=on(DAY))
    assert days_of_receipt(attrs.evolve(family, decisions=(), done=(done,)), ZONE) == Days(DAY, DAY)


def test_only_what_is_proposed_was_done_after_the_receipt() -> None:
    move = MoveEntry(move="close", at=on(DAY))
    proposed = RecordEntry(id="report:north", kind="report", moves=(move,))
    on_file = RecordEntry(id="r1", kind="report", moves=(move,))

    assert days_of_receipt(case((ARI,), records=(proposed,)), ZONE) == Days(None, DAY)
    assert days_of_receipt(case((ARI,), records=(on_file,)), ZONE) == Days(None, None)


@pytest.mark.parametrize(("known", "last"), [(DAY - dt.timedelta(days=1), None), (DAY, None), (LATER, DAY)])
def test_what_was_done_about_a_concern_that_somebody_knew_of_by_then_does_not_bound_the_receipt(
    known: dt.date, last: dt.date | None
) -> None:
    happened = ConcernEntry(id="c1", about=("ari",))
    fact = FactEntry(question="a/known", about="c1", answer=on(known))
    proposed = RecordEntry(id="report:c1", kind="report", moves=(MoveEntry(move="close", at=on(DAY)),))
    done = DoneEntry(act="a/t/b", for_=("c1",), at=on(DAY))

    for told in ({"records": (proposed,)}, {"done": (done,)}):
        family = case((ARI,), concerns=(happened,), facts=(fact,), **told)
        assert days_of_receipt(family, ZONE) == Days(None, last)


def test_what_happened_after_an_act_leaves_the_last_day_open() -> None:
    happened = ConcernEntry(id="c1", about=("ari",), occurred=on(LATER))
    elsewhere = DecisionEntry(question="a/b", about=("c1",), answer=True, at=on(LATER))
    family = case((ARI,), concerns=(happened,), decisions=(elsewhere,))
    early = attrs.evolve(elsewhere, at=UNKNOWN)

    assert days_of_receipt(attrs.evolve(family, decisions=(early,)), ZONE) == Days(LATER, None)


def test_a_concern_happened_by_the_receipt_and_is_decided_from_it_on() -> None:
    receipt = Days(DAY, LATER)
    told, untold = ConcernEntry(id="c1", about=("ari",), occurred=on(DAY)), ConcernEntry(id="c2", about=("ari",))

    assert days_of_concern(told, receipt, ZONE) == Days(DAY, DAY)
    assert days_of_concern(untold, receipt, ZONE) == Days(None, LATER)
    decisions = tuple(
        DecisionEntry(question=f"a/{id}", about=("c1",), answer=True, at=at)
        for id, at in (("b", on(LATER)), ("c", on(DAY)), ("d", UNKNOWN))
    )
    family = case((ARI,), concerns=(told, untold), decisions=decisions)
    assert days_of_decision("c1", family, receipt, ZONE) == Days(DAY, DAY)
    assert days_of_decision("c2", family, receipt, ZONE) is None
    unknown = attrs.evolve(family, decisions=decisions[2:])
    assert days_of_decision("c1", unknown, receipt, ZONE) == Days(DAY, None)


def test_where_nothing_is_alleged_nothing_happened_anywhere_and_nobody_asks_where() -> None:
    asked = ConcernEntry(id="c1", about=("ari",), kind=ConcernKind.NOTHING)

    facts = read(case((ARI,), concerns=(asked,)))
    assert "place@c1" not in facts.open
    assert "place@c1" in read(case((ARI,), concerns=(attrs.evolve(asked, kind=ConcernKind.HARM),))).open


def test_a_concern_of_a_household_is_tied_to_it_and_a_household_not_told_is_asked_for_each() -> None:
    told = ConcernEntry(id="c1", about=("ari",), place="north", household=("south",))
    facts = read(case((ARI,), concerns=(told, ConcernEntry(id="c2", about=("ari",), place="north", household=UNKNOWN))))

    assert Tie(TieKind.CONCERNS_HOME, "c1", "south") in facts.stated
    assert Tie(TieKind.CONCERNS_HOME, "c1", "north") not in facts.stated
    assert facts.grade(Tie(TieKind.CONCERNS_HOME, "c2", "north"), {}) == 1
    assert {"concerns-home@c2@north", "concerns-home@c2@south"} <= set(facts.open)


@pytest.mark.parametrize(
    ("died", "dead"), [(True, True), (False, False), (UNKNOWN, False), (PartialDay(2024), True), (DAY, False)]
)
def test_who_died_on_a_day_before_the_receipt_had_died(died: object, dead: bool) -> None:
    entered = Entered(case((attrs.evolve(ARI, died=died),)), Days(DAY, DAY))

    assert entered.has_died_before("ari") is dead
    assert not Entered(case((ARI,)), Days(None, None)).has_died_before("ari")


def test_a_record_that_may_not_be_there_ties_nobody_unless_it_is() -> None:
    perhaps = RecordEntry(id="r1", kind="case", household="north", exists=UNKNOWN)
    facts = read(case((ARI,), records=(perhaps,)))

    assert "exists@r1" in facts.open
    tie = Tie(TieKind.FILE_ABOUT, "r1", "north")
    assert facts.grade(tie, {"exists@r1": True}) == 3
    assert facts.grade(tie, {"exists@r1": False}) == 0


def test_a_stay_whose_limit_is_not_known_says_of_no_day_whether_they_are_there() -> None:
    assert is_here_on(stay("ari", "north", "full-time", until=UNKNOWN), DAY) is None
    assert is_here_on(stay("ari", "north", "full-time", from_=UNKNOWN), DAY) is None
    assert is_here_on(stay("ari", "north", "full-time"), DAY) is True


def test_every_sort_of_entry_is_a_node_and_only_what_is_shown_an_edge() -> None:
    family = case(
        (ARI, person("mia", "1986-01-20")),
        places=(PlaceEntry(id="car"),), residences=(stay("ari", "north", "full-time"),),
        concerns=(ConcernEntry(id="c1", about=("ari",), place="car"),),
        records=(RecordEntry(id="r1", kind="case", household="north"), RecordEntry(id="report:north", kind="report")),
    )  # fmt: skip
    graph = to_networkx(family)

    assert set(graph) == {"ari", "mia", "north", "south", "car", "c1", "r1"}
    assert all(grade == 3 for *_, grade in at_least(graph, 3).edges(data="grade"))


def test_who_sleeps_somewhere_has_it_from_their_own_entry() -> None:
    family = case((attrs.evolve(ARI, home=Home.NONE, sleeps="car"),), places=(PlaceEntry(id="car"),))

    entry, address = entry_and_address(Tie(TieKind.SLEEPS_AT, "ari", "car"), family)
    assert (entry, address) == (family.people[0], "home@ari")


def test_what_every_value_of_a_fact_states_is_stated_whatever_it_is() -> None:
    fact = OpenFact(address="a", asks="A?", values=(False, True), working=False, why="")
    facts: Facts[str] = Facts()
    facts.leave_open(fact, {False: ["both", "one"], True: ["both"]}, {})

    assert list(facts.stated) == ["both"]
    assert facts.grade("one", {"a": True}) == 0
    with facts.only_if(fact, True):
        facts.state("under")
    facts.state("after")
    assert list(facts.stated) == ["both", "after"]
    assert (facts.grade("under", {"a": True}), facts.grade("under", {"a": False})) == (3, 0)


def test_a_fact_is_worked_with_as_one_of_its_values() -> None:
    with pytest.raises(ValueError, match="the value worked with, 'c', is none of its values"):
        OpenFact(address="a", asks="A?", values=("a", "b"), working="c", why="")


def test_a_likely_parent_shares_a_home_or_an_entry_of_kinship() -> None:
    adults = tuple(person(id, "1980-01-01") for id in ("aunt", "bo", "zed"))
    family = case(
        (ARI, *adults),
        residences=(stay("ari", "north", "full-time"), stay("bo", "north", "full-time", until=dt.date(2020, 1, 1))),
        relationships=(kin("ari", "", "zed"),),
    )

    assert Candidates(Entered(family, Days(DAY, DAY))).likely("ari") == ["bo", "zed"]


def test_who_acts_for_a_body_is_an_adult() -> None:
    officer, stranger = person("con", is_=Part.POLICE), person("zed")
    ages = Entered(case((officer, stranger)), TODAY).ages

    assert (ages["con"].low, ages["zed"].low) == (ADULT, 0)


def test_a_tie_ended_by_a_day_after_the_receipt_holds_at_the_receipt() -> None:
    adults = (person("mia", "1986-01-20"), person("leo", "1984-09-09"))
    for ended, grade in ((LATER, 3), (DAY, 0), (UNKNOWN, 1)):
        facts = read(case(adults, relationships=(attrs.evolve(kin("leo", "partner", "mia"), ended=ended),)))
        assert facts.grade(Tie(TieKind.PARTNER, "leo", "mia"), {}) == grade
