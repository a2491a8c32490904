"""Which clauses stand: by the edition of each document that governs the case."""

from __future__ import annotations

import collections
from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from cimscore.case import Moment
from cimscore.clocks import Span
from cimscore.policy import Policy, PolicyEdition, Row, Source, editions_of_row
from cimscore.reasoning.graded import CERTAIN, POSSIBLE, PROVISIONAL, Graded, Tuple


@attrs.frozen
class Force:
    """The grade with which each clause stands.

    Attributes:
        policy: The program's documents.
        choices: The editions that may govern each document, with their grades. A document that is not there has one
            edition, or belongs to another program: its clauses stand.
    """

    policy: Policy
    choices: Mapping[str, Mapping[str, int]]
    _known: dict[object, int] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    def grade(self, citation: str) -> int:
        """Return the grade with which what is cited stands."""
        if citation not in self._known:
            governing = self._governing(citation)
            editions = () if governing is None else self.policy.editions_of(citation)
            self._known[citation] = CERTAIN if governing is None else _stands(editions, governing)
        return self._known[citation]

    def grade_of_row(self, row: Row[Any, Any]) -> int:
        """Return the grade with which a table's line holds: its clause stands, and its dates do not exclude it."""
        governing = self._governing(row.clause)
        return CERTAIN if governing is None else _stands(editions_of_row(row, self.policy), governing)

    def _governing(self, citation: str) -> Mapping[str, int] | None:
        """Return the editions that may govern the document of what is cited; None where nothing chooses among them."""
        return self.choices.get(citation.partition("/")[0])


def force_of(policy: Policy, chosen: Graded, decided: frozenset[str]) -> Force:
    """Return the grade of every clause whose document's editions are chosen.

    A document of which an edition governs whose text is not held goes on by the last one held.

    Args:
        policy: The program's documents.
        chosen: The editions that govern: ``{(document, edition): grade}``.
        decided: The documents for which a row can choose an edition. Where none is chosen, no clause of them stands.
    """
    choices: dict[str, dict[str, int]] = {document: {} for document in decided}
    for (document, edition), grade in chosen.rows.items():
        held, _ = policy.goes_on_by(document, edition)
        among = choices.setdefault(document, {})
        among[held] = max(grade, among.get(held, 0))
    several = collections.Counter(document for document, _ in chosen.rows)
    for document, among in choices.items():
        if several[document] > 1 and len(among) == 1:
            among.update(dict.fromkeys(among, CERTAIN))  # Whichever governs, one text is gone by.
    return Force(policy, choices)


def _stands(editions: Sequence[str], chosen: Mapping[str, int]) -> int:
    """Return the grade of a clause: certain where it stands in each of several editions that may govern."""
    if len(chosen) > 1 and all(edition in editions for edition in chosen):
        return CERTAIN
    return max((grade for edition, grade in chosen.items() if edition in editions), default=0)


def rows_in_force(rows: Sequence[Row[Any, Any]], force: Force) -> Graded:
    """Return a table's lines as ``(key, value)``, each with the grade with which it holds."""
    found: dict[Tuple, int] = {}
    for row in rows:
        grade = force.grade_of_row(row)
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
        if len(covering) == 1 and self._lies_within(moment, source.edition(covering[0])):
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

    def _lies_within(self, moment: Moment | Span, edition: PolicyEdition) -> bool:
        """Return True if a moment cannot be before an edition or after it, when none may be in force at all."""
        if isinstance(moment, Moment):
            return True
        began = edition.may_begin is None if moment.first is None else edition.covers(moment.first.day(self._zone))
        lasts = edition.until is None if moment.last is None else edition.covers(moment.last.day(self._zone))
        return began and lasts

    def _on(self, source: Source, moment: Moment) -> list[str]:
        return [edition.id for edition in source.editions_on(moment.day(self._zone))]

    def grade(self, place: Tuple) -> int:
        """Return the grade with which an edition may govern: the document, the moment, the edition."""
        return next((grade for edition, grade in self.answers(place[:-1]) if edition == place[-1]), 0)
