"""Rows of other systems: taken in whole or not at all, once each, and given out again as they came."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from cluster import ON_A_FILE
from tests.each_nth import spread

from cimscore.cli import main
from cimscore.many import CaseLine, cases_in
from cimscore.register import Register, RowState, Signed, Step, TakenRow, create_register, give_out, take_in
from cimscore.register.interface.rows import ReportColumns
from cimscore.rulebook import Rulebook
from cimscore.wire import write_case
from cimscore.wire.document import KEYS

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SCHEMA = ROOT / "schemas" / "register-row-1.schema.json"
KIM = Signed(person="Kim Example", role="child-safety-officer")
IDA = Signed(person="Ida Example", role="senior-team-leader")
CASE, NOTIFICATION = "both-programs", "notification:border-house"
CANARY = "Quillfeather"


def report(rulebook: Rulebook, version: int = 1, example: str = CASE, **more: Any) -> dict[str, Any]:
    """A row with the report of an example."""
    document = json.loads(json.dumps(write_case(rulebook.read_case(EXAMPLES / f"{example}.yaml"))))
    return {"row": "report/1", "version": version, "by": KIM.person, "role": KIM.role, **document, **more}


def step(version: int, move: str, by: Signed = KIM, **more: Any) -> dict[str, Any]:
    """A row with a step of the notification."""
    return {
        "row": "step/1", "case": CASE, "version": version, "by": by.person, "role": by.role, "record": NOTIFICATION,
        "move": move, "happened": "2025-03-04T10:00+10:00", **more,
    }  # fmt: skip


def answer(version: int, unit: str, answer: str = "accepted", **more: Any) -> dict[str, Any]:
    """A row with an answer about the notification."""
    return {
        "row": "answer/1", "case": CASE, "version": version, "by": IDA.person, "role": IDA.role,
        "record": NOTIFICATION, "unit": unit, "answer": answer, **more,
    }  # fmt: skip


def lines(*rows: object) -> Iterator[CaseLine]:
    """Rows as they are handed over."""
    for number, row in enumerate(rows, 1):
        yield CaseLine(number, row if isinstance(row, bytes) else json.dumps(row).encode(), 0)


def taken(register: Register, *rows: object, whole: bool = False) -> list[TakenRow]:
    """What becomes of rows."""
    return [*take_in(register, lines(*rows), whole=whole)]


def columns(row: TakenRow) -> list[str]:
    """The columns in which something is wrong."""
    return [problem.where for problem in row.problems]


def week(rulebook: Rulebook) -> list[dict[str, Any]]:
    """A report, its way to another unit, a correction before, and another report."""
    return [
        report(rulebook),
        report(rulebook, 2, households=[{"id": "border-house", "area": "Cairns"}]),
        step(3, "submit"),
        step(4, "return", IDA, reason="say who saw it"),
        step(5, "submit"),
        step(6, "approve", IDA),
        step(7, "transfer", unit="Tweed"),
        answer(8, "Tweed"),
        report(rulebook, example="two-homes"),
    ]


@ON_A_FILE
def test_what_is_given_out_is_taken_in_and_given_out_again(
    register: Register, rulebook: Rulebook, tmp_path: Path
) -> None:
    rows = week(rulebook)
    assert [row.problems for row in taken(register, *rows)] == [()] * len(rows)
    given = [*give_out(register)]
    assert given == rows

    other = create_register(tmp_path / "other.db", rulebook)
    assert {row.state for row in taken(other, *given)} == {RowState.TAKEN}
    assert [*give_out(other)] == given
    for case in register.cases():
        ours, theirs = register.stood(case), other.stood(case)
        assert register.records(ours)[0].state == other.records(theirs)[0].state
        assert [record.owner for record in register.records(ours)] == [record.owner for record in other.records(theirs)]
        assert ours.decisions == theirs.decisions
    assert register.first_broken() is None
    other.close()


def test_every_example_makes_the_way_there_and_back(file_register: Register, rulebook: Rulebook) -> None:
    rows = [report(rulebook, example=file.stem) for file in sorted(EXAMPLES.glob("*.yaml"))]
    assert {row.state for row in taken(file_register, *rows)} == {RowState.TAKEN}
    assert [*give_out(file_register)] == rows


def test_every_row_fits_the_schema_that_is_kept(
    file_register: Register, rulebook: Rulebook, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["schema", "--register-row"])
    assert capsys.readouterr().out == SCHEMA.read_text(encoding="utf-8")
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    taken(file_register, *week(rulebook))
    assert [error.message for row in give_out(file_register) for error in validator.iter_errors(row)] == []
    for wrong in ({**step(2, "submit"), "x": 1}, step(1, "submit"), {**answer(2, "x"), "row": "step/1"}):
        assert [*validator.iter_errors(wrong)]


def test_no_column_of_a_row_is_a_key_of_a_case() -> None:
    assert KEYS.isdisjoint(ReportColumns.__annotations__)


def test_each_bad_row_says_everything_by_its_column_and_leaves_nothing(register: Register, rulebook: Rulebook) -> None:
    good = report(rulebook)
    bad = report(rulebook, "1", example="two-homes", dates={"received": "2025-02-30"})
    bad["people"][0]["born"] = "2012-13-01"
    del bad["by"]
    *_, refused = found = taken(register, good, step(2, "submit"), b"{", {"row": "stop/1"}, bad)

    assert [row.number for row in found] == [1, 2, 3, 4, 5]
    assert [row.state.value for row in found] == ["taken", "taken", "refused", "refused", "refused"]
    assert [columns(row) for row in found[2:4]] == [["the document"], ["row"]]
    assert sorted(columns(refused)) == ["by", "dates.received", "people[0].born", "version"]
    assert all(problem.expected for row in found for problem in row.problems)
    assert register.cases() == (CASE,)
    assert (register.head().number, register.first_broken()) == (2, None)


ODD = "K\0", "K\ud800", "", " " * 300, 7, None, [], {}, True, 10**30, -1, 1.5


@pytest.mark.spread
@pytest.mark.parametrize("kind", ["report", "step", "answer"])
@ON_A_FILE
def test_whatever_stands_in_a_column_a_row_is_taken_or_told_of(
    register: Register, rulebook: Rulebook, kind: str
) -> None:
    taken(register, report(rulebook, example="two-homes"))
    row = {"report": report(rulebook, 2, "two-homes"), "step": step(2, "submit"), "answer": answer(2, "x")}[kind]
    rows = spread([{**row, name: odd} for name in row for odd in ODD], 5)
    found = taken(register, *rows, *([], 3, "", None, b"\xff", b"\0", b"[" * 100_000))

    assert len(found) == len(rows) + 7
    assert all((row.state is RowState.REFUSED) == bool(row.problems) for row in found)
    assert sum(row.state is RowState.REFUSED for row in found) > 0.8 * len(found)
    assert register.first_broken() is None


def test_a_folder_holds_a_row_in_each_file(file_register: Register, rulebook: Rulebook, tmp_path: Path) -> None:
    folder = tmp_path / "rows"
    folder.mkdir()
    text = (EXAMPLES / f"{CASE}.yaml").read_text(encoding="utf-8")
    (folder / "1.yaml").write_text(f"row: report/1\nversion: 1\nby: Kim\nrole: r\n{text}", encoding="utf-8")
    (folder / "2.json").write_text(json.dumps(step(2, "submit")), encoding="utf-8")
    (folder / "3.yaml").write_text(f"row: report/1\nversion: x\nby: Kim\nrole: r\n{text}", encoding="utf-8")
    found = [*take_in(file_register, cases_in(str(folder)).lines)]
    assert [row.state for row in found] == [RowState.TAKEN, RowState.TAKEN, RowState.REFUSED]
    assert columns(found[2]) == ["version"]


@ON_A_FILE
def test_the_workflow_holds_for_rows_as_for_everybody(register: Register, rulebook: Rulebook) -> None:
    kim_approves = {**step(3, "approve", IDA), "by": KIM.person}
    found = taken(
        register, report(rulebook), step(2, "submit"), kim_approves, step(3, "return", IDA), step(3, "aprove", IDA),
        step(3, "approve", IDA, record="notification:x"), answer(3, "Tweed", "declined", reason="no room"),
        step(3, "transfer", IDA, unit="Tweed"),
    )  # fmt: skip

    assert [row.state.value for row in found] == ["taken", "taken", *["refused"] * 6]
    assert [columns(row) for row in found[2:]] == [["move"], ["move"], ["move"], ["record"], ["answer"], ["move"]]
    said = " ".join(str(problem) for row in found for problem in row.problems)
    assert "Nobody approves what they prepared themselves" in said and "qld/approve" in said
    assert register.history(CASE).version == 2


@ON_A_FILE
def test_rows_can_be_handed_in_again(register: Register, rulebook: Rulebook) -> None:
    rows = week(rulebook)
    assert len([*itertools.islice(take_in(register, lines(*rows)), 5)]) == 5  # and whoever took them in was ended
    states = [row.state for row in taken(register, *rows)]
    assert states == [RowState.THERE] * 5 + [RowState.TAKEN] * 4
    head = register.head()
    assert {row.state for row in taken(register, *rows)} == {RowState.THERE}
    assert register.head() == head


def test_a_version_is_made_once_and_rests_on_the_one_before(register: Register, rulebook: Rulebook) -> None:
    taken(register, report(rulebook), step(2, "submit"))
    found = taken(
        register, report(rulebook, dates={}), step(2, "create"), step(4, "approve", IDA),
        report(rulebook, 2, example="two-homes"), {**step(2, "submit"), "case": "other"},
    )  # fmt: skip

    assert [columns(row) for row in found] == [["version"]] * 5
    assert "from Kim Example, child-safety-officer" in str(found[0].problems[0])
    assert "Version 3 of 'both-programs' is not kept" in str(found[2].problems[0])
    assert register.head().number == 2


def test_all_or_nothing(register: Register, rulebook: Rulebook) -> None:
    taken(register, report(rulebook))
    rows, head = week(rulebook), register.head()
    spoiled = [*rows[:4], {**rows[4], "move": "x"}, *rows[5:]]
    found = taken(register, *spoiled, whole=True)

    assert [row.state.value for row in found] == [
        "there already", *["held back"] * 3, *["refused"] * 4, "held back",
    ]  # fmt: skip
    assert (register.head(), register.cases(), register.lists.due(first=1)) == (
        head,
        (CASE,),
        register.lists.due(first=1),
    )
    assert register.first_broken() is None
    states = [row.state.value for row in taken(register, *rows, whole=True)]
    assert states == ["there already", *["taken"] * 8]
    assert register.first_broken() is None and not register.lists.differ_for(CASE)


def test_the_notifier_goes_to_the_vault_and_into_no_error(register: Register, rulebook: Rulebook) -> None:
    notifier = {"name": CANARY, "phone": f"{CANARY} 1"}
    row = report(rulebook, notifier=notifier)
    text = json.dumps(row).encode()
    spoiled: list[object] = [
        {**step(2, "submit"), "notifier": notifier}, {**row, "version": CANARY[:0]}, {**row, "people": notifier},
        {**row, CANARY: 1}, {**row, "id": None, f"x{CANARY}": CANARY}, text[:-1], text[:-20], text + text,
        text.replace(b'"phone"', b'"phone": {}, "phone"'), text.replace(b'"notifier"', b'"notifer"'),
        {**step(2, "submit"), "notifer": notifier}, text.replace(CANARY.encode(), b'a" "b, ' + CANARY.encode(), 1),
    ]  # fmt: skip
    found = taken(register, *spoiled)
    assert {row.state for row in found} == {RowState.REFUSED}
    assert CANARY not in repr(found)

    (there,), (again,) = taken(register, row), taken(register, report(rulebook))
    assert (there.state, again.state) == (RowState.TAKEN, RowState.THERE)  # whether or not one is named
    assert CANARY not in repr([there, again, *give_out(register)])
    assert register.notifiers(CASE, KIM, "a court asks") == ((1, notifier),)
    assert [*give_out(register)] == [report(rulebook)]  # a look is no act for others


def test_a_move_of_a_day_and_one_without_a_reason_come_back_as_they_were(
    file_register: Register, rulebook: Rulebook
) -> None:
    file_register.add(rulebook.read_case(EXAMPLES / f"{CASE}.yaml"), KIM)
    file_register.move(CASE, Step(record=NOTIFICATION, move="submit"), KIM)
    file_register.answer(CASE, NOTIFICATION, "Tweed", IDA)
    given = [*give_out(file_register)]
    assert {row.state for row in taken(file_register, *given)} == {RowState.THERE}
    assert "reason" not in given[1] and "reason" not in given[2]
