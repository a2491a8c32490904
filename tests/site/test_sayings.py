"""The guide of sayings runs: each line is put into its small case, read, and what is made of it is held."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from sayings_of_files import FILES
from sayings_of_homes import HOMES
from sayings_of_people import PEOPLE
from sayings_read import Said, said_in

GUIDE = Path(__file__).parents[2] / "site" / "docs" / "guides" / "sayings.md"
CHECKS = {**PEOPLE, **HOMES, **FILES}
"""What is held of each saying. The sayings of people, homes and files have a file each."""

_BASE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ROW = re.compile(r"^\| (?P<said>.+?) \| (?P<lines>`.+?`) \| (?P<makes>.+?) \|$", re.MULTILINE)


def sayings() -> dict[str, str]:
    """Return the lines of each saying in the guide."""
    text = GUIDE.read_text(encoding="utf-8")
    return {row["said"]: "\n".join(re.findall(r"`([^`]+)`", row["lines"])) for row in _ROW.finditer(text)}


def small_case() -> str:
    """Return the case into which every saying is put."""
    found = _BASE.search(GUIDE.read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def test_every_row_of_the_guide_is_a_saying_and_every_saying_is_held() -> None:
    rows = [line for line in GUIDE.read_text(encoding="utf-8").splitlines() if re.match(r"\| (?!Said|---)", line)]
    assert len(rows) == len(sayings())
    assert sayings().keys() == CHECKS.keys()


@pytest.mark.parametrize(("words", "lines"), sayings().items())
def test_what_people_say_is_written_and_read_as_the_guide_says(words: str, lines: str) -> None:
    said: Said = said_in(small_case(), lines)
    held: Any = CHECKS[words]
    held(said)
