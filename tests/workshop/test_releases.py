"""What a release rests on: pins, versions, licence, changelog fragments, decision records, the README's command."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PROJECTS = [ROOT / "pyproject.toml", *sorted(ROOT.glob("plugins/*/pyproject.toml"))]
HEADINGS = ("security", "removed", "deprecated", "added", "changed", "fixed", "policy")
FRAGMENTS = sorted(path for path in (ROOT / "changelog.d").iterdir() if path.name != "README.md")
DECISIONS = sorted((ROOT / "site" / "docs" / "decisions").glob("[0-9]*.md"))
PINS = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()


def read(path: Path) -> dict[str, Any]:
    """A project's own declarations."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def plain(requirement: str) -> str:
    """The normalised name a requirement begins with."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", requirement)[0]).lower()


@pytest.mark.parametrize("path", PROJECTS, ids=lambda path: path.parent.name)
def test_every_requirement_is_pinned_and_has_a_lower_bound(path: Path) -> None:
    declared = read(path)
    groups = declared.get("dependency-groups", {})
    wanted = [*declared["project"]["dependencies"], *(one for group in groups.values() for one in group)]
    pinned = {plain(line) for line in PINS}

    assert [one for one in wanted if ">=" not in one] == []
    assert {plain(one) for one in wanted} - pinned - {"cimscore"} == set()


def test_the_pins_name_versions_and_nothing_else() -> None:
    """No addresses, no digests, no local paths: any registry can serve them."""
    assert [line for line in PINS if not re.fullmatch(r"#.*|[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", line)] == []


def test_all_distributions_state_the_same_version_python_and_licence() -> None:
    stated = {
        tuple(read(path)["project"][key] for key in ("version", "requires-python", "license")) for path in PROJECTS
    }

    assert len(stated) == 1


@pytest.mark.parametrize("path", PROJECTS[1:], ids=lambda path: path.parent.name)
def test_a_plugin_is_found_under_the_name_of_its_program(path: Path) -> None:
    project = read(path)["project"]
    program = path.parent.name

    assert project["name"] == f"cimscore-{program}"
    assert project["entry-points"] == {"cimscore": {program: f"cimscore_{program.replace('-', '_')}"}}
    assert (path.parent / "src" / project["entry-points"]["cimscore"][program] / "py.typed").exists()


@pytest.mark.parametrize("path", FRAGMENTS, ids=lambda path: path.name)
def test_a_changelog_fragment_has_a_known_heading_and_says_something(path: Path) -> None:
    assert re.fullmatch(rf"[a-z0-9-]+\.({'|'.join(HEADINGS)})\.md", path.name)
    assert path.read_text(encoding="utf-8").strip()


def test_decision_records_are_numbered_without_a_gap() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.name)
def test_a_decision_record_is_short_and_says_what_it_costs(path: Path) -> None:
    text = re.sub(r"\A---\n.*?\n---\n+", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert text.startswith(f"# {path.name[:4]} ")
    assert re.findall(r"^## (.+)$", text, flags=re.MULTILINE) == ["Context", "Decision", "What it costs"]
    assert len(text.splitlines()) < 40


def test_the_checks_of_a_merge_run_the_readmes_own_test_command() -> None:
    """`.ci/run` reads the command from the README, so the two cannot drift apart."""
    asked = subprocess.run(
        ["bash", ROOT / ".ci" / "run", "--print"], check=True, capture_output=True, text=True, timeout=10
    )

    assert asked.stdout.strip() in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert asked.stdout.strip().endswith("nox -s tests")
