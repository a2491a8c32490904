"""Cases of every program, each another: a document of the project with some of its answers and births left out."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import cimscore
from cimscore.wire import write_case

ROOT: Final = Path(__file__).parents[2]
LEFT_OUT: Final = 0.15
"""Share of the answers and births that are left out."""
DAMAGED: Final = 100
"""One line in so many is damaged."""


def mixed_cases(count: int) -> Iterator[str]:
    """Yield cases as lines of JSON, the same for the same number of them; one in a hundred is damaged."""
    documents = [*_documents(cimscore.load_rulebook())]
    for number in range(count):
        line = json.dumps(_made(copy.deepcopy(documents[number % len(documents)]), number))
        yield line[: len(line) // 2] if number % DAMAGED == DAMAGED - 1 else line


def _documents(rulebook: cimscore.Rulebook) -> Iterator[dict[str, Any]]:
    """Yield the examples and the documents of the tests, as far as they can be read."""
    for folder in ("examples", "tests/cases/documents"):
        for file in sorted((ROOT / folder).glob("*.yaml")):
            try:
                yield write_case(rulebook.read_case(file))
            except cimscore.DocumentError:
                continue


def _made(document: dict[str, Any], number: int) -> dict[str, Any]:
    chance = random.Random(number)  # noqa: S311 - no secret is made of it
    decisions = [answer for answer in document.get("decisions", ()) if chance.random() > LEFT_OUT]
    facts = {
        program: {question: answer for question, answer in answers.items() if chance.random() > LEFT_OUT}
        for program, answers in document.get("facts", {}).items()
    }
    for person in document.get("people", ()):
        if chance.random() < LEFT_OUT:
            person.pop("born", None)
    return {**document, "id": f"mixed-{number}", "decisions": decisions, "facts": facts}
