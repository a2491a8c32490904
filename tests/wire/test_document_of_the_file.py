"""What a document says of the file: what is not known of it, and what has been done."""

from __future__ import annotations

import pytest
from invented_questions import VOCABULARY
from small_documents import MINIMAL, problem_at

from cimscore.case import (
    UNKNOWN,
    Actor,
    Case,
    ConcernEntry,
    ConcernKind,
    DoneEntry,
    Exists,
    OnFileEntry,
    refuse_unless_answered,
)
from cimscore.errors import CaseError
from cimscore.wire import read_case, write_case


def test_kinds_of_record_are_said_in_a_word_each() -> None:
    case = read_case({**MINIMAL, "on_file": {"investigation": "none", "intervention": "unknown"}}, VOCABULARY)

    assert case.on_file == (
        OnFileEntry(kind="investigation", exists=Exists.NO),
        OnFileEntry(kind="intervention", exists=UNKNOWN),
    )
    assert read_case(write_case(case), VOCABULARY) == case


def test_a_kind_that_no_program_knows_is_answered_with_the_nearest() -> None:
    problem = problem_at("on_file.interventoin", on_file={"interventoin": "unknown"})
    assert problem.hint == "Did you mean 'intervention'?"
    built = Case(id="small", on_file=(OnFileEntry(kind="interventoin"),))
    with pytest.raises(CaseError, match="Did you mean 'intervention'"):
        refuse_unless_answered(built, VOCABULARY.forms, VOCABULARY.declared)


def test_an_act_that_no_program_asks_for_is_answered_with_the_nearest() -> None:
    problem = problem_at("done[0].act", done=[{"act": "rainbow/clock/aprove", "for": "c1"}])
    assert problem.hint == "Did you mean 'rainbow/clock/approve'?"
    assert problem.expected == "an act that `cimscore rules` lists"
    with pytest.raises(CaseError, match="Did you mean 'rainbow/clock/approve'"):
        refuse_unless_answered(
            Case(id="small", done=(DoneEntry(act="rainbow/clock/aprove"),)), VOCABULARY.forms, VOCABULARY.declared
        )


def test_an_act_is_done_for_the_sort_of_thing_it_is_about() -> None:
    concerns = [{"id": "c1", "about": ["ari"]}]
    problem = problem_at("done[0].for", concerns=concerns, done=[{"act": "rainbow/duties-case/call", "for": "c1"}])
    assert problem.expected == "an address such as case"


def test_who_did_it_is_a_person_a_role_or_both() -> None:
    done = [{"act": "rainbow/duties-case/call", "by": by} for by in ("ari", {"person": "ari", "role": "leader"})]

    case = read_case({**MINIMAL, "done": done}, VOCABULARY)
    assert [entry.by for entry in case.done] == ["ari", Actor(person="ari", role="leader")]
    assert [entry.for_ for entry in case.done] == [("case",), ("case",)]


def test_a_call_without_a_concern_need_not_be_about_anybody() -> None:
    case = read_case({**MINIMAL, "concerns": [{"id": "call", "kind": "nothing"}]}, VOCABULARY)
    assert case.concerns == (ConcernEntry(id="call", about=(), kind=ConcernKind.NOTHING),)
    named = read_case({**MINIMAL, "concerns": [{"id": "call", "kind": "nothing", "about": ["ari"]}]}, VOCABULARY)
    assert named.concerns[0].about == ("ari",)


def test_a_concern_that_alleges_something_is_about_somebody() -> None:
    problem_at("concerns[0].about", concerns=[{"id": "c1", "kind": "harm"}])
    problem_at("concerns[0].about", concerns=[{"id": "c1", "kind": "harm", "about": []}])
