"""Open points: each has a value worked with and a reason; once all of them are answered nothing is open."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest
from answers_of_queensland import programs, random_case, worked_examples
from open_points import points_of, said, uncertain
from random_worlds import holes_in, with_holes
from tests.each_nth import each_nth

from cimscore.case import UNKNOWN, Case, Moment
from cimscore.clocks import Span
from cimscore.grades import CERTAIN
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.points.points import Point, PointKind
from cimscore.reasoning.run import Run

MOST_ANSWERS = 300
AT = Moment(dt.datetime(2025, 3, 5, 9, tzinfo=dt.UTC))
PROGRAMS = ("ndis-incidents", "qld-child-safety", "vic-cims")


def incomplete(program: str, number: int) -> Case:
    """Return an example of a program, or a random case, without some of its facts."""
    examples = worked_examples(program)
    case = random_case(number) if number % 2 else examples[sorted(examples)[number * len(examples) // 8]]
    return with_holes(case, [hole for _, hole in holes_in(case)[number % 3 :: 3]])


CASES = [(program, number) for program in PROGRAMS for number in range(8) if program == PROGRAMS[1] or not number % 2]


@pytest.mark.parametrize(("program", "number"), CASES)
def test_every_point_says_what_it_asks_what_it_works_with_and_why(program: str, number: int) -> None:
    run = run_of(incomplete(program, number), programs()[program])

    for address, point in points_of(run).items():
        assert point.address == address
        assert point.asks
        assert len(set(map(repr, point.values))) == len(point.values)
        if point.working is not None and not isinstance(point.working, Span):
            assert point.working in point.values, address
            assert point.why, address
        assert all(point.in_words(value) for value in point.values if value != "")


@pytest.mark.parametrize(("program", "number"), each_nth(CASES, 2))
def test_once_every_point_is_answered_nothing_is_open(program: str, number: int) -> None:
    chance = random.Random(number)
    run = run_of(incomplete(program, number), programs()[program])

    for _ in range(MOST_ANSWERS):
        left = uncertain(run)
        if not left:
            break
        point = chance.choice(left)
        run = run.answered(point.address, chosen(run, point, chance))

    grades = {grade for rows, _ in said(run).values() for grade in rows.values()}
    assert grades <= {0, CERTAIN}


def chosen(run: Run, point: Point, chance: random.Random) -> Any:
    """Return a value of a point that leaves nothing open: a whole one, and one moment of a span."""
    whole = [value for value in point.values if not (isinstance(value, tuple) and "*" in value)]
    value = chance.choice(whole or list(point.values))
    if isinstance(value, Span):
        return value.working
    if value is not UNKNOWN:
        return value
    question = run.compiled.program.predicates[f"question:{point.address.partition('@')[0].partition('/')[2]}"]
    return {int: 7, str: "anything", Moment: AT, dt.date: AT.value.date()}[question.answers]


@pytest.mark.parametrize(("program", "number"), each_nth(CASES, 2))
def test_the_working_world_is_the_run_with_every_point_at_its_working_value(program: str, number: int) -> None:
    """What holds provisionally holds once every open point has been answered as it is worked with."""
    run = run_of(incomplete(program, number), programs()[program])
    working = provisional(run)

    for _ in range(MOST_ANSWERS):
        left = [point for point in uncertain(run) if point.working in point.values]
        if not left:
            break
        value = left[0].working
        run = run.answered(left[0].address, value.working if isinstance(value, Span) else value)

    assert provisional(run) >= {claim for claim in working if claim[0].startswith("conclusion:")} - _of_moments(working)


def provisional(run: Run) -> set[tuple[str, tuple[Any, ...]]]:
    return {(key, things) for key, (rows, _) in said(run).items() for things, grade in rows.items() if grade >= 2}


def _of_moments(claims: set[tuple[str, tuple[Any, ...]]]) -> set[tuple[str, tuple[Any, ...]]]:
    """Return what names a moment: another one once the moment has been answered."""
    return {claim for claim in claims if any(isinstance(each, Moment | Span) for each in claim[1])}


def test_kinds_of_points_are_told_apart() -> None:
    run = run_of(incomplete("qld-child-safety", 1), programs()["qld-child-safety"])
    kinds = {point.kind for point in points_of(run).values()}

    assert {PointKind.FACT, PointKind.DECISION, PointKind.READING, PointKind.GRANTED} <= kinds
