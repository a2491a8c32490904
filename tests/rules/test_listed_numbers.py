"""An age that a table lists is told apart like one that stands in the rule itself."""

from __future__ import annotations

import pytest

import cimscore
from cimscore.policy import Row
from cimscore.rules import Conclusion, Defined, Make, Person, Question, Table, Topic, Value, some
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.vocabulary import age_at_least, is_person
from cimscore.testing import InlinePlugin, case, standing_of

person, years = Person("person"), Value("years", int)
CITES = ["doc/heading/clause"]
ENDS = Table("ends", "The age at which care ends", (Row("care", 21, CITES[0]),))
too_old = Defined(
    (person,), "{person} [is] too old for care", some(years, ENDS("care", years) & age_at_least(person, years))
)
MADE = Conclusion("limit", (person, years), "{person} [has] the limit {years}", topic=Topic.SCOPE)
MADE.row("written", person, 21, when=is_person(person), cites=CITES)


def twice(number: int) -> int:
    return 2 * number


def book(condition: Condition, *more: Conclusion) -> cimscore.Rulebook:
    """Return the rulebook of a program that covers everybody of whom a condition does not hold."""
    covered = Conclusion("covered", (person,), "{person} [is] covered", topic=Topic.SUBJECTS)
    covered.row("young", person, when=is_person(person), unless=condition, cites=CITES)
    return cimscore.load_rulebook([InlinePlugin(id="ages", tables=(*more, covered))])


def standing(condition: Condition, born: str, *more: Conclusion) -> str:
    """Return how certain it is that somebody who was born on a day is covered."""
    rulebook = book(condition, *more)
    return standing_of(rulebook, case(rulebook, "ages", people={"lee": born}), "covered@lee")


@pytest.mark.parametrize(("born", "told"), [("2004-03-04", "certain"), ("2004-03-03", ""), ("1980-01-01", "")])
def test_an_age_of_a_table_bounds_what_is_certain(born: str, told: str) -> None:
    assert standing(too_old(person), born) == told


def test_an_age_of_the_head_of_a_row_does_so_too() -> None:
    asked = some(years, MADE(person, years) & age_at_least(person, years))
    assert (standing(asked, "2004-03-04", MADE), standing(asked, "2004-03-03", MADE)) == ("certain", "")


def test_an_age_that_is_not_known_is_open_at_the_number_of_the_table() -> None:
    rulebook = book(too_old(person))
    (decision,) = cimscore.assess(case(rulebook, "ages", people={"lee": "2004"}), rulebook).decisions
    (point,) = decision.points
    assert (point.address, [answer for answer, _, _ in point.changes]) == ("born@lee", ["aged 20"])


def test_an_age_that_somebody_answers_is_refused() -> None:
    limit = Question(id="limit", things=(person,), text="Until which age is {person} covered?", answers=int)
    with pytest.raises(cimscore.RulebookError, match="the answer to the question limit; expected a number that is wri"):
        standing(some(years, limit.is_(person, years) & age_at_least(person, years)), "1980-01-01")


def test_an_age_that_a_function_makes_is_refused_behind_a_definition_too() -> None:
    made = Conclusion("double", (person, years), "{person} [has] the double {years}", topic=Topic.SCOPE)
    made.row("doubled", person, Make(twice, (years,)), when=MADE(person, years), cites=CITES)
    with pytest.raises(cimscore.RulebookError, match="a number that the row double/doubled makes"):
        standing(some(years, made(person, years) & age_at_least(person, years)), "1980-01-01", MADE, made)
