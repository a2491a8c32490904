"""From what a program declares to what is told about it: one function for each kind of thing."""

from __future__ import annotations

from typing import Any

from cimscore.case import Unknown
from cimscore.policy import Interpretation, PolicyEdition, Source, Table
from cimscore.rulebook import CompiledProgram, CompiledRule, Relation
from cimscore.rulebook.syntax import Place, place_of
from cimscore.rules import Question, sentence_of
from cimscore.traceability.model import (
    TracedEdition,
    TracedInterpretation,
    TracedProgram,
    TracedQuestion,
    TracedRelation,
    TracedRow,
    TracedSource,
    TracedTable,
)
from cimscore.traceability.uses import Uses

_NOWHERE = Place(file="", first=0, last=0, text="")


def described_program(compiled: CompiledProgram) -> TracedProgram:
    """A program."""
    program, (distribution, version) = compiled.program, compiled.declared.distribution
    return TracedProgram(
        id=program.id, title=program.title, extends=program.extends, distribution=distribution, version=version,
        digest=compiled.digest,
    )  # fmt: skip


def described_source(source: Source, program: str) -> TracedSource:
    """A source."""
    return TracedSource(
        id=source.id,
        program=program,
        title=source.title,
        publisher=source.publisher,
        document=source.document,
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


def described_question(question: Question[Any, Any], program: str, left: tuple[str, ...], uses: Uses) -> TracedQuestion:
    """A question. `left` are the clauses that are left to it."""
    name = f"{program}/{question.id}"
    silence = question.silence
    return TracedQuestion(
        name=name,
        program=program,
        about=question.about.noun,
        text=question.text,
        options=tuple(_word(option, question) for option in question.options),
        decided_by=question.decided_by,
        weigh=question.weigh,
        silence="unknown" if isinstance(silence, Unknown) else _word(silence, question),
        silence_because=question.silence_because,
        clauses=tuple(sorted({*question.cites, *left})),
        rules=uses.rules.get(name, ()),
    )


def _word(answer: Any, question: Question[Any, Any]) -> str:
    stored = question.to_stored(answer)
    return {True: "yes", False: "no"}[stored] if isinstance(stored, bool) else str(stored)


def described_interpretation(interpretation: Interpretation[Any], program: str, uses: Uses) -> TracedInterpretation:
    """An unclear point."""
    name = f"{program}/{interpretation.id}"
    return TracedInterpretation(
        name=name,
        program=program,
        question=interpretation.question,
        readings=tuple((str(reading), meaning) for reading, meaning in interpretation.readings.items()),
        taken=str(interpretation.taken),
        because=interpretation.because,
        ambiguities=interpretation.ambiguities,
        clauses=tuple(sorted(interpretation.clauses)),
        rules=uses.rules.get(name, ()),
    )


def described_table(table: Table[Any, Any], program: str, uses: Uses) -> TracedTable:
    """A table, row by row in words."""
    name = f"{program}/{table.id}"
    rows = tuple(TracedRow(key=str(row.key), value=str(row.value), clause=row.clause) for row in table.rows)
    return TracedTable(name=name, program=program, title=table.title, rows=rows, rules=uses.rules.get(name, ()))


def described_relation(relation: Relation, program: str) -> TracedRelation:
    """How two programs stand to each other."""
    name = f"{program}/{relation.id}"
    return TracedRelation(name=name, programs=relation.programs, text=relation.text, clauses=relation.cites)


def described_code(rule: CompiledRule) -> dict[str, Any]:
    """What a rule says in words, and where its code stands: the fields of a `TracedRule` of these names."""
    program, topic, id = rule.address.split("/")
    body: Any = rule.rule.body
    place = place_of(body) or _NOWHERE
    return {
        "address": rule.address,
        "program": program,
        "topic": topic,
        "id": id,
        "about": rule.about.noun,
        "sentence": rule.rule.sentence,
        "when": tuple(sentence_of(condition) for condition in rule.rule.when),
        "unless": tuple(sentence_of(condition) for condition in rule.rule.unless),
        "file": place.file,
        "first": place.first,
        "last": place.last,
        "code": place.text,
        "digest": rule.digest,
        "clauses": rule.rule.cites,
    }
