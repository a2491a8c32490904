"""Stays of which only the month or the year of a limit is known."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import attrs
import pytest
from case_documents import DOCUMENTS, case_of, decided, is_final_but_for_what_is_to_be_learnt, question, roles, rulebook

from cimscore.assessment import Decision, decide_case
from cimscore.case import PartialDay, ResidenceKind
from cimscore.errors import DocumentError
from cimscore.household_graph import Days, Entered, Tie, TieKind, ties_of

NAME = "moved-out-in-march"
RECEIPT = dt.date(2025, 3, 3)


def left(until: object) -> Decision:
    """Return the decision where the brother's stay ended then."""
    case = case_of(NAME)
    stays = tuple(attrs.evolve(row, until=until) if row.person == "lex" else row for row in case.residences)
    return decide_case(attrs.evolve(case, residences=stays), rulebook().program("qld-child-safety").compiled)


def refused(tmp_path: Path, old: str, new: str) -> str:
    """Return what the reader says of the document with one text put in place of another."""
    text = (DOCUMENTS / f"{NAME}.yaml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "case.yaml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        rulebook().read_case(tmp_path / "case.yaml")
    return str(caught.value)


def test_a_month_that_the_call_falls_into_leaves_the_stay_open() -> None:
    decision = decided(NAME, readings={"residence-day": "receipt"})

    assert question(decision, "until@lex@home").changes
    assert roles(decision, "notification:home")["lex subject child"] == "provisional"
    assert roles(decision, "notification:home")["kai subject child"] == "certain"


def test_who_lived_there_when_it_happened_is_weighed_whichever_day_of_the_month_they_left() -> None:
    decision = decided(NAME)

    assert not [point for point in decision.points if point.address == "until@lex@home"]
    assert roles(decision, "notification:home")["lex subject child"] == "provisional"
    assert question(decision, "qld-child-safety/concerns-relate@lex@home").changes


@pytest.mark.parametrize("until", [PartialDay(2025, 2), PartialDay(2024), dt.date(2025, 2, 28)])
def test_a_stay_that_ended_in_an_earlier_month_or_year_is_over(until: object) -> None:
    decision = left(until)

    assert is_final_but_for_what_is_to_be_learnt(decision)
    assert "lex subject child" not in roles(decision, "notification:home")


@pytest.mark.parametrize("until", [PartialDay(2025, 4), PartialDay(2026)])
def test_a_stay_that_ends_in_a_later_month_or_year_goes_on(until: object) -> None:
    assert [point.address for point in left(until).points] == [
        "qld-child-safety/concerns-relate@lex@home",
        "parents@lex",
    ]


@pytest.mark.parametrize(
    ("day", "stays"),
    [(dt.date(2025, 2, 28), True), (dt.date(2025, 3, 1), True), (RECEIPT, None), (dt.date(2025, 4, 1), False)],
)
def test_the_graph_answers_for_a_day_as_far_as_the_month_tells(day: dt.date, stays: bool | None) -> None:
    ties, lives_there = ties_of(Entered(case_of(NAME), Days(day, day))), Tie(TieKind.LIVES_IN, "lex", "home")

    assert (lives_there in ties.stated, lives_there in ties.needs) == (stays is True, stays is None)
    assert ties.addresses(lives_there) == (() if stays is not None else ("until@lex@home",))


def test_a_month_before_the_month_in_which_it_began_is_refused(tmp_path: Path) -> None:
    said = refused(tmp_path, "until: 2025-03}", "from: 2025-03, until: 2025-02}")
    assert "A stay ends on or after the day on which it begins." in said


def test_two_homes_at_once_are_refused_only_where_the_months_leave_no_doubt(tmp_path: Path) -> None:
    case = case_of(NAME)
    home = attrs.evolve(case.households[0], id="flat")
    new = attrs.evolve(case.residences[1], household="flat", from_=PartialDay(2025, 3), until=None)
    assert new.kind is ResidenceKind.FULL_TIME
    attrs.evolve(case, households=(*case.households, home), residences=(*case.residences, new))

    sooner = attrs.evolve(new, from_=PartialDay(2025, 1))
    with pytest.raises(DocumentError, match="full-time in two homes"):
        attrs.evolve(case, households=(*case.households, home), residences=(*case.residences, sooner))


def test_what_is_no_day_month_or_year_is_refused_with_what_can_be_written(tmp_path: Path) -> None:
    said = refused(tmp_path, "until: 2025-03}", "until: last March}")
    assert "a day such as 2025-03-03, a month such as 2025-03 or a year" in said
