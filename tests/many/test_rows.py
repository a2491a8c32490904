"""A row for each case, in their order, whatever is wrong with one of them."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

import cimscore
from cimscore.assessment import assessment_document
from cimscore.limits import LONGEST_DOCUMENT
from cimscore.many import CaseRow, NoCasesError, assess_many, cases_in

DAMAGED = {
    "half of it": b'{"cimscore": 1, "id": "half", "people": [',
    "not text": b"\xff\xfe{}",
    "a list": b"[]",
    "nothing": b"null",
    "another format": b"people: []",
    "a key misspelt": b'{"cimscore": 1, "id": "x", "peopel": []}',
    "a key twice": b'{"cimscore": 1, "id": "x", "id": "y"}',
    "an unknown program": b'{"cimscore": 1, "id": "x", "programs": ["nowhere"]}',
    "too deep": b"[" * 5000,
    "too long": b'"' + b"a" * (LONGEST_DOCUMENT + 5),
    "far too long": b'"' + b"a" * (9 * LONGEST_DOCUMENT),
}


def rows_of(path: Path, lines: list[bytes], rulebook: cimscore.Rulebook) -> list[CaseRow]:
    path.write_bytes(b"\n".join(lines))
    return list(assess_many(cases_in(str(path)).lines, rulebook))


def test_a_row_holds_the_assessment_of_its_case(lines, rulebook, tmp_path: Path) -> None:
    rows = rows_of(tmp_path / "cases.jsonl", lines, rulebook)

    for number, (line, row) in enumerate(zip(lines, rows, strict=True), 1):
        assessment = cimscore.assess(rulebook.read_case(json.loads(line)), rulebook)
        assert row.document["assessment"] == json.loads(
            json.dumps(assessment_document(assessment.case, assessment.decisions, assessment.failures))
        )
        assert row.number == row.document["number"] == number
        assert row.state == row.document["state"]
        assert (row.state == "final") is assessment.final


@pytest.fixture(scope="module")
def two_rows(lines, rulebook, tmp_path_factory: pytest.TempPathFactory) -> list[CaseRow]:
    """The rows of the first two cases, with nothing between them."""
    return rows_of(tmp_path_factory.mktemp("two") / "cases.jsonl", lines[:2], rulebook)


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_line_has_a_row_with_its_problems_and_stops_no_other(
    damage, lines, two_rows, rulebook, tmp_path: Path
) -> None:
    before, damaged, after = rows_of(tmp_path / "cases.jsonl", [lines[0], damage, lines[1]], rulebook)

    refused = damaged.document
    assert (refused["number"], refused["state"]) == (2, "refused")
    assert refused["refused"]["because"] == "document"
    assert all(problem["says"] and problem["expected"] for problem in refused["refused"]["problems"])
    told, expected = ([row.document["assessment"] for row in some] for some in ((before, after), two_rows))
    assert told == expected


def test_a_case_that_names_no_program_is_told_what_to_name(rulebook, tmp_path: Path) -> None:
    (row,) = rows_of(tmp_path / "cases.jsonl", [b'{"cimscore": 1, "id": "x"}'], rulebook)

    assert row.document["refused"]["because"] == "request"
    assert "qld-child-safety" in row.document["refused"]["says"]


def test_of_many_lines_each_that_is_damaged_is_told_by_its_number(small, rulebook, tmp_path: Path) -> None:
    chance, numbers = random.Random(1), range(1, 151)
    bad = {number: chance.choice([*DAMAGED.values()][:8]) for number in chance.sample(numbers, 25)}

    rows = rows_of(tmp_path / "cases.jsonl", [bad.get(number, small) for number in numbers], rulebook)

    assert [row.number for row in rows] == [*numbers]
    assert {row.number for row in rows if row.state == "refused"} == bad.keys()


def test_empty_lines_are_no_cases_and_count_as_lines(lines, rulebook, tmp_path: Path) -> None:
    rows = rows_of(tmp_path / "cases.jsonl", [b"", lines[0], b"  ", b"\r", lines[1], b""], rulebook)

    assert [row.number for row in rows] == [2, 5]


def test_the_files_of_a_folder_stand_in_the_order_of_their_names(lines, rulebook, tmp_path: Path) -> None:
    for name in ("b.json", "a.json", "sub/c.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(lines[0])
    (tmp_path / "notes.txt").write_text("no case")
    (tmp_path / "broken.yaml").write_text("people: [")

    rows = [row.document for row in assess_many(cases_in(str(tmp_path)).lines, rulebook)]

    assert [row["file"] for row in rows] == ["a.json", "b.json", "broken.yaml", "sub/c.json"]
    assert [row["state"] == "refused" for row in rows] == [False, False, True, False]


def test_a_mistake_of_our_own_tells_nothing_of_the_case(lines, rulebook, tmp_path: Path, monkeypatch) -> None:
    def fail(text: str, *_: object, **__: object) -> None:
        raise ValueError(text)

    monkeypatch.setattr("cimscore.many.reading.read_case_text", fail)

    (row,) = rows_of(tmp_path / "cases.jsonl", lines[:1], rulebook)

    assert row.state == "broken"
    assert row.document["refused"]["says"].startswith("A mistake in cimscore itself (ValueError in test_rows.py, line ")


def test_no_row_holds_the_notifier(lines, rulebook, tmp_path: Path) -> None:
    canary = "Quillfeather"
    whole = {**json.loads(lines[0]), "notifier": {"name": canary, "phone": [canary]}}
    text = json.dumps(whole)
    shapes = [text, json.dumps({**whole, "peopel": 1}), text[:-1], '{"notifier": "' + canary]

    rows = rows_of(tmp_path / "cases.jsonl", [shape.encode() for shape in shapes], rulebook)

    assert [row.state == "refused" for row in rows] == [False, True, True, True]
    assert canary not in "".join(row.text for row in rows)


@pytest.mark.parametrize("named", ["nothing-there", "a\0b"])
def test_what_is_not_there_is_said_at_once(named: str, tmp_path: Path) -> None:
    with pytest.raises(NoCasesError, match="cannot be read"):
        cases_in(str(tmp_path / named))
