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
    concern,
    decision,
    due,
    duties,
    notified,
    parents,
    people,
    records,
    roles,
    stays,
    two_homes,
)

import cimscore
from cimscore.assessment.differences import Difference
from cimscore.case import Case
from cimscore.rules import Topic

EXAMPLES = Path(__file__).parents[2] / "examples"
BOTH = {"notification:north", "notification:south"}
GROUPING = "more-than-one-notification@case"


@pytest.fixture
def from_file() -> cimscore.Assessment:
    return cimscore.assess(RULEBOOK.read_case(EXAMPLES / "two-homes.yaml"), RULEBOOK)


def with_bo(*decisions: object) -> Case:
    """Bo, Ari's half-sister, lives with Leo in the south."""
    whole = two_homes()
    return attrs.evolve(
        whole,
        people=(*whole.people, *people(bo="2019-01-01")),
        residences=(*whole.residences, *stays("bo south")),
        relationships=(*whole.relationships, *parents(leo="bo")),
        decisions=(*whole.decisions, *decisions),
    )


def test_the_example_file_gives_two_notifications_each_to_its_own_centre_due_on_thursday(
    from_file: cimscore.Assessment,
) -> None:
    assert records(from_file) == BOTH
    assert [due(from_file, "approve", it) for it in sorted(BOTH)] == ["Thursday 6 March 2025, end of day"] * 2
    centres = [duties(from_file, it)["send"] for it in sorted(BOTH)]
    assert ["Logan" in centres[0], "Cairns" in centres[1]] == [True, True]


def test_both_homes_are_harm_households_and_the_child_is_subject_child_in_both(from_file: cimscore.Assessment) -> None:
    assert [it.about for it in from_file.programs[0].of(Topic.HOUSEHOLDS)] == ["north", "south"]
    assert roles(from_file)["ari@notification:north"] == roles(from_file)["ari@notification:south"] == "subject child"


def test_every_conclusion_names_its_clauses_and_the_approval_that_of_its_response(
    from_file: cimscore.Assessment,
) -> None:
    assert all(it.clauses for it in from_file.programs[0].conclusions)
    (approval,) = (
        it
        for it in from_file.programs[0].of(Topic.TIMEFRAMES)
        if (it.key, it.about) == ("approve", "notification:north")
    )
    cited = {clause.id for clause in approval.clauses if clause.id.startswith("qld/approve/")}
    assert cited == {"qld/approve/5-day"}


def test_the_grouping_is_the_senior_team_leaders_and_both_notifications_rest_on_its_proposal(
    from_file: cimscore.Assessment,
) -> None:
    (grouping,) = from_file.open_questions
    assert (grouping.question.address, grouping.question.decided_by, grouping.proposed) == (
        f"{PROGRAM}/{GROUPING}", "senior-team-leader", True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        ("end-of-day", "Thursday 6 March 2025, end of day"),
        ("same-clock", "Thursday 6 March 2025, 14:00"),
        ("close-of-business", "Thursday 6 March 2025, 17:00"),
    ],
)
def test_a_period_of_days_ends_as_the_reading_says(reading: str, expected: str) -> None:
    assert due(assess(two_homes(), end_of_last_day=reading), "approve", "notification:north") == expected


def test_the_other_readings_stand_beside_the_deadline(from_file: cimscore.Assessment) -> None:
    finding = next(it for it in from_file.findings if it.address.endswith("timeframes/approve@notification:north"))
    (used,) = (it for it in finding.readings if it.interpretation == f"{PROGRAM}/end-of-last-day")
    assert [reading for reading, _ in used.others] == ["same-clock", "close-of-business"]


def test_harm_in_one_of_the_two_homes_only_gives_one_notification() -> None:
    found = assess(two_homes(concerns=(concern("c1", "ari", "north"),), decisions=notified("c1")))

    assert (records(found), asked(found)) == ({"notification:north"}, [])
    assert roles(found)["leo@notification:north"] == "parent"


def test_a_half_sister_not_decided_about_leaves_both_notifications_and_deadlines_and_one_question() -> None:
    found = assess(with_bo())

    assert records(found) == BOTH
    assert all(due(found, "approve", it) for it in BOTH)
    assert asked(found, proposed=False) == ["concerns-relate@bo@south"]
    assert asked(found, proposed=True) == [GROUPING]


def test_what_each_answer_about_the_half_sister_leads_to_is_told() -> None:
    yes, no = assess(with_bo()).possible(f"{PROGRAM}/concerns-relate@bo@south")

    def role(leads_to: tuple[Difference, ...]) -> list[str]:
        return [change.after for change in leads_to if "/roles/role@bo@" in change.conclusion]

    assert [(it.answer, role(it.leads_to)) for it in (yes, no)] == [
        ("true", ["subject child"]),
        ("false", ["other child"]),
    ]


@pytest.mark.parametrize(("answer", "role"), [(True, "subject child"), (False, "other child")])
def test_the_answer_about_the_half_sister_gives_her_role(*, answer: bool, role: str) -> None:
    assert roles(assess(with_bo(decision("concerns-relate", "bo@south", answer))))["bo@notification:south"] == role


@pytest.mark.parametrize("leader", ["north", "south"])
def test_a_grouping_loses_no_concern_no_child_and_no_clock(leader: str) -> None:
    other = {"north": "south", "south": "north"}[leader]
    grouping = decision("more-than-one-notification", "case", ((leader, other),))
    urgent = (*notified("c1", "5-day"), *notified("c2", "24-hour"), grouping)
    found = assess(attrs.evolve(with_bo(), decisions=urgent))
    record = f"notification:{leader}"

    assert records(found) == {record}
    assert carried(found) == {f"c1@{record}", f"c2@{record}"}
    assert due(found, "approve", record) == "Tuesday 4 March 2025, 14:00"
    assert asked(found) == ["concerns-relate@bo@south"]


def test_a_group_led_by_a_home_without_concerns_is_led_by_the_first_that_has_one() -> None:
    whole = two_homes(concerns=(concern("c2", "ari", "south"),), decisions=notified("c2"))
    grouping = decision("more-than-one-notification", "case", (("north", "south"),))

    assert records(assess(attrs.evolve(whole, decisions=(*whole.decisions, grouping)))) == {"notification:south"}
