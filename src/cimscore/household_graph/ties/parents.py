"""Parents that are not known: nobody is taken for a parent unasked, and everybody who can be one may be."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from cimscore.case import PersonEntry
from cimscore.household_graph.facts import Facts, OpenFact
from cimscore.household_graph.ties.candidates import Candidates
from cimscore.household_graph.ties.strangers import of_any_stranger
from cimscore.household_graph.ties.tie import Tie, TieKind

# Three candidates make 8 sets. Each further one would double the values to try.
MOST_TOGETHER: Final = 3
"""Up to so many candidates, every set of them is a value; beyond, a value names one parent and leaves the rest open."""
MOST_NAMED: Final = 6
"""So many candidates have a value of their own; all others share one."""
MOST_NAMED_BESIDE: Final = 3
"""So many have one where a parent is entered, for each value is tried for each child."""
OTHERS: Final = "*"
"""In a value: perhaps others, too."""

_WHY: Final = "nobody is taken for a parent unasked"
_NOBODY: Final = "nobody of the case"

Parents = tuple[str, ...]


def leave_parents_open(ties: Facts[Tie], child: PersonEntry, candidates: Candidates) -> None:
    """Leave open who the parents of a child are.

    Args:
        ties: Where to write.
        child: The child.
        candidates: Everybody who can be a parent.
    """
    can_be = candidates.of(child.id)
    if not can_be:
        return
    if len(can_be) <= MOST_TOGETHER:
        sizes = range(len(can_be) + 1)
        sets: list[Parents] = list(itertools.chain(*(itertools.combinations(can_be, size) for size in sizes)))
        rows = {chosen: [_tie(parent, child) for parent in chosen] for chosen in sets}
        ties.leave_open(_fact(child, sets, candidates), rows)
        return
    named = _named(child, candidates)
    values: list[Parents] = [(), *((parent, OTHERS) for parent in named)]
    # A value states one parent. The other candidates stay possible under it, so no set of parents is ruled out.
    rows = {value: [_tie(value[0], child)] for value in values[1:]}
    maybe = {value: [_tie(parent, child) for parent in can_be if parent not in value] for value in values[1:]}
    rest = [_tie(parent, child) for parent in can_be if parent not in named]
    if rest:
        values.append((OTHERS,))
        maybe[OTHERS,] = rest
    ties.leave_open(_fact(child, values, candidates), rows, maybe)


def _named(child: PersonEntry, candidates: Candidates) -> Sequence[str]:
    """Return the candidates with a value of their own: the likely ones first, then as many as there is room for."""
    entered = candidates.entered
    # Of a stranger nothing is known, and a child is seldom a parent, so there is no reason to name one.
    unnamed = entered.strangers | entered.children_by_entry
    likely = [person for person in candidates.likely(child.id) if person not in unnamed]
    others = [person for person in candidates.of(child.id) if person not in likely and person not in unnamed]
    most = MOST_NAMED_BESIDE if child.id in entered.parents else MOST_NAMED
    # Cut before sorting, so that no likely candidate is lost to one with an earlier name.
    return sorted([*likely, *others][:most])


def _tie(parent: str, child: PersonEntry) -> Tie:
    return Tie(TieKind.PARENT, parent, child.id)


def _fact(child: PersonEntry, values: Sequence[Parents], candidates: Candidates) -> OpenFact:
    has_one = candidates.entered.known_parents(child.id)
    return OpenFact(
        address=f"parents@{child.id}",
        asks=f"Who else is a parent of {child.id}?" if has_one else f"Who are the parents of {child.id}?",
        values=tuple(values),
        working=(),
        why=_WHY,
        words={value: _in_words(value) for value in values},
    )


def _in_words(value: Parents) -> str:
    if OTHERS not in value:
        return " and ".join(value) or _NOBODY
    named = " and ".join(person for person in value if person != OTHERS)
    return f"{named}, perhaps with somebody else" if named else "somebody else of the case"


def leave_strangers_parents_open(ties: Facts[Tie], candidates: Candidates) -> None:
    """Leave open, as one question, if somebody of the case is a parent of those known by name alone.

    Args:
        ties: Where to write.
        candidates: Everybody who may be a parent.
    """
    entered = candidates.entered
    strangers = entered.grouped_strangers
    rows = [Tie(TieKind.PARENT, parent, child) for child in strangers for parent in candidates.of(child)]
    asks = "Is any of them a child of somebody in the case: {}?"
    ties.leave_open(of_any_stranger(entered, address="parents", asks=asks, why=_WHY), {}, {True: rows})
