"""One incident with its facts, its decisions and the moves of its records under it: a short form of a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import attrs

from cimscore.case import ConcernEntry, DecisionEntry, FactEntry, Form, MoveEntry, RecordEntry, Sort
from cimscore.ids import CASE

SECTION: Final = "incident"
_OWN: Final = ("facts", "decisions", "moves")


@attrs.frozen(kw_only=True)
class Incident:
    """One incident, as the short form says it.

    Attributes:
        concern: The incident as a concern.
        facts: Its facts, by their path.
        decisions: What is decided of it.
        moves: The moves of each of its records, by the kind of record.
    """

    concern: ConcernEntry
    facts: Mapping[str, FactEntry] = attrs.field(factory=dict)
    decisions: Mapping[str, DecisionEntry] = attrs.field(factory=dict)
    moves: Mapping[str, tuple[MoveEntry, ...]] = attrs.field(factory=dict)

    def facts_of_it(self, forms: Mapping[str, Form]) -> dict[str, FactEntry]:
        """Return its facts. A fact about a concern is about this one."""
        return {path: attrs.evolve(fact, about=self._about(fact.about, fact.question, forms))
                for path, fact in self.facts.items()}  # fmt: skip

    def decisions_of_it(self, forms: Mapping[str, Form]) -> dict[str, DecisionEntry]:
        """Return its decisions. A decision about a concern is about this one."""
        return {
            path: attrs.evolve(
                decision, about=tuple(self._about(about, decision.question, forms) for about in decision.about)
            )
            for path, decision in self.decisions.items()
        }

    def records_of_it(self) -> dict[str, RecordEntry]:
        """Return its records with their moves, by the path of the moves."""
        return {
            f"{SECTION}.moves.{kind}": RecordEntry(id=f"{kind}:{self.concern.id}", kind=kind, moves=moves)
            for kind, moves in self.moves.items()
        }

    def _about(self, about: str, question: str, forms: Mapping[str, Form]) -> str:
        is_of_a_concern = forms.get(question, Form()).about == (Sort.CONCERN,)
        return self.concern.id if about == CASE and is_of_a_concern else about


def incident_of(**parts: Any) -> Incident:
    """Return one incident: a concern, with its facts, its decisions and the moves of its records by kind."""
    own = {name: parts.pop(name) for name in _OWN if name in parts}
    return Incident(concern=ConcernEntry(**{"id": SECTION, **parts}), **own)
