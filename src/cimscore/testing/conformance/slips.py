"""Slips of an author: declarations that nothing uses, pasted lines, and encoded clauses without a rule."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cimscore.rules import Table
from cimscore.testing.conformance.subject import Subject

_RULES: Final = "cimscore.rules"


def nothing_looks_like_one(subject: Subject) -> Iterator[str]:
    """Yield each warning of the rulebook about a program."""
    yield from (str(warning) for warning in subject.rulebook.warnings if warning.where.partition(",")[0] == subject.id)


def modules_are_imported(subject: Subject) -> Iterator[str]:
    """Yield each module of its package that uses the language of rules, is no test, and is imported by nothing."""
    loaded = {getattr(module, "__file__", None) for module in tuple(sys.modules.values())}
    for folder in getattr(sys.modules.get(subject.program.declared.package), "__path__", ()):
        for file in sorted(Path(folder).rglob("*.py")):
            is_test = file.name.startswith("test_")
            if str(file) not in loaded and not is_test and _RULES in file.read_text(encoding="utf-8"):
                named = file.relative_to(Path(folder).parent)
                yield f"{named}: nothing imports it, so no row of it is ever run: import it, or delete it"


def clauses_are_carried(subject: Subject) -> Iterator[str]:
    """Yield each encoded clause that no rule and no table rests on."""
    tables = subject.program.program.of_kind(Table)
    cited = {clause for rule in subject.program.rules for clause in rule.cites}
    cited |= {row.clause for table in tables for row in table.rows}
    for clause in subject.program.declared.clauses:
        if clause.disposition.by_rules and not clause.gone and clause.id not in cited:
            yield f"{clause.id}: encoded, and no rule rests on it"
