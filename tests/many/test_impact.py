"""What moves in each of many cases is what moves in it alone, in any number of processes."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import attrs
import pytest

import cimscore
from cimscore.errors import FileError, UnknownNameError
from cimscore.many import CaseLine, Choices
from cimscore.many.impact import (
    ImpactRow,
    NotedCase,
    OtherCasesError,
    compare_many,
    compare_noted,
    note_many,
    read_noted,
    write_noted,
)
from cimscore.traceability.impact import ImpactTally, Moved, StoredCase, compare_snapshots, take_snapshot

READING = {"qld-child-safety/hundred-days": "business-from-decision"}
OTHER = Choices(readings=READING)
DAMAGED = [b"{", b'{"cimscore": 1, "id": "x", "programs": ["nowhere"]}']


@pytest.fixture(scope="module")
def cases(lines) -> list[CaseLine]:
    return [CaseLine(number, text, number) for number, text in enumerate([*lines, *DAMAGED], 1)]


@pytest.fixture(scope="module")
def rows(cases, rulebook) -> list[ImpactRow]:
    return list(compare_many(cases, rulebook, Choices(), OTHER))


def plainly(line: CaseLine, rulebook: cimscore.Rulebook) -> tuple[Moved, ...]:
    """What moves in a case where every program decides it, by itself."""
    stored = StoredCase(name=line.called, case=rulebook.read_case(json.loads(line.case)))
    return compare_snapshots(
        take_snapshot(rulebook, [stored]), take_snapshot(rulebook, [stored], readings=READING)
    ).moved


def test_each_row_is_what_moves_in_its_case(rows, cases, rulebook) -> None:
    assert [row.number for row in rows] == [line.number for line in cases]
    assert [row.moved for row in rows[: -len(DAMAGED)]] == [plainly(line, rulebook) for line in cases[: -len(DAMAGED)]]
    assert {row.state for row in rows} == {"same", "moves", "refused"}
    assert all(row.moved and row.case if row.state == "moves" else not row.moved for row in rows)


def test_what_is_damaged_is_refused_with_its_reason_and_stops_no_other(rows) -> None:
    unread, unknown = rows[-2:]

    assert (unread.state, unread.refused["because"]) == ("refused", "document")
    assert (unknown.state, unknown.refused["because"]) == ("refused", "document")
    assert all(problem["says"] for row in (unread, unknown) for problem in row.refused["problems"])


def test_two_processes_give_the_same_rows(rows, cases, rulebook) -> None:
    assert list(compare_many(cases, rulebook, Choices(), OTHER, workers=2)) == rows


def test_every_clause_of_a_move_is_one_that_the_programs_have(rows, rulebook) -> None:
    known = {clause.id for program in rulebook.programs.values() for clause in program.declared.clauses}
    clauses = {clause for row in rows for move in row.moved for clause in move.clauses}

    assert "qld/no-identifying-information/100-days" in clauses <= known


def test_a_run_that_was_saved_is_compared_as_both_sides_at_once_are(rows, cases, rulebook, tmp_path: Path) -> None:
    before, now = list(note_many(cases, rulebook, Choices())), list(note_many(cases, rulebook, OTHER))
    for name in ("before.jsonl", "before.jsonl.gz"):
        assert list(write_noted(tmp_path / name, before)) == before
        assert list(read_noted(tmp_path / name)) == before
        assert list(compare_noted(read_noted(tmp_path / name), now)) == rows
    assert (tmp_path / "before.jsonl.gz").stat().st_size < (tmp_path / "before.jsonl").stat().st_size / 5


def test_cases_in_another_order_are_told_by_their_place(cases, rulebook) -> None:
    noted = [attrs.evolve(case, name=f"file-{case.number}") for case in note_many(cases[:3], rulebook, Choices())]

    with pytest.raises(OtherCasesError, match=r"Where the case file-1 was, there is file-2 now \(place 2\)"):
        list(compare_noted(noted, noted[1:]))


def test_a_case_whose_document_has_changed_is_not_compared(cases, rulebook) -> None:
    (was,) = note_many(cases[:1], rulebook, Choices())
    document = json.loads(cases[0].case)
    document["people"][0].pop("name", None)
    changed = attrs.evolve(cases[0], case=json.dumps({**document, "people": document["people"]}).encode())
    (now,) = note_many([changed], rulebook, Choices())

    assert was.digest != now.digest
    assert [row.state for row in compare_noted([was], [now])] == ["another document"]


def test_a_case_that_only_one_side_has_is_not_compared() -> None:
    one, two = (NotedCase(number=number, name=str(number), case=f"c{number}") for number in (1, 2))

    assert [(row.name, row.state) for row in compare_noted([one], [one, two])] == [
        ("1", "same"),
        ("2", "there once only"),
    ]
    assert [row.state for row in compare_noted([one, two], [one])] == ["same", "there once only"]


def test_a_case_that_is_decided_on_one_side_only_is_told_with_the_reason(cases, rulebook) -> None:
    (decided,) = note_many(cases[:1], rulebook, Choices())
    refused = attrs.evolve(decided, state="refused", concluded={}, refused={"because": "request", "says": "no"})

    for sides in ((decided, refused), (refused, decided)):
        (row,) = compare_noted([sides[0]], [sides[1]])
        assert (row.state, row.refused, row.moved) == ("refused", {"because": "request", "says": "no"}, ())


@pytest.mark.parametrize("text", ["{}", "[]", "x", '{"format": "noted/0"}', '{"format": "noted/1", "concluded": 3}'])
def test_a_file_of_something_else_is_refused_with_the_line(text: str, cases, rulebook, tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    list(write_noted(file, note_many(cases[:1], rulebook, Choices())))
    with file.open("a") as more:
        more.write(f"{text}\n")

    with pytest.raises(FileError, match="line 2"):
        list(read_noted(file))
    with pytest.raises(FileError, match="line 1"):
        list(read_noted(tmp_path / "nothing"))
    (tmp_path / "half.gz").write_bytes(b"\x1f\x8b\x08")
    with pytest.raises(FileError, match="line 1"):
        list(read_noted(tmp_path / "half.gz"))


def test_what_cannot_be_chosen_is_refused_before_a_case_is_read(rulebook) -> None:
    with pytest.raises(UnknownNameError, match="Did you mean"):
        compare_many(iter(()), rulebook, Choices(), Choices(readings={"qld-child-safety/hundred-day": "x"}))


def test_with_another_notifier_every_byte_is_the_same(lines, rulebook, tmp_path: Path) -> None:
    told: list[Any] = []
    for canary in ("Quillfeather", "Wren Example"):
        document = {**json.loads(lines[0]), "notifier": {"name": canary}}
        some = [CaseLine(1, json.dumps(document).encode(), 1), CaseLine(2, json.dumps(document)[:-9].encode(), 2)]
        file = tmp_path / f"{len(told)}.jsonl"
        list(write_noted(file, note_many(some, rulebook, Choices())))
        rows = [row.text for row in compare_many(some, rulebook, Choices(), OTHER)]
        told.append((rows, file.read_bytes()))

    assert told[0] == told[1]
    assert "Quillfeather" not in str(told)


def test_nobody_is_named_but_by_id(lines, rulebook) -> None:
    document = json.loads(next(line for line in lines if b'"given"' in line))
    names = [part for person in document["people"] for part in person.get("name", {}).values()]
    some = [CaseLine(1, json.dumps(document).encode(), 1)]

    told = str([*note_many(some, rulebook, Choices()), *compare_many(some, rulebook, Choices(), OTHER)])
    assert names
    assert [name for name in names if f" {name} " in told] == []


def test_the_tally_counts_each_case_once_for_a_number_and_names_the_first_five(rows) -> None:
    tally, once = ImpactTally(), ImpactTally()
    moving = [row for row in rows if row.moved]
    for at in range(1000):
        tally.add(f"{at}", moving[at % len(moving)].moved)
    for row in rows:
        once.add(row.name, row.moved)

    expected = Counter(
        (clause, move.address.partition("@")[0], move.change)
        for row in moving for move in row.moved for clause in move.clauses or ("",)
    )  # fmt: skip
    assert {(move.clause, move.outcome, move.change): move.moves for move in once.moves} == expected
    assert once.cases == len(moving)
    for move in once.moves:
        behind = [
            row.name for row in moving
            if any((move.clause in (each.clauses or ("",)), each.address.partition("@")[0], each.change)
                   == (True, move.outcome, move.change) for each in row.moved)
        ]  # fmt: skip
        assert (move.cases, list(move.first)) == (len(behind), behind[:5])
        assert once.of_clause(move.clause) >= move.cases
    assert tally.cases == 1000
    assert max(len(move.first) for move in tally.moves) == 5
