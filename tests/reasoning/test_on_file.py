"""What a case says of the file in general: which questions it answers, and which records may exist by it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from small_runs import program_with
from small_situations import case

from cimscore.case import UNKNOWN, Exists, OnFileEntry, RecordEntry
from cimscore.reasoning.points.on_file import said_of_the_file, with_files_in_question
from cimscore.rules import Concern, Household, Person, Question
from cimscore.rules.conditions.things import Variable

PERSON, HOME, CONCERN = Person("person"), Household("home"), Concern("concern")


def asked(*things: Variable) -> Question[bool]:
    of = " and ".join(f"{{{thing.name}}}" for thing in things) or "the case"
    return Question(id="filed", things=things, text=f"Is a file on record of {of}?", answers=bool, on_file="file")


def answered(question: Question[bool], **entry: object) -> Mapping[tuple[str, ...], object]:
    said = OnFileEntry(kind="file", **{"exists": Exists.YES, **entry})
    return dict(said_of_the_file(case(on_file=(said,)), question))


@pytest.mark.parametrize(
    ("entry", "people"),
    [
        ({}, ("ari", "mia")),
        ({"person": "mia"}, ("mia",)),
        ({"household": "north"}, ("ari", "mia")),
        ({"household": "south"}, ()),
    ],
)
def test_a_question_about_a_person_is_answered_for_everybody_who_is_meant(entry, people) -> None:
    assert answered(asked(PERSON), **entry) == {(person,): True for person in people}


@pytest.mark.parametrize(("entry", "homes"), [({}, ("north", "south")), ({"household": "south"}, ("south",))])
def test_a_question_about_a_home_is_answered_for_every_home_that_is_meant(entry, homes) -> None:
    assert answered(asked(HOME), **entry) == {(home,): True for home in homes}


@pytest.mark.parametrize(("exists", "answer"), [(Exists.YES, True), (Exists.NO, False), (UNKNOWN, UNKNOWN)])
def test_a_question_about_the_case_has_the_answer_itself_and_unknown_is_not_no(exists, answer) -> None:
    assert answered(asked(), exists=exists) == {(): answer}


def test_a_question_about_anything_else_is_not_answered_by_it() -> None:
    assert answered(asked(CONCERN)) == {}
    assert answered(asked(PERSON, HOME)) == {}


def files(*entries: OnFileEntry, asks: Question[bool] | None = None, **parts: object) -> dict[str, RecordEntry]:
    said, program = case(on_file=entries, **parts), program_with([] if asks is None else [asks])
    return {record.id: record for record in with_files_in_question(said, program).records}


def test_a_file_of_a_person_may_exist_and_names_nobody_else() -> None:
    found = files(OnFileEntry(kind="file", person="mia"))
    assert found == {"file-of-mia": RecordEntry(id="file-of-mia", kind="file", people={"mia": UNKNOWN}, exists=UNKNOWN)}


def test_a_file_of_nobody_named_may_exist_for_each_home_with_those_who_stay_there() -> None:
    found = files(OnFileEntry(kind="file", exists=Exists.YES))
    assert {id: (record.household, dict(record.people), record.exists) for id, record in found.items()} == {
        "file-of-north": ("north", {"ari": UNKNOWN, "mia": UNKNOWN}, Exists.YES),
        "file-of-south": ("south", {}, Exists.YES),
    }


def test_a_case_without_a_home_may_have_a_file_of_its_own() -> None:
    found = files(OnFileEntry(kind="file"), households=(), residences=(), concerns=())
    assert {id: (record.household, dict(record.people)) for id, record in found.items()} == {
        "file-of-case": (UNKNOWN, {"ari": UNKNOWN, "mia": UNKNOWN})
    }


def test_no_file_may_exist_where_there_is_none_or_a_question_asks_for_it() -> None:
    assert files(OnFileEntry(kind="file", exists=Exists.NO)) == {}
    assert files(OnFileEntry(kind="file"), asks=asked(HOME)) == {}
