"""Conclusions of a decision, with the clauses and the answers that each rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from cimscore.assessment.decision.standing import Standing, supposed_in_words
from cimscore.assessment.decision.value import DecidedConclusion
from cimscore.assessment.decision.words import Words
from cimscore.grades import PROVISIONAL
from cimscore.reasoning.claims.told import Decided, WorkingClaim
from cimscore.rules.rows.conclusions import Conclusion, ConclusionRow, Topic

_ORDER: Final = {topic.value: place for place, topic in enumerate(Topic)}
_ELSEWHERE: Final = (Topic.LAWS, Topic.EDITIONS)
"""Topics that a decision tells by themselves."""


def conclusions_of(decided: Decided, words: Words) -> tuple[DecidedConclusion, ...]:
    """Return what is concluded, topic by topic.

    Args:
        decided: What was decided.
        words: Words of the program for the things of the case.
    """
    by_key = {conclusion.key: conclusion for conclusion in decided.run.compiled.program.conclusions}
    found = (
        _concluded(by_key[key], things, told, decided, words)
        for (key, things), told in decided.told.items()
        if key in by_key and by_key[key].topic not in _ELSEWHERE
    )
    return tuple(sorted(found, key=_in_order))


def _concluded(
    conclusion: Conclusion, things: tuple[Any, ...], told: WorkingClaim, decided: Decided, words: Words
) -> DecidedConclusion:
    rows = list(_rows(conclusion, things, decided))
    return DecidedConclusion(
        topic=conclusion.topic.value,
        id=conclusion.id,
        things=things,
        named=words.called(conclusion, things),
        says=words.said(conclusion, things),
        cut=words.cut(conclusion, things),
        standing=Standing.of(certain=told.certain),
        rests_on=supposed_in_words(decided, told),
        whichever=told.whichever,
        proven=told.proven,
        perhaps_on=told.perhaps_on,
        clauses=tuple(dict.fromkeys(cite for row in rows for cite in row.cites)),
        rows=tuple(row.id for row in rows),
        leading=conclusion.leading,
        warns=conclusion.warns,
        marks=conclusion.marks,
        denies=conclusion.denies is not None,
        refers=conclusion.refers,
    )


def _rows(conclusion: Conclusion, things: tuple[Any, ...], decided: Decided) -> Iterator[ConclusionRow]:
    """Yield the rows that give a conclusion by the working answers."""
    run = decided.run
    yield from (row for row in conclusion.rows if run.rows(conclusion, row.id).grade(things) >= PROVISIONAL)


def _in_order(conclusion: DecidedConclusion) -> tuple[int, str, list[str]]:
    return _ORDER[conclusion.topic], conclusion.id, [str(thing) for thing in conclusion.things]
