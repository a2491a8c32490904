"""A clock of a concern and a home names each home; what a page has no room for is counted where it would stand."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import cimscore
from cimscore.assessment import Decision, first_page
from cimscore.assessment.page.marks import marks_of
from cimscore.assessment.page.questions import questions_section
from cimscore.assessment.page.room import LEAST
from cimscore.assessment.page.setting import PageSetting
from cimscore.calendars import Hours
from cimscore.case import Moment
from cimscore.rules import Clocks, Concern, Household, Person, Question, Value, some
from cimscore.rules.vocabulary import is_about, lives_in, received
from cimscore.testing import InlinePlugin, case

concern, child, home, moment = Concern("concern"), Person("child"), Household("home"), Value("moment", Moment)
SERIOUS = Question(
    id="serious", things=(concern,), text="Is {concern} serious?", answers=bool, cites=("doc/heading/clause",)
)
HOMES = Clocks((concern, home))
HOMES.clock(
    "tell", "tell the home", owed=some(child, is_about(concern, child) & lives_in(child, home)),
    starts=received(moment), within=Hours(24), who="the leader", cites=["doc/heading/clause"],
)  # fmt: skip
CONCERNS = Clocks((concern,))
CONCERNS.clock(
    "report", "write the report", owed=some(child, is_about(concern, child)) & SERIOUS(concern),
    starts=received(moment), within=Hours(48), cites=["doc/heading/clause"],
)  # fmt: skip


def decision(concerns: dict[str, Any]) -> Decision:
    """Return the decision of a case of a child with two homes."""
    rulebook = cimscore.load_rulebook([InlinePlugin(tables=(HOMES, CONCERNS))])
    stays = [("ivy", "north", "part-time"), ("ivy", "south", "part-time"), ("ann", "north", "full-time")]
    told = case(
        rulebook, "invented", people={"ivy": "2016-06-01", "ann": "1990"}, concerns=concerns,
        homes={"north": (), "south": ()},
        residences=[{"person": person, "household": home, "kind": kind} for person, home, kind in stays],
    )  # fmt: skip
    (found,) = cimscore.assess(told, rulebook).decisions
    return found


@pytest.mark.parametrize(
    ("concerns", "names"),
    [
        ({"i1": {"about": ["ivy"]}}, "the home north and the home south"),
        (
            {"i1": {"about": ["ivy"]}, "i2": {"about": ["ivy"]}},
            "i1 for the home north, i1 for the home south, i2 for the home north and i2 for the home south",
        ),
    ],
)
def test_each_home_that_a_clock_belongs_to_is_named(concerns: dict[str, Any], names: str) -> None:
    assert f"the leader to tell the home ({names})" in " ".join(first_page(decision(concerns)).split())


def test_the_only_home_is_not_named() -> None:
    assert "tell the home (" not in first_page(decision({"i1": {"about": ["ann"]}}))


def test_questions_that_a_page_has_no_room_for_are_counted_where_they_would_stand() -> None:
    found = decision({"i1": {"about": ["ivy"]}})
    none = attrs.evolve(LEAST, questions=0)
    section = questions_section(found, marks_of(found, none), none)

    assert section.lines == ()
    assert [more.says for more in section.more] == ["1 question (1)"]
    assert section in PageSetting(found, beside=(), ids=False, file="CASE").sections(none)


def test_a_program_that_gives_nobody_a_role_misses_nobody_in_a_record() -> None:
    assert decision({"i1": {"about": ["ivy"]}}).unplaced == ()
