"""The list of what cannot be: every entry is found, told with both places, and never where it may be after all."""

from __future__ import annotations

import datetime as dt
import itertools
import time
from pathlib import Path
from typing import Any

import attrs
import pytest
from invented_questions import VOCABULARY
from mistaken_cases import FULL, MISTAKES, SMALL, VISITS, at, day, decided, kin, received, stay

import cimscore
from cimscore.case import (
    IMPOSSIBLE,
    UNKNOWN,
    Case,
    ConcernEntry,
    ConcernKind,
    Home,
    MoveEntry,
    PersonEntry,
    RecordEntry,
    RelationshipKind,
    Unborn,
    contradictions,
)
from cimscore.errors import CaseError, DocumentError
from cimscore.wire import load_examples, read_case_text

EXAMPLES = Path(__file__).parents[2] / "examples"


def people(**born: str) -> tuple[PersonEntry, ...]:
    return tuple(PersonEntry(id=id, born=day(text) if text else UNKNOWN) for id, text in born.items())


def problems(**parts: Any) -> dict[str, str]:
    """What is said of a small case with these parts, by place."""
    try:
        Case(id="small", **{**SMALL, **parts})
    except CaseError as error:
        return {problem.where: str(problem) for problem in error.problems}
    return {}


def test_every_entry_of_the_list_has_a_name_of_its_own_and_one_plain_sentence() -> None:
    assert len({impossible.name for impossible in IMPOSSIBLE}) == len(IMPOSSIBLE)
    assert [one.sentence for one in IMPOSSIBLE if not one.sentence.endswith(".") or one.sentence.count(".") > 1] == []
    assert [one.sentence for one in IMPOSSIBLE if len(one.sentence.split()) > 20] == []


def test_every_entry_of_the_list_is_found_by_some_mistake() -> None:
    told = " ".join(text for parts in MISTAKES.values() for text in problems(**parts).values())

    assert [impossible.name for impossible in IMPOSSIBLE if impossible.sentence not in told] == []


def test_a_case_that_could_be_built_has_no_contradiction() -> None:
    assert contradictions(Case(id="small", **SMALL)) == ()


def test_a_contradiction_names_both_people_both_days_and_every_line() -> None:
    text = (
        "cimscore: 1\nid: small\npeople:\n"
        "  - {id: mia, name: {given: Mia, family: Example}, born: 2006-01-20}\n"
        "  - {id: ari, born: 2014-05-02}\n"
        "relationships: [{from: mia, to: ari, kind: parent}]\n"
    )
    with pytest.raises(DocumentError) as caught:
        read_case_text(text, VOCABULARY)

    assert str(caught.value).splitlines()[1] == (
        "  - people[1].born (line 5), with people[0].born (line 4) and relationships[0] (line 6): "
        "found Mia Example (mia), born 2006-01-20, as a parent of ari (ari), born 2014-05-02; "
        "expected entries that can be true together. A parent is at least about 10 years older than the child. "
        "Check both birthdays and the relationship. Write unknown for anything uncertain."
    )


@pytest.mark.parametrize(
    ("born", "kind", "wrong"),
    [
        ("2004-05-02", RelationshipKind.PARENT, False),
        ("2004-05-03", RelationshipKind.PARENT, True),
        ("2010-01-01", RelationshipKind.ADOPTIVE_PARENT, True),
        ("2010-01-01", RelationshipKind.STEP_PARENT, False),
        ("", RelationshipKind.PARENT, False),
    ],
)
def test_a_parent_is_about_ten_years_older(born: str, kind: RelationshipKind, wrong: bool) -> None:
    found = problems(people=people(ari="2014-05-02", mia=born), relationships=(kin("mia", "ari", kind),))

    assert list(found) == (["people[0].born"] if wrong else [])


def test_a_grandparent_is_about_twenty_years_older_even_when_the_parents_birthday_is_not_known() -> None:
    rows = (kin("nan", "mia"), kin("mia", "ari"))
    found = problems(people=people(ari="2014-05-02", mia="", nan="1995-01-01"), relationships=rows)

    assert "people[2].born and relationships[1] and relationships[0]" in found["people[0].born"]
    assert problems(people=people(ari="2014-05-02", mia="", nan="1994-05-02"), relationships=rows) == {}


