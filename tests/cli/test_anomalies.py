"""The machine's own troubles: a full disk, closed streams, an interrupt, files in the way, no time zones."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

import cimscore
from cimscore.case import Moment
from cimscore.cli import inputs
from cimscore.cli.exits import Exit
from cimscore.errors import CalendarError

EXAMPLE = Path(__file__).parents[2] / "examples" / "two-homes.yaml"
MAIN = "import sys\nfrom cimscore.cli import main\nsys.exit(main(sys.argv[1:]))\n"
FULL = Path("/dev/full")
NOT_EVERYTHING = "What was printed is not everything."

Run = Callable[..., Any]


def shell(redirections: str, *arguments: object, before: str = "", **environment: str) -> tuple[int, str, str]:
    """The exit code and what was printed of a command, with its streams as a shell puts them."""
    command = f'exec "$0" -c "$1" "${{@:2}}" {redirections}'
    typed = [sys.executable, textwrap.dedent(before) + MAIN, *map(str, arguments)]
    ran = subprocess.run(
        ["bash", "-c", command, *typed],
        capture_output=True, text=True, check=False, timeout=60, env={**os.environ, "COLUMNS": "100", **environment},
    )  # fmt: skip
    assert "Traceback" not in ran.stdout + ran.stderr
    return ran.returncode, ran.stdout, ran.stderr


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A copy of an example that a mistake may write over."""
    path = tmp_path / "case.yaml"
    path.write_bytes(EXAMPLE.read_bytes())
    return path


# --- Streams ---


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("command", [("assess", EXAMPLE, "--json"), ("readings",)], ids=["large", "small"])
def test_a_full_disk_is_told_and_is_no_mistake_of_ours(command: tuple[object, ...]) -> None:
    assert shell(">/dev/full", *command) == (
        Exit.UNWRITTEN,
        "",
        f"cimscore: Standard output cannot be written: No space left on device. {NOT_EVERYTHING}\n",
    )


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
def test_a_file_on_a_full_disk_is_named(run: Run) -> None:
    ran = run("draw", EXAMPLE, "-o", FULL)

    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "/dev/full cannot be written: No space left on device." in ran.err


def test_standard_output_that_is_closed_is_told_by_what_needs_it(tmp_path: Path) -> None:
    assert shell(">&-", "readings") == (
        Exit.UNWRITTEN,
        "",
        f"cimscore: Standard output cannot be written: it is closed. {NOT_EVERYTHING}\n",
    )
    assert shell(">&-", "draw", EXAMPLE, "-o", tmp_path / "homes.svg") == (Exit.DONE, "", "")
    assert (tmp_path / "homes.svg").read_text(encoding="utf-8").startswith("<svg")


def test_standard_input_that_is_closed_is_a_document_that_cannot_be_read() -> None:
    code, out, err = shell("<&-", "assess", "-")

    assert (code, out) == (Exit.DOCUMENT, "")
    assert "found nothing to read from; expected an open standard input" in err


@pytest.mark.parametrize("redirections", ["2>&-", "2>/dev/full", ">&- 2>&- <&-"])
def test_the_exit_code_is_right_though_nobody_can_be_told(redirections: str) -> None:
    assert shell(redirections, "check", "nothing.yaml") == (Exit.DOCUMENT, "", "")


# --- Interrupts ---

INTERRUPTED_AT = """\
    import os, signal, sys
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a process in the background may begin with it ignored
    class Interrupting:
        def find_spec(self, name, path=None, target=None):
            if name == {module!r}:
                os.kill(os.getpid(), signal.SIGINT)
    sys.meta_path.insert(0, Interrupting())
"""


@pytest.mark.parametrize("module", ["cimscore.cli.running", "yaml", "pluggy", "cimscore.reasoning.deciding"])
def test_an_interrupt_while_modules_are_loaded_is_silent(module: str) -> None:
    ended = shell("", "assess", EXAMPLE, before=INTERRUPTED_AT.format(module=module))

    assert ended == (Exit.INTERRUPTED, "", "")


def test_an_interrupt_while_deciding_is_silent() -> None:
    before = """\
        import os, signal
        from cimscore.reasoning import deciding
        signal.signal(signal.SIGINT, signal.default_int_handler)
        begin = deciding.refuse_two_answers
        def refuse_two_answers(run):
            os.kill(os.getpid(), signal.SIGINT)
            begin(run)
        deciding.refuse_two_answers = refuse_two_answers
    """

    assert shell("", "assess", EXAMPLE, before=before) == (Exit.INTERRUPTED, "", "")


# --- Files in the way ---


