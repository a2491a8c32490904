"""All small households over the attributes that matter, held against what must always be so.

Two children, one or two homes, one or two concerns, with every response, decision and record on file that fits. One in
seventeen is decided in every run, and all of them in the long one.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections.abc import Iterator

import attrs
import pytest
from invented_intakes import (
    assess,
    carried,
    concern,
    decision,
    documents,
    fact,
    homes,
    intake,
    notified,
    on_file,
    parents,
    people,
    records,
    reported,
    roles,
    stays,
    subjects,
)
from tests.each_nth import spread

from cimscore.assessment import DecidedClock, Decision, DecisionState, Standing
from cimscore.calendars import Due
from cimscore.case import Case, ConcernEntry, DecisionEntry, FactEntry, RecordEntry

ARIS_STAYS = {
    "one home": ("ari north",),
    "two homes": ("ari north part-time", "ari south part-time"),
    "visits the north": ("ari south", "ari north visits"),
    "chose the north": ("ari south", "ari north by-choice"),
}
BOS_AGE = {8: "2017-01-01", 12: "2013-01-01"}
FIRST_DECISION = dt.datetime.fromisoformat("2025-02-24T09:00+10:00")
ANSWERS = {"notified": notified, "reported": reported}
pytestmark = pytest.mark.spread


@attrs.frozen
class World:
    """One small world. Ari is the child of the first concern, Bo the other child, if there is one."""

    ari: str
    bo: str
    age: int
    relate: str
    blamed: bool
    second: str
    first_answer: str
    second_answer: str
    file: str

    def case(self) -> Case:
        """The world as a case document would tell it."""
        own = [f"bo {self.bo}"] if self.bo else []
        return intake(
            people=people(ari="2014-05-02", mia="1986-01-20", leo="1984-09-09", **self._bo()),
            households=homes(north="Logan", south="Cairns"),
            residences=stays(*ARIS_STAYS[self.ari], "mia north", "leo south", *own),
            relationships=parents(mia="ari bo" if self.bo else "ari", leo="ari"),
            concerns=tuple(self._concerns()),
            records=tuple(self._on_file()),
            decisions=tuple(self._decisions()),
            facts=tuple(self._facts()),
        )

    def _bo(self) -> dict[str, str]:
        return {"bo": BOS_AGE[self.age]} if self.bo else {}

    def _concerns(self) -> Iterator[ConcernEntry]:
        yield concern("c1", "ari", "north", kind="significant-harm", responsible="bo" if self.blamed else "mia")
        if self.second:
            who, where = self.second.split()
            yield concern("c2", who, where, kind="risk", responsible="leo")

    def _on_file(self) -> Iterator[RecordEntry]:
        if self.file:
            its_people = {self.file: "subject child"}
            yield on_file("inv-1", "investigation", its_people, "north", decide="2025-02-24T09:00+10:00")

    def _facts(self) -> Iterator[FactEntry]:
        yield fact("protective-parent", False, "ari")
        if self.bo:
            yield fact("protective-parent", False, "bo")
        if self.file:
            yield fact("priority-of-record", "10-day", "inv-1")
            yield fact("family-moved", False, "inv-1")

    def _decisions(self) -> Iterator[DecisionEntry]:
        yield from ANSWERS[self.first_answer]("c1")
        if self.second:
            yield from ANSWERS[self.second_answer]("c2")
        if self.relate != "undecided" and self.bo:
            yield decision("concerns-relate", f"bo@{self.bo}", self.relate == "yes")


def worlds() -> Iterator[World]:
    """Every world, without those that differ only in what no one is there for."""
    for ari, bo, second, first_answer in itertools.product(ARIS_STAYS, ("", "north", "south"), SECONDS, ANSWERS):
        if second.startswith("bo") and not bo:
            continue
        answers = ANSWERS if second else ("notified",)
        for second_answer, file in itertools.product(answers, ("", "ari", "bo") if bo else ("", "ari")):
            for age, relate, blamed in _bos(bo):
                yield World(ari, bo, age, relate, blamed, second, first_answer, second_answer, file)


SECONDS = ("", "ari south", "bo north")


def _bos(bo: str) -> Iterator[tuple[int, str, bool]]:
    if not bo:
        yield 8, "no", False
        return
    yield from ((8, relate, False) for relate in ("yes", "no", "undecided"))
    yield from ((age, relate, True) for age in BOS_AGE for relate in ("yes", "no"))


@attrs.frozen
class Found:
    """What came of a world."""

    certain: frozenset[tuple[str, str]]
    told: frozenset[tuple[str, str]]
    state: DecisionState
    records: frozenset[str]
    documents: dict[str, str]
    harm_households: frozenset[str]
    subjects: frozenset[str]
    roles: dict[str, str]
    carried: frozenset[str]
    clocks: tuple[DecidedClock, ...]

    def first_approval(self, concern: str) -> object:
        """Return the earliest moment by which what a concern says has to be approved."""
        approvals = [clock for clock in self.clocks if clock.id.startswith("approve") and clock.things[0] == concern]
        return min((clock.due.latest for clock in approvals if isinstance(clock.due, Due)), default=None)


def found(case: Case) -> Found:
    """What came of a case, as far as the laws below look at it."""
    decided: Decision = assess(case)
    lines = [(line.id, " ".join(map(str, line.things)), line.standing) for line in decided.conclusions]
    lines += [(clock.id, f"{' '.join(clock.things)} {clock.due}", clock.standing) for clock in decided.clocks]
    return Found(
        certain=frozenset((id, things) for id, things, standing in lines if standing is Standing.CERTAIN),
        told=frozenset((id, things) for id, things, _ in lines),
        state=decided.state,
        records=frozenset(records(decided)),
        documents=documents(decided),
        harm_households=frozenset(line.things[0] for line in decided.about("harm-household")),
        subjects=frozenset(subjects(decided)),
        roles=roles(decided),
        carried=frozenset(carried(decided)),
        clocks=decided.clocks,
    )


@functools.cache
def came_of(world: World) -> Found:
    """What came of a world, decided once."""
    return found(world.case())


@functools.cache
def everything() -> dict[World, Found]:
    """The worlds that are decided, each with what came of it."""
    return {world: came_of(world) for world in spread(worlds(), 17)}


def concerns_of(world: World) -> set[str]:
    """The ids of a world's concerns."""
    return {"c1", "c2"} if world.second else {"c1"}


