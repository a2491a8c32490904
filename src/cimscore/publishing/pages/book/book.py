"""Everything the pages are made from, indexed once: a page is then a few look-ups and never a search."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from functools import cached_property
from typing import Final, TypeVar

import attrs

from cimscore.ids import spelled
from cimscore.publishing.pages.book.capitals import words_with_capitals
from cimscore.publishing.pages.book.running import Running, running_of
from cimscore.publishing.pages.book.shown import ShownExample
from cimscore.publishing.pages.paper.chapters import Chapter, chapters_of
from cimscore.rulebook import Rulebook
from cimscore.rules.english.answers import asked_lines
from cimscore.traceability.declared.workflows import TracedWorkflow
from cimscore.traceability.reports.currency import IN_FORCE, Currency, Force, currency_of
from cimscore.traceability.reviews.signed import SignOff
from cimscore.traceability.sources import HeldSources
from cimscore.traceability.trace.links import Hop, Link, LinkState
from cimscore.traceability.trace.model import (
    Trace,
    TracedClause,
    TracedProgram,
    TracedQuestion,
    TracedReading,
    TracedRule,
    TracedSource,
    TracedTable,
    TracedTest,
)

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=Hashable)

AGAIN: Final = (LinkState.SUSPECT, LinkState.OUTDATED, LinkState.ORPHANED)
"""How something stands that a person has to read again."""

_WORD: Final = re.compile(r"[A-Za-z]+")
_READ: Final = (Hop.SOURCE_CLAUSE, Hop.CLAUSE_RULE, Hop.CLAUSE_QUESTION)


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Book:
    """Contents of the published site.

    Attributes:
        rulebook: Installed programs, for the code of their rules.
        trace: Everything traced.
        programs: Ids of the programs that are published.
        on: Day for which the pages say what is in force.
        shown: Their worked examples.
        words: The source's own words for a clause, where its documents are at hand; never shipped.
        words_in: The source's own words for a clause in an edition of it, where that text is at hand; never shipped.
        signed: What people of a department have said of each clause, the newest first.
        held: What became of every passage of the documents that were at hand; None where none was asked for.
        scripts: The rules packed for a reader's browser, script by script; none where the site is made without.
    """

    rulebook: Rulebook
    trace: Trace
    programs: tuple[str, ...]
    on: dt.date
    shown: tuple[ShownExample, ...] = ()
    words: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    words_in: Mapping[tuple[str, str], tuple[str, ...]] = attrs.field(factory=dict)
    signed: Mapping[str, tuple[SignOff, ...]] = attrs.field(factory=dict)
    held: HeldSources | None = None
    scripts: Mapping[str, str] = attrs.field(factory=dict)

    @cached_property
    def published(self) -> tuple[TracedProgram, ...]:
        """Return the programs in the order of use: those whose own page is at hand, then those that only add to it."""
        own = {source.program for source in self.trace.sources if source.held}
        ordered = sorted(
            self.trace.programs, key=lambda program: (program.id not in own, bool(program.extends), program.id)
        )
        return tuple(program for program in ordered if program.id in self.programs)

    @cached_property
    def sources(self) -> Mapping[str, TracedSource]:
        """Return every source of theirs, by id."""
        return {source.id: source for source in self.trace.sources if source.program in self.programs}

    @cached_property
    def clauses(self) -> Mapping[str, TracedClause]:
        """Return every clause, by id."""
        return {clause.id: clause for clause in self.trace.clauses if clause.program in self.programs}

    @cached_property
    def rules(self) -> Mapping[str, TracedRule]:
        """Return every rule, by address."""
        return {rule.address: rule for rule in self.trace.rules if rule.program in self.programs}

    @cached_property
    def questions(self) -> Mapping[str, TracedQuestion]:
        """Return every question, by name."""
        return {question.name: question for question in self.trace.questions if question.program in self.programs}

    @cached_property
    def asked(self) -> Mapping[str, str]:
        """Return every question in plain words, without places for things, by name."""
        return {name: asked_lines(question)[0].text for name, question in self.rulebook.questions.items()}

    @cached_property
    def tables(self) -> Mapping[str, TracedTable]:
        """Return every table, by name."""
        return {table.name: table for table in self.trace.tables if table.program in self.programs}

    @cached_property
    def workflows(self) -> Mapping[str, TracedWorkflow]:
        """Return every workflow, by name."""
        return {workflow.name: workflow for workflow in self.trace.workflows if workflow.program in self.programs}

    @cached_property
    def readings(self) -> Mapping[str, TracedReading]:
        """Return every unclear point, by name."""
        return {reading.name: reading for reading in self.trace.readings if reading.program in self.programs}

    @cached_property
    def tests(self) -> Mapping[str, TracedTest]:
        """Return every recorded test, by id."""
        return {test.id: test for test in self.trace.tests}

    @cached_property
    def chapters(self) -> Mapping[str, tuple[Chapter, ...]]:
        """Return the chapters of each source, in the order of the document."""
        held: defaultdict[str, list[TracedClause]] = defaultdict(list)
        for clause in self.clauses.values():
            held[clause.source].append(clause)
        return {source.id: chapters_of(source, held[source.id]) for source in self.sources.values()}

    @cached_property
    def chapter_of(self) -> Mapping[str, Chapter]:
        """Return the chapter in which a clause stands."""
        return {
            clause.id: chapter for those in self.chapters.values() for chapter in those for clause in chapter.clauses
        }

    @cached_property
    def currency(self) -> Mapping[str, Currency]:
        """Return the state of every clause on the day, and of every rule, by its main clause."""
        found = {
            clause.id: currency_of(self.sources[clause.source], clause.editions, self.on)
            for clause in self.clauses.values()
            if clause.source in self.sources
        }
        return {**found, **{at: self._by(rule.clauses, found) for at, rule in self.rules.items()}}

    @staticmethod
    def _by(clauses: tuple[str, ...], found: Mapping[str, Currency]) -> Currency:
        return next((found[clause] for clause in clauses if clause in found), IN_FORCE)

    def together(self, ids: Iterable[str]) -> Currency:
        """Return the state of several clauses or rules together: ended only if all of them have."""
        states = [self.currency[clause] for clause in ids if clause in self.currency]
        ended = [currency for currency in states if currency.force is Force.ENDED]
        return (
            ended[0]
            if states and len(ended) == len(states)
            else next((currency for currency in states if currency not in ended), IN_FORCE)
        )

    @cached_property
    def running(self) -> Running:
        """Return what rests on what in the worked examples, the same both ways."""
        return running_of(self.shown, self.rules.values())

    @cached_property
    def shown_for(self) -> Mapping[str, tuple[ShownExample, ...]]:
        """Return the examples in which a conclusion rests on a clause, or a rule gives one."""
        cited = [(clause, shown) for shown in self.shown for clause in sorted(shown.resting_on)]
        given = [(rule, shown) for shown in self.shown for rule in sorted(shown.rules)]
        return _grouped([*cited, *given])

    @cached_property
    def again(self) -> Mapping[str, tuple[Link, ...]]:
        """Return the clauses and rules that a person has to read again, each with the links that say why.

        A passage that has drifted touches its clause, and every rule that rests on the clause.
        """
        found = {clause: self._unsettled(clause) for clause in self.clauses}
        resting = _grouped((rule, clause.id) for clause in self.clauses.values() for rule in clause.rules)
        for address in self.rules:
            clauses = resting.get(address, ())
            drifted = (link for clause in clauses for link in found.get(clause, ()) if link.hop is Hop.SOURCE_CLAUSE)
            found[address] = (*self._unsettled(address), *drifted)
        return {clause: links for clause, links in found.items() if links}

    def _unsettled(self, id: str) -> tuple[Link, ...]:
        links = self.trace.links_of.get(id, ())
        return tuple(link for link in links if link.state in AGAIN and link.hop in _READ)

    @cached_property
    def _with_capitals(self) -> Mapping[str, str]:
        titles = [program.title for program in self.published] + [source.title for source in self.sources.values()]
        clauses = (text for clause in self.clauses.values() for text in (clause.title, clause.text))
        rules = (rule.sentence for rule in self.rules.values())
        return words_with_capitals([*titles, *clauses, *rules, *self.asked.values()])

    def spelled(self, name: str) -> str:
        """Return a kebab-case name as words, with the capitals of its policy: ``not-in-icms`` is ``not in ICMS``."""
        return _WORD.sub(lambda word: self._with_capitals.get(word[0], word[0]), spelled(name))

    def spoken(self, name: str) -> str:
        """Return the same as the opening of a line: ``Not in ICMS``."""
        words = self.spelled(name)
        return words[:1].upper() + words[1:]

    def program(self, id: str) -> TracedProgram:
        """Return the program named `id`."""
        return next(program for program in self.published if program.id == id)

    def some_clauses(self, ids: Iterable[str]) -> list[TracedClause]:
        """Return the clauses of these ids that are published."""
        return [self.clauses[clause] for clause in ids if clause in self.clauses]

    def examples_of(self, clause: TracedClause) -> tuple[ShownExample, ...]:
        """Return the examples that say they show a clause; where none does, those that rest on it."""
        shows = tuple(shown for shown in self.shown if clause.id in shown.example.shows)
        return shows or self.shown_for.get(clause.id, ())

    def part_of(self, program: str, things: Mapping[str, V]) -> tuple[V, ...]:
        """Return the things of one program."""
        return tuple(thing for thing in things.values() if getattr(thing, "program", "") == program)


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    """Return values by key, each once, in the order met."""
    found: defaultdict[K, dict[V, None]] = defaultdict(dict)
    for key, value in pairs:
        found[key][value] = None
    return {key: tuple(values) for key, values in found.items()}
