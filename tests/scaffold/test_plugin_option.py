"""``--plugin``: every command uses a program that is not installed, and what is wrong with it names its file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest

import cimscore
from cimscore.cli import main
from cimscore.cli.commands import SUMMARIES
from cimscore.cli.exits import Exit
from cimscore.scaffold import Taken, name_of, new_program

ACTIONS = ("sources check", "sources draft-edition", "sources fingerprint", "trace check", "trace clear", "trace read",
           "trace export", "sign-off record", "site generate")  # fmt: skip
ALONE = '''
"""One program in one file."""
from zoneinfo import ZoneInfo

from cimscore.plugins import hookimpl
from cimscore.policy import Policy
from cimscore.rulebook import Identity


@hookimpl
def cimscore_program() -> Identity:
    return Identity(id="alone", title="Alone", zone=ZoneInfo("UTC"))


@hookimpl
def cimscore_policy_sources() -> Policy:
    return Policy(sources=(), clauses=())
'''


@attrs.frozen
class Said:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture(autouse=True)
def nothing_stays() -> Iterator[None]:
    """Forget the modules and paths that a test brought in."""
    modules, paths = set(sys.modules), list(sys.path)
    yield
    sys.path[:] = paths
    for name in set(sys.modules) - modules:
        if name.partition(".")[0] in ("night_shelter", "day_shelter", "alone", "broken", "twice", "json"):
            del sys.modules[name]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command."""

    def running(*typed: object) -> Said:
        code = main([str(word) for word in typed])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        return Said(code, printed.out, printed.err)

    return running


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the installed programs out: what is asked of one program alone need not wait for theirs."""
    monkeypatch.setenv("CIMSCORE_DISABLE", ",".join(cimscore.load_rulebook().programs))


def shelter(folder: Path, id: str = "night-shelter") -> Path:
    """Write a new program, and return the folder of its package."""
    program = new_program(name_of(id, Taken()))
    program.write(folder / id)
    return folder / id / "src" / program.name.package


@pytest.mark.parametrize("command", [*SUMMARIES, *ACTIONS])
def test_every_command_and_every_action_says_so_in_its_help(command: str, said: Run) -> None:
    assert "--plugin MODULE-OR-FILE" in said(*command.split(), "--help").out


def test_a_folder_a_file_and_a_module_are_used_together(tmp_path: Path, said: Run) -> None:
    package, other = shelter(tmp_path), shelter(tmp_path, "day-shelter")
    (tmp_path / "alone.py").write_text(ALONE, encoding="utf-8")
    sys.path.insert(0, str(other.parent))
    found = said("programs", "--plugin", package, "--plugin", tmp_path / "alone.py", "--plugin", "day_shelter")

    assert found.code == Exit.DONE
    assert [f"\n{id}:" in f"\n{found.out}" for id in ("night-shelter", "alone", "day-shelter")] == [True] * 3
    assert "qld-child-safety:" in found.out


@pytest.mark.parametrize(
    "typed",
    [
        ["rules", "--program", "night-shelter"],
        ["coverage", "--program", "night-shelter"],
        ["trace", "check", "--program", "night-shelter"],
        ["questions"],
        ["schema", "--program", "night-shelter"],
        ["programs", "--check", "--program", "night-shelter"],
    ],
    ids=lambda typed: typed[0],
)
def test_commands_and_actions_use_it(typed: list[str], tmp_path: Path, said: Run, alone: None) -> None:
    found = said(*typed, "--plugin", shelter(tmp_path))

    assert found.code in (Exit.DONE, Exit.PROBLEMS), found.err
    assert "night-shelter" in found.out


@pytest.mark.parametrize("before", [True, False])
def test_it_may_stand_before_an_action_or_after_it(before: bool, tmp_path: Path, said: Run, alone: None) -> None:
    option = ["--plugin", shelter(tmp_path)]
    typed = ["trace", *option, "check"] if before else ["trace", "check", *option]

    assert "night-shelter" in said(*typed, "--program", "night-shelter").out


def test_a_case_is_decided_by_it(tmp_path: Path, said: Run) -> None:
    package = shelter(tmp_path)
    example = (package / "examples" / "usual.yaml").read_text(encoding="utf-8")
    lines = example.partition("case:\n")[2].partition("expect:")[0].splitlines()
    (tmp_path / "case.yaml").write_text("\n".join(line[2:] for line in lines), encoding="utf-8")

    found = said("assess", tmp_path / "case.yaml", "--plugin", package)

    assert (found.code, "Wednesday 23 April 2025" in found.out) == (Exit.DONE, True), found.err
    assert said("assess", tmp_path / "case.yaml").code == Exit.DOCUMENT


BROKEN = [
    ("broken.py", "raise ValueError('oops')\n", "ValueError: oops", "line 1"),
    ("broken.py", "def f(:\n", "SyntaxError", "line 1"),
    ("broken.py", "import nothing_of_the_kind\n", "No module named 'nothing_of_the_kind'", "line 1"),
    ("broken.py", "import sys\nsys.exit(3)\n", "SystemExit: 3", "line 2"),
    ("broken.py", ALONE.replace("-> Identity:\n    return", "-> Identity:\n    1 / 0\n    return"), "division", "hook"),
    ("broken.py", "x = 1\n", "expected an Identity", "broken.py, cimscore_program"),
    ("json.py", ALONE, "another module 'json'", "no other module has"),
    ("not-a-name.py", ALONE, "'not-a-name'", "letters, digits and underscores"),
]


@pytest.mark.parametrize(("name", "text", "found", "where"), BROKEN, ids=[found for _, _, found, _ in BROKEN])
def test_what_is_wrong_names_the_file(name: str, text: str, found: str, where: str, tmp_path: Path, said: Run) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    ran = said("programs", "--plugin", file)

    assert ran.code == Exit.RULEBOOK
    assert str(file) in ran.err
    assert found in ran.err and (where in ran.err or where == "hook"), ran.err


def test_every_file_that_is_wrong_is_named_at_once_with_what_was_meant(tmp_path: Path, said: Run) -> None:
    package = shelter(tmp_path)
    ran = said(
        "programs", "--plugin", tmp_path / "nothing.py", "--plugin", "no_such_module", "--plugin", package.parents[1]
    )

    assert ran.code == Exit.RULEBOOK
    assert "(3 problems)" in ran.err
    assert "no such file" in ran.err and "no such module" in ran.err
    assert f"Did you mean {package}?" in ran.err


def test_the_same_program_twice_is_refused_with_the_file(tmp_path: Path, said: Run, alone: None) -> None:
    (tmp_path / "alone.py").write_text(ALONE, encoding="utf-8")
    (tmp_path / "twice.py").write_text(ALONE, encoding="utf-8")
    ran = said("programs", "--plugin", tmp_path / "alone.py", "--plugin", tmp_path / "twice.py")

    assert ran.code == Exit.RULEBOOK
    assert "alone" in ran.err


def test_one_command_leaves_nothing_for_the_next(tmp_path: Path, said: Run) -> None:
    (tmp_path / "alone.py").write_text(ALONE, encoding="utf-8")

    assert "alone:" in said("programs", "--plugin", tmp_path / "alone.py").out
    assert "alone:" not in said("programs").out
