"""Holding a code against the edition in force: a list of codes changes from edition to edition."""

from __future__ import annotations

from typing import Any

import attrs

from cimscore.rules.openness import OpenQuestion
from cimscore.rules.questions import Question
from cimscore.rules.world import EditionHeld


def out_of_edition(
    question: Question[Any, Any], word: object, held: EditionHeld, asked: OpenQuestion
) -> OpenQuestion | None:
    """The question to ask in place of an answer that is a code of another edition; None where the code stands.

    Args:
        question: The question, with its codes.
        word: The code given as its answer.
        held: The edition of the source that the question's clauses are from.
        asked: The question as it is put where there is no answer.
    """
    if held.edition not in held.editions:
        return None
    reasons = {code.word: code.outside(held.edition, held.editions) for code in question.codes}
    why = reasons.get(str(word), "")
    standing = tuple(code for code, reason in reasons.items() if not reason)
    return attrs.evolve(asked, text=f"{asked.text} The code {str(word)!r} {why}.", options=standing) if why else None