def carried_concerns(outcome: Found) -> set[str]:
    """The concerns that some record carries."""
    return {address.partition("@")[0] for address in outcome.carried}


def home_of(record: str) -> str:
    """The home that a notification is of; empty where it is of none, or somebody's own."""
    kind, _, of = record.partition(":")
    return of if kind == "notification" and "/" not in of else ""


def test_there_are_hundreds_of_worlds_and_each_is_decided() -> None:
    print(f"{len(list(worlds()))} worlds, of them decided {len(everything())}")

    assert len(list(worlds())) > 800
    assert [world for world, outcome in everything().items() if outcome.state is DecisionState.INCOMPLETE] == []


def test_every_concern_is_carried_by_a_record() -> None:
    lost = [world for world, outcome in everything().items() if concerns_of(world) - carried_concerns(outcome)]
    assert lost == []


def test_every_record_carries_a_concern() -> None:
    empty = [
        (world, record)
        for world, outcome in everything().items()
        for record in outcome.records
        if not any(address.endswith(f"@{record}") for address in outcome.carried)
    ]
    assert empty == []


def test_every_subject_is_a_subject_child_of_a_record() -> None:
    lost = [
        world
        for world, outcome in everything().items()
        if outcome.subjects - {who.partition("@")[0] for who, role in outcome.roles.items() if "subject child" in role}
    ]
    assert lost == []


