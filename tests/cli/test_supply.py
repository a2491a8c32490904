"""What to write to answer an open question is said for every question there is."""

from __future__ import annotations

import pytest

from cimscore.cli.report.supply import _WHERE, what_to_write
from cimscore.household_graph.answers import CoreFact
from cimscore.rules import Asks, OpenQuestion


@pytest.mark.parametrize("fact", sorted({*_WHERE, *CoreFact}))
def test_every_missing_entry_is_told_with_its_place(fact: str) -> None:
    about = "ari@north" if fact in ("stay", "from", "until") else "ari"
    question = OpenQuestion(question=f"case/{fact}", about=about, text="?", asks=Asks.DOCUMENT)

    (said,) = what_to_write(question)

    assert said.startswith("To answer, write ") and "{{" not in said


def test_the_moment_of_receipt_is_asked_for_in_the_words_of_a_document() -> None:
    question = OpenQuestion(question="case/received", about="case", text="?", asks=Asks.DOCUMENT)

    assert what_to_write(question) == ("To answer, write dates: {received: ...}.",)
