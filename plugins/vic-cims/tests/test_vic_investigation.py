"""Which incidents are investigated, what the investigation waits for, and by when it ends."""

from __future__ import annotations

import attrs
import pytest
from vic_cases import decided, due, duties, holds, incident, records, refused, state

from cimscore.assessment import Decision, Standing
from cimscore.case import UNKNOWN, Case, Part, Unknown

INQUIRY = "investigation:c1"
ABUSE = {"incident_type": "physical-abuse", "accused": "kim", "site": "elsewhere"}
SUBMITTED = "submit 2025-03-04T10:00+11:00 staff member"
ENDORSED = [SUBMITTED, "endorse 2025-03-06T10:00+11:00 authorised delegate"]


def abuse(position: str = "staff", **answers: object) -> dict[str, object]:
    return {**ABUSE, "position": {"kim": position}, "reported_to_police": False, **answers}


@pytest.mark.parametrize("position", ["staff", "carer", "volunteer"])
def test_abuse_by_staff_or_a_carer_is_always_major_and_investigated(position: str) -> None:
    found = decided(incident(**abuse(position, impact="non-major")))
    assert holds(found, "always-major", "c1") == "certain"
    assert INQUIRY in records(found)


@pytest.mark.parametrize(
    ("position", "impact", "investigated"),
    [
        ("client", "major", True),
        ("client", "non-major", False),
        ("volunteer", "major", True),
        ("other", "major", False),
    ],
)
def test_other_abuse_is_investigated_where_it_is_judged_major(position: str, impact: str, investigated: bool) -> None:
    found = decided(incident(**abuse(position, impact=impact)))
    assert (INQUIRY in records(found)) is investigated


@pytest.mark.parametrize("position", ["carer", "volunteer"])
def test_staff_takes_in_carers_and_volunteers_by_the_reading_taken(position: str) -> None:
    case = incident(**abuse(position, impact="major"))
    assert INQUIRY in records(decided(case))
    assert INQUIRY not in records(decided(case, who_is_staff="employees"))


@pytest.mark.parametrize(("position", "major"), [("staff", "certain"), ("carer", "certain"), ("volunteer", "")])
def test_the_manual_names_carers_beside_staff_where_employees_alone_are_staff(position: str, major: str) -> None:
    found = decided(incident(**abuse(position, impact="non-major")), who_is_staff="employees")
    assert holds(found, "always-major", "c1") == major


@pytest.mark.parametrize(("reading", "investigated"), [("every-worker", True), ("employees", False)])
def test_by_the_guide_a_carer_is_staff_by_the_same_reading(reading: str, investigated: bool) -> None:
    answers = abuse("carer", impact="major", was_a_client_incident=True, service_in_scope_then=True)
    case = incident("2023-03-03T10:00+11:00", moves=["submit 2023-03-06T10:00+11:00 staff member"], **answers)
    assert (INQUIRY in records(decided(case, who_is_staff=reading))) is investigated


def test_what_is_no_client_incident_is_not_of_major_impact_and_the_guide_is_not_asked_about() -> None:
    found = decided(incident(**abuse(during_service_delivery=False)))
    assert holds(found, "always-major", "c1") == ""
    assert "vic-cims/was-a-client-incident@c1" not in {point.address for point in found.points}


def test_each_record_rests_on_the_clause_that_asks_for_it() -> None:
    found = decided(incident(**abuse(impact="major")))
    cited = {str(line.things[0]): {clause.split("/")[0] for clause in line.clauses} for line in found.about("record")}
    assert cited == {"incident-report:c1": {"vic"}, INQUIRY: {"vic-guidance-resources"}}


@pytest.mark.parametrize("kind", ["neglect", "injury-unexplained"])
def test_neglect_and_unexplained_injuries_of_major_impact_are_investigated(kind: str) -> None:
    assert INQUIRY in records(decided(incident(incident_type=kind, impact="major")))
    outsider = {"c1": "other"}
    assert INQUIRY not in records(decided(incident(incident_type=kind, impact="non-major", accused_unnamed=outsider)))


@pytest.mark.parametrize(("position", "investigated"), [("staff", True), ("client", True), ("other", False)])
def test_of_somebody_accused_whom_nobody_named_it_is_asked_what_they_are(position: str, investigated: bool) -> None:
    unsaid = decided(incident(incident_type="sexual-abuse", impact="major"))
    assert holds(unsaid, "record", INQUIRY) == "provisional"
    assert "vic-cims/accused-unnamed@c1" in {point.address for point in unsaid.points}
    said = decided(incident(incident_type="sexual-abuse", impact="major", accused_unnamed={"c1": position}))
    assert holds(said, "record", INQUIRY) == ("certain" if investigated else "")


