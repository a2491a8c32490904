"""What a case answers to the questions of programs, left out one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from cimscore.case import UNKNOWN, Case, Unknown
from cimscore.rulebook import Rulebook
from cimscore.variations.omission import Omission, around, completed, replaced


def answers(case: Case, rulebook: Rulebook) -> Iterator[Omission]:
    """Every decision and every fact that answers a question of a program, and when each decision was made."""
    for section in ("decisions", "facts"):
        for index, entry in enumerate(getattr(case, section)):
            question = rulebook.questions[entry.question]
            about = entry.about if section == "decisions" else (entry.about,)
            values = dict.fromkeys([entry.answer, *(question.to_stored(option) for option in question.options)])
            yield _answered(case, section, index, "answer", values, tuple(f"{entry.question}@{one}" for one in about))
            if section == "decisions" and not isinstance(entry.at, Unknown):
                asks = tuple(f"{entry.question}#at@{one}" for one in about)
                yield _answered(case, section, index, "at", around(entry.at), asks)


def _answered(case: Case, section: str, index: int, field: str, values: Any, asks: tuple[str, ...]) -> Omission:
    entry = getattr(case, section)[index]

    def put(value: object) -> Case:
        return replaced(case, section, index, attrs.evolve(entry, **{field: value}))

    fact = f"{section}[{index}].{field}"
    return Omission(fact=fact, asks=asks, case=put(UNKNOWN), completions=tuple(completed(put, values)))
