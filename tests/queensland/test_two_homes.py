"""The main example: a child with two homes."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from invented_intakes import (
    PROGRAM,
    RULEBOOK,
    asked,
    assess,
    carried,
    clocks,
    concern,
    decision,
    documents,
    due,
    duties,
    fact,
    homes,
    notified,
    open_points,
    parents,
    people,
    records,
    rests_on,
    roles,
    stays,
    two_homes,
)

import cimscore
from cimscore.assessment import Decision, DecisionState, Standing
from cimscore.calendars import BusinessDays
from cimscore.case import Case, RelationshipEntry, RelationshipKind
from cimscore.rules import Table
from cimscore_qld_child_safety.words import Priority

EXAMPLES = Path(__file__).parents[2] / "examples"
BOTH = {"notification:north", "notification:south"}
GROUPING = "more-than-one-notification@case"


@pytest.fixture
def from_file() -> Decision:
    assessment = cimscore.assess(RULEBOOK.read_case(EXAMPLES / "two-homes.yaml"), RULEBOOK)
    return assessment.decision(PROGRAM)


def with_bo(*decisions: object) -> Case:
    """Bo, Ari's half-sister, lives with Leo in the south."""
    whole = two_homes()
    half = RelationshipEntry(from_="ari", to="bo", kind=RelationshipKind.HALF_SIBLING)
    return attrs.evolve(
        whole,
        people=(*whole.people, *people(bo="2019-01-01")),
        residences=(*whole.residences, *stays("bo south")),
        relationships=(*whole.relationships, *parents(leo="bo"), half),
        decisions=(*whole.decisions, *decisions),
    )


def test_the_example_file_gives_two_notifications_each_to_its_own_centre_due_on_thursday(from_file: Decision) -> None:
    assert records(from_file, sure=True) == BOTH
    assert [due(from_file, "approve", it) for it in sorted(BOTH)] == ["Thursday 6 March 2025, end of day"] * 2
    assert [duties(from_file, it)["send"] for it in sorted(BOTH)] == ["Logan", "Cairns"]


def test_both_homes_are_harm_households_and_the_child_is_subject_child_in_both(from_file: Decision) -> None:
    assert [line.things for line in from_file.about("harm-household")] == [("north",), ("south",)]
    assert roles(from_file)["ari@notification:north"] == roles(from_file)["ari@notification:south"] == "subject child"


def test_every_conclusion_names_its_clauses_and_each_period_of_approval_its_own(from_file: Decision) -> None:
    assert all(line.clauses for line in (*from_file.conclusions, *from_file.clocks))
    read = RULEBOOK.program(PROGRAM).program.of_kind(Table)
    lines = [line for table in read for line in table.rows if line.clause == "qld/approve/5-day"]

    assert (Priority.DAYS_5, BusinessDays(3)) in [(line.key, line.value) for line in lines]


def test_the_grouping_is_the_senior_team_leaders_and_only_the_paper_rests_on_it(from_file: Decision) -> None:
    (grouping,) = open_points(from_file).items()
    resting = {line.id for line in (*from_file.conclusions, *from_file.clocks) if rests_on(line)}

    assert (grouping[0], grouping[1].decided_by, grouping[1].working) == (
        GROUPING, "senior-team-leader", "each its own",
    )  # fmt: skip
    assert resting == {"document"}
    assert from_file.state is DecisionState.PROVISIONAL


def test_the_reading_is_adopted_and_the_deadline_is_certain_by_it(from_file: Decision) -> None:
    standings = {clock.standing for record in BOTH for clock in clocks(from_file, "approve", record)}

    assert standings == {Standing.CERTAIN}
    assert set(RULEBOOK.readings["qld-child-safety/end-of-last-day"].readings) == {
        "end-of-day", "same-clock", "close-of-business",
    }  # fmt: skip


def test_harm_in_one_of_the_two_homes_only_gives_one_notification() -> None:
    found = assess(two_homes(concerns=(concern("c1", "ari", "north"),), decisions=notified("c1")))

    assert (records(found), asked(found)) == ({"notification:north"}, set())
    assert roles(found)["leo@notification:north"] == "parent"
    assert found.state is DecisionState.FINAL


