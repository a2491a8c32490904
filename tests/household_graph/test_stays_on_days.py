"""What the entries about one person and one home come to on a day, and on two days together."""

from __future__ import annotations

import datetime as dt
import itertools

import attrs
import pytest
from invented_families import stay

from cimscore.case import UNKNOWN, ResidenceEntry, ResidenceKind
from cimscore.household_graph import Days
from cimscore.household_graph.ties.outcomes import LIVING, StayOutcome, outcomes, with_another_day

FIRST, LAST = dt.date(2025, 3, 3), dt.date(2025, 3, 10)
DAYS = [FIRST + dt.timedelta(days=more) for more in (-1, 0, 3, 7, 8)]
STAYS = [
    attrs.evolve(stay("ari", "north", kind.value), from_=from_, until=until)
    for kind, from_, until in itertools.product(ResidenceKind, (None, FIRST), (None, LAST))
]


def told(row: ResidenceEntry, day: dt.date) -> StayOutcome:
    """Return what an entry says of a day; its first and its last day are days of the stay."""
    begun = row.from_ is None or row.from_ <= day
    ended = row.until is not None and row.until < day
    return StayOutcome(row.kind if begun and not ended else None, lived=ended and row.kind in LIVING)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_an_entry_holds_from_its_first_to_its_last_day(day: dt.date) -> None:
    for row in STAYS:
        assert outcomes([row], Days(day, day)) == (told(row, day),)


@pytest.mark.parametrize(("day", "other"), list(itertools.permutations(DAYS, 2)), ids=str)
def test_on_two_known_days_an_entry_says_of_each_what_it_says_of_it_alone(day: dt.date, other: dt.date) -> None:
    for row in STAYS:
        lives = told(row, other).kind in LIVING
        found = with_another_day([row], Days(day, day), Days(other, other), earlier=other < day)

        assert found == {(told(row, day), lives)}


def test_of_two_entries_the_fuller_stay_counts_and_who_lived_there_by_either_lived_there() -> None:
    living, visits, lived = (
        stay("ari", "north", "full-time"),
        stay("ari", "north", "visits"),
        attrs.evolve(stay("ari", "north", "part-time"), until=FIRST),
    )

    assert outcomes([visits, living], Days(LAST, LAST)) == (StayOutcome(ResidenceKind.FULL_TIME, lived=False),)
    assert outcomes([visits, lived], Days(LAST, LAST)) == (StayOutcome(ResidenceKind.VISITS, lived=True),)
    assert with_another_day([visits, lived], Days(LAST, LAST), Days(FIRST, FIRST), earlier=True) == {
        (StayOutcome(ResidenceKind.VISITS, lived=True), True)
    }


def test_the_fullest_stay_comes_first_and_who_left_before_who_was_never_there() -> None:
    row = attrs.evolve(stay("ari", "north"), from_=UNKNOWN, until=UNKNOWN)
    full, part, choice, visits = (
        ResidenceKind.FULL_TIME, ResidenceKind.PART_TIME, ResidenceKind.BY_CHOICE, ResidenceKind.VISITS,
    )  # fmt: skip

    found = [(outcome.kind, outcome.lived) for outcome in outcomes([row], Days(LAST, LAST))]

    assert found == [
        (full, False), (part, False), (choice, False), (visits, False), (None, True), (None, False),
    ]  # fmt: skip


@pytest.mark.parametrize("unknown", ["from_", "until"])
def test_what_had_begun_or_ended_on_the_earlier_day_has_on_the_later(unknown: str) -> None:
    row = attrs.evolve(stay("ari", "north", "full-time"), **{unknown: UNKNOWN})
    found = with_another_day([row], Days(LAST, LAST), Days(FIRST, FIRST), earlier=True)
    here = {(outcome.kind is not None, before) for outcome, before in found}

    never = {"from_": (False, True), "until": (True, False)}
    assert here == {(True, True), (False, False), (True, False), (False, True)} - {never[unknown]}


def test_of_a_day_known_within_bounds_every_day_of_them_is_possible() -> None:
    for row in STAYS:
        possible = set(outcomes([row], Days(DAYS[0], DAYS[-1])))

        assert {told(row, day) for day in DAYS} <= possible


@pytest.mark.parametrize(
    ("from_", "until"), [(None, None), (FIRST, None), (None, LAST)], ids=["no limit", "from", "until"]
)
def test_of_bounds_exactly_what_is_so_on_a_day_within_them_is_possible(from_: object, until: object) -> None:
    row = attrs.evolve(stay("ari", "north", "full-time"), from_=from_, until=until)
    for first, last in itertools.combinations_with_replacement(range(-1, 9), 2):
        days = [FIRST + dt.timedelta(days=more) for more in range(first, last + 1)]

        assert set(outcomes([row], Days(days[0], days[-1]))) == {told(row, day) for day in days}
