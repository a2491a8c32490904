"""What was learned on the way to an answer: read facts, tested conditions, findings used."""

from __future__ import annotations

from typing import Self

import attrs

from cimscore.household_graph import Read
from cimscore.rules.openness import Failure, Open, OpenQuestion


class Notes:
    """A page on which one condition or one rule body writes down whatever it learns."""

    __slots__ = ("assumptions", "clauses", "findings", "nodes", "readings", "reads", "subject_to")

    def __init__(self) -> None:
        self.reads: dict[Read, None] = {}
        self.nodes: dict[Node, None] = {}
        self.findings: dict[str, None] = {}
        self.readings: dict[str, str] = {}
        self.clauses: dict[str, None] = {}
        self.assumptions: dict[str, None] = {}
        self.subject_to: set[str] = set()

    def link(self, node: Node) -> None:
        """Rest on what a condition found, without copying its reads."""
        self.nodes[node] = None
        self.readings.update(node.readings)
        self.subject_to |= node.subject_to


@attrs.frozen(eq=False)
class Node:
    """One condition tested on one thing: linked from every trace that uses it, copied by none.

    Attributes:
        sentence: The condition in words.
        about: The address of the thing.
        value: True, False, or None while it is open.
        reads: Facts read.
        nodes: Conditions it rests on.
        findings: Addresses of earlier findings it rests on.
        readings: Interpretations used, here or below, with the reading in force.
        subject_to: Addresses of open questions for which a proposal was used.
        cause: What it waits for while it is open.
    """

    sentence: str
    about: str
    value: bool | None
    reads: tuple[Read, ...]
    nodes: tuple[Node, ...]
    findings: tuple[str, ...]
    readings: tuple[tuple[str, str], ...]
    clauses: tuple[str, ...]
    assumptions: tuple[str, ...]
    subject_to: frozenset[str]
    cause: OpenQuestion | Failure | None

    @classmethod
    def of(cls, sentence: str, about: object, value: bool | None, notes: Notes, open_: Open | None = None) -> Self:
        """The node for what `notes` say about a condition."""
        return cls(
            sentence,
            str(about),
            value,
            tuple(notes.reads),
            tuple(notes.nodes),
            tuple(notes.findings),
            tuple(notes.readings.items()),
            tuple(notes.clauses),
            tuple(notes.assumptions),
            frozenset(notes.subject_to),
            open_.cause if open_ else None,
        )
