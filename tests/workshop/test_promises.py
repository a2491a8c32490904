"""What the pages promise is where they say: each place named in the threat model and the table of laws is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "site" / "docs" / "developer" / "threat-model.md"
LAWS = ROOT / "site" / "docs" / "developer" / "laws.md"
PROJECTS = [ROOT, *sorted(path.parent for path in ROOT.glob("plugins/*/pyproject.toml"))]
_PLACE = re.compile(r"`((?:tests|plugins)/[\w/.-]+\.py)(?:::(\w+))?`")


def rows(page: Path) -> list[list[str]]:
    """The cells of each row of the tables of a page, without heads."""
    lines = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize("page", [MODEL, LAWS], ids=lambda page: page.stem)
def test_each_place_that_a_page_names_is_there(page: Path) -> None:
    places = _PLACE.findall(page.read_text(encoding="utf-8"))
    missing = [
        f"{file}::{test}"
        for file, test in places
        if not (ROOT / file).is_file()
        or (test and not re.search(rf"^def {test}\b", (ROOT / file).read_text(encoding="utf-8"), flags=re.MULTILINE))
    ]

    assert len(places) > 10
    assert missing == []


def test_every_promise_of_the_threat_model_is_a_guarantee_or_a_lint_with_its_test() -> None:
    promised = [row for row in rows(MODEL) if len(row) == 4 and row[0] != "against"]

    assert {row[2] for row in promised} == {"guarantee", "lint"}
    assert [row for row in promised if not _PLACE.search(row[3])] == []


def test_every_law_has_a_sentence_a_place_and_a_number_of_cases() -> None:
    laws = [row for row in rows(LAWS) if row[0] != "law"]

    assert len({row[0] for row in laws}) == len(laws)
    assert [row for row in laws if len(row) != 4 or not _PLACE.search(row[2]) or not all(row)] == []


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_each_distribution_carries_the_licence(project: Path) -> None:
    declared = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))

    assert declared["project"]["license-files"] == ["LICENSE"]
    assert "/LICENSE" in declared["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert (project / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
