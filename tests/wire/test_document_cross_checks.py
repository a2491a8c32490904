"""What no schema can see is checked across the document."""

from __future__ import annotations

from typing import Any

import pytest
from invented_questions import VOCABULARY

from cimscore.errors import DocumentError, Problem
from cimscore.wire import read_case


def problems_with(**sections: Any) -> dict[str, Problem]:
    """What is wrong with a small document that has these sections, by place."""
    document: dict[str, Any] = {
        "cimscore": 1,
        "id": "small",
        "people": [{"id": "ari"}, {"id": "mia"}, {"id": "leo"}],
        "households": [{"id": "north"}, {"id": "south"}],
        "concerns": [{"id": "c1", "about": ["ari"]}],
        "records": [{"id": "inv-1", "kind": "investigation"}],
    }
    try:
        read_case({**document, **sections}, VOCABULARY)
    except DocumentError as error:
        return {problem.where: problem for problem in error.problems}
    return {}


def fact(question: str, about: str, answer: Any) -> dict[str, Any]:
    return {"facts": {"rainbow": {question: {about: answer}}}}


def decision(question: str, answer: Any, **more: Any) -> dict[str, Any]:
    return {"question": f"rainbow/{question}", "answer": answer, **more}


@pytest.mark.parametrize(
    ("sections", "where"),
    [
        ({"residences": [{"person": "zed", "household": "north"}]}, "residences[0].person"),
        ({"residences": [{"person": "ari", "household": "c1"}]}, "residences[0].household"),
        ({"relationships": [{"from": "zed", "to": "ari"}]}, "relationships[0].from"),
        ({"relationships": [{"from": "ari", "to": "zed"}]}, "relationships[0].to"),
        ({"people": [{"id": "ari", "unborn": {"mother": "zed"}}]}, "people[0].unborn.mother"),
        ({"concerns": [{"id": "c1", "about": ["ari", "zed"]}]}, "concerns[0].about"),
        ({"concerns": [{"id": "c1", "about": ["ari"], "present": ["zed"]}]}, "concerns[0].present"),
        ({"concerns": [{"id": "c1", "about": ["ari"], "responsible": ["zed"]}]}, "concerns[0].responsible"),
        ({"concerns": [{"id": "c1", "about": ["ari"], "place": "ari"}]}, "concerns[0].place"),
        ({"records": [{"id": "r", "kind": "investigation", "household": "zed"}]}, "records[0].household"),
        ({"records": [{"id": "r", "kind": "investigation", "people": {"zed": "child"}}]}, "records[0].people.zed"),
        (
            {"records": [{"id": "r", "kind": "investigation", "moves": [{"move": "end", "by": {"person": "zed"}}]}]},
            "records[0].moves[0].by.person",
        ),
        ({"records": [{"id": "report:zed", "kind": "investigation"}]}, "records[0].id"),
        (
            {"records": [{"id": "r", "kind": "investigation", "as": "superseded", "superseded_by": "s"}]},
            "records[0].superseded_by",
        ),
        ({"on_file": [{"kind": "investigation", "household": "zed"}]}, "on_file[0].household"),
        ({"on_file": [{"kind": "investigation", "person": "zed"}]}, "on_file[0].person"),
        ({"done": [{"act": "rainbow/clock/approve", "for": "c9"}]}, "done[0].for"),
        ({"done": [{"act": "rainbow/duties-case/call", "by": {"person": "zed"}}]}, "done[0].by.person"),
        ({"decisions": [decision("colour", "red", about=["c1", "c9"])]}, "decisions[0].about"),
        ({"decisions": [decision("relates", True, about="ari@zed")]}, "decisions[0].about"),
        ({"decisions": [decision("relates", True, about="zed@north")]}, "decisions[0].about"),
        ({"decisions": [decision("joined", [["zed"]])]}, "decisions[0].answer"),
        (fact("remark", "zed", "so"), "facts.rainbow.remark.zed"),
        (fact("count", "ari", 1), "facts.rainbow.count.ari"),
        (fact("seen-on", "inv-2", "2025-01-01"), "facts.rainbow.seen-on.inv-2"),
        (fact("mentor", "ari", "zed"), "facts.rainbow.mentor.ari"),
        (fact("home", "zed@report:north", "north"), "facts.rainbow.home.zed@report:north"),
        (fact("home", "ari@report:zed", "north"), "facts.rainbow.home.ari@report:zed"),
        (fact("home", "ari@report:north/zed", "north"), "facts.rainbow.home.ari@report:north/zed"),
        (fact("same-as", "c9@report:north", "c1"), "facts.rainbow.same-as.c9@report:north"),
        (fact("follows", "report:zed", "inv-1"), "facts.rainbow.follows.report:zed"),
        (fact("follows", "report:case", "inv-2"), "facts.rainbow.follows.report:case"),
    ],
)
def test_an_id_that_names_nothing_is_found_wherever_it_is_used(sections: dict[str, Any], where: str) -> None:
    assert list(problems_with(**sections)) == [where]


def test_an_id_of_something_else_is_said_to_be_that() -> None:
    found = problems_with(residences=[{"person": "north", "household": "north"}])

    assert found["residences[0].person"].hint == "'north' is a household."


