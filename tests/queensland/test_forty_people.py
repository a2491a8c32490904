"""Forty people in three households with twenty concerns: decided in full, and its picture still has everyone in it."""

from __future__ import annotations

import time

import attrs
import pytest
from invented_intakes import (
    asked,
    assess,
    carried,
    concern,
    decision,
    homes,
    intake,
    notified,
    parents,
    people,
    records,
    reported,
    roles,
    stays,
)

from cimscore.case import Case
from cimscore.publishing.pictures import draw

PLACES = ("north", "south", "west")
CHILDREN = [f"child{n:02}" for n in range(27)]
ADULTS = [f"adult{n:02}" for n in range(13)]


def forty_people() -> Case:
    """Nine children and four or five adults to a household; one child in three has a second home."""
    home = {who: PLACES[n % 3] for n, who in enumerate([*CHILDREN, *ADULTS])}
    second = {who: PLACES[(n + 1) % 3] for n, who in enumerate(CHILDREN) if n % 9 == 0}
    rows = [f"{who} {at} {'part-time' if who in second else 'full-time'}" for who, at in home.items()]
    rows += [f"{who} {at} part-time" for who, at in second.items()]
    concerns = [
        concern(
            f"c{n:02}", CHILDREN[n], home[CHILDREN[n]], responsible=ADULTS[n % 13], kind="risk" if n % 2 else "harm"
        )
        for n in range(20)
    ]
    relate = [(who, home[who]) for who in CHILDREN] + list(second.items())
    children = people(**dict.fromkeys(CHILDREN, "2015-05-02"))
    return intake(
        people=(
            *(attrs.evolve(child, no_other_parent=True) for child in children),
            *people(**dict.fromkeys(ADULTS, "1985-05-02")),
        ),
        households=homes(north="Logan", south="Cairns", west="Ipswich"),
        residences=stays(*rows),
        relationships=parents(**{adult: " ".join(CHILDREN[n::13]) for n, adult in enumerate(ADULTS)}),
        concerns=tuple(concerns),
        decisions=(
            *notified(" ".join(it.id for it in concerns[:15]), "10-day"),
            *reported(" ".join(it.id for it in concerns[15:])),
            *(decision("concerns-relate", f"{who}@{at}", False) for who, at in relate),
        ),
    )


@pytest.fixture(scope="module")
def case() -> Case:
    return forty_people()


def test_every_concern_is_carried_and_every_child_has_one_role_in_each_record_of_the_home(case: Case) -> None:
    found = assess(case)

    assert asked(found) == {"intake-created@case", "more-than-one-notification@case"}
    assert records(found) == {f"{kind}:{home}" for kind in ("notification", "child-concern-report") for home in PLACES}
    assert {it.partition("@")[0] for it in carried(found)} == {it.id for it in case.concerns}
    given = {who for who, role in roles(found).items() if role in ("subject child", "other child")}
    owed = {
        f"{row.person}@{record}"
        for row in case.residences
        if row.person in CHILDREN
        for record in records(found)
        if record.endswith(f":{row.household}")
    }
    assert given == owed


def test_each_subject_child_of_forty_people_may_have_another_parent(case: Case) -> None:
    people = tuple(attrs.evolve(person, no_other_parent=False) for person in case.people)
    found = assess(attrs.evolve(case, people=people))

    assert {f"parents@{child}" for child in CHILDREN[:20]} <= asked(found)
    assert records(found) == records(assess(case))


def test_it_is_decided_in_a_moment(case: Case) -> None:
    assess(case)
    start = time.perf_counter()
    assess(case)
    taken = time.perf_counter() - start
    print(f"forty people, twenty concerns: {taken * 1000:.0f} ms")

    assert taken < 5


def test_its_picture_has_everyone_and_its_table_a_row_for_each_with_both_homes(case: Case) -> None:
    picture = draw(case)

    assert [who for who in (*CHILDREN, *ADULTS) if who not in picture.svg] == []
    assert [row[0] for row in picture.table.rows] == [*CHILDREN, *ADULTS]
    assert [
        all(home in row[2] for home in ("north", "south")) for row in picture.table.rows if row[0] == "child00"
    ] == [True]
