"""The place whose days count is asked only where a local holiday makes a difference to a day that is owed."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from small_plugin import BRISBANE, CLAUSE, home

import cimscore
from cimscore.assessment import Decision
from cimscore.calendars import BusinessDays, Calendar, Due, OfficeHours
from cimscore.case import Case, Dates, FactEntry, HouseholdEntry, Moment
from cimscore.clocks import Uncounted
from cimscore.rules import Clocks, Question, Value
from cimscore.rules.vocabulary import is_home, received
from cimscore.testing import InlinePlugin

CALENDAR = Calendar(
    id="invented", title="Invented", zone=BRISBANE, first_year=2025, last_year=2025, version="1",
    holidays={dt.date(2025, 1, 1): "New Year's Day"},
).with_local("Seaside", {dt.date(2025, 3, 5): "Seaside day"})  # fmt: skip
PLACE = Question(id="place", things=(), text="Where is the office?", answers=str, cites=(CLAUSE,))
place = Value("place", str)
moment = Value("moment", Moment)
CLOCKS = Clocks((home,))
CLOCKS.clock(
    "tell", "tell the household", owed=is_home(home), starts=received(moment), within=BusinessDays(3),
    also=PLACE.is_(place), place=place, cites=[CLAUSE],
)  # fmt: skip
RULEBOOK = cimscore.load_rulebook([InlinePlugin(tables=(CLOCKS,), calendars=(CALENDAR,))])


def decided(day: dt.date, at: str = "") -> Decision:
    case = Case(
        id="one", programs=("invented",), dates=Dates(received=Moment(day)), households=(HouseholdEntry(id="north"),)
    )
    facts = (FactEntry(question="invented/place", about="case", answer=at),) if at else ()
    return cimscore.assess(attrs.evolve(case, facts=facts), RULEBOOK).decision("invented")


@pytest.mark.parametrize(
    ("start", "at", "due", "asked"),
    [
        (3, "", "between Thursday 6 March 2025, end of day and Friday 7 March 2025, end of day", True),
        (3, "Seaside", "Friday 7 March 2025, end of day", False),
        (3, "elsewhere", "Thursday 6 March 2025, end of day", False),
        (5, "", "Monday 10 March 2025, end of day", False),
    ],
)
def test_the_place_is_asked_only_where_it_matters(start: int, at: str, due: str, *, asked: bool) -> None:
    found = decided(dt.date(2025, 3, start), at)
    (clock,) = found.clocks

    assert isinstance(clock.due, Due)
    assert clock.due.describe() == f"{due}, Brisbane time"
    assert ("invented/place@case" in {point.address for point in found.points}) is asked


def test_a_place_that_the_calendar_does_not_know_is_never_taken_to_have_no_holidays() -> None:
    found = decided(dt.date(2025, 3, 3), "Hillside")
    (clock,) = found.clocks

    assert isinstance(clock.due, Due) and not clock.due.exact
    assert any("the local holidays of Hillside are not known" in reason for reason in found.because)


def test_a_year_that_the_calendar_does_not_cover_is_not_counted_and_says_so() -> None:
    (clock,) = decided(dt.date(2026, 3, 3), "elsewhere").clocks

    assert isinstance(clock.due, Uncounted)
    assert "2025" in str(clock.due)


def test_a_program_that_counts_business_days_without_a_calendar_is_refused_with_what_to_do() -> None:
    with pytest.raises(
        cimscore.RulebookError, match=r"clock tell: found business days, and no calendar.*cimscore_calendars"
    ):
        cimscore.load_rulebook([InlinePlugin(tables=(CLOCKS,))])


def test_office_hours_of_a_calendar_that_is_not_there_are_told_once() -> None:
    clocks = Clocks((home,))
    clocks.clock(
        "call", "call", owed=is_home(home), starts=received(moment), within=OfficeHours(4), calendar="invnted",
        cites=[CLAUSE],
    )  # fmt: skip
    office = attrs.evolve(CALENDAR, opens=dt.time(9), closes=dt.time(17))
    with pytest.raises(cimscore.RulebookError) as refused:
        cimscore.load_rulebook([InlinePlugin(tables=(clocks,), calendars=(office,))])
    (problem,) = refused.value.problems
    assert "calendar='invnted'" in str(problem) and "Did you mean 'invented'?" in str(problem)


@pytest.mark.parametrize("gives_way", [True, False])
def test_days_that_give_way_are_those_of_the_plugin_that_has_the_local_ones(*, gives_way: bool) -> None:
    general = attrs.evolve(CALENDAR, local={}, gives_way=gives_way)
    own = InlinePlugin(tables=(CLOCKS,), calendars=(general,))
    with_local_days = InlinePlugin(id="neighbour", clauses=(), sources=(), calendars=(CALENDAR,))
    program = cimscore.load_rulebook([own, with_local_days]).program("invented").program
    assert ("Seaside" in program.calendars[0].local) is gives_way
