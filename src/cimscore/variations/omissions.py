"""Every fact of a case left out in turn."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.case import Case
from cimscore.rulebook import Rulebook
from cimscore.variations import answers, entries
from cimscore.variations.omission import Omission


def omissions(case: Case, rulebook: Rulebook) -> Iterator[Omission]:
    """Every fact of a case left out in turn: its entries, the homes and parents of people, and what it answers.

    Args:
        case: The case.
        rulebook: The rulebook whose questions it answers.
    """
    yield from entries.received(case)
    yield from entries.scalars(case)
    yield from entries.unborn(case)
    yield from entries.homes(case)
    yield from entries.parents(case)
    yield from entries.moves(case)
    yield from answers.answers(case, rulebook)
