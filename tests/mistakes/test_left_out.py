"""One broken plugin stops its own program and no other; programs are left out on purpose by CIMSCORE_DISABLE."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import home_calls
import pytest

import cimscore
from cimscore.cli import main
from cimscore.cli.exits import Exit
from cimscore.plugins import installed_twice

Install = Callable[..., None]
OTHER: Final = {
    "__init__.py": '''\
"""Another program, without a rule."""

from zoneinfo import ZoneInfo

from cimscore.plugins import hookimpl
from cimscore.rulebook import Identity


@hookimpl
def cimscore_program():
    return Identity(id="other-calls", title="Other calls (invented)", zone=ZoneInfo("Australia/Brisbane"))
'''
}
BROKEN: Final = home_calls.changed({"in": "rules.py", "old": "import enum\n", "new": "import enum\n1 // 0\n"})
UNFINISHED: Final = home_calls.changed({"in": "__init__.py", "old": "return (rules.IN_SCOPE,)", "new": "return ()"})
EXITING: Final = home_calls.changed({"in": "rules.py", "old": "import enum\n", "new": "import sys\nsys.exit(0)\n"})
FAILING: Final = home_calls.changed(
    {"in": "rules.py", "old": "return moment.value.year < 2025", "new": "return 1 // 0"}
)
CASE: Final = "cimscore: 1\nid: small\nprograms: [{program}]\ndates: {{received: 2025-03-03T10:15+10:00}}\n"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command on a case under a program, and return its exit code and what it wrote."""

    def ran(*typed: str, program: str = "") -> tuple[int, str, str]:
        case = tmp_path / "case.yaml"
        case.write_text(CASE.format(program=program), encoding="utf-8")
        code = main([*typed, *([str(case)] if program else [])])
        return code, *capsys.readouterr()

    return ran


@pytest.mark.parametrize(
    ("files", "said"),
    [(BROKEN, "rules.py:6: found ZeroDivisionError"), (EXITING, "rules.py:6: found SystemExit: 0")],
    ids=["it raises", "it exits"],
)
def test_a_broken_plugin_is_told_and_the_other_program_goes_on(
    files: dict[str, str], said: str, install: Install, run: Any
) -> None:
    install(files)
    install(OTHER, "other_calls", "other-calls")
    code, out, err = run("assess", program="other-calls")

    assert (code, "Case small" in out) == (Exit.DONE, True)
    assert f"The program home-calls (home-calls 1.0) is left out (1 problem):\n  - plugin home-calls, {said}" in err
    assert "The other programs go on. Correct it, or say CIMSCORE_DISABLE=home-calls" in err


def test_a_case_of_the_broken_program_is_refused_by_what_is_wrong_with_it(install: Install, run: Any) -> None:
    install(BROKEN)
    install(OTHER, "other_calls", "other-calls")
    for typed in (["assess"], ["check"], ["explain"]):
        code, out, err = run(*typed, program="home-calls")
        assert (code, out) == (Exit.RULEBOOK, "")
        assert err.count("rules.py:6: found ZeroDivisionError") == 1 and "a mistake in cimscore" not in err
        assert "What is wrong with it stands above." in err
    assert run("rules", "--program", "home-calls")[0] == Exit.RULEBOOK
    assert run("programs", "--check")[0] == Exit.RULEBOOK


