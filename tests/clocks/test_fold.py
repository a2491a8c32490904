"""The moves of a record, held against its workflow in every order that their moments allow."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Sequence
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cimscore.case import UNKNOWN, Moment, Unknown
from cimscore.clocks import Folded, Forbidden, Move, Span, Sum, WorkflowRow, fold

MELBOURNE = ZoneInfo("Australia/Melbourne")
STAFF, DELEGATE = "staff", "delegate"
STEPS = (
    WorkflowRow(move="create", from_=("nothing",), to="draft", clauses=("demo/create",)),
    WorkflowRow(move="submit", from_=("draft", "returned"), to="submitted", clauses=("demo/submit",)),
    WorkflowRow(move="endorse", from_=("submitted",), to="endorsed", by=(DELEGATE,), clauses=("demo/endorse",)),
    WorkflowRow(move="return", from_=("submitted",), to="returned", by=(DELEGATE,), clauses=("demo/return",)),
    WorkflowRow(move="extend", from_=("endorsed",), to="endorsed", most=60, clauses=("demo/extend",)),
)
FORBIDDEN = (Forbidden(move="extend", from_=("draft",), clauses=("demo/not-yet",)),)


def at(text: str) -> Moment:
    return Moment(dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text))


def move(name: str, when: str = "", role: str | Unknown = STAFF, amount: int | Unknown = 0) -> Move:
    return Move(move=name, at=at(when) if when else UNKNOWN, role=role, amount=amount)


def folded(*moves: Move) -> Folded:
    return fold(moves, STEPS, "nothing", MELBOURNE, FORBIDDEN)


CREATE, SUBMIT = move("create", "2025-03-03"), move("submit", "2025-03-04")
ENDORSE = move("endorse", "2025-03-05", DELEGATE)


def test_no_move_leaves_a_record_where_it_starts() -> None:
    assert folded().stands_at() == {"nothing": 3}
    assert folded().times("create") == {0: 3}


def test_moves_one_after_the_other_are_certain() -> None:
    result = folded(ENDORSE, CREATE, SUBMIT)

    assert result.stands_at() == {"endorsed": 3}
    assert result.took("endorse") == {ENDORSE: 3}
    assert (result.illegal(), result.unsettled(), result.complete) == ({}, (), True)
    assert result.moves == (CREATE, SUBMIT, ENDORSE)


def test_a_move_by_the_wrong_role_is_illegal_and_leaves_the_state() -> None:
    result = folded(CREATE, SUBMIT, move("endorse", "2025-03-05", STAFF))

    assert result.stands_at() == {"submitted": 3}
    [(illegal, grade)] = result.illegal().items()
    assert (illegal.why, illegal.clauses, grade) == ("left to the delegate", ("demo/endorse",), 3)
    assert result.took("endorse") == {}


def test_a_move_out_of_no_state_it_leaves_is_illegal() -> None:
    result = folded(ENDORSE)

    [(illegal, grade)] = result.illegal().items()
    assert (illegal.why, illegal.clauses, grade) == ("no endorse leads on from nothing", ("demo/endorse",), 3)
    assert result.stands_at() == {"nothing": 3}


def test_a_move_that_a_clause_forbids_is_told_by_that_clause() -> None:
    [illegal] = folded(CREATE, move("extend", "2025-03-04", amount=5)).illegal()

    assert (illegal.why, illegal.clauses) == ("forbidden while draft", ("demo/not-yet",))


def test_a_move_of_a_name_that_no_row_has_is_illegal_without_a_clause() -> None:
    [illegal] = folded(move("archive", "2025-03-04")).illegal()

    assert (illegal.why, illegal.clauses) == ("no archive leads on from nothing", ())


def test_a_role_not_known_is_worked_with_as_one_that_may() -> None:
    endorse = move("endorse", "2025-03-05", UNKNOWN)
    result = folded(CREATE, SUBMIT, endorse)

    assert result.stands_at() == {"endorsed": 2, "submitted": 1}
    assert result.took("endorse") == {endorse: 2}
    assert list(result.illegal().values()) == [1]
    assert result.unsettled() == ("It is not known who took the move 'endorse'.",)
    assert (result.roles_open(), result.order_open()) == ((endorse,), False)


def test_two_moves_of_one_day_are_worked_with_in_the_order_of_the_fewest_illegal_ones() -> None:
    submit = move("submit", "2025-03-03")
    result = folded(submit, CREATE)

    assert result.stands_at() == {"submitted": 2, "draft": 1}
    assert result.took("create") == {CREATE: 3}
    assert result.took("submit") == {submit: 2}
    assert list(result.illegal().values()) == [1]
    assert result.unsettled() == ("The order of the moves is not known.",)


def test_two_moves_of_one_day_are_certain_in_the_order_in_which_the_record_lists_them() -> None:
    create = attrs.evolve(CREATE, id="first")
    submit = attrs.evolve(move("submit", "2025-03-03"), id="second", after="first")

    for result in (folded(create, submit), folded(submit, create)):
        assert result.stands_at() == {"submitted": 3}
        assert (result.illegal(), result.unsettled()) == ({}, ())


def test_a_list_that_fits_the_workflow_less_than_another_order_of_the_day_leaves_the_order_open() -> None:
    create = attrs.evolve(CREATE, id="second", after="first")
    submit = attrs.evolve(move("submit", "2025-03-03"), id="first")

    assert folded(submit, create) == folded(create, submit)
    assert folded(submit, create).stands_at() == {"submitted": 2, "draft": 1}


def test_a_list_against_the_moments_settles_no_order() -> None:
    create = attrs.evolve(CREATE, id="last", after="middle")
    submit = attrs.evolve(move("submit"), id="middle", after="first")
    endorse = attrs.evolve(ENDORSE, id="first")
    unlisted = (attrs.evolve(each, id="", after="") for each in (create, submit, endorse))

    assert folded(create, submit, endorse).stands_at() == folded(*unlisted).stands_at()


def test_a_move_of_the_same_day_is_certain_where_every_order_allows_it() -> None:
    first, second = move("extend", "2025-03-06", amount=5), move("extend", "2025-03-06", amount=7)
    result = folded(CREATE, SUBMIT, ENDORSE, second, first)

    assert result.took("extend") == {first: 3, second: 3}
    assert result.times("extend") == {2: 3}
    assert result.total("extend") == Sum(12, 12, 12)


@pytest.mark.parametrize(
    ("amounts", "total"),
    [
        ((30, 30), Sum(60, 60, 60)),
        ((30, UNKNOWN), Sum(31, 90, 31)),
        ((61, 10), Sum(10, 10, 10)),
        ((), Sum(0, 0, 0)),
    ],
)
def test_extensions_add_up_and_one_too_long_is_illegal(amounts: tuple[int | Unknown, ...], total: Sum) -> None:
    extensions = [move("extend", f"2025-03-{day:02}", amount=amount) for day, amount in enumerate(amounts, 6)]

    assert folded(CREATE, SUBMIT, ENDORSE, *extensions).total("extend") == total


def test_an_amount_that_nothing_limits_leaves_the_sum_open() -> None:
    steps = (WorkflowRow(move="extend", from_=("nothing",), to="nothing"),)

    assert fold([move("extend", amount=UNKNOWN)], steps, "nothing", MELBOURNE).total("extend") == Sum(1, None, 1)


def test_a_move_without_a_moment_goes_where_it_fits() -> None:
    result = folded(move("endorse", role=DELEGATE), SUBMIT, move("create"))

    assert result.stands_at()["endorsed"] == 2
    assert result.working.illegal == ()


def test_a_move_can_be_a_span_of_moments() -> None:
    early = Move(move="create", at=Span(None, at("2025-03-03"), at("2025-03-01")), role=STAFF)

    assert folded(SUBMIT, early).stands_at() == {"submitted": 3}


def test_moves_of_one_instant_are_in_no_order() -> None:
    create, submit = (move(name, "2025-03-03T09:00+11:00") for name in ("create", "submit"))

    assert folded(submit, create).stands_at() == {"submitted": 2, "draft": 1}


def test_moves_alike_count_as_often_as_they_are_listed() -> None:
    extend = move("extend", "2025-03-06", amount=5)

    assert folded(CREATE, SUBMIT, ENDORSE, extend, extend).times("extend") == {2: 3}


def test_where_not_all_orders_were_tried_nothing_is_certain_and_nothing_ruled_out() -> None:
    names = [f"step-{number}" for number in range(12)]
    steps = [WorkflowRow(move=name, from_=("nothing", *names), to=name) for name in names]
    moves = [move(name) for name in names]
    result = fold(moves, steps, "nothing", MELBOURNE)

    assert not result.complete
    assert set(result.stands_at()) == {"nothing", *names}
    assert set(result.stands_at().values()) == {1, 2}
    assert result.took(names[0]) == {moves[0]: 2}
    assert result.times(names[0]) == {1: 2, 0: 1}
    assert {illegal.why for illegal in result.illegal()} == {"not all orders of the moves were tried"}
    assert "Not all orders of the moves were tried." in result.unsettled()
    assert result.total(names[0]) == Sum(0, 0, 0)


def test_a_long_history_in_order_is_folded_whole() -> None:
    begin = dt.datetime(2025, 3, 6, tzinfo=dt.UTC)
    extensions = [
        Move(move="extend", at=Moment(begin + dt.timedelta(hours=hour)), role=STAFF, amount=1) for hour in range(300)
    ]

    assert folded(CREATE, SUBMIT, ENDORSE, *extensions).total("extend") == Sum(300, 300, 300)


def test_what_is_folded_crosses_a_process() -> None:
    result = folded(CREATE, SUBMIT, move("endorse", "2025-03-05", UNKNOWN))

    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301 - our own bytes


BEGIN = dt.datetime(2025, 3, 2, 13, tzinfo=dt.UTC)
MOVES = st.lists(
    st.builds(
        Move,
        move=st.sampled_from(["create", "submit", "endorse", "return", "extend", "archive"]),
        at=st.one_of(
            st.just(UNKNOWN),
            st.integers(3, 6).map(lambda day: Moment(dt.date(2025, 3, day))),
            st.integers(0, 96).map(lambda hour: Moment(BEGIN + dt.timedelta(hours=hour))),
        ),
        role=st.sampled_from([STAFF, DELEGATE, UNKNOWN]),
        amount=st.sampled_from([0, 5, 70, UNKNOWN]),
    ),
    max_size=5,
)  # fmt: skip


def answers(result: Folded) -> tuple[object, ...]:
    names = [step.move for step in STEPS]
    every = (result.stands_at(), result.illegal(), *(
        one for name in names for one in (result.took(name), result.times(name))
    ))  # fmt: skip
    return (*(list(one.items()) for one in every), *(result.total(name) for name in names), result.unsettled())


@settings(max_examples=150, deadline=None)
@given(moves=MOVES, data=st.data())
def test_the_order_in_which_moves_are_listed_changes_nothing(moves: list[Move], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(moves))

    assert folded(*moves) == folded(*shuffled)
    assert answers(folded(*moves)) == answers(folded(*shuffled))


def settled(moves: Sequence[Move], data: st.DataObject) -> list[Move]:
    """Return the moves with everything known that was not, at instants all of which differ."""
    found: list[Move] = []
    for number, one in enumerate(moves):
        when = one.at
        if isinstance(when, Unknown):
            when = Moment(BEGIN + dt.timedelta(minutes=data.draw(st.integers(0, 6000)), seconds=number))
        elif isinstance(when, Moment) and when.instant is None:
            minutes = (when.value - dt.date(2025, 3, 3)).days * 1440 + data.draw(st.integers(0, 1438))
            when = Moment(BEGIN + dt.timedelta(minutes=minutes, seconds=number))
        role = data.draw(st.sampled_from([STAFF, DELEGATE])) if isinstance(one.role, Unknown) else one.role
        found.append(Move(move=one.move, at=when, role=role, amount=one.amount, id=str(number)))
    return found


@settings(max_examples=150, deadline=None)
@given(moves=MOVES, data=st.data())
def test_what_is_certain_of_moves_holds_however_what_is_open_turns_out(moves: list[Move], data: st.DataObject) -> None:
    told, known = folded(*moves), folded(*settled(moves, data))

    for state, grade in known.stands_at().items():
        assert grade < 3 or told.stands_at().get(state, 0) > 0
    for state, grade in told.stands_at().items():
        assert grade < 3 or known.stands_at().get(state, 0) > 0
    for step in STEPS:
        held = {number for number, grade in known.times(step.move).items() if grade >= 2}
        assert held <= set(told.times(step.move))
        wide, narrow = told.total(step.move), known.total(step.move)
        assert wide.first <= narrow.first and (wide.last is None or narrow.last is None or narrow.last <= wide.last)