def test_somebody_entered_as_staff_is_staff_without_being_asked_about() -> None:
    case = incident(**abuse("other", impact="non-major"))
    entered = attrs.evolve(
        case,
        people=tuple(attrs.evolve(each, is_=Part.STAFF) if each.id == "kim" else each for each in case.people),
        facts=tuple(each for each in case.facts if each.question != "vic-cims/position"),
    )
    found = decided(entered)
    assert holds(found, "record", INQUIRY) == "certain"
    assert not any(point.address.startswith("vic-cims/position") for point in found.points)


def test_by_the_guide_poor_care_was_investigated() -> None:
    answers = {"incident_type": "poor-quality-of-care", "impact": "major", "was_a_client_incident": True}
    case = incident(
        "2023-03-03T10:00+11:00",
        moves=["submit 2023-03-06T10:00+11:00 staff member"],
        service_in_scope_then=True,
        **answers,
    )
    assert INQUIRY in records(decided(case))
    assert INQUIRY not in records(decided(incident(**answers)))


def test_until_the_report_is_endorsed_the_28_business_days_wait() -> None:
    found = decided(incident(moves=[SUBMITTED], **abuse()))
    assert state(found, "investigate") == {"waiting": "certain"}


def test_28_business_days_run_from_the_endorsement() -> None:
    found = decided(incident(moves=ENDORSED, **abuse()), "2025-04-01T10:00+11:00")
    assert due(found, "investigate") == "2025-04-16 24:00"
    assert state(found, "investigate") == {"running": "certain"}


def test_an_endorsement_by_staff_of_nothing_handed_in_starts_nothing_and_is_told() -> None:
    found = decided(incident(moves=["endorse 2025-03-06T10:00+11:00 staff member"], **abuse()))
    assert state(found, "investigate") == {"waiting": "certain"}
    assert refused(found) == {
        ("endorse", "it does not lead on from the state 'not begun'", "vic/reporting/endorsement"): "certain"
    }


def test_an_endorsement_by_staff_of_a_report_handed_in_is_left_to_the_delegates() -> None:
    found = decided(incident(moves=[SUBMITTED, "endorse 2025-03-06T10:00+11:00 staff member"], **abuse()))
    left = "a staff member took it in the state 'submitted', and it is left to the authorised delegate"
    assert state(found, "investigate") == {"waiting": "certain"}
    assert refused(found) == {("endorse", left, "vic/reporting/endorsement"): "certain"}


def test_an_endorsement_by_somebody_not_said_is_taken_as_a_delegates_and_asked() -> None:
    found = decided(incident(moves=[SUBMITTED, "endorse 2025-03-06T10:00+11:00"], **abuse()), "2025-04-01T10:00+11:00")
    assert due(found, "investigate") == "2025-04-16 24:00"
    assert state(found, "investigate") == {"running": "provisional"}
    asked = next(point for point in found.points if point.address == "by@incident-report:c1@endorse")
    assert asked.working == "authorised delegate"
    other = {answer: (adds, takes) for answer, adds, takes in asked.changes}
    for role in ("staff member", "department", "none that is named here"):
        assert any("counts for nothing" in says for says in other[role][0]), role
        assert any(says.startswith("send the report of the investigation") for says in other[role][1]), role


def test_a_second_endorsement_by_a_delegate_counts_from_its_own_moment() -> None:
    by_staff, by_delegate = "endorse 2025-03-06T10:00+11:00 staff member", "endorse 2025-03-07 authorised delegate"
    found = decided(incident(moves=[SUBMITTED, by_staff, by_delegate], **abuse()))
    assert due(found, "investigate") == "2025-04-17 24:00"


def test_a_report_submitted_and_endorsed_on_one_day_is_endorsed() -> None:
    moves = ["submit 2025-03-06 staff member", "endorse 2025-03-06 authorised delegate"]
    found = decided(incident(moves=moves, **abuse()))
    assert due(found, "investigate") == "2025-04-16 24:00"
    assert [str(each.standing) for each in found.clocks if each.id == "investigate"] == ["certain"]
    assert any("review and endorse" in line.says for line in found.done)


def test_a_report_listed_as_endorsed_before_it_was_submitted_on_one_day_is_not_told_as_endorsed() -> None:
    moves = ["endorse 2025-03-06 authorised delegate", "submit 2025-03-06 staff member"]
    found = decided(incident(moves=moves, **abuse()))
    assert [str(each.standing) for each in found.clocks if each.id == "investigate"] == ["provisional"]
    assert not any("review and endorse" in line.says for line in found.done)


