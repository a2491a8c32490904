"""Editions that are known in part, and what they leave open: an unknown clause might have added to the result.

Only scope, records and duties count. Anything else that a clause says leads to those, or to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from cimscore.policy import ClauseStanding
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.graded import PROVISIONAL
from cimscore.rules import Conclusion, Topic
from cimscore.rules.rows.conclusions import ConclusionRow

_WORK: Final = (Topic.SCOPE, Topic.RECORDS, Topic.DUTIES)


def silent_editions(decided: Decided, governing: Mapping[str, str]) -> frozenset[str]:
    """Return the documents whose governing edition does not tell whether more is in scope, to be recorded or done.

    Args:
        decided: What was decided.
        governing: The edition that governs each document.
    """
    return frozenset(
        document
        for document, conclusion, row in _not_in_source(decided, governing)
        if _would_add(decided, conclusion, row)
    )


def _not_in_source(decided: Decided, governing: Mapping[str, str]) -> Iterator[tuple[str, Conclusion, ConclusionRow]]:
    """Yield each row of the work whose carrying clause an edition known in part neither has nor rules out."""
    program = decided.run.compiled.program
    for conclusion in program.conclusions:
        for row in conclusion.rows if conclusion.topic in _WORK and not conclusion.leading else ():
            clause = row.cites[0].partition("@")[0]
            document = clause.partition("/")[0]
            if document in governing:
                standing = program.policy.standing(clause, governing[document])
                if standing is ClauseStanding.NOT_IN_SOURCE:
                    yield document, conclusion, row


def _would_add(decided: Decided, conclusion: Conclusion, row: ConclusionRow) -> bool:
    """Return True if a row would add something new, if its clause were in force."""
    given = decided.run.compiled.row(conclusion, row)(decided.run.use)
    return any(grade >= PROVISIONAL and (conclusion.key, things) not in decided.told for things, grade in given.items())
