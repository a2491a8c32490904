"""By when: elapsed hours, and the business days of the place, by whichever calendar is installed."""

from __future__ import annotations

from types import ModuleType

import attrs
import pytest
from ndis_cases import FORM, NOTIFICATION, compiled, decided, due, incident, records, standing, state

from cimscore.calendars import Due
from cimscore.case import HouseholdEntry, State
from cimscore.errors import CalendarError
from cimscore.reasoning.cases import run_of
from cimscore_ndis_incidents.calendars import state_calendars

ELSEWHERE = {"place": "elsewhere"}


def with_local_days() -> ModuleType:
    """Return the program that knows the local holidays of Queensland, where it is installed."""
    found: ModuleType = pytest.importorskip("cimscore_qld_child_safety", reason="its calendar is not installed")
    return found


@pytest.mark.parametrize(
    ("aware", "hours", "days"),
    [
        ("2025-03-03T10:00+11:00", "2025-03-04 10:00", "2025-03-11 24:00"),
        ("2025-04-17T15:20+10:00", "2025-04-18 15:20", "2025-04-29 24:00"),
        ("2025-10-04T12:00+10:00", "2025-10-05 13:00", "2025-10-10 24:00"),
    ],
)
def test_24_hours_are_elapsed_and_five_days_are_business_days(aware: str, hours: str, days: str) -> None:
    found = decided(incident(aware, **ELSEWHERE))
    assert due(found, "notify") == hours
    assert due(found, "send-the-form") == days


@pytest.mark.parametrize(
    ("reading", "expected"), [("same-clock", "2025-03-11 10:00"), ("close-of-business", "2025-03-11 17:00")]
)
def test_how_the_last_day_ends_is_a_reading(reading: str, expected: str) -> None:
    assert due(decided(incident(**ELSEWHERE), end_of_last_day=reading), "send-the-form") == expected


def test_whose_knowledge_counts_is_a_reading() -> None:
    case = incident(key_personnel_aware="2025-03-03T14:00+11:00", told="2025-03-03T10:00+11:00", **ELSEWHERE)
    assert due(decided(case), "notify") == "2025-03-04 10:00"
    assert due(decided(case, whose_knowledge="key-personnel"), "notify") == "2025-03-04 14:00"


def test_harm_found_later_starts_the_24_hours_anew_only_by_its_reading() -> None:
    practice = {
        "kind": "restrictive-practice",
        "authorisation_process": True,
        "authorised": False,
        "followed_the_plan": True,
        "practice_harmed": True,
        "aware_of_harm": "2025-03-05T10:00+11:00",
    }
    case = incident(**practice, **ELSEWHERE)
    assert due(decided(case), "notify") == "2025-03-04 10:00"
    assert due(decided(case, harm_found_later="from-the-harm"), "notify") == "2025-03-06 10:00"


def test_where_awareness_is_not_recorded_it_is_owed_for_certain_and_its_day_is_taken_to_follow_the_telling() -> None:
    found = decided(incident("2025-03-12T12:00+11:00", "2025-03-12T16:00+11:00", aware=None, **ELSEWHERE))
    assert due(found, "notify") == "Thursday 13 March 2025, between 12:00 and 16:00, Melbourne time"
    assert due(found, "send-the-form") == "2025-03-19 24:00"
    assert standing(found, "notify") == standing(found, "send-the-form") == "provisional"
    assert records(found, "certain") == {NOTIFICATION, FORM}


@pytest.mark.parametrize(
    ("question", "knows", "reading"),
    [
        ("aware", {}, {}),
        ("key_personnel_aware", {}, {"whose_knowledge": "key-personnel"}),
        ("known_to_others", {"only_the_accused_knew": True}, {}),
    ],
)
def test_others_may_learn_of_it_later_than_the_worker_who_was_told(
    question: str, knows: dict[str, bool], reading: dict[str, str]
) -> None:
    happened, told = "2025-03-12T12:00+11:00", "2025-03-12T16:00+11:00"
    known: dict[str, object] = {"aware": None, **knows, **ELSEWHERE}
    open_still = decided(incident(happened, told, **known), **reading)
    (point,) = (point for point in open_still.points if point.address.endswith(f"/{question.replace('_', '-')}@c1"))
    assert any("16:00 or later" in says for _, adds, _ in point.changes for says in adds)
    later = decided(incident(happened, told, **{**known, question: "2025-03-14T09:00+11:00"}), **reading)
    assert due(later, "notify") == "2025-03-15 09:00"
    assert [law.id for law in later.laws] == []


@pytest.mark.parametrize(
    ("aware", "expected"), [("2027-04-21T10:00+10:00", "2027-04-29"), ("2025-04-17T10:00+10:00", "2025-04-29")]
)
def test_in_another_state_its_own_days_count(aware: str, expected: str) -> None:
    case = incident(aware, state="queensland", **ELSEWHERE)
    assert due(decided(case), "send-the-form") == f"{expected} 24:00"
    assert due(decided(case, "", with_local_days()), "send-the-form") == f"{expected} 24:00"