@pytest.mark.parametrize(
    ("days", "times", "expected"),
    [
        (30, 1, "2025-06-02 24:00"),
        (60, 1, "2025-07-15 24:00"),
        (61, 1, "2025-04-16 24:00"),
        (0, 1, "2025-04-16 24:00"),
        (90, 2, "2025-08-26 24:00"),
    ],
)
def test_one_form_puts_the_day_off_by_1_to_60_business_days(days: int, times: int, expected: str) -> None:
    put_off = [f"extend 2025-04-0{day}T10:00+11:00 authorised delegate" for day in range(1, times + 1)]
    inquiry = ["begin 2025-03-10T10:00+11:00 staff member", *put_off]
    found = decided(incident(moves=ENDORSED, inquiry=inquiry, **abuse(extended_by=days)))

    assert due(found, "investigate") == expected
    kept = days == 0 or (days > 60 and times == 1)
    assert ("keep-the-first-day" in duties(found)) is kept


def put_off_as_decided(days: int | None, **answers: object) -> Decision:
    """Return the decision on an investigation that the delegate put off, or not, with no form on file."""
    return decided(incident(moves=ENDORSED, **abuse(extended_by=days, **answers)))


@pytest.mark.parametrize(
    ("days", "expected", "wrongly"),
    [
        (None, "2025-04-16 24:00", ""),
        (0, "2025-04-16 24:00", ""),
        (30, "2025-06-02 24:00", ""),
        (60, "2025-07-15 24:00", ""),
        (-1, "2025-04-16 24:00", "certain"),
    ],
)
def test_a_decision_puts_the_day_off_without_a_form_on_file_and_silence_does_not(
    days: int | None, expected: str, wrongly: str
) -> None:
    found = put_off_as_decided(days)
    assert (due(found, "investigate"), holds(found, "put-off-wrongly", "c1")) == (expected, wrongly)
    assert ("extend-again" in duties(found)) is (days in (30, 60))
    assert found.points == ()


@pytest.mark.parametrize(
    ("again", "expected", "wrongly"),
    [(None, "2025-04-16 24:00", "provisional"), (True, "2025-07-29 24:00", ""), (False, "2025-04-16 24:00", "certain")],
)
def test_more_than_60_decided_without_a_form_on_file_may_be_several_forms(
    again: bool | None, expected: str, wrongly: str
) -> None:
    found = put_off_as_decided(70, extended_again=again)
    assert (due(found, "investigate"), holds(found, "put-off-wrongly", "c1")) == (expected, wrongly)
    assert {point.address for point in found.points} == ({"vic-cims/extended-again@c1"} if again is None else set())


def test_by_how_many_days_not_said_leaves_the_first_day_and_says_what_may_be() -> None:
    inquiry = ["extend 2025-04-01T10:00+11:00 authorised delegate"]
    found = decided(incident(moves=ENDORSED, inquiry=inquiry, **abuse()))
    assert due(found, "investigate") == "2025-04-16 24:00"
    assert [str(each.standing) for each in found.clocks if each.id == "investigate"] == ["provisional"]


def put_off_by_forms(*days: int | Unknown) -> Case:
    """Return the case of abuse whose investigation was put off by one form after another."""
    forms = [f"extend 2025-04-0{day}T10:00+11:00 authorised delegate" for day in range(1, len(days) + 1)]
    case = incident(moves=ENDORSED, inquiry=["begin 2025-03-10T10:00+11:00 staff member", *forms], **abuse())
    report, inquiry = case.records
    begin, *extended = inquiry.moves
    moves = (begin, *(attrs.evolve(move, days=given) for move, given in zip(extended, days, strict=True)))
    return attrs.evolve(case, records=(report, attrs.evolve(inquiry, moves=moves)))


@pytest.mark.parametrize(
    ("days", "expected", "too_far"),
    [
        ((30,), "2025-06-02 24:00", False),
        ((30, 30), "2025-07-15 24:00", False),
        ((60, 30), "2025-08-26 24:00", False),
        ((61,), "2025-04-16 24:00", True),
        ((30, 70), "2025-04-16 24:00", True),
    ],
)
def test_each_form_says_its_own_days_which_add_up(days: tuple[int, ...], expected: str, too_far: bool) -> None:
    found = decided(put_off_by_forms(*days))
    assert due(found, "investigate") == expected
    assert ("keep-the-first-day" in duties(found)) is too_far
    assert ("extend-again" in duties(found)) is not too_far
    assert holds(found, "put-off-wrongly", "c1") == ("certain" if too_far else "")
    assert found.points == ()


