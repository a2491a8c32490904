"""Which clauses stand: by the edition of each document that governs the case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from cimscore.case import Moment
from cimscore.clocks import Span
from cimscore.policy import Policy, Row, Source
from cimscore.reasoning.graded import CERTAIN, POSSIBLE, PROVISIONAL, Graded, Tuple


@attrs.frozen
class Force:
    """The grade with which each clause stands.

    Attributes:
        grades: By clause id; a clause that is not there stands in every edition, or belongs to another program.
    """

    grades: Mapping[str, int]

    def grade(self, clause: str) -> int:
        """Return the grade with which a clause stands."""
        return self.grades.get(clause, CERTAIN)


def force_of(policy: Policy, chosen: Graded, decided: frozenset[str]) -> Force:
    """Return the grade of every clause whose document's editions are chosen.

    A document of which an edition governs whose text is not held goes on by the last one held.

    Args:
        policy: The program's documents.
        chosen: The editions that govern: ``{(document, edition): grade}``.
        decided: The documents for which a row can choose an edition. Where none is chosen, no clause of them stands.
    """
    sources = {source.id: source for source in policy.sources}
    choices: dict[str, dict[str, int]] = {document: {} for document in decided}
    for (document, edition), grade in chosen.rows.items():
        held = last_held(sources[document], edition)
        choices.setdefault(document, {})
        choices[document][held] = max(grade, choices[document].get(held, 0))
    return Force(
        {
            clause.id: _stands(clause.editions, choices[clause.source])
            for clause in policy.clauses
            if clause.source in choices
        }
    )


def last_held(source: Source, edition: str) -> str:
    """Return an edition, or the last one before it whose text is held; empty where there is none."""
    held = ""
    for each in source.editions:
        if each.encoded:
            held = each.id
        if each.id == edition:
            return held
    return edition


def _stands(editions: Sequence[str], chosen: Mapping[str, int]) -> int:
    """Return the grade of a clause: certain where it stands in each edition that may govern."""
    if chosen and all(edition in editions for edition in chosen):
        return CERTAIN
    return max((grade for edition, grade in chosen.items() if edition in editions), default=0)


def rows_in_force(rows: Sequence[Row[Any, Any]], force: Force, day: dt.date | None) -> Graded:
    """Return a table's lines as ``(key, value)``, each with the grade of its clause on a day."""
    found: dict[Tuple, int] = {}
    for row in rows:
        since, until = getattr(row, "since", None), getattr(row, "until", None)
        early = since is not None and day is not None and day < since
        late = until is not None and day is not None and day >= until
        grade = 0 if early or late else force.grade(row.clause)
        if grade > found.get((row.key, row.value), 0):
            found[row.key, row.value] = grade
    return Graded(found)


class Editions:
    """The editions of documents, looked up by document and moment."""

    def __init__(self, policy: Policy, zone: ZoneInfo) -> None:
        self._sources: dict[str, Source] = {source.id: source for source in policy.sources}
        self._zone = zone

    def answers(self, place: Tuple) -> list[tuple[str, int]]:
        """Return the editions that may govern at a moment, each with its grade.

        Args:
            place: The document's id and the moment, which may be a span.
        """
        document, moment = place
        source = self._sources.get(document)
        if source is None or not isinstance(moment, Moment | Span):
            return []
        covering = self._covering(source, moment)
        if len(covering) == 1:
            return [(covering[0], CERTAIN)]
        working = self._on(source, moment if isinstance(moment, Moment) else moment.working)[:1]
        return [(edition, PROVISIONAL if edition in working else POSSIBLE) for edition in covering]

    def _covering(self, source: Source, moment: Moment | Span) -> list[str]:
        """Return every edition that covers a day from the first that a moment can be to the last, in their order."""
        if isinstance(moment, Moment):
            return self._on(source, moment)
        first, last = (None if end is None else end.day(self._zone) for end in (moment.first, moment.last))
        return [
            edition.id
            for edition in source.editions
            if (last is None or edition.may_begin is None or edition.may_begin <= last)
            and (first is None or edition.until is None or first < edition.until)
        ]

    def _on(self, source: Source, moment: Moment) -> list[str]:
        return [edition.id for edition in source.editions_on(moment.day(self._zone))]

    def grade(self, place: Tuple) -> int:
        """Return the grade with which an edition may govern: the document, the moment, the edition."""
        return next((grade for edition, grade in self.answers(place[:-1]) if edition == place[-1]), 0)
