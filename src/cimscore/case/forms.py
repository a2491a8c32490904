"""Forms of answers: the things that they are about and refer to. Cross checks need nothing else of a program."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Final

import attrs

RESEMBLES_NONE: Final = "a word as the question lists it, or other words that resemble none of them"
"""Expected of an answer that may be a word of a list or other words."""


class Sort(enum.StrEnum):
    """A sort of thing that an address or an answer names."""

    PERSON = "person"
    HOUSEHOLD = "household"
    PLACE = "place"
    CONCERN = "concern"
    FILE = "record"
    PROPOSED_RECORD = "proposed record"
    SOURCE = "source"


@attrs.frozen(kw_only=True)
class Form:
    """Form of the answers to a question.

    Attributes:
        about: Sort of each part of an address, in order; empty for the whole case.
        values: For each part the words that it may be, where it is no thing of the case; else nothing.
        refers_to: Sort of thing that an answer names by its id; None for any other answer.
        groups: True if an answer is a grouping of households.
        decided_by: Role of the person who decides; empty for a question of fact.
        stored: Exact type of a stored answer; None if unknown.
        words: Words that an answer may be; empty if it may be any.
        codes: Words with a meaning of their own, where an answer may be other words too.
    """

    about: tuple[Sort, ...] = ()
    values: tuple[tuple[str, ...], ...] = ()
    refers_to: Sort | None = None
    groups: bool = False
    decided_by: str = ""
    stored: type[object] | None = None
    words: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Declared:
    """Declarations of programs apart from their questions.

    Attributes:
        kinds: Kinds of record that each program knows, by the program's id.
        acts: Things that each act is about, in the order of the parts of an address, by the address of its rule.
        recorded_as: What somebody can be recorded as that a rule of each program reads, by the program's id.
        moves: The moves of records that some program knows.
        movers: The roles in which somebody may take them.
    """

    kinds: Mapping[str, frozenset[str]] = attrs.field(factory=dict)
    acts: Mapping[str, tuple[Sort, ...]] = attrs.field(factory=dict)
    recorded_as: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    moves: frozenset[str] = frozenset()
    movers: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        """Return every kind of record that some program knows."""
        return frozenset().union(*self.kinds.values())

    @property
    def roles(self) -> frozenset[str]:
        """Return everything as which some program looks for somebody on file."""
        return frozenset().union(*self.recorded_as.values())
