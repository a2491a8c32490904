"""Unclear points of a source: every reading, the one taken, and why."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Generic, TypeVar

import attrs

T = TypeVar("T", bound=enum.StrEnum)


@attrs.frozen(kw_only=True, eq=False)
class Interpretation(Generic[T]):
    """An unclear point that touches a rule, and how it is read unless a caller chooses otherwise.

    Attributes:
        id: Unique within its program, for example ``three-days``.
        question: What is unclear, as a question.
        readings: Every reading taken seriously, with what it means in plain words.
        taken: The reading in use unless a caller chooses another.
        because: Why that one.
        clauses: Ids of the clauses that are unclear.
        ambiguities: Numbers in the project's own list of unclear places (``V-23``).
    """

    id: str
    question: str
    readings: Mapping[T, str]
    taken: T
    because: str
    clauses: tuple[str, ...]
    ambiguities: tuple[str, ...] = ()
