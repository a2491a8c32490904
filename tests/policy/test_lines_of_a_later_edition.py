"""A line of a table that waits for an edition which nobody has written yet says how to write it."""

from __future__ import annotations

import datetime as dt

import pytest

from cimscore.policy import Policy, PolicyEdition, Row, problems_of_rows
from cimscore.testing import inline_clause, inline_source

FIRST = PolicyEdition(id="2024", title="The first", from_=dt.date(2024, 4, 1))
POLICY = Policy(
    sources=(inline_source("doc", (FIRST,)),), clauses=(inline_clause("doc/heading/clause", editions=("2024",)),)
)


@pytest.mark.parametrize(
    ("since", "hint"), [("2026", "cimscore sources draft-edition drafts it"), ("2023", "Did you mean '2024'?")]
)
def test_it_says_what_comes_first(since: str, hint: str) -> None:
    (problem,) = problems_of_rows("table", [Row("key", 1, "doc/heading/clause", since=since)], POLICY)
    assert hint in problem.hint
