"""The laws of a decision: what must be proved of each smallest thing for which it is owed."""

from __future__ import annotations

from cimscore.assessment.value import Law
from cimscore.assessment.words import Words
from cimscore.reasoning.graded import CERTAIN, PROVISIONAL
from cimscore.reasoning.told import Decided
from cimscore.rules.conclusions import Conclusion, Topic


def laws_of(decided: Decided, words: Words) -> tuple[Law, ...]:
    """Return the laws that do not hold, or are not proven, of anything for which they are owed.

    A law that is owed for certain must be certain; one owed provisionally must hold by the working answers.

    Args:
        decided: What was decided.
        words: The words for things and sentences.
    """
    found: list[Law] = []
    for law in decided.run.compiled.program.conclusions:
        if law.topic is Topic.LAWS and law.owes is not None:
            found += _broken(law, decided, words)
    return tuple(found)


def _broken(law: Conclusion, decided: Decided, words: Words) -> list[Law]:
    found: list[Law] = []
    owed = decided.run.compiled.owes(law)(decided.run.use)
    for things, grade in sorted(owed.items(), key=lambda row: [str(thing) for thing in row[0]]):
        if grade < PROVISIONAL:
            continue
        told = decided.told.get((law.key, things))
        proven = told is not None and (told.certain or grade < CERTAIN)
        if not proven:
            cites = tuple(dict.fromkeys(cite for row in law.rows for cite in row.cites))
            found.append(
                Law(
                    id=law.id,
                    things=things,
                    says=words.said(law, things),
                    holds_provisionally=told is not None,
                    clauses=cites,
                )
            )
    return found
