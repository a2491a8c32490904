"""The README's own words are held to what the software does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from cimscore.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, flags=re.DOTALL)


@pytest.mark.parametrize("code", [text for language, text in BLOCKS if language == "python"])
def test_every_python_block_runs(
    code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As written, from the root of the checkout."""
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {"__name__": "readme"})  # noqa: S102 - our own README
    assert "Traceback" not in capsys.readouterr().err


def test_the_decision_shown_is_the_decision_made() -> None:
    """Every line shown stands in the whole answer, in the same order."""
    shown = README.partition("<!-- decision -->")[2].partition("```text\n")[2].partition("```")[0]
    whole = iter((ROOT / "examples" / "expected" / "two-homes.txt").read_text(encoding="utf-8").splitlines())
    lines = [line for line in shown.splitlines() if line.strip() not in ("", "…")]
    assert lines
    assert all(any(line == other for other in whole) for line in lines)


def test_the_reasons_shown_are_the_reasons_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every line shown stands in what the command shown prints, in the same order."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    command, *shown = README.partition("<!-- reasons -->")[2].partition("```text\n")[2].partition("```")[0].splitlines()
    assert main(shlex.split(command.removeprefix("$ cimscore "))) == 0
    whole = iter(capsys.readouterr().out.splitlines())
    assert all(any(line == other for other in whole) for line in shown if line.strip() != "…")


def test_the_case_shown_is_the_case_decided() -> None:
    document = (ROOT / "examples" / "two-homes.yaml").read_text(encoding="utf-8")
    shown = next(text for language, text in BLOCKS if language == "yaml")
    assert all(line in document.splitlines() for line in shown.splitlines())


def test_every_file_the_readme_points_to_exists() -> None:
    links = [*re.findall(r"\]\(([^)#:]+)\)", README), *re.findall(r'src="([^"]+)"', README)]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_two_commands_are_one_line_each_and_stay_within_the_clone() -> None:
    commands = [text.strip() for language, text in BLOCKS if language == "sh"]
    assert len(commands) == 2
    for command in commands:
        assert "\n" not in command
        assert "sudo" not in command
        steps = " ".join(shlex.split(command)).split("&&")
        assert all(".venv" in step for step in steps)


def test_the_layers_name_every_folder_of_the_package() -> None:
    shown = README.partition("src/cimscore/\n")[2].partition("plugins/   ")[0]
    package = ROOT / "src" / "cimscore"
    assert set(re.findall(r"(\w+)/", shown)) == {init.parent.name for init in package.glob("*/__init__.py")}
    assert {"limits", "errors", "ids", "grades", "composition"} <= set(re.findall(r"\w+", shown))
