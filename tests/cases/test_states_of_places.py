"""A place that no list of Victoria has may lie in another state: that is asked, and what is told is provisional."""

from __future__ import annotations

import pytest
from case_documents import case_of, clocks, decided, question, rulebook

from cimscore.assessment import Decision, DecisionState, decide_case, first_page
from cimscore.wire import write_case

PROGRAM = "vic-cims"
NDIS = "ndis-incidents"
STATES = (
    "queensland", "new-south-wales", "south-australia", "western-australia", "tasmania", "northern-territory",
    "australian-capital-territory", "another",
)  # fmt: skip


def report(site: str, day: str = "2025-10-31", **facts: str) -> Decision:
    """Return the decision about an incident at a service site, told on a day."""
    document = write_case(case_of("vic-place-not-known-to-the-calendar"))
    told = f"{day}T11:00+10:00"
    answers = {**document["facts"][PROGRAM], "site": site, "disclosed": {"i1": told}, **facts}
    concern = {**document["concerns"][0], "occurred": told}
    changed = {**document, "dates": {"received": told}, "concerns": [concern], "facts": {PROGRAM: answers}}
    case = rulebook().read_case(changed)
    return decide_case(case, rulebook().program(PROGRAM).compiled)


@pytest.mark.parametrize("site", ["Albury", "Brisbane", "Perth", "Wattle Plains"])
def test_the_state_is_asked_of_a_place_that_no_list_has(site: str) -> None:
    found = report(site)
    asked = question(found, "vic-cims/state-of-the-place@case")
    assert asked.working == "victoria"
    assert sorted(answer for answer, _, _ in asked.changes) == sorted(STATES)
    assert clocks(found, "i1")["report"].endswith("Thursday 6 November 2025, end of day: provisional")
    assert found.state is DecisionState.PROVISIONAL


@pytest.mark.parametrize(
    ("site", "day"),
    [
        ("Geelong", "Wednesday 5 November 2025, end of day"),
        ("Maribyrnong", "Thursday 6 November 2025, end of day"),
        ("Mildura", "between Wednesday 5 November 2025, end of day and Thursday 6 November 2025, end of day"),
        ("Dandenong, Vic", "between Wednesday 5 November 2025, end of day and Thursday 6 November 2025, end of day"),
    ],
)
def test_it_is_not_asked_of_a_place_of_victoria(site: str, day: str) -> None:
    found = report(site)
    assert clocks(found, "i1")["report"] == f"{day}: certain"
    assert not [point for point in found.points if "state-of-the-place" in point.address]


@pytest.mark.parametrize(
    ("site", "facts", "due", "zone"),
    [
        ("Albury NSW", {}, "Wednesday 10 June 2026", "Sydney"),
        ("Albury, New South Wales", {}, "Wednesday 10 June 2026", "Sydney"),
        ("Perth, WA", {}, "Tuesday 9 June 2026", "Perth"),
        ("Albury", {"state-of-the-place": "new-south-wales"}, "Wednesday 10 June 2026", "Sydney"),
        ("Perth", {"state-of-the-place": "western-australia"}, "Tuesday 9 June 2026", "Perth"),
    ],
)
def test_a_state_that_is_said_has_its_own_days_and_time(site: str, facts: dict[str, str], due: str, zone: str) -> None:
    (clock,) = [each for each in report(site, "2026-06-04", **facts).clocks if each.id == "report"]
    assert due in str(clock.due)
    assert str(clock.due).endswith(f"{zone} time")


@pytest.mark.parametrize("day", ["2025-07-07", "2025-08-15", "2026-03-20"])
@pytest.mark.parametrize("site", ["Albury", "Perth", "Mildura", "unknown"])
def test_cup_day_is_told_only_near_it(site: str, day: str) -> None:
    assert "Cup Day" not in " ".join(report(site, day).because)
    assert "Cup Day" in " ".join(report(site, "2025-10-31").because)


def test_cup_day_is_told_only_near_it_for_a_place_whose_days_of_another_year_are_known() -> None:
    assert "Cup Day" not in " ".join(report("Geelong", "2026-08-07").because)
    assert "known for that time: Wednesday 12 August 2026 where there is no local holiday" in " ".join(
        report("Geelong", "2026-08-07").because
    )
    assert "Cup Day" in " ".join(report("Geelong", "2026-10-30").because)


