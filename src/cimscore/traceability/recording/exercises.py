"""Telling from the outcomes of assessments which rules and clauses were really exercised."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cimscore.assessment import Outcome, State
from cimscore.rulebook import CompiledRule
from cimscore.rules import NOTHING, OpenQuestion
from cimscore.traceability.recording.records import Exercise, Way

_STRENGTH: Final = tuple(Way)


class Exercises:
    """The rules and clauses exercised so far.

    Every rule of a program is tried on every thing, so only those count that applied, were held back by their own
    exception, or were left open by what they asked.
    """

    def __init__(self) -> None:
        self._rules: dict[str, tuple[CompiledRule, Way]] = {}
        self._clauses: set[str] = set()

    def see(self, outcomes: Iterable[Outcome]) -> None:
        """Take in the outcomes of one run."""
        for outcome in outcomes:
            way = way_of(outcome)
            if way is not None:
                self._take(outcome.rule, way)
                self._clauses |= clauses_of(outcome)

    def add(self, other: Exercises) -> None:
        """Take in what others have seen."""
        for rule, way in other._rules.values():
            self._take(rule, way)
        self._clauses |= other._clauses

    @property
    def exercised(self) -> tuple[Exercise, ...]:
        """Every rule exercised, sorted, each in its strongest way."""
        return tuple(
            sorted(Exercise(rule=rule.address, way=way, digest=rule.digest) for rule, way in self._rules.values())
        )

    @property
    def clauses(self) -> tuple[str, ...]:
        """Every clause that these rest on, sorted."""
        return tuple(sorted(self._clauses))

    def _take(self, rule: CompiledRule, way: Way) -> None:
        seen = self._rules.get(rule.address)
        if seen is None or _STRENGTH.index(way) < _STRENGTH.index(seen[1]):
            self._rules[rule.address] = (rule, way)


def way_of(outcome: Outcome) -> Way | None:
    """How an outcome exercised its rule; None where the rule was only tried."""
    if outcome.state is State.APPLIES:
        return Way.APPLIED
    if outcome.state is State.ABSENT:
        held = all(node.value for node in outcome.when)
        return Way.EXCEPTED if held and any(node.value for node in outcome.unless) else None
    was_run = outcome.when or outcome.unless or outcome.body is not NOTHING
    return Way.OPEN if was_run else None


def clauses_of(outcome: Outcome) -> set[str]:
    """The clauses an outcome rests on: those cited, those of the rows read, those of the question it waits for."""
    clauses = {*outcome.rule.rule.cites, *outcome.body.clauses}
    clauses.update(clause for node in (*outcome.when, *outcome.unless) for clause in node.learned.clauses)
    return clauses | set(outcome.cause.cites if isinstance(outcome.cause, OpenQuestion) else ())
