"""Where an edition is chosen by the day that somebody answers, and nobody has, the day is asked for."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import cimscore
from cimscore.assessment import Reservation, first_page
from cimscore.case import Moment
from cimscore.policy import PolicyEdition
from cimscore.rules import Concern, Conclusion, Question, Topic, Value, covers, edition, editions_table
from cimscore.rules.vocabulary import is_concern
from cimscore.testing import InlinePlugin, case, inline_clause, inline_source

concern, moment = Concern("concern"), Value("moment", Moment)
OLD = PolicyEdition(id="old", title="The old one", from_=dt.date(2024, 1, 1), until=dt.date(2026, 1, 1))
NEW = PolicyEdition(id="new", title="The new one", from_=dt.date(2026, 1, 1))
CITES = ["doc/heading/clause"]
AWARE = Question(id="aware", things=(concern,), text="When did anybody know of {concern}?", answers=Moment)


@pytest.fixture(scope="module")
def rulebook() -> cimscore.Rulebook:
    chosen = editions_table()
    when = is_concern(concern) & AWARE.is_(concern, moment) & covers("doc", moment, edition)
    chosen.row("by-awareness", "doc", edition, when=when, cites=CITES)
    covered = Conclusion("covered", (concern,), "{concern} [is] covered", topic=Topic.SCOPE)
    covered.row("each", concern, when=is_concern(concern), cites=CITES)
    plugin = InlinePlugin(
        id="known", tables=(chosen, covered), clauses=(inline_clause(CITES[0], editions=("old", "new")),),
        sources=(inline_source("doc", (OLD, NEW)),),
    )  # fmt: skip
    return cimscore.load_rulebook([plugin])


@pytest.mark.parametrize("facts", [{}, {"facts": {"known": {"aware": {"c1": "unknown"}}}}])
def test_the_question_is_open_and_named_first(rulebook: cimscore.Rulebook, facts: dict[str, Any]) -> None:
    asked = case(rulebook, "known", people={"kit": "2015-01-01"}, concerns={"c1": {"about": ["kit"]}}, **facts)
    (decision,) = cimscore.assess(asked, rulebook).decisions

    assert decision.state == "incomplete"
    assert "known/aware@c1" in [point.address for point in decision.points]
    assert decision.because[0].endswith("so no rule applies. First of all: When did anybody know of c1?")
    assert decision.amiss[0].asks == (("known/aware@c1", "When did anybody know of c1?"),)
    page = " ".join(first_page(decision).split())
    assert "so no rule applies. First of all: question 1." in page
    assert "No edition of the policy is known to be in force on that day" not in page


def test_a_question_that_says_the_same_as_another_is_told_by_its_own_number() -> None:
    first_of_all = Reservation("First of all:", (("north", "Is it known?"), ("south", "Is it known?")), "Then go on.")

    assert str(first_of_all) == "First of all: Is it known? Is it known? Then go on."
    assert first_of_all.told({"south": "question 2."}) == "First of all: Is it known? question 2. Then go on."


def test_a_day_before_the_first_edition_is_said_to_be_one(rulebook: cimscore.Rulebook) -> None:
    early = {"known/aware@c1": "2020-01-01"}
    asked = case(rulebook, "known", people={"kit": "2015-01-01"}, concerns={"c1": {"about": ["kit"]}}, answers=early)
    (decision,) = cimscore.assess(asked, rulebook).decisions
    assert decision.because[0] == "No edition of the policy is known to be in force on that day, so no rule applies."
