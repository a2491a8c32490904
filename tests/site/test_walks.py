"""Readers' walks: from the home page to an answer, by visible words alone, in few clicks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

ACCOUNT = Path(__file__).parents[2] / "site" / "docs" / "guides" / "walks.md"
Browser = Callable[..., Any]
Step = dict[str, str]

MOST_CLICKS: Final = 5
MOST_SCREENS: Final = 6
"""How far down, in screens of 900 points, a reader looks for what to click next, or for the answer."""

EXAMPLES: Final = {"click": "What now, by when, and whom do we ask?"}
WALKS: Final[dict[str, tuple[list[Step], list[str]]]] = {
    "three business days become four: which outcomes move": (
        [{"type": "three business days", "click": "Approval of a five-day response"}],
        [
            "If “3 business days” were another for 5-day",
            "Clock: approve (20) · Clock: transfer (20)",
            "Sheets to sign again",
        ],
    ),
    "must we report this near miss of May 2024": (
        [EXAMPLES, {"click": "2024, June: policy update"}, {"click": "A near miss of May 2024"}],
        ["Friday 17 May 2024, end of day", "The guide is not among the sources", "Incident report of c1 (provisional"],
    ),
    "is every sentence covered, by which tests, and who read it": (
        [
            {"click": "Its coverage", "under": "Queensland"},
            {"click": "Record the outcome", "under": "Every passage of its documents"},
            {"click": "Approve a notification"},
            {"click": "Q-A2: Approval of a five-day response", "under": "Approve a notification"},
        ],
        ["Tests", "✓ passed", "Read by"],
    ),
    "two homes and a half-sister: what now, by when, whom to ask": (
        [
            EXAMPLES,
            {"click": "Record subject child or other child"},
            {"click": "A half-sister in one of two homes, not decided about yet"},
        ],
        [
            "First clock: Thursday 6 March 2025",
            "Notification of south, priority 5-day",
            "The child safety officer decides",
        ],
    ),
    "an incident on its second day: what is late": (
        [EXAMPLES, {"click": "On day two"}],
        ["notify the incident [overdue by 23 hours]", "report the incident [running, 1 business day left]"],
    ),
    "a provider is out of scope: why, and who else": (
        [
            EXAMPLES,
            {"click": "2019: NDIS funded services"},
            {"click": "an organisation that only the NDIS funds is out of scope"},
        ],
        ["What fails: Does the department fund the organisation? no", "may be owed to the NDIS Commission alone"],
    ),
}
"""What each reader wants to know, what they click, and what they then have before them."""


@pytest.mark.parametrize("asked", WALKS)
def test_a_reader_finds_the_answer_in_few_clicks_and_without_a_long_way_down(browser: Browser, asked: str) -> None:
    steps, answers = WALKS[asked]

    walked = browser("walk", steps=steps, answers=answers)

    way = [*(step["screens"] for step in walked["steps"]), *(down or 0 for down in walked["answers"].values())]
    print(f"{asked}: {walked['clicks']} clicks, {walked['seconds']:.1f} s, {max(way):.1f} screens down; {walked['at']}")
    assert [answer for answer, down in walked["answers"].items() if down is None] == []
    assert walked["clicks"] <= MOST_CLICKS
    assert max(way) < MOST_SCREENS


def test_the_account_of_the_walks_has_each_of_them_with_its_clicks() -> None:
    rows = [line.split(" | ") for line in ACCOUNT.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    told = {row[0].removeprefix("| "): row[1] for row in rows[1:]}

    assert told == {asked: str(len(steps)) for asked, (steps, _) in WALKS.items()}
