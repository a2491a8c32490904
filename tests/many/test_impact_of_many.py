"""What moves in many mixed cases is what moves in each, as rows, as a table and as a picture.

`CIMSCORE_LINES` sets how many cases there are in the long run. The rate of the run is printed: pytest -rP shows it.
"""

from __future__ import annotations

import csv
import itertools
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from cimscore.cli.exits import Exit

READING = "qld-child-safety/hundred-days=business-from-decision"


@pytest.mark.parametrize(
    "count", [18, pytest.param(int(os.environ.get("CIMSCORE_LINES", "100000")), marks=pytest.mark.long)]
)
def test_the_numbers_of_many_cases_are_those_of_their_rows(count: int, lines: list[bytes], tmp_path: Path) -> None:
    cases, out, table, picture = (tmp_path / name for name in ("cases.jsonl", "rows.jsonl", "moves.csv", "moves.svg"))
    cases.write_bytes(b"".join(text + b"\n" for text in itertools.islice(itertools.cycle(lines), count)))
    command = [sys.executable, "-m", "cimscore", "impact-many", cases, "--reading", READING, "--workers", "2"]
    ran = subprocess.run(
        [*command, "--out", out, "--table", table, "--picture", picture], capture_output=True, text=True, check=False
    )
    print(ran.stderr)

    assert ran.returncode == Exit.DONE
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    moving = {row["number"] - 1: row for row in rows}
    again = {
        (number, json.dumps(row["moved"]) == json.dumps(moving[number % len(lines)]["moved"]))
        for number, row in moving.items()
    }
    first = [number for number in moving if number < len(lines)]
    assert {row["state"] for row in rows} == {"moves"}
    assert again == {(number, True) for number in range(count) if number % len(lines) in first}
    told = {
        (row["Clause"], row["Outcome"], row["Change"]): int(row["Cases"])
        for row in csv.DictReader(table.read_text().splitlines())
    }
    for (clause, outcome, change), number in told.items():
        behind = [
            row
            for row in rows
            if any(
                (move["address"].partition("@")[0], move["change"]) == (outcome, change)
                and clause in (move["clauses"] or [""])
                for move in row["moved"]
            )
        ]
        assert number == len(behind) > 0
    assert ET.parse(picture).getroot().tag.endswith("svg")  # noqa: S314 - what the command has just written
