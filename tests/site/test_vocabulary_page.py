"""The page of the vocabulary lists every relation of a case and every shared definition, with its sentence."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from cimscore.rules import Defined, Relation, families, vocabulary

PAGE = Path(__file__).parents[2] / "site" / "docs" / "developer" / "vocabulary.md"
ROW = re.compile(r"^\| `(\w+)\(([^)]*)\)` \| (.+) \|$", re.MULTILINE)
Row = tuple[str, str, str]


def rows_of(module: ModuleType) -> list[Row]:
    """Return the row of everything that a module says of itself, in its order."""
    return [
        row_of(name, held)
        for name, held in vars(module).items()
        if isinstance(held, Relation | Defined) and (module is vocabulary or isinstance(held, Defined))
    ]


def row_of(name: str, held: Relation | Defined) -> Row:
    """Return the name of one, the kinds of its things, and its sentence with letters for them."""
    if isinstance(held, Defined):
        kinds = [type(thing).__name__ for thing in held.things]
        words = {thing.name: letter for thing, letter in zip(held.things, "ABCD", strict=False)}
    else:
        kinds = [kind.__name__ for kind in held.kinds]
        words = {str(place): letter for place, letter in zip(range(len(kinds)), "ABCD", strict=False)}
    says = re.sub(r"\[([^\]|]*)(?:\|[^\]]*)?\]", r"\1", held.says)
    return name, ", ".join(kinds), re.sub(r"\{([^}]+)\}", lambda place: f"*{words[place[1]]}*", says)


@pytest.mark.parametrize(
    ("heading", "module"), [("What a case itself says", vocabulary), ("What is defined for every program", families)]
)
def test_the_page_lists_what_there_is(heading: str, module: ModuleType) -> None:
    section = PAGE.read_text(encoding="utf-8").split(f"## {heading}")[1].split("\n## ")[0]
    assert ROW.findall(section) == rows_of(module)
