"""Telling from what was decided which rules and clauses were really exercised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from weakref import WeakKeyDictionary

import attrs

from cimscore.grades import CERTAIN, PROVISIONAL
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.reasons.support import bound_by_head
from cimscore.reasoning.run import Run
from cimscore.rulebook.rule import Rule, rules_of
from cimscore.rules import Clock, Condition, Topic
from cimscore.rules.rows.conclusions import ConclusionRow
from cimscore.traceability.recording.looked_up import LookedUp, looks_up, rows_looked_up
from cimscore.traceability.recording.records import Exercise, Way

_STRENGTH: Final = tuple(Way)


class Exercises:
    """The rules and clauses exercised so far.

    Every rule of a program is tried on every thing, so only those count that applied, were held back by their own
    exception, or were left open by what they asked.
    """

    def __init__(self) -> None:
        self._rules: dict[str, Exercise] = {}
        self._clauses: set[str] = set()

    def see(self, decided: Decided) -> None:
        """Take in what a program decided of a case."""
        for watched in _watched(decided.run.compiled):
            way = way_of(decided.run, watched.rule)
            if way is not None:
                rule = watched.rule
                self._take(Exercise(rule=rule.address, way=way, digest=rule.digest))
                rows = _looked_up(decided.run, watched) if way is Way.APPLIED else ()
                self._clauses.update(rule.cites, (row.clause for _, row in rows))
        self._clauses.update(_asked(decided))

    def add(self, other: Exercises) -> None:
        """Take in what others have seen."""
        for exercise in other._rules.values():
            self._take(exercise)
        self._clauses |= other._clauses

    @property
    def exercised(self) -> tuple[Exercise, ...]:
        """Return every rule exercised, sorted, each in its strongest way."""
        return tuple(sorted(self._rules.values()))

    @property
    def clauses(self) -> tuple[str, ...]:
        """Return every clause that these rest on, sorted."""
        return tuple(sorted(self._clauses))

    def _take(self, exercise: Exercise) -> None:
        seen = self._rules.get(exercise.rule)
        if seen is None or _STRENGTH.index(exercise.way) < _STRENGTH.index(seen.way):
            self._rules[exercise.rule] = exercise


@attrs.frozen(kw_only=True)
class _Watched:
    """A rule, and the condition in which it looks something up in a table; None where it does not."""

    rule: Rule
    looking_up: Condition | None


_WATCHED: WeakKeyDictionary[Compiled, tuple[_Watched, ...]] = WeakKeyDictionary()
"""The rules of each program that was ever decided by, put together once."""


def _watched(compiled: Compiled) -> tuple[_Watched, ...]:
    found = _WATCHED.get(compiled)
    if found is None:
        found = _WATCHED[compiled] = tuple(_watching(compiled))
    return found


def _watching(compiled: Compiled) -> Iterator[_Watched]:
    for rule in rules_of(compiled):
        condition = rule.of.counting if isinstance(rule.of, Clock) else _row(rule).condition
        yield _Watched(rule=rule, looking_up=condition if looks_up(compiled, condition) else None)


def _row(rule: Rule) -> ConclusionRow:
    if rule.row is None:
        raise TypeError(f"{rule.address} is a clock and has no row")
    return rule.row


def way_of(run: Run, rule: Rule) -> Way | None:
    """Return how a rule was exercised in a run; None where it was only tried."""
    best = max(_heads(run, rule).values(), default=0)
    if best >= PROVISIONAL:
        return Way.APPLIED
    if _would_hold(run, rule):
        return Way.EXCEPTED
    return Way.OPEN if best else None


def _heads(run: Run, rule: Rule) -> dict[tuple[object, ...], int]:
    if isinstance(rule.of, Clock):
        return dict(run.value(rule.of.part("owed")).rows)
    return dict(run.rows(rule.of, _row(rule).id).rows)


def _would_hold(run: Run, rule: Rule) -> bool:
    """Return True if a rule with an exception would give something without it."""
    if isinstance(rule.of, Clock) or rule.row is None or rule.row.unless is None:
        return False
    # A row that chooses the edition cannot be out of force by the edition it chooses.
    limit = CERTAIN if rule.topic is Topic.EDITIONS else run.force.grade(rule.cites[0])
    without = run.compiled.without_exception(rule.of, rule.row)(run.use)
    return min(limit, max(without.values(), default=0)) >= PROVISIONAL


def lines_looked_up(decided: Decided) -> Iterator[tuple[str, str, str]]:
    """Yield each line of a table looked up where a rule applied: the rule, the table, and what the line is for.

    Args:
        decided: Results of a program for a case.
    """
    owner = decided.run.compiled.program.owner_of
    for watched in _watched(decided.run.compiled):
        for table, row in _looked_up(decided.run, watched):
            yield watched.rule.address, f"{owner(table)}/{table.id}", str(row.key)


def _looked_up(run: Run, watched: _Watched) -> Iterator[LookedUp]:
    """Yield each line of a table that was looked up where the rule applied."""
    if watched.looking_up is None:
        return
    rule = watched.rule
    for things, grade in _heads(run, rule).items():
        if isinstance(rule.of, Clock):
            binding = dict(zip(rule.of.things, things, strict=True))
        else:
            binding = bound_by_head(_row(rule), things) or {}
        if grade >= PROVISIONAL:
            yield from rows_looked_up(run, watched.looking_up, binding)


def _asked(decided: Decided) -> Iterator[str]:
    """Yield the clauses of the questions that are open and could change something."""
    program = decided.run.compiled.program
    questions = {f"{program.owner_of(question)}/{question.id}": question for question in program.questions}
    for address in decided.points:
        question = questions.get(address.partition("@")[0])
        yield from () if question is None else question.cites
