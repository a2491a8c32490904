"""Truth table of a single condition: the things for which it is true, given exactly what it reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from cimscore.clocks import Counter
from cimscore.grades import CERTAIN
from cimscore.policy import Policy
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.context import Context
from cimscore.reasoning.graded import Graded, Tuple
from cimscore.reasoning.points.points import Point
from cimscore.reasoning.run import Run
from cimscore.rules import AuthorError, Defined
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.program import Program
from cimscore.rules.uses import reached, read_by

_UTC = ZoneInfo("UTC")


def table(condition: Defined, given: Mapping[Any, Iterable[Tuple]]) -> set[Tuple]:
    """Return the things for which a condition is true.

    Args:
        condition: A condition with its own sentence.
        given: For each predicate that it asks, the rows for which that is true: the things in the order of its places;
            for a question the things, then the answer.

    Raises:
        AuthorError: Something is given that the condition does not ask, or something that it asks is not.
    """
    _refuse_unless_asked(condition, given)
    program = Program(
        id="one-condition", title="One condition", zone=_UTC, policy=Policy(sources=(), clauses=()),
        everything=tuple(reached([condition])), conclusions=(), clocks=(),
    )  # fmt: skip
    values = {asked.key: Graded(dict.fromkeys(rows, CERTAIN)) for asked, rows in given.items()}
    context = Context(zone=_UTC, received=None, at=None, counter=Counter({}, _UTC, ""))
    held: Graded = Run(Compiled(program), _Nothing(), {}, context, stated=values).value(condition)
    return {things for things, grade in held.rows.items() if grade == CERTAIN}


def _refuse_unless_asked(condition: Defined, given: Mapping[Predicate, Iterable[Tuple]]) -> None:
    asked, stated = {predicate.key for predicate in read_by(condition)}, {predicate.key for predicate in given}
    if asked != stated:
        raise AuthorError(
            what=f"{condition.written} {condition.says!r}",
            found=f"rows of {', '.join(sorted(stated)) or 'nothing'}",
            expected=f"rows of exactly what it asks: {', '.join(sorted(asked))}",
            hint=f"The two differ in {', '.join(sorted(asked ^ stated))}.",
        )


@attrs.frozen
class _Nothing:
    """Situation without statements. Everything that matters is given directly."""

    base: Mapping[str, Graded] = attrs.field(factory=dict)
    points: Mapping[str, Point] = attrs.field(factory=dict)

    def known(self, address: str) -> Point:
        raise KeyError(address)

    def answered(self, address: str, value: Any) -> _Nothing:
        raise KeyError(address)

    def sources(self, key: str, things: Tuple) -> tuple[str, ...]:
        return ()
