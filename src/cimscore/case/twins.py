"""Twins: people born together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from cimscore.case.kin import RelationshipEntry, RelationshipKind

TWINS_APART: Final = 2
"""The most days that lie between the births of twins."""


def twins_of(relationships: Iterable[RelationshipEntry]) -> Mapping[str, frozenset[str]]:
    """Return those who were born together with each person who has a twin; the twin of a twin is one, too.

    Args:
        relationships: Who is whose.
    """
    groups: dict[str, set[str]] = {}
    for row in relationships:
        if row.kind is RelationshipKind.TWIN:
            group = groups.setdefault(row.from_, {row.from_}) | groups.setdefault(row.to, {row.to})
            groups.update(dict.fromkeys(group, group))
    return {person: frozenset(group - {person}) for person, group in groups.items()}
