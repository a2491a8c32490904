"""``cimscore graph``: the household graph of a case, for other tools."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cimscore.cli.exits import Exit

EXAMPLE = str(Path(__file__).parents[2] / "examples" / "two-homes.yaml")

Run = Callable[..., Any]


def test_the_graph_is_written_in_three_forms(run: Run) -> None:
    plain, dot, xml = (run("graph", EXAMPLE, "--format", form) for form in ("json", "dot", "graphml"))

    assert {plain.code, dot.code, xml.code} == {Exit.DONE}
    assert json.loads(plain.out)["graph"]["shared_care"] == ["ari"]
    assert '"ari" -> "north" [label="lives-in", style=solid];' in dot.out
    assert xml.out.startswith("<graphml")


def test_the_graph_is_json_on_standard_output_unless_it_is_asked_otherwise(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "graph.json"

    assert run("graph", EXAMPLE, "-o", target).out == ""
    assert target.read_text(encoding="utf-8") == run("graph", EXAMPLE).out
