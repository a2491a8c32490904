"""Everyday intakes of Queensland: what nobody has decided is asked, and no working answer is told as final."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import attrs
import pytest
from case_documents import (
    DOCUMENTS,
    case_of,
    decided,
    is_final_but_for_what_is_to_be_learnt,
    question,
    records,
    roles,
    rulebook,
    standing,
)

from cimscore.assessment import Decision, DecisionState, decide_case
from cimscore.case import (
    UNKNOWN,
    Age,
    Case,
    ConcernKind,
    DecisionEntry,
    Home,
    Moment,
    PartialDay,
    PlaceEntry,
    PlaceKind,
    RelationshipEntry,
    RelationshipKind,
)
from cimscore.errors import DocumentError

PROGRAM = "qld-child-safety"
LATE = "2025-03-20T10:00+10:00"


def decide(case: Case) -> Decision:
    """Return what Queensland's program says of a case."""
    return decide_case(case, rulebook().program(PROGRAM).compiled)


def with_concern(name: str, id: str, **changes: object) -> Case:
    """Return the case of a document with one of its concerns changed."""
    case = case_of(name)
    concerns = tuple(attrs.evolve(each, **changes) if each.id == id else each for each in case.concerns)
    return attrs.evolve(case, concerns=concerns)


def with_answer(case: Case, asked: str, about: str, answer: object) -> Case:
    """Return a case in which the officer has answered one more question."""
    entry = DecisionEntry(question=f"{PROGRAM}/{asked}", about=(about,), answer=answer, by="child-safety-officer")
    return attrs.evolve(case, decisions=(*case.decisions, entry))


def clocks_by_part(decision: Decision) -> dict[str, str]:
    """Return how sure each clock is, by its address."""
    return {clock.address: clock.standing.value for clock in decision.clocks}


def test_a_second_call_about_what_looks_like_the_same_incident_is_asked_about_and_keeps_its_clocks() -> None:
    decision = decided("second-call")
    point = question(decision, f"{PROGRAM}/repeats@c2")

    assert decision.state is DecisionState.PROVISIONAL
    assert point.working == "no"
    assert point.changes
    assert clocks_by_part(decision)["approve@c1@kai"] == "certain"
    assert clocks_by_part(decision)["approve@c2@kai"] == "provisional"


def test_the_repeated_call_is_a_report_with_a_heading_and_the_first_keeps_its_notification() -> None:
    decision = decide(with_answer(case_of("second-call"), "repeats", "c2", True))

    assert records(decision) == {"child-concern-report:c2": "certain", "notification:home": "certain"}
    assert set(clocks_by_part(decision)) >= {"approve@c1@kai", "approve-report@c2@kai"}
    assert "approve@c2@kai" not in clocks_by_part(decision)
    assert any("what c1 is recorded in" in says for says, _ in decision.duties)


def test_the_second_call_of_another_incident_is_a_notification_like_the_first() -> None:
    decision = decide(with_answer(case_of("second-call"), "repeats", "c2", False))

    assert is_final_but_for_what_is_to_be_learnt(decision)
    assert set(clocks_by_part(decision).values()) == {"certain"}


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({"occurred": UNKNOWN}, True),
        ({"kind": UNKNOWN}, True),
        ({"responsible": ()}, True),
        ({"place": UNKNOWN}, True),
        ({"occurred": Moment(dt.date(2025, 2, 20))}, False),
        ({"kind": ConcernKind.RISK}, False),
        ({"responsible": ("kai",)}, False),
        ({"about": ("mia",)}, False),
    ],
)
def test_only_what_may_be_the_same_incident_is_asked_about(changes: dict[str, object], asked: bool) -> None:
    decision = decide(with_concern("second-call", "c2", **changes))

    assert any(point.address == f"{PROGRAM}/repeats@c2" for point in decision.points) is asked


def test_an_adult_is_said_to_be_no_subject_child_and_nothing_is_final() -> None:
    decision = decided("about-an-adult")
    (line,) = decision.about("about-an-adult")

    assert decision.state is DecisionState.INCOMPLETE
    assert line.warns
    assert line.says.endswith("is about Kai, an adult when the information was received, who is no subject child")
    assert line.clauses == ("qld/subject-or-other/subject-of-concerns",)
    assert "Ask whether an age is wrong" in " ".join(decision.because)


def test_an_adult_named_beside_a_child_is_no_reason_for_a_warning() -> None:
    decision = decide(with_concern("second-call", "c1", about=("kai", "mia")))

    assert decision.about("about-an-adult") == ()


def test_who_may_be_a_child_by_what_is_known_is_not_called_an_adult() -> None:
    case = case_of("about-an-adult")
    people = tuple(attrs.evolve(each, born=UNKNOWN) if each.id == "kai" else each for each in case.people)

    assert decide(attrs.evolve(case, people=people)).about("about-an-adult") == ()


