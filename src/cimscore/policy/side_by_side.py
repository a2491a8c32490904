"""Two editions of a document side by side, clause by clause."""

from __future__ import annotations

import enum
from collections.abc import Iterator

import attrs

from cimscore.policy.clauses import Clause, ClauseText, wording
from cimscore.policy.policy import ClauseStanding, Policy


class Became(enum.StrEnum):
    """Fates of a clause from one edition to a later one."""

    CHANGED = "says something else"
    ADDED = "new"
    GONE = "no longer there"
    ONLY_LATER = "known of the later one only"
    ONLY_EARLIER = "known of the earlier one only"
    SAME = "as before"


@attrs.frozen(kw_only=True)
class Beside:
    """A clause in two editions.

    Attributes:
        clause: The clause.
        became: What became of it.
        before: What it says in the earlier edition; None where it does not stand there.
        after: What it says in the later one; None where it does not stand there.
    """

    clause: Clause
    became: Became
    before: ClauseText | None
    after: ClauseText | None


def side_by_side(policy: Policy, source: str, before: str, after: str) -> tuple[Beside, ...]:
    """Return every clause of a document that stands in one of two editions, in the order of what became of them.

    Where an edition is known in part, what is not told of it is not called new or gone.

    Args:
        policy: The policy.
        source: The document.
        before: The earlier edition.
        after: The later one.

    Raises:
        UnknownNameError: There is no such document or edition.
    """
    for edition in (before, after):
        policy.edition(source, edition)
    order = list(Became)
    found = _found(policy, source, before, after)
    return tuple(
        sorted(found, key=lambda beside: (order.index(beside.became), beside.clause.locator, beside.clause.id))
    )


def _found(policy: Policy, source: str, before: str, after: str) -> Iterator[Beside]:
    for clause in policy.clauses:
        if clause.source == source and {before, after} & set(clause.editions):
            texts = [clause.in_edition(edition) if clause.stands_in(edition) else None for edition in (before, after)]
            yield Beside(
                clause=clause, became=_became(policy, clause, before, after), before=texts[0], after=texts[1]
            )  # fmt: skip


def _became(policy: Policy, clause: Clause, before: str, after: str) -> Became:
    if not clause.stands_in(before):
        known = policy.standing(clause.id, before) is ClauseStanding.ABSENT
        return Became.ADDED if known else Became.ONLY_LATER
    if not clause.stands_in(after):
        known = policy.standing(clause.id, after) is ClauseStanding.ABSENT
        return Became.GONE if known else Became.ONLY_EARLIER
    same = wording(clause.in_edition(before)) == wording(clause.in_edition(after))
    return Became.SAME if same else Became.CHANGED
