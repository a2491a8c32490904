"""Documents are read strictly, and everything wrong is said at once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from invented_questions import VOCABULARY, WHOLE_CASE
from small_documents import MINIMAL, problem_at, problems_of

from cimscore.case import (
    UNKNOWN,
    Age,
    ConcernKind,
    Moment,
    Part,
    PartialDay,
    PersonEntry,
    Profile,
    Protected,
    Recorded,
    Unborn,
)
from cimscore.errors import DocumentError
from cimscore.wire import read_case, read_case_text

EIGHT_MISTAKES = """\
cimscore: 1
id: eight
dates: {received: 2025-03-03T10:15}
people:
  - {id: ari, born: 2025-02-30}
  - {id: mia, family: 7, unborn: {confirmed: "false"}}
  - {id: ari}
households:
  - {id: north, aera: Logan}
residences:
  - {person: mai, household: north}
  - {person: mia, household: north, from: 2025-02-01, until: 2025-01-31}
"""


def test_eight_different_mistakes_are_reported_at_once() -> None:
    with pytest.raises(DocumentError) as caught:
        read_case_text(EIGHT_MISTAKES, VOCABULARY, name="eight.yaml")

    found = {problem.where: (problem.found, problem.hint) for problem in caught.value.problems}
    assert found == {
        "dates.received": (
            "the text '2025-03-03T10:15'",
            "Add the offset from UTC, for example +10:00: without it this could be any of several instants.",
        ),
        "people[0].born": ("the text '2025-02-30'", "The calendar has no such day."),
        "people[1].family": ("the number 7", "Write it in quotes."),
        "people[1].unborn.confirmed": ("the text 'false'", "Write false, without quotes."),
        "people[2].id": ("the id 'ari' again", ""),
        "households[0].aera": ("an unknown key", "Did you mean 'area'?"),
        "residences[0].person": ("'mai'", "Did you mean 'mia'?"),
        "residences[1].until": (
            "'mia' in 'north' from 2025-02-01 until 2025-01-31",
            "A stay ends on or after the day on which it begins.",
        ),
    }
    assert "in eight.yaml (8 problems; lines are counted without the notifier)" in str(caught.value)


def test_a_whole_case_is_read_as_it_was_written() -> None:
    case = read_case_text(WHOLE_CASE, VOCABULARY)

    assert case.dates.received == Moment(dt.datetime.fromisoformat("2025-03-03T10:15+10:00"))
    assert case.people[0].born == dt.date(2014, 5, 2)
    assert case.people[2].born is UNKNOWN
    people = {person.id: person for person in case.people}
    assert people["una"] == PersonEntry(id="una", born=PartialDay(1960), age=Age(about=64), adult=True)
    assert people["ivo"].born == PartialDay(1958, 11)
    assert people["jo"].age == Age(is_=7, on=dt.date(2025, 3, 3))
    assert (people["dee"].died, people["dee"].is_, people["dee"].kept_from) == (True, Part.STAFF, ("leo", "mia"))
    assert people["eli"].died == PartialDay(2024, 11)
    assert people["eli"].profile == Profile(indigenous_status=Recorded.RECORDED)
    assert people["twin"].unborn == Unborn(mother="mia", confirmed=True, expected=dt.date(2025, 6, 1))
    assert [row.ended for row in case.relationships] == [False, False, PartialDay(2024), UNKNOWN]
    assert case.households[0].kept_from == ("leo",)
    assert (case.residences[2].from_, case.residences[1].until) == (None, UNKNOWN)
    assert case.concerns[0].kind is ConcernKind.HARM
    assert (case.concerns[0].present, case.concerns[1].present) == ((), UNKNOWN)
    assert case.decisions[0].about == ("case",)
    answers = {(fact.question, fact.about): fact.answer for fact in case.facts}
    assert answers["rainbow/raining", "case"] is True
    assert answers["rainbow/disclosed", "c2"] == Moment(dt.date(2025, 3, 2))
    assert answers["rainbow/seen-on", "inv-1"] == dt.date(2025, 1, 3)
    assert answers["rainbow/remark", "mia"] is UNKNOWN
    assert answers["rainbow/same-as", "c2@notification:north"] == "c1"


def test_unknown_written_out_means_the_same_as_left_out() -> None:
    person = {"id": "ari", "born": "unknown", "family": "unknown", "gender": "unknown"}

    assert read_case({**MINIMAL, "people": [person]}, VOCABULARY) == read_case(MINIMAL, VOCABULARY)


@pytest.mark.parametrize(
    ("person", "key", "found"),
    [
        ({"born": True}, "born", "true"),
        ({"born": 20140}, "born", "the number 20140"),
        ({"born": 2014.0}, "born", "the number 2014.0"),
        ({"born": None}, "born", "nothing"),
        ({"born": dt.date(2014, 5, 2)}, "born", "a Python date"),
        ({"born": "2014-05-02T10:00+10:00"}, "born", "the text '2014-05-02T10:00+10:00'"),
        ({"family": ["a"]}, "family", "a list"),
        ({"family": ""}, "family", "the text ''"),
        ({"gender": "Male"}, "gender", "the text 'Male'"),
        ({"name": "Ari"}, "name", "a text"),
        ({"unborn": {"confirmed": 1}}, "unborn.confirmed", "the number 1"),
        ({"unborn": {"mother": "unknown", "confirmed": None}}, "unborn.confirmed", "nothing"),
    ],
)
def test_no_value_is_taken_for_one_of_another_type(person: dict[str, Any], key: str, found: str) -> None:
    assert problem_at(f"people[0].{key}", people=[{"id": "ari", **person}]).found == found


@pytest.mark.parametrize("number", [True, "1", 2, None])
def test_the_format_number_is_exactly_one(number: object) -> None:
    assert problem_at("cimscore", cimscore=number).expected == "the number 1"


@pytest.mark.parametrize("id", ["case", "elsewhere", "unknown", "a b", "a@b", "-a", "", "ari\n"])
def test_an_id_is_one_plain_word_that_means_nothing_else(id: str) -> None:
    assert list(problems_of({**MINIMAL, "people": [{"id": id}]})) == ["people[0].id"]


@pytest.mark.parametrize(
    "moment", ["2025-03-03", "2025-03-03T10:15Z", "2025-03-03T10:15:30.5-03:30", "2025-03-03T00:00+10:00", "unknown"]
)
def test_a_moment_is_a_day_or_a_time_with_offset(moment: str) -> None:
    read_case({**MINIMAL, "dates": {"received": moment}}, VOCABULARY)


@pytest.mark.parametrize(
    ("moment", "hint"),
    [
        ("2025-03-03T10:15", "Add the offset from UTC"),
        ("2025-03-03 10:15+10:00", "Write a T"),
        ("2025-03-03T24:00+10:00", ""),
        ("3/3/2025", ""),
        ("2025-02-29T10:15Z", "The calendar has no such day."),
    ],
)
def test_a_time_that_could_be_another_is_refused(moment: str, hint: str) -> None:
    assert problem_at("dates.received", dates={"received": moment}).hint.startswith(hint)


def test_a_required_key_that_is_left_out_is_named() -> None:
    found = problems_of({"people": [{}], "concerns": [{"id": "c1"}]})

    assert set(found) == {"cimscore", "id", "people[0].id", "concerns[0].about"}


def test_a_concern_names_somebody_or_says_that_it_is_unknown() -> None:
    assert problem_at("concerns[0].about", concerns=[{"id": "c1", "about": []}]).found == "an empty list"


def test_a_mistake_in_an_entry_does_not_make_its_id_unknown() -> None:
    """An entry that cannot be used still has its name, so nothing that uses the name is called dangling."""
    record = {"id": "inv-1", "household": "north"}
    facts = {"rainbow": {"seen-on": {"inv-1": "2025-01-03"}}}

    assert problem_at("records[0].kind", records=[record], facts=facts).expected == "this key in a record"


def test_nothing_is_called_dangling_while_its_section_cannot_be_read() -> None:
    assert set(problems_of({**MINIMAL, "people": "ari", "residences": [{"person": "mia", "household": "north"}]})) == {
        "people"
    }


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.yaml", None, "No such file"),
        ("case.txt", b"cimscore: 1", "one of .yaml, .yml, .json"),
        ("case.yaml", "cimscore: 1\nid: \u00e9".encode("utf-16"), "not UTF-8"),
        ("case.yaml", b"", "found nothing"),
        ("case.json", b"[]", "found a list"),
        ("case.json", b"{", "parsed as JSON"),
        ("case.json", b"[" * 100_000, "parsed as JSON"),
    ],
)
def test_a_file_that_is_no_document_is_refused_kindly(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(DocumentError, match=said):
        read_case(path, VOCABULARY)


def test_a_file_is_read_whether_yaml_or_json(tmp_path: Path) -> None:
    (tmp_path / "case.yml").write_text(WHOLE_CASE)
    (tmp_path / "case.json").write_text('\ufeff{"cimscore": 1, "id": "small", "notifier": "Jo"}', encoding="utf-8")

    assert read_case(str(tmp_path / "case.yml"), VOCABULARY) == read_case_text(WHOLE_CASE, VOCABULARY)
    assert read_case(tmp_path / "case.json", VOCABULARY).notifier == Protected("anything")


def test_text_given_as_a_path_is_explained() -> None:
    with pytest.raises(DocumentError, match=r"read it with cimscore\.wire\.read_case_text"):
        read_case(WHOLE_CASE, VOCABULARY)


def test_a_worked_example_is_called_one_and_its_reader_sent_to_its_case() -> None:
    (problem,) = problems_of({"title": "Two homes", "case": MINIMAL, "expect": {}}).values()

    assert (problem.where, problem.found) == ("case", "a worked example")
    assert "a file of its own" in problem.hint


def test_a_worked_example_in_a_file_is_called_one_and_shows_nothing_else() -> None:
    with pytest.raises(DocumentError) as caught:
        read_case_text("title: Two homes\ncase:\n  id: two\nexpect:\n  record: []\n", VOCABULARY, name="two.yaml")

    assert [problem.found for problem in caught.value.problems] == ["a worked example"]


def test_one_mistake_hides_no_other_of_the_same_entry_nor_those_that_refer_to_it() -> None:
    with pytest.raises(DocumentError) as caught:
        read_case(
            {
                "cimscore": 1,
                "id": "x",
                "people": [{"id": "ari"}, {"born": "2014-05-02"}],
                "households": [{"id": "north"}],
                "residences": [{"person": "arii", "household": "nort", "kind": "full-time"}],
                "concerns": [{"id": "c1", "about": ["arri"]}],
                "decisions": [
                    {"question": "rainbow/colours", "about": ["c1"], "answer": "red", "at": "soon", "why": "x"}
                ],
            },
            VOCABULARY,
        )

    assert {problem.where for problem in caught.value.problems} == {
        "people[1].id", "residences[0].person", "residences[0].household", "concerns[0].about",
        "decisions[0].question", "decisions[0].at", "decisions[0].why",
    }  # fmt: skip
