"""Chapters: the clauses of a source under its own headings, in the order of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from cimscore.ids import spelled
from cimscore.publishing.pages.paper.places import slug
from cimscore.traceability.trace.model import TracedClause, TracedSource


@attrs.frozen(kw_only=True)
class Chapter:
    """The clauses under one heading.

    Attributes:
        source: The source's id.
        heading: The heading.
        slug: Its short name, unique within the source.
        clauses: In the order of the document; by number where its passages are not numbered.
    """

    source: str
    heading: str
    slug: str
    clauses: tuple[TracedClause, ...]


def number_of(clause: TracedClause) -> str:
    """Return the number by which people call a clause; where it has none, the part of its document and its name."""
    return ", ".join(clause.statements) or name_of(clause)


def name_of(clause: TracedClause) -> str:
    """Return the name of a clause within its document."""
    _, part, name = clause.id.split("/", 2)
    return spelled(name if clause.statements else f"{part} {name}")


def chapters_of(source: TracedSource, clauses: Iterable[TracedClause]) -> tuple[Chapter, ...]:
    """Return the chapters of a source that have a clause: its headings in order, then any others."""
    under: dict[str, list[TracedClause]] = {heading: [] for heading in source.headings}
    for clause in sorted(clauses, key=lambda clause: (clause.position, _natural(number_of(clause)), clause.id)):
        under.setdefault(clause.heading, []).append(clause)
    taken: set[str] = set()
    return tuple(
        Chapter(source=source.id, heading=heading, slug=_free(slug(heading), taken), clauses=tuple(held))
        for heading, held in under.items()
        if held
    )


def _natural(number: str) -> list[tuple[int, str]]:
    """Return the order in which people count: Q-A9 before Q-A10."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", number)]


def _free(name: str, taken: set[str]) -> str:
    """Return the name, or the name with the first number that makes it new."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free
