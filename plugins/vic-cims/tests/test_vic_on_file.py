"""What is on file of a report: what it met is told as done, what it leaves is owed, and who took each step is held."""

from __future__ import annotations

import attrs
import pytest
from vic_cases import REPORT, clauses, decided, duties, holds, incident

from cimscore.assessment import Decision, DecisionState
from cimscore.case import Actor, Case, MoveEntry

SITE = "metropolitan Melbourne"
HANDED_IN = "submit 2025-03-04T10:00+11:00 staff member"
REVIEWED = "review 2025-03-05T09:00+11:00 authorised delegate"
RETURNED = "return 2025-03-05T10:00+11:00 authorised delegate"
AGAIN = "submit 2025-03-06T10:00+11:00 staff member"
ENDORSED = "endorse 2025-03-07T10:00+11:00 authorised delegate"
GUIDE = {"service_in_scope_then": True, "was_a_client_incident": True, "site": SITE}


def owed(decision: Decision) -> str:
    return "\n".join(says for says, _ in decision.duties)


def done(decision: Decision) -> dict[str, str]:
    return {line.says: line.at for line in decision.done}


def by_people(case: Case, *names: str) -> Case:
    """Return the case with a person for each move of its report, in order; nobody where the name is empty."""
    moves = tuple(_by(move, name) for move, name in zip(case.records[0].moves, names, strict=True))
    return attrs.evolve(case, records=(attrs.evolve(case.records[0], moves=moves),))


def _by(move: MoveEntry, name: str) -> MoveEntry:
    return attrs.evolve(move, by=Actor(person=name, role=move.by)) if name else move


# A report that was sent back.


@pytest.mark.parametrize("moves", [[HANDED_IN, RETURNED], [HANDED_IN, REVIEWED, RETURNED]])
def test_a_returned_report_is_not_final_and_is_corrected_and_not_endorsed(moves: list[str]) -> None:
    found = decided(incident(moves=moves, site=SITE))
    assert found.state is DecisionState.INCOMPLETE
    assert any("Correct it and submit it again" in says for says in found.because)
    assert "correct the report, which was returned, and submit it again" in owed(found)
    assert "review and endorse the report" not in owed(found)


def test_a_report_that_was_submitted_again_is_reviewed_and_final() -> None:
    found = decided(incident(moves=[HANDED_IN, RETURNED, AGAIN], site=SITE))
    assert found.state is DecisionState.FINAL
    assert "correct" not in owed(found)
    assert "review and endorse the report" in owed(found)
    assert "review and endorse the report" not in owed(
        decided(incident(moves=[HANDED_IN, RETURNED, AGAIN, ENDORSED], site=SITE))
    )


def test_a_report_of_before_the_policy_that_was_returned_is_corrected_too() -> None:
    moves = [HANDED_IN.replace("2025", "2024"), RETURNED.replace("2025", "2024")]
    found = decided(incident("2024-03-03T10:00+11:00", moves=moves, **GUIDE))
    assert found.state is DecisionState.INCOMPLETE
    assert "correct the report, which was returned, and submit it again" in owed(found)


# What a move has met is not owed, in whichever edition.


@pytest.mark.parametrize("year", ["2018", "2019", "2023", "2024", "2025"])
@pytest.mark.parametrize("impact", ["major", "non-major", None])
def test_a_report_that_was_submitted_is_not_to_be_submitted(year: str, impact: str | None) -> None:
    day = f"{year}-03-06T10:00+11:00"
    move = f"submit {year}-03-07T10:00+11:00 staff member"
    known = {**GUIDE, "service_in_scope_then": None, "was_a_client_incident": None, "impact": impact}
    before, after = decided(incident(day, **known)), decided(incident(day, moves=[move], **known))
    words = ("submit the report", "report it:", "upload the report", "make the report")
    assert not any(word in owed(after) for word in words)
    assert any(word in line for line in done(after) for word in words)
    assert any(word in owed(before) for word in words)


def test_a_draft_is_made_and_still_to_be_submitted() -> None:
    found = decided(incident(moves=["create 2025-03-04T10:00+11:00 staff member"], site=SITE))
    assert "make the report" not in owed(found)
    assert "report it: submit the report" in owed(found)


