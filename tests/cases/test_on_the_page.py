"""A page says of a half-known intake no more than is known, in words that its reader has."""

from __future__ import annotations

import datetime as dt
import re

import attrs
import pytest
from case_documents import case_of, clocks, decided, question, rulebook

from cimscore.assessment import DecisionState, decide_case, first_page
from cimscore.assessment.decision.near import Failing, Near
from cimscore.assessment.page.marks import marks_of
from cimscore.assessment.page.questions import questions_section
from cimscore.assessment.page.room import Room
from cimscore.assessment.page.why_not import why_not
from cimscore.case import UNKNOWN, Moment, MoveEntry, RecordEntry


def page(name: str) -> str:
    return " ".join(first_page(decided(name)).split())


def test_before_a_response_is_decided_no_page_says_that_nothing_is_recorded() -> None:
    """Any of the four responses makes a record."""
    decision = decided("response-open")
    assert decision.state is DecisionState.INCOMPLETE
    said = page("response-open")
    assert "What is to be recorded cannot be told yet." in said
    assert "Nothing is to be recorded" not in said
    assert said.count("c1 has its response") == 1
    said_once = "It hangs on what nobody has answered yet. Answer: Which response does c1 get?"
    assert f"Not yet so: c1 has its response. {said_once}" in decision.because
    assert f"Not yet so: what c1 says of Kid Example ends in a record. {said_once}" in decision.because


def test_what_certainly_needs_no_record_is_still_told() -> None:
    assert "Nothing is to be recorded under this program" in page("vic-out-of-scope-without-a-reason")


def test_a_clock_without_its_beginning_says_which_moment_is_not_known() -> None:
    because = decided("decided-without-a-time").because
    assert "When to approve the notification is not known exactly, as the decision on the response is not." in because


def test_clocks_that_only_begin_are_told_in_order_of_the_days_on_which_they_can_first_be_due() -> None:
    assert [(clock.id, str(clock.due)[:10]) for clock in decided("decided-without-a-time").clocks] == [
        ("approve", "Tuesday 4 "),
        ("commence", "Tuesday 4 "),
        ("transfer", "Tuesday 4 "),
        ("finish", "Wednesday "),
    ]


def test_a_place_of_which_any_answer_may_move_a_clock_is_not_said_to_matter_only_with_others() -> None:
    point = question(decided("infant-only"), "qld-child-safety/office@case")
    assert point.unlisted
    assert f"{point.asks} Ask {point.ask}. It decides the day to approve the notification" in page("infant-only")


def test_a_place_that_moves_clocks_of_several_ranges_tells_none_of_them_as_that_of_all() -> None:
    decision = decided("report-on-file-of-an-unknown-day")
    said = " ".join(line.says for line in questions_section(decision, marks_of(decision), Room()).lines)
    assert "the day to approve the report on file and the day to hand over the open investigation." in said


def test_the_one_change_for_which_there_is_room_is_told_whole_whatever_words_it_has() -> None:
    decision = decided("response-open")
    changes = (("yes", ("a home called North And South is a harm household",), ("one thing", "another")),)
    point = attrs.evolve(decision.points[0], changes=changes, bounds=(), unlisted=False)
    told = attrs.evolve(decision, points=(point,), laws=())
    (line,) = questions_section(told, marks_of(told), Room(with_changes=0)).lines[:1]
    assert "If 'yes': a home called North And South is a harm household." in line.says
    assert "longer" not in line.says


def test_what_matters_only_together_is_still_said_to() -> None:
    decision = decided("vic-health-service-in-scope-yet-out")
    point = question(decision, "vic-cims/harm-alleged@i1")
    assert (point.unlisted, point.changes) == (False, ())
    whole = " ".join(first_page(decision, every=True).split())
    assert whole.count("By itself it changes nothing told here; together with another answer it may.") == 3


def test_a_question_on_which_duties_alone_hang_tells_them_and_is_not_said_to_matter_only_together() -> None:
    (_, _, gone), *others = question(decided("self-placed-duty"), "qld-child-safety/protective-parent@bix").changes
    assert not others
    assert any("so far they are not shown to be able and willing" in duty for duty in gone)
    assert "only together" not in page("self-placed-duty")


