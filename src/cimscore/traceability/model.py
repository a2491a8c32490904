"""The trace: everything a rulebook says and what proves it, as values that any page or table can be made from."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

import attrs

from cimscore.policy import Disposition
from cimscore.traceability.justifications import Justification
from cimscore.traceability.links import Link, LinkState
from cimscore.traceability.recording import Exercise, Result
from cimscore.traceability.reviews import Pin, Review
from cimscore.traceability.workflows import TracedWorkflow


@attrs.frozen(kw_only=True)
class TracedProgram:
    """A program: its id, its title, and the distribution that brings it."""

    id: str
    title: str
    extends: str
    distribution: str
    version: str
    digest: str


@attrs.frozen(kw_only=True)
class TracedRelation:
    """How two programs stand to each other, in words."""

    name: str
    programs: tuple[str, str]
    text: str
    clauses: tuple[str, ...]


@attrs.frozen(kw_only=True)
class TracedEdition:
    """An edition of a source, with the window in which it holds."""

    id: str
    title: str
    from_: dt.date | None
    from_known_only_to: str
    until: dt.date | None
    complete: bool
    encoded: bool
    changes: tuple[str, ...]
    gap: str = ""


@attrs.frozen(kw_only=True)
class TracedSource:
    """A document that clauses are taken from, with its headings in order."""

    id: str
    program: str
    title: str
    publisher: str
    document: str
    held: bool
    headings: tuple[str, ...]
    editions: tuple[TracedEdition, ...]


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
        text: The clause in our words.
        earlier: What it said before, each with the edition that began to say so.
        since: The edition that began to say what it says now; empty where it never said anything else.
        disposition: What became of it.
        reason: Why it is guidance or out of scope.
        question: ``program/question``, where it is left to a person.
        confidence: How well it is known where the document is not at hand; empty where it is.
        pin: Its digests: of the source's own passages, and of our statement of them.
        state: How it stands with its source, its rules and its question.
        rules: Addresses of the rules that cite it, or that read a row of a table that does.
        tables: Names of the tables with a row that rests on it.
        workflows: Names of the workflows with a move that rests on it.
        questions: Names of the questions that cite it or that it is left to.
        interpretations: Names of the unclear points it has a part in.
        tests: Ids of the tests that exercised it.
        examples: Ids of the worked examples that show it.
    """

    id: str
    program: str
    source: str
    heading: str
    position: int
    editions: tuple[str, ...]
    statements: tuple[str, ...]
    text: str
    disposition: Disposition
    reason: str
    question: str
    confidence: str
    pin: Pin
    state: LinkState
    rules: tuple[str, ...]
    tables: tuple[str, ...]
    workflows: tuple[str, ...]
    questions: tuple[str, ...]
    interpretations: tuple[str, ...]
    tests: tuple[str, ...]
    examples: tuple[str, ...]
    earlier: tuple[tuple[str, str], ...] = ()
    since: str = ""


@attrs.frozen(kw_only=True)
class TracedQuestion:
    """A question, with the clauses that raise it and the rules that ask it.

    `clauses` are those it cites and those that are left to it.
    """

    name: str
    program: str
    about: str
    text: str
    options: tuple[str, ...]
    decided_by: str
    weigh: tuple[str, ...]
    silence: str
    silence_because: str
    clauses: tuple[str, ...]
    rules: tuple[str, ...]


@attrs.frozen(kw_only=True)
class TracedInterpretation:
    """An unclear point, with every reading and the one taken, and the rules that read it."""

    name: str
    program: str
    question: str
    readings: tuple[tuple[str, str], ...]
    taken: str
    because: str
    ambiguities: tuple[str, ...]
    clauses: tuple[str, ...]
    rules: tuple[str, ...]


@attrs.frozen(kw_only=True)
class TracedRow:
    """A line of a table in words, with the clause that says so."""

    key: str
    value: str
    clause: str


@attrs.frozen(kw_only=True)
class TracedTable:
    """A table, with the rules that look it up."""

    name: str
    program: str
    title: str
    rows: tuple[TracedRow, ...]
    rules: tuple[str, ...]


@attrs.frozen(kw_only=True)
class TracedRule:
    """A rule in words, where its code stands, and what proves it.

    Attributes:
        address: ``program/topic/rule``.
        program: Its program.
        topic: What it decides.
        id: Its id within the topic.
        about: What kind of thing it is about, in words.
        sentence: The rule in one sentence.
        when: The conditions that have to hold, each in words.
        unless: Those that must not.
        file: The file of its code; empty where its source is not at hand.
        first: Its first line there.
        last: Its last line.
        code: Those lines as written.
        digest: Digest of its meaning.
        state: How it stands with its clauses and its tests.
        clauses: Ids of the clauses it cites.
        questions: Names of the questions its code asks.
        tables: Names of the tables it looks up.
        interpretations: Names of the unclear points it reads.
        review: Who last read it against its clauses; None where nobody is recorded.
        tests: Ids of the tests that exercised it.
        examples: Ids of the worked examples in which it was exercised.
    """

    address: str
    program: str
    topic: str
    id: str
    about: str
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
    interpretations: tuple[str, ...]
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
    interpretations: tuple[TracedInterpretation, ...]
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
        """Every clause, by id."""
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def rule(self) -> Mapping[str, TracedRule]:
        """Every rule, by address."""
        return {rule.address: rule for rule in self.rules}

    @cached_property
    def question(self) -> Mapping[str, TracedQuestion]:
        """Every question, by name."""
        return {question.name: question for question in self.questions}

    @cached_property
    def test(self) -> Mapping[str, TracedTest]:
        """Every test, by id."""
        return {test.id: test for test in self.tests}

    @cached_property
    def example(self) -> Mapping[str, TracedExample]:
        """Every worked example, by id."""
        return {example.id: example for example in self.examples}

    @cached_property
    def links_of(self) -> Mapping[str, tuple[Link, ...]]:
        """The links at whose upper or lower end an id stands; an id without links is not a key."""
        found = defaultdict[str, list[Link]](list)
        for link in self.links:
            for end in {link.upper, link.lower} - {""}:
                found[end].append(link)
        return {id: tuple(links) for id, links in found.items()}
