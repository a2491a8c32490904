"""Victoria's holidays, day by day."""

from __future__ import annotations

import datetime as dt
import tomllib
from importlib.resources import files

import pytest

from cimscore.calendars import OWN_HOLIDAY, Calendar, due_business_days
from cimscore.case import Moment, place_key
from cimscore.errors import CalendarError
from cimscore_vic_cims.calendars import METROPOLITAN, victoria

WEEKDAYS = {
    2024: [(1, 1), (1, 26), (3, 11), (3, 29), (4, 1), (4, 25), (6, 10), (9, 27), (11, 5), (12, 25), (12, 26)],
    2025: [(1, 1), (1, 27), (3, 10), (4, 18), (4, 21), (4, 25), (6, 9), (9, 26), (11, 4), (12, 25), (12, 26)],
    2026: [(1, 1), (1, 26), (3, 9), (4, 3), (4, 6), (6, 8), (9, 25), (11, 3), (12, 25), (12, 28)],
    2027: [(1, 1), (1, 26), (3, 8), (3, 26), (3, 29), (6, 14), (9, 24), (11, 2), (12, 27), (12, 28)],
}


def weekday_holidays(calendar: Calendar, year: int, place: str | None = None) -> list[tuple[int, int]]:
    """Every Monday to Friday of the year that is no business day."""
    days = (dt.date(year, 1, 1) + dt.timedelta(days=number) for number in range(366))
    return [
        (day.month, day.day)
        for day in days
        if day.year == year and day.weekday() < 5 and calendar.why_closed(day, place) is not None
    ]


@pytest.mark.parametrize("place", [None, METROPOLITAN])
@pytest.mark.parametrize("year", WEEKDAYS)
def test_the_weekday_holidays_are_those_of_the_statute(vic: Calendar, year: int, place: str | None) -> None:
    assert WEEKDAYS[year] == weekday_holidays(vic, year, place)


def test_anzac_day_on_a_sunday_has_no_substitute(vic: Calendar) -> None:
    assert vic.why_closed(dt.date(2027, 4, 26)) is None


def test_christmas_eve_is_a_whole_business_day(vic: Calendar) -> None:
    assert vic.part_days == ()
    assert vic.why_closed(dt.date(2024, 12, 24)) is None


def test_the_place_matters_around_cup_day_because_a_council_may_keep_another(vic: Calendar) -> None:
    around, later = (vic.business_days_anywhere(3, day) for day in (dt.date(2024, 11, 1), dt.date(2024, 11, 6)))

    assert [answer.count.day for answer in around] == [dt.date(2024, 11, 6), dt.date(2024, 11, 7)]
    assert around[0].places == ("where another day replaced Melbourne Cup Day",)
    assert METROPOLITAN in around[1].places
    assert OWN_HOLIDAY in around[1].places
    assert [answer.count.day for answer in later] == [dt.date(2024, 11, 11), dt.date(2024, 11, 12)]
    assert len(vic.business_days_anywhere(3, dt.date(2025, 3, 3))) == 1


def test_a_council_needs_its_days_supplied(vic: Calendar) -> None:
    with pytest.raises(CalendarError, match="with_local"):
        vic.business_days(3, dt.date(2024, 11, 1), "Example Shire")


@pytest.mark.parametrize(
    ("after", "predicted"),
    [(dt.date(2025, 9, 25), False), (dt.date(2026, 9, 24), False), (dt.date(2027, 9, 23), True)],
)
def test_a_deadline_across_a_final_not_yet_fixed_says_so(vic: Calendar, after: dt.date, predicted: bool) -> None:
    due = due_business_days(vic, Moment(after), 1)

    assert predicted is due.predicted
    assert predicted is ("expected, not yet fixed" in due.notes()[0])


@pytest.mark.parametrize("day", [dt.date(2017, 12, 29), dt.date(2036, 1, 3)])
def test_the_years_outside_2018_to_2035_are_refused(vic: Calendar, day: dt.date) -> None:
    with pytest.raises(CalendarError, match="covers 2018 to 2035"):
        vic.why_closed(day)


def test_every_year_covered_has_its_holidays(vic: Calendar) -> None:
    """The package gives an empty year, without a word, for one that it does not know."""
    assert all(9 <= len(weekday_holidays(vic, year)) <= 13 for year in range(2018, 2036))


@pytest.mark.parametrize("missing", ["Melbourne Cup Day", "Friday before the AFL Grand Final"])
def test_a_package_that_no_longer_names_a_moving_day_is_refused(
    vic: Calendar, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    renamed = {day: "Another Name" if name == missing else name for day, name in vic.holidays.items()}
    monkeypatch.setattr("holidays.country_holidays", lambda *_, **__: renamed)

    with pytest.raises(CalendarError, match=missing):
        victoria()


@pytest.mark.parametrize("language", ["en_US", "th", ""])
def test_days_have_one_name_whatever_the_language_of_the_machine(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    assert victoria().holidays[dt.date(2025, 3, 10)] == "Labour Day"


def test_every_council_is_known_by_name_once() -> None:
    listed = tomllib.loads(files("cimscore_vic_cims").joinpath("places.toml").read_text("utf-8"))
    councils = [*listed["metropolitan"], *listed["councils"]]
    assert len(councils) == len(set(map(place_key, councils))) == 79


@pytest.mark.parametrize("name", ["Maribyrnong", "City of Boroondara", "Merri-bek City Council"])
def test_a_metropolitan_council_keeps_cup_day(vic: Calendar, name: str) -> None:
    assert vic.why_closed(dt.date(2026, 11, 3), name) is not None
    assert len(vic.business_days_anywhere(3, dt.date(2026, 10, 30), place="Maribyrnong")) == 1
    assert vic.business_days(3, dt.date(2026, 10, 30), name).day == dt.date(2026, 11, 5)


@pytest.mark.parametrize("name", ["Mildura", "Melton", "Mornington Peninsula", "Footscray"])
def test_of_another_council_nothing_certain_is_said(vic: Calendar, name: str) -> None:
    found = [answer.count.day for answer in vic.business_days_anywhere(3, dt.date(2026, 10, 30), place=name)]
    assert found == [dt.date(2026, 11, 4), dt.date(2026, 11, 5)]
