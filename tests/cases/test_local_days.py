"""A document can say the holidays of a place: then its days are certain for the years that it names."""

from __future__ import annotations

from typing import Any

import pytest
from case_documents import case_of, clocks, question, rulebook

from cimscore.assessment import Decision, DecisionState, decide_case
from cimscore.calendars import Due
from cimscore.case import Case
from cimscore.errors import DocumentError
from cimscore.wire import write_case


def document(name: str, *entries: dict[str, Any], **facts: str) -> dict[str, Any]:
    """Return a document of this folder with the holidays of places, and with answers of its own."""
    found = write_case(case_of(name))
    (program,) = found["programs"]
    return {**found, "facts": {program: {**found.get("facts", {}).get(program, {}), **facts}}, "local_days": [*entries]}


def read(name: str, *entries: dict[str, Any], **facts: str) -> Case:
    return rulebook().read_case(document(name, *entries, **facts))


def decided(name: str, *entries: dict[str, Any], **facts: str) -> Decision:
    case = read(name, *entries, **facts)
    return decide_case(case, rulebook().program(case.programs[0]).compiled)


def report(*entries: dict[str, Any], site: str = "Shire of Wattle Plains") -> Decision:
    return decided("vic-place-not-known-to-the-calendar", *entries, site=site)


def test_without_them_both_days_are_told_with_what_decides() -> None:
    found = report()
    assert found.state is DecisionState.PROVISIONAL
    (reason,) = [each for each in found.because if "not known exactly" in each]
    assert "Wednesday 5 November 2025 where another day replaced Melbourne Cup Day" in reason
    assert "Thursday 6 November 2025 where there is no local holiday" in reason


@pytest.mark.parametrize(
    ("days", "due"),
    [
        ({"holidays": ["2025-10-20"], "working": ["2025-11-04"]}, "Wednesday 5 November 2025"),
        ({"holidays": ["2025-11-03"], "working": ["2025-11-04"]}, "Thursday 6 November 2025"),
        ({"years": [2025]}, "Thursday 6 November 2025"),
    ],
)
@pytest.mark.parametrize("at", ["Wattle Plains", "WATTLE PLAINS SHIRE"])
@pytest.mark.parametrize("state", [{}, {"state": "victoria"}, {"state": "unknown"}])
def test_with_them_the_day_is_certain(at: str, state: dict[str, str], days: dict[str, Any], due: str) -> None:
    found = report({"at": at, **state, **days})
    assert clocks(found, "i1")["report"] == f"{due}, end of day: certain"
    assert found.state is DecisionState.FINAL


@pytest.mark.parametrize("entry", [{"years": [2024]}, {"state": "queensland", "years": [2025]}])
def test_those_of_another_year_or_state_settle_nothing(entry: dict[str, Any]) -> None:
    found = report({"at": "Wattle Plains", **entry})
    assert clocks(found, "i1")["report"].startswith("between Wednesday 5 November 2025")


def test_a_show_day_of_the_document_counts_at_the_office() -> None:
    show = {"at": "Wandoan", "state": "queensland", "holidays": ["2026-03-04"]}
    facts = {"office": "Wandoan"}
    moved = document("weekend-start", show, **facts)
    moved = {**moved, "dates": {"received": "2026-03-02T10:15+10:00"}}
    for decision in moved["decisions"]:
        decision["at"] = "2026-03-02T11:00+10:00"
    case = rulebook().read_case(moved)
    found = clocks(decide_case(case, rulebook().program("qld-child-safety").compiled), "c1", "ari")
    assert found["approve"] == "Friday 6 March 2026, end of day: certain"


@pytest.mark.parametrize("place", ["Cairns", "Cairns, Qld", "Cairns QLD 4870", "Cairns (Queensland)", "CAIRNS, QLD"])
def test_a_place_typed_with_its_state_is_the_place_of_the_list(place: str) -> None:
    show = {"at": "Cairns", "state": "queensland", "holidays": ["2026-07-17"]}
    of_place = {"place": place, "state": "queensland"}
    (form,) = [clock for clock in decided("ndis-half-the-facts", show, **of_place).clocks if "five-day" in clock.what]
    assert str(form.due) == "Monday 17 August 2026, end of day or earlier, Brisbane time"
    (unlisted,) = [clock for clock in decided("ndis-half-the-facts", **of_place).clocks if "five-day" in clock.what]
    assert isinstance(unlisted.due, Due)
    assert str(unlisted.due).endswith("perhaps as late as Tuesday 18 August 2026, end of day, Brisbane time")
    assert f"the local holidays of {place} are not known" in unlisted.due.unsettled[0]


def test_it_takes_the_place_of_what_the_calendar_has_for_that_year_alone() -> None:
    other = report({"at": "Geelong", "holidays": ["2025-11-05"], "working": ["2025-11-04"]}, site="Geelong")
    assert clocks(other, "i1")["report"] == "Thursday 6 November 2025, end of day: certain"
    same = report({"at": "Geelong", "years": [2026]}, site="Geelong")
    assert clocks(same, "i1")["report"] == "Wednesday 5 November 2025, end of day: certain"


def test_a_document_is_written_as_it_was_read() -> None:
    case = read("vic-no-place-no-date", {"at": "Hill", "holidays": ["2026-11-02"], "years": [2027]})
    assert rulebook().read_case(write_case(case)) == case
    assert write_case(case)["local_days"] == [{"at": "Hill", "holidays": ["2026-11-02"], "years": [2027]}]


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([{"at": "Hill", "holidays": ["2025-03-04"], "working": ["2025-03-04"]}], "is among holidays too"),
        ([{"at": "Hill", "holidays": ["2025-03-04", "2025-03-04"]}], "expected each only once"),
        ([{"at": "Hill", "years": [2025]}, {"at": "Shire of Hill", "holidays": ["2025-03-04"]}], "local_days[0] (line"),
        ([{"at": "Hill"}], "found no day and no year;"),
        ([{"at": "Hill", "years": ["2025"]}], "Write it without quotes"),
        ([{"holidays": ["2025-03-04"]}], "local_days[0].at"),
        ([{"at": "Hill", "holiday": ["2025-03-04"]}], "Did you mean 'holidays'"),
    ],
)
def test_what_does_not_fit_is_refused_with_both_places(entries: list[dict[str, Any]], said: str) -> None:
    with pytest.raises(DocumentError) as refused:
        read("vic-no-place-no-date", *entries)
    assert said.replace(" (line", "") in str(refused.value)


def test_one_place_in_two_states_or_in_two_years_is_no_repeat() -> None:
    read("vic-no-place-no-date", {"at": "Hill", "years": [2025]}, {"at": "Hill", "years": [2026]})
    read(
        "vic-no-place-no-date",
        {"at": "Hill", "state": "victoria", "years": [2025]},
        {"at": "Hill", "state": "queensland", "years": [2025]},
    )


def test_the_place_is_asked_until_it_is_said() -> None:
    assert question(decided("vic-no-place-no-date"), "vic-cims/site@case")
