"""Warnings of what was pasted: a digest or the number of a statement into other clauses, a row under another id."""

from __future__ import annotations

import itertools
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from cimscore.errors import Problem
from cimscore.policy import Clause
from cimscore.rulebook.declarations import Declarations
from cimscore.rules.rows.conclusions import Conclusion, ConclusionRow

_MOST: Final = 3
"""So many clauses at most may share one passage, or a sentence that stands in several places."""


def warnings_of_pasted(declared: Declarations, conclusions: Iterable[Conclusion]) -> Iterator[Problem]:
    """Yield the digests, the statement numbers and the rows that look pasted.

    Args:
        declared: What the plugin declares.
        conclusions: The conclusions of its program.
    """
    program = declared.identity.id
    digests, numbers = defaultdict[str, list[str]](list), defaultdict[str, list[Clause]](list)
    for clause in declared.clauses:
        for number in clause.statements:
            numbers[number].append(clause)
        if clause.digest:
            digests[clause.digest].append(clause.id)
    for digest, ids in sorted(digests.items()):
        if len(ids) > _MOST:
            yield Problem(
                where=f"{program}, {', '.join(sorted(ids))}", found=f"one digest, {digest}, in {len(ids)} clauses",
                expected="the digest of its own passage in each",
                hint="`cimscore sources fingerprint` tells the digest of each passage of a document.",
            )  # fmt: skip
    yield from _shared(program, numbers, [number for source in declared.sources for number in source.split])
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


def _shared(program: str, numbers: Mapping[str, Sequence[Clause]], split: Collection[str]) -> Iterator[Problem]:
    """Yield the numbers that several clauses carry unsaid, and those that are said to be split and are not."""
    for number, clauses in sorted(numbers.items()):
        if number not in split and _stand_together(clauses):
            ids = ", ".join(sorted(clause.id for clause in clauses))
            yield Problem(
                where=f"{program}, {ids}", found=f"the statement {number} in each",
                expected="the number of its own statement in each",
                hint=f"Where each carries a part of it, say so in sources.toml: split = [{json.dumps(number)}]",
            )  # fmt: skip
    for number in sorted({*split}):
        if len(numbers.get(number, ())) < 2:
            yield Problem(
                where=f"{program}, sources.toml", found=f"split={number!r}, which no two clauses carry",
                expected="the number of a statement that several clauses carry",
                hint="Correct it, or delete it.",
            )  # fmt: skip


def _stand_together(clauses: Iterable[Clause]) -> bool:
    """Return True if one edition has two of some clauses. A clause of its own may replace one that is gone."""
    pairs = itertools.combinations(clauses, 2)
    return any(not {*clause.editions}.isdisjoint(beside.editions) for clause, beside in pairs)
