"""Which edition of a source was in force on a day, also where the day it began is not known."""

from __future__ import annotations

import datetime as dt

import pytest

from cimscore.policy import PolicyEdition, Source

SOURCE = Source(
    id="lamp", title="Lamps", publisher="Keepers", document="handbook",
    editions=(
        PolicyEdition(id="first", title="First", from_=dt.date(2024, 9, 30), until=dt.date(2025, 4, 30)),
        PolicyEdition(id="second", title="Second", from_known_only_to="2025-04", encoded=False),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("day", "editions"),
    [
        ("2024-09-29", ()),
        ("2024-09-30", ("first",)),
        ("2025-03-31", ("first",)),
        ("2025-04-01", ("first", "second")),
        ("2025-04-29", ("first", "second")),
        ("2025-04-30", ("second",)),
        ("2030-01-01", ("second",)),
    ],
)
def test_in_the_month_of_an_unknown_first_day_both_editions_may_hold(day, editions):
    date = dt.date.fromisoformat(day)
    assert tuple(edition.id for edition in SOURCE.editions_on(date)) == editions


def test_an_edition_without_a_first_day_always_held():
    assert PolicyEdition(id="only", title="Only").covers(dt.date.min)


@pytest.mark.parametrize(("month", "last"), [("2024-02", 29), ("2025-02", 28), ("2025-12", 31)])
def test_an_edition_has_certainly_begun_on_the_last_day_of_its_month(month, last):
    edition = PolicyEdition(id="x", title="X", from_known_only_to=month)
    assert (edition.may_begin, edition.has_begun) == (
        dt.date.fromisoformat(f"{month}-01"), dt.date.fromisoformat(f"{month}-{last}"),
    )  # fmt: skip
