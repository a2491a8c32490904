"""What a fresh reader looks for on the first page: what was typed in, what comes soonest, and what must not be done."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import attrs
import pytest
from case_documents import case_of, rulebook

from cimscore.assessment import Decision, assess, decide_case, first_page, soonest_first
from cimscore.assessment.page.acts import acts_of
from cimscore.assessment.page.clocks import clocks_section
from cimscore.assessment.page.marks import marks_of
from cimscore.assessment.page.questions import questions_section
from cimscore.assessment.page.records import records_section
from cimscore.assessment.page.room import Room
from cimscore.assessment.page.summary import summary
from cimscore.case import UNKNOWN, Between, Case, FactEntry, Home, Moment, PersonEntry, ResidenceKind
from cimscore.cli import main

ROOT: Final = Path(__file__).parents[2]


def decided(case: Case, program: str = "") -> Decision:
    return decide_case(case, rulebook().program(program or case.programs[0]).compiled)


def page(name: str, program: str = "") -> str:
    case = rulebook().read_case(ROOT / "examples" / f"{name}.yaml") if name in EXAMPLES else case_of(name)
    return " ".join(first_page(decided(case, program)).split())


def page_of(case: Case, program: str) -> str:
    return " ".join(first_page(decided(case, program)).split())


EXAMPLES: Final = ("two-homes", "two-homes-one-harm", "both-programs", "dual-funded", "december-gap")


# What was typed in.


def test_what_happened_where_to_whom_and_who_is_said_to_be_responsible_stands_under_the_title() -> None:
    lines = page("two-homes")
    told = "Typed in: c1, harm to Ari Example at north (said to be responsible: Mia Example); c2, a risk of harm to Ari"
    assert told in lines
    assert lines.index("Typed in: ") < lines.index("Provisional on ")
    assert "received 3 March 2025, 10:15" in lines


def test_a_place_that_nobody_knows_is_told_after_the_moment() -> None:
    case = rulebook().read_case(ROOT / "examples" / "dual-funded.yaml")
    (concern,) = case.concerns
    told = page_of(attrs.evolve(case, concerns=(attrs.evolve(concern, place=UNKNOWN),)), "vic-cims")
    assert "about Dan Example on 3 March 2025, 13:45, at a place not known (said to be responsible: Kim" in told


def test_a_receipt_that_was_not_typed_in_is_not_told_as_typed_and_dates_nothing_that_is_owed_at_once() -> None:
    case = rulebook().read_case(ROOT / "examples" / "dual-funded.yaml")
    told = page_of(attrs.evolve(case, dates=attrs.evolve(case.dates, received=UNKNOWN)), "vic-cims")
    assert "; when it was received is not known" in told
    assert "At once, and overdue unless done: the 6 things first under What to do" in told


def test_a_receipt_between_two_days_is_told_as_typed_and_dates_nothing_that_is_owed_at_once() -> None:
    case = rulebook().read_case(ROOT / "examples" / "dual-funded.yaml")
    days = Between(Moment(dt.date(2025, 3, 3)), Moment(dt.date(2025, 3, 4)))
    told = page_of(attrs.evolve(case, dates=attrs.evolve(case.dates, received=days)), "vic-cims")
    assert "; received between " in told
    assert "At once, and overdue unless done: " in told


def test_of_many_concerns_the_first_are_told_with_the_number_of_the_others() -> None:
    case = case_of("father-inside")
    many = tuple(attrs.evolve(case.concerns[0], id=f"c{number}") for number in range(1, 7))
    told = first_page(decided(attrs.evolve(case, concerns=many, decisions=())))
    assert "Typed in: c1, harm to Ari Example" in told
    assert "; 5 more" in " ".join(told.split())


def test_a_place_with_brackets_in_its_name_keeps_them_where_a_page_has_no_room_for_who_is_responsible() -> None:
    case = case_of("father-inside")
    homes = tuple(attrs.evolve(home, label=f"{home.id} (the flat)") for home in case.households)
    decision = decided(attrs.evolve(case, households=homes))
    told = " ".join(line.says for line in summary(decision, marks_of(decision), (), Room(blamed=False)).lines)
    assert "(the flat)" in told
    assert "said to be responsible" not in told


def test_a_name_that_is_kept_from_somebody_is_not_in_what_was_typed_in() -> None:
    case = case_of("father-inside")
    people = tuple(attrs.evolve(person, kept_from=("leo",) if person.id == "mia" else ()) for person in case.people)
    (decision,) = assess(attrs.evolve(case, people=people), rulebook()).decisions
    told = " ".join(map(str, decision.typed_in))
    assert "(said to be responsible: mia)" in told
    assert "Mia" not in told


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("father-inside", "Leo Example, parent (in custody)"),
        ("father-somewhere", "Leo Example, parent (home not known)"),
        ("couch-surfing", "Ari Example, subject child (without a home, sleeps: with one friend or another)"),
        ("stays-with-a-friend", "Jai, subject child (stays by choice in friends)"),
        ("week-about-in-both", "max, subject child (lives perhaps in dans and home)"),
        ("grandmother-with-an-order", "Ida Example, household member (carer)"),
        ("two-homes", "Leo Example, parent (lives in south); Mia Example, parent - Notification of south"),
    ],
)
def test_where_somebody_of_a_record_lives_is_told_if_that_is_not_there_and_who_cares_for_its_child(
    name: str, says: str
) -> None:
    assert says in page(name)


@pytest.mark.parametrize(
    ("more", "says"),
    [("", "Kid Example; Mia Example; Sib Example, in"), ("y", "Kid Example; Mia Example; 2 others, in")],
)
def test_the_last_who_is_left_out_is_told_by_name(more: str, says: str) -> None:
    case = case_of("response-open")
    case = attrs.evolve(case, people=(*case.people, *(PersonEntry(id=id, home=Home.ELSEWHERE) for id in more)))
    decision = decided(case)
    section = records_section(decision, marks_of(decision), Room(unplaced=2))
    assert any(f"Besides: {says} no record yet" in line.says for line in section.lines)


def test_those_whom_a_record_is_about_come_first_in_it() -> None:
    assert "Tess Example, client; Pa Example, subject of allegation" in page("both-programs", "vic-cims")


# What comes soonest.


def test_the_program_whose_clock_ends_first_is_told_first() -> None:
    case = rulebook().read_case(ROOT / "examples" / "dual-funded.yaml")
    decisions = assess(case, rulebook()).decisions
    assert [decision.program for decision in decisions] == ["vic-cims", "ndis-incidents"]
    assert [decision.program for decision in soonest_first(decisions)] == ["ndis-incidents", "vic-cims"]


def test_a_hint_names_the_file_that_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("two homes.yaml").write_text((ROOT / "examples" / "two-homes.yaml").read_text(encoding="utf-8"), "utf-8")
    assert main(["assess", "two homes.yaml"]) == 0
    told = capsys.readouterr().out
    assert "cimscore possible 'two homes.yaml'" in told
    assert "cimscore assess 'two homes.yaml' --at now" in told
    assert "CASE" not in told


# What must not be done, and what is asked first.


def test_the_police_are_asked_about_first_and_what_waits_for_them_is_never_left_out() -> None:
    told = page("both-programs", "vic-cims")
    assert "1. Do Victoria Police have a report of c1?" in told
    assert "2. Have Victoria Police cleared the investigation of c1 to begin?" in told
    assert "The organisation must not begin the investigation before Victoria Police have cleared it" in told


def test_when_the_provider_became_aware_is_asked_first() -> None:
    assert "1. When did the registered provider become aware of i1?" in page("ndis-half-the-facts")


def test_what_has_a_day_is_told_by_its_clock_or_among_what_is_to_be_done() -> None:
    clocks, _, duties = page("two-homes").partition("What to do, in order")
    assert "must not identify the notifier anywhere but in the notifier field" in duties
    assert "the senior team leader to approve the notification" in clocks
    # A clock does not say where the investigation is handed over to.
    assert "hand over the open investigation, to the pending tray" in duties


# What is said so that it is true and can be understood.


def test_notifications_that_are_written_together_are_told_by_their_form_and_once() -> None:
    told = page("two-homes")
    assert "If 'all in one': the notification of south is written on the form for north. - What" in told


def test_where_every_clock_is_met_and_something_is_to_be_done_both_are_said() -> None:
    told = page("december-gap")
    assert "At once since 6 December 2024, 16:00, and overdue unless done: the 5 things first under What to do" in told
    assert "By another reading it is not met yet (questions 1, 2)." in told
    settled = "All else is final for what is typed in; a new fact may change it."
    assert f"Not settled: when to report the incident (questions 1, 2). {settled}" in told


def test_final_is_final_for_what_is_typed_in_by_the_readings_taken() -> None:
    told = page("father-inside")
    assert "Not settled: when to finish the investigation and assessment, by an unclear point of the policy." in told
    assert "Final" not in told


def test_that_there_is_no_other_parent_is_offered_to_whoever_knows_it_alone() -> None:
    told = " ".join(decided(case_of("no-parent-entered")).because)
    assert "no_other_parent: true is for a child with none." in told


def test_what_is_overdue_is_among_what_to_do_and_says_so() -> None:
    case = case_of("vic-report-late-already")
    compiled = rulebook().program("vic-cims").compiled
    late = decide_case(case, compiled, at=Moment(dt.datetime.fromisoformat("2025-02-10T09:00+11:00")))
    told = " ".join(first_page(late).split())

    assert "to the Client Incident Register, now overdue" in told
    assert "now overdue" not in page("vic-report-late-already")


def test_while_the_response_is_open_neither_the_steps_nor_who_is_in_a_record_are_told_as_none() -> None:
    told = page("response-open")

    assert "What is to be done cannot be told before what is open is answered." in told
    assert "in no record yet: it is open which is made" in told


# What may be misread.


def test_a_day_that_a_local_holiday_may_move_is_told_without_that_holiday() -> None:
    told = page("ndis-half-the-facts")
    assert "- At once: the provider's key personnel to send the five-day form" in told
    assert "not later than Monday 17 August 2026, end of day." in told
    assert "18 August" not in told


def test_a_sooner_day_of_another_reading_stands_beside_the_day_of_the_reading_taken() -> None:
    told = "- Wednesday 5 March 2025, end of day, as above: the reporting organisation to report the incident"
    assert told in page("dual-funded", "vic-cims")
    # A later day of another reading takes nothing from the day told: it stands behind the act.
    later = "If the policy means 'Business days from that decision': Friday 25 July 2025, end of day or later"
    assert f"to finish the investigation and assessment. {later}" in page("two-homes")


def test_clocks_that_no_moment_is_given_for_say_that_they_are_not_compared_with_today() -> None:
    assert "(not compared with today: it may have passed)" in page("two-homes")
    assert page("two-homes").count("What is overdue today: cimscore assess CASE --at now") == 1


def test_the_answer_worked_with_is_not_told_as_the_answer() -> None:
    assert "Working answer: each its own" in page("two-homes")


def test_what_goes_to_several_places_is_told_once_with_the_home_of_each() -> None:
    assert "pending tray of the service centre for Cairns (south) and Logan (north) - and" in page("two-homes")
    assert "the service centre for Logan (" not in page("two-homes-one-harm")


def test_what_is_left_out_is_named_where_there_is_room() -> None:
    decision = decided(rulebook().read_case(ROOT / "examples" / "two-homes-half-sister.yaml"))
    room = Room(questions=1, records=1, clocks=3)
    marks = marks_of(decision, room)
    questions, records = (part(decision, marks, room).more[0].says for part in (questions_section, records_section))
    clocks = clocks_section(decision, marks, acts_of(decision, marks), room).more[0].says
    assert questions == "and 1 more question (2), for the senior team leader to decide"
    assert records == "and 1 more (notification of south)"
    assert clocks == "and 1 more (to finish the investigation and assessment)"


def test_the_tightest_page_still_tells_when_the_information_was_received() -> None:
    assert "Typed in: c1, harm to Kid Example at north; received 3 March 2025, 10:15" in page("response-open")


# What a page has room for, and what it rests on.


def test_a_value_that_every_answer_to_a_question_gives_is_certain() -> None:
    """The priority is the same whichever way the child stays there; it rests on nothing that is open."""
    assert "Notification of nine, priority 24-hour: child-x" in page("clock-hidden-by-stay-kind")


def test_a_page_of_one_question_names_it_all_the_same() -> None:
    assert "(provisional: question 1)" in page("left-home-and-at-risk")


def test_where_no_answer_was_found_the_questions_that_may_matter_are_named() -> None:
    assert "Incident report of i1 (provisional: perhaps questions 2" in page("vic-staff-of-another-provider")


def test_every_other_answer_that_changes_something_is_named() -> None:
    decision = decided(case_of("clock-hidden-by-stay-kind"))
    told = " ".join(first_page(decision, bounded=False).split())
    assert "If 'visits': the child safety officer must ask whether an address" in told
    section = questions_section(decision, marks_of(decision), Room(answers=1))
    assert "If 'visits': the child safety officer must ask whether an address" in section.lines[0].says


def test_days_that_hold_while_their_record_is_provisional_say_both() -> None:
    told = page("clock-hidden-by-self-placed")
    assert "- Notification of bay (provisional: question 1): its days hold whichever way that is answered." in told


# A record that is in doubt.


def test_a_record_that_nobody_can_be_the_subject_of_is_not_to_be_opened_yet_and_all_of_it_waits() -> None:
    told = page("about-an-adult")
    first = "First: do not open the notification of home yet. Not yet so: notification of home has a subject child. Nob"
    assert told.index(first) < told.index("First clock: ")
    assert told.count("Not yet so") == 1
    assert "to approve the notification [only if it is opened]" in told
    assert "Notification of home (not to be opened yet), priority 5-day" in told
    assert "Clocks, in order of time, Brisbane time, only if it is opened" in told
    assert "to the pending tray of the service centre for Logan (only if it is opened)" in told
    # The notes of a call are owed whatever becomes of it.
    assert "The child safety officer must: - record everything about the intake, to ICMS - create an intake" in told
    # What holds for any intake waits for nothing.
    assert "must not identify the notifier anywhere but in the notifier field - The" in told


def test_a_response_that_contradicts_its_priority_holds_its_record_back() -> None:
    told = page("report-with-a-priority")
    assert told.count("First: do not open the child concern report of home yet. Not yet so: c1, which") == 1
    assert "Child concern report of home (not to be opened yet)" in told


@pytest.mark.parametrize("name", ["no-parent-entered", "teen-without-parents"])
def test_a_law_about_who_is_in_a_record_does_not_hold_it_back(name: str) -> None:
    assert "opened" not in page(name)


def test_a_program_holds_back_a_record_that_nobody_has_the_needed_role_in() -> None:
    laws = decided(case_of("about-an-adult")).laws
    assert [law.holds_back for law in laws] == [(("notification:home", "notification of home"),)]


def test_a_record_that_two_answers_together_would_hold_back_says_on_which_all_of_it_hangs() -> None:
    """A child who only visits and has a parent who protects them is no subject child."""
    told = page("clock-hidden-by-stay-kind")
    hangs = "All of the notification of nine hangs on questions 1, 2: it is opened only where notification of nine has"
    assert f"{hangs} a subject child. Act by it until that is answered." in told
    case = case_of("clock-hidden-by-stay-kind")
    visits = attrs.evolve(case.residences[0], kind=ResidenceKind.VISITS)
    protects = FactEntry(question="qld-child-safety/protective-parent", about="child-x", answer=True)
    both = attrs.evolve(case, residences=(visits, *case.residences[1:]), facts=(protects,))
    assert [law.holds_back for law in decided(both).laws] == [(("notification:nine", "notification of nine"),)]