def test_someone_born_on_a_leap_day_is_a_parent_from_the_first_of_march() -> None:
    rows = (kin("mia", "ari"),)

    assert problems(people=people(ari="2014-02-28", mia="2004-02-29"), relationships=rows)
    assert not problems(people=people(ari="2014-03-01", mia="2004-02-29"), relationships=rows)


def test_a_half_sibling_may_be_the_parent_too() -> None:
    rows = (kin("mia", "ari"), kin("mia", "ari", RelationshipKind.HALF_SIBLING))

    assert problems(relationships=rows) == {}


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        (stay("ari", "north", FULL), stay("ari", "south", VISITS), False),
        (stay("ari", "north", FULL, until="2025-02-09"), stay("ari", "south", FULL, "2025-02-10"), False),
        (stay("ari", "north", FULL, until="2025-02-10"), stay("ari", "south", FULL, "2025-02-10"), False),
        (stay("ari", "north", FULL, until="2025-02-11"), stay("ari", "south", FULL, "2025-02-10"), True),
        (stay("ari", "north", FULL), stay("mia", "south", FULL), False),
    ],
)
def test_nobody_stays_full_time_in_two_homes_but_for_the_day_of_a_move(first: Any, second: Any, wrong: bool) -> None:
    assert bool(problems(residences=(first, second))) is wrong


@pytest.mark.parametrize(
    ("decision", "wrong"),
    [
        (decided("c1", "red", "colour", at=at("2025-03-02")), True),
        (decided("c1", "red", "colour", at=at("2025-03-03")), False),
        (decided("c1", "red", "colour"), False),
        (decided("inv-1", "red", "colour", at=at("2025-01-02")), False),
    ],
)
def test_only_what_is_on_file_was_decided_before_the_information_came(decision: Any, wrong: bool) -> None:
    assert bool(problems(decisions=(decision,), dates=received("2025-03-03"))) is wrong


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        ({}, True),
        ({"decisions": (decided("c1", "red", "colour", at=at("2025-03-06")),)}, False),
        ({"decisions": (decided("c1", "red", "colour"),)}, False),
        ({"people": (PersonEntry(id="ari", born=day("2025-03-05"), unborn=Unborn()),)}, False),
    ],
)
def test_a_child_may_be_born_between_receipt_and_decision(parts: dict[str, Any], wrong: bool) -> None:
    assert bool(problems(**{"people": people(ari="2025-03-05"), "dates": received("2025-03-03"), **parts})) is wrong


@pytest.mark.parametrize(("born", "wrong"), [("2026-01-05", False), ("2026-05-02", True)])
def test_a_concern_names_nobody_who_was_not_even_awaited_whatever_else_is_undated(born: str, wrong: bool) -> None:
    parts = {"dates": received("2025-03-03"), "decisions": (decided("c1", "red", "colour"),)}

    said = problems(people=(PersonEntry(id="ari", born=day(born), unborn=Unborn()),), **parts)

    assert any("more than ten months after it was received" in text for text in said.values()) is wrong


@pytest.mark.parametrize(
    ("kind", "occurred", "wrong"),
    [
        (ConcernKind.RISK, "2025-02-20", True),
        (ConcernKind.NOTHING, "2025-02-20", False),
        (UNKNOWN, "2025-02-20", False),
        (ConcernKind.HARM, "2025-01-31", False),
        (ConcernKind.HARM, "2025-02-02", False),  # another zone may have another day
    ],
)
def test_nobody_is_harmed_after_they_have_died(kind: Any, occurred: str, wrong: bool) -> None:
    concern = ConcernEntry(id="c1", about=("ari",), kind=kind, occurred=at(occurred))

    said = problems(people=(PersonEntry(id="ari", died=day("2025-02-01")),), concerns=(concern,))

    assert bool(said) is wrong


def test_the_history_of_a_record_on_file_comes_before_the_information() -> None:
    moves = (MoveEntry(move="open", at=at("2024-01-01")),)
    concerns = (ConcernEntry(id="c1", about=("ari",), occurred=at("2025-03-01")),)
    on_file = RecordEntry(id="inv-1", kind="investigation", moves=moves)

    assert problems(records=(on_file,), concerns=concerns, dates=received("2025-03-03")) == {}


