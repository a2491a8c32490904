"""The lines of tables that were looked up where a rule applied: each has a clause of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.reasons.walking import Binding, bindings, value_of
from cimscore.reasoning.run import Run
from cimscore.rules import Condition, Defined, Row, Table
from cimscore.rules.conditions.asked import Holds
from cimscore.rules.conditions.conditions import And, Not, Or, Some, walk

LookedUp = tuple[Table[Any, Any], Row[Any, Any]]


def looks_up(compiled: Compiled, condition: Condition) -> bool:
    """Return True if a condition looks something up in a table, itself or by way of definitions."""
    asked = (part.predicate for part in walk(condition) if isinstance(part, Holds))
    return any(
        isinstance(predicate, Table)
        or (isinstance(predicate, Defined) and any(key.startswith("table:") for key in compiled.reads(predicate)))
        for predicate in asked
    )


def rows_looked_up(run: Run, condition: Condition, binding: Binding) -> Iterator[LookedUp]:
    """Yield every line that is looked up where a condition can hold, with its table.

    Args:
        run: The run.
        condition: The condition.
        binding: What its variables stand for, as far as that is known.
    """
    if looks_up(run.compiled, condition):
        for inner, grade in bindings(run, condition, binding):
            if grade:
                yield from _below(run, condition, inner)


def _below(run: Run, condition: Condition, binding: Binding) -> Iterator[LookedUp]:
    match condition:
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _below(run, part, binding)
        case Not(part=part):
            yield from _below(run, part, binding)
        case Some(things=things, part=part):
            outer = {variable: thing for variable, thing in binding.items() if variable not in things}
            yield from rows_looked_up(run, part, outer)
        case Holds(predicate=Table() as table, terms=terms) if condition.free <= binding.keys():
            yield from _lines(run, table, value_of(terms[0], binding))
        case Holds(predicate=Defined(things=things, condition=inner), terms=terms) if condition.free <= binding.keys():
            given = zip(things, (value_of(term, binding) for term in terms), strict=True)
            yield from rows_looked_up(run, inner, dict(given))


def _lines(run: Run, table: Table[Any, Any], key: object) -> Iterator[LookedUp]:
    return ((table, row) for row in table.rows if row.key == key and run.force.grade_of_row(row))
