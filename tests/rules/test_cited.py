"""A program cites clauses where they stand, and its tables have one row for each key at one time, or it is refused."""

from __future__ import annotations

import datetime as dt

import pytest
from small_programs import program_of

from cimscore.policy import Policy, PolicyEdition
from cimscore.rules.refusals import SeveralRefusals
from cimscore.testing import inline_clause, inline_source

NEW_YEAR = dt.date(2026, 1, 1)
POLICY = Policy(
    sources=(
        inline_source(
            editions=(
                PolicyEdition(id="old", title="Old", until=NEW_YEAR),
                PolicyEdition(id="new", title="New", from_=NEW_YEAR),
            )
        ),
    ),
    clauses=(
        inline_clause("doc/days/both", editions=("old", "new")),
        inline_clause("doc/days/four", editions=("new",)),
    ),
)


def refused(rows: str, *, extends: str = "") -> str:
    with pytest.raises(SeveralRefusals) as caught:
        program_of(rows, policy=POLICY, extends=extends)
    return str(caught.value)


def row(cite: str) -> str:
    return f"""
        HERE = Conclusion("here", (child,), "{{child}} [is] here", topic=Topic.SCOPE)
        HERE.row("one", child, when=is_person(child), cites=["{cite}"])
    """


def table(*rows: str) -> str:
    return f"""
        TIMES = Table("times", "how long", ({", ".join(rows)},))
        HERE = Conclusion("here", (child,), "{{child}} [is] here", topic=Topic.SCOPE)
        HERE.row("one", child, when=is_person(child) & TIMES("fast", 3), cites=["doc/days/both"])
    """


@pytest.mark.parametrize("cite", ["doc/days/both", "doc/days/both@old", "doc/days/four@new"])
def test_a_citation_where_the_clause_stands_is_taken(cite: str) -> None:
    assert program_of(row(cite), policy=POLICY)


def test_a_citation_of_an_edition_in_which_the_clause_does_not_stand_is_refused() -> None:
    found = refused(row("doc/days/four@old"))
    assert "here/one: found doc/days/four cited in the edition 'old', in which it does not stand" in found
    assert "expected an edition in which it stands: new" in found


def test_a_clause_that_nobody_declares_is_refused_with_the_nearest() -> None:
    assert "Did you mean 'doc/days/four'?" in refused(row("doc/days/for"))


def test_a_program_that_extends_another_may_cite_the_clauses_of_the_other() -> None:
    assert program_of(row("base/days/four"), policy=POLICY, extends="base")
    assert "doc/days/for" in refused(row("doc/days/for"), extends="base")


def test_a_table_with_two_rows_for_a_key_at_one_time_is_refused() -> None:
    rows = ('Row("fast", 3, "doc/days/both")', 'Row("fast", 4, "doc/days/four")')
    assert "table times, row fast: found two rows in the edition new: 3 and 4" in refused(table(*rows))


def test_a_table_whose_rows_are_dated_is_taken() -> None:
    rows = ('Row("fast", 3, "doc/days/both", until="new")', 'Row("fast", 4, "doc/days/four")')
    assert program_of(table(*rows), policy=POLICY)
