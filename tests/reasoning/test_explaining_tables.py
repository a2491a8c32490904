"""What a table does not hold, and a sum that is not reached, are told as such."""

from __future__ import annotations

import enum

from small_runs import run_over

import cimscore
from cimscore.policy import Row
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.reasons.explaining import Explanations
from cimscore.reasoning.reasons.tables import clauses_of_lines
from cimscore.rules import Concern, Conclusion, Question, Table, Topic, Value, adds_up_to, at_least, some
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.vocabulary import is_concern
from cimscore.testing import InlinePlugin, case


class Sign(enum.StrEnum):
    """What may be seen."""

    FEAR = "fear"
    HURT = "hurt"


event, sign, points = Concern("event"), Value("sign", Sign), Value("points", int)
CITES = ["doc/heading/clause"]
SEEN = Question(id="seen", things=(event, sign), text="Is there {sign} in {event}?", answers=bool)
POINTS = Table("points", "Points of a sign", (Row(Sign.FEAR, 2, CITES[0]), Row(Sign.HURT, 3, CITES[0])))
SIGNS = Table("signs", "The signs", tuple(Row(each, True, CITES[0]) for each in Sign))


def why_not(condition: Condition) -> str:
    """Return why an event of fear alone does not call for a visit."""
    calls = Conclusion("calls", (event,), "{event} [calls] for a visit", topic=Topic.SCOPE)
    calls.row("so", event, when=is_concern(event) & condition, cites=CITES)
    rulebook = cimscore.load_rulebook([InlinePlugin(id="signs", tables=(calls,))])
    given = {"signs/seen@c1@fear": True, "signs/seen@c1@hurt": False}
    answers = given if "signs/seen" in rulebook.questions else {}
    asked = case(rulebook, "signs", people={"kit": "2015-01-01"}, concerns={"c1": {"about": ["kit"]}}, answers=answers)
    run = run_of(asked, rulebook.program("signs").compiled)
    return "; ".join(part.says for part in Explanations(run, {}).of(calls, ("c1",), holds=False).because)


def test_a_sum_that_is_not_reached_says_so() -> None:
    reached = adds_up_to(4, points, sign, is_concern(event) & POINTS(sign, points) & SEEN(event, sign))
    assert why_not(reached) == "the points do not come to 4"


def test_a_number_that_is_not_reached_says_so() -> None:
    two = at_least(2, sign, is_concern(event) & SIGNS(sign, True) & SEEN(event, sign))
    assert why_not(two) == "fewer than 2 of them hold"


def test_a_line_that_a_table_does_not_have_is_denied() -> None:
    assert why_not(POINTS(Sign.FEAR, 3)) == "Points of a sign: not 3 for fear"


def test_a_line_of_which_only_that_there_is_one_is_asked_gives_no_clause() -> None:
    run = run_over({}, [POINTS(Sign.FEAR, points)])

    assert clauses_of_lines(run, some(points, POINTS(Sign.FEAR, points)), {}) == ()
    assert clauses_of_lines(run, POINTS(Sign.FEAR, points), {}) == (CITES[0],)
