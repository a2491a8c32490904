"""What users may rely on: the public names, a quick import, and the package as it is installed."""

from __future__ import annotations

import importlib
import importlib.metadata
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import cimscore

ROOT = Path(__file__).parents[1]
PACKAGES = sorted(module.name for module in pkgutil.iter_modules(cimscore.__path__, "cimscore.") if module.ispkg)
READ_BY_NAME = [
    "cimscore",
    *(
        f"cimscore.{name}"
        for name in (
            "assessment",
            "calendars",
            "case",
            "clocks",
            "grades",
            "plugins",
            "policy",
            "rulebook",
            "rules",
            "testing",
            "wire",
        )
    ),
]
PUBLIC = {
    "Assessment", "CalendarError", "Case", "CaseError", "CimsError", "Decision", "DocumentError", "LeftOutWarning",
    "Moment", "NaiveTimeError", "NoProgramError", "NotToBeChosenError", "Problem", "RuleFailure", "Rulebook",
    "RulebookError", "UnknownNameError", "WorkedExample", "assess", "load_rulebook",
}  # fmt: skip


def test_the_public_names_are_these() -> None:
    """Removing or renaming one is a breaking change, and this test is where it shows."""
    assert set(cimscore.__all__) == PUBLIC == set(dir(cimscore))


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_each_public_name_can_be_had(name: str) -> None:
    assert getattr(cimscore, name).__module__.startswith("cimscore.")


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'asses'"):
        _ = cimscore.asses  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", PACKAGES)
def test_every_package_lists_what_it_offers_sorted(name: str) -> None:
    package = importlib.import_module(name)
    offered = list(getattr(package, "__all__", []))
    assert offered == sorted(set(offered), key=lambda it: (not it.isupper(), not it[0].isupper(), it))
    assert all(hasattr(package, one) for one in offered)


@pytest.mark.parametrize("name", READ_BY_NAME)
def test_help_opens_with_every_name_by_what_it_is_for(name: str) -> None:
    """Below stands what Python says of each class, which takes thousands of lines."""
    package = importlib.import_module(name)
    told = re.findall(r"(?<!`)`(\w+)`(?!`)", package.__doc__ or "")
    assert set(told) == set(package.__all__)


def test_importing_loads_no_graph_no_plugins_and_no_parsers() -> None:
    """Whoever only imports the package pays for nothing yet."""
    code = "import sys, cimscore; print(*{'networkx', 'pluggy', 'sqlalchemy', 'yaml'}.intersection(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "\n"


def test_reading_and_loading_need_no_networkx_until_a_graph_is_asked() -> None:
    code = "import sys, cimscore; cimscore.load_rulebook([]); print('networkx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_whoever_builds_on_the_core_asks_for_the_minor_version_whose_names_are_promised() -> None:
    major, minor = importlib.metadata.version("cimscore").split(".")[:2]
    files = [
        *ROOT.glob("src/**/pyproject.toml.template"),
        *ROOT.glob("plugins/*/pyproject.toml"),
        *ROOT.glob("site/docs/guides/*.md"),
    ]
    asked = {
        path: re.findall(r'"cimscore\b([^"-]*)"', line)
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("dependencies = ")
    }

    assert len(asked) == 5
    assert {
        path: bounds for path, bounds in asked.items() if bounds != [f">={major}.{minor},<{major}.{int(minor) + 1}"]
    } == {}
