"""A receipt lists the calendars that the program's clocks may count on, whatever else is installed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import cimscore
from cimscore.calendars import BusinessDays, Calendar
from cimscore.case import Moment
from cimscore.rules import Clocks, Concern, Value
from cimscore.rules.vocabulary import is_concern, received
from cimscore.testing import InlinePlugin

CONCERN, MOMENT = Concern("concern"), Value("moment", Moment)
EXAMPLES = Path(__file__).parents[2] / "examples"
ZONE = ZoneInfo("Europe/London")


def council(id: str) -> Calendar:
    return Calendar(
        id=id, title=f"Business days of {id}", zone=ZONE, first_year=2025, last_year=2025, version="by hand",
        holidays={dt.date(2025, 1, 1): "New Year's Day"},
    )  # fmt: skip


def receipt(calendars: tuple[Calendar, ...], **parts: Any) -> str:
    clocks = Clocks((CONCERN,))
    clocks.clock(
        "act", "act", owed=is_concern(CONCERN), starts=received(MOMENT), within=BusinessDays(2), who="the worker",
        cites=["doc/heading/clause"], **parts,
    )  # fmt: skip
    rulebook = cimscore.load_rulebook(also=[InlinePlugin(id="plain", zone=ZONE, tables=(clocks,), calendars=calendars)])
    document = {
        "cimscore": 1, "id": "small", "programs": ["plain"], "dates": {"received": "2025-03-03T10:00+00:00"},
        "people": [{"id": "ari"}], "concerns": [{"id": "c1", "about": ["ari"], "kind": "harm"}],
    }  # fmt: skip
    (decision,) = cimscore.assess(rulebook.read_case(document), rulebook).decisions
    return dict(decision.receipt)["calendars"]


def test_calendars_of_other_programs_stay_out() -> None:
    assert receipt((council("here"),)) == "here by hand"


def test_of_its_own_calendars_the_one_that_a_clock_names_is_told() -> None:
    assert receipt((council("here"), council("there")), calendar="there") == "there by hand"


@pytest.mark.parametrize("example", ["december-gap", "dual-funded"])
def test_a_clock_that_takes_its_calendar_from_the_case_may_count_on_any(example: str) -> None:
    rulebook = cimscore.load_rulebook()
    decisions = cimscore.assess(rulebook.read_case(EXAMPLES / f"{example}.yaml"), rulebook).decisions
    told = {decision.program: dict(decision.receipt)["calendars"] for decision in decisions}
    assert "victoria" in told["vic-cims"] and "queensland" in told["vic-cims"]
