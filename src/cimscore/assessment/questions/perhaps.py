"""Records, and parts of people in them, that only another answer to a question of fact would bring."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cimscore.assessment.decision.undecided import Perhaps
from cimscore.assessment.decision.words import Words
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.claims.trying import Claim
from cimscore.reasoning.points.points import PointKind
from cimscore.rules.rows.conclusions import Conclusion

_TOLD: Final = ("record", "role")
_PART: Final = 2
"""The place of the part among the things of a role: a person, a record, a part."""


def perhaps_of(decided: Decided, words: Words) -> Iterator[Perhaps]:
    """Yield each record, and each part in one, that is not told now and that another answer would bring.

    What a person decides is told with the question alone: there the answers say what they bring. A part that an answer
    only moves to another record is told where it is now.

    Args:
        decided: What was decided.
        words: Words of the program for the things of the case.
    """
    facts = {address for address, point in decided.points.items() if point.kind is PointKind.FACT}
    answers = _answers(decided, words)
    for claim, addresses in sorted(_brought(decided).items(), key=str):
        key, things = claim
        conclusion = words.program.predicates.get(key)
        if isinstance(conclusion, Conclusion) and conclusion.id in _TOLD and addresses <= facts:
            yield Perhaps(
                id=conclusion.id,
                things=things,
                named=words.called(conclusion, things),
                says=words.said(conclusion, things),
                asks=tuple(sorted(addresses)),
                answers=tuple((address, tuple(said)) for address, said in sorted(answers.get(claim, {}).items())),
            )


def _brought(decided: Decided) -> dict[Claim, set[str]]:
    found: dict[Claim, set[str]] = {claim: {*addresses} for claim, addresses in decided.together.items()}
    for otherwise in decided.otherwise:
        gone = {_part(claim) for claim in otherwise.takes} - {()}
        for claim in otherwise.adds:
            if _part(claim) not in gone:
                found.setdefault(claim, set()).add(otherwise.address)
    return {claim: addresses for claim, addresses in found.items() if claim not in decided.told}


def _answers(decided: Decided, words: Words) -> dict[Claim, dict[str, list[str]]]:
    """Return the answers that bring something alone, by their question."""
    found: dict[Claim, dict[str, list[str]]] = {}
    for otherwise in decided.otherwise:
        said = words.answer(decided.points[otherwise.address], otherwise.value)
        for claim in otherwise.adds:
            found.setdefault(claim, {}).setdefault(otherwise.address, []).append(said)
    return found


def _part(claim: Claim) -> tuple[object, ...]:
    """Return a person and their part, of a claim that somebody has one in a record; else nothing."""
    key, things = claim
    return (things[0], things[2]) if key == "conclusion:role" and len(things) > _PART else ()