def test_a_calendar_that_knows_the_places_of_a_state_takes_the_place_of_the_general_one() -> None:
    case = incident("2025-03-25T10:00+10:00", state="queensland", place="Toowoomba")
    assert due(decided(case), "send-the-form").startswith("between Tuesday 1 April 2025")
    assert due(decided(case, "", with_local_days()), "send-the-form") == "2025-04-02 24:00"


@pytest.mark.parametrize(
    ("state", "aware", "expected", "zone"),
    [
        ("victoria", "2025-10-31T10:00+11:00", "2025-11-10", "Melbourne"),
        ("queensland", "2025-10-03T10:00+10:00", "2025-10-13", "Brisbane"),
        ("new-south-wales", "2025-10-03T10:00+10:00", "2025-10-13", "Sydney"),
        ("south-australia", "2025-12-23T10:00+10:30", "2026-01-02", "Adelaide"),
        ("western-australia", "2025-09-26T10:00+08:00", "2025-10-06", "Perth"),
        ("tasmania", "2025-03-07T10:00+11:00", "2025-03-17", "Hobart"),
        ("northern-territory", "2025-08-01T10:00+09:30", "2025-08-11", "Darwin"),
        ("australian-capital-territory", "2025-05-30T10:00+10:00", "2025-06-10", "Sydney"),
    ],
)
def test_every_state_has_its_days_and_its_time(state: str, aware: str, expected: str, zone: str) -> None:
    found = decided(incident(aware, aware, state=state, **ELSEWHERE))
    assert due(found, "send-the-form") == f"{expected} 24:00"
    assert {str(clock.due).rpartition(", ")[2] for clock in found.clocks} == {f"{zone} time"}


@pytest.mark.parametrize("place", ["Brisbane, Qld", "Perth, WA", "Hobart Tas"])
def test_who_has_written_the_state_behind_a_place_is_not_told_to_say_it(
    place: str,
) -> None:
    found = decided(incident("2025-10-03T10:00+10:00", place=place, state=None))
    (form,) = (clock for clock in found.clocks if clock.id == "send-the-form")
    assert isinstance(form.due, Due)
    assert not [reason for reason in form.due.unsettled if "say its state" in reason]
    assert [point.address for point in found.points if point.address == "ndis-incidents/state@case"]


@pytest.mark.parametrize(
    ("states", "zone"),
    [(("queensland",), "Brisbane"), (("queensland", "south-australia"), "Melbourne"), ((), "Melbourne")],
)
def test_supports_are_taken_to_be_delivered_where_it_happened_until_it_is_said(
    states: tuple[str, ...], zone: str
) -> None:
    case = incident("2025-10-03T10:00+10:00", state=None)
    homes = tuple(HouseholdEntry(id=f"home-{at}", state=State(state)) for at, state in enumerate(states))
    told = (attrs.evolve(case.concerns[0], id=f"c{at + 1}", place=home.id) for at, home in enumerate(homes))
    found = decided(attrs.evolve(case, households=homes, concerns=(*told,) or case.concerns))

    assert {str(clock.due).rpartition(", ")[2] for clock in found.clocks if clock.id == "notify"} == {f"{zone} time"}
    assert [point.address for point in found.points if point.address == "ndis-incidents/state@case"]


@pytest.mark.parametrize(
    ("place", "states", "taken"),
    [
        ("Brisbane, Qld", (), "queensland"),
        ("Brisbane, Qld", ("south-australia",), "queensland"),
        ("elsewhere", ("south-australia",), "south-australia"),
        (None, ("south-australia",), "south-australia"),
        (None, ("south-australia", "queensland"), "victoria"),
        (None, (), "victoria"),
    ],
)
def test_one_state_is_taken_the_one_in_the_name_of_the_place_first(
    place: str | None, states: tuple[str, ...], taken: str
) -> None:
    case = incident("2025-10-03T10:00+10:00", state=None, place=place)
    homes = tuple(HouseholdEntry(id=f"home-{at}", state=State(state)) for at, state in enumerate(states))
    told = (attrs.evolve(case.concerns[0], id=f"c{at + 1}", place=home.id) for at, home in enumerate(homes))
    run = run_of(attrs.evolve(case, households=homes, concerns=(*told,) or case.concerns), compiled())
    assert [str(state) for (state,) in run.use("conclusion:state-taken").rows] == [taken]


def test_without_a_place_the_day_after_stands_beside_the_day() -> None:
    found = due(decided(incident(state="western-australia")), "send-the-form")
    assert found == "between Monday 10 March 2025, end of day and Tuesday 11 March 2025, end of day, Perth time"


