"""Cases for the tests of this folder, as lines of JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cimscore
from cimscore.wire import write_case

DOCUMENTS = Path(__file__).parents[1] / "cases" / "documents"


@pytest.fixture(scope="session")
def rulebook() -> cimscore.Rulebook:
    return cimscore.load_rulebook()


@pytest.fixture(scope="session")
def cases(rulebook: cimscore.Rulebook) -> list[str]:
    """Cases of every program, as JSON; one is damaged, and one names a program that nobody has."""
    found = []
    for file in sorted(DOCUMENTS.glob("*.yaml"))[::24]:
        try:
            found.append(json.dumps(write_case(rulebook.read_case(file))))
        except cimscore.DocumentError:
            continue
    assert len(found) > 5
    return [
        *found[:3],
        '{"cimscore": 1, "id": "half',
        '{"cimscore": 1, "id": "x", "programs": ["nowhere"]}',
        *found[3:],
    ]
