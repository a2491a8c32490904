"""An unknown moment is tried on each side of every change of the policy, and nowhere twice."""

from __future__ import annotations

import datetime as dt

import pytest

import cimscore
from cimscore.case import UNKNOWN, Case, ConcernEntry, Dates, Moment
from cimscore.clocks import Span
from cimscore.policy import PolicyEdition
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.claims.cutting import cut_by_editions, joined
from cimscore.reasoning.claims.told import Otherwise
from cimscore.reasoning.points.points import Point, PointKind
from cimscore.reasoning.questions import point_at
from cimscore.reasoning.run import Run
from cimscore.rules import Value, covers, edition, editions_table, some
from cimscore.rules.vocabulary import received
from cimscore.testing import InlinePlugin, inline_clause, inline_source

FIRST, SECOND = dt.date(2024, 7, 1), dt.date(2025, 7, 1)
EDITIONS = (
    PolicyEdition(id="1", title="One", until=FIRST),
    PolicyEdition(id="2", title="Two", from_=FIRST, until=SECOND),
    PolicyEdition(id="3", title="Three", from_=SECOND),
)
CLAUSE = "doc/heading/clause"


@pytest.fixture(scope="module")
def run() -> Run:
    moment = Value("moment", Moment)
    table = editions_table()
    governs = some(moment, received(moment) & covers("doc", moment, edition))
    table.row("by-receipt", "doc", edition, when=governs, cites=[CLAUSE])
    clauses, sources = (inline_clause(CLAUSE, editions=("1", "2", "3")),), (inline_source(editions=EDITIONS),)
    book = cimscore.load_rulebook([InlinePlugin(tables=(table,), clauses=clauses, sources=sources)])
    told = Dates(received=Moment(dt.date(2025, 7, 15)))
    case = Case(id="one", programs=("invented",), dates=told, concerns=(ConcernEntry(id="c1", occurred=UNKNOWN),))
    return run_of(case, book.program("invented").compiled)


def point(first: dt.date | None, last: dt.date | None, working: dt.date) -> Point:
    span = Span(*(None if day is None else Moment(day) for day in (first, last)), Moment(working))
    return Point(address="occurred@c1", kind=PointKind.FACT, asks="When?", values=(span,), working=span)


@pytest.mark.parametrize(
    ("first", "last", "ends"),
    [
        (None, None, [(None, "2024-06-30"), ("2024-07-01", "2025-06-30"), ("2025-07-01", None)]),
        ("2024-06-01", "2024-07-01", [("2024-06-01", "2024-06-30"), ("2024-07-01", "2024-07-01")]),
        ("2024-06-01", "2024-06-30", [("2024-06-01", "2024-06-30")]),
        ("2024-07-01", "2025-06-30", [("2024-07-01", "2025-06-30")]),
    ],
)
def test_the_parts_follow_each_other_and_fill_the_whole(
    run: Run, first: str | None, last: str | None, ends: list[tuple[str | None, str | None]]
) -> None:
    begins, stops = (None if day is None else dt.date.fromisoformat(day) for day in (first, last))
    cut = cut_by_editions(point(begins, stops, begins or stops or FIRST), run)
    told = [tuple(None if end is None else str(end) for end in (part.first, part.last)) for part in cut.values]
    assert told == ends
    assert cut.working in cut.values


@pytest.mark.parametrize(("day", "place"), [(dt.date(2024, 6, 30), 0), (FIRST, 1), (SECOND, 2)])
def test_the_part_with_the_working_moment_is_worked_with(run: Run, day: dt.date, place: int) -> None:
    cut = cut_by_editions(point(None, None, day), run)
    assert cut.working == cut.values[place]
    assert cut.working.working == Moment(day)


def test_a_point_of_anything_else_stays_as_it_is(run: Run) -> None:
    other = Point(address="kind@c1", kind=PointKind.FACT, asks="What?", values=("a", "b"), working="a")
    assert cut_by_editions(other, run) is other


def test_the_whole_is_what_the_case_leaves_open(run: Run) -> None:
    assert len(point_at(run, "occurred@c1").values) == 1


def test_parts_that_bring_the_same_one_after_the_other_are_joined(run: Run) -> None:
    values = cut_by_editions(point(None, None, SECOND), run).values
    same = [Otherwise(address="occurred@c1", value=value, adds=(("a", ()),), takes=()) for value in values]
    other = Otherwise(address="occurred@c1", value=values[2], adds=(), takes=())
    (whole,) = joined(same)
    assert (whole.value.first, whole.value.last) == (None, None)
    assert [found.value.last for found in joined([*same[:2], other])] == [Moment(SECOND - dt.timedelta(days=1)), None]
    assert len([*joined([same[0], same[2]])]) == 2
