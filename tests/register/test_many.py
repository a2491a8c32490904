"""The cases of a register come out of `assess-many` as the rows of their documents."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from cluster import ON_A_FILE
from sqlalchemy import update

from cimscore.case import Moment
from cimscore.cli import main
from cimscore.cli.exits import Exit
from cimscore.many import CaseLine, Choices, assess_many
from cimscore.register import Register, Signed, Step, cases_in_register, create_register
from cimscore.register.storage.engines import writing
from cimscore.register.storage.tables import DOCUMENT
from cimscore.rulebook import Rulebook
from cimscore.wire import write_case

EXAMPLES = Path(__file__).parents[2] / "examples"
FILED = ("both-programs", "december-gap", "two-homes")
CANARY = "Quillfeather"
KIM = Signed(person="Kim Example", role="child-safety-officer")
IDA = Signed(person="Ida Example", role="senior-team-leader")
RECORD = "notification:border-house"


def filled(register: Register) -> Register:
    """A register of some examples, each with a notifier; a record of one is moved, and approved."""
    for example in FILED:
        case = register.rulebook.read_case(EXAMPLES / f"{example}.yaml")
        document = write_case(case) | {"notifier": {"name": CANARY}}
        register.add(register.rulebook.read_case(document), KIM)
    for move, by in (("submit", KIM), ("approve", IDA)):
        register.move("both-programs", Step(record=RECORD, move=move), by)
    return register


def rows(lines: Any, rulebook: Rulebook) -> list[dict[str, Any]]:
    return [row.document for row in assess_many(lines, rulebook)]


@ON_A_FILE
def test_each_row_is_that_of_the_case_as_it_stands(register: Register) -> None:
    filled(register)
    cases = [(id, register.stood(id).case) for id in register.cases()]
    alone = [
        CaseLine(number, json.dumps(write_case(case)).encode(), number) for number, (_, case) in enumerate(cases, 1)
    ]

    found = cases_in_register(register)
    told = rows(found.lines, register.rulebook)

    assert found.size == len(told) == len(cases)
    assert [row.pop("reference") for row in told] == [id for id, _ in cases]
    assert told == rows(alone, register.rulebook)
    (moved,) = [case for id, case in cases if id == "both-programs"]
    assert [move.move for record in moved.records for move in record.moves] == ["submit", "approve"]


def test_a_case_that_cannot_be_read_any_more_is_told_by_its_reference_and_stops_no_other(
    file_register: Register,
) -> None:
    register = filled(file_register)
    broken = '{"cimscore": 1, "id": "both-programs", "peopel": []}'
    with writing(register.engine) as connection:
        connection.exec_driver_sql("DROP TRIGGER no_update_of_document")
        connection.execute(update(DOCUMENT).where(DOCUMENT.c.text.contains('"both-programs"')).values(text=broken))

    told = rows(cases_in_register(register).lines, register.rulebook)

    (refused,) = [row for row in told if row["state"] == "refused"]
    assert refused["reference"] == "both-programs"
    assert "Did you mean 'people'?" in str(refused["refused"]["problems"])
    assert len(told) == len(register.cases())


def test_the_command_takes_a_register_of_either_kind(
    place: Path | str, rulebook: Rulebook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register = filled(create_register(place, rulebook))
    at = "2025-03-10"
    under = Choices(at=Moment(dt.date.fromisoformat(at)))
    rows = assess_many(cases_in_register(register).lines, rulebook, under=under)
    expected = b"".join(row.text.encode() + b"\n" for row in rows)
    register.close()

    for workers in ("1", "2"):
        out = tmp_path / f"{workers}.jsonl"
        typed = ["assess-many", str(place), "--out", str(out), "--at", at, "--workers", workers]
        assert main(typed) == Exit.DONE
        assert main([*typed, "--resume"]) == Exit.DONE
        assert out.read_bytes() == expected
    assert CANARY not in expected.decode() + capsys.readouterr().err