def test_a_sibling_who_died_before_is_not_weighed_and_is_told_by_name() -> None:
    decision = decided("sibling-who-died")

    assert is_final_but_for_what_is_to_be_learnt(decision)
    assert roles(decision, "notification:home") == {"kai subject child": "certain", "mia parent": "certain"}
    assert [line.says.partition(", in no record")[0] for line in decision.unplaced] == ["sib, who has died"]


@pytest.mark.parametrize(
    ("died", "role"),
    [(UNKNOWN, "provisional"), (dt.date(2025, 3, 9), "provisional"), (True, ""), (dt.date(2025, 3, 2), "")],
)
def test_only_who_was_dead_when_it_was_told_is_left_out(died: object, role: str) -> None:
    case = case_of("sibling-who-died")
    people = tuple(attrs.evolve(each, died=died) if each.id == "sib" else each for each in case.people)
    decision = decide(attrs.evolve(case, people=people))

    assert roles(decision, "notification:home").get("sib subject child", "") == role


def test_the_dead_grandmother_is_no_member_of_the_household() -> None:
    case = case_of("sibling-who-died")
    people = tuple(attrs.evolve(each, born=PartialDay(1950)) if each.id == "sib" else each for each in case.people)
    kin = tuple(row for row in case.relationships if "sib" not in (row.from_, row.to))
    mother = RelationshipEntry(from_="sib", to="mia", kind=RelationshipKind.PARENT)
    decision = decide(attrs.evolve(case, people=people, relationships=(*kin, mother)))

    assert not [line for line in (*decision.about("role"), *decision.about("profile")) if "sib" in line.things]
    assert is_final_but_for_what_is_to_be_learnt(decision)


def test_a_priority_beside_a_report_is_told_with_both_answers() -> None:
    decision = decided("report-with-a-priority")

    assert decision.state is DecisionState.INCOMPLETE
    assert [law.things for law in decision.laws] == [("c1",), ("c2",)]
    said = " ".join(decision.because)
    assert "c1, which has a response priority, is answered by a notification" in said
    assert "correct the response, or leave the priority out" in said


def changed(name: str, id: str, **changes: object) -> Case:
    """Return the case of a document with the entry of one person changed."""
    case = case_of(name)
    people = tuple(attrs.evolve(each, **changes) if each.id == id else each for each in case.people)
    return attrs.evolve(case, people=people)


def test_a_young_person_who_sleeps_here_and_there_may_have_chosen_to_and_the_clocks_run_whichever_way() -> None:
    decision = decided("left-home-and-at-risk")

    assert question(decision, f"{PROGRAM}/self-placed@kai").working == "yes"
    assert standing(decision, "harm-household", "home") == "provisional"
    assert roles(decision, "notification:home")["tom subject child"] == "provisional"
    assert set(clocks_by_part(decision).values()) == {"certain"}


@pytest.mark.parametrize(("chose", "record"), [(True, "notification:home"), (False, "notification:c1")])
def test_where_a_young_person_chose_to_stay_the_parents_home_is_the_harm_household(chose: bool, record: str) -> None:
    decision = decide(with_answer(case_of("left-home-and-at-risk"), "self-placed", "kai", chose))

    assert records(decision) == {record: "certain"}
    assert bool(decision.about("harm-household")) is chose
    asked = any("how able and willing the parents are" in says for says, _ in decision.duties)
    assert asked is chose


@pytest.mark.parametrize(
    "changes",
    [{"age": Age(about=5)}, {"home": Home.ELSEWHERE, "sleeps": ""}, {"sleeps": "ward"}],
    ids=["an infant", "a home elsewhere", "in hospital"],
)
def test_who_did_not_leave_home_by_themselves_is_not_asked_about(changes: dict[str, object]) -> None:
    case = changed("left-home-and-at-risk", "kai", **changes)
    ward = PlaceEntry(id="ward", kind=PlaceKind.HOSPITAL)
    decision = decide(attrs.evolve(case, places=(ward,)))

    assert not [point for point in decision.points if "self-placed" in point.address]


@pytest.mark.parametrize(
    ("at", "report", "notification"),
    [
        ("", ".", ";"),
        ("2025-03-04T09:00+10:00", ".", ";"),
        ("2025-03-20T10:00+10:00", ", passed already", ", perhaps passed already"),
    ],
)
def test_a_response_that_is_open_tells_which_clocks_wait_for_it_and_whether_they_have_passed(
    at: str, report: str, notification: str
) -> None:
    decision = decided("response-open", at=at)
    (said,) = [each for each in decision.because if each.startswith("Until it is decided, clocks wait for this: Which")]

    assert not decision.clocks
    assert decision.state is DecisionState.INCOMPLETE
    assert f"(notification){notification}" in said
    assert f"(child-concern-report){report}" in said.replace(";", ".")
    assert said.count("approve the notification") == 1


