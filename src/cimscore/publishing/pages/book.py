"""Everything the pages are made from, indexed once: a page is then a few look-ups and never a search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from functools import cached_property
from typing import Final, TypeVar

import attrs

from cimscore.assessment import Assessment, Possibility, Sensitive
from cimscore.rulebook import Rulebook, WorkedExample
from cimscore.traceability.links import Hop, Link, LinkState
from cimscore.traceability.model import (
    Trace,
    TracedClause,
    TracedInterpretation,
    TracedProgram,
    TracedQuestion,
    TracedRule,
    TracedSource,
    TracedTable,
    TracedTest,
)
from cimscore.publishing.pages.chapters import Chapter, chapters_of
from cimscore.traceability.workflows import TracedWorkflow
from cimscore.traceability.worlds import World

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=Hashable)

AGAIN: Final = (LinkState.SUSPECT, LinkState.OUTDATED, LinkState.ORPHANED)
"""How something stands that a person has to read again."""

_READ: Final = (Hop.SOURCE_CLAUSE, Hop.CLAUSE_RULE, Hop.CLAUSE_QUESTION)


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Shown:
    """A worked example as the site shows it.

    Attributes:
        program: The program that brings it.
        example: The example.
        assessment: What is decided on it now.
        document: Its case as a document, without the notifier.
        worlds: The worlds next to it, where they were enumerated.
    """

    program: str
    example: WorkedExample
    assessment: Assessment
    document: str
    worlds: tuple[World, ...] = ()

    @cached_property
    def sensitive(self) -> tuple[Sensitive, ...]:
        """The readings that would change it."""
        return self.assessment.sensitivity()

    @cached_property
    def possible(self) -> Mapping[str, tuple[Possibility, ...]]:
        """What each answer to each of its open questions leads to, by the question's address."""
        addresses = [it.question.address for it in self.assessment.open_questions]
        return {address: self.assessment.possible(address) for address in addresses}

    @property
    def resting_on(self) -> frozenset[str]:
        """Every clause that its conclusions rest on."""
        return frozenset(ref.id for one in self.assessment.programs for it in one.conclusions for ref in it.clauses)


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Book:
    """What is published.

    Attributes:
        rulebook: The installed programs, for the code of their rules.
        trace: Everything traced.
        programs: Ids of the programs that are published.
        shown: Their worked examples.
        words: The source's own words for a clause, where its documents are at hand; never shipped.
    """

    rulebook: Rulebook
    trace: Trace
    programs: tuple[str, ...]
    shown: tuple[Shown, ...] = ()
    words: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)

    @cached_property
    def published(self) -> tuple[TracedProgram, ...]:
        """The programs."""
        return tuple(one for one in self.trace.programs if one.id in self.programs)

    @cached_property
    def sources(self) -> Mapping[str, TracedSource]:
        """Every source of theirs, by id."""
        return {it.id: it for it in self.trace.sources if it.program in self.programs}

    @cached_property
    def clauses(self) -> Mapping[str, TracedClause]:
        """Every clause, by id."""
        return {it.id: it for it in self.trace.clauses if it.program in self.programs}

    @cached_property
    def rules(self) -> Mapping[str, TracedRule]:
        """Every rule, by address."""
        return {it.address: it for it in self.trace.rules if it.program in self.programs}

    @cached_property
    def questions(self) -> Mapping[str, TracedQuestion]:
        """Every question, by name."""
        return {it.name: it for it in self.trace.questions if it.program in self.programs}

    @cached_property
    def tables(self) -> Mapping[str, TracedTable]:
        """Every table, by name."""
        return {it.name: it for it in self.trace.tables if it.program in self.programs}

    @cached_property
    def workflows(self) -> Mapping[str, TracedWorkflow]:
        """Every workflow, by name."""
        return {it.name: it for it in self.trace.workflows if it.program in self.programs}

    @cached_property
    def interpretations(self) -> Mapping[str, TracedInterpretation]:
        """Every unclear point, by name."""
        return {it.name: it for it in self.trace.interpretations if it.program in self.programs}

    @cached_property
    def tests(self) -> Mapping[str, TracedTest]:
        """Every recorded test, by id."""
        return {it.id: it for it in self.trace.tests}

    @cached_property
    def chapters(self) -> Mapping[str, tuple[Chapter, ...]]:
        """The chapters of each source, in the order of the document."""
        held: defaultdict[str, list[TracedClause]] = defaultdict(list)
        for clause in self.clauses.values():
            held[clause.source].append(clause)
        return {source.id: chapters_of(source, held[source.id]) for source in self.sources.values()}

    @cached_property
    def chapter_of(self) -> Mapping[str, Chapter]:
        """The chapter in which a clause stands."""
        return {it.id: chapter for those in self.chapters.values() for chapter in those for it in chapter.clauses}

    @cached_property
    def shown_for(self) -> Mapping[str, tuple[Shown, ...]]:
        """The examples in which a conclusion rests on a clause, or a rule gives a finding."""
        cited = [(clause, shown) for shown in self.shown for clause in sorted(shown.resting_on)]
        found = [
            (f"{it.program}/{it.topic}/{it.rule}", shown) for shown in self.shown for it in shown.assessment.findings
        ]
        return _grouped([*cited, *found])

    @cached_property
    def again(self) -> Mapping[str, tuple[Link, ...]]:
        """The clauses and rules that a person has to read again, each with the links that say why.

        A passage that has drifted touches its clause, and every rule that rests on the clause.
        """
        found = {id: self._unsettled(id) for id in self.clauses}
        resting = _grouped((rule, it.id) for it in self.clauses.values() for rule in it.rules)
        for address in self.rules:
            clauses = resting.get(address, ())
            drifted = (link for id in clauses for link in found.get(id, ()) if link.hop is Hop.SOURCE_CLAUSE)
            found[address] = (*self._unsettled(address), *drifted)
        return {id: links for id, links in found.items() if links}

    def _unsettled(self, id: str) -> tuple[Link, ...]:
        links = self.trace.links_of.get(id, ())
        return tuple(link for link in links if link.state in AGAIN and link.hop in _READ)

    def program(self, id: str) -> TracedProgram:
        """The program named `id`."""
        return next(one for one in self.published if one.id == id)

    def some_clauses(self, ids: Iterable[str]) -> list[TracedClause]:
        """The clauses of these ids that are published."""
        return [self.clauses[id] for id in ids if id in self.clauses]

    def examples_of(self, clause: TracedClause) -> tuple[Shown, ...]:
        """The examples that say they show a clause; where none does, those that rest on it."""
        shows = tuple(shown for shown in self.shown if clause.id in shown.example.shows)
        return shows or self.shown_for.get(clause.id, ())

    def part_of(self, program: str, things: Mapping[str, V]) -> tuple[V, ...]:
        """The things of one program."""
        return tuple(it for it in things.values() if getattr(it, "program", "") == program)


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    """Values by key, each once, in the order met."""
    found: defaultdict[K, dict[V, None]] = defaultdict(dict)
    for key, value in pairs:
        found[key][value] = None
    return {key: tuple(values) for key, values in found.items()}