@pytest.mark.parametrize(("relates", "made"), [(True, {"ari@notification:north"}), (False, set())])
def test_a_self_placed_child_is_a_subject_of_what_relates_to_them_though_their_own_concern_is_added_to_an_investigation(
    relates: bool, made: set[str]
) -> None:
    world = World("chose the north", "north", 12, "no", True, "bo north", "notified", "notified", "ari")
    decided = (decision("concerns-relate", "ari@north", relates), decision("whose-protection", "ari", "north"))
    case = world.case()

    outcome = found(attrs.evolve(case, decisions=(*case.decisions, *decided)))

    subject_in = {who for who, role in outcome.roles.items() if role == "subject child" and who.startswith("ari@")}
    assert subject_in == {"ari@additional-notified-concerns:inv-1"} | made
    assert {clock.things for clock in outcome.clocks if clock.id == "approve"} == {("c2", "bo")} | (
        {("c2", "ari")} if made else set()
    )


def test_every_child_living_in_the_harm_household_of_a_notification_has_one_role_in_it() -> None:
    without = [
        world
        for world, outcome in everything().items()
        for record in outcome.records
        if world.bo and world.bo == home_of(record)
        if outcome.roles.get(f"bo@{record}") not in ("subject child", "other child")
    ]
    assert without == []


def test_one_harm_household_leads_each_notification() -> None:
    wrong = [
        (world, record)
        for world, outcome in everything().items()
        for record in outcome.records
        if home_of(record) and home_of(record) not in outcome.harm_households
    ]
    assert wrong == []


def test_no_deadline_precedes_the_day_of_its_decision() -> None:
    days = [(world, clock.due) for world, outcome in everything().items() for clock in outcome.clocks]

    assert all(isinstance(due, Due) for _, due in days)
    assert [world for world, due in days if isinstance(due, Due) and due.latest < FIRST_DECISION] == []


def test_every_notified_or_reported_concern_has_its_approval() -> None:
    without = [
        (world, id)
        for world, outcome in everything().items()
        for id, record in (address.split("@") for address in outcome.carried)
        if record.startswith(("notification:", "child-concern-report:")) and outcome.first_approval(id) is None
    ]
    assert without == []


@pytest.mark.parametrize("leader", ["north", "south"])
def test_no_grouping_loses_a_concern_a_child_or_a_clock(leader: str) -> None:
    other = {"north": "south", "south": "north"}[leader]
    wrong, seen = [], 0
    for world, before in everything().items():
        if len(before.documents) < 2:
            continue
        seen += 1
        case, grouping = world.case(), decision("more-than-one-notification", "case", ((leader, other),))
        grouped = found(attrs.evolve(case, decisions=(*case.decisions, grouping)))
        others = {line for line in before.told if line[0] != "document"}
        if grouped.documents != {"north": leader, "south": leader} or not others <= grouped.told:
            wrong.append(world)
    assert seen > 60 / (len(list(worlds())) / len(everything()))
    assert wrong == []


def test_deciding_what_is_undecided_never_changes_what_is_certain() -> None:
    wrong = []
    for world, before in everything().items():
        if world.relate != "undecided":
            continue
        for answer in ("yes", "no"):
            after = came_of(attrs.evolve(world, relate=answer))
            wrong += [(world, line) for line in before.certain - after.certain]
    assert wrong == []


@pytest.mark.parametrize("relate", ["undecided", "yes", "no"])
def test_a_day_that_two_decisions_give_is_certain_where_one_of_them_certainly_gives_it(relate: str) -> None:
    """The day of the first decision and that of the later one may be the same, counted over other weekends."""
    outcome = came_of(
        World(
            ari="two homes", bo="north", age=8, relate=relate, blamed=False, second="ari south",
            first_answer="notified", second_answer="notified", file="ari",
        )
    )  # fmt: skip
    starts = [clock for clock in outcome.clocks if clock.id == "commence"]

    assert [(clock.things, clock.standing) for clock in starts] == [
        (("c1", "ari"), Standing.CERTAIN),
        (("c2", "ari"), Standing.CERTAIN),
    ]


def test_assessing_again_with_the_made_records_on_file_changes_nothing() -> None:
    wrong = []
    for world, before in everything().items():
        if world.relate == "undecided" or (world.blamed and world.age == 8):
            continue  # the same again, and this is the dearest of the laws
        case = world.case()
        made = tuple(on_file(record, record.partition(":")[0]) for record in sorted(before.records))
        if found(attrs.evolve(case, records=(*case.records, *made))).told != before.told:
            wrong.append(world)
    assert wrong == []
