"""A workflow answers every state, move and role: legal or illegal with its clause, or not in the source."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from small_plugin import CLAUSE, home

import cimscore
from cimscore.calendars import Hours
from cimscore.case import Moment, MoveEntry, RecordEntry
from cimscore.rulebook import (
    NOT_BEGUN,
    Legality,
    ProgramRelation,
    Refusal,
    Workflow,
    WorkflowMove,
    progress,
    ruling,
    rulings,
    rulings_table,
    standing_in,
    state_of,
)
from cimscore.rules import Clocks, Concern, Question, Record, Value, same, some
from cimscore.rules.vocabulary import is_concern, is_home, received, record_took
from cimscore.testing import InlinePlugin, inline_clause

CREATE = WorkflowMove(move="create", from_=(NOT_BEGUN,), to="draft", by=("staff",), cites=(CLAUSE,))
SIGN = WorkflowMove(move="sign", from_=("draft",), to="signed", by=("boss",), cites=(CLAUSE,), reserved=True)
DROP = WorkflowMove(move="drop", from_=("draft",), to=NOT_BEGUN)
FLOW = Workflow(
    id="flow",
    kind="report",
    title="A report",
    states=(NOT_BEGUN, "draft", "signed"),
    roles=("staff", "boss"),
    moves=(CREATE, SIGN, DROP),
    refusals=(Refusal(move="drop", from_=("signed",), cites=(CLAUSE,)),),
)


@pytest.mark.parametrize(
    ("state", "move", "role", "expected"),
    [
        (NOT_BEGUN, "create", "staff", Legality.LEGAL),
        (NOT_BEGUN, "create", "boss", Legality.NOT_IN_SOURCE),  # the clause names staff and leaves others open
        ("draft", "sign", "boss", Legality.LEGAL),
        ("draft", "sign", "staff", Legality.ILLEGAL),  # reserved
        (NOT_BEGUN, "sign", "staff", Legality.ILLEGAL),  # reserved in any state
        (NOT_BEGUN, "sign", "boss", Legality.NOT_IN_SOURCE),
        ("draft", "sign", "", Legality.NOT_IN_SOURCE),  # by somebody unknown
        ("draft", "drop", "staff", Legality.NOT_IN_SOURCE),  # known from practice, in no clause
        ("signed", "drop", "boss", Legality.ILLEGAL),  # refused, whoever takes it
        ("signed", "burn", "boss", Legality.NOT_IN_SOURCE),
    ],
)
def test_a_move_is_legal_illegal_or_not_in_the_source(state: str, move: str, role: str, expected: Legality) -> None:
    found = ruling(FLOW, state, move, role)

    assert found.legality is expected
    assert bool(found.clauses) is (expected is not Legality.NOT_IN_SOURCE)


def test_every_triple_is_answered_once() -> None:
    triples = [(it.state, it.move, it.role) for it in rulings(FLOW)]

    assert len(triples) == len(set(triples)) == 3 * 3 * 2
    assert len(rulings_table(FLOW).splitlines()) == len(triples) + 1


def test_a_clause_that_does_not_stand_in_the_edition_decides_nothing() -> None:
    new = inline_clause(editions=("new",))

    assert ruling(FLOW, "draft", "sign", "staff", standing_in({"doc": "old"}, {CLAUSE: new})).clauses == ()
    assert ruling(FLOW, "draft", "sign", "staff", standing_in({"doc": "new"}, {CLAUSE: new})).clauses == (CLAUSE,)
    for editions, stands in ((("new", "old"), True), ((), False)):
        assert standing_in({}, {CLAUSE: inline_clause(editions=editions)})(CLAUSE) is stands


def test_an_unknown_state_is_refused() -> None:
    with pytest.raises(cimscore.UnknownNameError, match="Did you mean 'draft'"):
        ruling(FLOW, "darft", "sign", "boss")


def test_the_moves_of_a_record_are_held_against_the_workflow_in_order() -> None:
    day = Moment(dt.date(2025, 3, 3))
    steps = [("create", "staff"), ("burn", "boss"), ("sign", "staff")]
    record = RecordEntry(
        id="report:c1", kind="report", moves=tuple(MoveEntry(move=move, by=by, at=day) for move, by in steps)
    )

    assert [(it.state, it.move, it.legality) for it in progress(FLOW, record)] == [
        (NOT_BEGUN, "create", Legality.LEGAL),
        ("draft", "burn", Legality.NOT_IN_SOURCE),
        ("draft", "sign", Legality.ILLEGAL),
    ]
    assert state_of(FLOW, record) == "signed"
    assert state_of(FLOW, attrs.evolve(record, moves=())) == NOT_BEGUN


moment = Value("moment", Moment)
NEEDED = Question(id="needed", things=(), text="Is it needed?", answers=bool)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (attrs.evolve(FLOW, states=("draft", "signed", NOT_BEGUN)), "found another first state"),
        (attrs.evolve(FLOW, moves=(CREATE, CREATE)), "out of 'not begun' more than once"),
        (attrs.evolve(FLOW, moves=(attrs.evolve(CREATE, to="drafted"),)), "the state 'drafted'"),
        (attrs.evolve(FLOW, moves=(attrs.evolve(CREATE, by=("stuff",)),)), "the role 'stuff'"),
        (attrs.evolve(FLOW, moves=(attrs.evolve(CREATE, cites=("doc/heading/close",)),)), "the clause"),
        (attrs.evolve(FLOW, moves=(attrs.evolve(SIGN, cites=()),)), "reserved without a clause"),
        (attrs.evolve(FLOW, refusals=(Refusal(move="drop", from_=("signed",), cites=()),)), "no clause"),
        (attrs.evolve(FLOW, refusals=(Refusal(move="drop", from_=("sent",), cites=(CLAUSE,)),)), "the state 'sent'"),
        (attrs.evolve(FLOW, id="A flow"), "an id in kebab case"),
    ],
)
def test_a_workflow_that_does_not_hold_together_is_refused(wrong: Workflow, said: str) -> None:
    with pytest.raises(cimscore.RulebookError, match=said):
        cimscore.load_rulebook([InlinePlugin(workflows=(wrong,))])


def test_a_workflow_that_holds_together_is_in_the_rulebook_and_in_its_digest() -> None:
    with_it, without = (cimscore.load_rulebook([InlinePlugin(workflows=flows)]) for flows in ((FLOW,), ()))

    assert with_it.workflows == {"invented/flow": FLOW}
    assert with_it.programs["invented"].digest != without.programs["invented"].digest


def test_what_a_move_needs_to_know_is_a_question_of_the_program() -> None:
    flow = attrs.evolve(FLOW, moves=(attrs.evolve(CREATE, needs=(NEEDED,)), SIGN, DROP))

    assert list(cimscore.load_rulebook([InlinePlugin(workflows=(flow,))]).questions) == ["invented/needed"]


def test_a_move_that_stops_a_clock_which_reads_no_move_is_refused() -> None:
    clocks = Clocks((home,))
    clocks.clock("sign-it", "sign it", owed=is_home(home), starts=received(moment), within=Hours(1), cites=[CLAUSE])
    flow = attrs.evolve(FLOW, moves=(CREATE, attrs.evolve(SIGN, stops=("sign-it",)), DROP))

    with pytest.raises(cimscore.RulebookError, match="it stops the clock sign-it, which reads no move"):
        cimscore.load_rulebook([InlinePlugin(tables=(clocks,), workflows=(flow,))])


def test_a_move_stops_a_clock_that_reads_it() -> None:
    incident, record, signed = Concern("incident"), Record("record"), Value("signed", Moment)
    clocks = Clocks((incident,))
    clocks.clock(
        "sign-it", "sign it", owed=is_concern(incident), starts=received(moment), within=Hours(1), done=signed,
        stops=some(record, record_took(record, "sign", signed) & same(record.concern, incident)), cites=[CLAUSE],
    )  # fmt: skip
    flow = attrs.evolve(FLOW, moves=(CREATE, attrs.evolve(SIGN, stops=("sign-it",)), DROP))

    assert list(cimscore.load_rulebook([InlinePlugin(tables=(clocks,), workflows=(flow,))]).workflows) == [
        "invented/flow"
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"cites": ("doc/heading/close",)}, "the clause 'doc/heading/close'"),
        ({"programs": ("one", "two")}, "among them"),
    ],
)
def test_a_relation_that_does_not_hold_together_is_refused(changes: dict[str, Any], said: str) -> None:
    relation = ProgramRelation(id="both", programs=("invented", "another"), text="Both count.", cites=(CLAUSE,))

    cimscore.load_rulebook([InlinePlugin(relations=(relation,))])
    with pytest.raises(cimscore.RulebookError, match=said):
        cimscore.load_rulebook([InlinePlugin(relations=(attrs.evolve(relation, **changes),))])
