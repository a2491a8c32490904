"""No command but `notifier`, and the protected list of `check`, changes by one byte with the notifier."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.each_nth import spread

from cimscore.cli.commands import SUMMARIES, load_command

EXAMPLE = (Path(__file__).parents[2] / "examples" / "two-homes.yaml").read_text(encoding="utf-8")
WITH_TEXT = EXAMPLE.replace("kind: harm}", 'kind: harm, text: "Mia Example, a nurse, rang from 0400 111 222"}')
NOTIFIERS = [
    "",
    "notifier: [a, b]\n",
    "notifier: {name: Quentin Zweig, telephone: 0400 111 222}\n",
    "notifier: {id: mia}\n",
    "notifier: Mia Example\n",
]
ON_A_CASE = ["assess", "due", "explain", "possible", "sensitivity", "check"]
Run = Callable[..., Any]


def reads_a_case(name: str) -> bool:
    """Whether a command takes a case document."""
    parser = argparse.ArgumentParser()
    load_command(name).options(parser)
    return any(action.dest == "case" for action in parser._actions)


def test_every_command_that_reads_a_case_is_tested_here() -> None:
    assert {*ON_A_CASE, "draw", "form", "graph", "interview", "notifier", "compare"} == set(
        filter(reads_a_case, SUMMARIES)
    )


FURTHER = [("assess", "--all"), ("explain", "role", "--all"), ("possible", "response@c1"), ("graph",),
           ("interview", "--list")]  # fmt: skip


@pytest.mark.spread
@pytest.mark.parametrize("typed", [*((name,) for name in (*ON_A_CASE, "draw")), *FURTHER], ids=" ".join)
@pytest.mark.parametrize("options", [(), ("--json",)], ids=["text", "json"])
def test_the_notifier_changes_nothing(
    typed: tuple[str, ...], options: tuple[str, ...], tmp_path: Path, run: Run
) -> None:
    command, *named = typed
    path = tmp_path / "case.yaml"
    options = () if command == "graph" else options
    more = ("-o", tmp_path / "case.svg") if command == "draw" else tuple(named)
    seen = set()
    for notifier in spread(NOTIFIERS, 2):
        path.write_text(WITH_TEXT + notifier, encoding="utf-8")
        ran = run(command, path, *options, *more)
        drawn = (tmp_path / "case.svg").read_text(encoding="utf-8") if command == "draw" else ""
        seen.add((ran.code, ran.out, ran.err, drawn))

    assert len(seen) == 1
    assert {code for code, *_ in seen} == {0}
    assert "Zweig" not in str(seen)


@pytest.mark.parametrize("options", [(), ("--json",), ("-o", "-")], ids=["text", "json", "report"])
def test_a_form_tells_whether_a_notifier_is_named_and_never_who(
    options: tuple[str, ...], tmp_path: Path, run: Run
) -> None:
    path = tmp_path / "case.yaml"
    seen = set()
    for notifier in filter(None, NOTIFIERS):
        path.write_text(WITH_TEXT + notifier, encoding="utf-8")
        ran = run("form", path, *options)
        seen.add((ran.code, ran.out, ran.err))

    ((code, *told),) = seen
    assert code == 0
    assert not any(word in str(told) for word in ("Zweig", "0400"))


@pytest.mark.spread
@pytest.mark.parametrize("spoil", ["born: 2014-05-02", "kind: part-time", "cimscore: 1"])
@pytest.mark.parametrize("command", [*ON_A_CASE, "draw", "notifier"])
def test_the_notifier_changes_no_error(command: str, spoil: str, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "case.yaml"
    more = ("-o", "-") if command == "draw" else ()
    seen = set()
    for notifier in spread(NOTIFIERS, 2):
        path.write_text(WITH_TEXT.replace(spoil, "born: x", 1) + notifier, encoding="utf-8")
        ran = run(command, path, *more)
        seen.add((ran.code, ran.out, ran.err))

    assert len(seen) == 1


def test_only_the_notifier_command_writes_the_notifier(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(f"{EXAMPLE}notifier: {{name: Zoë Example}}\n", encoding="utf-8")

    assert json.loads(run("notifier", path).out) == {"name": "Zoë Example"}
    path.write_text(EXAMPLE, encoding="utf-8")
    assert json.loads(run("notifier", path).out) is None
