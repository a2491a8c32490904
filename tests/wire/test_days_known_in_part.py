"""Every date of a document may be a month or a year; one that may not has a reason."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, Final

import pytest
from invented_questions import VOCABULARY
from small_documents import MINIMAL

from cimscore.case import births_of
from cimscore.wire import case_schema, read_case, write_case

WHOLE_DAY: Final = {
    "holidays": "a holiday of a place is a day; one that is not known is no entry",
    "working": "so is a day on which a place works although its state does not",
    "between": "these are the bounds themselves: the first and the last day that it can be",
    "seen-on": "an answer to a question for a day: a rule compares it with another; one not known is `unknown`",
}
"""Keys under which only a whole day can stand, and why."""
DAY: Final = "2025-06-03"
PARTS: Final = ("2025", "2025-06")


def patterns_by_key(schema: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield each pattern of a schema, with the key under which it stands."""
    parts = schema if isinstance(schema, list) else [schema] if isinstance(schema, dict) else []
    for part in parts:
        if isinstance(part, list):
            yield from patterns_by_key(part, key)
        elif isinstance(part, dict):
            if isinstance(part.get("pattern"), str):
                yield key, part["pattern"]
            for name, below in part.items():
                named = below.items() if name in ("properties", "$defs") and isinstance(below, dict) else [(key, below)]
                for inner, found in named:
                    yield from patterns_by_key(found, inner)


def test_a_key_that_takes_a_day_takes_a_month_and_a_year_unless_there_is_a_reason() -> None:
    taken: dict[str, set[str]] = {}
    for key, pattern in patterns_by_key(case_schema(VOCABULARY)):
        if not re.search(pattern, "north"):  # neither free text nor an id
            taken.setdefault(key, set()).update(day for day in (DAY, *PARTS) if re.search(pattern, day))
    days = {key: parts - {DAY} for key, parts in taken.items() if DAY in parts}
    assert {"from", "until", "on", "born", "died", "ended", "expected", "occurred", "received", "at"} <= days.keys()
    assert {key for key, parts in days.items() if parts != set(PARTS)} == WHOLE_DAY.keys()


@pytest.mark.parametrize("part", ["2025-06-03", "2025-06", "2025"])
def test_turns_begin_on_a_day_or_in_a_month_or_a_year(part: str) -> None:
    turns = {"person": "ari", "household": "north", "rota": {"from": part, "here": 7, "away": 7}}
    (written,) = write_case(read_case({**MINIMAL, "residences": [turns]}, VOCABULARY))["residences"]
    assert written["rota"] == turns["rota"]


@pytest.mark.parametrize(
    ("on", "first", "last"),
    [
        ("2025-06-03", "2017-06-04", "2018-06-03"),
        ("2025-06", "2017-06-02", "2018-06-30"),
        (2025, "2017-01-02", "2018-12-31"),
    ],
)
def test_an_age_in_a_month_leaves_the_births_of_each_of_its_days(on: str | int, first: str, last: str) -> None:
    (ari,) = read_case({**MINIMAL, "people": [{"id": "ari", "age": {"is": 7, "on": on}}]}, VOCABULARY).people
    births = births_of(ari, None, None)
    assert (births.first, births.last) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