@pytest.mark.parametrize(
    "options",
    [("-o", "case.yaml"), ("-o", "./case.yaml"), ("-o", "other.svg", "--table", "case.yaml"), ("-o", "link.yaml")],
    ids=" ".join,
)
def test_a_picture_does_not_overwrite_its_case(
    options: tuple[str, ...], case: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(case.parent)
    Path("link.yaml").symlink_to(case)
    ran = run("draw", "case.yaml", *options)

    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "cannot be written: this command reads it, and would write over it. Name another file." in ran.err
    assert case.read_bytes() == EXAMPLE.read_bytes()
    assert not Path("other.svg").exists()


@pytest.mark.parametrize("command", ["graph", "impact"])
def test_no_other_command_overwrites_what_it_reads(command: str, case: Path, run: Run) -> None:
    ran = run(command, case, "-o" if command == "graph" else "--save", case)

    assert ran.code == Exit.USAGE
    assert "this command reads it" in ran.err
    assert case.read_bytes() == EXAMPLE.read_bytes()


def test_two_outputs_do_not_go_into_one_file(case: Path, run: Run) -> None:
    both = case.parent / "both"
    ran = run("draw", case, "-o", both, "--table", both)

    assert ran.code == Exit.USAGE
    assert "two outputs would be written to it. Name a file for each." in ran.err
    assert not both.exists()


def test_a_file_where_a_folder_is_to_be_is_told_before_any_work(case: Path, run: Run) -> None:
    ran = run("site", "generate", "--out", case)

    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert f"{case} cannot be written: it is a file. Name a folder." in ran.err
    assert case.read_bytes() == EXAMPLE.read_bytes()


@pytest.mark.parametrize("target", ["/dev/null/x.svg", "/proc/none/x.svg", "."])
def test_a_target_that_cannot_be_written_is_named(target: str, run: Run) -> None:
    ran = run("draw", EXAMPLE, "-o", target)

    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert f"{target} cannot be written: " in ran.err


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (None, "found No such file or directory"),
        (b"", "found no JSON in line 1"),
        (b"\xff", "found bytes that are not UTF-8"),
        (b"[" * 100_000, "found a document that is nested too deep"),
        (b"[]", "found another document, or one that was changed"),
        (b'{"format": "impact/1"}', "found another document, or one that was changed"),
    ],
)
def test_a_snapshot_that_is_none_is_told_without_words_of_python(
    content: bytes | None, found: str, tmp_path: Path, run: Run
) -> None:
    snapshot = tmp_path / "before.json"
    if content is not None:
        snapshot.write_bytes(content)
    ran = run("impact", EXAMPLE, "--against", snapshot)

    assert (ran.code, ran.out) == (Exit.DOCUMENT, "")
    assert found in ran.err
    assert "Error" not in ran.err


# --- What is around ---


def test_a_day_beyond_all_calendars_is_refused_at_both_doors(run: Run) -> None:
    rulebook = inputs.load_rulebook()
    case = rulebook.read_case(EXAMPLE)
    for day in ("0999-12-31", "3000-01-01", "9999-12-31T23:59Z"):
        ran = run("assess", EXAMPLE, "--at", day)
        assert ran.code == Exit.USAGE
        assert "is too far away. Give a moment of a year from 1000 to 2999." in ran.err
        with pytest.raises(CalendarError, match="too far away"):
            cimscore.assess(case, rulebook, at=Moment(dt.date.fromisoformat(day[:10])))
    for day in ("1000-01-01", "2999-12-31"):
        assert run("assess", EXAMPLE, "--at", day).code == Exit.DONE


NO_ZONES = """\
    import sys
    class Blocked:
        def find_spec(self, name, path=None, target=None):
            if name.partition(".")[0] == "tzdata":
                raise ModuleNotFoundError(name)
    sys.meta_path.insert(0, Blocked())
"""


def test_a_machine_without_time_zones_is_told_which_is_missing() -> None:
    code, out, err = shell("", "assess", EXAMPLE, before=NO_ZONES, PYTHONTZPATH="")

    assert (code, out) == (Exit.RULEBOOK, "")
    assert "No time zone found with key Australia/" in err


def test_nothing_is_written_at_home_nor_where_one_stands(tmp_path: Path) -> None:
    home, here = tmp_path / "home", tmp_path / "here"
    for folder in (home, here):
        folder.mkdir()
    script = f"import os\nos.chdir({str(here)!r})\n"
    environment: Mapping[str, str] = {"HOME": str(home), "XDG_CACHE_HOME": str(home), "TMPDIR": str(home)}
    assert shell("", "assess", EXAMPLE, before=script, **environment)[0] == Exit.DONE
    assert shell("", "assess", EXAMPLE, before=script, HOME="/proc/none")[0] == Exit.DONE

    assert [*home.iterdir(), *here.iterdir()] == []
