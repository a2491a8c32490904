"""Slips of an author: declarations that nothing uses, pasted lines, and encoded clauses without a rule."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.rules import Table
from cimscore.testing.conformance.subject import Subject


def nothing_looks_like_one(subject: Subject) -> Iterator[str]:
    """Yield each warning of the rulebook about a program."""
    yield from (str(warning) for warning in subject.rulebook.warnings if warning.where.partition(",")[0] == subject.id)


def clauses_are_carried(subject: Subject) -> Iterator[str]:
    """Yield each encoded clause that no rule and no table rests on."""
    tables = subject.program.program.of_kind(Table)
    cited = {clause for rule in subject.program.rules for clause in rule.cites}
    cited |= {row.clause for table in tables for row in table.rows}
    for clause in subject.program.declared.clauses:
        if clause.disposition.by_rules and not clause.gone and clause.id not in cited:
            yield f"{clause.id}: encoded, and no rule rests on it"
