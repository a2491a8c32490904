"""The dead have a cross, whoever acts for a body is not drawn, and an age is told as far as it is known."""

from __future__ import annotations

import datetime as dt

import pytest

from cimscore.case import (
    UNKNOWN,
    Age,
    Case,
    Dates,
    HouseholdEntry,
    Moment,
    Part,
    PartialDay,
    PersonEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
)
from cimscore.publishing.pictures import Picture, draw

MIA = PersonEntry(id="mia")


def drawn(*people: PersonEntry, kin: tuple[RelationshipEntry, ...] = ()) -> Picture:
    stays = tuple(ResidenceEntry(person=person.id, household="north") for person in people if person.is_of_family)
    received = Dates(received=Moment(dt.date(2025, 3, 3)))
    homes = (HouseholdEntry(id="north"),)
    return draw(Case(id="x", dates=received, people=people, households=homes, residences=stays, relationships=kin))


@pytest.mark.parametrize(
    ("died", "said"),
    [(dt.date(2024, 5, 2), "died 2024-05-02"), (PartialDay(2024), "died 2024"), (True, "dead")],
)
def test_a_cross_is_over_whoever_has_died_and_the_words_say_when(died: object, said: str) -> None:
    picture = drawn(PersonEntry(id="pop", died=died), MIA)

    assert picture.svg.count('<polyline class="kin"') == 2
    assert "A cross over somebody: has died." in picture.svg
    assert f">{said}<" in picture.svg
    assert picture.table.rows[0][1] == f"age ?; {said}"


def test_there_is_no_cross_over_the_living_nor_over_whom_nobody_knows() -> None:
    picture = drawn(PersonEntry(id="pop", died=UNKNOWN), MIA)

    assert '<polyline class="kin"' not in picture.svg
    assert picture.table.rows[0][1] == "age ?; died ?"


def test_whoever_acts_for_a_body_stands_in_the_table_and_in_no_home() -> None:
    picture = drawn(PersonEntry(id="jones", is_=Part.TEAM_LEADER), MIA)

    assert picture.table.rows[0][2:4] == ("not of the family", "team leader, not of the family")
    assert picture.svg.count('<g class="person">') == 1


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"born": PartialDay(2018)}, "born 2018"),
        ({"age": Age(about=7)}, "aged about 7"),
        ({"age": Age(is_=7, on=dt.date(2024, 12, 25))}, "aged 7 on 2024-12-25"),
        ({"adult": True}, "an adult"),
        ({"adult": False}, "under 18"),
        ({}, "age ?"),
    ],
)
def test_an_age_is_told_as_far_as_it_is_known(known: dict[str, object], said: str) -> None:
    assert drawn(PersonEntry(id="kai", **known)).table.rows[0][1] == said


def test_an_end_of_what_people_are_to_one_another_is_told_and_joins_no_couple() -> None:
    kind = RelationshipKind.PARTNER
    leo = PersonEntry(id="leo")
    for ended, said in ((True, "partner leo (ended)"), (PartialDay(2024), "partner leo (ended 2024)")):
        picture = drawn(leo, MIA, kin=(RelationshipEntry(from_="leo", to="mia", kind=kind, ended=ended),))
        assert picture.table.rows[1][3] == said
        assert '<polyline class="kin"' not in picture.svg
