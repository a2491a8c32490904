"""An edition known in part says so where a clause that it may have had would add a duty, and nowhere else."""

from __future__ import annotations

import datetime as dt
from typing import Final

import pytest

import cimscore
from cimscore.assessment import Decision, DecisionState
from cimscore.case import Case, ConcernEntry, Dates, Moment
from cimscore.policy import Clause, ClauseText, Disposition, Locator, PolicyEdition
from cimscore.rules import Concern, Conclusion, Duties, Topic, Value, covers, edition, editions_table, some
from cimscore.rules.vocabulary import assessed_at, is_concern
from cimscore.testing import InlinePlugin, inline_clause, inline_source

CHANGE: Final = dt.date(2024, 7, 1)
IN_PART: Final = PolicyEdition(id="old", title="The old edition", until=CHANGE, complete=False)
IN_FULL: Final = PolicyEdition(id="old", title="The old edition", until=CHANGE)
NEW: Final = PolicyEdition(id="new", title="The new edition", from_=CHANGE)
SENTENCE: Final = "The edition 'The old edition' is known in part only; what it does not say is not in the source."
ALWAYS: Final = inline_clause("doc/heading/always", editions=("old", "new"))

concern: Final = Concern("concern")
moment: Final = Value("moment", Moment)


def decided(
    clause: Clause, old: PolicyEdition = IN_PART, *, year: int = 2023, concerns: int = 1, scope: bool | None = None
) -> Decision:
    """Return the decision about a concern for which one duty is owed under a clause, or that is in scope by it.

    Args:
        clause: The clause.
        old: The old edition.
        year: The year of receipt.
        concerns: The number of concerns.
        scope: Whether what is in scope is told, or only leads to others; None for a duty.
    """
    governs = editions_table()
    by_the_day = some(moment, assessed_at(moment) & covers("doc", moment, edition))
    governs.row("by-the-day", "doc", edition, when=by_the_day, cites=[ALWAYS.id])
    owed = Duties("act", (concern,))
    owed.duty("act", "act", by="somebody", when=is_concern(concern), cites=[clause.id])
    is_in = Conclusion("in", (concern,), "{concern} [is] in scope", topic=Topic.SCOPE, leading=scope is False)
    is_in.row("in", concern, when=is_concern(concern), cites=[clause.id])
    tables = (governs, owed if scope is None else is_in)
    source = inline_source("doc", (old, NEW))
    book = cimscore.load_rulebook([InlinePlugin(tables=tables, clauses=(ALWAYS, clause), sources=(source,))])
    case = Case(
        id="one",
        programs=("invented",),
        dates=Dates(received=Moment(dt.datetime(year, 3, 3, tzinfo=dt.UTC))),
        concerns=tuple(ConcernEntry(id=f"c{number}") for number in range(concerns)),
    )
    return cimscore.assess(case, book).decision("invented")


def of_the_new(*, bounded: bool = False) -> Clause:
    """Return a clause that stands in the new edition; where it is bounded, it is known to stand in no other."""
    return inline_clause("doc/heading/clause", editions=("new",), bounded=bounded)


def sentences(decision: Decision) -> list[str]:
    """Return what is told of the editions that govern."""
    return [sentence for _, _, sentence in decision.governed_by if sentence]


def test_what_an_edition_known_in_part_may_have_owed_leaves_the_decision_provisional() -> None:
    decision = decided(of_the_new())
    assert (sentences(decision), decision.because, decision.duties) == ([SENTENCE], (SENTENCE,), ())
    assert decision.state is DecisionState.PROVISIONAL


def test_what_an_edition_known_in_part_may_have_had_in_scope_leaves_the_decision_provisional() -> None:
    decision = decided(of_the_new(), scope=True)
    assert (sentences(decision), decision.because) == ([SENTENCE], (SENTENCE,))
    assert decision.state is DecisionState.PROVISIONAL


@pytest.mark.parametrize(
    "decision",
    [
        pytest.param(decided(of_the_new(), IN_FULL), id="the edition is known in full"),
        pytest.param(decided(of_the_new(bounded=True)), id="the clause is known not to stand"),
        pytest.param(decided(inline_clause("doc/heading/clause", editions=("old", "new"))), id="the clause stands"),
        pytest.param(decided(of_the_new(), year=2025), id="another edition governs"),
        pytest.param(decided(of_the_new(), concerns=0), id="it would add nothing"),
        pytest.param(decided(of_the_new(), scope=False), id="it only leads to others"),
    ],
)
def test_nothing_is_said_where_it_makes_no_difference(decision: Decision) -> None:
    assert sentences(decision) == []
    assert decision.state is DecisionState.FINAL


def test_a_draft_that_somebody_still_has_to_read_is_told_with_its_clauses_and_leaves_the_decision_provisional() -> None:
    before = ClauseText(
        since="old", text="As it was read.", digest="", locator=Locator(heading="Heading", position=1),
        disposition=Disposition.ENCODED,
    )  # fmt: skip
    drafted = inline_clause(
        "doc/heading/clause", editions=("old", "new"), since="new", earlier=(before,), disposition=Disposition.TO_DO
    )
    decision = decided(drafted, IN_FULL, year=2025)
    draft = (
        "The edition new of doc is a draft: nobody has read doc/heading/clause in it yet, and the rules go by what was "
        "read before."
    )
    assert (sentences(decision), decision.because) == ([draft], (draft,))
    assert decision.state is DecisionState.PROVISIONAL
    assert sentences(decided(drafted, IN_FULL)) == []  # the edition before it was read
