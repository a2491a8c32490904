"""What hangs on a moment is told in words, and a decision that waits for one names it."""

from __future__ import annotations

import datetime as dt

import attrs
from case_documents import DOCUMENTS, case_of, decided, question, rulebook

from cimscore.assessment import (
    Assessment,
    Decision,
    DecisionState,
    assess,
    assessment_document,
    decide_case,
    first_page,
)
from cimscore.case import Between, Case, Moment

BESIDE = "Its decision is told beside this one."
INSTALLED = "Where it is installed, ask it: --program ndis-incidents"


def words(text: str) -> str:
    return " ".join(text.split())


def both() -> Assessment:
    case = rulebook().read_case(DOCUMENTS.parents[2] / "examples" / "dual-funded.yaml")
    return assess(case, rulebook())


def test_a_program_whose_decision_stands_beside_is_not_to_be_asked_for() -> None:
    assessed = both()
    programs = [decision.program for decision in assessed.decisions]
    assert "ndis-incidents" in programs
    vic = assessed.decision("vic-cims")
    assert BESIDE in words(first_page(vic, beside=assessed.decisions))
    assert INSTALLED not in words(first_page(vic, beside=assessed.decisions))
    assert INSTALLED in words(first_page(vic, beside=[vic]))
    assert BESIDE not in words(first_page(vic))


def test_a_decision_that_waits_for_a_moment_alone_names_the_act() -> None:
    decision = decided("notified-on-a-day")
    assert decision.state is DecisionState.PROVISIONAL
    assert (decision.points, decision.laws) == ((), ())
    (reason,) = decision.because
    told = "cannot be told: met, or met late by 14 hours at most; the moment at which it was done would tell"
    assert reason == f"Notify the incident (i1) [{told}]."
    assert f"Provisional. {reason}" in words(first_page(decision))


def test_with_the_moment_the_decision_is_final() -> None:
    case = case_of("notified-on-a-day")
    (act,) = case.done
    known = attrs.evolve(case, done=(attrs.evolve(act, at=case.dates.received),))
    assert decision_of(known).state is DecisionState.FINAL


def test_of_an_act_whose_moment_is_known_the_moment_from_which_it_counts_would_tell() -> None:
    case = case_of("notified-on-a-day")
    (act,) = case.done
    aware = next(entry for entry in case.facts if entry.question == "ndis-incidents/aware")
    first = case.dates.received
    assert isinstance(first, Moment)
    last = Moment(dt.datetime.fromisoformat("2025-06-05T18:00+10:00"))
    done = attrs.evolve(act, at=Moment(dt.datetime.fromisoformat("2025-06-06T12:00+10:00")))
    facts = tuple(attrs.evolve(aware, answer=Between(first, last)) if fact is aware else fact for fact in case.facts)
    decision = decision_of(attrs.evolve(case, done=(done,), facts=facts))
    (clock,) = (line for line in decision.clocks if line.id == "notify")
    assert clock.stands.says.endswith("or met late by 2 hours at most; the moment from which it counts would tell")


def test_when_a_step_was_taken_is_worked_with_in_words_and_for_its_own_reason() -> None:
    decision = decide_case(case_of("notified-on-a-day"), rulebook().program("vic-cims").compiled)
    point = question(decision, "moved@incident-report:i1@endorse")
    assert point.working == "from Thursday 5 June 2025, 10:00 on"
    assert point.why == "the earliest, so that no day is missed"
    assert "T10:00" not in first_page(decision)


def test_where_no_edition_is_known_the_document_is_said_to_lack_its_dates_whatever_else_it_tells() -> None:
    case = case_of("ndis-awareness-alone")
    assert [fact.question for fact in case.facts] == ["ndis-incidents/aware"]
    page = words(first_page(decision_of(case)))
    assert "The document does not say when it happened or when it was received" in page
    assert "write it under dates: received" in page
    received = attrs.evolve(case.dates, received=case.facts[0].answer)
    assert "does not say when" not in first_page(decision_of(attrs.evolve(case, dates=received)))