def test_a_half_sister_not_decided_about_leaves_both_notifications_and_deadlines_and_one_question() -> None:
    found = assess(with_bo())

    assert records(found, sure=True) == BOTH
    assert all(clock.standing is Standing.CERTAIN for clock in found.clocks)
    assert all(due(found, "approve", it) for it in BOTH)
    assert asked(found) == {"concerns-relate@bo@south", GROUPING}
    assert "bo@notification:south" not in roles(found, sure=True)


def test_what_each_answer_about_the_half_sister_leads_to_is_told() -> None:
    point = open_points(assess(with_bo()))["concerns-relate@bo@south"]
    ((answer, adds, takes),) = point.changes

    assert (point.working, answer) == ("yes", "no")
    assert "bo is other child in notification of south" in adds
    assert "bo is subject child in notification of south" in takes


@pytest.mark.parametrize(("answer", "role"), [(True, "subject child"), (False, "other child")])
def test_the_answer_about_the_half_sister_gives_her_role(*, answer: bool, role: str) -> None:
    found = assess(with_bo(decision("concerns-relate", "bo@south", answer)))
    assert roles(found, sure=True)["bo@notification:south"] == role


@pytest.mark.parametrize("leader", ["north", "south"])
def test_a_grouping_loses_no_concern_no_child_and_no_clock(leader: str) -> None:
    other = {"north": "south", "south": "north"}[leader]
    grouping = decision("more-than-one-notification", "case", ((leader, other),))
    urgent = (*notified("c1", "5-day"), *notified("c2", "24-hour"), grouping)
    found = assess(attrs.evolve(with_bo(), decisions=urgent))

    assert documents(found) == {"north": leader, "south": leader}
    assert records(found, sure=True) == BOTH
    assert carried(found, sure=True) == {"c1@notification:north", "c2@notification:south"}
    assert due(found, "approve", "notification:north") == "Thursday 6 March 2025, end of day"
    assert due(found, "approve", "notification:south") == "Tuesday 4 March 2025, 14:00"
    assert asked(found) == {"concerns-relate@bo@south"}


def test_a_group_led_by_a_home_without_concerns_is_led_by_the_first_that_has_one() -> None:
    whole = two_homes(concerns=(concern("c2", "ari", "south"),), decisions=notified("c2"))
    grouping = decision("more-than-one-notification", "case", (("north", "south"),))
    found = assess(attrs.evolve(whole, decisions=(*whole.decisions, grouping)))

    assert records(found) == {"notification:south"}
    assert documents(found) == {"south": "south"}


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ((("west", "north", "south"),), {"north": "north", "south": "north"}),
        ((("west", "south", "north"),), {"north": "south", "south": "south"}),
        ((("north", "west", "south"),), {"north": "north", "south": "north"}),
        ((("west", "south"), ("north",)), {"north": "north", "south": "south"}),
        ((("west", "north"),), {"north": "north", "south": "south"}),
    ],
)
def test_homes_put_together_stay_together_though_the_first_of_them_has_no_notification(groups, expected) -> None:
    whole = two_homes(households=homes(west="Dalby", north="Logan", south="Cairns"))
    grouping = decision("more-than-one-notification", "case", groups)
    found = assess(attrs.evolve(whole, decisions=(*whole.decisions, grouping)))

    assert documents(found) == expected
    assert [line.standing for line in found.about("document")] == [Standing.CERTAIN] * 2


@pytest.mark.parametrize(("mia", "home"), [("north visits", "north"), ("south", "south")])
def test_for_a_child_harmed_outside_a_parents_home_is_worked_with_else_their_own(mia: str, home: str) -> None:
    found = assess(
        two_homes(
            residences=stays("ari north part-time", "ari south part-time", f"mia {mia}"),
            relationships=parents(mia="ari"),
            concerns=(concern("c1", "ari", "elsewhere"),),
            decisions=notified("c1"),
            facts=(fact("protective-parent", False, "ari"),),
        )
    )

    assert records(found) == {f"notification:{home}"}
    assert open_points(found)["whose-protection@ari"].working == home
    area = {"north": "Logan", "south": "Cairns"}[home]
    assert [line.things for line in found.about("counted-at")] == [("c1", "ari", area)]
