"""The rulebook: everything the installed plugins declare, checked together and fixed."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

import attrs

from cimscore.case import Case
from cimscore.errors import RulebookError, UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.policy import Clause, Interpretation, Source, digest_of
from cimscore.rulebook.checks import problems_of
from cimscore.rulebook.declarations import Declarations, Program
from cimscore.rulebook.digests import rule_digest
from cimscore.rulebook.workflows import Workflow
from cimscore.rules import Question, Rule, Ruleset, Topic

Document = str | os.PathLike[str] | Mapping[str, object]
CaseReader = Callable[[Document, "Rulebook"], Case]


@attrs.frozen(kw_only=True, eq=False, slots=False)
class CompiledRule:
    """A rule with its place in the rulebook.

    Attributes:
        address: ``program/topic/rule``.
        rule: The rule as declared.
        ruleset: The set it was declared in.
        about: The type of thing it is about.
        plugin: The distribution that brings it.
        clauses: The clauses it cites.
    """

    address: str
    rule: Rule
    ruleset: Ruleset[Any]
    about: type[Any]
    plugin: str
    clauses: tuple[Clause, ...]

    @cached_property
    def digest(self) -> str:
        """Changes when the rule's meaning may have changed; see `cimscore.rulebook.digests`."""
        return rule_digest(self.rule)


@attrs.frozen(kw_only=True, eq=False, slots=False)
class CompiledProgram:
    """One program's declarations with its rules compiled, by topic and sorted by id."""

    declared: Declarations
    rules: Mapping[Topic, tuple[CompiledRule, ...]]

    @property
    def program(self) -> Program:
        """The program itself."""
        return self.declared.program

    @cached_property
    def names(self) -> Mapping[Any, str]:
        """``program/id`` of every question, interpretation and table, by the object."""
        one = self.declared
        named: tuple[Any, ...] = (*one.questions, *one.interpretations, *one.tables)
        return {it: f"{one.program.id}/{it.id}" for it in named}

    @cached_property
    def digest(self) -> str:
        """Changes when a rule, clause, question, reading, table or workflow of the program changes."""
        rules = [f"{rule.address} {rule.digest}" for rules in self.rules.values() for rule in rules]
        declared = [_content(thing) for thing in (*self.declared.clauses, *self.names, *self.declared.workflows)]
        return digest_of([self.program.id, *rules, *declared])


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Rulebook:
    """Every installed program, ready to decide cases. Building one checks it; nothing changes it after.

    Attributes:
        programs: By id, sorted.
        reader: How case documents are read; supplied by whoever builds the rulebook.
    """

    programs: Mapping[str, CompiledProgram]
    reader: CaseReader

    def read_case(self, document: Document) -> Case:
        """Read a case document strictly, with the questions of the installed programs.

        Args:
            document: A path to a YAML or JSON file, or a parsed document.

        Raises:
            DocumentError: Anything is wrong with it; every problem at once.
        """
        return self.reader(document, self)

    def program(self, id: str) -> CompiledProgram:
        """The program named `id`.

        Raises:
            UnknownNameError: It is not installed.
        """
        if id not in self.programs:
            raise UnknownNameError("installed program", id, self.programs, did_you_mean(id, self.programs))
        return self.programs[id]

    @cached_property
    def questions(self) -> Mapping[str, Question[Any, Any]]:
        """Every question, by ``program/question``."""
        return self._by_name(lambda one: one.questions)

    @cached_property
    def interpretations(self) -> Mapping[str, Interpretation[Any]]:
        """Every interpretation, by ``program/id``."""
        return self._by_name(lambda one: one.interpretations)

    @cached_property
    def workflows(self) -> Mapping[str, Workflow]:
        """Every workflow, by ``program/id``."""
        return self._by_name(lambda one: one.workflows)

    @cached_property
    def clauses(self) -> Mapping[str, Clause]:
        """Every clause, by id."""
        return {clause.id: clause for one in self.programs.values() for clause in one.declared.clauses}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Every source, by id."""
        return {source.id: source for one in self.programs.values() for source in one.declared.sources}

    @cached_property
    def rules(self) -> Mapping[str, CompiledRule]:
        """Every rule, by ``program/topic/rule``."""
        compiled = [rule for one in self.programs.values() for rules in one.rules.values() for rule in rules]
        return {rule.address: rule for rule in compiled}

    def _by_name(self, part: Callable[[Declarations], Sequence[Any]]) -> dict[str, Any]:
        return {f"{id}/{it.id}": it for id, one in self.programs.items() for it in part(one.declared)}


def build_rulebook(declared: Sequence[Declarations], reader: CaseReader) -> Rulebook:
    """Check declarations together and compile them. Their order makes no difference.

    Raises:
        RulebookError: They do not fit together; every problem at once.
    """
    problems = list(problems_of(declared))
    if problems:
        raise RulebookError(problems)
    clauses = {clause.id: clause for one in declared for clause in one.clauses}
    ordered = sorted(declared, key=lambda one: one.program.id)
    return Rulebook(programs={one.program.id: _compiled(one, clauses) for one in ordered}, reader=reader)


def _compiled(one: Declarations, clauses: Mapping[str, Clause]) -> CompiledProgram:
    rules = {
        topic: tuple(
            sorted(
                (
                    CompiledRule(
                        address=f"{one.program.id}/{topic}/{rule.id}",
                        rule=rule,
                        ruleset=ruleset,
                        about=rule.signature()[0],
                        plugin=one.distribution[0],
                        clauses=tuple(clauses[cite] for cite in rule.cites),
                    )
                    for ruleset in one.rulesets.get(topic, ())
                    for rule in ruleset.rules
                ),
                key=lambda compiled: compiled.address,
            )
        )
        for topic in Topic
    }
    return CompiledProgram(declared=one, rules=rules)


def _content(declared: Any) -> str:
    return repr({key: str(value) for key, value in attrs.asdict(declared, recurse=False).items()})