def test_answers_that_change_the_same_are_told_once() -> None:
    decision = decided("ndis-nothing-known")
    point = question(decision, "ndis-incidents/state@case")
    alike = tuple((answer, ("the form waits",), ()) for answer in ("tasmania", "another"))
    changed = attrs.evolve(decision, points=(attrs.evolve(point, changes=alike),))
    assert "If 'tasmania' or 'another': the form waits." in " ".join(first_page(changed).split())


def test_a_place_outside_every_state_is_not_counted_and_says_so() -> None:
    said = " ".join(first_page(decided("ndis-nothing-known"), every=True).split())
    assert said.count("no calendar of that place is installed") == 1
    assert "5 business days from a moment by Monday 3 March 2025, 14:30, not counted" in said


def test_a_moment_worked_with_is_told_as_people_say_it() -> None:
    point = question(decided("response-open"), "qld-child-safety/intake-created@case")
    assert point.working == "Monday 3 March 2025, 10:15"


def test_a_question_about_a_record_names_it() -> None:
    asked = [point.asks for point in decided("oi-not-known").points]
    assert any("in place of child concern report of knob?" in asks for asks in asked)
    assert not any("child-concern-report:knob" in asks for asks in asked)


def test_one_question_more_is_one() -> None:
    decision = decided("birthday-between")
    assert len(decision.points) > 1
    shown = len(decision.points) - 1
    room = Room(questions=shown)
    section = questions_section(decision, marks_of(decision, room), room)
    assert section.more[0].says.startswith(f"and 1 more question ({len(decision.points)})")


def test_where_a_calendar_ends_an_officer_is_not_told_to_install_anything() -> None:
    said = page("into-2036-vic")
    assert "First clock: no day yet: the reporting organisation to report the incident" in said
    assert "covers 2018 to 2035, and Tuesday 1 January 2036 is outside." in said
    assert "install" not in said


def test_what_cannot_be_counted_is_said_once_with_its_reason() -> None:
    said = page("into-2036-vic")
    assert "Provisional: the day to report the incident cannot be counted." in said
    assert said.count("not counted") == 1


def test_a_day_that_rests_on_a_holiday_not_fixed_yet_says_so_beside_it() -> None:
    expected = "if Friday 24 September 2027 (Friday before the AFL Grand Final) is kept as expected"
    told = f"Tuesday 28 September 2027, end of day, {expected}, which is not fixed yet"
    assert told in page("final-friday-2027")
    assert "expected" not in page("final-friday-2026")


def test_what_was_perhaps_done_before_it_could_be_is_the_next_clock_until_both_moments_are_told() -> None:
    name = "handed-over-perhaps-too-soon"
    said = page(name)
    due = "First clock: Thursday 24 April 2025, end of day, Brisbane time (not compared with today: it may have passed)"
    easter = "not counting Friday 18 April 2025 (Good Friday) and Monday 21 April 2025 (Easter Monday)"
    assert f"{due}, {easter}: the intake service to hand over" in said
    assert "the moment of what has to come before it would tell" in said
    sure = attrs.evolve(case_of(name).records[0].moves[0], at=Moment(dt.date(2025, 4, 28)))
    later = attrs.evolve(case_of(name).records[0], moves=(sure, *case_of(name).records[0].moves[1:]))
    decision = decide_case(
        attrs.evolve(case_of(name), records=(later,)), rulebook().program("qld-child-safety").compiled
    )
    assert clocks(decision, "c1", "ray")["transfer"] == "Thursday 24 April 2025, end of day: certain, met-late"
    assert "First clock: Tuesday 29 April 2025" in " ".join(first_page(decision).split())


@pytest.mark.parametrize("name", ["second-call", "intervention-told-of-one", "clock-hidden-by-age"])
def test_an_act_of_one_record_is_told_once_though_one_of_its_parts_is_provisional(name: str) -> None:
    clocks = page(name).partition("Clocks, in order")[2].partition("What to do")[0]
    acts = re.findall(r": (the [a-z' ]+ to [a-z ]+)", clocks)
    assert acts
    assert len({*acts}) == len(acts)
    assert "[provisional" not in clocks