@pytest.mark.parametrize(
    "check",
    [
        "trace check", "trace export --out trace.json", "coverage", "sign-off list", "sources check .",
        "site generate --out pages --without-worlds",
    ],
)  # fmt: skip
def test_no_check_of_every_program_ends_well_while_one_is_left_out(
    check: str, install: Install, run: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    install(BROKEN)
    install(OTHER, "other_calls", "other-calls")
    typed = check.split()
    code, out, _ = run(*typed)
    assert code == Exit.RULEBOOK
    assert "Nothing is missing" not in out
    if check in ("trace check", "coverage"):
        assert run(*typed, "--program", "other-calls")[0] == Exit.DONE, "it is of a program that is there"
    monkeypatch.setenv("CIMSCORE_DISABLE", "home-calls")
    assert run(*typed)[0] == Exit.DONE, "it is left out on purpose"


def test_a_program_is_left_out_on_purpose(install: Install, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    install(BROKEN)
    install(OTHER, "other_calls", "other-calls")
    monkeypatch.setenv("CIMSCORE_DISABLE", "home-calls, othr-calls")
    code, out, err = run("programs")

    assert code == Exit.DONE and "other-calls" in out and "home-calls" not in out
    assert "The program home-calls (home-calls 1.0) is left out: CIMSCORE_DISABLE names it." in err
    assert "CIMSCORE_DISABLE names 'othr-calls', which is no installed program. Did you mean 'other-calls'?" in err
    assert "Take the name out of it." in run("assess", program="home-calls")[2]


def test_a_rulebook_in_python_warns_and_keeps_why(install: Install) -> None:
    install(BROKEN)
    install(OTHER, "other_calls", "other-calls")
    with pytest.warns(cimscore.LeftOutWarning, match="ZeroDivisionError"):
        rulebook = cimscore.load_rulebook()

    assert list(rulebook.programs) == ["other-calls"]
    assert [left.program for left in rulebook.left_out] == ["home-calls"]
    with pytest.raises(cimscore.RulebookError, match="ZeroDivisionError"):
        rulebook.program("home-calls")
    with pytest.raises(cimscore.UnknownNameError):
        rulebook.program("home-cals")


def test_of_two_distributions_with_one_program_neither_is_used_and_both_are_named(install: Install) -> None:
    install()
    install(package="home_calls_again", distribution="home-calls-fork")
    install(OTHER, "other_calls", "other-calls")
    said = "found it 2 times, from home-calls 1.0 and from home-calls-fork 1.0"
    with pytest.warns(cimscore.LeftOutWarning, match=said):
        rulebook = cimscore.load_rulebook()
    assert list(rulebook.programs) == ["other-calls"]


def test_a_program_that_is_given_although_it_is_installed_is_refused_in_one_line(install: Install) -> None:
    install()
    with pytest.raises(cimscore.RulebookError) as refused:
        cimscore.load_rulebook(also=[importlib.import_module("home_calls")])
    (problem,) = refused.value.problems
    assert str(problem) == (
        "program home-calls: found it given, and installed as home-calls 1.0; expected one of the two. "
        "Leave out --plugin or --cimscore-plugin, or uninstall that distribution."
    )


@pytest.mark.parametrize(("broken", "why"), [(BROKEN, "ZeroDivision"), (UNFINISHED, "no hook hands over")])
def test_what_adds_to_a_broken_program_is_left_out_with_it(broken: dict[str, str], why: str, install: Install) -> None:
    install(broken)
    adding = {"__init__.py": OTHER["__init__.py"].replace('"))', '"), extends="home-calls")')}
    install(adding, "other_calls", "other-calls")
    said = "extends='home-calls', which is left out"
    with pytest.warns(cimscore.LeftOutWarning, match=said), pytest.warns(cimscore.LeftOutWarning, match=why):
        assert dict(cimscore.load_rulebook().programs) == {}


def test_the_way_to_an_error_of_a_rule_is_shown_on_request(install: Install, tmp_path: Path, run: Any) -> None:
    install(FAILING)
    case = tmp_path / "one-home.yaml"
    text = home_calls.EXAMPLE.partition("case:\n")[2].partition("expect:")[0]
    case.write_text("\n".join(line[2:] for line in text.splitlines()), encoding="utf-8")
    code, out, err = run("assess", str(case))
    assert code == Exit.FAILED and "Traceback" not in err
    assert "rules.py:62: ZeroDivisionError" in " ".join(out.split())

    for typed in (["assess", str(case), "--traceback"], ["--traceback", "assess", str(case)]):
        code, _, err = run(*typed)
        assert code == Exit.FAILED
        assert "Traceback" in err and "in is_early" in err and "return 1 // 0" in err


def test_the_way_to_an_error_of_a_module_is_shown_on_request(install: Install, run: Any) -> None:
    install(BROKEN)
    code, _, err = run("assess", program="home-calls")
    assert (code, "--traceback shows the way there" in err, "Traceback" in err) == (Exit.RULEBOOK, True, False)
    code, _, err = run("assess", "--traceback", program="home-calls")
    assert code == Exit.RULEBOOK and "1 // 0" in err and "Traceback" in err


def test_a_program_in_a_misspelt_group_is_told(install: Install) -> None:
    install(group="cims-core")
    said = "The entry point home-calls of home-calls 1.0 is in the group 'cims-core', which nobody reads."
    with pytest.warns(cimscore.LeftOutWarning, match=said) as warned:
        assert dict(cimscore.load_rulebook().programs) == {}
    assert "Write [project.entry-points.cimscore] above it in pyproject.toml" in str(warned[0].message)


def test_an_entry_point_that_names_a_function_is_told_to_name_its_module(install: Install) -> None:
    install(names="home_calls:cimscore_program")
    said = (
        "found the function cimscore_program; expected the module that has the hooks. Name the module alone: home_call"
    )
    with pytest.warns(cimscore.LeftOutWarning, match=said):
        cimscore.load_rulebook()


def test_a_distribution_that_is_installed_twice_is_told(install: Install, tmp_path: Path) -> None:
    install()
    assert list(installed_twice()) == []
    install(version="2.0")
    copies = f"1.0 in {tmp_path} and 2.0 in {tmp_path}"
    assert list(installed_twice()) == [f"home-calls is installed 2 times: {copies}. Uninstall all but one."]
