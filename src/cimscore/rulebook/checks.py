"""Holding declarations together before anything runs: every problem of every plugin, at once."""

from __future__ import annotations

import enum
import importlib.util
import inspect
import re
import typing
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cimscore.case import Unknown
from cimscore.errors import Problem
from cimscore.ids import did_you_mean
from cimscore.policy import Disposition
from cimscore.rulebook.declarations import Declarations
from cimscore.rulebook.purity import impure
from cimscore.rulebook.workflow_checks import problems_of_workflows
from cimscore.rules import ABOUT, ANSWERS, Rule, Topic, sentence_of
from cimscore.rules.questions import STORED_TYPES

_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def problems_of(declared: Sequence[Declarations]) -> Iterator[Problem]:
    """Everything wrong with what the plugins declare, alone and together."""
    known = {clause.id for one in declared for clause in one.clauses}
    programs = {one.program.id for one in declared}
    yield from _twice("program", "", [one.program.id for one in declared])
    yield from _twice("source", "", [source.id for one in declared for source in one.sources])
    yield from _twice("clause", "", [clause.id for one in declared for clause in one.clauses])
    for one in declared:
        yield from _of_program(one, programs)
        yield from _of_questions(one, known)
        yield from _of_policy(one)
        yield from problems_of_workflows(one, known)
        for rules in one.rulesets.items():
            yield from _of_rules(one, *rules, known)


def _of_program(one: Declarations, programs: set[str]) -> Iterator[Problem]:
    id, base = one.program.id, one.program.extends
    if not _KEBAB.fullmatch(id):
        yield Problem(where=f"program {id!r}", found=repr(id), expected="an id in kebab case, such as 'vic-cims'")
    if base and base not in programs:
        hint = did_you_mean(base, programs - {id})
        yield Problem(
            where=f"program {id}", found=f"extends={base!r}", expected="the id of an installed program", hint=hint
        )
    names: list[Any] = [*one.questions, *one.interpretations, *one.tables, *one.workflows]
    yield from _twice("name", f"{id}/", [name.id for name in names])
    for name in names:
        if not _KEBAB.fullmatch(name.id):
            yield Problem(where=f"{id}/{name.id}", found=repr(name.id), expected="an id in kebab case")


def _of_questions(one: Declarations, known: set[str]) -> Iterator[Problem]:
    for question in one.questions:
        where = f"{one.program.id}/{question.id}"
        kind: type[Any] = question.answers
        if kind not in STORED_TYPES and not issubclass(kind, enum.StrEnum):
            yield Problem(
                where=where, found=f"answers={kind!r}", expected="bool, a StrEnum, str, int, date, Moment or a thing"
            )
        if not isinstance(question.silence, Unknown) and not question.silence_because:
            yield Problem(
                where=where, found="silence without a reason", expected="silence_because, shown under assumptions"
            )
        yield from _unknown_clauses(where, question.cites, known)
    for interpretation in one.interpretations:
        where = f"{one.program.id}/{interpretation.id}"
        if interpretation.taken not in interpretation.readings or len(interpretation.readings) < 2:
            yield Problem(where=where, found="its readings", expected="two readings or more, the one taken among them")
        if not interpretation.because:
            yield Problem(where=where, found="no reason", expected="because: why that reading is taken")
        yield from _unknown_clauses(where, interpretation.clauses, known)
    for table in one.tables:
        where = f"{one.program.id}/{table.id}"
        yield from _twice("row", f"{where} ", [str(row.key) for row in table.rows])
        yield from _unknown_clauses(where, [row.clause for row in table.rows], known)


