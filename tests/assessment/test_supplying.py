"""What to write to answer an open question is said for every question that a document can answer."""

from __future__ import annotations

from pathlib import Path

import pytest

import cimscore
from cimscore.assessment import OpenPoint, what_to_write
from cimscore.assessment.supplying import _WHERE
from cimscore.assessment.whom import _WHOM, whom_to_ask
from cimscore.reasoning.cases import run_of
from cimscore.wire import load_examples

DOCUMENTS = sorted((Path(__file__).parents[1] / "cases" / "documents").glob("*.yaml"))


def point(address: str, decided_by: str = "") -> OpenPoint:
    return OpenPoint(address=address, kind="fact", asks="?", working="", why="", decided_by=decided_by)


@pytest.mark.parametrize("fact", sorted(_WHERE))
def test_every_missing_entry_is_told_with_its_place(fact: str) -> None:
    (said,) = what_to_write(point(f"{fact}@ari@north"))

    assert said.startswith("To answer, write ")
    assert said.endswith(".")
    assert not any(sign in said for sign in ("{0}", "{1}", "{{"))


def test_every_fact_that_a_shipped_document_leaves_open_has_a_place() -> None:
    rulebook = cimscore.load_rulebook()
    cases = [example.case for example in load_examples(rulebook)]
    for document in DOCUMENTS:
        try:
            cases.append(rulebook.read_case(document))
        except cimscore.DocumentError:
            continue
    runs = [run_of(case, rulebook.programs[program].compiled) for case in cases for program in case.programs]
    addresses = {address for run in runs for address in run.situation.points}

    assert len(addresses) > 20
    assert [address for address in sorted(addresses) if not what_to_write(point(address))] == []


def test_a_decision_is_written_with_its_role_and_a_fact_under_its_program() -> None:
    assert what_to_write(point("qld/apart@case", "team-leader")) == (
        "To answer, under decisions:", "  - {question: qld/apart, about: case, answer: ..., by: team-leader, at: ...}",
    )  # fmt: skip
    assert what_to_write(point("vic/harmed@c1")) == ("To answer, under facts:", "  vic: {harmed: {c1: ...}}")
    assert what_to_write(point("vic/own-system@case")) == ("To answer, under facts:", "  vic: {own-system: ...}")


def test_a_record_is_named_in_quotes_as_yaml_needs_it() -> None:
    assert '"notification:north"' in what_to_write(point("qld/who@notification:north", "somebody"))[1]


def test_the_moment_of_receipt_is_asked_for_in_the_words_of_a_document() -> None:
    assert what_to_write(point("received")) == ("To answer, write dates: {received: ...}.",)


def test_what_no_document_can_say_has_no_place() -> None:
    assert what_to_write(point("edition@qld")) == ()


def test_every_fact_that_a_document_can_state_says_who_can_be_asked() -> None:
    assert set(_WHOM) == set(_WHERE)
    assert all(point(f"{fact}@ari@north").ask for fact in _WHERE)


def test_a_decision_a_reading_and_a_programs_own_question_ask_nobody_in_general() -> None:
    assert whom_to_ask("born@flo") == "the family, a school or the records on file"
    assert point("born@flo", "team-leader").ask == ""
    assert point("vic/harmed@c1").ask == ""
    assert OpenPoint(address="place@c1", kind="granted", asks="?", working="", why="", decided_by="").ask == ""
