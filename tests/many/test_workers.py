"""Several processes give the same rows as one, in the same order, and go on where one of them ends."""

from __future__ import annotations

import argparse
import contextvars
import json
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import ending
import pytest

from cimscore.cli import loading
from cimscore.many import CaseLine, NoWorkerError, assess_many, cases_in

DECIDING: Final = {
    "assessment", "calendars", "case", "clocks", "composition", "errors", "grades", "household_graph", "ids", "limits",
    "many", "plugins", "policy", "reasoning", "rulebook", "rules", "wire",
}  # fmt: skip


def test_two_processes_give_the_same_bytes_as_one(lines, rulebook, tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_bytes(b"\n".join([*lines, b"{", b"[]", *lines[:3]]))

    one, two = (list(assess_many(cases_in(str(file)).lines, rulebook, workers=workers)) for workers in (1, 2))

    assert len(one) == len(lines) + 5
    assert one == two


def test_a_process_that_ends_costs_only_the_case_that_ends_it(small, rulebook, tmp_path: Path) -> None:
    names = [f"{number:02}.yaml" for number in range(20)]
    for name in (*names, ending.ENDS, ending.ENDS_ONCE):
        (tmp_path / name).write_bytes(small.replace(b"qld-child-safety", b"ndis-incidents"))

    rows = [row.document for row in assess_many(cases_in(str(tmp_path)).lines, rulebook, workers=2, load=ending.load)]

    assert [row["file"] for row in rows] == [*names, ending.ENDS_ONCE, ending.ENDS]
    assert {row["file"]: row["refused"]["says"] for row in rows if row["state"] == "broken"} == {
        ending.ENDS: "The process that decided it ended before its time, 2 times."
    }


def test_no_more_is_read_than_the_processes_need(small, rulebook) -> None:
    read = 0

    def endless() -> Iterator[CaseLine]:
        nonlocal read
        while True:
            read += 1
            yield CaseLine(read, small, read)

    rows = assess_many(endless(), rulebook, workers=2)
    ahead = [read - next(rows).number for _ in range(150)]
    rows.close()

    assert max(ahead) <= 2 * 4 * 16


@pytest.fixture(scope="module")
def first_decision(rulebook, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a process that is handed the rulebook does until it has decided its first case."""
    handed = tmp_path_factory.mktemp("handed") / "rulebook"
    handed.write_bytes(pickle.dumps(rulebook))
    program = Path(__file__).parent / "first_decision.py"
    ran = subprocess.run([sys.executable, program, handed], capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def test_a_process_that_is_handed_a_rulebook_reads_no_file_of_it_before_its_first_decision(first_decision) -> None:
    assert (first_decision["state"], first_decision["opened"]) == ("incomplete", [])


def test_a_process_that_is_handed_a_rulebook_writes_no_function_of_it_again(first_decision) -> None:
    assert first_decision["compiled"] == []


def test_a_process_that_is_handed_a_rulebook_imports_what_deciding_needs_and_no_more(first_decision) -> None:
    imported = first_decision["imported"]
    floors = {name.split(".")[1] for name in imported if name.startswith("cimscore.")}
    packages = {name.partition(".")[0] for name in imported}

    assert floors == DECIDING
    assert packages.isdisjoint({"holidays", "networkx", "dateutil", "openpyxl", "jsonschema", "tzdata"})
    assert len(imported) < 720


def test_the_command_hands_the_rulebook_over_unless_a_module_was_named() -> None:
    assert loading.loading_again() is None
    with_one = contextvars.copy_context()
    with_one.run(loading.use_plugins, argparse.Namespace(plugins=["harbour_care"]))
    assert with_one.run(loading.loading_again) is not None


def test_processes_that_cannot_start_are_told(rulebook) -> None:
    with pytest.raises(NoWorkerError, match="With one worker"):
        list(assess_many([], rulebook, workers=2, load=ending.never))