def decision_of(case: Case) -> Decision:
    return decide_case(case, rulebook().program(case.programs[0]).compiled)


def test_what_cannot_be_told_does_not_stand_under_overdue() -> None:
    case, vic = case_of("notified-on-a-day"), rulebook().program("vic-cims").compiled
    decision = decide_case(case, vic, at=Moment(dt.datetime.fromisoformat("2025-12-01T12:00+11:00")))
    (clock,) = (each for each in decision.clocks if each.id == "investigate")
    assert [word for word, _ in clock.states] == ["overdue"]
    assert clock.stands.says.startswith("cannot be told: running, or overdue by 96 business days at most; ")
    page = words(first_page(decision))
    assert "Perhaps overdue: Wednesday 16 July 2025, end of day or later" in page
    assert " Overdue: " not in page


def test_the_soonest_day_of_another_reading_stands_beside_the_day_whether_or_not_a_moment_is_given() -> None:
    """Friday 31 October 2025 is left out, as are a weekend and Melbourne Cup Day: by calendar days it is Monday."""
    name = "vic-day-of-a-weekend"
    (clock,) = (each for each in decided(name).clocks if each.id == "report")
    assert str(clock.due) == "Thursday 6 November 2025, end of day, Melbourne time"
    read = {(each.reading, each.answer): each for each in clock.stands.otherwise}
    calendar = read["vic-cims/three-days", "Three days, every day counted."]
    assert (str(calendar.due), calendar.word) == ("Monday 3 November 2025, end of day, Melbourne time", "")
    first_counts = read["vic-cims/day-of-disclosure", "Yes."]
    assert str(first_counts.due).startswith("Wednesday 5 November 2025")
    assert "First clock: Monday 3 November 2025, 00:00, Melbourne time" in words(first_page(decided(name)))
    later = decided(name, at="2025-11-05T09:00+11:00")
    assert "Next clock: at once: the reporting organisation to report the incident" in words(first_page(later))
    assert "It may have been late already, due Monday 3 November 2025, 00:00, Melbourne time (question" in words(
        first_page(later)
    )
    whole = words(first_page(later, every=True))
    asked = "If it is read otherwise (What kind of days are the three days? Three days, every day counted.)"
    assert f"{asked}: Monday 3 November 2025, end of day (overdue)" in whole
    assert "(Is the day of disclosure the first of the three? Yes.): Wednesday 5 November 2025" in whole


def test_a_reading_that_moves_the_time_of_day_alone_is_no_other_day() -> None:
    (clock,) = (each for each in decided("vic-day-of-a-weekend").clocks if each.id == "report")
    assert "vic-cims/end-of-last-day" not in {each.reading for each in clock.stands.otherwise}


def test_of_what_is_done_no_other_day_is_told() -> None:
    (clock,) = decided("vic-late-and-nothing-says-so").clocks
    assert [each.due for each in clock.stands.otherwise if each.due] == []


def test_the_day_of_another_reading_is_in_the_document() -> None:
    decision = decided("vic-day-of-a-weekend")
    (plain,) = assessment_document(decision.case, (decision,), ())["decisions"]
    (clock,) = (each for each in plain["clocks"] if each["id"] == "report")
    told = [each for each in clock["otherwise"] if each["reading"] == "vic-cims/three-days"]
    assert {"2025-11-04T00:00:00+11:00"} == {each["due"] for each in told}
    assert {each.get("earliest") for each in told} == {None, "2025-11-03T00:00:00+11:00"}
    assert all("word" not in each for each in told)
    assert "stands" not in clock


def test_some_time_of_a_day_is_no_other_day_than_its_end() -> None:
    (clock,) = (each for each in decided("ndis-a-day-alone").clocks if each.id == "send-the-form")
    assert str(clock.due) == "Wednesday 11 March 2026, end of day or later, Melbourne time"
    assert [each.due for each in clock.stands.otherwise if each.due] == []