def test_the_other_states_are_told_together() -> None:
    page = " ".join(first_page(report("Perth"), bounded=False).split())
    said = page.partition("In which state does the place lie")[2].partition("The policy is unclear")[0]
    assert said.count("If '") == 2
    assert "no longer" not in said
    assert "local time" in said


def notification(place: str, area: str = "", **facts: str) -> Decision:
    """Return the NDIS program's decision about an incident at a service site, notified from a place."""
    document = write_case(case_of("ndis-service-site"))
    answers = {**document["facts"][NDIS], "place": place, **facts}
    site = {"id": "house", "kind": "service-site", "area": area or "unknown"}
    changed = {**document, "places": [site], "facts": {NDIS: answers}}
    case = rulebook().read_case(changed)
    return decide_case(case, rulebook().program(NDIS).compiled)


@pytest.mark.parametrize(
    ("place", "state", "calendar"),
    [
        ("Townsville, Qld", "queensland", "Queensland"),
        ("Brisbane, Qld", "queensland", ""),
        ("Townsville, Queensland 4810", "queensland", "Queensland"),
        ("Albury NSW", "new-south-wales", "New South Wales"),
        ("Albury, New South Wales", "new-south-wales", "New South Wales"),
        ("Perth (WA)", "western-australia", "Western Australia"),
        ("Mildura, Vic", "victoria", "Victoria"),
        ("Port Victoria", "victoria", "Victoria"),  # no state behind it: the one that is taken for want of any other
    ],
)
def test_the_state_in_the_name_of_the_place_is_taken_by_the_commonwealths_program(
    place: str, state: str, calendar: str
) -> None:
    found = notification(place)
    assert question(found, "ndis-incidents/state@case").working == state
    told = " ".join(first_page(found, bounded=False).split())
    assert ("the local holidays of" in told) == bool(calendar)
    assert f"{calendar}: the local holidays of {place} are not known" in told or not calendar


def test_days_are_those_of_the_place_whose_name_says_its_state_wherever_supports_are_delivered() -> None:
    said = notification("Perth, WA", state="victoria")
    (clock,) = [each for each in said.clocks if each.id == "send-the-form"]
    assert str(clock.due).endswith("Perth time")
    assert not [point for point in said.points if point.address == "ndis-incidents/state@case"]


@pytest.mark.parametrize(
    ("states", "working"),
    [
        (["queensland"], "queensland"),
        (["queensland", "queensland"], "queensland"),
        (["queensland", "south-australia"], "victoria"),  # supports may be delivered in either: one is taken for both
        (["unknown"], "victoria"),
    ],
)
def test_until_it_is_said_supports_are_taken_to_be_delivered_in_the_state_in_which_it_happened(
    states: list[str], working: str
) -> None:
    document = write_case(case_of("ndis-died-in-hospital"))
    places = [{**document["places"][0], "id": f"ward-{place}", "state": state} for place, state in enumerate(states)]
    told = [{**document["concerns"][0], "id": f"i{place}", "place": f"ward-{place}"} for place in range(len(states))]
    case = rulebook().read_case({**document, "places": places, "concerns": told})
    found = decide_case(case, rulebook().program(NDIS).compiled)

    assert question(found, "ndis-incidents/state@case").working == working


def test_a_death_in_a_hospital_of_queensland_is_notified_by_the_clock_there() -> None:
    (notify,) = [each for each in decided("ndis-died-in-hospital").clocks if each.id == "notify"]
    assert str(notify.due) == "Sunday 17 August 2025, between 00:00 and 11:00, Brisbane time"


@pytest.mark.parametrize(
    ("area", "zone"), [("Townsville, Qld", "Brisbane"), ("Broome WA", "Perth"), ("Kingaroy", "Melbourne")]
)
def test_the_area_of_a_place_that_names_its_state_says_it(area: str, zone: str) -> None:
    found = notification("elsewhere", area)
    (clock,) = [each for each in found.clocks if each.id == "notify"]
    assert str(clock.due).endswith(f"{zone} time")
    asked = {point.address for point in found.points}
    assert ("ndis-incidents/state@case" in asked) == (zone == "Melbourne")