def test_no_worked_example_is_refused() -> None:
    rulebook = cimscore.load_rulebook()

    assert len(load_examples(rulebook)) > 90
    assert [rulebook.read_case(path).id for path in sorted(EXAMPLES.glob("*.yaml"))]


@pytest.mark.parametrize("rows", ["chain", "circle", "star"])
def test_a_thousand_relatives_take_no_time(rows: str) -> None:
    ids = [f"p{number}" for number in range(1_000)]
    links = {
        "chain": [kin(one, other) for one, other in itertools.pairwise(ids)],
        "circle": [kin(one, other) for one, other in zip(ids, [*ids[1:], ids[0]], strict=True)],
        "star": [kin(ids[0], other) for other in ids[1:]],
    }
    started = time.process_time()
    found = problems(
        people=tuple(PersonEntry(id=id, born=dt.date(1950, 1, 1) if id == "p0" else UNKNOWN) for id in ids),
        relationships=tuple(links[rows]), concerns=(),
    )  # fmt: skip

    assert len(found) == (1 if rows == "circle" else 0)
    assert time.process_time() - started < 1


def test_what_was_closed_may_be_opened_again_and_closed_again() -> None:
    moves = tuple(MoveEntry(move=move) for move in ("close", "reopen", "decide", "close"))
    again = RecordEntry(id="inv-1", kind="investigation", moves=moves)

    assert problems(records=(again,)) == {}
    assert list(problems(records=(attrs.evolve(again, moves=moves[:1] + moves[2:]),))) != []


def test_nobody_who_is_unborn_has_died() -> None:
    found = problems(people=(PersonEntry(id="ari", died=True, unborn=Unborn()), PersonEntry(id="mia")))

    assert "dead and unborn" in found["people[0].died"]


@pytest.mark.parametrize(
    ("stays", "wrong"),
    [({}, True), ({"from_": UNKNOWN}, False), ({"until": UNKNOWN}, False), ({"from_": day("2025-03-04")}, False)],
)
def test_a_full_time_stay_contradicts_no_home_only_where_it_is_surely_in_force(stays: Any, wrong: bool) -> None:
    ari = (PersonEntry(id="ari", home=Home.NONE), PersonEntry(id="mia"), PersonEntry(id="leo"))
    row = attrs.evolve(stay("ari", "north", FULL), **stays)

    assert bool(problems(people=ari, residences=(row,), dates=received("2025-03-03"))) is wrong


def test_a_parent_between_two_circles_is_in_neither() -> None:
    four = people(ari="", mia="", leo="", zoe="")
    rows = (kin("ari", "mia"), kin("mia", "ari"), kin("leo", "zoe"), kin("zoe", "leo"), kin("mia", "leo"))

    found = problems(people=four, relationships=rows)
    assert len(found) == 2
    assert not any("'mia' as a parent of 'leo'" in said for said in found.values())


@pytest.mark.parametrize("kind", [RelationshipKind.ADOPTIVE_PARENT, RelationshipKind.GRANDPARENT])
def test_a_sibling_may_have_adopted_the_child_and_a_twin_has_not(kind: RelationshipKind) -> None:
    rows = (kin("mia", "ari", kind), kin("ari", "mia", RelationshipKind.SIBLING))
    twins = (kin("mia", "ari", kind), kin("ari", "mia", RelationshipKind.TWIN))

    assert problems(relationships=rows) == {}
    assert "relationships[1]" in problems(relationships=twins)


def test_nobody_is_a_parent_before_their_own_birth_and_the_hint_says_what_to_look_at() -> None:
    unborn = (PersonEntry(id="ari", unborn=Unborn(mother="mia")), PersonEntry(id="mia"))
    found = problems(people=unborn, relationships=(kin("ari", "mia"),), concerns=())["relationships[0]"]

    assert "found ari (ari), unborn at the receipt, as parent of 'mia'" in found
    assert found.endswith("Perhaps the two people are the wrong way round.")
