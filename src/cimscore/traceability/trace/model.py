"""The trace: everything a rulebook says and what proves it, as values that any page or table can be made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

import attrs

from cimscore.policy import Disposition
from cimscore.traceability.declared.declared import (
    TracedDefinition,
    TracedEdition,
    TracedProgram,
    TracedQuestion,
    TracedReading,
    TracedRelation,
    TracedRow,
    TracedSource,
    TracedTable,
)
from cimscore.traceability.declared.workflows import TracedWorkflow
from cimscore.traceability.recording import Exercise, Result
from cimscore.traceability.reviews.clause_reviews import ClauseReview
from cimscore.traceability.reviews.justifications import Justification
from cimscore.traceability.reviews.reviews import Pin, Review
from cimscore.traceability.trace.links import Link, LinkState

__all__ = [
    "Trace", "TracedClause", "TracedDefinition", "TracedEdition", "TracedExample", "TracedProgram", "TracedQuestion",
    "TracedReading", "TracedRelation", "TracedRow", "TracedRule", "TracedSource", "TracedTable", "TracedTest",
]  # fmt: skip


@attrs.frozen(kw_only=True)
class TracedClause:
    """A clause, and everything that rests on it.

    Attributes:
        id: Its id, ``source/heading/name``.
        program: The program that declares it.
        source: Its source.
        heading: The heading it stands under.
        position: Its number there, from 1; 0 where the document is not at hand.
        editions: The editions in which it stands.
        statements: Numbers in the project's own list of statements.
        title: What it is called, in words; its id where it has no title.
        synonyms: Words that people look for it by.
        text: The clause in our words.
        subject: Who has to act, or what it is about.
        modality: How strongly it binds, in the source's own word; empty where it defines or tells something.
        earlier: What it said before, each with the edition that began to say so.
        since: The edition that began to say what it says now; empty where it never said anything else.
        disposition: What became of it, in the last edition that has it.
        was: What became of it in each earlier edition where that is something else.
        reason: Why it is guidance or out of scope.
        missing: What of it no rule carries out, where it is encoded in part.
        question: ``program/question``, where it is left to a person.
        confidence: How well it is known where the document is not at hand; empty where it is.
        pin: Its digests: of the source's own passages, and of our statement of them.
        state: How it stands with its source, its rules and its question.
        rules: Addresses of the rules that cite it, or that read a row of a table that does.
        tables: Names of the tables with a row that rests on it.
        workflows: Names of the workflows with a move that rests on it.
        questions: Names of the questions that cite it or that it is left to.
        readings: Names of the unclear points it has a part in.
        tests: Ids of the tests that exercised it.
        examples: Ids of the worked examples that show it.
        reviews: Who has held it against its source, where neither has changed since.
        faults: Why it cannot be read by itself.
    """

    id: str
    program: str
    source: str
    heading: str
    position: int
    editions: tuple[str, ...]
    statements: tuple[str, ...]
    title: str
    synonyms: tuple[str, ...]
    text: str
    subject: str
    modality: str
    disposition: Disposition
    reason: str
    missing: str
    question: str
    confidence: str
    pin: Pin
    state: LinkState
    rules: tuple[str, ...]
    tables: tuple[str, ...]
    workflows: tuple[str, ...]
    questions: tuple[str, ...]
    readings: tuple[str, ...]
    tests: tuple[str, ...]
    examples: tuple[str, ...]
    earlier: tuple[tuple[str, str], ...] = ()
    was: tuple[tuple[str, Disposition], ...] = ()
    since: str = ""
    reviews: tuple[ClauseReview, ...] = ()
    faults: tuple[str, ...] = ()

    def became_in(self, edition: str) -> Disposition:
        """Return what became of it in an edition that has it."""
        return dict(self.was).get(edition, self.disposition)


@attrs.frozen(kw_only=True)
class TracedRule:
    """A rule in words, where its code stands, and what proves it: a row of a conclusion, or a clock.

    Attributes:
        address: ``program/conclusion/row``, or ``program/clock/clock``.
        program: Its program.
        topic: What it is about.
        id: The id of the row or the clock.
        of: The id of the conclusion that it is a row of; ``clock`` for a clock.
        sentence: What it says if it holds.
        when: When it holds, line by line in plain English.
        unless: When it does not all the same; nothing where it has no exception.
        file: The file of its code; empty where its source is not at hand.
        first: Its first line there.
        last: Its last line.
        code: Those lines as written.
        digest: Digest of its meaning, with that of everything it reads.
        state: How it stands with its clauses and its tests.
        clauses: Ids of the clauses it cites, the carrying one first.
        questions: Names of the questions it reads, directly or by way of others.
        tables: Names of the tables it looks up.
        readings: Names of the unclear points it reads.
        definitions: Names of the definitions it reads.
        review: Who last read it against its clauses; None where nobody is recorded.
        tests: Ids of the tests that exercised it.
        examples: Ids of the worked examples in which it was exercised.
    """

    address: str
    program: str
    topic: str
    id: str
    of: str
    sentence: str
    when: tuple[str, ...]
    unless: tuple[str, ...]
    file: str
    first: int
    last: int
    code: str
    digest: str
    state: LinkState
    clauses: tuple[str, ...]
    questions: tuple[str, ...]
    tables: tuple[str, ...]
    readings: tuple[str, ...]
    definitions: tuple[str, ...]
    review: Review | None
    tests: tuple[str, ...]
    examples: tuple[str, ...]


@attrs.frozen(kw_only=True)
class TracedTest:
    """A test with its last recorded result, and what of this rulebook it exercised.

    Its state is not in step where a rule it exercised has to be read again: the test has to be, too.
    """

    id: str
    file: str
    line: int
    digest: str
    result: Result
    state: LinkState
    exercised: tuple[Exercise, ...]
    clauses: tuple[str, ...]


@attrs.frozen(kw_only=True)
class TracedExample:
    """A worked example: the clauses it says it shows, and what it really exercised when it was assessed.

    Its state is not in step where a clause it shows has to be read again: the example has to be, too.
    """

    id: str
    program: str
    title: str
    digest: str
    state: LinkState
    shows: tuple[str, ...]
    rules: tuple[str, ...]
    clauses: tuple[str, ...]


@attrs.frozen(kw_only=True, slots=False)
class Trace:
    """Everything traced, each kind sorted by id, with the links between them.

    Attributes:
        engine: Version of cimscore.
        justifications: Why something may be missing.
    """

    engine: str
    programs: tuple[TracedProgram, ...]
    sources: tuple[TracedSource, ...]
    clauses: tuple[TracedClause, ...]
    readings: tuple[TracedReading, ...]
    definitions: tuple[TracedDefinition, ...]
    questions: tuple[TracedQuestion, ...]
    tables: tuple[TracedTable, ...]
    workflows: tuple[TracedWorkflow, ...]
    relations: tuple[TracedRelation, ...]
    rules: tuple[TracedRule, ...]
    tests: tuple[TracedTest, ...]
    examples: tuple[TracedExample, ...]
    links: tuple[Link, ...]
    justifications: tuple[Justification, ...]

    @cached_property
    def clause(self) -> Mapping[str, TracedClause]:
        """Return every clause, by id."""
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def rule(self) -> Mapping[str, TracedRule]:
        """Return every rule, by address."""
        return {rule.address: rule for rule in self.rules}

    @cached_property
    def question(self) -> Mapping[str, TracedQuestion]:
        """Return every question, by name."""
        return {question.name: question for question in self.questions}

    @cached_property
    def definition(self) -> Mapping[str, TracedDefinition]:
        """Return every definition, by name."""
        return {definition.name: definition for definition in self.definitions}

    @cached_property
    def test(self) -> Mapping[str, TracedTest]:
        """Return every test, by id."""
        return {test.id: test for test in self.tests}

    @cached_property
    def example(self) -> Mapping[str, TracedExample]:
        """Return every worked example, by id."""
        return {example.id: example for example in self.examples}

    @cached_property
    def links_of(self) -> Mapping[str, tuple[Link, ...]]:
        """Return the links at whose upper or lower end an id stands; an id without links is not a key."""
        found = defaultdict[str, list[Link]](list)
        for link in self.links:
            for end in {link.upper, link.lower} - {""}:
                found[end].append(link)
        return {id: tuple(links) for id, links in found.items()}
