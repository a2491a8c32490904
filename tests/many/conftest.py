"""Cases for the tests of this folder, which share their helpers, in other processes too."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import cimscore
from cimscore.wire import write_case

sys.path.insert(0, str(Path(__file__).parent))
DOCUMENTS = Path(__file__).parents[1] / "cases" / "documents"


@pytest.fixture(scope="session")
def rulebook() -> cimscore.Rulebook:
    return cimscore.load_rulebook()


@pytest.fixture(scope="session")
def lines(rulebook: cimscore.Rulebook) -> list[bytes]:
    """Cases that can be read, each as a line of JSON."""
    found = []
    for file in sorted(DOCUMENTS.glob("*.yaml"))[::15]:
        try:
            found.append(json.dumps(write_case(rulebook.read_case(file))).encode())
        except cimscore.DocumentError:
            continue
    assert len(found) > 8
    return found


@pytest.fixture(scope="session")
def small() -> bytes:
    """The smallest case of which something is decided."""
    return b'{"cimscore": 1, "id": "small", "programs": ["qld-child-safety"]}'
