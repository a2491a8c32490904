"""Uses of things: the rules behind every question, table, unclear point, definition and clause of a rulebook."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from cimscore.policy import parts_of_citation
from cimscore.rulebook import InstalledProgram, Rule, Rulebook
from cimscore.rules import Defined, Question, Reading, Table
from cimscore.rules.conditions.asked import Predicate

Names = tuple[str, ...]
QUESTIONS, TABLES, READINGS, DEFINITIONS = "question", "table", "reading", "defined"
_KINDS: Final[Mapping[type[Predicate], str]] = {
    Question: QUESTIONS, Table: TABLES, Reading: READINGS, Defined: DEFINITIONS
}  # fmt: skip


@attrs.frozen(kw_only=True)
class Uses:
    """Uses both ways, each list sorted.

    Attributes:
        named: By kind and rule, the names of what the rule reads of that kind, directly or by way of others.
        rules: By kind and such a name, the rules.
        tables: By clause, the tables with a row that rests on it.
        carried: By clause, every rule that cites it or looks up a table with a row that rests on it.
        resting: By rule, every clause that it cites or looks up so.
    """

    named: Mapping[str, Mapping[str, Names]]
    rules: Mapping[str, Mapping[str, Names]]
    tables: Mapping[str, Names]
    carried: Mapping[str, Names]
    resting: Mapping[str, Names]

    def named_by(self, kind: str, rule: str) -> Names:
        """Return the names of what a rule reads of one kind."""
        return self.named[kind].get(rule, ())

    def rules_of(self, kind: str, name: str) -> Names:
        """Return the rules that read something of one kind."""
        return self.rules[kind].get(name, ())


def uses_in(rulebook: Rulebook) -> Uses:
    """Return every use of one thing by another, in the whole rulebook."""
    read = defaultdict[str, list[tuple[str, str]]](list)
    for program in rulebook.programs.values():
        names = names_in(program)
        for rule in program.rules:
            for kind, name in (names[key] for key in rule.reads if key in names):
                read[kind].append((rule.address, name))
    rules = {kind: _turned((name, rule) for rule, name in read[kind]) for kind in _KINDS.values()}
    tables = _turned(_rows(rulebook))
    cited = ((clause, rule.address) for rule in rulebook.rules.values() for clause in clauses_cited(rule))
    looked_up = (
        (clause, rule) for clause, found in tables.items() for name in found for rule in rules[TABLES].get(name, ())
    )
    pairs = [(clause, rule) for clause, rule in (*cited, *looked_up) if clause in rulebook.clauses]
    return Uses(
        named={kind: _turned(read[kind]) for kind in _KINDS.values()},
        rules=rules,
        tables=tables,
        carried=_turned(pairs),
        resting=_turned((rule, clause) for clause, rule in pairs),
    )


def names_in(program: InstalledProgram) -> Mapping[str, tuple[str, str]]:
    """Return the kind and name of everything that rules of a program read beside the case, by its key.

    What it reads of a program that it adds to has the name that it has there.
    """
    return {
        key: (kind, f"{program.program.owner_of(predicate)}/{_name(predicate, program)}")
        for key, predicate in program.program.predicates.items()
        if (kind := _KINDS.get(type(predicate)))
    }


def _name(predicate: Predicate, program: InstalledProgram) -> str:
    """Return the name of something; a definition's is that in the code, or its sentence where it has none."""
    if isinstance(predicate, Defined):
        return program.program.names.get(predicate.key) or predicate.says
    return predicate.key.partition(":")[2]


def clauses_cited(rule: Rule) -> Names:
    """Return the ids of the clauses that a rule cites, the carrying one first."""
    return tuple(dict.fromkeys(parts_of_citation(cite)[0] for cite in rule.cites))


def resting_on(things: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, Names]:
    """Return, by id, the names of the things that rest on it. Each thing is given with the ids it rests on."""
    return _turned((id, name) for name, ids in things for id in ids)


def _rows(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    """Yield the clause of each row of a table, with the table's name."""
    for id, program in rulebook.programs.items():
        for table in program.own(program.program.of_kind(Table)):
            yield from ((parts_of_citation(row.clause)[0], f"{id}/{table.id}") for row in table.rows)


def _turned(pairs: Iterable[tuple[str, str]]) -> dict[str, Names]:
    found = defaultdict[str, set[str]](set)
    for left, right in pairs:
        found[left].add(right)
    return {left: tuple(sorted(rights)) for left, rights in found.items()}
