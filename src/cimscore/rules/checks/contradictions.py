"""Conditions that can never hold: two answers to one question joined, or a part joined with what excludes it."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.rules.conditions.asked import Holds
from cimscore.rules.conditions.conditions import And, Not, Or
from cimscore.rules.conditions.things import Attribute, Variable
from cimscore.rules.refusals import as_told
from cimscore.rules.rows.questions import Question, Reading


def never_holds(condition: And) -> Iterator[str]:
    """Yield why a condition can never hold, in words; nothing if it may. Conditions within it are not looked at."""
    answers: dict[object, Holds] = {}
    for part in condition.parts:
        if isinstance(part, Holds) and isinstance(part.predicate, Question | Reading) and _is_one(part):
            # The key is the question and its things: two answers about two children do not exclude each other.
            other = answers.setdefault((part.predicate.key, part.terms[:-1]), part)
            if other.terms[-1] != part.terms[-1]:
                yield f"{as_told(other.text)} and {as_told(part.text)}, joined"
        elif isinstance(part, Not) and isinstance(part.part, Or):
            texts = {beside.text for beside in condition.parts}
            for excluded in part.part.parts:
                if excluded.text in texts:
                    yield f"{as_told(excluded.text)} and its opposite, joined"


def _is_one(part: Holds) -> bool:
    """Return True if one answer is meant, and not a variable for it. A list of answers may have several."""
    answer = part.terms[-1]
    several = isinstance(part.predicate, Question) and part.predicate.answers is tuple
    return not (several or isinstance(answer, Variable | Attribute))
