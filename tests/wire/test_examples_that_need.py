"""Worked examples that need another program are left out where that is not installed, and say so in a list."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml

import cimscore
from cimscore.testing import InlinePlugin
from cimscore.wire import load_examples

EXAMPLE = {
    "title": "Both.", "shows": [], "needs": ["other"],
    "case": {"cimscore": 1, "id": "both", "programs": ["one", "other"]},
}  # fmt: skip


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "examples_that_need"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, folder.name, raising=False)
    return folder


def loaded(package: Path, example: dict[str, object], *more: InlinePlugin) -> list[str]:
    (package / "both.yaml").write_text(yaml.safe_dump(example, sort_keys=False))
    one = InlinePlugin(id="one", examples=(package.name,))
    return [found.id for found in load_examples(cimscore.load_rulebook([one, *more]))]


def test_an_example_is_left_out_where_what_it_needs_is_not_installed(package: Path) -> None:
    other = InlinePlugin(id="other", sources=(), clauses=())

    assert loaded(package, EXAMPLE) == []
    assert loaded(package, EXAMPLE, other) == ["both"]


def test_a_program_that_is_not_installed_is_an_error_unless_the_example_says_that_it_needs_it(package: Path) -> None:
    with pytest.raises(cimscore.DocumentError, match="other"):
        loaded(package, {key: part for key, part in EXAMPLE.items() if key != "needs"})


@pytest.mark.parametrize("needs", ["other", [1], {"other": True}])
def test_what_is_needed_is_a_list_of_programs(package: Path, needs: object) -> None:
    with pytest.raises(cimscore.DocumentError, match="a list of programs"):
        loaded(package, {**EXAMPLE, "needs": needs})
