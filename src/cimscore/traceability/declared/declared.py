"""Declarations of a program apart from its clauses and rules, as a trace describes them."""

from __future__ import annotations

import datetime as dt

import attrs


@attrs.frozen(kw_only=True)
class TracedProgram:
    """A program: its id, its title, who begins with it, and the distribution that brings it."""

    id: str
    title: str
    start: str
    extends: str
    distribution: str
    version: str
    digest: str


@attrs.frozen(kw_only=True)
class TracedRelation:
    """Relation of two programs, in words."""

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
    address: str
    captured: dt.date | None
    held: bool
    headings: tuple[str, ...]
    editions: tuple[TracedEdition, ...]


@attrs.frozen(kw_only=True)
class TracedQuestion:
    """A question, with the clauses that raise it and the rules that read its answer.

    Attributes:
        name: ``program/question``.
        program: Its program.
        about: The nouns of the things it is asked about.
        text: The question as put to a person, with places for the things.
        options: Its answers in words, where they are few and the same in every case.
        codes: The codes that an answer may be, each with its clause.
        decided_by: The role of the person who decides; empty for a fact.
        weigh: What that person weighs.
        working: The answer worked with until it is given, in words; empty where there is none.
        why: The reason for that one.
        clauses: Ids of the clauses it cites and of those that are left to it.
        rules: Addresses of the rules that read its answer, directly or by way of others.
    """

    name: str
    program: str
    about: str
    text: str
    options: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]
    decided_by: str
    weigh: tuple[str, ...]
    working: str
    why: str
    clauses: tuple[str, ...]
    rules: tuple[str, ...]


@attrs.frozen(kw_only=True)
class TracedReading:
    """An unclear point, with every reading and the one taken, and the rules that read it; none where it is noted."""

    name: str
    program: str
    question: str
    readings: tuple[tuple[str, str], ...]
    taken: str
    because: str
    noted: bool
    ambiguities: tuple[str, ...]
    clauses: tuple[str, ...]
    rules: tuple[str, ...]


@attrs.frozen(kw_only=True)
class TracedDefinition:
    """A condition with a sentence of its own: what rules are made of.

    Attributes:
        name: ``program/module.name``, by the name under which it stands in the code.
        program: Its program.
        sentence: The sentence.
        when: What it means, line by line in plain English.
        digest: Digest of its meaning, with that of everything it reads.
        definitions: Names of the definitions that it reads, directly or by way of others.
        rules: Addresses of the rules that read it, directly or by way of others.
    """

    name: str
    program: str
    sentence: str
    when: tuple[str, ...]
    digest: str
    definitions: tuple[str, ...]
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
