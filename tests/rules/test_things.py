"""Things of a case, the variables that stand for them, and the names of records to be made."""

from __future__ import annotations

import pytest

from cimscore.rules import Household, Person, Value
from cimscore.rules.conditions.things import RecordName, Variable, is_value


@pytest.mark.parametrize(
    ("place", "expected"), [(Value, True), (Value("days", int), True), (Person, False), (Household("home"), False)]
)
def test_a_place_of_a_value_is_told_by_its_kind_or_its_variable(place: type | Variable, *, expected: bool) -> None:
    assert is_value(place) is expected


def test_names_of_records_stand_in_the_order_of_their_kinds_and_of_what_they_are() -> None:
    names = [
        RecordName("report", "household", "north"),
        RecordName("notification", "household", "south"),
        RecordName("notification", "household", "north", "ari"),
        RecordName("notification", "household", "north"),
    ]

    assert list(map(str, sorted(names))) == [
        "notification:north", "notification:north/ari", "notification:south", "report:north",
    ]  # fmt: skip
    assert names[2].child == "ari" and names[3].child is None


@pytest.mark.parametrize("of", ["household", "concern", "file", "person"])
def test_a_record_is_of_one_sort_of_thing(of: str) -> None:
    name = RecordName("report", of, "x")

    told = {"household": name.home, "concern": name.concern, "file": name.file, "person": name.person}
    assert {sort for sort, id in told.items() if id is not None} == {of}
