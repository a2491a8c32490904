"""Short ways to say what a decision tells of the matter, and tables of one condition from rows given directly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import attrs
from qld_cases import compiled

from cimscore.clocks import Counter
from cimscore.reasoning.context import Context
from cimscore.reasoning.graded import CERTAIN, Graded, Tuple
from cimscore.reasoning.points import Point
from cimscore.reasoning.run import Run
from cimscore.reasoning.told import Decided
from cimscore.rules.asked import Predicate

# What a decision tells, with ``?`` where it is provisional.


def harm_homes(decided: Decided) -> set[str]:
    """Return the harm households."""
    return {_marked(decided, claim, claim[1][0]) for claim in decided.told if claim[0] == "conclusion:harm-household"}


def subjects(decided: Decided) -> set[str]:
    """Return the subjects of concerns, as in ``ari@north``."""
    return {_marked(decided, claim, "@".join(claim[1])) for claim in decided.told if claim[0] == "conclusion:subject"}


def records(decided: Decided) -> set[str]:
    """Return the records to be made."""
    return {_marked(decided, claim, claim[1][0]) for claim in decided.told if claim[0] == "conclusion:record"}


def parts(decided: Decided) -> set[str]:
    """Return where each part goes, as in ``c1@ari: notification:north``."""
    told = [claim for claim in decided.told if claim[0] == "conclusion:goes"]
    return {_marked(decided, claim, f"{claim[1][0]}@{claim[1][1]}: {claim[1][2]}") for claim in told}


def roles(decided: Decided, record: str) -> dict[str, set[str]]:
    """Return what everybody is called in a record."""
    found: dict[str, set[str]] = {}
    for claim in decided.told:
        if claim[0] == "conclusion:role" and str(claim[1][1]) == record:
            found.setdefault(claim[1][0], set()).add(_marked(decided, claim, claim[1][2]))
    return found


def profiles(decided: Decided, record: str) -> set[str]:
    """Return who has a profile in a record."""
    told = [claim for claim in decided.told if claim[0] == "conclusion:profile" and str(claim[1][1]) == record]
    return {_marked(decided, claim, claim[1][0]) for claim in told}


def asked(decided: Decided) -> set[str]:
    """Return the addresses of the open points, without the program's name."""
    return {address.removeprefix("qld-child-safety/") for address in decided.points}


def _marked(decided: Decided, claim: tuple[str, Tuple], text: object) -> str:
    return f"{text}" if decided.told[claim].certain else f"{text}?"


# One condition by itself.


@attrs.frozen
class _Nothing:
    """A situation in which nothing is said and nothing open."""

    base: Mapping[str, Graded] = attrs.field(factory=dict)
    points: Mapping[str, Point] = attrs.field(factory=dict)

    def answered(self, address: str, value: object) -> _Nothing:
        """Refuse: there is no point to answer."""
        raise KeyError(address)

    def sources(self, key: str, things: Tuple) -> tuple[str, ...]:
        """Return nothing: no grade hangs on a point."""
        return ()


def table(condition: Predicate, given: Mapping[Any, Sequence[Tuple]]) -> set[Tuple]:
    """Return the things of which a condition holds, where exactly what it reads is given.

    Args:
        condition: A defined condition.
        given: The things of which each condition holds that it reads; answers as the things, then the answer.
    """
    run = Run(
        compiled(), _Nothing(), {}, Context(ZoneInfo("Australia/Brisbane"), None, None, Counter({}, ZoneInfo("UTC")))
    )
    read = {predicate.key for predicate in compiled().direct(condition)}
    assert read == {predicate.key for predicate in given}
    for predicate, rows in given.items():
        run._values[predicate.key] = Graded(dict.fromkeys(rows, CERTAIN))
    held: Graded = run.value(condition)
    return {row for row, grade in held.rows.items() if grade == CERTAIN}