def test_a_response_that_is_decided_waits_for_nothing() -> None:
    assert not [each for each in decided("second-call").because if each.startswith("Until it is decided")]


@pytest.mark.parametrize("answer", ["no", "No", "yes", "None", "NONE"])
def test_a_no_is_never_taken_for_the_number_of_an_event(tmp_path: Path, answer: str) -> None:
    decision = f"{{question: {PROGRAM}/duplicate-of, about: c2, answer: {answer}, by: child-safety-officer}}"
    text = (DOCUMENTS / "second-call.yaml").read_text(encoding="utf-8")
    (tmp_path / "case.yaml").write_text(text.replace("decisions:", f"decisions:\n  - {decision}"), encoding="utf-8")

    expected = r"or other words, but no yes or no|or other words that resemble none"
    with pytest.raises(DocumentError, match=expected):
        rulebook().read_case(tmp_path / "case.yaml")


def test_a_child_who_may_be_counted_twice_may_have_a_notification_too_many() -> None:
    (said,) = [each for each in decided("perhaps-one-child").because if "may be the same person" in each]

    assert "Until then they count as two." in said
    assert "one record may do in place of notification of flat and notification of home" in said


def test_two_people_of_one_record_who_may_be_one_count_as_two_in_it() -> None:
    case = case_of("perhaps-one-child")
    stays = tuple(attrs.evolve(row, household="home") for row in case.residences)
    decision = decide(attrs.evolve(case, residences=stays))
    (said,) = [each for each in decision.because if "may be the same person" in each]

    assert "Until then they count as two in notification of" in said
    assert decision.state is DecisionState.PROVISIONAL


def test_who_harmed_a_sibling_on_a_visit_is_subject_in_their_own_home_and_other_child_in_the_siblings() -> None:
    decision = decided("responsible-on-a-visit")

    assert records(decision) == {"notification:flat": "certain", "notification:home": "certain"}
    assert roles(decision, "notification:flat")["kai subject child"] == "certain"
    assert roles(decision, "notification:home")["kai other child"] == "certain"
    assert not [point for point in decision.points if "concerns-relate@kai" in point.address]


def test_a_child_of_another_home_who_is_said_to_be_responsible_is_an_other_child() -> None:
    assert roles(decided("responsible-from-elsewhere"), "notification:home") == {
        "kai other child": "certain",
        "mia parent": "certain",
        "sam subject child": "certain",
    }


RECORD = "{id: inv-1, kind: KIND, household: home, people: {kai: ROLE}, moves: [{move: MOVE, at: 2025-02-20}]}"


@pytest.mark.parametrize(
    ("kind", "role", "move", "meant"),
    [
        ("investigation-and-assessment", "subject child", "close", "Did you mean 'investigation'?"),
        ("investigation", "subject-child", "close", "Did you mean 'subject child'?"),
        ("investigation", "subject child", "closed", "Did you mean 'close'?"),
        ("x", "subject child", "close", "Known: "),
    ],
)
def test_what_no_rule_can_read_of_a_record_on_file_is_refused(
    tmp_path: Path, kind: str, role: str, move: str, meant: str
) -> None:
    record = RECORD.replace("KIND", kind).replace("ROLE", role).replace("MOVE", move)
    text = (DOCUMENTS / "second-call.yaml").read_text(encoding="utf-8")
    (tmp_path / "case.yaml").write_text(f"{text}records:\n  - {record}\n", encoding="utf-8")

    with pytest.raises(DocumentError) as caught:
        rulebook().read_case(tmp_path / "case.yaml")
    assert meant in str(caught.value)


def test_a_newborn_still_in_hospital_may_go_to_the_mothers_home_where_another_child_lives() -> None:
    decision = decided("newborn-on-the-ward")

    assert question(decision, f"{PROGRAM}/goes-home@bub").working == "yes"
    assert roles(decision, "notification:home")["tom subject child"] == "provisional"
    assert set(clocks_by_part(decision).values()) == {"certain"}


def test_a_newborn_who_goes_elsewhere_is_notified_alone() -> None:
    decision = decide(with_answer(case_of("newborn-on-the-ward"), "goes-home", "bub", False))

    assert records(decision) == {"notification:c1": "certain"}
    assert not decision.about("harm-household")


@pytest.mark.parametrize("responsible", [(), ("tom",)])
def test_where_no_parent_is_blamed_nobody_asks_whether_the_child_goes_home(responsible: tuple[str, ...]) -> None:
    decision = decide(with_concern("newborn-on-the-ward", "c1", responsible=responsible))

    assert not [point for point in decision.points if "goes-home" in point.address]