def test_of_two_submissions_the_first_did_it() -> None:
    found = decided(incident(moves=[HANDED_IN, RETURNED, AGAIN], site=SITE))
    assert done(found)["make the report, as anyone who works for the provider"].startswith("Tuesday 4 March 2025")


# The type.


def test_of_a_type_of_another_edition_one_thing_is_told() -> None:
    found = decided(incident(incident_type="poor-quality-of-care", site=SITE))
    assert holds(found, "type-of-another-edition", "c1", "poor-quality-of-care") == "certain"
    (told,) = (says for says, _ in found.duties if "incident type" in says)
    assert told.endswith("give an incident type that its own edition has, in place of poor-quality-of-care")


def test_a_type_that_no_list_of_its_service_has_is_given_anew() -> None:
    known = {"service": "child-protection", "in_approved_care": True, "site": SITE}
    found = decided(incident("2025-10-06T10:00+11:00", incident_type="ran away", **known))
    assert holds(found, "type-not-listed", "c1", "ran away") == "certain"
    assert duties(found, REPORT) & {"classify", "classify-as", "classify-anew"} == {"classify-anew"}


def test_the_death_of_a_client_who_died_is_not_asked_whether_it_harmed_anybody() -> None:
    case = incident(incident_type="death", client_harmed=None, site=SITE)
    (cal,) = case.people
    found = decided(attrs.evolve(case, people=(attrs.evolve(cal, died=True),)))
    asked = {point.address for point in found.points}
    assert not {each for each in asked if "harm" in each}
    assert holds(found, "record", REPORT) == "certain"


# Who made it, and who reviewed it.


@pytest.mark.parametrize(("by", "said"), [("department", "the department"), ("police", "Victoria Police")])
def test_the_page_does_not_say_that_others_than_the_providers_staff_may_make_a_report(by: str, said: str) -> None:
    move = f"submit 2025-03-04T10:00+11:00 {by}"
    found = decided(incident(moves=[move], site=SITE))
    assert holds(found, "made-by-another", "c1", said) == "certain"
    assert clauses(found, "made-by-another") == {"vic/reporting/any-staff-member"}


def test_the_department_makes_reports_of_the_services_that_it_delivers() -> None:
    move = "submit 2025-03-04T10:00+11:00 department"
    assert not holds(decided(incident(moves=[move], provider="department", site=SITE)), "made-by-another")
    assert not holds(decided(incident(moves=[HANDED_IN], site=SITE)), "made-by-another")


def test_a_client_who_makes_the_report_on_themselves_is_told() -> None:
    found = decided(by_people(incident(moves=[HANDED_IN], site=SITE), "cal"))
    assert holds(found, "made-by-another", "c1", "cal") == "certain"


@pytest.mark.parametrize("step", [REVIEWED, RETURNED])
def test_whoever_reviews_or_returns_their_own_report_is_told(step: str) -> None:
    case = incident(moves=[HANDED_IN, step], others="sal ned", site=SITE)
    found = decided(by_people(case, "sal", "sal"))
    assert holds(found, "handled-by-its-maker", "c1", "reviewed", "sal") == "certain"
    assert clauses(found, "handled-by-its-maker") == {"vic/reporting/endorsement"}
    assert not holds(decided(by_people(case, "sal", "ned")), "handled-by-its-maker", "c1", "reviewed")


def test_whoever_is_accused_and_reviews_is_told_and_once_where_they_endorse_too() -> None:
    moves = [HANDED_IN, REVIEWED]
    case = incident(moves=moves, accused="kim", others="sal", position={"kim": "staff"}, site=SITE)
    found = decided(by_people(case, "sal", "kim"))
    assert holds(found, "handled-by-the-accused", "c1", "reviewed", "kim") == "certain"
    both = incident(moves=[*moves, ENDORSED], accused="kim", others="sal", position={"kim": "staff"}, site=SITE)
    told = decided(by_people(both, "sal", "kim", "kim"))
    assert holds(told, "handled-by-the-accused", "c1", "endorsed", "kim") == "certain"
    assert not holds(told, "handled-by-the-accused", "c1", "reviewed")
