"""Records on file: which of them tie a household and people, and which are no files."""

from __future__ import annotations

import pytest
from invented_families import DAY, case, person

from cimscore.case import UNKNOWN, Exists, Finish, RecordEntry
from cimscore.household_graph import Days, Entered, Tie, TieKind, ties_of

TODAY = Days(DAY, DAY)


def entered(*records: RecordEntry) -> Entered:
    return Entered(case((person("ari", "2014-05-02"),), records=records), TODAY)


def on_file(**more) -> RecordEntry:
    return RecordEntry(id="r1", kind="case", household="north", people={"ari": "subject child"}, **more)


@pytest.mark.parametrize(
    ("more", "grade"),
    [
        ({}, 3),
        ({"exists": UNKNOWN}, 1),
        ({"as_": Finish.DONE}, 3),
        ({"as_": Finish.ENDED}, 3),
        ({"exists": Exists.NO}, 0),
        ({"as_": Finish.WITHDRAWN}, 0),
        ({"as_": Finish.SUPERSEDED, "superseded_by": "r2"}, 0),
    ],
    ids=["there", "perhaps there", "done", "ended", "not there", "withdrawn", "superseded"],
)
def test_a_record_ties_its_household_and_people_where_it_is_there_and_holds(more, grade: int) -> None:
    facts = ties_of(entered(on_file(**more), RecordEntry(id="r2", kind="case", household="south")))

    assert facts.grade(Tie(TieKind.FILE_ABOUT, "r1", "north"), {}) == grade
    assert facts.grade(Tie(TieKind.RECORDED_IN, "ari", "r1"), {}) == grade


def test_the_moves_of_a_record_to_be_made_are_kept_apart_from_what_is_on_file() -> None:
    read = entered(on_file(), RecordEntry(id="report:north", kind="report"))

    assert [record.id for record in read.files] == ["r1"]
    assert [record.id for record in read.made] == ["report:north"]


def test_a_record_of_no_told_household_is_of_none_until_it_is_known() -> None:
    facts = ties_of(entered(RecordEntry(id="r1", kind="case")))
    asked = facts.open["household@r1"]

    assert (asked.values, asked.working, asked.words) == (("", "north", "south"), "", {"": "none of these"})
    tie = Tie(TieKind.FILE_ABOUT, "r1", "north")
    assert [facts.grade(tie, {"household@r1": answer}) for answer in asked.values] == [0, 3, 0]
