"""A document whose syntax is right and whose parts are odd is refused, or decided without a failure."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from damage import SECRET, by_number
from limits_held import A_SECOND, in_little_memory, within

from cimscore.assessment import Assessment, NoProgramError, assess, assessment_document, first_page
from cimscore.composition import load_rulebook, vocabulary_of
from cimscore.errors import CimsError, DocumentError
from cimscore.rulebook import Rulebook
from cimscore.wire import read_case_text

ROOT: Final = Path(__file__).parents[2]
SOUND: Final = sorted((*(ROOT / "examples").glob("*.yaml"), *(ROOT / "tests/cases/documents").glob("*.yaml")))
ODD: Final = (
    "unknown", "none", "yes", "no", "case", "", "2025-03-03", "2025-03", "2024", "1900-01-01", "2999-12-31",
    "2025-03-03T10:15+10:00", "2025-10-05T02:30+11:00", "elsewhere", "north", "ari", "c1", True, False, None, 0, 1, -1,
    7.5, [], {}, ["unknown"], {"between": ["2025-02-01", "2025-03-03"]}, {"before": "2025-03-03"},
    {"after": "2025-03-03T10:15+10:00"}, {"about": 17}, {"is": 17, "on": "2025-03-03"}, {"least": 2, "most": 20},
)  # fmt: skip
_TO_DECIDE: Final = 20.0
"""Seconds for a decision of a document of this size, whatever is open."""
Slot = tuple[Any, Any]
"""A dict or list, and the key or number of one of its parts."""


@cache
def rulebook() -> Rulebook:
    return load_rulebook()


@cache
def parsed(path: Path) -> Any:
    """A document as plain values, with a notifier."""
    texts = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts and nothing else
    return {**_plain(texts), "cimscore": 1, "notifier": {"name": SECRET}}


def _plain(held: Any) -> Any:
    """Texts as the values that JSON has for them: answers and small numbers, no dates."""
    if isinstance(held, dict):
        return {key: _plain(value) for key, value in held.items()}
    if isinstance(held, list):
        return list(map(_plain, held))
    return int(held) if held.isdecimal() and len(held) < 4 else {"true": True, "false": False}.get(held, held)


def slots(held: Any) -> list[Slot]:
    """Every place in a document, but the notifier's and the version's."""
    keys = list(held) if isinstance(held, dict) else range(len(held)) if isinstance(held, list) else ()
    here = [(held, key) for key in keys if key not in ("notifier", "cimscore")]
    return [*here, *(slot for held, key in here for slot in slots(held[key]))]


def odd(number: int) -> str:
    """A sound document with one to three odd parts."""
    chance = random.Random(number)
    document = copy.deepcopy(parsed(chance.choice(SOUND)))
    for _ in range(chance.randint(1, 3)):
        if places := slots(document):
            chance.choice(_CHANGES)(places, chance)
    return json.dumps(document)


def _leave_out(places: list[Slot], chance: random.Random) -> None:
    held, key = chance.choice(places)
    del held[key]


def _put_odd(places: list[Slot], chance: random.Random) -> None:
    held, key = chance.choice(places)
    held[key] = copy.deepcopy(chance.choice(ODD))


def _put_another(places: list[Slot], chance: random.Random) -> None:
    """Put what stands at one place at another, which has the same name if there is one."""
    held, key = chance.choice(places)
    alike = [place for place in places if place[1] == key]
    other, there = chance.choice(alike if chance.random() < 0.8 else places)
    held[key] = copy.deepcopy(other[there])


def _repeat(places: list[Slot], chance: random.Random) -> None:
    if lists := [held for held, _ in places if isinstance(held, list)]:
        held = chance.choice(lists)
        held.insert(chance.randint(0, len(held)), copy.deepcopy(chance.choice(held)))


_CHANGES: Final[list[Callable[[list[Slot], random.Random], None]]] = [
    _leave_out, _leave_out, _put_odd, _put_another, _put_another, _repeat,
]  # fmt: skip


def decided(text: str) -> Assessment | CimsError:
    """What is decided of a document, or why nothing can be."""
    try:
        with within(A_SECOND, text):
            case = read_case_text(text, vocabulary_of(rulebook()), name="case.json")
        with within(_TO_DECIDE, text):
            return assess(case, rulebook())
    except (DocumentError, NoProgramError) as error:
        return error


def said(outcome: Assessment | CimsError) -> str:
    """Everything that is said of a document."""
    if isinstance(outcome, CimsError):
        return f"{outcome}{vars(outcome)!r}"
    pages = "".join(first_page(decision) for decision in outcome.decisions)
    return f"{pages}{json.dumps(assessment_document(outcome.case, outcome.decisions))}"


@by_number(share=10)
def test_an_odd_document_is_refused_or_decided_without_a_failure(numbers: range) -> None:
    failed = []
    with in_little_memory():
        for number in numbers:
            outcome = decided(odd(number))
            if SECRET in said(outcome) or (isinstance(outcome, Assessment) and outcome.failures):
                failed.append(number)

    assert failed == []
