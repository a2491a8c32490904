"""Conditions that can never hold: two answers to one question joined, or a part joined with what excludes it."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.rules.conditions.asked import Holds
from cimscore.rules.conditions.conditions import And, Condition, Not, Or
from cimscore.rules.conditions.predicates import Defined
from cimscore.rules.conditions.substitution import substituted
from cimscore.rules.conditions.things import Attribute, Variable
from cimscore.rules.refusals import as_told
from cimscore.rules.rows.questions import Question, Reading


def never_holds(condition: And) -> Iterator[str]:
    """Yield why a condition can never hold, in words; nothing if it may. What a `some` has in it is not looked at."""
    meant = [(part, literal) for part in condition.parts for literal in _meant(part)]
    written = {literal.text: part for part, literal in meant}
    answers: dict[object, tuple[Condition, Holds]] = {}
    for part, literal in meant:
        if isinstance(literal, Holds) and isinstance(literal.predicate, Question | Reading) and _is_one(literal):
            # The key is the question and its things: two answers about two children do not exclude each other.
            beside, other = answers.setdefault((literal.predicate.key, literal.terms[:-1]), (part, literal))
            if other.terms[-1] != literal.terms[-1]:
                yield f"{as_told(beside.text)} and {as_told(part.text)}, joined"
        elif isinstance(literal, Not) and literal.part.text in written:
            yield f"{as_told(written[literal.part.text].text)} and {as_told(part.text)}, joined"


def _meant(condition: Condition) -> Iterator[Condition]:
    """Yield what has to hold for a condition, with definitions in full: the parts of what is joined, each denial."""
    match condition:
        case Holds(predicate=Defined() as defined, terms=terms):
            yield from _meant(substituted(defined.condition, dict(zip(defined.things, terms, strict=True))))
        case And(parts=parts):
            yield from (meant for part in parts for meant in _meant(part))
        case Not(part=Holds(predicate=Defined() as defined, terms=terms)):
            yield from _meant(~substituted(defined.condition, dict(zip(defined.things, terms, strict=True))))
        case Not(part=Or(parts=parts)):
            yield from (meant for part in parts for meant in _meant(~part))
        case _:
            yield condition


def _is_one(part: Holds) -> bool:
    """Return True if one answer is meant, and not a variable for it. A list of answers may have several."""
    answer = part.terms[-1]
    several = isinstance(part.predicate, Question) and part.predicate.answers is tuple
    return not (several or isinstance(answer, Variable | Attribute))
