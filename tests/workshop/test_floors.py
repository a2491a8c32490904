"""The floors hold without exceptions. `nox -s floors` draws the lines; these tests see that nobody moves them."""

from __future__ import annotations

import ast
import importlib
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
# What a floor may import from outside the standard library, besides `cimscore` itself.
OUTSIDE = {
    "limits.py": set[str](),
    "errors.py": {"attrs"},
    "ids.py": set[str](),
    "case": {"attrs"},
    "policy": {"attrs"},
    "calendars": {"attrs"},
    "clocks": {"attrs"},
    "household_graph": {"attrs", "networkx"},
    "reasoning": {"attrs"},
    "rules": {"attrs"},
    "rulebook": {"attrs"},
    "assessment": {"attrs"},
    "publishing": {"attrs"},
    "arrow": {"pyarrow", "pyspark"},
    "fhir": {"attrs"},
    "register": {"alembic", "attrs", "icalendar", "sqlalchemy"},
}
# Modules that are a door of their own beside their package: what every program may ask of a case.
DOORS = {"cimscore.rules.families", "cimscore.rules.vocabulary"}
PLUGIN_FILES = sorted(ROOT.glob("plugins/*/src/**/*.py"))


def imports(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each module a file imports, wherever in the file, with the names it takes from it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((name.name, ()) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield node.module or "", tuple(name.name for name in node.names)


def files_of(floor: str) -> list[Path]:
    """The files of a floor."""
    path = ROOT / "src" / "cimscore" / floor
    return [path] if path.suffix else sorted(path.rglob("*.py"))


@pytest.mark.parametrize("floor", OUTSIDE)
def test_a_floor_takes_from_outside_only_what_is_listed(floor: str) -> None:
    assert files_of(floor), f"there is no floor {floor}"
    taken = {module.split(".")[0] for path in files_of(floor) for module, _ in imports(path)}

    assert taken - set(sys.stdlib_module_names) - {"cimscore"} <= OUTSIDE[floor]


def test_networkx_is_imported_only_when_a_graph_is_asked_for() -> None:
    """Its import takes longer than most decisions, so no module imports it on being loaded."""
    eager = {
        str(path.relative_to(ROOT))
        for path in files_of("household_graph")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Import | ast.ImportFrom) and re.match(r"(import|from) networkx\b", ast.unparse(node))
    }

    assert eager == set()


def test_no_contract_has_an_exception() -> None:
    assert CONTRACTS["contracts"]
    loopholes = {"ignore_imports", "exhaustive_ignores", "unmatched_ignore_imports_alerting", "allow_indirect_imports"}
    assert [contract["name"] for contract in CONTRACTS["contracts"] if loopholes & contract.keys()] == []
    assert "exclude_type_checking_imports" not in CONTRACTS


def test_every_module_of_the_core_has_a_floor() -> None:
    layers = next(contract for contract in CONTRACTS["contracts"] if contract["type"] == "layers")
    placed = {name.strip() for layer in layers["layers"] for name in layer.split("|")}
    found = {path.stem for path in (ROOT / "src" / "cimscore").iterdir() if path.suffix == ".py" or path.is_dir()}

    assert found - placed - {"__init__", "__pycache__"} == set()


@pytest.mark.parametrize("path", PLUGIN_FILES, ids=lambda path: str(path.relative_to(ROOT / "plugins")))
def test_a_plugin_uses_only_public_names_of_the_core(path: Path) -> None:
    """A plugin imports `cimscore`, `cimscore.<package>` or a door, and of these only what `__all__` lists."""
    for module, names in imports(path):
        if module.split(".")[0] != "cimscore":
            continue
        assert module.count(".") <= 1 or module in DOORS, f"{module} is inside a package: import from the package"
        public = getattr(importlib.import_module(module), "__all__", None)
        kept = {name for name in names if name.startswith("_") or (public is not None and name not in public)}
        assert kept == set(), f"{module} keeps {kept} to itself"
