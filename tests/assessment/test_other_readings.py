"""What other readings give, and what would follow if what is taken for granted were otherwise."""

from __future__ import annotations

import enum

import pytest

import cimscore
from cimscore.assessment import Sensitivity, decided_by_each, sensitivity_of, words_for
from cimscore.case import Case, FactEntry, HouseholdEntry
from cimscore.rules import Duties, Household, Question, Reading
from cimscore.rules.vocabulary import is_home
from cimscore.testing import InlinePlugin

CLAUSE = "doc/heading/clause"


class Said(enum.StrEnum):
    """Two readings."""

    NARROW = "narrow"
    WIDE = "wide"


home = Household("home")
UNCLEAR: Reading[Said] = Reading(
    id="unclear", question="How wide?", readings={Said.NARROW: "Narrow.", Said.WIDE: "Wide."}, taken=Said.NARROW,
    because="It is.", clauses=(CLAUSE,),
)  # fmt: skip
IDLE: Reading[Said] = Reading(
    id="idle", question="How idle?", readings={Said.NARROW: "Not.", Said.WIDE: "Very."}, taken=Said.NARROW,
    because="It is.", clauses=(CLAUSE,),
)  # fmt: skip
NOTED: Reading[Said] = Reading(
    id="noted", question="What of it?", readings={Said.NARROW: "This.", Said.WIDE: "That."}, taken=Said.NARROW,
    because="Nobody asks.", clauses=(CLAUSE,), noted=True,
)  # fmt: skip
KEPT = Question(
    id="kept", things=(home,), text="Is {home} kept?", answers=bool, working=True, why="all are", granted=True,
    cites=(CLAUSE,),
)  # fmt: skip
DUTIES = Duties("acting", (home,))
for said, act in ((Said.NARROW, "near"), (Said.WIDE, "far")):
    DUTIES.duty(act, f"act {act}", by="somebody", when=is_home(home) & UNCLEAR.is_(said) & KEPT(home), cites=[CLAUSE])
NEAR, FAR = "somebody must act near", "somebody must act far"


def found(case: Case, **readings: str) -> tuple[Sensitivity, ...]:
    rulebook = cimscore.load_rulebook([InlinePlugin(tables=(DUTIES,), asked=(IDLE, NOTED))])
    chosen = {f"invented/{name}": word for name, word in readings.items()}
    ((_, decided),), _ = decided_by_each(case, rulebook, readings=chosen)
    return sensitivity_of(decided, words_for(case, decided.run.compiled.program))


CASE = Case(id="one", programs=("invented",), households=(HouseholdEntry(id="north"), HouseholdEntry(id="south")))


@pytest.mark.parametrize("word", list(Said))
def test_no_reading_of_a_point_that_is_only_noted_can_be_chosen(word: Said) -> None:
    with pytest.raises(cimscore.NotToBeChosenError, match=r"'invented/noted' is noted.* Nobody asks\. Leave it out"):
        found(CASE, noted=word)


def test_what_another_reading_gives_is_told_with_the_one_taken_and_one_that_changes_nothing_is_not() -> None:
    (reading,) = (each for each in found(CASE) if each.kind == "reading")

    assert (reading.address, reading.taken, reading.other, reading.meaning) == (
        "invented/unclear", "Narrow.", "wide", "Wide.",
    )  # fmt: skip
    assert (reading.changes.adds, reading.changes.takes) == ((FAR,), (NEAR,))
    assert reading.clauses == (CLAUSE,)


def test_where_a_reading_is_chosen_the_others_are_told_against_it() -> None:
    (reading,) = (each for each in found(CASE, unclear="wide") if each.kind == "reading")

    assert (reading.other, reading.changes.adds, reading.changes.takes) == ("narrow", (NEAR,), (FAR,))


def test_what_is_taken_for_granted_is_told_for_each_thing_that_it_is_taken_of() -> None:
    alone = Case(id="one", programs=("invented",), households=(HouseholdEntry(id="north"),))
    (granted,) = (each for each in found(alone) if each.kind == "granted")

    assert (granted.address, granted.asks, granted.taken, granted.meaning) == (
        "invented/kept@north", "Is north kept?", "yes", "no",
    )  # fmt: skip
    assert (granted.changes.adds, granted.changes.takes) == ((), (NEAR,))


def test_what_somebody_has_answered_is_not_taken_for_granted() -> None:
    answered = FactEntry(question="invented/kept", about="north", answer=True)
    case = Case(id="one", programs=("invented",), households=(HouseholdEntry(id="north"),), facts=(answered,))

    assert [each.kind for each in found(case)] == ["reading"]


def test_a_duty_that_another_home_owes_as_well_does_not_change() -> None:
    assert [each.kind for each in found(CASE)] == ["reading"]


@pytest.mark.parametrize(("name", "word"), [("unclere", "wide"), ("unclear", "wid")])
def test_a_reading_that_does_not_exist_is_refused_with_the_nearest(name: str, word: str) -> None:
    with pytest.raises(cimscore.UnknownNameError, match="Did you mean"):
        found(CASE, **{name: word})
