"""Queensland's holidays, day by day."""

from __future__ import annotations

import datetime as dt

import pytest

from cimscore.calendars import NO_LOCAL_HOLIDAY, OWN_HOLIDAY, Calendar
from cimscore.errors import CalendarError
from cimscore_qld_child_safety.calendars import queensland

EKKA = {2024: (8, 14), 2025: (8, 13), 2026: (8, 12), 2027: (8, 11)}
WEEKDAYS = {
    2024: [(1, 1), (1, 26), (3, 29), (4, 1), (4, 25), (5, 6), (10, 7), (12, 25), (12, 26)],
    2025: [(1, 1), (1, 27), (4, 18), (4, 21), (4, 25), (5, 5), (10, 6), (12, 25), (12, 26)],
    2026: [(1, 1), (1, 26), (4, 3), (4, 6), (5, 4), (10, 5), (12, 25), (12, 28)],
    2027: [(1, 1), (1, 26), (3, 26), (3, 29), (4, 26), (5, 3), (10, 4), (12, 27), (12, 28)],
}


def weekday_holidays(calendar: Calendar, year: int, place: str | None = None) -> list[tuple[int, int]]:
    """Every Monday to Friday of the year that is no business day."""
    days = (dt.date(year, 1, 1) + dt.timedelta(days=number) for number in range(366))
    return [
        (day.month, day.day)
        for day in days
        if day.year == year and day.weekday() < 5 and calendar.why_closed(day, place) is not None
    ]


@pytest.mark.parametrize("year", WEEKDAYS)
def test_the_weekday_holidays_are_those_of_the_statute(qld: Calendar, year: int) -> None:
    assert WEEKDAYS[year] == weekday_holidays(qld, year)


@pytest.mark.parametrize("year", WEEKDAYS)
def test_the_royal_show_is_a_holiday_of_brisbane_only(qld: Calendar, year: int) -> None:
    assert sorted([*WEEKDAYS[year], EKKA[year]]) == weekday_holidays(qld, year, "Brisbane")


def test_anzac_day_on_a_sunday_is_kept_on_the_monday(qld: Calendar) -> None:
    closed = qld.why_closed(dt.date(2027, 4, 26))

    assert closed is not None
    assert closed.why == "ANZAC Day"


SHOWS = {place: day for place, local in queensland().local.items() for day in local.added if place != "Brisbane"}


@pytest.mark.parametrize("place", SHOWS)
def test_a_show_day_is_a_holiday_of_its_place_and_year_only(qld: Calendar, place: str) -> None:
    day = SHOWS[place]
    closed = qld.why_closed(day, place)

    assert closed is not None
    assert closed.why == f"{place} show day"
    assert qld.why_closed(day) is None
    with pytest.raises(CalendarError, match="for 2025 only"):
        qld.why_closed(day.replace(year=2026), place)


def test_a_place_whose_show_day_is_not_known_is_refused_until_it_is_supplied(qld: Calendar) -> None:
    with pytest.raises(CalendarError, match="does not know the local holidays of 'Example Shire'"):
        qld.business_days(3, dt.date(2025, 3, 3), "Example Shire")

    supplied = qld.with_local("Example Shire", {dt.date(2025, 3, 4): "Example Show"})
    assert supplied.business_days(3, dt.date(2025, 3, 3), "Example Shire").day == dt.date(2025, 3, 7)


def test_the_place_matters_in_the_week_of_a_show_and_not_in_a_week_without_one(qld: Calendar) -> None:
    show_week = qld.business_days_anywhere(3, dt.date(2025, 3, 25))

    assert [answer.places[0] for answer in show_week] == [NO_LOCAL_HOLIDAY, "Toowoomba"]
    assert "Brisbane" in show_week[0].places
    assert len(qld.business_days_anywhere(3, dt.date(2025, 4, 14))) == 1


@pytest.mark.parametrize(("place", "days"), [("", [14, 17]), ("Longreach", [14, 17]), ("Dalby", [14, 17])])
def test_where_a_year_has_no_whole_list_a_show_day_is_allowed_for(qld: Calendar, place: str, days: list[int]) -> None:
    answers = qld.business_days_anywhere(3, dt.date(2026, 8, 11), place=place)

    assert [answer.count.day.day for answer in answers] == days
    assert answers[1].places[0] == OWN_HOLIDAY
    assert qld.business_days(3, dt.date(2026, 8, 11), "Brisbane").day.day == 17


def test_the_show_of_a_year_to_come_is_marked_as_expected(qld: Calendar) -> None:
    fixed, expected = (qld.why_closed(day, "Brisbane") for day in (dt.date(2025, 8, 13), dt.date(2030, 8, 14)))

    assert fixed is not None and expected is not None
    assert (fixed.predicted, expected.predicted) == (False, True)


def test_christmas_eve_is_a_holiday_in_the_evening_since_2019_and_a_business_day(qld: Calendar) -> None:
    assert [part.day for part in qld.part_days] == [dt.date(year, 12, 24) for year in range(2019, 2036)]
    assert {part.begins for part in qld.part_days} == {dt.time(18)}
    assert qld.why_closed(dt.date(2024, 12, 24)) is None
    assert qld.business_days(1, dt.date(2018, 12, 23)).part_days == ()


@pytest.mark.parametrize("day", [dt.date(2017, 12, 29), dt.date(2036, 1, 3)])
def test_the_years_outside_2018_to_2035_are_refused(qld: Calendar, day: dt.date) -> None:
    with pytest.raises(CalendarError, match="covers 2018 to 2035"):
        qld.why_closed(day)


def test_every_year_covered_has_its_holidays(qld: Calendar) -> None:
    """The package gives an empty year, without a word, for one that it does not know."""
    assert all(8 <= len(weekday_holidays(qld, year)) <= 11 for year in range(2018, 2036))


def test_two_calendars_of_one_version_are_equal_and_name_it(qld: Calendar) -> None:
    assert queensland() == qld
    assert qld.version.startswith("holidays ")


def test_a_package_that_no_longer_names_the_show_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise Brisbane's holiday would quietly become everyone's."""
    monkeypatch.setattr("holidays.country_holidays", lambda *_, **__: {dt.date(2025, 8, 13): "Ekka"})

    with pytest.raises(CalendarError, match="cannot be told from Queensland's"):
        queensland()
