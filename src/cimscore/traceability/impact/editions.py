"""A rulebook in which a chosen edition of a source holds, whatever the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.policy import Source
from cimscore.rulebook import CompiledProgram, CompiledRule, Rulebook
from cimscore.rules import Edition, Facts, PolicySource, Rule, Ruleset, Topic


def with_editions(rulebook: Rulebook, editions: Mapping[str, str]) -> Rulebook:
    """The rulebook with an edition chosen for each of these sources; other sources choose as they do.

    Args:
        rulebook: The rulebook.
        editions: The edition that is to hold, by source.

    Raises:
        UnknownNameError: A source or edition is not known.
    """
    for source, edition in editions.items():
        if source not in rulebook.sources:
            raise UnknownNameError("source", source, rulebook.sources, did_you_mean(source, rulebook.sources))
        known = [it.id for it in rulebook.sources[source].editions]
        if edition not in known:
            raise UnknownNameError(f"edition of {source}", edition, known, did_you_mean(edition, known))
    programs = {id: _chosen(program, editions) for id, program in rulebook.programs.items()}
    return Rulebook(programs=programs, reader=rulebook.reader)


def _chosen(program: CompiledProgram, editions: Mapping[str, str]) -> CompiledProgram:
    own = {source: editions[source.id] for source in program.declared.sources if source.id in editions}
    if not own:
        return program
    is_chosen = _is_one_of(frozenset(source.id for source in own))
    choosing = [_held_back(rule, is_chosen) for rule in program.rules.get(Topic.EDITIONS, ())]
    fixed = [_fixed(source, edition, program) for source, edition in own.items()]
    return attrs.evolve(program, rules={**program.rules, Topic.EDITIONS: (*choosing, *fixed)})


def _is_one_of(sources: frozenset[str]) -> Callable[[Facts, PolicySource], bool]:
    def is_chosen(_: Facts, source: PolicySource) -> bool:
        """An edition of the source was chosen by whoever compares."""
        return source.id in sources

    return is_chosen


def _held_back(rule: CompiledRule, is_chosen: Callable[[Facts, PolicySource], bool]) -> CompiledRule:
    return attrs.evolve(rule, rule=attrs.evolve(rule.rule, unless=(is_chosen, *rule.rule.unless)))


def _fixed(source: Source, edition: str, program: CompiledProgram) -> CompiledRule:
    """A rule by which the edition holds, on the first day it certainly did."""
    day = source.edition(edition).has_begun or source.edition(edition).until or dt.date.min

    def is_it(_: Facts, it: PolicySource) -> bool:
        """It is the source for which an edition was chosen."""
        return it.id == source.id

    def holds(_: Facts, __: PolicySource) -> Edition:
        """The edition chosen by whoever compares holds."""
        return Edition(id=edition, on=day)

    rule = Rule(id=f"chosen-{source.id}", topic=Topic.EDITIONS, cites=(), when=(is_it,), unless=(), body=holds)
    ruleset: Ruleset[Any] = Ruleset(Topic.EDITIONS)
    address = f"{program.program.id}/{Topic.EDITIONS}/{rule.id}"
    return CompiledRule(address=address, rule=rule, ruleset=ruleset, about=PolicySource, plugin="", clauses=())
