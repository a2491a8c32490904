"""Warnings of what was pasted: a digest or the number of a statement into other clauses, a row under another id."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from cimscore.errors import Problem
from cimscore.policy import Clause
from cimscore.rules.rows.conclusions import Conclusion, ConclusionRow

_MOST: Final = 3
"""So many clauses at most may share one passage, or a sentence that stands in several places."""
_NUMBER: Final = re.compile(r"(?P<series>.*?)(?P<number>[0-9]+)")


def warnings_of_pasted(program: str, clauses: Iterable[Clause], conclusions: Iterable[Conclusion]) -> Iterator[Problem]:
    """Yield the digests, the statement numbers and the rows that look pasted.

    Args:
        program: Id of the program.
        clauses: Its clauses.
        conclusions: Its conclusions.
    """
    digests, numbers = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for clause in clauses:
        for number in clause.statements:
            numbers[number].append(clause.id)
        if clause.digest:
            digests[clause.digest].append(clause.id)
    for digest, ids in sorted(digests.items()):
        if len(ids) > _MOST:
            yield Problem(
                where=f"{program}, {', '.join(sorted(ids))}", found=f"one digest, {digest}, in {len(ids)} clauses",
                expected="the digest of its own passage in each",
                hint="`cimscore sources fingerprint` tells the digest of each passage of a document.",
            )  # fmt: skip
    yield from _without_the_next(program, numbers)
    for conclusion in conclusions:
        yield from _rows_again(program, conclusion)


def _rows_again(program: str, conclusion: Conclusion) -> Iterator[Problem]:
    """Yield each row that says of the same things, under the same condition and by the same clauses, what one did."""
    known: dict[object, ConclusionRow] = {}
    for row in conclusion.rows:
        other = known.setdefault((row.head, row.condition.text, row.cites), row)
        if other is not row:
            yield Problem(
                where=f"{program}, {row.written} {conclusion.id}/{row.id}",
                found=f"what {conclusion.id}/{other.id} says at {other.written} already",
                expected="another condition, or other clauses", hint="Correct it, or delete it.",
            )  # fmt: skip


def _without_the_next(program: str, numbers: dict[str, list[str]]) -> Iterator[Problem]:
    """Yield each number that several clauses carry while none carries the next one of its series.

    A statement may well be split into several clauses; but a number that is missing was probably never filled in.
    """
    for number, ids in sorted(numbers.items()):
        parts = _NUMBER.fullmatch(number)
        if len(ids) > 1 and parts is not None:
            following = f"{parts['series']}{int(parts['number']) + 1}"
            if following not in numbers and _goes_on(parts["series"], int(parts["number"]) + 1, numbers):
                yield Problem(
                    where=f"{program}, {', '.join(sorted(ids))}",
                    found=f"the statement {number} in each, and {following} in none",
                    expected=f"{following} in the clause that carries it",
                )  # fmt: skip


def _goes_on(series: str, number: int, numbers: Iterable[str]) -> bool:
    matches = (_NUMBER.fullmatch(known) for known in numbers)
    return any(match and match["series"] == series and int(match["number"]) > number for match in matches)