def test_an_id_names_one_thing_only() -> None:
    found = problems_with(households=[{"id": "ari"}], records=[{"id": "c1", "kind": "investigation"}])

    assert set(found) == {"households[0].id", "records[0].id"}


def stay(**limits: str) -> dict[str, str]:
    return {"person": "ari", "household": "north", **limits}


@pytest.mark.parametrize(
    ("stays", "wrong"),
    [
        ([stay(), stay(kind="visits")], True),
        ([stay(until="2024-06-30"), stay(**{"from": "2024-06-30"})], True),
        ([stay(until="2024-06-30"), stay(**{"from": "2024-07-01"})], False),
        ([stay(until="unknown"), stay(**{"from": "2024-07-01"})], False),
        ([stay(**{"from": "2024-07-01", "until": "2024-07-01"})], False),
        ([stay(**{"from": "2024-07-01", "until": "2024-06-30"})], True),
    ],
)
def test_stays_in_one_household_do_not_overlap_and_do_not_end_before_they_begin(
    stays: list[dict[str, str]], wrong: bool
) -> None:
    assert bool(problems_with(residences=stays)) is wrong


@pytest.mark.parametrize(
    ("received", "born", "wrong"),
    [
        ("2025-03-03", "2025-03-03", False),
        ("2025-03-03", "2025-03-04", True),
        ("2025-03-03T23:59+10:00", "2025-03-04", True),
        ("2025-03-04T00:00+10:00", "2025-03-04", False),
        ("unknown", "2025-03-04", False),
    ],
)
def test_nobody_is_born_after_the_last_moment_of_the_case(received: str, born: str, wrong: bool) -> None:
    people = [{"id": "ari", "born": born}]

    assert bool(problems_with(people=people, dates={"received": received})) is wrong


@pytest.mark.parametrize(("born", "wrong"), [("2025-03-02", True), ("2025-03-03", True), ("2025-03-05", False)])
def test_a_child_unborn_at_receipt_may_be_born_since_and_not_before(born: str, wrong: bool) -> None:
    people = [{"id": "ari", "unborn": {}, "born": born}]

    assert bool(problems_with(people=people, dates={"received": "2025-03-03"})) is wrong


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("2025-03-03", "2025-03-03", False),
        ("2025-03-03", "2025-03-02", True),
        ("2025-03-03T10:00+10:00", "2025-03-03T09:59+10:00", True),
        ("2025-03-03T10:00+10:00", "2025-03-03T00:00Z", False),
        ("2025-03-03", "2025-03-02T23:00Z", False),
        ("2025-03-03", "2025-03-01T23:00Z", True),
        ("2025-03-03T23:00Z", "2025-03-03", False),
    ],
)
def test_moves_stand_in_the_order_they_happened(first: str, second: str, wrong: bool) -> None:
    """A day and an instant are out of order only if they are so in every zone."""
    moves = [{"move": "a", "at": first}, {"move": "b"}, {"move": "c", "at": second}]
    found = problems_with(records=[{"id": "inv-1", "kind": "investigation", "moves": moves}])

    assert list(found) == (["records[0].moves"] if wrong else [])


def test_nobody_is_their_own_parent_or_mother() -> None:
    found = problems_with(
        people=[{"id": "ari", "unborn": {"mother": "ari"}}],
        relationships=[{"from": "ari", "to": "ari", "kind": "parent"}],
    )

    assert set(found) == {"people[0].unborn.mother", "relationships[0]"}


def test_a_circle_of_parents_is_told_once_at_its_first_row() -> None:
    rows = [("ari", "mia", "parent"), ("mia", "leo", "parent"), ("leo", "ari", "parent"), ("ari", "mia", "carer")]
    found = problems_with(relationships=[{"from": a, "to": b, "kind": kind} for a, b, kind in rows])

    assert set(found) == {"relationships[0]"}
    told = found["relationships[0]"].found
    assert told == "'ari' as a parent of 'mia'; 'mia' as a parent of 'leo'; 'leo' as a parent of 'ari'"


def test_a_mother_of_an_unborn_child_closes_a_circle_too() -> None:
    people = [{"id": "ari", "unborn": {"mother": "mia"}}, {"id": "mia"}]
    tie = {"from": "ari", "to": "mia", "kind": "parent"}
    with pytest.raises(DocumentError) as refused:
        read_case({"cimscore": 1, "id": "small", "people": people, "relationships": [tie]}, VOCABULARY)

    assert {problem.where for problem in refused.value.problems} == {"relationships[0]"}
    assert [problem.found for problem in refused.value.problems] == [
        "'ari' as a parent of 'mia'; 'mia' as a parent of 'ari'",
        "ari (ari), unborn at the receipt, as parent of 'mia'",
    ]


def test_one_question_about_one_thing_is_decided_once() -> None:
    found = problems_with(decisions=[decision("closed", True), decision("closed", False, about="case")])

    assert list(found) == ["decisions[1]"]


def test_households_stand_in_one_group_each() -> None:
    found = problems_with(decisions=[decision("joined", [["north", "south"], ["north"]])])

    assert found["decisions[0].answer"].found == "'north' in several groups"


def test_a_whole_number_is_written_without_a_decimal_point() -> None:
    assert list(problems_with(**fact("count", "north", 3.0))) == ["facts.rainbow.count.north"]
