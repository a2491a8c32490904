"""A table's rows are dated by edition: never two for one key at one time, each digested by itself."""

from __future__ import annotations

import datetime as dt
import enum

import attrs
import pytest

from cimscore.policy import (
    ClauseText,
    Policy,
    PolicyEdition,
    Row,
    editions_of_row,
    member_digest,
    problems_of_rows,
    row_digest,
)
from cimscore.testing import inline_clause, inline_source

NEW_YEAR = dt.date(2026, 1, 1)
EDITIONS = (
    PolicyEdition(id="old", title="Old", until=NEW_YEAR),
    PolicyEdition(id="new", title="New", from_=NEW_YEAR),
)
SAME = inline_clause("doc/days/same", editions=("old", "new"))
GONE = inline_clause("doc/days/gone", editions=("old",), gone="new")
ENDED = inline_clause("doc/days/ended", editions=("old",), bounded=True)
NEXT = inline_clause("next/days/same")
COME = inline_clause("doc/days/come", editions=("new",))
BEFORE = ClauseText(
    since="old", text="Three days.", locator=SAME.locator, digest="", disposition=SAME.disposition
)  # fmt: skip
CHANGED = attrs.evolve(SAME, id="doc/days/changed", text="Four days.", earlier=(BEFORE,), since="new")
POLICY = Policy(
    sources=(inline_source(editions=EDITIONS), inline_source("next")),
    clauses=(SAME, GONE, ENDED, COME, CHANGED, NEXT),
)


def said(*rows: Row[str, int]) -> list[str]:
    return [str(problem) for problem in problems_of_rows("approval", rows, POLICY)]


def test_three_positional_values_are_a_row_that_holds_where_its_clause_stands() -> None:
    assert Row("5-day", 3, "doc/days/gone") == Row(key="5-day", value=3, clause="doc/days/gone", since=None, until=None)
    assert editions_of_row(Row("5-day", 3, "doc/days/gone"), POLICY) == ("old",)


@pytest.mark.parametrize("date", [NEW_YEAR, "new"])
def test_a_row_is_dated_by_an_edition_or_by_its_first_day(date: dt.date | str) -> None:
    rows = (Row("5-day", 3, SAME.id, until=date), Row("5-day", 4, SAME.id, since=date))
    assert said(*rows) == []
    assert [editions_of_row(row, POLICY) for row in rows] == [("old",), ("new",)]


def test_a_row_may_cite_the_text_that_it_takes_its_value_from() -> None:
    rows = (Row("5-day", 3, "doc/days/changed@old"), Row("5-day", 4, "doc/days/changed@new"))
    assert said(*rows) == []
    assert [editions_of_row(row, POLICY) for row in rows] == [("old",), ("new",)]


def test_rows_of_clauses_that_stand_at_different_times_share_a_key() -> None:
    assert said(Row("5-day", 3, GONE.id), Row("5-day", 4, COME.id)) == []


@pytest.mark.parametrize(
    "rows",
    [
        (Row("5-day", 3, SAME.id), Row("5-day", 4, SAME.id)),
        (Row("5-day", 3, SAME.id), Row("5-day", 4, SAME.id, since=NEW_YEAR)),
        (Row("5-day", 3, SAME.id), Row("5-day", 4, COME.id)),
    ],
)
def test_no_key_has_two_rows_at_one_time(rows: tuple[Row[str, int], ...]) -> None:
    (problem,) = said(*rows)
    assert "one row for each key at one time" in problem
    assert "Date them" in problem


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (Row("5-day", 3, SAME.id, since="new", until="old"), "since before until"),
        (Row("5-day", 3, SAME.id, since="new", until="new"), "since before until"),
        (Row("5-day", 3, GONE.id, since="new"), "doc/days/gone to stand between: it stands in old"),
        (Row("5-day", 3, SAME.id, since="nwe"), "Did you mean 'new'?"),
        (Row("5-day", 3, SAME.id, until=dt.date(2026, 1, 2)), "Did you mean '2026-01-01'?"),
        (Row("5-day", 3, "doc/days/sane"), "Did you mean 'doc/days/same'?"),
        (Row("5-day", 3, "doc/days/gone@new"), "an edition in which it stands: old"),
    ],
)
def test_a_row_that_cannot_hold_is_refused_with_a_hint(row: Row[str, int], says: str) -> None:
    (problem,) = said(row)
    assert problem.startswith("approval, row 5-day: found ")
    assert says in problem


@pytest.mark.parametrize(
    "row", [Row("5-day", 3, ENDED.id), Row("5-day", 3, SAME.id, until="new"), Row("5-day", 3, "doc/days/changed@old")]
)
def test_a_key_that_has_no_row_in_the_next_edition_is_refused(row: Row[str, int]) -> None:
    (problem,) = said(row)
    clause = row.clause.partition("@")[0]
    assert problem == (
        "approval, row 5-day: found a row in the edition old, and none in new; expected a row in each edition, until "
        f"one takes its clause out. Write its row since='new'. If new takes it out, list {clause} there under gone."
    )


@pytest.mark.parametrize(
    "rows",
    [
        (Row("5-day", 3, GONE.id),),  # the next edition takes its clause out
        (Row("5-day", 3, COME.id),),
        (Row("5-day", 3, ENDED.id), Row("5-day", 4, COME.id)),
        (Row("5-day", 3, ENDED.id), Row("5-day", 4, "next/days/same")),  # another document takes over
    ],
)
def test_a_key_may_end_where_its_clause_is_taken_out_or_another_row_takes_over(rows: tuple[Row[str, int], ...]) -> None:
    assert said(*rows) == []


def test_an_edition_known_in_part_may_have_no_row() -> None:
    partly = attrs.evolve(EDITIONS[1], complete=False)
    policy = Policy(sources=(inline_source(editions=(EDITIONS[0], partly)),), clauses=(SAME, ENDED))
    unbounded = attrs.evolve(policy, clauses=(SAME, attrs.evolve(ENDED, bounded=False)))
    row = Row("5-day", 3, ENDED.id)
    assert [len(list(problems_of_rows("approval", [row], known))) for known in (policy, unbounded)] == [1, 0]


class Days(enum.StrEnum):
    """Ways to count."""

    BUSINESS = "business"
    CALENDAR = "calendar"


def test_a_changed_row_changes_its_own_digest_alone() -> None:
    rows = [Row("5-day", 3, SAME.id), Row("10-day", 5, SAME.id)]
    changed = [attrs.evolve(rows[0], value=4), rows[1]]
    assert [row_digest(row) == row_digest(other) for row, other in zip(rows, changed, strict=True)] == [False, True]
    assert row_digest(rows[0]) != row_digest(attrs.evolve(rows[0], until=NEW_YEAR))


def test_each_answer_of_a_question_has_a_digest_of_its_own() -> None:
    digests = {member_digest("kind", member) for member in Days} | {member_digest("other", Days.BUSINESS)}
    assert len(digests) == 3


def test_a_value_whose_text_does_not_show_what_it_holds_is_refused() -> None:
    with pytest.raises(TypeError, match="give it a repr"):
        row_digest(Row("5-day", object(), SAME.id))
