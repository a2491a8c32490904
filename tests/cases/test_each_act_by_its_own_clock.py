"""A duty has the day and the state of its own clock, and another reading tells of the same act with its own day."""

from __future__ import annotations

import datetime as dt

from case_documents import case_of, decided, rulebook

from cimscore.assessment import Decision, decide_case, document_of, first_page
from cimscore.assessment.decision.duty import Duty
from cimscore.assessment.decision.value import ReadOtherwise
from cimscore.case import Moment


def on_the_day(name: str, day: str) -> Decision:
    """Return the decision of a document for a day of which the time is not known."""
    case = case_of(name)
    compiled = rulebook().program(case.programs[0]).compiled
    return decide_case(case, compiled, at=Moment(dt.date.fromisoformat(day)))


def page(decision: Decision) -> str:
    """Return the first page of a decision, without the ends of its lines."""
    return " ".join(first_page(decision).split())


def duty(decision: Decision, says: str) -> Duty:
    """Return the one duty whose words have these in them."""
    (found,) = (duty for duty in decision.duties if says in duty.says)
    return found


def read_otherwise(decision: Decision, clock_id: str) -> dict[str, list[ReadOtherwise]]:
    """Return what the other readings make of the one clock of an id, by the reading."""
    (clock,) = (clock for clock in decision.clocks if clock.id == clock_id)
    found: dict[str, list[ReadOtherwise]] = {}
    for read in clock.stands.otherwise:
        found.setdefault(read.reading, []).append(read)
    return found


def test_the_approval_of_a_report_has_not_the_day_of_a_notification_beside_it() -> None:
    decision = decided("two-responses-in-one-home", at="2025-03-05T09:00+10:00")
    notification, report = duty(decision, "approve the notification"), duty(decision, "approve the child concern")

    assert notification.overdue
    assert str(notification.due) == "Tuesday 4 March 2025, 14:00, Brisbane time"
    assert not report.overdue
    assert report.due is None or "4 March" not in str(report.due)


def test_of_two_homes_only_what_is_late_is_called_overdue() -> None:
    decision = decided("two-homes-two-priorities", at="2025-03-05T09:00+10:00")
    told = {of.of: (of.overdue, str(of.due)) for of in decision.duties if of.act == "transfer"}

    assert told == {
        "Logan": (True, "Tuesday 4 March 2025, 14:00, Brisbane time"),
        "Cairns": (False, "Monday 10 March 2025, end of day, Brisbane time"),
    }
    assert "service centre for Logan (north), now overdue" in page(decision)
    assert "approve the notification in ICMS (north), now overdue" in page(decision)
    assert "(south), now overdue" not in page(decision)


def test_a_duty_that_is_late_in_one_home_only_is_one_duty_of_the_document() -> None:
    duties = document_of(decided("two-homes-two-priorities", at="2025-03-05T09:00+10:00"))["duties"]

    assert sum("approve the notification" in str(duty) for duty in duties) == 1
    assert not [duty for duty in duties if not isinstance(duty, str) and "" in duty.get("of", [])]


def test_a_duty_of_two_homes_in_the_same_words_has_the_sooner_day() -> None:
    approve = duty(decided("two-homes-two-priorities", at="2025-03-04T09:00+10:00"), "approve the notification")

    assert str(approve.due) == "Tuesday 4 March 2025, 14:00, Brisbane time"
    assert len(approve.records) == 2


def test_what_may_have_passed_within_the_day_asked_for_is_not_called_overdue() -> None:
    decision = on_the_day("two-responses-in-one-home", "2025-03-04")

    assert "Perhaps overdue: Tuesday 4 March 2025, 14:00" in page(decision)
    assert "now overdue" not in page(decision)


def test_another_reading_never_puts_the_day_of_an_investigation_on_the_report() -> None:
    decision = decided("vic-returned-over-the-change", at="2025-01-31T09:00+11:00")
    reads = read_otherwise(decision, "report-in-three-business-days")

    assert "vic-cims/submitted-means" in reads
    assert not [read for same in reads.values() for read in same if read.due and "2025" in str(read.due)]
    assert "24 January" not in page(decision)


def test_what_is_met_late_by_another_reading_is_told_with_the_day_of_that_reading() -> None:
    decision = decided("vic-submitted-on-the-last-evening", at="2024-11-08T09:00+11:00")
    reads = read_otherwise(decision, "report-in-three-business-days")
    (counted,) = reads["vic-cims/day-of-disclosure"]

    assert (counted.word, str(counted.due)) == ("met late", "Wednesday 6 November 2024, end of day, Melbourne time")
    assert "was due by Wednesday 6 November 2024, end of day and is met late" in page(decision)


def test_a_reading_by_which_a_clock_ends_within_the_day_asked_for_may_have_it_overdue() -> None:
    told = page(on_the_day("two-homes-two-priorities", "2025-03-10"))

    assert "is due by Monday 10 March 2025, 14:00 and may be overdue" in told


def test_the_worst_of_the_other_readings_is_told_of_what_is_done() -> None:
    told = page(decided("vic-submitted-on-the-last-evening", at="2024-11-08T09:00+11:00"))

    assert "[met; provisional: question 1]. By another reading it is overdue" in told
    assert "2. The policy is unclear: Which step of a report is meant by 'submitted'?" in told


def test_what_is_met_late_and_was_due_on_one_of_two_days_is_told_so() -> None:
    told = page(decided("vic-met-late-in-ballarat", at="2024-11-08T09:00+11:00"))

    assert "Next clock: Wednesday 6 November 2024, end of day or later, Melbourne time:" in told
    assert "- Wednesday 6 November 2024, end of day or later, as above:" in told


def test_beside_a_moment_by_another_reading_no_time_is_told_that_is_left_to_the_day_by_the_readings_taken() -> None:
    told = {
        "cimscore": 1, "id": "perth", "programs": ["ndis-incidents"], "dates": {"received": "2025-02-28T23:30+08:00"},
        "people": [{"id": "dan", "born": "1990-11-12"}],
        "concerns": [{"id": "c1", "about": ["dan"], "place": "elsewhere", "occurred": "2025-02-28T22:00+08:00"}],
        "facts": {"ndis-incidents": {
            "registered-provider": True, "connected-with-supports": {"c1": True}, "kind": {"c1": "serious-injury"},
            "state": "western-australia", "place": "Perth", "aware": {"c1": "2025-02-28T23:30+08:00"},
        }},
    }  # fmt: skip
    compiled = rulebook().program("ndis-incidents").compiled
    noon = Moment(dt.datetime.fromisoformat("2025-03-01T12:00+08:00"))
    said = page(decide_case(rulebook().read_case(told), compiled, at=noon))
    assert "Saturday 1 March 2025, 22:00, Perth time: the provider's key personnel to notify the incident." in said
    assert "11 hours 30 minutes" not in said
