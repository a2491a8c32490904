"""What to write to answer an open question is said for every question that a document can answer."""

from __future__ import annotations

from pathlib import Path

import pytest

import cimscore
from cimscore.assessment import OpenPoint, what_to_write
from cimscore.assessment.decision.whom import _WHOM, whom_to_ask
from cimscore.assessment.questions.places_of_facts import PLACES
from cimscore.assessment.questions.supplying import OF_SEVERAL_ENTRIES
from cimscore.reasoning.cases import run_of
from cimscore.rulebook import WorkedExample
from cimscore.rules import Concern
from cimscore.wire import load_examples

FACTS = {*PLACES, *OF_SEVERAL_ENTRIES}
DOCUMENTS = sorted((Path(__file__).parents[1] / "cases" / "documents").glob("*.yaml"))


def point(address: str, decided_by: str = "") -> OpenPoint:
    return OpenPoint(address=address, kind="fact", asks="?", working="", why="", decided_by=decided_by)


@pytest.mark.parametrize("fact", sorted(FACTS))
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
    assert what_to_write(point("received")) == ("To answer, write dates: received.",)


def test_a_place_in_an_entry_is_told_by_what_the_entry_says() -> None:
    assert what_to_write(point("relationship@mia->ari")) == (
        "To answer, write relationships, the entry with from mia and to ari: kind.",
    )
    assert what_to_write(point("moved@notification:north@approve")) == (
        "To answer, write records, entry notification:north: moves, the entry with move approve: at.",
    )


def test_what_no_document_can_say_has_no_place() -> None:
    assert what_to_write(point("edition@qld")) == ()


def test_every_fact_that_a_document_can_state_says_who_can_be_asked() -> None:
    assert set(_WHOM) == FACTS
    assert all(whom_to_ask(f"{fact}@ari@north") for fact in FACTS)


def test_a_programs_own_fact_says_who_can_be_asked_by_what_it_is_about() -> None:
    assert whom_to_ask("vic/harmed@c1", [Concern("concern")]) == "whoever gave the information, or deals with it now"
    assert whom_to_ask("vic/funded", []) == "whoever leads the work"


@pytest.mark.parametrize("example", load_examples(cimscore.load_rulebook()), ids=lambda example: example.case.id)
def test_every_open_fact_says_whom_to_ask_and_nothing_else_does(example: WorkedExample) -> None:
    decisions = cimscore.assess(example.case, cimscore.load_rulebook()).decisions
    points = [point for decision in decisions for point in decision.points]

    assert [point.address for point in points if bool(point.ask) is not (point.kind == "fact")] == []
