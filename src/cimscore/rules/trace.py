"""What was learned on the way to an answer: read facts, tested conditions, findings used."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs

from cimscore.household_graph import Read
from cimscore.rules.openness import Failure, OpenQuestion


def sentence_of(condition: Callable[..., Any]) -> str:
    """The sentence shown to people for a condition or rule: the first paragraph of its docstring."""
    return " ".join((condition.__doc__ or "").strip().split("\n\n")[0].split())


@attrs.frozen(eq=False)
class Learned:
    """What a condition or a rule's body learned.

    Attributes:
        reads: Facts read.
        nodes: Conditions it rests on.
        findings: Addresses of earlier findings it rests on.
        readings: Interpretations used, here or below, with the reading in force.
        clauses: Ids of clauses of table rows looked up, here or below.
        assumptions: What was taken for granted, here or below.
        subject_to: Addresses of open questions for which a proposal was used, here or below.
    """

    reads: tuple[Read, ...] = ()
    nodes: tuple[Node, ...] = ()
    findings: tuple[str, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    clauses: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    subject_to: frozenset[str] = frozenset()


NOTHING = Learned()


class Notes:
    """A page on which one condition or one rule's body writes down whatever it learns.

    Most pages stay nearly empty and there are thousands of them, so a list is begun only when needed.
    """

    __slots__ = ("_assumptions", "_clauses", "_findings", "_nodes", "_readings", "_reads", "_subject_to")

    def __init__(self) -> None:
        self._reads: list[Read] | None = None
        self._nodes: list[Node] | None = None
        self._findings: list[str] | None = None
        self._readings: list[tuple[str, str]] | None = None
        self._clauses: list[str] | None = None
        self._assumptions: list[str] | None = None
        self._subject_to: set[str] | None = None

    def read(self, *reads: Read) -> None:
        """Write down facts read."""
        self._reads = [*self._reads, *reads] if self._reads else list(reads)

    def rest_on(self, findings: Iterable[str], subject_to: Iterable[str]) -> None:
        """Write down earlier findings used, and what they are subject to."""
        self._findings = [*(self._findings or ()), *findings]
        self.propose(*subject_to)

    def take(self, *readings: tuple[str, str]) -> None:
        """Write down interpretations used, each with its reading."""
        self._readings = [*(self._readings or ()), *readings]

    def cite(self, *clauses: str) -> None:
        """Write down clauses of table rows."""
        self._clauses = [*(self._clauses or ()), *clauses]

    def assume(self, *assumptions: str) -> None:
        """Write down what is taken for granted."""
        self._assumptions = [*(self._assumptions or ()), *assumptions]

    def propose(self, *questions: str) -> None:
        """Write down questions for which a proposal stands in."""
        if questions:
            self._subject_to = (self._subject_to or set()).union(questions)

    def link(self, node: Node) -> None:
        """Rest on what a condition found, without copying its reads."""
        learned = node.learned
        self._nodes = [*self._nodes, node] if self._nodes else [node]
        if learned.readings:
            self.take(*learned.readings)
        if learned.clauses:
            self.cite(*learned.clauses)
        if learned.assumptions:
            self.assume(*learned.assumptions)
        if learned.subject_to:
            self.propose(*learned.subject_to)

    def close(self) -> Learned:
        """What the page says, each thing once."""
        return Learned(
            tuple(dict.fromkeys(self._reads)) if self._reads else (),
            tuple(dict.fromkeys(self._nodes)) if self._nodes else (),
            tuple(dict.fromkeys(self._findings)) if self._findings else (),
            tuple(dict.fromkeys(self._readings)) if self._readings else (),
            tuple(dict.fromkeys(self._clauses)) if self._clauses else (),
            tuple(dict.fromkeys(self._assumptions)) if self._assumptions else (),
            frozenset(self._subject_to) if self._subject_to else frozenset(),
        )


@attrs.frozen(eq=False)
class Node:
    """One condition tested on one thing: linked from every trace that uses it, copied by none.

    Attributes:
        condition: The condition tested.
        thing: The thing it was tested on.
        value: True, False, or None while it is open.
        learned: What it learned.
        cause: What it waits for while it is open.
    """

    condition: Callable[..., bool] = attrs.field(repr=sentence_of)
    thing: Any
    value: bool | None
    learned: Learned
    cause: OpenQuestion | Failure | None

    @property
    def sentence(self) -> str:
        """The condition in words."""
        return sentence_of(self.condition)

    @property
    def about(self) -> str:
        """The address of the thing."""
        return str(self.thing)

    @property
    def reads(self) -> tuple[Read, ...]:
        """Facts read."""
        return self.learned.reads

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Conditions it rests on."""
        return self.learned.nodes

    @property
    def findings(self) -> tuple[str, ...]:
        """Addresses of earlier findings it rests on."""
        return self.learned.findings

    @property
    def clauses(self) -> tuple[str, ...]:
        """Ids of clauses of table rows looked up, here or below."""
        return self.learned.clauses

    @property
    def subject_to(self) -> frozenset[str]:
        """Addresses of open questions for which a proposal was used."""
        return self.learned.subject_to
