"""Texts of a clause, by the text of its document in which each was read."""

from __future__ import annotations

from cimscore.policy.clauses import Clause, ClauseText
from cimscore.policy.sources import SourceText


def texts_told(clause: Clause, text: SourceText) -> tuple[ClauseText, ...]:
    """Return what a clause says in the editions that a text of its document tells of, each once."""
    return tuple(dict.fromkeys(clause.in_edition(edition) for edition in clause.editions if edition in text.editions))
