"""Declarations that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.calendars import BusinessDays, OfficeHours, periods_within
from cimscore.rules import Clock, Question, Reading, Table
from cimscore.rules.predicates import asked_by
from cimscore.rules.uses import reached
from cimscore.testing.conformance.subject import Subject


def everything_is_used(subject: Subject) -> Iterator[str]:
    """Yield each question, reading, table and calendar of a program that nothing in it uses."""
    if not subject.program.rules:
        return
    read = _read(subject)
    program = subject.program
    asked = {clause.question for clause in program.declared.clauses}
    for question in program.own(program.program.of_kind(Question)):
        if question.key not in read and f"{program.id}/{question.id}" not in asked:
            yield f"question {question.id}: no rule reads it, and no clause is left to it"
    for reading in program.own(program.program.of_kind(Reading)):
        if reading.key not in read and not reading.noted:
            yield f"reading {reading.id}: no rule reads it; one that is only to be known of is noted=True"
    for table in program.own(program.program.of_kind(Table)):
        if table.key not in read:
            yield f"table {table.id}: no rule reads it"
    if program.declared.calendars and not any(map(_counts_business_days, program.program.clocks)):
        yield f"calendar {program.declared.calendars[0].id}: no clock counts business days"


def clauses_are_carried(subject: Subject) -> Iterator[str]:
    """Yield each encoded clause that no rule and no table rests on."""
    tables = subject.program.program.of_kind(Table)
    cited = {clause for rule in subject.program.rules for clause in rule.cites}
    cited |= {row.clause for table in tables for row in table.rows}
    for clause in subject.program.declared.clauses:
        if clause.disposition.by_rules and not clause.gone and clause.id not in cited:
            yield f"{clause.id}: encoded, and no rule rests on it"


def _read(subject: Subject) -> frozenset[str]:
    """Return the keys of everything that rules, and the moves of workflows, read."""
    rules = frozenset().union(*(rule.reads for rule in subject.program.rules))
    moves = {need.key for flow in subject.program.declared.workflows for move in flow.moves for need in move.needs}
    return rules | moves


def _counts_business_days(clock: Clock) -> bool:
    tables = [predicate for predicate in reached(asked_by(clock.counting)) if isinstance(predicate, Table)]
    periods = (clock.within, *(row.value for table in tables for row in table.rows))
    plain = (ahead for period in periods for ahead in periods_within(period))
    return any(isinstance(ahead, BusinessDays | OfficeHours) for ahead in plain)
