"""A citation names a clause that is declared and an edition in which it stands, or is refused with a hint."""

from __future__ import annotations

import pytest

from cimscore.policy import problems_of_citations
from cimscore.testing import inline_clause

CLAUSES = {
    one.id: one
    for one in (
        inline_clause("doc/days/five", editions=("2024", "2026")),
        inline_clause("doc/days/four", editions=("2026",)),
    )
}


def said(citation: str, *, others: bool = False) -> list[str]:
    return [str(problem) for problem in problems_of_citations([("duties/approve", citation)], CLAUSES, others=others)]


@pytest.mark.parametrize("citation", ["doc/days/five", "doc/days/five@2024", "doc/days/four@2026"])
def test_a_clause_cited_where_it_stands_is_taken(citation: str) -> None:
    assert said(citation) == []


def test_an_edition_in_which_the_clause_does_not_stand_is_refused() -> None:
    (problem,) = said("doc/days/four@2024")
    assert problem.startswith("duties/approve: found doc/days/four cited in the edition '2024', in which it does not")
    assert problem.endswith("expected an edition in which it stands: 2026. Did you mean '2026'?")


def test_an_at_without_an_edition_is_refused() -> None:
    assert "an edition in which it stands: 2024 and 2026" in said("doc/days/five@")[0]


def test_a_clause_that_nobody_declares_is_refused_with_the_nearest() -> None:
    assert "Did you mean 'doc/days/four'?" in said("doc/days/for")[0]


def test_a_clause_of_another_programs_document_is_taken_only_where_others_may_be_cited() -> None:
    assert said("base/days/five") != []
    assert said("base/days/five", others=True) == []
    assert said("doc/days/for", others=True) != []