def test_what_is_due_anyway_is_not_said_to_be_due_no_longer() -> None:
    asked = question(decided("second-call"), "qld-child-safety/repeats@c2")
    ((answer, adds, takes),) = asked.changes
    assert answer == "yes"
    assert any(says.startswith("approve the child concern report: Monday 10 March 2025") for says in adds)
    assert takes
    assert not any(says.startswith("approve the notification") for says in takes)


def test_a_law_names_the_one_question_of_the_page_on_which_it_hangs() -> None:
    told = " ".join(first_page(decided("twins-and-one-is-blamed"), bounded=False).split())
    assert ". It hangs on question 1." in told


def test_ways_that_are_blocked_are_told_apart_and_none_that_is_blocked_by_more_than_another() -> None:
    said = page("vic-private-provider")
    assert said.count("What fails: ") == 1
    assert said.count("Another way fails too: ") == 1
    assert said.count("Does the department fund the organisation? no") == 1


def test_of_much_that_fails_what_an_answer_would_change_is_told_first_and_the_rest_as_a_number() -> None:
    said = page("moved-while-investigated")
    assert "What fails: Is a second notification recorded in place of adding the new concerns to EV-1? no" in said
    assert "; and 4 more (--all)." in said
    assert "2. Has the family of EV-1 moved to another geographical area?" in said


def test_nothing_that_an_answer_would_change_is_left_out_of_what_fails() -> None:
    decision = decided("moved-while-investigated")
    failing = tuple(Failing(says=f"thing {number}", clauses=(), asked=f"q{number}") for number in range(5))
    changed = tuple((fail.asked, fail.says, "yes") for fail in failing[1:])
    denied = attrs.evolve(decision.denied[0], nearest=(Near(clauses=(), fails=failing),), would_change=changed)
    said = " ".join(why_not(attrs.evolve(decision, denied=(denied,)), marks_of(decision), Room()))
    assert [f"thing {number} ('yes' would change it)" in said for number in range(5)] == [False, *[True] * 4]
    assert "thing 0" not in said
    assert "; and 1 more (--all)" in said


MOVES = ("approve", "transfer", "commence", "complete")


@pytest.mark.parametrize(("listed", "next_one"), [(MOVES, "none: every clock is met, as far as it can be told"),
                                                  (("transfer", "approve"), "Friday 7 March 2025")])  # fmt: skip
def test_moves_of_unknown_moments_were_made_as_they_are_listed_where_that_can_be(
    listed: tuple[str, ...], next_one: str
) -> None:
    case = case_of("approved-on-wednesday")
    moves = tuple(MoveEntry(move=move, by="senior-team-leader", at=UNKNOWN) for move in listed)
    record = RecordEntry(id="notification:knob", kind="notification", moves=moves)
    decision = decide_case(
        attrs.evolve(case, done=(), records=(record,)), rulebook().program("qld-child-safety").compiled
    )
    assert f"First clock: {next_one}" in " ".join(first_page(decision).split())
    assert decision.state is DecisionState.PROVISIONAL


def test_nothing_rests_on_working_answers_where_no_question_is_open() -> None:
    assert "Nothing is to be recorded under this program, as far as is known." in page("concern-withdrawn")
    assert "By the working answers nothing is to be recorded" in page("vic-private-provider")


def test_what_an_answer_changes_begins_with_the_records_and_not_with_the_paper_that_they_share() -> None:
    for answer, adds, _ in question(decided("moved-twice"), "place@c1").changes:
        assert adds[0].startswith("what c1 says of Ari Example goes into "), answer


def test_the_day_of_a_harm_is_told_and_a_place_outside_every_home_is_not_called_elsewhere() -> None:
    assert "harm to Ari Example at north on 1 February 2025 (said to be responsible" in page("couch-surfing")
    told = "Typed in: c1, about Cal Example on 23 September 2026, 09:00; received 23 September 2026, 10:00"
    assert told in page("final-friday-2026")


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ("vic-known-in-part", "The edition 'Policy update 1-2020' is known in part only; "),
        ("vic-one-of-two-withdrawn", "i2 is withdrawn, so that nothing is told as owed by it, "),
    ],
)
def test_what_alone_keeps_a_decision_from_being_final_is_said_where_it_is_called_provisional(
    document: str, reason: str
) -> None:
    page = " ".join(first_page(decided(document)).split())
    assert f" Provisional. {reason}" in page
    assert page.count(reason) == 1
