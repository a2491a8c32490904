"""Who uses what: the rules behind every question, table, unclear point and clause of a rulebook."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType
from typing import Any

import attrs

from cimscore.policy import Interpretation, Table
from cimscore.rulebook import CompiledRule, Rulebook
from cimscore.rulebook.code import functions_of, names_in
from cimscore.rules import Question


@attrs.frozen(kw_only=True)
class Uses:
    """Uses both ways, each list sorted.

    Attributes:
        named: By rule, the names of the questions, tables and unclear points its code names.
        rules: By such a name, the rules.
        tables: By clause, the tables with a row that rests on it.
        carried: By clause, every rule that cites it or looks up a row that rests on it.
        resting: By rule, every clause that it cites or looks up so.
    """

    named: Mapping[str, tuple[str, ...]]
    rules: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, tuple[str, ...]]
    carried: Mapping[str, tuple[str, ...]]
    resting: Mapping[str, tuple[str, ...]]


def uses_in(rulebook: Rulebook) -> Uses:
    """Everything that uses something, in the whole rulebook."""
    names = {thing: name for program in rulebook.programs.values() for thing, name in program.names.items()}
    named = {rule.address: tuple(sorted(set(_named(rule, names)))) for rule in rulebook.rules.values()}
    rules = _turned((name, address) for address, found in named.items() for name in found)
    tables = _turned((row.clause, f"{id}/{it.id}") for id, one in _tables(rulebook) for it in one for row in it.rows)
    cited = ((clause, address) for address, rule in rulebook.rules.items() for clause in rule.rule.cites)
    read = ((clause, rule) for clause, found in tables.items() for name in found for rule in rules.get(name, ()))
    pairs = [*cited, *read]
    resting = _turned((rule, clause) for clause, rule in pairs)
    return Uses(named=named, rules=rules, tables=tables, carried=_turned(pairs), resting=resting)


def resting_on(things: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, tuple[str, ...]]:
    """By id, the names of the things that rest on it; each thing is given with the ids it rests on."""
    return _turned((id, name) for name, ids in things for id in ids)


def _tables(rulebook: Rulebook) -> Iterator[tuple[str, tuple[Any, ...]]]:
    return ((id, program.declared.tables) for id, program in rulebook.programs.items())


def _named(rule: CompiledRule, names: Mapping[Any, str]) -> Iterator[str]:
    """What a rule's code names, by itself or through the module it stands in."""
    for function in functions_of(rule.rule):
        used = names_in(function)
        for _, thing in used.things:
            if isinstance(thing, ModuleType):
                reached = (vars(thing).get(attribute) for attribute in used.attributes)
                yield from (names[it] for it in reached if _is_declared(it) and it in names)
            elif _is_declared(thing) and thing in names:
                yield names[thing]


def _is_declared(thing: Any) -> bool:
    return isinstance(thing, Question | Interpretation | Table)


def _turned(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found = defaultdict[str, set[str]](set)
    for left, right in pairs:
        found[left].add(right)
    return {left: tuple(sorted(rights)) for left, rights in found.items()}
