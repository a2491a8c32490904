"""One case written in two ways is decided in one way: its instants may be written with any offset."""

from __future__ import annotations

import datetime as dt
import functools
import re
from pathlib import Path
from typing import Any

import attrs
import pytest

import cimscore
from cimscore.assessment import document_of
from cimscore.composition import load_rulebook, vocabulary_of
from cimscore.wire import read_case_text

RULEBOOK = functools.cache(load_rulebook)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})")


def decided(text: str) -> list[dict[str, Any]]:
    """Everything that is decided, but for the receipt, which has a digest of the document."""
    rulebook = RULEBOOK()
    assessment = cimscore.assess(read_case_text(text, vocabulary_of(rulebook)), rulebook)
    return [document_of(attrs.evolve(decision, receipt=())) for decision in assessment.decisions]


def in_utc(text: str) -> str:
    """The document with each instant as clocks in Greenwich show it."""
    return INSTANT.sub(lambda found: dt.datetime.fromisoformat(found[0]).astimezone(dt.UTC).isoformat(), text)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_offset_of_an_instant_changes_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert (in_utc(text) == text) == (not INSTANT.search(text))
    assert decided(in_utc(text)) == decided(text)
