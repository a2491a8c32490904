"""A moment of which a span is known may lie in a window that neither end lies in: what hangs on it is told."""

from __future__ import annotations

import datetime as dt
from typing import Any

import cimscore
from cimscore.assessment import Decision, first_page
from cimscore.calendars import Hours
from cimscore.case import Moment
from cimscore.rules import Clocks, Comparison, Concern, Conclusion, Condition, Question, Topic, Value
from cimscore.rules.vocabulary import is_concern, occurred, received
from cimscore.testing import InlinePlugin, case

concern, happened, moment = Concern("concern"), Value("happened", Moment), Value("moment", Moment)
CLAUSE = "doc/heading/clause"
AGREED = Question(id="agreed", things=(concern,), text="Is {concern} agreed?", answers=bool, cites=(CLAUSE,))


def is_in_january(when: Any) -> int:
    """Return how certain it is that a moment is in January 2025."""
    if not isinstance(when, Moment):
        return 1
    day = when.value if type(when.value) is dt.date else when.value.date()
    return 3 if (day.year, day.month) == (2025, 1) else 0


in_january = Comparison("{0} [is] in January 2025", is_in_january)


def decision(also: Condition, told: str = "unknown") -> Decision:
    """Return the decision of a concern of which a clock, and something else, is owed if it was in January."""
    clocks = Clocks((concern,))
    clocks.clock(
        "meet", "hold a meeting", owed=occurred(concern, happened) & in_january(happened) & also,
        starts=received(moment), moment=moment, within=Hours(24), cites=[CLAUSE],
    )  # fmt: skip
    cold = Conclusion("cold", (concern,), "{concern} [is] a cold one", topic=Topic.SUBJECTS)
    cold.row("january", concern, when=occurred(concern, happened) & in_january(happened) & also, cites=[CLAUSE])
    rulebook = cimscore.load_rulebook([InlinePlugin(tables=(clocks, cold))])
    asked = case(rulebook, "invented", people=["ari"], concerns={"c1": {"about": ["ari"], "occurred": told}})
    (found,) = cimscore.assess(asked, rulebook).decisions
    return found


def test_what_hangs_on_the_moment_is_told() -> None:
    (point,) = decision(is_concern(concern)).points
    assert (point.address, point.changes, point.unlisted) == ("occurred@c1", (), True)
    assert point.moves == ("whether to hold a meeting", "whether c1 is a cold one")
    page = " ".join(first_page(decision(is_concern(concern))).split())
    assert "It decides whether to hold a meeting and whether c1 is a cold one." in page


def test_an_answer_within_the_window_brings_it_and_another_does_not() -> None:
    found = decision(is_concern(concern), "2025-01-20")
    assert [clock.what for clock in found.clocks] == ["hold a meeting"]
    assert decision(is_concern(concern), "2025-02-20").clocks == ()


def test_what_another_answer_is_needed_for_too_is_told_as_that() -> None:
    points = {point.address: point for point in decision(AGREED(concern)).points}
    assert points.keys() == {"occurred@c1", "invented/agreed@c1"}
    assert points["occurred@c1"].moves[0] == "perhaps together with another answer whether to hold a meeting"
    assert not points["invented/agreed@c1"].unlisted
