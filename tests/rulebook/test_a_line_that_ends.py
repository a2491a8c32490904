"""A line of a table that ends with an edition is never silence in the next one: refused, or told in the decision."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Final

import attrs
import pytest

import cimscore
from cimscore.calendars import Hours
from cimscore.case import Case, Dates, FactEntry, Moment
from cimscore.errors import RulebookError
from cimscore.policy import PolicyEdition, Row
from cimscore.rules import Clocks, Duties, Question, Table, Value, covers, edition, editions_table, some
from cimscore.rules.vocabulary import received
from cimscore.testing import InlinePlugin, inline_clause, inline_source


class Size(enum.StrEnum):
    """How large a matter is."""

    SMALL = "small"
    LARGE = "large"


NEW_YEAR: Final = dt.date(2026, 1, 1)
OLD: Final = PolicyEdition(id="old", title="Old", until=NEW_YEAR)
NEW: Final = PolicyEdition(id="new", title="New", from_=NEW_YEAR)
ALWAYS: Final = "doc/approve/always"
ENDED: Final = inline_clause("doc/approve/ended", editions=("old",), bounded=True)

moment, size, hours = Value("moment", Moment), Value("size", Size), Value("hours", Hours)
SIZE: Final = Question(id="size", things=(), text="How large is it?", answers=Size)
HOURS: Final = Table[Size, Hours](
    id="hours",
    title="How long approval may take",
    rows=(Row(Size.SMALL, Hours(72), ENDED.id), Row(Size.LARGE, Hours(24), ALWAYS)),
)


def program(**changes: object) -> InlinePlugin:
    """A matter is approved within the hours that a table has for its size."""
    editions, duties, clocks = editions_table(), Duties("work", ()), Clocks(())
    governs = some(moment, received(moment) & covers("doc", moment, edition))
    editions.row("by-receipt", "doc", edition, when=governs, cites=[ALWAYS])
    duties.duty(
        "read", "read the matter", by="the leader", when=some((size, hours), SIZE.is_(size) & HOURS(size, hours)),
        cites=[ALWAYS],
    )  # fmt: skip
    clocks.clock(
        "approve", "approve the matter", owed=SIZE.is_(size), starts=received(moment), within=HOURS, by=size,
        who="the leader", cites=[ALWAYS],
    )  # fmt: skip
    clauses = (inline_clause(ALWAYS, editions=("old", "new")), ENDED)
    source = inline_source(editions=(OLD, NEW))
    plugin = InlinePlugin(tables=(editions, duties, clocks), sources=(source,), clauses=clauses)
    return attrs.evolve(plugin, **changes)  # type: ignore[arg-type]  # fields of the plugin


def matter(day: dt.date) -> Case:
    """A small matter that was received on a day."""
    answer = FactEntry(question="invented/size", about="case", answer=Size.SMALL.value)
    return Case(id="matter", programs=("invented",), dates=Dates(received=Moment(day)), facts=(answer,))


def test_a_line_that_ends_where_its_clause_is_not_taken_out_is_refused() -> None:
    with pytest.raises(RulebookError) as refused:
        cimscore.load_rulebook([program()])
    (problem,) = refused.value.problems
    assert problem.where.endswith("table hours, row small")
    assert problem.found == "a row in the edition old, and none in new"
    assert problem.expected == "a row in each edition, until one takes its clause out"


def test_where_the_clause_is_taken_out_the_decision_says_that_no_day_is_counted() -> None:
    gone = (inline_clause(ALWAYS, editions=("old", "new")), attrs.evolve(ENDED, gone="new"))
    rulebook = cimscore.load_rulebook([program(clauses=gone)])
    before, after = (
        cimscore.assess(matter(day), rulebook).decisions[0] for day in (dt.date(2025, 2, 3), dt.date(2026, 2, 3))
    )
    assert [duty.says for duty in before.duties] == ["the leader must read the matter"] and not before.laws
    assert after.state == "incomplete"
    (law,) = after.laws
    assert law.sentence == (
        "Not yet so: approve the matter has its day. It is owed, and no day is counted. "
        "Ask whoever leads the work, and whoever keeps the program."
    )
