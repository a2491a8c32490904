"""Links between what is traced, each with its state: the vocabulary of OpenFastTrace, in words a reader knows."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Final

import attrs


class LinkState(enum.StrEnum):
    """States of a link.

    In step: both ends are as they were when somebody last compared them. Suspect: the upper end has changed since, or a
    test of it fails. Outdated: the lower end has changed since. Unread: nobody is recorded as having compared them.
    Gap: one end should exist and does not. Orphaned: one end no longer exists.
    """

    IN_STEP = "in step"
    SUSPECT = "suspect"
    OUTDATED = "outdated"
    UNREAD = "unread"
    ORPHANED = "orphaned"
    GAP = "gap"


class Hop(enum.StrEnum):
    """Kinds of link, from the upper end to the lower."""

    SOURCE_CLAUSE = "source to clause"
    CLAUSE_RULE = "clause to rule"
    CLAUSE_QUESTION = "clause to question"
    RULE_TEST = "rule to test"
    CLAUSE_EXAMPLE = "clause to example"


@attrs.frozen(kw_only=True, order=True)
class Link:
    """One link.

    Attributes:
        hop: What it joins.
        upper: Id of its upper end; empty where that end is missing.
        lower: Id of its lower end; empty where that end is missing.
        state: How it stands.
        why: Why it stands so, in a sentence; empty while it is in step.
    """

    hop: Hop
    upper: str
    lower: str
    state: LinkState = LinkState.IN_STEP
    why: str = ""


_FROM_BEST: Final = (
    LinkState.IN_STEP, LinkState.UNREAD, LinkState.OUTDATED, LinkState.SUSPECT, LinkState.GAP, LinkState.ORPHANED
)  # fmt: skip


def worst(links: Iterable[Link]) -> LinkState:
    """Return the state among these links that most needs a person; in step if there are none."""
    return worst_of(link.state for link in links)


def worst_of(states: Iterable[LinkState]) -> LinkState:
    """Return the one of these states that most needs a person; in step if there are none."""
    return max(states, key=_FROM_BEST.index, default=LinkState.IN_STEP)
