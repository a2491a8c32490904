"""Every case of a register under another edition or reading. Nothing of it is kept.

The decision that is kept calls people by their names, and what moves is told by ids. So both sides are decided anew,
but by those programs alone that the other edition or reading reaches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from cimscore.assessment.assessing import check_choices, reached_by
from cimscore.errors import DocumentError
from cimscore.rulebook import Rulebook
from cimscore.traceability.impact import Moved, StoredCase, compare_snapshots, take_snapshot


@attrs.frozen(kw_only=True)
class Redecided:
    """A case that was decided a second time.

    Attributes:
        case: Its id.
        moved: What comes out otherwise, each with the clauses that it rests on.
        problem: Why it could not be decided; empty if it was.
    """

    case: str
    moved: tuple[Moved, ...] = ()
    problem: str = ""


def redecided(
    cases: Iterable[str],
    stored: Callable[[str], StoredCase],
    rulebook: Rulebook,
    *,
    editions: Mapping[str, str],
    readings: Mapping[str, str],
) -> Iterator[Redecided]:
    """Yield each case with what moves, one after another, so that only one is held at a time.

    Args:
        cases: Ids of the cases.
        stored: Gives a case as it stands.
        rulebook: The programs.
        editions: Edition that is to hold, by document.
        readings: Reading that is to be taken, by its address.

    Raises:
        UnknownNameError: There is no such edition or reading.
    """
    check_choices(rulebook, editions=editions, readings=readings)
    for name in cases:
        try:
            case = stored(name)
        except DocumentError as error:  # these programs do not read it any more
            yield Redecided(case=name, problem=str(error))
            continue
        reached = reached_by(case.case, rulebook, editions=editions, readings=readings)
        if not reached:
            yield Redecided(case=name)
            continue
        before = take_snapshot(rulebook, [case], programs=reached)
        after = take_snapshot(rulebook, [case], programs=reached, editions=editions, readings=readings)
        yield Redecided(case=name, moved=compare_snapshots(before, after).moved)