def test_outside_every_state_somebody_there_can_say_when_the_days_end() -> None:
    found = decided(incident(state="another", **ELSEWHERE))
    assert "not counted" in due(found, "send-the-form")
    said = decided(incident(state="another", fifth_business_day="2025-03-11", **ELSEWHERE))
    assert due(said, "send-the-form-as-said") == "2025-03-11 24:00"
    assert [clock.id for clock in said.clocks] == ["notify", "send-the-form-as-said"]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("western-australia", "Tuesday 4 March 2025, between 00:00 and end of day, Perth time"),
        ("south-australia", "Tuesday 4 March 2025, between 00:00 and end of day, Adelaide time"),
        ("another", "between Tuesday 4 March 2025, 00:00 and Wednesday 5 March 2025, 03:00, Melbourne time"),
    ],
)
def test_a_day_alone_is_a_day_of_the_place(state: str, expected: str) -> None:
    assert due(decided(incident("2025-03-03", "2025-03-03", state=state, **ELSEWHERE)), "notify") == expected


@pytest.mark.parametrize(
    ("who", "knows", "reading"),
    [
        ("aware", {}, {}),
        ("key_personnel_aware", {}, {"whose_knowledge": "key-personnel"}),
        ("worker_aware", {}, {"whose_knowledge": "any-worker"}),
        ("known_to_others", {"only_the_accused_knew": True}, {}),
    ],
)
@pytest.mark.parametrize(
    ("happened", "told", "first"),
    [
        ("2025-03-03T15:00+11:00", "2025-03-03T17:00+11:00", "15:00"),
        ("2025-03-03T15:00+11:00", "2025-03-05T09:00+11:00", "15:00"),
        ("2025-03-01T15:00+11:00", "2025-03-03T17:00+11:00", "00:00"),
        ("2025-03-03", "2025-03-03T17:00+11:00", "00:00"),
    ],
)
def test_a_day_alone_begins_with_what_happened_on_it_and_has_no_other_bound(
    who: str, knows: dict[str, bool], reading: dict[str, str], happened: str, told: str, first: str
) -> None:
    found = decided(incident(happened, told, **ELSEWHERE, **knows, **{who: "2025-03-03"}), **reading)
    assert due(found, "notify") == f"Tuesday 4 March 2025, between {first} and end of day, Melbourne time"
    assert due(found, "send-the-form") == "2025-03-11 24:00"


@pytest.mark.parametrize(("day", "on"), [("2025-03-02", "Monday 3"), ("2025-03-04", "Wednesday 5")])
def test_what_lies_outside_the_day_does_not_bound_it(day: str, on: str) -> None:
    found = decided(incident("2025-03-03T15:00+11:00", "2025-03-03T17:00+11:00", aware=day, **ELSEWHERE))
    assert due(found, "notify") == f"{on} March 2025, between 00:00 and end of day, Melbourne time"


def test_a_day_alone_is_bounded_in_the_time_of_its_state() -> None:
    case = incident("2025-03-03T16:00+11:00", "2025-03-05", aware="2025-03-03", state="western-australia", **ELSEWHERE)
    on = "Tuesday 4 March 2025"
    assert due(decided(case), "notify") == f"{on}, between 13:00 and end of day, Perth time"


@pytest.mark.parametrize(("state", "zone"), [("western-australia", "Perth"), ("victoria", "Melbourne")])
def test_a_day_alone_is_the_whole_day_of_its_state_where_nobody_says_when_it_happened(state: str, zone: str) -> None:
    case = incident("", "2025-03-05T09:00+11:00", aware="2025-03-03", state=state, **ELSEWHERE)
    assert due(decided(case), "notify") == f"Tuesday 4 March 2025, between 00:00 and end of day, {zone} time"


@pytest.mark.parametrize(
    ("moment", "word"),
    [
        ("2025-03-04T14:59+11:00", "running"),
        ("2025-03-04T16:00+11:00", "cannot be told"),
        ("2025-03-05T00:01+11:00", "overdue"),
    ],
)
@pytest.mark.parametrize("kind", ["serious-injury", None])
def test_it_is_overdue_only_after_the_last_moment_that_it_can_be_due(moment: str, word: str, kind: str | None) -> None:
    case = incident("2025-03-03T15:00+11:00", "2025-03-03T17:00+11:00", aware="2025-03-03", kind=kind, **ELSEWHERE)
    assert [each.stands.word for each in decided(case, moment).clocks if each.id == "notify"] == [word]


@pytest.mark.parametrize(
    ("sent", "moment", "word"),
    [
        ("", "2025-03-04T09:00+11:00", "running"),
        ("", "2025-03-04T11:00+11:00", "overdue"),
        ("2025-03-04T10:00+11:00", "2025-03-05T10:00+11:00", "met"),
        ("2025-03-04T10:01+11:00", "2025-03-05T10:00+11:00", "met-late"),
    ],
)
def test_a_notification_runs_is_overdue_or_was_sent(sent: str, moment: str, word: str) -> None:
    assert state(decided(incident(sent=sent, **ELSEWHERE), moment), "notify") == {word: "certain"}


def test_a_package_that_no_longer_names_the_holidays_is_refused_and_says_which_one_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("holidays.country_holidays", lambda *_, **__: {})
    with pytest.raises(CalendarError, match=r"does not give '.+' for every year up to 2035.* Install holidays 0\.109"):
        state_calendars()
