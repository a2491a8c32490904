"""The day on which a child must be ten: at the harm, at the receipt or at the decision."""

from __future__ import annotations

import attrs
import pytest
from qld_cases import at, concern, decided, notified, one_home, parents, people, stays, told
from qld_matter import asked, records

from cimscore.case import UNKNOWN, Case
from cimscore_qld_child_safety.rules.ages import tenth_birthday

COUNTS = "counts-as-ten@c1@bo"
OWN = "notification:north/bo"
DECIDED = "2025-03-10T09:00+10:00"


def blamed(born: str, happened: str) -> Case:
    """Return the case of Ari, harmed by a sibling born on a day; received on 3 March 2025 and decided on the 10th."""
    harm = attrs.evolve(
        concern("c1", "ari", "north"), responsible=("bo",), occurred=at(happened) if happened else UNKNOWN
    )
    return one_home(
        people=people(ari="2019-05-02", bo=born, mia="1986-01-20"),
        residences=stays("ari north", "bo north", "mia north"),
        relationships=parents(mia="ari bo"),
        concerns=(harm, concern("c2", "bo", "north")),
        decisions=notified("c1 c2", moment=DECIDED),
    )


@pytest.mark.parametrize(
    ("born", "old_enough_at"),
    [
        ("2015-02-20", ("harm", "receipt", "decision")),
        ("2015-02-21", ("receipt", "decision")),
        ("2015-03-03", ("receipt", "decision")),
        ("2015-03-04", ("decision",)),
        ("2015-03-10", ("decision",)),
        ("2015-03-11", ()),
    ],
)
def test_a_birthday_in_between_gives_an_event_of_their_own_by_the_reading_and_is_asked_about(
    born: str, old_enough_at: tuple[str, ...]
) -> None:
    case, days = blamed(born, "2025-02-20"), {"harm", "receipt", "decision"}
    found = {day: records(told(case, ten_years_on=day)) for day in days}
    between = bool(old_enough_at) and set(old_enough_at) != days
    sure = f"{OWN}?" if between else OWN
    assert {day for day in days if sure in found[day]} == set(old_enough_at)
    open_points = asked(told(case))
    assert (COUNTS in open_points) is between


@pytest.mark.parametrize(("answer", "own"), [(True, True), (False, False)])
def test_whoever_answers_whether_a_child_counts_as_ten_settles_the_number_of_events(answer: bool, own: bool) -> None:
    case = blamed("2015-02-21", "2025-02-20")
    counted = decided("counts-as-ten", "c1@bo", answer)
    made = records(told(attrs.evolve(case, decisions=(*case.decisions, counted))))
    assert (OWN in made, f"{OWN}?" in made) == (own, False)


@pytest.mark.parametrize("day", ["harm", "receipt", "decision"])
@pytest.mark.parametrize("born", ["2012-05-02", "2015-02-21", "2015-03-03"])
def test_a_harm_of_which_nobody_knows_the_day_leaves_the_age_at_it_open(born: str, day: str) -> None:
    case = blamed(born, "")
    assert f"{OWN}?" in records(told(case, ten_years_on=day))
    assert {"occurred@c1", COUNTS} <= asked(told(case))


def test_a_child_who_is_nine_at_the_decision_was_nine_at_every_harm() -> None:
    decision = told(blamed("2015-03-11", ""))
    assert records(decision) == {"notification:north"}
    assert COUNTS not in asked(decision)


@pytest.mark.parametrize(("born", "birthday"), [("2015-02-21", "2025-02-21"), ("2016-02-29", "2026-03-01")])
def test_ten_is_reached_as_the_birthday_begins(born: str, birthday: str) -> None:
    assert tenth_birthday(at(born)) == at(f"{birthday}T00:00+10:00")
