"""Aggregates over graded groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cimscore.grades import CERTAIN, POSSIBLE, PROVISIONAL
from cimscore.reasoning.graded import Graded, Tuple
from cimscore.rules.conditions.aggregates import AddsUp, Aggregate, AtLeast, NoLater, NotOutranked

Members = dict[Any, int]


def aggregated(aggregate: Aggregate, listed: Mapping[Tuple, int]) -> Graded:
    """Return what an aggregate holds of.

    Args:
        aggregate: The aggregate.
        listed: The members of each group: ``{(*group, member): grade}``; of a sum, with the points of each.
    """
    if isinstance(aggregate, AddsUp):
        return Graded(_adding_up(aggregate.number, listed))
    groups: dict[Tuple, Members] = {}
    for row, grade in listed.items():
        groups.setdefault(row[:-1], {})[row[-1]] = grade
    if isinstance(aggregate, AtLeast):
        return Graded(_at_least(aggregate.number, groups))
    found: dict[Tuple, int] = {}
    for group, members in groups.items():
        for member, grade in _standing(aggregate, members).items():
            if grade:
                found[*group, member] = grade
    return Graded(found)


def _at_least(number: int, groups: Mapping[Tuple, Members]) -> dict[Tuple, int]:
    """Return the grade of the n-th best member of each group."""
    # The n-th best grade: "at least two" is as sure as the second member is.
    counted = {group: sorted(members.values(), reverse=True) for group, members in groups.items()}
    return {group: grades[number - 1] for group, grades in counted.items() if len(grades) >= number}


def _adding_up(number: int, listed: Mapping[Tuple, int]) -> dict[Tuple, int]:
    """Return the best grade with which the points of each group reach a number: by all that is held as surely."""
    found: dict[Tuple, int] = {}
    for least in (POSSIBLE, PROVISIONAL, CERTAIN):
        most: dict[Tuple, dict[Any, int]] = {}
        for (*group, member, points), grade in listed.items():
            if grade >= least:
                of_group = most.setdefault(tuple(group), {})
                # A member may have two possible numbers of points. It counts once, with the higher.
                of_group[member] = max(points, of_group.get(member, 0))
        found.update({group: least for group, points_of in most.items() if sum(points_of.values()) >= number})
    return found


def _standing(aggregate: Aggregate, members: Members) -> Members:
    if isinstance(aggregate, NotOutranked):
        return {member: _unless(grade, members, _before(member, aggregate.ranks)) for member, grade in members.items()}
    if isinstance(aggregate, NoLater):
        return _no_later(members)
    return {
        member: _unless(grade, members, lambda other, mine=member: other.latest < mine.earliest)
        for member, grade in members.items()
    }


def _before(member: Any, ranks: Sequence[Any]) -> Callable[[Any], bool]:
    """Return a test for stronger members. A member without a rank outranks nothing and is never outranked."""
    stronger = ranks[: ranks.index(member)] if member in ranks else ()
    return lambda other: other in stronger


def _unless(grade: int, members: Members, sooner: Any) -> int:
    """Return a grade, reduced by the grade of any member that comes before."""
    before = max((grade for member, grade in members.items() if sooner(member)), default=0)
    # Kleene's "and not": a rival that may come first leaves this member no surer than its denial.
    return min(grade, CERTAIN - before)


def _no_later(members: Members) -> Members:
    """Return, of each grade, the earliest member: nothing that is open can make it later."""
    found: Members = {}
    for least in (3, 2, 1):
        reaching = [member for member, grade in members.items() if grade >= least]
        if reaching:
            # By the latest end first: the day by which it is due at the latest is what nobody may miss.
            earliest = min(reaching, key=lambda due: (due.latest, due.earliest))
            found[earliest] = max(found.get(earliest, 0), least)
    return found
