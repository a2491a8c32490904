"""What is in force on a day: editions that follow one another, months known without their day, and what has ended."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from cimscore.traceability import Currency, Force, currency_of
from cimscore.traceability.declared.declared import TracedEdition, TracedSource


def edition(id: str, **known: object) -> TracedEdition:
    given = {"from_": None, "from_known_only_to": "", "until": None, "complete": True, "encoded": True, **known}
    return TracedEdition(id=id, title=f"Edition {id}", changes=(), **given)


FIRST = edition("1", from_=dt.date(2020, 1, 1), until=dt.date(2024, 7, 1))
SECOND = edition("2", from_=dt.date(2024, 7, 1), until=dt.date(2025, 4, 30))
THIRD = edition("3", from_known_only_to="2025-04", encoded=False)
SOURCE = TracedSource(
    id="doc", program="lamps", title="Doc", publisher="", document="", address="", captured=None, held=True,
    headings=(), editions=(FIRST, SECOND, THIRD),
)  # fmt: skip


@pytest.mark.parametrize(
    ("editions", "day", "expected"),
    [
        ("1", "2019-12-31", Currency(force=Force.NOT_YET, when="(from 1 January 2020)")),
        ("1", "2020-01-01", Currency(force=Force.IN_FORCE)),
        ("1", "2024-07-01", Currency(force=Force.ENDED, when="on 1 July 2024", by=SECOND)),
        ("12", "2024-07-01", Currency(force=Force.IN_FORCE)),
        ("2", "2025-03-31", Currency(force=Force.IN_FORCE)),
        ("2", "2025-04-10", Currency(force=Force.PERHAPS)),
        ("3", "2025-04-10", Currency(force=Force.PERHAPS)),
        ("2", "2025-04-30", Currency(force=Force.ENDED, when="in April 2025", by=THIRD)),
        ("12", "2026-11-28", Currency(force=Force.ENDED, when="in April 2025", by=THIRD)),
        ("3", "2025-05-01", Currency(force=Force.IN_FORCE)),
        ("3", "2025-03-31", Currency(force=Force.NOT_YET, when="(from some day of April 2025)")),
    ],
)
def test_what_stands_in_some_editions_is_in_force_ended_or_not_yet(editions: str, day: str, expected: Currency) -> None:
    assert currency_of(SOURCE, editions, dt.date.fromisoformat(day)) == expected


def test_what_ends_with_no_successor_named_says_so() -> None:
    alone = attrs.evolve(SOURCE, editions=(FIRST,))

    ended = currency_of(alone, "1", dt.date(2025, 1, 1))

    assert (ended.in_words, ended.by) == ("Ended on 1 July 2024", None)


def test_an_edition_without_any_day_is_taken_as_in_force() -> None:
    undated = attrs.evolve(SOURCE, editions=(edition("1"),))

    assert currency_of(undated, "1", dt.date(1900, 1, 1)).force is Force.IN_FORCE
