"""A place is found whatever its spelling, and one that is not found is never taken for another."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import attrs
import pytest

from cimscore.calendars import Calendar, LocalDays, listed_places, named_places, named_state, state_in
from cimscore.calendars.states import CALLED
from cimscore.case import State, place_key
from cimscore.errors import CalendarError

STATES = {"victoria": ("Victoria", "Vic"), "new-south-wales": ("New South Wales", "NSW")}


@pytest.mark.parametrize(
    "name",
    ["Moyne", "moyne", " MOYNE ", "Shire of Moyne", "the shire of Moyne", "Moyne Shire", "Moyne Shire Council",
     "Moyne, Vic", "Moyne, Victoria", "Moyne (VIC)", "Moyne Vic 3280"],
)  # fmt: skip
def test_every_spelling_of_a_place_finds_it(vic: Calendar, name: str) -> None:
    assert vic.place_called(name) == "Moyne"
    assert vic.business_days(1, dt.date(2025, 4, 30), name).day == dt.date(2025, 5, 2)


@pytest.mark.parametrize("name", ["Toowoomba Region", "Toowoomba Regional Council", "North Toowoomba"])
def test_a_region_is_more_than_its_town_and_is_only_suggested(qld: Calendar, name: str) -> None:
    assert qld.place_called(name) is None
    assert qld.did_you_mean(name) == "Did you mean 'Toowoomba'?"


def test_a_slip_of_the_finger_is_only_suggested(vic: Calendar) -> None:
    assert vic.place_called("Warnambool") is None
    assert vic.did_you_mean("Warnambool") == "Did you mean 'Warrnambool'?"
    assert vic.did_you_mean("Wattle Plains") == ""


@pytest.mark.parametrize("name", ["Mildura", "Perth", "Albury", "Brisbane", "Moira", "Geeveston"])
def test_a_name_that_is_nothing_like_a_listed_place_has_no_hint_at_it(vic: Calendar, name: str) -> None:
    assert vic.did_you_mean(name) in ("", "Did you mean 'Mildura south of Murray-Sunset National Park'?")
    assert "Murtoa" not in vic.did_you_mean(name)


def test_a_place_within_a_state_is_known_to_lie_there_though_its_days_are_not(vic: Calendar) -> None:
    within = ["Mildura", "Rural City of Mildura", "Shepparton", "Moyne", "metropolitan Melbourne", "Albury, Vic"]
    assert [name for name in within if not vic.has_place(name)] == []
    assert [name for name in ["Albury", "Perth", "Brisbane", "Albury, NSW"] if vic.has_place(name)] == []
    assert vic.place_called("Shepparton") is None


def test_two_places_that_share_a_spelling_are_not_taken_for_one_another(example: Calendar) -> None:
    both = example.with_local("Riverton", {}).local | {"Riverton Shire": LocalDays()}
    calendar = attrs.evolve(example, local=both)
    assert calendar.place_called("riverton") is None
    assert calendar.place_called("Riverton Shire") == "Riverton Shire"


def test_what_is_left_of_a_name_is_never_nothing() -> None:
    assert place_key("City of") == "city of"
    assert place_key("Shire") == "shire"


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Albury, New South Wales", "new-south-wales"),
        ("Albury NSW 2640", "new-south-wales"),
        ("Tweed Heads (NSW), Australia", "new-south-wales"),
        ("New South Wales", "new-south-wales"),
        ("Geelong, Victoria", "victoria"),
        ("Victoria Point", ""),
        ("Port Victoria", ""),
        ("Mount Victoria, NSW", "new-south-wales"),
        ("Albury", ""),
    ],
)
def test_a_name_says_its_state_behind_it_and_nowhere_else(name: str, state: str) -> None:
    assert state_in(name, STATES) == state


@pytest.mark.parametrize("state", CALLED)
@pytest.mark.parametrize("named", ["{}", "Kingston, {}", "Kingston ({}), Australia", "Kingston, {} 5000 Australia"])
def test_every_state_is_found_by_its_whole_name_behind_a_place(state: State, named: str) -> None:
    assert named_state(named.format(CALLED[state][0])) is state


def test_the_country_behind_a_place_is_no_part_of_a_state() -> None:
    assert named_state("Kingston South, Australia") is None


HOLIDAYS = {dt.date(2025, 11, 4): "Cup Day"}
GOOD = """year = 2025
source = "A page"
called = "{place} day"
instead_of = "Cup Day"
[list.days]
Hill = 2025-10-08
"""


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package that has a list."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "invented_lists", raising=False)
    package = tmp_path / "invented_lists"
    package.mkdir()
    (package / "__init__.py").touch()
    return package / "days.toml"


def test_a_list_gives_each_place_its_day_and_takes_the_one_it_replaces(listed: Path) -> None:
    listed.write_text(f"[[list]]\n{GOOD}", "utf-8")
    (hill,) = listed_places("invented_lists", "days.toml", HOLIDAYS).local.values()

    assert (hill.added, hill.removed) == ({dt.date(2025, 10, 8): "Hill day"}, frozenset(HOLIDAYS))
    assert (hill.years, hill.sources) == (frozenset({2025}), {2025: "A page"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace('source = "A page"\n', ""), "lacks source"),
        (GOOD.replace("2025-10-08", "2026-10-08"), "Give a day of 2025"),
        (GOOD.replace("2025-10-08", '"8 October"'), "Give a day of 2025"),
        (GOOD.replace("Cup Day", "Show Day"), "there is no holiday 'Show Day' in that year"),
        (f"colour = 1\n{GOOD}", "has colour"),
        (GOOD.replace("year = 2025\n", ""), "the list for no year lacks year"),
        (GOOD.replace("2025-10-08", "2025-10-08T09:00:00"), "Give a day of 2025"),
        (f"whole = [2025-01-01, 2026-12-31]\n{GOOD}", "Give a day of 2025"),
    ],
)
def test_a_list_that_is_not_sound_is_refused_with_what_to_do(listed: Path, text: str, said: str) -> None:
    listed.write_text(f"[[list]]\n{text}", "utf-8")
    with pytest.raises(CalendarError, match=said):
        listed_places("invented_lists", "days.toml", HOLIDAYS)


def test_lists_of_two_years_give_a_place_the_days_of_both(listed: Path) -> None:
    later = GOOD.replace("2025", "2026").replace('instead_of = "Cup Day"\n', "")
    listed.write_text(f"[[list]]\nwhole = [2025-01-01, 2025-12-31]\n{GOOD}[[list]]\n{later}", "utf-8")
    holidays = HOLIDAYS | {dt.date(2026, 11, 3): "Cup Day"}
    found = listed_places("invented_lists", "days.toml", holidays)

    assert found.whole == ((dt.date(2025, 1, 1), dt.date(2025, 12, 31)),)
    assert list(found.local["Hill"].added) == [dt.date(2025, 10, 8), dt.date(2026, 10, 8)]
    assert found.local["Hill"].removed == frozenset(HOLIDAYS)
    assert found.local["Hill"].years == {2025, 2026}
    assert named_places("invented_lists", "days.toml") == {"Hill"}


def test_every_listed_day_of_the_programs_has_its_source(qld: Calendar, vic: Calendar) -> None:
    for calendar in (qld, vic):
        for local in calendar.local.values():
            assert all(local.sources[day.year] for day in local.added)


def test_another_year_is_added_to_what_a_place_has(qld: Calendar) -> None:
    more = qld.with_years_of("shire of dalby", LocalDays(added={dt.date(2026, 4, 10): "Show"}, years=frozenset({2026})))

    assert more.places == qld.places
    assert more.business_days(1, dt.date(2026, 4, 9), "Dalby").day == dt.date(2026, 4, 13)
    assert more.business_days(1, dt.date(2025, 4, 10), "Dalby").day == dt.date(2025, 4, 14)


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Albury NSW", State.NEW_SOUTH_WALES),
        ("Perth, WA", State.WESTERN_AUSTRALIA),
        ("Mount Gambier (SA) 5290", State.SOUTH_AUSTRALIA),
        ("Devonport, Tasmania, Australia", State.TASMANIA),
        ("Palmerston NT", State.NORTHERN_TERRITORY),
        ("Belconnen, ACT", State.CAPITAL_TERRITORY),
        ("Footscray Vic", State.VICTORIA),
        ("Tweed Heads, Qld", State.QUEENSLAND),
        ("Victoria Point", None),
        ("Port Victoria", None),
        ("Kwinana", None),
        ("Launceston Tasmanian Road", None),
        (None, None),
    ],
)
def test_every_state_and_territory_is_known_by_its_whole_name_and_shortly(name: object, state: State | None) -> None:
    assert named_state(name) is state


def test_a_calendar_is_called_by_its_id_its_title_and_its_other_names(vic: Calendar) -> None:
    assert vic.is_called("Victoria") and vic.is_called("vic") and vic.is_called(vic.id)
    assert not vic.is_called("Queensland")


def test_a_list_of_some_years_gives_no_day_of_another(example: Calendar) -> None:
    longer = attrs.evolve(example, last_year=2026)
    listed = longer.with_local("Riverside", {dt.date(2025, 12, 30): "River Day"})

    places = {place for day in listed.business_days_anywhere(3, dt.date(2025, 12, 29)) for place in day.places}
    assert "Hilltown" in places and "Riverside" not in places


def test_a_text_is_no_day(example: Calendar) -> None:
    with pytest.raises(TypeError, match=r"'2025-03-03' is no day\. Write it as"):
        example.business_days(1, "2025-03-03")  # type: ignore[arg-type]