@pytest.mark.parametrize("days", [(UNKNOWN,), (30, UNKNOWN)])
def test_a_form_that_does_not_say_its_days_leaves_the_first_day_provisional_and_asks(
    days: tuple[int | Unknown, ...],
) -> None:
    found = decided(put_off_by_forms(*days))
    assert due(found, "investigate") == "2025-04-16 24:00"
    assert [str(each.standing) for each in found.clocks if each.id == "investigate"] == ["provisional"]
    assert {point.address for point in found.points} == {"vic-cims/extended-by@c1"}
    assert "keep-the-first-day" not in duties(found)


@pytest.mark.parametrize(
    ("reported", "cleared", "waits"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_while_the_police_have_it_the_investigation_must_not_begin(reported: bool, cleared: bool, waits: bool) -> None:
    case = incident(**abuse(reported_to_police=reported, cleared_by_police=cleared))
    assert ("wait" in duties(decided(case))) is waits


def test_a_report_that_is_sent_is_not_told_as_forbidden_while_the_police_still_have_it() -> None:
    sent = ["report 2025-04-10T10:00+10:00 organisation"]
    for inquiry, barred in (([], Standing.CERTAIN), (sent, None)):
        held = abuse(reported_to_police=True, cleared_by_police=False)
        found = decided(incident(moves=ENDORSED, inquiry=inquiry, **held))
        assert [clock.stands.barred for clock in found.clocks if clock.id == "investigate"] == [barred]


def test_an_investigation_begun_while_the_police_had_it_is_told() -> None:
    held = ["hold 2025-03-07T10:00+11:00", "begin 2025-03-10T10:00+11:00 staff member"]
    cleared = [held[0], "clear 2025-03-08T10:00+11:00 police", held[1]]
    forbidden = ("begin", "it is forbidden in the state 'with the police'", "vic-news-2025/investigation/police-first")
    assert refused(decided(incident(inquiry=held, **abuse()))) == {forbidden: "certain"}
    assert refused(decided(incident(inquiry=cleared, **abuse()))) == {}


def test_the_clearing_on_file_needs_no_answer_until_the_police_have_it_again() -> None:
    file = ["clear 2025-03-08T10:00+11:00 police", "begin 2025-03-10T10:00+11:00 staff member"]
    held = {"hold": ["hold 2025-03-09T10:00+11:00"], "": []}
    for again, steps in held.items():
        found = decided(incident(inquiry=[file[0], *steps, file[1]], **abuse(reported_to_police=True)))
        assert ("wait" in duties(found)) is bool(again)
        assert ("vic-cims/cleared-by-police@c1" in {point.address for point in found.points}) is bool(again)
        assert holds(found, "begun-too-soon", "c1") == ("provisional" if again else "")


@pytest.mark.parametrize(
    ("steps", "reported", "told"),
    [
        (["begin 2025-03-07", "clear 2025-03-10"], True, "certain"),
        (["begin 2025-03-07", "extend 2025-03-08", "clear 2025-03-10"], True, "certain"),
        (["begin 2025-03-07", "clear 2025-03-10"], False, ""),
        (["begin 2025-03-07", "hold 2025-03-08", "clear 2025-03-10"], True, ""),
        (["clear 2025-03-07", "begin 2025-03-10"], True, ""),
    ],
)
def test_a_clearing_after_the_beginning_counts_and_the_beginning_was_too_soon(
    steps: list[str], reported: bool, told: str
) -> None:
    by = {"begin": "staff member", "extend": "staff member", "clear": "police", "hold": ""}
    inquiry = [f"{step}T10:00+11:00 {by[step.split()[0]]}".strip() for step in steps]
    found = decided(incident(inquiry=inquiry, **abuse(reported_to_police=reported)))
    assert holds(found, "begun-too-soon", "c1") == told
    assert refused(found) == {}
    assert "wait" not in duties(found)


def test_the_day_of_the_endorsement_is_left_out_whatever_the_reading_of_the_day_of_disclosure() -> None:
    case = incident(moves=ENDORSED, **abuse())
    counted = decided(case, "2025-04-01T10:00+11:00", day_of_disclosure="counted")
    assert due(counted, "investigate") == "2025-04-16 24:00"
    assert due(counted, "report") == "2025-03-05 24:00"


def test_where_no_source_gives_the_time_an_investigation_has_none_and_no_law_is_broken() -> None:
    found = decided(incident(moves=ENDORSED, **abuse()), investigation_times_reach="from-its-day")
    assert due(found, "investigate") == ""
    assert [law.id for law in found.laws] == []
