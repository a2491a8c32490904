"""A rule: one row of a conclusion, or one clock, with its place in the rulebook."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.rules import Clock, Conclusion, Topic
from cimscore.rules.conditions.predicates import asked_by
from cimscore.rules.rows.conclusions import ConclusionRow
from cimscore.rules.written import Written


@attrs.frozen(kw_only=True, eq=False)
class Rule:
    """One row of a conclusion, or one clock.

    Attributes:
        address: ``program/conclusion/row``, or ``program/clock/clock``.
        program: Its program's id.
        topic: What it is about.
        of: The conclusion that it is a row of; the clock itself for a clock.
        row: The row; None for a clock.
        cites: The clauses it rests on, the carrying one first.
        written: Where it is written.
        digest: Changes when its meaning changes.
        reads: The keys of everything that it reads, directly or by way of others.
    """

    address: str
    program: str
    topic: Topic
    of: Conclusion | Clock
    row: ConclusionRow | None
    cites: tuple[str, ...]
    written: Written
    digest: str
    reads: frozenset[str]


def rules_of(compiled: Compiled) -> Iterator[Rule]:
    """Yield every rule of a program: its rows by topic, then its clocks."""
    for conclusion in compiled.program.conclusions:
        yield from (_of_row(compiled, conclusion, row) for row in conclusion.rows)
    yield from (_of_clock(compiled, clock) for clock in compiled.program.clocks)


def _of_row(compiled: Compiled, conclusion: Conclusion, row: ConclusionRow) -> Rule:
    program = compiled.program
    read = [program.predicates[predicate.key] for predicate in asked_by(row.condition)]
    return Rule(
        address=f"{program.id}/{conclusion.id}/{row.id}",
        program=program.id,
        topic=conclusion.topic,
        of=conclusion,
        row=row,
        cites=row.cites,
        written=row.written,
        digest=compiled.digests[f"{conclusion.key}/{row.id}"],
        reads=frozenset().union(*(compiled.reads(predicate) for predicate in read)),
    )


def _of_clock(compiled: Compiled, clock: Clock) -> Rule:
    due = clock.part("due")
    return Rule(
        address=f"{compiled.program.id}/clock/{clock.id}",
        program=compiled.program.id,
        topic=Topic.TIMEFRAMES,
        of=clock,
        row=None,
        cites=clock.cites,
        written=clock.written,
        digest=compiled.digests[due.key],
        reads=compiled.reads(due),
    )
