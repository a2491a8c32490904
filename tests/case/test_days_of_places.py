"""The holidays of a place in a case built in Python: one list for each place and year, each day once."""

from __future__ import annotations

import datetime as dt

import pytest

from cimscore.case import Case, LocalDaysEntry, State
from cimscore.errors import CaseError, Problem

CUP, SHOW = dt.date(2025, 11, 4), dt.date(2025, 8, 13)


def problems(*entries: LocalDaysEntry) -> list[Problem]:
    try:
        Case(id="days", local_days=entries)
    except CaseError as error:
        return list(error.problems)
    return []


def moyne(at: str = "Moyne", **parts: object) -> LocalDaysEntry:
    return LocalDaysEntry(at=at, **{"holidays": (CUP,), **parts})


@pytest.mark.parametrize(
    "other",
    [
        moyne("Shire of Moyne"),
        moyne("moyne shire", holidays=(), working=(SHOW,)),
        moyne(holidays=(), years=(2025,)),
        moyne(state=State.VICTORIA),
    ],
)
def test_a_place_and_year_is_listed_once_however_it_is_spelt(other: LocalDaysEntry) -> None:
    (problem,) = problems(moyne(), other)

    assert (problem.where, problem.beside) == ("local_days[1]", ("local_days[0]",))
    assert problem.found == "the holidays of the same place and year again"


@pytest.mark.parametrize(
    "other", [moyne("Hamilton"), moyne(holidays=(dt.date(2026, 11, 3),)), moyne(state=State.QUEENSLAND)]
)
def test_another_place_year_or_state_is_another_list(other: LocalDaysEntry) -> None:
    assert problems(moyne(state=State.VICTORIA), other) == []


def test_a_list_that_says_nothing_is_told() -> None:
    (problem,) = problems(moyne(holidays=()))
    assert problem.found == "no day and no year"


def test_a_day_is_a_holiday_or_a_working_day() -> None:
    (problem,) = problems(moyne(holidays=(CUP, SHOW), working=(SHOW,)))

    assert problem.where == "local_days[0].working"
    assert problem.found == "2025-08-13, which is among holidays too"
