"""Lines of the policy's tables that a condition reads. Their clauses belong to everything that rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.grades import PROVISIONAL
from cimscore.reasoning.reasons.walking import Binding, bindings, value_of
from cimscore.reasoning.run import Run
from cimscore.rules.conditions.asked import Holds
from cimscore.rules.conditions.conditions import Condition, walk
from cimscore.rules.rows.tables import Table


def clauses_of_lines(run: Run, condition: Condition, binding: Binding) -> tuple[str, ...]:
    """Return the clauses of the table lines that make a condition hold of given things, by the working answers.

    Args:
        run: The run.
        condition: What is asked; the tables that it reads directly count.
        binding: Of which things.
    """
    asked = [part for part in walk(condition) if isinstance(part, Holds) and isinstance(part.predicate, Table)]
    if not asked:
        return ()
    found = (inner for inner, grade in bindings(run, condition, binding) if grade >= PROVISIONAL)
    return tuple(dict.fromkeys(clause for inner in found for part in asked for clause in _clauses(run, part, inner)))


def _clauses(run: Run, asked: Holds, binding: Binding) -> Iterator[str]:
    table = asked.predicate
    if isinstance(table, Table) and asked.free <= binding.keys():
        key, value = (value_of(term, binding) for term in asked.terms)
        for row in table.rows:
            if (row.key, row.value) == (key, value) and run.force.grade_of_row(row) >= PROVISIONAL:
                yield row.clause
