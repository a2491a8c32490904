"""A moment as it is typed, a text as a terminal shows it, a page as whoever must not learn of somebody reads it."""

from __future__ import annotations

import datetime as dt

import pytest

from cimscore.case import Case, Moment, Name, PersonEntry, kept_in
from cimscore.case.kept import HOW_TO_SHOW
from cimscore.case.moments import typed_moment
from cimscore.case.texts import visible
from cimscore.errors import CalendarError, CimsError

BRISBANE = dt.timezone(dt.timedelta(hours=10))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-03-03", dt.date(2025, 3, 3)),
        ("2025-03-03T10:15+10:00", dt.datetime(2025, 3, 3, 10, 15, tzinfo=BRISBANE)),
    ],
)
def test_a_day_or_a_time_with_its_offset_is_a_moment(text: str, value: dt.date) -> None:
    assert typed_moment(text) == Moment(value)


def test_now_is_a_moment_to_the_second() -> None:
    before = dt.datetime.now(tz=dt.UTC).replace(microsecond=0)
    now = typed_moment("now").instant
    assert now is not None and now.microsecond == 0
    assert before <= now <= dt.datetime.now(tz=dt.UTC)


@pytest.mark.parametrize("text", ["soon", "3.3.2025", "2025-02-30", ""])
def test_anything_else_is_refused_with_what_may_be_typed(text: str) -> None:
    with pytest.raises(CimsError, match="is not now, a day"):
        typed_moment(text)


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31"])
def test_a_day_that_is_too_far_away_is_refused(text: str) -> None:
    with pytest.raises(CalendarError, match=f"{text} is too far away"):
        typed_moment(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ari's home", "Ari's home"),
        ("two\nlines", "two lines"),
        ("\x1b[2J", "\\u{1b}[2J"),
        ("a\u202eb\u2028c", "a\\u{202e}b\\u{2028}c"),
    ],
)
def test_a_terminal_is_shown_each_sign_that_it_would_obey(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_page_from_which_somebody_is_kept_says_how_to_show_them() -> None:
    ann = PersonEntry(id="p1", name=Name(given="Ann"), kept_from=("p2",))
    open_case, kept = (Case(id="kept", people=(person, PersonEntry(id="p2"))) for person in (PersonEntry(id="p1"), ann))
    assert kept_in(kept).told("Ann is ten.") == f"p1 is ten.\n{HOW_TO_SHOW}\n"
    assert kept_in(open_case).told("Ann is ten.") == "Ann is ten."