def _of_policy(one: Declarations) -> Iterator[Problem]:
    editions = {source.id: {edition.id for edition in source.editions} for source in one.sources}
    questions = {f"{one.program.id}/{question.id}" for question in one.questions}
    if any(len(source.editions) > 1 for source in one.sources) and not one.rulesets.get(Topic.EDITIONS):
        yield Problem(
            where=f"program {one.program.id}", found="a source with several editions and no rule that chooses one",
            expected="rules of topic editions",
        )  # fmt: skip
    for clause in one.clauses:
        for edition in clause.editions:
            if edition not in editions.get(clause.source, set()):
                hint = did_you_mean(edition, editions.get(clause.source, ()))
                yield Problem(
                    where=clause.id, found=f"edition {edition!r}", expected=f"an edition of {clause.source}", hint=hint
                )
        if clause.disposition is Disposition.LEFT_TO_A_PERSON and clause.question not in questions:
            yield Problem(
                where=clause.id, found=f"question {clause.question!r}", expected="a declared question for a person",
                hint=did_you_mean(clause.question, questions),
            )  # fmt: skip
    for package in one.examples:
        if importlib.util.find_spec(package) is None:
            yield Problem(
                where=f"{one.program.id} examples", found=repr(package), expected="a package that can be imported"
            )


def _of_rules(one: Declarations, topic: Topic, rulesets: Iterable[Any], known: set[str]) -> Iterator[Problem]:
    rules = [rule for ruleset in rulesets for rule in ruleset.rules]
    yield from _twice("rule", f"{one.program.id}/{topic}/", [rule.id for rule in rules])
    for ruleset in rulesets:
        if ruleset.topic is not topic:
            yield Problem(
                where=f"{one.program.id}, hook cimscore_{topic}", found=f"a ruleset of topic {ruleset.topic}",
                expected=f"rulesets of topic {topic}",
            )  # fmt: skip
    for rule in rules:
        address = f"{one.program.id}/{topic}/{rule.id}"
        yield from _of_rule(rule, address)
        yield from _unknown_clauses(address, rule.cites, known)
        yield from impure(rule, address)


def _of_rule(rule: Rule, address: str) -> Iterator[Problem]:
    if not _KEBAB.fullmatch(rule.id):
        yield Problem(where=address, found=repr(rule.id), expected="an id in kebab case")
    if not rule.cites:
        yield Problem(where=address, found="no clause", expected="cites=[...] with the clause the rule rests on")
    if not rule.sentence:
        yield Problem(
            where=address, found="a body without docstring", expected="one sentence that says when the rule holds"
        )
    for condition in (*rule.when, *rule.unless):
        if not sentence_of(condition):
            name = getattr(condition, "__qualname__", repr(condition))
            yield Problem(
                where=address, found=f"the condition {name} without docstring", expected="the sentence shown to people",
                hint="A condition's docstring completes 'applies when ...'; a lambda has none.",
            )  # fmt: skip
    yield from _of_signature(rule, address)


def _of_signature(rule: Rule, address: str) -> Iterator[Problem]:
    if len(inspect.signature(rule.body).parameters) != 2:
        yield Problem(
            where=address,
            found="another number of arguments",
            expected="def rule(facts: Facts, about: Thing) -> Answer",
        )
        return
    try:
        about, answer = rule.signature()
    except (NameError, LookupError) as error:
        yield Problem(
            where=address, found=str(error), expected="annotations: (facts: Facts, about: a thing) -> an answer"
        )
        return
    if about not in ABOUT[rule.topic]:
        nouns = " or ".join(kind.__name__ for kind in ABOUT[rule.topic])
        yield Problem(where=address, found=f"a rule about {getattr(about, '__name__', about)}", expected=nouns)
    kinds = typing.get_args(answer) or (answer,)
    if not all(isinstance(kind, type) and issubclass(kind, ANSWERS[rule.topic]) for kind in kinds):
        nouns = " or ".join(kind.__name__ for kind in ANSWERS[rule.topic])
        yield Problem(where=address, found=f"an answer of type {getattr(answer, '__name__', answer)}", expected=nouns)


def _twice(noun: str, prefix: str, names: Iterable[str]) -> Iterator[Problem]:
    for name, count in sorted(Counter(names).items()):
        if count > 1:
            yield Problem(
                where=f"{noun} {prefix}{name}",
                found=f"it {count} times",
                expected="each once",
                hint="Rename or remove one.",
            )


def _unknown_clauses(where: str, cites: Iterable[str], known: set[str]) -> Iterator[Problem]:
    for cite in cites:
        if cite not in known:
            yield Problem(
                where=where, found=f"the clause {cite!r}", expected="a declared clause", hint=did_you_mean(cite, known)
            )
