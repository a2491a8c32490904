"""A document with next to nothing in it, to which a test adds what it is about."""

from __future__ import annotations

from typing import Any

import pytest
from invented_questions import VOCABULARY

from cimscore.errors import DocumentError, Problem
from cimscore.wire import read_case

MINIMAL: dict[str, Any] = {"cimscore": 1, "id": "small", "people": [{"id": "ari"}], "households": [{"id": "north"}]}


def problems_of(document: dict[str, Any]) -> dict[str, Problem]:
    """What is wrong in a document, by place."""
    with pytest.raises(DocumentError) as caught:
        read_case(document, VOCABULARY)
    return {problem.where: problem for problem in caught.value.problems}


def problem_at(where: str, **sections: Any) -> Problem:
    """The only problem of the small document with these sections."""
    found = problems_of({**MINIMAL, **sections})
    assert list(found) == [where], found
    return found[where]
