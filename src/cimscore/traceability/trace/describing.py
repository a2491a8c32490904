"""Descriptions of what a program declares, one function for each kind of thing."""

from __future__ import annotations

from typing import Any

from cimscore.policy import PolicyEdition, Source
from cimscore.rulebook import InstalledProgram, ProgramRelation, Rule
from cimscore.rules import Clock, Defined, Question, Reading, Table
from cimscore.traceability.declared import wording
from cimscore.traceability.declared.uses import DEFINITIONS, QUESTIONS, READINGS, TABLES, Uses, clauses_cited, names_in
from cimscore.traceability.declared.written import place_of
from cimscore.traceability.trace.model import (
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

CLOCK = "clock"
"""What a clock is a part of, in place of a conclusion."""


def described_program(installed: InstalledProgram) -> TracedProgram:
    """Return a program."""
    identity, (distribution, version) = installed.declared.identity, installed.declared.distribution
    return TracedProgram(
        id=identity.id, title=identity.title, start=identity.start, extends=identity.extends, distribution=distribution,
        version=version, digest=installed.digest,
    )  # fmt: skip


def described_source(source: Source, program: str) -> TracedSource:
    """Return a source."""
    return TracedSource(
        id=source.id,
        program=program,
        title=source.title,
        publisher=source.publisher,
        document=source.document,
        address=source.address,
        captured=source.captured,
        held=source.held,
        headings=source.headings,
        editions=tuple(_edition(edition) for edition in source.editions),
    )


def _edition(edition: PolicyEdition) -> TracedEdition:
    return TracedEdition(
        id=edition.id,
        title=edition.title,
        from_=edition.from_,
        from_known_only_to=edition.from_known_only_to,
        until=edition.until,
        complete=edition.complete,
        encoded=edition.encoded,
        changes=edition.changes,
        gap=edition.gap,
    )


def described_question(question: Question[Any], program: str, left: tuple[str, ...], uses: Uses) -> TracedQuestion:
    """Return a question. `left` are the clauses that are left to it."""
    name = f"{program}/{question.id}"
    few = () if question.codes else question.options
    return TracedQuestion(
        name=name,
        program=program,
        about=wording.about_in_words(question),
        text=wording.question_in_words(question),
        options=tuple(map(wording.answer_in_words, few)),
        codes=tuple(question.codes.items()),
        decided_by=question.decided_by,
        weigh=question.weigh,
        working=wording.working_in_words(question),
        why=question.why,
        clauses=tuple(sorted({*question.cites, *left})),
        rules=uses.rules_of(QUESTIONS, name),
    )


def described_reading(reading: Reading[Any], program: str, uses: Uses) -> TracedReading:
    """Return an unclear point."""
    name = f"{program}/{reading.id}"
    return TracedReading(
        name=name,
        program=program,
        question=reading.question,
        readings=tuple((str(member), meaning) for member, meaning in reading.readings.items()),
        taken=str(reading.taken),
        because=reading.because,
        noted=reading.noted,
        ambiguities=reading.ambiguities,
        clauses=tuple(sorted(reading.clauses)),
        rules=uses.rules_of(READINGS, name),
    )


def described_table(table: Table[Any, Any], program: str, uses: Uses) -> TracedTable:
    """Return a table, row by row in words."""
    name = f"{program}/{table.id}"
    rows = tuple(TracedRow(key=str(row.key), value=str(row.value), clause=row.clause) for row in table.rows)
    return TracedTable(name=name, program=program, title=table.title, rows=rows, rules=uses.rules_of(TABLES, name))


def described_definition(definition: Defined, installed: InstalledProgram, uses: Uses) -> TracedDefinition:
    """Return a definition."""
    names = names_in(installed)
    _, name = names[definition.key]
    sentence, when = wording.words_of_definition(definition)
    read = (names[key] for key in installed.compiled.reads(definition) - {definition.key} if key in names)
    return TracedDefinition(
        name=name,
        program=installed.id,
        sentence=sentence,
        when=when,
        digest=installed.compiled.digests[definition.key],
        definitions=tuple(sorted(definition for kind, definition in read if kind == DEFINITIONS)),
        rules=uses.rules_of(DEFINITIONS, name),
    )


def described_relation(relation: ProgramRelation, program: str) -> TracedRelation:
    """Return the relation of two programs."""
    name = f"{program}/{relation.id}"
    return TracedRelation(name=name, programs=relation.programs, text=relation.text, clauses=relation.cites)


def described_rule(rule: Rule, uses: Uses) -> dict[str, Any]:
    """Return the words of a rule, its place in the code, and what it reads: the fields of a `TracedRule`."""
    words, place = wording.words_of_rule(rule), place_of(rule.written)
    return {
        "address": rule.address,
        "program": rule.program,
        "topic": rule.topic.value,
        "id": rule.address.split("/", 2)[2],
        "of": CLOCK if isinstance(rule.of, Clock) else rule.of.id,
        "sentence": words.sentence,
        "when": words.when,
        "unless": words.unless,
        "file": place.file,
        "first": place.first,
        "last": place.last,
        "code": place.code,
        "digest": rule.digest,
        "clauses": clauses_cited(rule),
        "questions": uses.named_by(QUESTIONS, rule.address),
        "tables": uses.named_by(TABLES, rule.address),
        "readings": uses.named_by(READINGS, rule.address),
        "definitions": uses.named_by(DEFINITIONS, rule.address),
    }
