"""Which edition governs: the one in force when the report is submitted."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from vic_cases import Moment, at, compiled, decided, holds, incident, records

from cimscore.assessment import Decision, DecisionState
from cimscore.case import UNKNOWN, ConcernEntry, MoveEntry, RecordEntry
from cimscore.grades import CERTAIN, PROVISIONAL
from cimscore.reasoning.cases import run_of
from cimscore.rules.rows.conclusions import ConclusionRow
from cimscore_vic_cims.rules.editions import BEGINS


def page(decision: Decision) -> list[str]:
    """Return the editions of the page that may govern."""
    return [edition for document, edition, _ in decision.governed_by if document == "vic"]


def submitted(moment: str, told: str = "2018-01-01T09:00+11:00") -> Decision:
    return decided(incident(told, moves=[f"submit {moment} staff member"]))


@pytest.mark.parametrize(
    ("moment", "edition"),
    [
        ("2018-01-15T00:00+11:00", "2018-01"),
        ("2018-09-30T23:59+10:00", "2018-01"),
        ("2018-10-01T00:00+10:00", "2018-10"),
        ("2019-06-30T23:59+10:00", "2018-10"),
        ("2019-07-01T00:00+10:00", "2019-07"),
        ("2020-02-02T23:59+11:00", "2019-07"),
        ("2020-02-03T00:00+11:00", "2020-02"),
        ("2024-06-16T23:59+10:00", "2020-02"),
        ("2024-06-17T00:00+10:00", "2024-06"),
        ("2024-12-08T23:59+11:00", "2024-06"),
        ("2024-12-09T00:00+11:00", "2024-12"),
    ],
)
def test_a_report_goes_by_the_edition_of_its_submission(moment: str, edition: str) -> None:
    assert page(submitted(moment)) == [edition]


@pytest.mark.parametrize("row", BEGINS.rows, ids=lambda row: row.id)
def test_an_edition_begins_on_the_first_day_whose_reports_go_by_it(row: ConclusionRow) -> None:
    edition, day = row.head

    assert page(submitted(f"{day}T00:00+11:00" if day.month in (1, 2, 12) else f"{day}T00:00+10:00")) == [edition]
    assert page(submitted(f"{day - dt.timedelta(days=1)}T12:00+10:00")) != [edition]


def test_before_the_first_edition_nothing_is_decided() -> None:
    found = submitted("2018-01-14T23:59+11:00")
    assert page(found) == []
    assert found.state is DecisionState.INCOMPLETE


@pytest.mark.parametrize(("reading", "edition"), [("new", ["2024-12"]), ("old", ["2024-06"]), ("neither", [])])
def test_the_ninth_of_december_goes_as_it_is_read(reading: str, edition: list[str]) -> None:
    case = incident("2024-12-06T15:30+11:00", moves=["submit 2024-12-09T09:00+11:00 staff member"])
    assert page(decided(case, the_ninth_of_december=reading)) == edition


def test_the_ninth_of_december_is_told() -> None:
    case = incident("2024-12-06T15:30+11:00", moves=["submit 2024-12-09T09:00+11:00 staff member"])
    assert holds(decided(case), "submitted-on-the-ninth", "c1")


@pytest.mark.parametrize(
    ("reading", "edition"), [("submission", "2020-02"), ("disclosure", "2019-07"), ("occurrence", "2019-07")]
)
def test_an_earlier_edition_is_chosen_by_the_moment_that_is_read(reading: str, edition: str) -> None:
    case = incident("2020-01-30T10:00+11:00", moves=["submit 2020-02-03T09:00+11:00 staff member"])
    assert page(decided(case, earlier_editions_by=reading)) == [edition]


def test_an_edition_that_changed_between_disclosure_and_submission_is_told() -> None:
    case = incident("2020-01-30T10:00+11:00", moves=["submit 2020-02-03T09:00+11:00 staff member"])
    assert holds(decided(case), "changed-meanwhile", "c1")


def test_what_is_not_submitted_yet_goes_by_what_is_in_force_and_asks_only_while_more_is_to_come() -> None:
    case = incident("2024-12-06T15:30+11:00", was_a_client_incident=True)
    early, late = decided(case, "2024-12-07T09:00+11:00"), decided(case, "2024-12-10T09:00+11:00")

    assert page(early) == ["2024-06"]
    assert "vic-cims/submission@c1" in [point.address for point in early.points]
    assert page(late) == ["2024-12"]
    assert "vic-cims/submission@c1" not in [point.address for point in late.points]
    assert records(early) == records(late) == {"incident-report:c1"}


@pytest.mark.parametrize(("reading", "edition"), [("first", "2024-06"), ("last", "2024-12")])
def test_the_submission_that_counts_is_the_one_that_is_read(reading: str, edition: str) -> None:
    moves = ["submit 2024-12-08T10:00+11:00 staff member", "submit 2024-12-10T10:00+11:00 staff member"]
    found = decided(incident("2024-12-06T15:30+11:00", moves=moves), resubmitted=reading)

    assert page(found) == [edition]
    assert holds(found, "submitted-again", "c1")


def test_a_report_from_an_own_system_is_submitted_when_it_arrives() -> None:
    moves = ["submit 2024-12-08T10:00+11:00 staff member", "arrive 2024-12-09T00:10+11:00"]
    case = incident("2024-12-06T15:30+11:00", own_system=True, moves=moves)

    assert page(decided(case)) == ["2024-12"]
    assert page(decided(case, own_system_submits="approval")) == ["2024-06"]


def test_where_reports_fall_under_different_editions_one_is_asked_for() -> None:
    case = incident("2024-12-06T15:30+11:00", moves=["submit 2024-12-08T10:00+11:00 staff member"])
    other = ConcernEntry(id="c2", about=("cal",), place="elsewhere", occurred=at("2024-12-06T15:30+11:00"))
    moved = RecordEntry(
        id="incident-report:c2",
        kind="incident-report",
        moves=(MoveEntry(move="submit", by="staff member", at=at("2024-12-10T10:00+11:00")),),
    )
    both = attrs.evolve(case, concerns=(*case.concerns, other), records=(*case.records, moved))
    found = decided(both)

    assert page(found) == ["2024-06"]
    assert "vic-cims/assessed@case" in [point.address for point in found.points]
    assert holds(found, "goes-by-another-edition", "c2", "2024-12")


def test_the_times_of_2025_reach_as_far_as_they_are_read() -> None:
    case = incident("2025-03-03T10:00+11:00", moves=["submit 2025-03-04T10:00+11:00 staff member"])
    documents = [document for document, _, _ in decided(case).governed_by]
    from_its_day = [document for document, _, _ in decided(case, investigation_times_reach="from-its-day").governed_by]

    assert "vic-news-2025" in documents
    assert "vic-news-2025" not in from_its_day


def test_a_day_is_no_more_exact_than_it_was_written() -> None:
    assert at("2024-12-09") == Moment(at("2024-12-09").value)
    assert page(submitted("2024-12-09")) == ["2024-12"]


def test_an_earlier_edition_that_is_known_in_part_may_owe_more_and_the_decision_says_so() -> None:
    decision = submitted("2024-05-01T09:00+10:00")
    sentences = [sentence for document, _, sentence in decision.governed_by if document == "vic"]
    assert sentences == [
        "The edition 'Policy update 1-2020' is known in part only; what it does not say is not in the source."
    ]
    assert decision.state is DecisionState.PROVISIONAL
    assert sentences[0] in decision.because


def test_an_edition_known_in_part_that_would_add_nothing_is_not_told_so() -> None:
    decision = submitted("2025-03-04T09:00+11:00")
    assert [sentence for _, _, sentence in decision.governed_by if sentence] == []


@pytest.mark.parametrize(("reading", "changed"), [("new", "certain"), ("old", ""), ("neither", "")])
def test_a_report_of_the_ninth_goes_by_the_edition_of_its_reading_in_the_warnings_too(
    reading: str, changed: str
) -> None:
    """By the old reading nothing changed between a disclosure on the sixth and a submission on the ninth."""
    moves = ["submit 2024-12-09T12:00+11:00 staff member"]
    case = incident("2024-12-06T10:00+11:00", moves=moves, was_a_client_incident=True, service_in_scope_then=True)
    found = decided(case, the_ninth_of_december=reading)
    assert holds(found, "changed-meanwhile", "c1") == changed
    assert not any("assessed" in point.address for point in found.points)


def test_where_the_day_on_which_a_case_came_is_not_known_no_day_is_today_for_certain() -> None:
    case = incident("2025-03-03T10:00+11:00")
    untold = attrs.evolve(case, dates=attrs.evolve(case.dates, received=UNKNOWN))
    today = [[*run_of(told, compiled()).use("conclusion:today").rows.values()] for told in (case, untold)]
    assert today == [[CERTAIN], [PROVISIONAL]]
