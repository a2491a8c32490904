"""Both sides of every limit: of a day, an age, thirty days, business days, and of the edition."""

from __future__ import annotations

import pytest
from invented_intakes import (
    asked,
    assess,
    at,
    clocks,
    concern,
    decision,
    due,
    fact,
    homes,
    intake,
    notified,
    on_file,
    one_home,
    parents,
    people,
    records,
    reported,
    roles,
    stays,
)

from cimscore.assessment import Decision, DecisionState, Standing
from cimscore.calendars import Due
from cimscore.case import Case, Dates

NORTH = "notification:north"
REPORT = "child-concern-report:north"


def test_christmas_eve_counts_and_is_noted_as_a_holiday_from_6_pm() -> None:
    case = one_home(
        dates=Dates(received=at("2024-12-20T09:00+10:00")),
        decisions=notified("c1", moment=at("2024-12-20T10:00+10:00")),
        facts=(fact("office", "Brisbane"),),
    )
    (approval,) = clocks(assess(case), "approve", NORTH)

    assert isinstance(approval.due, Due)
    assert approval.due.describe() == "Friday 27 December 2024, end of day, Brisbane time"
    assert any("Christmas Eve" in note for note in approval.due.notes())


@pytest.mark.parametrize(
    ("office", "expected"),
    [("Brisbane", "Monday 18 August 2025, end of day"), ("elsewhere", "Friday 15 August 2025, end of day")],
)
def test_the_royal_queensland_show_is_a_holiday_of_brisbane_alone(office: str, expected: str) -> None:
    case = one_home(
        dates=Dates(received=at("2025-04-01T09:00+10:00")),
        decisions=notified("c1", moment=at("2025-08-12T10:00+10:00")),
        facts=(fact("office", office),),
    )
    assert due(assess(case, edition_date="receipt"), "approve", NORTH) == expected


def test_the_office_is_asked_only_where_a_show_day_could_make_a_difference() -> None:
    def found(priority: str) -> Decision:
        moment = at("2025-03-25T10:00+10:00")
        return assess(one_home(dates=Dates(received=moment), decisions=notified("c1", priority, moment=moment)))

    hours, days = found("24-hour"), found("5-day")
    assert (due(hours, "approve", NORTH), asked(hours)) == ("Wednesday 26 March 2025, 10:00", set())
    assert due(days, "approve", NORTH) == (
        "between Friday 28 March 2025, end of day and Monday 31 March 2025, end of day"
    )
    assert (asked(days), days.state) == ({"office@case"}, DecisionState.PROVISIONAL)
    assert any("the place whose business days count is not known" in reason for reason in days.because)


def blamed(born: str, received: str = "2025-03-03") -> Case:
    """Kai, a subject child himself, is said to be responsible for harm to his sister Sam."""
    return intake(
        dates=Dates(received=at(f"{received}T10:15+10:00")),
        people=people(kai=born, sam="2019-01-01", pa="1980-01-01"),
        households=homes(home="Logan"),
        residences=stays("kai home", "sam home", "pa home"),
        relationships=parents(pa="kai sam"),
        concerns=(concern("c1", "kai", "home", responsible="pa"), concern("c2", "sam", "home", responsible="kai")),
        decisions=notified("c1 c2", moment=at(f"{received}T14:00+10:00")),
    )


@pytest.mark.parametrize(
    ("born", "received", "two"),
    [
        ("2015-03-03", "2025-03-03", True),
        ("2015-03-04", "2025-03-03", False),
        ("2015-02-28", "2025-02-28", True),
        ("2015-03-01", "2025-02-28", False),
        ("2015-03-01", "2025-03-01", True),
    ],
)
def test_the_tenth_birthday_makes_two_events(born: str, received: str, *, two: bool) -> None:
    assert ("notification:home/kai" in records(assess(blamed(born, received)))) is two


@pytest.mark.parametrize(("born", "role"), [("2007-03-04", "subject child"), ("2007-03-03", "household member")])
def test_the_eighteenth_birthday_ends_childhood(born: str, role: str) -> None:
    case = one_home(people=people(ari=born, mia="1986-01-20"))
    assert roles(assess(case))[f"ari@{NORTH}"] == role


@pytest.mark.parametrize(
    ("created", "expected"),
    [
        ("2025-03-07T23:59+10:00", "Friday 14 March 2025, end of day"),
        ("2025-03-08T00:00+10:00", "Friday 14 March 2025, end of day"),
        ("2025-03-10T00:00+10:00", "Monday 17 March 2025, end of day"),
    ],
)
def test_a_report_is_approved_five_business_days_after_its_creation(created: str, expected: str) -> None:
    on_record = on_file(REPORT, "child-concern-report", create=created)
    case = one_home(decisions=reported("c1"), records=(on_record,), facts=(fact("office", "Brisbane"),))
    assert due(assess(case), "approve-report", REPORT) == expected


@pytest.mark.parametrize(
    ("decided", "edition"),
    [
        ("2024-09-29T23:59+10:00", ""),
        ("2024-09-30T00:00+10:00", "2024-09-30"),
        ("2025-04-29T23:59+10:00", "2024-09-30"),
        ("2025-04-30T00:00+10:00", "2025-04"),
    ],
)
def test_the_edition_is_that_of_the_day_of_the_decision(decided: str, edition: str) -> None:
    case = one_home(dates=Dates(received=at("2024-09-01T09:00+10:00")), decisions=notified("c1", moment=at(decided)))
    found = assess(case)

    assert {id for document, id, _ in found.governed_by if document == "qld"} == ({edition} if edition else set())
    assert (found.state is DecisionState.INCOMPLETE) is not bool(edition)
    assert bool(found.about("record")) is bool(edition)


def test_from_april_2025_on_a_case_says_that_a_later_edition_may_hold() -> None:
    case = one_home(
        dates=Dates(received=at("2025-04-02")), decisions=notified("c1", moment=at("2025-04-02T10:00+10:00"))
    )
    found = assess(case)
    (edition,) = (point for point in found.points if point.kind == "edition")

    assert (edition.address, found.state) == ("edition@qld", DecisionState.PROVISIONAL)
    assert [id for document, id, _ in found.governed_by if document == "qld"] == ["2024-09-30"]


def test_the_soonest_of_the_decisions_of_one_record_decides() -> None:
    case = one_home(
        concerns=(concern("c1", "ari", "north"), concern("c2", "ari", "north")),
        decisions=(
            *notified("c1", "10-day", moment=at("2025-03-03T14:00+10:00")),
            *notified("c2", "24-hour", moment=at("2025-03-05T09:00+10:00")),
        ),
    )
    assert due(assess(case), "approve", NORTH) == "Thursday 6 March 2025, 09:00"


def test_a_known_10_day_response_decides_nothing_while_another_is_unknown() -> None:
    case = one_home(
        concerns=(concern("c1", "ari", "north"), concern("c2", "ari", "north")),
        decisions=(
            decision("response", "c1 c2", "notification"),
            decision("response-priority", "c2", "10-day"),
            decision("repeats", "c2", False),
        ),
    )
    found = assess(case)
    standings = {clock.things[0]: clock.standing for clock in clocks(found, "approve", NORTH)}

    assert standings == {"c1": Standing.PROVISIONAL, "c2": Standing.PROVISIONAL}
    assert asked(found) == {"response-priority@c1"}
