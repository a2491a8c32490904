"""What is in force: clauses and lines by the editions that govern, editions by the day, as far as each is known."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from small_runs import ZONE

from cimscore.case import UNKNOWN, Moment
from cimscore.clocks import Span
from cimscore.policy import Policy, PolicyEdition, Row
from cimscore.reasoning.graded import Graded
from cimscore.reasoning.points.force import Editions, ForceGrades, OneOrAnother, force_of, rows_in_force
from cimscore.testing import inline_clause, inline_source

NEW_YEAR = dt.date(2026, 1, 1)
EDITIONS = (
    PolicyEdition(id="old", title="Old", from_=dt.date(2024, 1, 1), until=NEW_YEAR),
    PolicyEdition(id="new", title="New", from_=NEW_YEAR, until=dt.date(2027, 1, 1)),
    PolicyEdition(id="later", title="Later", from_=dt.date(2027, 1, 1), encoded=False),
)
POLICY = Policy(
    sources=(inline_source(editions=EDITIONS),),
    clauses=(
        inline_clause("doc/both", editions=("old", "new")),
        inline_clause("doc/gone", editions=("old",)),
        inline_clause("doc/come", editions=("new",)),
    ),
)
CLAUSES = ("doc/both", "doc/gone", "doc/come")


DOC = frozenset({"doc"})


def force_where(
    chosen: dict[str, int], decided: frozenset[str] = DOC, governed: frozenset[str] = frozenset()
) -> ForceGrades:
    """Return what stands where some editions may govern."""
    editions = Graded({("doc", edition): grade for edition, grade in chosen.items()})
    return force_of(POLICY, editions, decided, governed)


def grades(
    chosen: dict[str, int], decided: frozenset[str] = DOC, governed: frozenset[str] = frozenset()
) -> tuple[int, ...]:
    """Return the grades of all clauses where some editions may govern."""
    force = force_where(chosen, decided, governed)
    return tuple(force.grade(clause) for clause in CLAUSES)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"old": 3}, (3, 3, 0)),
        ({"new": 3}, (3, 0, 3)),
        ({"old": 2, "new": 1}, (3, 2, 1)),
        ({"old": 1, "new": 2}, (3, 1, 2)),
        ({"later": 3}, (3, 0, 3)),
        ({"new": 2, "later": 1}, (3, 0, 3)),
        ({"old": 2, "later": 1}, (3, 2, 1)),
        ({}, (0, 0, 0)),
    ],
    ids=str,
)
def test_a_clause_stands_as_surely_as_an_edition_that_has_it(chosen: dict[str, int], expected: tuple[int, ...]) -> None:
    """In each of several of which one governs: certainly. A text that is not held goes on by the last one held."""
    assert grades(chosen, governed=DOC) == expected


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"old": 2}, (2, 2, 0)),
        ({"old": 1}, (1, 1, 0)),
        ({"old": 2, "new": 1}, (2, 2, 1)),
        ({"old": 1, "new": 1}, (1, 1, 1)),
        ({"new": 2, "later": 1}, (2, 0, 2)),
        ({}, (0, 0, 0)),
    ],
    ids=str,
)
def test_where_perhaps_no_edition_governs_no_clause_stands_for_certain(chosen, expected) -> None:
    assert grades(chosen) == expected


def test_where_nothing_chooses_every_clause_stands() -> None:
    assert grades({}, frozenset()) == (3, 3, 3)


def test_a_clause_of_another_document_stands() -> None:
    assert force_where({"old": 3}).grade("other/clause") == 3


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"old": 3}, {("a", 1): 3, ("b", 3): 3}),
        ({"new": 3}, {("a", 2): 3, ("b", 3): 3}),
        ({"old": 2, "new": 1}, {("a", 1): 2, ("a", 2): 1, ("b", 3): 3}),
    ],
    ids=str,
)
def test_a_line_of_a_table_holds_with_its_clause_and_between_its_dates(chosen, expected) -> None:
    rows = (Row("a", 1, "doc/gone"), Row("a", 2, "doc/both", since="new"), Row("b", 3, "doc/both"))

    assert rows_in_force(rows, force_where(chosen, governed=DOC)).rows == expected


# Which edition covers a moment.


def at(day: str) -> Moment:
    return Moment(dt.datetime.fromisoformat(f"{day}T12:00:00+10:00"))


def covering(moment: object) -> dict[str, int]:
    return dict(Editions(POLICY, ZONE).answers(("doc", moment)))


@pytest.mark.parametrize(
    ("day", "edition"),
    [("2025-12-31", {"old": 3}), ("2026-01-01", {"new": 3}), ("2027-06-01", {"later": 3}), ("2023-12-31", {})],
)
def test_the_edition_of_a_day(day: str, edition: dict[str, int]) -> None:
    assert covering(at(day)) == edition


def test_a_day_begins_where_the_program_is() -> None:
    last_minute_in_utc = Moment(dt.datetime(2025, 12, 31, 14, 0, tzinfo=dt.UTC))

    assert covering(last_minute_in_utc) == {"new": 3}


@pytest.mark.parametrize(
    ("first", "last", "working", "expected"),
    [
        ("2025-01-01", "2025-06-01", "2025-02-01", {"old": 3}),
        ("2025-12-01", "2026-02-01", "2025-12-24", {"old": 2, "new": 1}),
        ("2025-12-01", "2026-02-01", "2026-01-24", {"old": 1, "new": 2}),
        ("2025-12-01", None, "2025-12-24", {"old": 2, "new": 1, "later": 1}),
        (None, "2025-12-24", "2025-12-24", {"old": 2}),
        ("2023-06-01", "2025-06-01", "2025-02-01", {"old": 2}),
        ("2023-06-01", "2025-06-01", "2023-07-01", {"old": 1}),
        ("2027-06-01", None, "2028-01-01", {"later": 3}),
        (None, "2023-01-01", "2022-01-01", {}),
    ],
)
def test_a_moment_known_in_part_may_fall_in_several_editions(first, last, working, expected) -> None:
    span = Span(first=at(first) if first else None, last=at(last) if last else None, working=at(working))

    assert covering(span) == expected


PARTLY_KNOWN = Policy(
    sources=(
        inline_source(
            editions=(
                PolicyEdition(id="may", title="May", from_known_only_to="2024-05", until=dt.date(2025, 4, 30)),
                PolicyEdition(id="april", title="April", from_known_only_to="2025-04", until=dt.date(2026, 1, 1)),
                PolicyEdition(id="june", title="June", from_=dt.date(2026, 6, 1)),
            )
        ),
    ),
    clauses=(),
)


@pytest.mark.parametrize(
    ("first", "last", "governs"),
    [
        ("2024-04-30", "2024-04-30", False),
        ("2024-05-01", "2024-05-01", False),
        ("2024-05-31", "2024-05-31", True),
        ("2024-05-31", "2025-12-31", True),
        ("2025-04-15", "2025-04-15", True),
        ("2024-05-30", "2025-12-31", False),
        (None, "2025-12-31", False),
        ("2025-12-31", "2026-01-01", False),
        ("2025-12-01", "2026-07-01", False),
        ("2026-03-01", "2026-03-01", False),
        ("2026-06-01", None, True),
        ("2025-12-31", None, False),
    ],
)
def test_one_edition_or_another_governs_where_there_is_no_day_without_one(first, last, governs: bool) -> None:
    editions = Editions(PARTLY_KNOWN, ZONE)
    span = Span(first=at(first) if first else None, last=at(last) if last else None, working=at(first or last))

    assert editions.governs_one("doc", span) is governs
    assert bool(OneOrAnother(editions).answers(("doc", span))) is governs
    if first == last:
        assert editions.governs_one("doc", at(first)) is governs


def test_an_edition_that_may_not_have_begun_is_not_certain() -> None:
    editions = Editions(PARTLY_KNOWN, ZONE)

    assert dict(editions.answers(("doc", at("2024-05-01")))) == {"may": 2}
    assert dict(editions.answers(("doc", at("2024-06-01")))) == {"may": 3}


def test_a_moment_that_nobody_knows_rules_no_edition_out_and_makes_none_certain() -> None:
    assert covering(UNKNOWN) == {"old": 1, "new": 1, "later": 1}


def test_a_document_without_editions_has_none_in_force() -> None:
    assert dict(Editions(POLICY, ZONE).answers(("another", at("2026-01-01")))) == {}


def test_an_edition_has_the_grade_with_which_it_may_govern() -> None:
    editions = Editions(POLICY, ZONE)
    span = Span(first=at("2025-12-01"), last=at("2026-02-01"), working=at("2025-12-24"))

    assert [editions.grade(("doc", span, edition)) for edition in ("old", "new", "later")] == [2, 1, 0]


@pytest.mark.parametrize(
    ("chosen", "moment", "edition"),
    [
        ({}, "2026-02-01", {"new": 3}),
        ({"doc": "old"}, "2026-02-01", {"old": 3}),
        ({"doc": "later"}, "2026-02-01", {"later": 3}),
        ({"doc": "new"}, "2026-02-01", {"new": 3}),
        ({"doc": ""}, "2026-02-01", {"new": 3}),
        ({"another": "old"}, "2026-02-01", {"new": 3}),
    ],
    ids=str,
)
def test_where_an_edition_is_chosen_every_document_is_of_the_nearest_of_its_days(
    chosen: dict[str, str], moment: str, edition: dict[str, int]
) -> None:
    beside = attrs.evolve(POLICY.sources[0], id="beside")
    policy = Policy(sources=(*POLICY.sources, beside), clauses=())
    editions = Editions(policy, ZONE, chosen)
    begun, open_ended = Span(at(moment), at(moment), at(moment)), Span(at(moment), None, at(moment))

    assert dict(editions.answers(("beside", at(moment)))) == dict(editions.answers(("beside", begun))) == edition
    assert editions.governs_one("beside", open_ended)


def test_a_span_without_ends_is_within_the_days_of_the_edition_that_is_chosen() -> None:
    whenever = Span(None, None, at("2026-02-01"))

    assert dict(Editions(POLICY, ZONE, {"doc": "old"}).answers(("doc", whenever))) == {"old": 3}
    assert dict(Editions(POLICY, ZONE).answers(("doc", whenever))) == {"old": 1, "new": 2, "later": 1}


def test_a_chosen_edition_moves_no_moment_that_nobody_knows() -> None:
    chosen = Editions(POLICY, ZONE, {"doc": "old"})

    assert chosen.governs_one("doc", Moment(NEW_YEAR))
    assert not chosen.governs_one("doc", UNKNOWN)
    assert chosen.answers(("doc", UNKNOWN)) == [(edition.id, 1) for edition in EDITIONS]
