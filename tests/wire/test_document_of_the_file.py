"""What a document says of the file: what is not known of it, and what has been done."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from invented_questions import VOCABULARY
from small_documents import MINIMAL, problem_at, problems_of

from cimscore.case import (
    UNKNOWN,
    Actor,
    Between,
    Case,
    ConcernEntry,
    ConcernKind,
    DoneEntry,
    Exists,
    Moment,
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
    problem_at("incident.about", incident={"kind": "harm"})
    problem_at("incident.about", incident={"about": []})


def test_one_incident_may_be_a_call_about_nobody() -> None:
    call = read_case({**MINIMAL, "incident": {"kind": "nothing"}}, VOCABULARY)
    assert read_case(write_case(call), VOCABULARY) == call


THREE = [{"id": id, "about": ["ari"]} for id in ("c1", "c2", "c3")]
HOMES = [{"id": "north"}, {"id": "south"}]


def test_one_answer_for_every_concern_is_an_answer_for_each() -> None:
    said: dict[str, Any] = {"question": "rainbow/colour", "answer": "red"}
    every = read_case({**MINIMAL, "concerns": THREE, "decisions": [{**said, "about": "every concern"}]}, VOCABULARY)
    listed = read_case({**MINIMAL, "concerns": THREE, "decisions": [{**said, "about": ["c1", "c2", "c3"]}]}, VOCABULARY)

    assert every == listed
    assert read_case(write_case(every), VOCABULARY) == every


def test_a_concern_with_an_answer_of_its_own_keeps_it() -> None:
    decisions = [
        {"question": "rainbow/colour", "about": "every concern", "answer": "red"},
        {"question": "rainbow/colour", "about": "c2", "answer": "blue"},
    ]
    facts = {"rainbow": {"disclosed": {"every concern": "2025-03-02", "c2": "2025-03-03"}}}
    case = read_case({**MINIMAL, "concerns": THREE, "decisions": decisions, "facts": facts}, VOCABULARY)

    assert [decision.about for decision in case.decisions] == [("c1", "c3"), ("c2",)]
    assert {fact.about: str(fact.answer) for fact in case.facts} == {
        "c1": "2025-03-02", "c2": "2025-03-03", "c3": "2025-03-02",
    }  # fmt: skip


def test_several_things_may_share_a_fact_whatever_it_is_about() -> None:
    decisions = [{"question": "rainbow/relates", "about": "every person@north, south", "answer": True}]
    document = {**MINIMAL, "people": [{"id": "ari"}, {"id": "mia"}], "households": HOMES, "concerns": THREE}
    case = read_case({**document, "facts": {"rainbow": {"disclosed": {"c1, c3": "2025-03-02"}}}}, VOCABULARY)
    assert [fact.about for fact in case.facts] == ["c1", "c3"]
    pairs = read_case({**document, "decisions": decisions}, VOCABULARY)
    assert pairs.decisions[0].about == ("ari@north", "ari@south", "mia@north", "mia@south")


def test_a_mistake_in_one_of_several_is_told_where_it_stands() -> None:
    problem = problem_at("facts.rainbow.disclosed.c1, c9 (c9)", concerns=THREE, facts={
        "rainbow": {"disclosed": {"c1, c9": "2025-03-02"}}
    })  # fmt: skip
    assert problem.found == "'c9'"


def test_one_thing_is_not_answered_twice_by_way_of_a_list() -> None:
    facts = {"rainbow": {"disclosed": {"c1, c2": "2025-03-02", "c2": "2025-03-03"}}}
    problem_at("facts.rainbow.disclosed.c2", concerns=THREE, facts=facts)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2010", "2010-01-01", "2010-12-31"),
        (2010, "2010-01-01", "2010-12-31"),
        ({"between": ["2025-03-01", "2025-03-04"]}, "2025-03-01", "2025-03-04"),
    ],
)
def test_a_moment_may_be_known_within_bounds_wherever_one_stands(written: Any, first: str, last: str) -> None:
    document = {
        **MINIMAL,
        "dates": {"received": written},
        "concerns": [{"id": "c1", "about": ["ari"], "occurred": written}],
        "records": [{"id": "r", "kind": "investigation", "moves": [{"move": "open", "at": written}]}],
        "decisions": [{"question": "rainbow/colour", "about": "c1", "answer": "red", "at": written}],
        "facts": {"rainbow": {"disclosed": {"c1": written}}},
        "done": [{"act": "rainbow/clock/approve", "for": "c1", "at": written}],
    }
    case = read_case(document, VOCABULARY)
    found = {
        case.dates.received, case.concerns[0].occurred, case.records[0].moves[0].at, case.decisions[0].at,
        case.facts[0].answer, case.done[0].at,
    }  # fmt: skip
    assert found == {Between(Moment(dt.date.fromisoformat(first)), Moment(dt.date.fromisoformat(last)))}
    assert read_case(write_case(case), VOCABULARY) == case


@pytest.mark.parametrize("written", [
    "2025-13", "201", 3010, 2010.5, True,
    {"between": ["2025-03-01"]}, {"between": ["2025-03-04", "2025-03-01"]}, {"between": "2025-03-01"},
    {"from": "2025-03-01"}, {"between": ["2025-03-01", "unknown"]},
])  # fmt: skip
def test_bounds_that_are_none_are_refused(written: Any) -> None:
    found = problems_of({**MINIMAL, "concerns": [{"id": "c1", "about": ["ari"], "occurred": written}]})
    assert all(where.startswith("concerns[0].occurred") for where in found)


def test_one_incident_is_a_concern_with_its_facts_decisions_and_records() -> None:
    incident = {
        "about": ["ari"],
        "kind": "harm",
        "facts": {"rainbow": {"disclosed": "2025-03-03", "raining": True, "remark": {"ari": "so"}}},
        "decisions": [{"question": "rainbow/colour", "answer": "blue", "by": "officer"}],
        "moves": {"report": [{"move": "submit", "at": "2025-03-04"}]},
    }
    short = read_case({**MINIMAL, "incident": incident}, VOCABULARY)
    long = {
        **MINIMAL,
        "concerns": [{"id": "incident", "about": ["ari"], "kind": "harm"}],
        "records": [{"id": "report:incident", "kind": "report", "moves": [{"move": "submit", "at": "2025-03-04"}]}],
        "decisions": [{"question": "rainbow/colour", "about": "incident", "answer": "blue", "by": "officer"}],
        "facts": {"rainbow": {"disclosed": {"incident": "2025-03-03"}, "raining": True, "remark": {"ari": "so"}}},
    }
    assert short == read_case(long, VOCABULARY)
    assert read_case(write_case(short), VOCABULARY) == short


def test_a_mistake_in_an_incident_is_told_where_it_stands() -> None:
    found = problems_of({**MINIMAL, "incident": {
        "about": ["zed"], "facts": {"rainbow": {"disclosd": "2025-03-03", "colour": "red"}}, "moves": {"report": [{}]},
    }})  # fmt: skip
    assert found.keys() == {
        "incident.about", "incident.facts.rainbow.disclosd", "incident.facts.rainbow.colour",
        "incident.moves.report[0].move",
    }  # fmt: skip
    assert found["incident.facts.rainbow.disclosd"].hint == "Did you mean 'disclosed'?"
