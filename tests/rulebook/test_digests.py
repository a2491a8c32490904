"""A program's digest changes with what it says, and with nothing else."""

from __future__ import annotations

import enum
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
from small_plugin import CLAUSE, home, homes
from test_workflows import FLOW

import cimscore
from cimscore.policy import Row
from cimscore.rulebook.rule import rules_of
from cimscore.rules import Conclusion, Question, Reading, Rows, Table, Topic, Value
from cimscore.rules.vocabulary import in_area, is_home
from cimscore.testing import InlinePlugin, inline_clause, inline_source


class Rule(enum.StrEnum):
    """How an unclear point is read."""

    STRICT = "strict"
    MILD = "mild"


MORE: Final = inline_clause("doc/heading/more")
word: Final = Value("word", str)


def asked(**changes: Any) -> Question[Any]:
    return Question(**{"id": "asked", "things": (home,), "text": "Is {home} seen?", "answers": bool, **changes})


def unclear(**changes: Any) -> Reading[Any]:
    readings = {Rule.STRICT: "To the letter.", Rule.MILD: "By its purpose."}
    parts = {"id": "unclear", "question": "How is it read?", "readings": readings, "taken": Rule.MILD}
    return Reading(**{**parts, "because": "It says so.", "clauses": (CLAUSE,), **changes})


def offices(*lines: Row[Any, Any]) -> Table[Any, Any]:
    return Table("offices", "Which office sees to an area", lines or (Row("Logan", "north", CLAUSE),))


def rows(
    *,
    question: Question[Any] | None = None,
    reading: Reading[Any] | None = None,
    table: Table[Any, Any] | None = None,
    cites: tuple[str, ...] = (CLAUSE,),
    backwards: bool = False,
) -> tuple[Rows, ...]:
    """Two tables that read a question, an unclear point and a table of the policy."""
    question = asked() if question is None else question
    reading = unclear() if reading is None else reading
    table = offices() if table is None else table
    seen = Conclusion("seen", (home,), "{home} [is] seen", topic=Topic.HOUSEHOLDS)
    lines = [
        ("if-asked", is_home(home) & question(home) & reading.is_(Rule.MILD), cites),
        ("if-there-is-an-office", is_home(home) & in_area(home, "Logan") & table("Logan", "north"), (CLAUSE,)),
    ]
    for id, when, cited in reversed(lines) if backwards else lines:
        seen.row(id, home, when=when, cites=cited)
    tables = (seen, homes("copied", topic=Topic.RECORDS))
    return tables[::-1] if backwards else tables


def digest(**parts: Any) -> str:
    plugin = InlinePlugin(**{"tables": rows(), "clauses": (inline_clause(), MORE), "workflows": (FLOW,), **parts})
    return cimscore.load_rulebook([plugin]).programs["invented"].digest


CHANGED: Final[dict[str, Callable[[], str]]] = {
    "a clause a row rests on": lambda: digest(tables=rows(cites=("doc/heading/more",))),
    "a row less": lambda: digest(tables=rows()[:1]),
    "a question's text": lambda: digest(tables=rows(question=asked(text="Is {home} seen at all?"))),
    "who decides a question": lambda: digest(tables=rows(question=asked(decided_by="officer"))),
    "a working answer": lambda: digest(tables=rows(question=asked(working=True, why="usual"))),
    "the reading taken": lambda: digest(tables=rows(reading=unclear(taken=Rule.STRICT))),
    "why it is taken": lambda: digest(tables=rows(reading=unclear(because="Someone said so."))),
    "a line of a table": lambda: digest(
        tables=rows(table=offices(Row("Logan", "south", CLAUSE), Row("Eagleby", "north", CLAUSE)))
    ),
    "one line more": lambda: digest(
        tables=rows(table=offices(Row("Logan", "north", CLAUSE), Row("Ipswich", "west", CLAUSE)))
    ),
    "a clause's text": lambda: digest(clauses=(inline_clause(text="Another text."), MORE)),
    "a clause less": lambda: digest(clauses=(inline_clause(),)),
    "a workflow's state": lambda: digest(workflows=(attrs.evolve(FLOW, states=(*FLOW.states, "lost")),)),
    "a workflow's title": lambda: digest(workflows=(attrs.evolve(FLOW, title="Another report"),)),
    "a question nobody reads": lambda: digest(asked=(asked(id="asked-too"),)),
}


@pytest.mark.parametrize("change", CHANGED)
def test_each_change_of_what_is_said_changes_the_digest(change: str) -> None:
    assert CHANGED[change]() != digest()


def test_each_change_gives_a_digest_of_its_own() -> None:
    found = [make() for make in CHANGED.values()]
    assert len(set(found)) == len(found)


def test_neither_order_nor_another_program_nor_where_it_is_written_changes_it() -> None:
    other = InlinePlugin(id="other", sources=(inline_source("more"),), clauses=(inline_clause("more/heading/clause"),))
    beside = [InlinePlugin(tables=rows(), clauses=(inline_clause(), MORE), workflows=(FLOW,)), other]

    assert digest(tables=rows(backwards=True), clauses=(MORE, inline_clause())) == digest()
    assert {cimscore.load_rulebook(those).programs["invented"].digest for those in (beside, beside[::-1])} == {digest()}


@pytest.mark.parametrize("seed", ["1", "2", "77"])
def test_the_hash_seed_changes_nothing(seed: str) -> None:
    here = Path(__file__).parent
    code = f"import sys; sys.path.insert(0, {str(here)!r}); import test_digests; print(test_digests.digest())"
    run = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == digest()


def test_the_digest_of_a_program_is_the_same_in_every_process() -> None:
    """A workflow may ask a question whose working answer is a condition: its text counts, never its address."""
    code = "import cimscore; print([program.digest for program in cimscore.load_rulebook().programs.values()])"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] != "[]\n"


def test_a_rulebook_its_programs_and_their_rules_can_be_keys_and_each_is_itself_alone() -> None:
    rulebook, again = (cimscore.load_rulebook([InlinePlugin(tables=(homes(),))]) for _ in range(2))
    program = rulebook.program("invented")
    keys = {rulebook, again, program, again.program("invented"), *program.rules, *rules_of(program.compiled)}
    assert len(keys) == 4 + 2 * len(program.rules)
